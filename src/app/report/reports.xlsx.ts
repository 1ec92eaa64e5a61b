// The list of reports as a workbook, the late list among it: the same rows as on the page, all pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { reportKindWords } from '#/programme/report/form.ts'
import { listReports } from '#/programme/report/report.store.ts'
import { daysLate, reportStateWords } from '#/programme/report/report.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { workbook } from '../workbook.server.ts'
import { reportQuery } from './list-query.ts'
import { words } from './report.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const today = plainDateOf(now)
  const { rows } = await listReports(db, actor, { ...reportQuery(url.searchParams), page: 1, perPage: EXPORT_MOST }, today)
  const title = words.reports[lang]
  return workbook(title, `bao-cao-${today}`, now, {
    columns: [
      { title: words.unit[lang], width: 40 },
      { title: words.call[lang], width: 44 },
      { title: words.kind[lang], width: 22 },
      { title: words.due[lang], width: 12 },
      { title: words.filed[lang], width: 12 },
      { title: words.daysLate[lang], width: 10 },
      { title: words.state[lang], width: 28 },
      { title: words.nothing[lang], width: 14 },
      { title: words.approvedBy[lang], width: 28 },
    ],
    rows: rows.map((row) => [
      row.unitName,
      row.callTitle,
      reportKindWords[row.kind][lang],
      formatDate(row.dueOn),
      row.filedOn === null ? words.notFiled[lang] : formatDate(row.filedOn),
      daysLate(row, today),
      reportStateWords[row.state][lang],
      row.nothingToReport ? 'x' : null,
      row.approverName,
    ]),
  })
})
