/** The lines of a file: CSV (UTF-8, with or without a byte order mark, comma or semicolon) or the first filled sheet of an Excel workbook. */
import { readExcel } from '#/platform/documents/excel.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { scanOffice } from '#/platform/uploads/office-scan.ts'
import type { Merge } from './columns.ts'

/** `line`: where it begins in the file, from 1, as an editor or Excel counts. */
export type Line = { line: number; cells: string[] }
export type Lines = { lines: Line[]; merges: readonly Merge[] }

const MAX_BYTES = 30 * 1024 * 1024
/** A register of 50,000 rows unpacks to less; a bomb to more. */
const UNPACK = { maxUnpackedBytes: 300 * 1024 * 1024, maxRatio: 300, maxEntries: 5000 }

/** Throws `invalid` on the field `file` where the file as a whole cannot be taken. */
export async function readLines(bytes: Uint8Array): Promise<Lines> {
  if (bytes.length === 0) refuse('Chọn tệp CSV hoặc Excel (.xlsx).', 'Choose a CSV or Excel (.xlsx) file.')
  if (bytes.length > MAX_BYTES) refuse('Tệp lớn hơn 30 MB. Tách thành nhiều tệp.', 'The file is larger than 30 MB. Cut it into several.')
  return isZip(bytes) ? excelLines(bytes) : { lines: csvLines(bytes), merges: [] }
}

export function refuse(vi: string, en: string): never {
  throw new AppError('invalid', {}, { file: { vi, en } })
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

async function excelLines(bytes: Uint8Array): Promise<Lines> {
  const scan = scanOffice(bytes, UNPACK)
  if (!scan.ok || scan.kind !== 'xlsx') refuse('Không đọc được tệp Excel này.', 'This Excel file cannot be read.')
  const sheets = await readExcel(bytes).catch(() => refuse('Không đọc được tệp Excel này.', 'This Excel file cannot be read.'))
  const sheet = sheets.find((one) => one.rows.some((row) => row.some((cell) => cell !== null && cell !== '')))
  if (!sheet) return { lines: [], merges: [] }
  // A row without cells is a hole in the list.
  return {
    lines: Array.from(sheet.rows, (row, index) => ({ line: index + 1, cells: Array.from(row ?? [], excelCell) })),
    merges: sheet.merges,
  }
}

/**
 * A cell as somebody would have typed it: a day that Excel keeps as a date comes as an instant at midnight UTC, a number with the comma of
 * Vietnamese and without the tail that binary fractions leave. NULs and halves of signs, which no database keeps, go.
 */
function excelCell(cell: string | number | boolean | null | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15))).replace('.', ',')
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  const instant = /^(\d{4}-\d{2}-\d{2})T00:00:00(\.000)?Z$/.exec(cell)
  return instant?.[1] ?? cell.replaceAll('\0', '').toWellFormed()
}

function csvLines(bytes: Uint8Array): Line[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    refuse('Tệp CSV không phải mã hóa UTF-8. Trong Excel chọn “CSV UTF-8” khi lưu.', 'The CSV file is not UTF-8. Save it as “CSV UTF-8”.')
  }
  if (text.includes('\0')) refuse('Tệp không phải CSV.', 'The file is not CSV.')
  return splitCsv(text, delimiterOf(text))
}

/** The sign that most of the first lines hold more of: a title may have commas, and numbers have theirs. */
function delimiterOf(text: string): ',' | ';' {
  const count = (line: string, delimiter: string) => line.split(delimiter).length
  const votes = text.split(/\r?\n/, 30).map((line) => Math.sign(count(line, ';') - count(line, ',')))
  return votes.reduce((sum, vote) => sum + vote, 0) > 0 ? ';' : ','
}

/** RFC 4180: quoted cells may hold the delimiter, line breaks and doubled quotes. Throws where a quote is never closed, naming its line. */
function splitCsv(text: string, delimiter: ',' | ';'): Line[] {
  const lines: Line[] = []
  let cells: string[] = []
  let line = 1
  let start = 1
  let at = text.startsWith('\ufeff') ? 1 : 0
  const endRow = () => {
    lines.push({ line: start, cells })
    cells = []
  }
  while (at <= text.length) {
    let cell: string
    if (text[at] === '"') {
      const opened = line
      cell = ''
      for (at += 1; ;) {
        const close = text.indexOf('"', at)
        if (close < 0)
          refuse(`Dòng ${opened}: dấu ngoặc kép mở mà không đóng.`, `Line ${opened}: a quotation mark is opened and never closed.`)
        const piece = text.slice(at, close)
        cell += piece
        line += piece.split('\n').length - 1
        at = close + 1
        if (text[at] !== '"') break
        cell += '"'
        at += 1
      }
      const tail = /[,;\r\n]|$/.exec(text.slice(at, at + 200))?.index ?? 0
      cell += text.slice(at, at + tail)
      at += tail
    } else {
      let end = at
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
      cell = text.slice(at, end)
      at = end
    }
    cells.push(cell)
    if (text[at] === delimiter) {
      at += 1
      continue
    }
    if (at >= text.length) {
      if (cells.length > 1 || cells[0] !== '') endRow()
      break
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    line += 1
    endRow()
    start = line
  }
  return lines
}
