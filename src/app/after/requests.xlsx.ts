// The ministry's requests as a workbook: the same rows as on the page, all pages; cells are typed text.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate } from '#/platform/text/format.ts'
import { requestKindWords, requestWords } from '#/programme/objection/ministry-request.ts'
import { listRequests } from '#/programme/objection/ministry-request.store.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './after.messages.ts'
import { requestQuery } from './list-query.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const { rows } = await listRequests(db, actor, { ...requestQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  const title = words.requests[lang]
  const bytes = await writeExcel({
    title,
    createdAt: now.toISOString(),
    sheets: [
      {
        name: title,
        landscape: true,
        columns: [
          { title: words.requestNumber[lang], width: 20 },
          { title: words.datedOn[lang], width: 12 },
          { title: words.product[lang], width: 36 },
          { title: words.producer[lang], width: 36 },
          { title: words.requestKind[lang], width: 22 },
          { title: words.requestContent[lang], width: 50 },
          { title: words.state[lang], width: 20 },
          { title: words.requestAnswer[lang], width: 50 },
        ],
        rows: rows.map((row) => [
          row.number,
          formatDate(row.datedOn),
          row.productName,
          row.producerName,
          requestKindWords[row.kind][lang],
          row.content,
          requestWords[row.state][lang],
          row.answer,
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="yeu-cau-cua-bo-${plainDateOf(now)}.xlsx"` },
  })
})
