// The list as a workbook: the same rows as on the page, all pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate } from '#/platform/text/format.ts'
import { listInspections } from '#/programme/inspection/inspection.store.ts'
import { inspectionKindWords, inspectionStateWords, siteWords } from '#/programme/inspection/inspection.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './inspection.messages.ts'
import { inspectionsQuery } from './list-queries.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const { rows } = await listInspections(db, actor, { ...inspectionsQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  const bytes = await writeExcel({
    title: words.inspections[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.inspections[lang],
        landscape: true,
        columns: [
          { title: words.producer[lang], width: 36 },
          { title: words.place[lang], width: 36 },
          { title: words.products[lang], width: 44 },
          { title: words.kind[lang], width: 14 },
          { title: words.site[lang], width: 24 },
          { title: words.plannedOn[lang], width: 14 },
          { title: words.number[lang], width: 16 },
          { title: words.violationCount[lang], width: 10 },
          { title: words.state[lang], width: 26 },
        ],
        rows: rows.map((row) => [
          row.producer ?? '',
          row.place,
          row.products.join(', '),
          inspectionKindWords[row.kind][lang],
          siteWords[row.site][lang],
          formatDate(row.doneOn ?? row.plannedOn),
          row.number ?? '',
          row.violations,
          inspectionStateWords[row.state][lang],
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="hau-kiem-${plainDateOf(now)}.xlsx"` },
  })
})
