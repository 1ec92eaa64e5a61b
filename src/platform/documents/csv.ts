/** CSV that a spreadsheet can open without running what somebody typed. */

export type CsvCell = string | number | null

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front (= + - @, their full-width twins, tab, CR, LF; leading blanks
 * do not hide them). Numbers are written as numbers.
 */
export function neutralised(text: string): string {
  return /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text
}

/** RFC 4180 with a byte order mark, so that Excel reads Vietnamese. `header` is a first row of the same width. */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): Uint8Array {
  const line = (cells: readonly CsvCell[]) => cells.map(csvCell).join(',')
  return new TextEncoder().encode(`\ufeff${[header, ...rows].map(line).join('\r\n')}\r\n`)
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = neutralised(cell.normalize('NFC'))
  return /[",\r\n;]|^'|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
