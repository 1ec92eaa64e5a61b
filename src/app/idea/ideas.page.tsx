import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { listIdeas, openCalls } from '#/programme/idea/idea.store.ts'
import { producersOf } from '#/programme/people/actor.ts'
import { mustSee } from '#/programme/refuse.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { fill, words } from './idea.messages.ts'
import { IdeasTable } from './ideas-table.tsx'
import { ideaQuery } from './list-query.ts'
import type { Route } from './+types/ideas.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  mustSee(producersOf(actor).length > 0)
  const query = ideaQuery(url.searchParams)
  const calls = await openCalls(db, actor.provinceCode, plainDateOf(now))
  return {
    ...(await listIdeas(db, actor, 'producer', query)),
    query,
    search: url.search,
    calls: calls.map((call) => ({ id: call.id, name: call.name, closesOn: formatDate(call.closesOn), guidance: call.guidance })),
  }
})

export default function Ideas({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, calls } = loaderData
  const add = <ButtonLink href="/y-tuong/them">{words.addIdea[language]}</ButtonLink>
  const none = total === 0 && search === ''
  return (
    <Page title={words.ideas[language]} lead={words.ideasLead[language]} actions={none ? undefined : add}>
      {calls.length === 0 ? null : (
        <Notice title={words.openCalls[language]}>
          {calls.map((call) => (
            <p key={call.id}>
              {call.name}, {fill(words.until[language], { day: call.closesOn })}. {call.guidance}
            </p>
          ))}
        </Notice>
      )}
      {none ? (
        <EmptyState title={words.noIdeas[language]} hint={words.noIdeasHint[language]} action={add} />
      ) : (
        <IdeasTable rows={rows} total={total} query={query} search={search} base="/y-tuong" withProducer={false} />
      )}
    </Page>
  )
}
