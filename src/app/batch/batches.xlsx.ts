// The list as a workbook: the same rows as on the page, all pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate } from '#/platform/text/format.ts'
import { listBatches } from '#/programme/batch/batch.store.ts'
import { batchStateWords } from '#/programme/batch/batch.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './batch.messages.ts'
import { shelfText } from './batch-words.ts'
import { batchesQuery } from './batches-query.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const { rows } = await listBatches(db, actor, { ...batchesQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  const bytes = await writeExcel({
    title: words.batches[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.batches[lang],
        landscape: true,
        columns: [
          { title: words.number[lang], width: 20 },
          { title: words.product[lang], width: 36 },
          { title: words.producer[lang], width: 32 },
          { title: words.producedOn[lang], width: 14 },
          { title: words.lastsTo[lang], width: 30 },
          { title: words.quantity[lang], width: 14 },
          { title: words.unit[lang], width: 12 },
          { title: words.stampCount[lang], width: 12 },
          { title: words.state[lang], width: 26 },
        ],
        rows: rows.map((row) => [
          row.number,
          row.product,
          row.producer,
          formatDate(row.producedOn),
          shelfText(row, lang),
          row.quantityE3 / 1000,
          row.unit,
          row.stampCount,
          batchStateWords[row.state][lang],
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="lo-san-xuat-${plainDateOf(now)}.xlsx"` },
  })
})
