import { listCalls, listIdeas } from '#/programme/idea/idea.store.ts'
import { readsIdeas } from '#/programme/idea/idea.policy.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ExcelLink } from '../ui/excel-link.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { words } from './idea.messages.ts'
import { IdeasTable } from './ideas-table.tsx'
import { ideaQuery } from './list-query.ts'
import type { Route } from './+types/office-ideas.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(readsIdeas(actor, actor.provinceCode))
  const query = ideaQuery(url.searchParams)
  const calls = await listCalls(db, actor)
  return {
    ...(await listIdeas(db, actor, 'province', query)),
    query,
    search: url.search,
    calls: calls.map(({ id, name }) => ({ value: id, label: name })),
  }
})

export default function OfficeIdeas({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, calls } = loaderData
  return (
    <Page
      title={words.ideas[language]}
      actions={
        <>
          <ButtonLink kind="quiet" href="/tinh/dot-y-tuong">
            {words.calls[language]}
          </ButtonLink>
          <ButtonLink kind="quiet" href="/tinh/phuong-an">
            {words.plans[language]}
          </ButtonLink>
        </>
      }
    >
      {total === 0 && search === '' ? (
        <EmptyState title={words.noIdeas[language]} action={<ButtonLink href="/tinh/dot-y-tuong">{words.newCall[language]}</ButtonLink>} />
      ) : (
        <IdeasTable rows={rows} total={total} query={query} search={search} base="/tinh/y-tuong" withProducer calls={calls} />
      )}
      <ExcelLink href={`/tinh/y-tuong.xlsx${search}`} rows={total} />
    </Page>
  )
}
