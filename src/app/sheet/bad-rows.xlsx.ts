// The bad rows as a workbook: as they came, with line and reasons, ready to be mended and sent again: the two more columns are left out then.
import { EXCEL_TYPE, writeExcel } from '#/platform/documents/excel.ts'
import { sheetOutcomeWords } from '#/programme/sheet/sheet.messages.ts'
import { batchFor } from '#/programme/sheet/sheet.rights.ts'
import type { SheetColumn } from '#/programme/sheet/sheet.ts'
import { moneyUnitWords, type MoneyUnit } from '#/programme/sheet/unit.ts'
import { sheetBatchById, sheetRowsOf } from '#/programme/sheet/sheet.store.ts'
import { fileResponse } from '../office/paper.server.ts'
import { pageLoader } from '../page.server.ts'
import { words } from './sheet.messages.ts'

/** "Số tiền (triệu đồng)" where the file counted so. */
function titleIn({ title, money }: SheetColumn, lang: 'vi' | 'en', unit: MoneyUnit = 'dong'): string {
  return money && unit !== 'dong' ? title[lang].replace(/\(.*\)$/, `(${moneyUnitWords[unit][lang]})`) : title[lang]
}

export const loader = pageLoader(async ({ db, actor, params, now, lang }) => {
  const { batch, kind } = await batchFor(db, actor, await sheetBatchById(db, params['id']))
  const rows = await sheetRowsOf(db, batch.id, { outcome: 'bad', page: 1, size: null })
  const titleOf = (key: string | null) => kind.columns.find((column) => column.key === key)?.title[lang]
  const bytes = await writeExcel({
    title: sheetOutcomeWords.bad[lang],
    createdAt: now.toISOString(),
    sheets: [
      {
        name: sheetOutcomeWords.bad[lang],
        columns: [
          // Sent again, the mended rows count in the same unit.
          ...kind.columns.map((column) => ({
            title: titleIn(column, lang, batch.reading.unit?.unit),
            width: Math.max(14, column.example.length + 4),
          })),
          { title: words.line[lang], width: 8 },
          { title: words.reason[lang], width: 70 },
        ],
        rows: rows.map((row) => [
          ...kind.columns.map((column) => row.cells[column.key] ?? ''),
          row.line,
          row.reasons.map((reason) => [titleOf(reason.column), reason[lang]].filter(Boolean).join(': ')).join(' '),
        ]),
      },
    ],
  })
  return fileResponse(new Uint8Array(bytes), { name: `dong-loi-${kind.kind}.xlsx`, mediaType: EXCEL_TYPE, download: true })
})
