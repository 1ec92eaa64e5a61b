// The work one keeps as a workbook: the same rows as on the page, all pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { mustSee } from '#/programme/refuse.ts'
import { keepsWork } from '#/programme/task/task.policy.ts'
import { listWorks } from '#/programme/task/task.store.ts'
import { isLate, workPartWords, workStateWords } from '#/programme/task/task.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './task.messages.ts'
import { workQuery } from './work-query.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  mustSee(keepsWork(actor))
  const today = plainDateOf(now)
  const { rows } = await listWorks(db, actor, 'kept', { ...workQuery(url.searchParams), page: 1, perPage: EXPORT_MOST }, today)
  const bytes = await writeExcel({
    title: words.all[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.all[lang],
        landscape: true,
        columns: [
          { title: words.work[lang], width: 50 },
          { title: words.plan[lang], width: 50 },
          { title: words.body[lang], width: 36 },
          { title: words.part[lang], width: 12 },
          { title: words.due[lang], width: 12 },
          { title: words.state[lang], width: 18 },
          { title: words.late[lang], width: 10 },
          { title: words.percent[lang], width: 10 },
          { title: words.report[lang], width: 12 },
        ],
        rows: rows.map((row) => [
          row.title,
          row.plan,
          row.body,
          workPartWords[row.part][lang],
          formatDate(row.dueOn),
          workStateWords[row.state][lang],
          isLate(row, today) ? words.late[lang] : null,
          row.percent,
          row.reportedAt === null ? null : formatInstantDate(row.reportedAt),
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="nhiem-vu-${today}.xlsx"` },
  })
})
