// The list as a workbook: the same rows as on the page, all pages.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatDate } from '#/platform/text/format.ts'
import { listViolations } from '#/programme/inspection/violation.store.ts'
import { remedyWords, severityWords, violationKindWords, violationStateWords } from '#/programme/inspection/violation.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './inspection.messages.ts'
import { violationsQuery } from './list-queries.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const query = { ...violationsQuery(url.searchParams), page: 1, perPage: EXPORT_MOST }
  const { rows } = await listViolations(db, actor, query, plainDateOf(now))
  const bytes = await writeExcel({
    title: words.violations[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: words.violations[lang],
        landscape: true,
        columns: [
          { title: words.violationKind[lang], width: 28 },
          { title: words.whatFound[lang], width: 60 },
          { title: words.product[lang], width: 36 },
          { title: words.producer[lang], width: 36 },
          { title: words.severity[lang], width: 18 },
          { title: words.remedy[lang], width: 28 },
          { title: words.found[lang], width: 12 },
          { title: words.dueOn[lang], width: 12 },
          { title: words.state[lang], width: 30 },
        ],
        rows: rows.map((row) => [
          violationKindWords[row.kind][lang],
          row.what,
          row.product ?? row.goods,
          row.producer ?? '',
          severityWords[row.severity][lang],
          remedyWords[row.remedy][lang],
          formatDate(row.foundOn),
          row.dueOn === null ? '' : formatDate(row.dueOn),
          violationStateWords[row.state][lang],
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="vi-pham-${plainDateOf(now)}.xlsx"` },
  })
})
