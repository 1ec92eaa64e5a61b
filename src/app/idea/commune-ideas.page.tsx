import { listIdeas } from '#/programme/idea/idea.store.ts'
import { communesOf } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageLoader } from '../page.server.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { words } from './idea.messages.ts'
import { IdeasTable } from './ideas-table.tsx'
import { ideaQuery } from './list-query.ts'
import type { Route } from './+types/commune-ideas.page'

export const loader = pageLoader(async ({ db, actor, url }) => {
  mustSee(communesOf(actor).length > 0)
  const query = ideaQuery(url.searchParams)
  return { ...(await listIdeas(db, actor, 'commune', query)), query, search: url.search }
})

export default function CommuneIdeas({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search } = loaderData
  return (
    <Page title={words.ideas[language]} lead={words.confirmLead[language]}>
      {total === 0 && search === '' ? (
        <EmptyState title={words.noIdeas[language]} />
      ) : (
        <IdeasTable rows={rows} total={total} query={query} search={search} base="/xa/y-tuong" withProducer />
      )}
    </Page>
  )
}
