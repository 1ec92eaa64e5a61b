// The products that may show the mark, as a workbook: the same rows as on the page, all pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate } from '#/platform/text/format.ts'
import { rightsToMark } from '#/programme/inspection/mark.store.ts'
import { EXPORT_MOST, wordsAsked } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './inspection.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const query = { search: wordsAsked(url.searchParams), page: 1, perPage: EXPORT_MOST }
  const { rows } = await rightsToMark(db, actor, query, plainDateOf(now))
  const bytes = await writeExcel({
    title: words.mark[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.products[lang],
        columns: [
          { title: words.product[lang], width: 44 },
          { title: words.producer[lang], width: 44 },
          { title: words.star[lang], width: 10 },
          { title: words.until[lang], width: 14 },
        ],
        rows: rows.map((row) => [row.product, row.producer, row.star, formatDate(row.until)]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="bieu-trung-${plainDateOf(now)}.xlsx"` },
  })
})
