// The figures of a year as a workbook: the same rows as on the page, all pages; what was not filed is empty, zero is 0.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { formatInstantDate } from '#/platform/text/format.ts'
import { listYears } from '#/programme/producer-year/producer-year.store.ts'
import { fieldWords, yearFields, yearWords } from '#/programme/producer-year/producer-year.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { fill, words } from './producer-year.messages.ts'
import { yearQuery } from './years-query.ts'

export const loader = pageLoader(async ({ db, actor, url, now, lang }) => {
  const today = plainDateOf(now)
  const query = yearQuery(url.searchParams, today)
  const { rows } = await listYears(db, actor, { ...query, page: 1, perPage: EXPORT_MOST }, today)
  const title = fill(words.ofYear[lang], { year: query.year })
  const bytes = await writeExcel({
    title,
    createdAt: now.toISOString(),
    sheets: [
      {
        name: title,
        landscape: true,
        columns: [
          { title: words.producer[lang], width: 36 },
          { title: words.taxCode[lang], width: 16 },
          { title: words.commune[lang], width: 22 },
          ...yearFields.map((name) => ({ title: fieldWords[name][lang], width: 18, format: '#,##0' })),
          { title: words.state[lang], width: 22 },
          { title: fill(words.filed[lang], { at: '' }).trim(), width: 14 },
          { title: words.late[lang], width: 10 },
          { title: words.followUp[lang], width: 14 },
        ],
        rows: rows.map((row) => [
          row.producer,
          row.taxCode,
          row.commune,
          ...yearFields.map((name) => row[name]),
          yearWords[row.state ?? 'missing'][lang],
          row.filedAt === null ? null : formatInstantDate(row.filedAt),
          row.late ? 'x' : null,
          row.followUp ? 'x' : null,
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="so-lieu-nam-${query.year}.xlsx"` },
  })
})
