// A file as rows of named cells: where its head stands, what is not taken, and every row with its line. Knows nothing of the columns' sense.
import { cellName, findHead, headFaultText, rangeName, type Head, type HeadColumn, type Merge } from './columns.ts'
import { readLines, refuse, type Line } from './lines.ts'
import { unitOfHead, unitOfLine, type UnitRead } from './unit.ts'

export const MAX_ROWS = 50_000

/** `line`: where the row begins in the file. `extra`: cells beyond the head. `merged`: the range of cells that are one across rows or columns. */
export type FileRow<Key extends string = string> = { line: number; cells: Record<Key, string>; extra: number; merged: string | null }

export type FileReading<Key extends string = string> = {
  rows: FileRow<Key>[]
  /** Line of the head. */
  headLine: number
  /** Lines with something in them above the head: a title, a unit of measure. */
  above: number
  /** Named columns of the file that are not taken. */
  left: string[]
  /** What its money is counted in; null where it has no column of money. */
  unit: UnitRead | null
}

/** Throws `invalid` on the field `file` where the file as a whole cannot be taken: nothing of it is kept then. */
export async function readFile<Key extends string>(
  bytes: Uint8Array,
  columns: readonly HeadColumn<Key>[],
  others: 'refused' | 'left',
): Promise<FileReading<Key>> {
  const { lines, merges } = await readLines(bytes)
  if (lines.every(({ cells }) => isBlank(cells))) refuse('Tệp không có dòng nào.', 'The file has no rows.')
  const read = findHead(
    lines.slice(0, 40).map(({ cells }) => cells),
    merges,
    columns,
    others,
  )
  if (!read.ok) {
    const said = headFaultText(read.fault)
    refuse(said.vi, said.en)
  }
  const { head } = read
  const start = head.to + 1 + (isNumbering(lines[head.to + 1]?.cells ?? []) ? 1 : 0)
  const filled = lines.flatMap((line, index) => (index < start || isBlank(line.cells) ? [] : [{ ...line, index }]))
  if (filled.length === 0) refuse('Tệp chỉ có dòng tiêu đề.', 'The file has a head line only.')
  if (filled.length > MAX_ROWS)
    refuse(
      `Tệp có ${filled.length.toLocaleString('vi-VN')} dòng; mỗi lần nhận tối đa 50.000 dòng. Tách thành nhiều tệp.`,
      `The file has ${filled.length} rows; 50,000 at most are taken at once. Cut it into several.`,
    )
  const width = Math.max(...lines.slice(head.from, head.to + 1).map(({ cells }) => cells.length))
  const taken = Object.values<number | undefined>(head.at).filter((column) => column !== undefined)
  const touching = merges.filter((merge) => taken.some((column) => column >= merge.startCol && column <= merge.endCol))
  const merged = mergedRows(touching, start, lines.length)
  return {
    headLine: lines[head.from]?.line ?? 1,
    above: lines.slice(0, head.from).filter(({ cells }) => !isBlank(cells)).length,
    left: head.left,
    unit: unitOf(columns, head, lines),
    rows: filled.map(({ line, cells, index }) => ({
      line,
      cells: Object.fromEntries(columns.map(({ key }) => [key, cells[head.at[key] ?? -1] ?? ''])) as Record<Key, string>,
      extra: isBlank(cells.slice(width)) ? 0 : cells.length - width,
      merged: merged.get(index) ?? null,
    })),
  }
}

/** The column's own head goes before a line above the table; where neither says anything đồng are counted. */
function unitOf<Key extends string>(columns: readonly HeadColumn<Key>[], head: Head<Key>, lines: readonly Line[]): UnitRead | null {
  const money = columns.filter((column) => column.money && head.at[column.key] !== undefined)
  if (money.length === 0) return null
  for (const { key } of money) {
    const unit = unitOfHead(head.said[key] ?? '')
    if (unit !== null) return { unit, from: 'head', at: cellName(head.from, head.at[key] ?? 0) }
  }
  // The line nearest to the table is its own.
  for (let row = head.from - 1; row >= 0; row -= 1)
    for (const [column, cell] of (lines[row]?.cells ?? []).entries()) {
      const unit = unitOfLine(cell)
      if (unit !== null) return { unit, from: 'above', at: cellName((lines[row]?.line ?? row + 1) - 1, column) }
    }
  return { unit: 'dong', from: 'nothing', at: null }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** The row "(1) (2) (3)" or "A B 1 2" that forms print under the head. */
function isNumbering(cells: readonly string[]): boolean {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const numbers = said.map((cell) => cell.replace(/^\(|\)$/g, '')).filter((cell) => !/^[A-Z]$/.test(cell))
  return said.length >= 3 && numbers.length >= 2 && numbers.every((number, index) => number === String(index + 1))
}

/** The merged range each row from `start` on lies in, by its place in the list of lines. */
function mergedRows(merges: readonly Merge[], start: number, end: number): Map<number, string> {
  const found = new Map<number, string>()
  for (const merge of merges)
    for (let row = Math.max(merge.startRow, start); row <= Math.min(merge.endRow, end - 1); row += 1) found.set(row, rangeName(merge))
  return found
}
