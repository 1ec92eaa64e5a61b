// A register as a workbook: the rows of the list with every field, all pages; numbers are numbers, texts are texts.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE, writeExcel, type ExcelCell } from '#/platform/documents/excel.ts'
import { formatDate } from '#/platform/text/format.ts'
import { valueText, type Field, type RecordRow } from '#/programme/register/register.ts'
import { listRecords } from '#/programme/register/register.store.ts'
import { registerAt } from '#/programme/register/registers.ts'
import { EXPORT_MOST } from '../list-address.ts'
import { pageLoader } from '../page.server.ts'
import { recordQuery } from './list-query.ts'
import { words } from './register.messages.ts'

export const loader = pageLoader(async ({ db, actor, url, params, now, lang }) => {
  const register = registerAt(params['register'])
  const query = recordQuery(url.searchParams, register)
  const { rows } = await listRecords(db, actor, register, { ...query, page: 1, perPage: EXPORT_MOST })
  const title = register.title[lang]
  const bytes = await writeExcel({
    title,
    createdAt: now.toISOString(),
    sheets: [
      {
        name: title,
        landscape: true,
        columns: [...register.fields.map((field) => columnOf(field, lang)), { title: words.endedOn[lang], width: 14 }],
        rows: rows.map((row) => [
          ...register.fields.map((field) => cellOf(field, row, lang)),
          row.endedOn === null ? null : formatDate(row.endedOn),
        ]),
      },
    ],
  })
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': EXCEL_TYPE, 'Content-Disposition': `attachment; filename="${register.slug}-${plainDateOf(now)}.xlsx"` },
  })
})

function columnOf(field: Field, lang: 'vi' | 'en') {
  const title = field.kind === 'hundredths' ? `${field.label[lang]} (${field.unit[lang]})` : field.label[lang]
  const format = { whole: '#,##0', money: '#,##0', hundredths: '#,##0.00' }[field.kind as string]
  return { title, width: field.kind === 'text' && field.max > 100 ? 36 : 18, ...(format ? { format } : {}) }
}

function cellOf(field: Field, row: RecordRow, lang: 'vi' | 'en'): ExcelCell {
  const value = row[field.column]
  if (value === null || value === undefined || value === '') return null
  if (field.kind === 'whole' || field.kind === 'money') return Number(value)
  if (field.kind === 'hundredths') return Number(value) / 100
  return valueText(field, row, lang)
}
