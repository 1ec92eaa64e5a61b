import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { mustSee } from '#/programme/refuse.ts'
import { keepsWork } from '#/programme/task/task.policy.ts'
import { listWorks } from '#/programme/task/task.store.ts'
import { pageLoader } from '../page.server.ts'
import { ExcelLink } from '../ui/excel-link.tsx'
import { useLanguage } from '../ui/language.ts'
import { Page } from '../ui/page.tsx'
import { words } from './task.messages.ts'
import { workQuery } from './work-query.ts'
import { WorksTable } from './works-table.tsx'
import type { Route } from './+types/all.page'

export const loader = pageLoader(async ({ db, actor, url, now }) => {
  mustSee(keepsWork(actor))
  const query = workQuery(url.searchParams)
  const today = plainDateOf(now)
  return { ...(await listWorks(db, actor, 'kept', query, today)), query, search: url.search, today }
})

export default function AllWork({ loaderData }: Route.ComponentProps) {
  const language = useLanguage()
  const { rows, total, query, search, today } = loaderData
  return (
    <Page title={words.all[language]} crumbs={[{ href: '/nhiem-vu/bang', label: words.board[language] }]}>
      <WorksTable rows={rows} total={total} query={query} search={search} base="/nhiem-vu/tat-ca" today={today} />
      <ExcelLink href={`/nhiem-vu/tat-ca.xlsx${search}`} rows={total} />
    </Page>
  )
}
