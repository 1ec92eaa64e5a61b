// The products of a plan as a workbook: the same rows as on the page, all pages.
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { inspectionPlanFor, planLines } from '#/programme/inspection/plan.store.ts'
import { reasonText } from '#/programme/inspection/risk.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './inspection.messages.ts'
import { linesQuery } from './list-queries.ts'

export const loader = pageLoader(async ({ db, actor, params, url, now, lang }) => {
  const { plan } = await inspectionPlanFor(db, actor, params['plan'])
  const { rows } = await planLines(db, plan.id, { ...linesQuery(url.searchParams), page: 1, perPage: EXPORT_MOST })
  const bytes = await writeExcel({
    title: plan.title,
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.products[lang],
        landscape: true,
        columns: [
          { title: words.order[lang], width: 8 },
          { title: words.product[lang], width: 40 },
          { title: words.producer[lang], width: 36 },
          { title: words.star[lang], width: 10 },
          { title: words.until[lang], width: 12 },
          { title: words.points[lang], width: 8 },
          { title: words.why[lang], width: 60 },
          { title: words.chosen[lang], width: 10 },
          { title: words.reason[lang], width: 30 },
        ],
        rows: rows.map((row) => [
          row.place,
          row.product,
          row.producer,
          row.star,
          formatDate(row.lastValidOn),
          row.points,
          row.reasons.map((reason) => reasonText(reason, lang)).join('; '),
          (row.chosen ? words.yes : words.no)[lang],
          row.note,
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="ke-hoach-hau-kiem-${plainDateOf(now)}.xlsx"` },
  })
})
