// Sheets as offices send them, for tests: workbooks with titles and merged cells, CSV, any matrix of cells.
import { writeXlsx } from 'hucre/xlsx'
import type { Merge } from './columns.ts'

type Cell = string | number | boolean | Date | null

export function workbook(rows: readonly (readonly Cell[])[], merges: readonly Merge[] = []): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'Trang 1', rows: rows.map((row) => [...row]), merges: [...merges] }] })
}

export function csv(rows: readonly (readonly string[])[], delimiter = ','): Uint8Array {
  const quoted = (cell: string) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return new TextEncoder().encode(`${rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n')}\r\n`)
}

/** Cells given as Excel names them: `merge(1, 0, 1, 3)` is A2:D2. */
export function merge(startRow: number, startCol: number, endRow: number, endCol: number): Merge {
  return { startRow, endRow, startCol, endCol }
}
