import { versionFrom } from '#/programme/fields.ts'
import { chooseSet } from '#/programme/product/product.actions.ts'
import { ownProduct } from '#/programme/product/product.store.ts'
import { findSets } from '#/programme/product/set-finder.ts'
import { found } from '#/programme/refuse.ts'
import { wordsAsked } from '../list-address.ts'
import { pageAction, pageLoader, saved } from '../page.server.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { State } from '../ui/state.tsx'
import { words } from './producer.messages.ts'
import type { Route } from './+types/set-finder.page'

export const loader = pageLoader(async ({ db, actor, services, params, url, lang }) => {
  const product = found(await ownProduct(db, actor, params['id'] ?? ''))
  const query = wordsAsked(url.searchParams)
  const pack = services.regulations.get(product.regulationId)
  return {
    id: product.id,
    name: product.name,
    version: product.version,
    setNo: product.setNo,
    query,
    sets: findSets(pack, query).map(({ set }) => ({
      no: set.set,
      title: set.title[lang],
      group: set.group[lang],
      sector: set.sector[lang],
      words: (set.words ?? []).slice(0, 8),
    })),
  }
})

export const action = pageAction(async ({ act, form, params }) => {
  const id = params['id'] ?? ''
  await act((ctx) => chooseSet(ctx, id, form.get('setNo'), versionFrom(form.get('_version'))))
  return saved(`/san-pham-cua-toi/${id}`)
})

export default function SetFinder({ loaderData, actionData }: Route.ComponentProps) {
  const language = useLanguage()
  const { id, name, query, sets, setNo, version } = loaderData
  return (
    <Page
      title={words.findSet[language]}
      crumbs={[
        { href: '/san-pham-cua-toi', label: words.products[language] },
        { href: `/san-pham-cua-toi/${id}`, label: name },
      ]}
      layout="measure"
      lead={words.findSetLead[language]}
    >
      {actionData && 'refused' in actionData ? (
        <Notice kind="bad" title={actionData.summary} announce>
          <p>{actionData.next}</p>
        </Notice>
      ) : null}
      <form method="get">
        <SearchBox label={words.findSet[language]} defaultValue={query} />
      </form>
      {sets.length === 0 ? (
        <EmptyState icon="search" title={words.noneFound[language]} hint={words.findSetLead[language]} />
      ) : (
        <ul className="tasks">
          {sets.map((set) => (
            <li className="task" key={set.no}>
              <span>
                <b>
                  <span className="num">{set.no}</span>. {set.title}
                </b>
                <span className="hint">
                  {set.sector === set.group ? set.sector : `${set.sector} · ${set.group}`}
                  {set.words.length === 0 ? '' : ` · ${set.words.join(', ')}`}
                </span>
              </span>
              {set.no === setNo ? (
                <State kind="done">{words.chosen[language]}</State>
              ) : (
                <form method="post">
                  <input type="hidden" name="_version" value={version} />
                  <Button kind="quiet" small name="setNo" value={String(set.no)}>
                    {words.chooseSet[language]}
                    <span className="vh"> {set.title}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
