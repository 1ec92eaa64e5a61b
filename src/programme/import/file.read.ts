/** A file of rows: CSV (UTF-8, with or without a byte order mark, comma or semicolon) or an Excel workbook. Knows nothing of the columns' sense. */
import { readExcel } from '#/platform/documents/excel.ts'
import { AppError } from '#/platform/errors/app-error.ts'

import { columns, headFaultText, readHead, type Cells } from './columns.ts'

export const MAX_ROWS = 50_000
const MAX_BYTES = 30 * 1024 * 1024

/** `line`: where the row begins in the file, from 1, as an editor or Excel counts. `width`: cells the row has beyond or short of the head. */
export type FileRow = { line: number; cells: Cells; extra: number }

type Line = { line: number; cells: string[] }

/** Throws `invalid` on the field `file` where the file as a whole cannot be taken: nothing of it is kept then. */
export async function readRows(bytes: Uint8Array): Promise<FileRow[]> {
  if (bytes.length === 0) refuse('Chọn tệp CSV hoặc Excel (.xlsx).', 'Choose a CSV or Excel (.xlsx) file.')
  if (bytes.length > MAX_BYTES) refuse('Tệp lớn hơn 30 MB. Tách thành nhiều tệp.', 'The file is larger than 30 MB. Cut it into several.')
  const lines = isZip(bytes) ? await excelLines(bytes) : csvLines(bytes)
  const [head, ...rest] = lines
  if (!head) refuse('Tệp không có dòng nào.', 'The file has no rows.')
  const read = readHead(head.cells)
  if (!read.ok) {
    const said = headFaultText(read.fault)
    refuse(said.vi, said.en)
  }
  const filled = rest.filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  if (filled.length === 0) refuse('Tệp chỉ có dòng tiêu đề.', 'The file has a head line only.')
  if (filled.length > MAX_ROWS)
    refuse(
      `Tệp có ${filled.length.toLocaleString('vi-VN')} dòng; mỗi lần nhận tối đa 50.000 dòng. Tách thành nhiều tệp.`,
      `The file has ${filled.length} rows; 50,000 at most are taken at once. Cut it into several.`,
    )
  const width = head.cells.length
  return filled.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(columns.map((column) => [column, cells[read.at[column]] ?? ''])) as Cells,
    extra: cells.slice(width).some((cell) => cell.trim() !== '') ? cells.length - width : 0,
  }))
}

function refuse(vi: string, en: string): never {
  throw new AppError('invalid', {}, { file: { vi, en } })
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

async function excelLines(bytes: Uint8Array): Promise<Line[]> {
  const sheets = await readExcel(bytes).catch(() => refuse('Không đọc được tệp Excel này.', 'This Excel file cannot be read.'))
  const sheet = sheets.find((one) => one.rows.some((row) => row.some((cell) => cell !== null && cell !== '')))
  return (sheet?.rows ?? []).map((row, index) => ({ line: index + 1, cells: row.map(excelCell) }))
}

/** A day that Excel keeps as a date comes as an instant at midnight UTC; everything else is its text. */
function excelCell(cell: string | number | boolean | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  const instant = /^(\d{4}-\d{2}-\d{2})T00:00:00(\.000)?Z$/.exec(cell)
  return instant?.[1] ?? cell
}

function csvLines(bytes: Uint8Array): Line[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    refuse('Tệp CSV không phải mã hóa UTF-8. Trong Excel chọn “CSV UTF-8” khi lưu.', 'The CSV file is not UTF-8. Save it as “CSV UTF-8”.')
  }
  if (text.includes('\0')) refuse('Tệp không phải CSV.', 'The file is not CSV.')
  const head = text.slice(0, (text.search(/[\r\n]/) + 1 || text.length + 1) - 1)
  return splitCsv(text, head.split(';').length > head.split(',').length ? ';' : ',')
}

/** RFC 4180: quoted cells may hold the delimiter, line breaks and doubled quotes. Throws where a quote is never closed, naming its line. */
export function splitCsv(text: string, delimiter: ',' | ';'): Line[] {
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
