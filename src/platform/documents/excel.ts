/** Excel workbooks, behind one small adapter so that the library can be replaced. Cells are typed: text stays text, whatever it begins with. */
import { readXlsx, writeXlsx } from 'hucre/xlsx'

export type ExcelCell = string | number | null

/** `width` in characters. `format` applies to the column's numbers, for instance `0.00`. */
export type ExcelColumn = { title: string; width: number; format?: string }

/** `boldRows` are indexes into `rows`. `landscape` sets the printed page. `above`: lines over the table, each across its whole width. */
export type ExcelSheet = {
  name: string
  above?: readonly string[]
  columns: readonly ExcelColumn[]
  rows: readonly (readonly ExcelCell[])[]
  boldRows?: readonly number[]
  landscape?: boolean
  frozenColumns?: number
}

export type ExcelBook = { title: string; createdAt: string; sheets: readonly ExcelSheet[] }

export const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const HEAD = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F3F0E6' } },
  alignment: { wrapText: true, vertical: 'center' },
  border: { bottom: { style: 'thin' } },
} as const

/** Names Excel accepts: at most 31 characters, none of []:*?/\ , unique without regard to case. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const base =
      name
        .normalize('NFC')
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Trang'
    for (let n = 1; ; n++) {
      const tail = n === 1 ? '' : ` (${n})`
      const candidate = [...base].slice(0, 31 - tail.length).join('') + tail
      if (taken.has(candidate.toLowerCase())) continue
      taken.add(candidate.toLowerCase())
      return candidate
    }
  })
}

/** Writes a workbook; the column titles stand in the first row, or under the lines above, and stay in sight. */
export async function writeExcel(book: ExcelBook): Promise<Uint8Array> {
  const created = new Date(book.createdAt)
  const names = sheetNames(book.sheets.map((sheet) => sheet.name))
  return writeXlsx({
    properties: { title: book.title, created, modified: created },
    defaultFont: { name: 'Times New Roman', size: 12 },
    sheets: book.sheets.map((sheet, index) => ({
      name: names[index] ?? sheet.name,
      columns: sheet.columns.map((column) => ({ width: column.width })),
      rows: [...linesAbove(sheet), sheet.columns.map((column) => column.title), ...sheet.rows.map((row) => [...row])],
      cells: styled(sheet),
      merges: linesAbove(sheet).map((_, row) => ({ startRow: row, endRow: row, startCol: 0, endCol: sheet.columns.length - 1 })),
      freezePane: { rows: 1 + linesAbove(sheet).length, columns: sheet.frozenColumns ?? 0 },
      pageSetup: {
        paperSize: 'a4',
        orientation: sheet.landscape ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      },
    })),
  })
}

function linesAbove(sheet: ExcelSheet): ExcelCell[][] {
  return (sheet.above ?? []).map((line) => [line, ...sheet.columns.slice(1).map(() => null)])
}

const TITLE = { font: { bold: true }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } } as const

function styled(sheet: ExcelSheet): Map<string, Partial<import('hucre/xlsx').Cell>> {
  const cells = new Map<string, Partial<import('hucre/xlsx').Cell>>()
  const top = sheet.above?.length ?? 0
  sheet.above?.forEach((line, y) => cells.set(`${y},0`, { value: line, type: 'string', style: TITLE }))
  sheet.columns.forEach((column, x) => cells.set(`${top},${x}`, { value: column.title, type: 'string', style: HEAD }))
  const bold = new Set(sheet.boldRows)
  sheet.rows.forEach((row, y) => {
    row.forEach((value, x) => {
      if (value === null) return
      const text = typeof value === 'string'
      cells.set(`${top + y + 1},${x}`, {
        value,
        type: text ? 'string' : 'number',
        style: {
          ...(bold.has(y) ? { font: { bold: true } } : {}),
          alignment: { vertical: 'top', wrapText: text },
          numFmt: text ? '@' : (sheet.columns[x]?.format ?? 'General'),
        },
      })
    })
  })
  return cells
}

/** Cells that are one in the sheet, rows and columns from 0, ends included. */
type MergedCells = { startRow: number; endRow: number; startCol: number; endCol: number }
type ReadSheet = { name: string; rows: (string | number | boolean | null)[][]; merges: MergedCells[] }

/** Reads every sheet as rows of plain cells; dates come back as ISO text, formulas as their stored result. Throws when it is no workbook. */
export async function readExcel(bytes: Uint8Array): Promise<ReadSheet[]> {
  const book = await readXlsx(bytes)
  return book.sheets.map((sheet) => ({
    name: sheet.name,
    merges: sheet.merges ?? [],
    rows: sheet.rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString() : cell))),
  }))
}
