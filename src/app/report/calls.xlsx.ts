// The calls of the desk as a workbook: the same rows as on the page, all pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { reportKindWords } from '#/programme/report/form.ts'
import { listReportCalls } from '#/programme/report/report.store.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { workbook } from '../workbook.server.ts'
import { callQuery } from './list-query.ts'
import { words } from './report.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const today = plainDateOf(now)
  const { rows } = await listReportCalls(db, actor, today, { ...callQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  const count = { width: 14, format: '#,##0' }
  return workbook(words.calls[lang], `dot-bao-cao-${today}`, now, {
    columns: [
      { title: words.call[lang], width: 50 },
      { title: words.kind[lang], width: 24 },
      { title: words.periodFrom[lang], width: 14 },
      { title: words.periodTo[lang], width: 14 },
      { title: words.cutOff[lang], width: 16 },
      { title: words.due[lang], width: 14 },
      { title: words.expected[lang], ...count },
      { title: words.filedCount[lang], ...count },
      { title: words.late[lang], ...count },
      { title: words.state[lang], width: 16 },
    ],
    rows: rows.map((row) => [
      row.title,
      reportKindWords[row.kind][lang],
      ...[row.periodFrom, row.periodTo, row.cutOffOn, row.dueOn].map(formatDate),
      row.expected,
      row.filed,
      row.late,
      words[row.state][lang],
    ]),
  })
})
