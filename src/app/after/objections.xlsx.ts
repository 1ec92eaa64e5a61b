// The list of objections as a workbook: the same rows as on the page, all pages; cells are typed text.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate, formatInstantDate } from '#/platform/text/format.ts'
import { listObjections } from '#/programme/objection/objection.list.ts'
import { objectionWords, outcomeWords } from '#/programme/objection/objection.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './after.messages.ts'
import { objectionQuery } from './list-query.ts'
import { resultWords } from './result-words.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const today = plainDateOf(now)
  const { rows } = await listObjections(db, actor, { ...objectionQuery(url.searchParams), page: 1, perPage: EXPORT_MOST }, today)
  const title = words.objections[lang]
  const bytes = await writeExcel({
    title,
    createdAt: now.toISOString(),
    sheets: [
      {
        name: title,
        landscape: true,
        columns: [
          { title: words.product[lang], width: 36 },
          { title: words.producer[lang], width: 36 },
          { title: words.result[lang], width: 24 },
          { title: words.filedOn[lang], width: 12 },
          { title: words.answerDue[lang], width: 12 },
          { title: words.late[lang], width: 10 },
          { title: words.state[lang], width: 28 },
          { title: words.outcome[lang], width: 22 },
          { title: words.answerNumber[lang], width: 20 },
        ],
        rows: rows.map((row) => [
          row.productName,
          row.producerName,
          resultWords(row, lang),
          formatInstantDate(row.filedAt),
          row.answerDueOn === null ? null : formatDate(row.answerDueOn),
          row.late ? 'x' : null,
          objectionWords[row.state][lang],
          row.outcome === null ? null : outcomeWords[row.outcome][lang],
          row.answerNumber,
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="kien-nghi-${today}.xlsx"` },
  })
})
