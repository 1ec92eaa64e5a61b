// A page of the site. Convention: every route renders exactly one <Page>. Its props say where the person is (crumbs), what the browser
// tab is called (title, or tabTitle where the heading would be too short alone) and how wide the content runs. Nothing about the frame goes
// through `handle` or `meta`: React lifts <title> into the head by itself. The head and foot of the site belong to root.tsx.
//
//   <Page title="Kho giấy tờ" crumbs={[{ href: '/ho-so', label: 'Hồ sơ' }]} lead="…" actions={<ButtonLink href="…">Thêm giấy tờ</ButtonLink>}>
//
// `layout`: 'plain' (content up to 1,200 px) · 'measure' (forms, up to 680 px) · 'ledger' (register page: children are its direct cells,
// codes in <span className="hang">, an <aside> goes to the third column) · 'app' (dense working screen, the score sheet) ·
// 'full' (no wrapper: the page draws its own).
import type { ReactNode } from 'react'
import { useDesk } from './desk.ts'
import { Icon } from './icon.tsx'
import { useLanguage } from './language.ts'
import { words } from './ui.messages.ts'

export type Crumb = { href: string; label: string }

type Props = {
  title: string
  tabTitle?: string
  /** Pages above this one, outermost first; the page itself is added from `title`. */
  crumbs?: readonly Crumb[]
  /** Shorter name of this page for the crumbs. */
  crumbTitle?: string
  eyebrow?: ReactNode
  lead?: ReactNode
  /** Under the title: states, deadlines, stars. */
  marks?: ReactNode
  /** Buttons beside the title. */
  actions?: ReactNode
  layout?: 'plain' | 'measure' | 'ledger' | 'app' | 'full'
  /** Leaves out the visible heading block where the page draws its own h1 (verification, score sheet). */
  ownHeading?: boolean
  /** Description for search engines and previews of links. */
  description?: string
  className?: string
  children?: ReactNode
}

export function Page(props: Props) {
  const { title, tabTitle, crumbs = [], layout = 'plain', ownHeading = false, description, className, children } = props
  const desk = useDesk()
  const body = (
    <>
      {ownHeading ? null : <PageHead {...props} />}
      {children}
    </>
  )
  const page = (
    <>
      <title>{`${tabTitle ?? title} · OCOP ${desk.short}`.trimEnd()}</title>
      {description === undefined ? null : <meta name="description" content={description} />}
      {crumbs.length === 0 ? null : <Crumbs crumbs={crumbs} here={props.crumbTitle ?? title} />}
      <main id="noi-dung" tabIndex={-1} className={className}>
        {layout === 'full' ? (
          body
        ) : (
          <div className="wrap">{layout === 'plain' || layout === 'app' ? body : <div className={layout}>{body}</div>}</div>
        )}
      </main>
    </>
  )
  return layout === 'app' ? <div className="app">{page}</div> : page
}

function PageHead({ title, eyebrow, lead, marks, actions }: Props) {
  const heading = <h1>{title}</h1>
  return (
    <div className="page-head">
      {eyebrow === undefined ? null : <p className="eyebrow">{eyebrow}</p>}
      {actions === undefined ? (
        heading
      ) : (
        <div className="row between">
          {heading}
          <div className="row">{actions}</div>
        </div>
      )}
      {lead === undefined ? null : <p className="lead">{lead}</p>}
      {marks === undefined ? null : <div className="row">{marks}</div>}
    </div>
  )
}

/** The way here; on a phone only the one step back. */
function Crumbs({ crumbs, here }: { crumbs: readonly Crumb[]; here: string }) {
  const language = useLanguage()
  return (
    <nav className="crumbs wrap" aria-label={words.youAreAt[language]}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={crumb.href}>
            <a href={crumb.href}>
              {index === crumbs.length - 1 ? <Icon name="back" className="i-back" /> : null}
              {crumb.label}
            </a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}
