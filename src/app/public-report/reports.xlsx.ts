// The list as a workbook: the same rows as on the page, all pages. Neither codes nor contacts.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { listReports } from '#/programme/public-report/public-report.store.ts'
import { isOverdue, reportStateWords, topicWords } from '#/programme/public-report/public-report.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './public-report.messages.ts'
import { reportsQuery } from './reports-query.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const today = plainDateOf(now)
  const { rows } = await listReports(db, actor, { ...reportsQuery(url.searchParams), page: 1, perPage: EXPORT_MOST }, today)
  const bytes = await writeExcel({
    title: words.reports[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.reports[lang],
        landscape: true,
        columns: [
          { title: words.topicShort[lang], width: 34 },
          { title: words.words[lang], width: 60 },
          { title: words.product[lang], width: 28 },
          { title: words.producer[lang], width: 30 },
          { title: words.typed[lang], width: 26 },
          { title: words.fromBody[lang], width: 24 },
          { title: words.receivedOn[lang], width: 12 },
          { title: words.dueOn[lang], width: 12 },
          { title: words.who[lang], width: 20 },
          { title: words.state[lang], width: 20 },
          { title: words.overdue[lang], width: 10 },
        ],
        rows: rows.map((row) => [
          topicWords[row.topic][lang],
          row.words,
          row.product,
          row.producer,
          row.about,
          row.body ?? words.public[lang],
          formatInstantDate(row.receivedAt),
          formatDate(row.dueOn),
          row.assigneeName,
          reportStateWords[row.state][lang],
          isOverdue(row, today) ? 'x' : '',
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="phan-anh-${today}.xlsx"` },
  })
})
