// The head of a sheet: which of its cells names which column. Pure.
import { fold } from '#/platform/text/fold.ts'
import type { Words } from '../fields.ts'
import { withoutUnit } from './unit.ts'

/** A column as files may call it: its shown name and every other one. `required`: the file must have it. */
export type HeadColumn<Key extends string = string> = { key: Key; names: readonly string[]; required: boolean; money?: boolean }

/** Cells of a range that are one in the file, counted from 0, ends included. */
export type Merge = { startRow: number; endRow: number; startCol: number; endCol: number }

export type Head<Key extends string = string> = {
  /** Position of each column the file has. */
  at: Partial<Record<Key, number>>
  /** First and last row of the head, from 0: two where groups of columns stand over their names. */
  from: number
  to: number
  /** What each column's head says in the file, its group first: "Kinh phí (triệu đồng) Năm 2026". */
  said: Partial<Record<Key, string>>
  /** Named cells of the head that no column answers to, with where they stand: "Ghi chú (F4)". */
  left: string[]
}

export type HeadFault = { missing: string[]; unknown: string[]; twice: string[] }

/** How far down a head is looked for: titles, units of measure and "Kèm theo quyết định" stand above it. */
const LOOK = 30

/** "Doanh thu (đồng)" and "doanh_thu" meet in one spelling. */
export function headName(cell: string): string {
  return fold(cell)
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
}

/** A1, B7, AA12: a cell as Excel calls it, from 0. */
export function cellName(row: number, column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row + 1}`
}

export function rangeName(merge: Merge): string {
  return `${cellName(merge.startRow, merge.startCol)}:${cellName(merge.endRow, merge.endCol)}`
}

/**
 * The row that names most of the columns, with its two levels where cells are merged; or what is wrong with it. `others` says whether cells no
 * column answers to are refused or left, named.
 */
export function findHead<Key extends string>(
  rows: readonly (readonly string[])[],
  merges: readonly Merge[],
  columns: readonly HeadColumn<Key>[],
  others: 'refused' | 'left',
): { ok: true; head: Head<Key> } | { ok: false; fault: HeadFault } {
  const keys = new Map(columns.flatMap((column) => column.names.map((name) => [headName(name), column.key] as const)))
  let best = readHead(rows, 0, merges, keys)
  for (let row = 1; row < Math.min(rows.length, LOOK); row += 1) {
    const next = readHead(rows, row, merges, keys)
    if (next.found.length > best.found.length) best = next
  }
  const twice = best.found.filter(({ key }, index) => best.found.findIndex((one) => one.key === key) < index)
  const missing = columns.filter((column) => column.required && !best.found.some(({ key }) => key === column.key))
  if (twice.length + missing.length > 0 || (others === 'refused' && best.left.length > 0))
    return {
      ok: false,
      fault: {
        missing: missing.map((column) => column.names[0] ?? column.key),
        unknown: others === 'refused' ? best.left : [],
        twice: twice.map(({ said }) => said),
      },
    }
  const at = Object.fromEntries(best.found.map(({ key, column }) => [key, column])) as Partial<Record<Key, number>>
  const said = Object.fromEntries(best.found.map(({ key, whole }) => [key, whole])) as Partial<Record<Key, string>>
  return { ok: true, head: { at, from: best.from, to: best.to, said, left: best.left } }
}

function readHead<Key extends string>(
  rows: readonly (readonly string[])[],
  from: number,
  merges: readonly Merge[],
  keys: ReadonlyMap<string, Key>,
) {
  const depth = Math.max(
    0,
    ...merges.filter((merge) => merge.startRow === from && merge.endRow - from <= 2).map((merge) => merge.endRow - from),
  )
  const to = Math.min(from + depth, rows.length - 1)
  const width = Math.max(0, ...rows.slice(from, to + 1).map((row) => row.length))
  const found: { key: Key; column: number; said: string; whole: string }[] = []
  const left: string[] = []
  for (let column = 0; column < width; column += 1) {
    const group = merges.find((merge) => merge.startRow === from && merge.startCol <= column && merge.endCol >= column)
    const top = rows[from]?.[group?.startCol ?? column] ?? ''
    const under = rows.slice(from + 1, to + 1).map((row) => row[column] ?? '')
    const own = under.findLast((cell) => cell.trim() !== '') ?? (group && group.startCol < column ? '' : top)
    if (own.trim() === '') continue
    const plain = own.replace(/\([^)]*\)/g, '')
    const spelt = [`${top} ${own}`, own, plain].map(headName)
    const key = [...spelt, withoutUnit(headName(own))].map((name) => keys.get(name)).find((one) => one !== undefined)
    const said = `${own.trim().slice(0, 60)} (${cellName(from, column)})`
    if (key === undefined) left.push(said)
    else found.push({ key, column, said, whole: top === own ? own : `${top} ${own}` })
  }
  return { found, left, from, to }
}

export function headFaultText({ missing, unknown, twice }: HeadFault): Words {
  const said = (title: string, names: readonly string[]) => (names.length === 0 ? [] : [`${title}: ${names.slice(0, 25).join(', ')}`])
  return {
    vi: `Dòng tiêu đề chưa đúng. ${[...said('Thiếu cột', missing), ...said('Cột lạ', unknown), ...said('Cột lặp', twice)].join('. ')}.`,
    en: `The head line is not right. ${[...said('Missing', missing), ...said('Unknown', unknown), ...said('Twice', twice)].join('. ')}.`,
  }
}
