import { Icon } from './icon.tsx'
import { useLanguage } from './language.ts'
import { pageWindow } from './page-window.ts'
import { words } from './ui.messages.ts'

/** Pages of a list; `hrefFor` keeps the rest of the query. Renders nothing for a single page. */
export function Pager({ page, pages, hrefFor }: { page: number; pages: number; hrefFor: (page: number) => string }) {
  const language = useLanguage()
  if (pages <= 1) return null
  return (
    <nav className="pager" aria-label={words.pages[language]}>
      {pageWindow(page, pages).map((entry, index) =>
        entry === 'gap' ? (
          <span className="gap" key={`gap-${index}`}>
            …
          </span>
        ) : entry === page ? (
          <span aria-current="page" key={entry}>
            <span className="vh">{words.page[language]} </span>
            {entry}
          </span>
        ) : (
          <a href={hrefFor(entry)} key={entry}>
            <span className="vh">{words.page[language]} </span>
            {entry}
          </a>
        ),
      )}
      {page < pages ? (
        <a className="go" href={hrefFor(page + 1)} rel="next">
          {words.next[language]}
          <Icon name="next" />
        </a>
      ) : null}
    </nav>
  )
}
