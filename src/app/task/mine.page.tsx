import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { readsPlans } from '#/programme/programme-plan/plan.policy.ts'
import { mustSee } from '#/programme/refuse.ts'
import { keepsWork } from '#/programme/task/task.policy.ts'
import { listWorks } from '#/programme/task/task.store.ts'
import { pageLoader } from '../page.server.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { words } from './task.messages.ts'
import { workQuery } from './work-query.ts'
import { WorksTable } from './works-table.tsx'
import type { Route } from './+types/mine.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  mustSee(readsPlans(actor))
  const query = workQuery(url.searchParams)
  const today = plainDateOf(now)
  return { ...(await listWorks(db, actor, 'own', query, today)), query, search: url.search, today, keeps: keepsWork(actor) }
})

export default function Mine({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, today, keeps } = loaderData
  const board = keeps ? (
    <ButtonLink kind="quiet" href="/nhiem-vu/bang">
      {words.board[language]}
    </ButtonLink>
  ) : undefined
  return (
    <Page title={words.mine[language]} lead={words.mineLead[language]} actions={board}>
      {total === 0 && search === '' ? (
        <EmptyState title={words.none[language]} hint={words.noneHint[language]} />
      ) : (
        <WorksTable rows={rows} total={total} query={query} search={search} base="/nhiem-vu" today={today} />
      )}
    </Page>
  )
}
