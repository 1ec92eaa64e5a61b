// A table brought in from a file: what a kind of sheet tells the engine, and how its rows are judged. Pure but for what a kind reads itself.
import type { Db, Tx } from '#/platform/database/open.ts'
import { isAppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { Fields, type Words } from '../fields.ts'
import type { Actor } from '../people/actor.ts'
import type { HeadColumn } from './columns.ts'
import type { FileRow } from './file.read.ts'
import { amountFault, inDong, type MoneyUnit } from './unit.ts'

export type SheetColumn = {
  key: string
  title: Words
  /** Other heads it goes by in offices' own files; accents and case never matter. */
  aliases?: readonly string[]
  /** Must be in the file, and filled in every row. */
  required?: boolean
  /** Whole đồng. A file may count in another unit, so its cells reach `readRow` in đồng. */
  money?: true
  /** A cell as it is typed: dd/MM/yyyy, 1.234,5. */
  example: string
  hint?: Words
}

export type SheetCells = Readonly<Record<string, string>>
export type SheetOutcome = 'new' | 'changed' | 'unchanged' | 'bad'
export const sheetOutcomes: readonly SheetOutcome[] = ['new', 'changed', 'unchanged', 'bad']
export type SheetCounts = Record<SheetOutcome, number>

/** `column`: the key it is about, null for the row as a whole. */
export type SheetReason = Words & { column: string | null }

/** `key`: what the row is about, so that a second row about it in one file is noticed. `label`: how people call it. */
export type RowRead<Values> =
  | { ok: true; key: string; label: string; values: Values; outcome: Exclude<SheetOutcome, 'bad'> }
  | { ok: false; reasons: SheetReason[] }

/**
 * One kind of sheet. `Subject` rows belong to one record (a plan's products) where `rights` asks for its id, to the actor's desk otherwise.
 * Methods, not functions in properties: kinds of different values stand in one registry.
 */
export type SheetKind<Values = unknown, Lookup = unknown> = {
  kind: string
  title: Words
  lead: Words
  columns: readonly SheetColumn[]
  /** The desk the batch belongs to. Throws `notFound` to who may not know, `forbidden` to who may not bring in. */
  rights(db: Db | Tx, actor: Actor, subjectId: string | null): Promise<string>
  /** True of who brings in only what is its own (a commune, a producer): of the desk's files it sees those it sent itself. */
  ownOnly?(actor: Actor): boolean
  /** Where the records are looked at: the way back. */
  home(subjectId: string | null): string
  /** The lock that forms writing the same records take; files of one kind at one desk take turns in any case. */
  hold?(tx: Tx, authority: string, subjectId: string | null): Promise<void>
  /** What rows are compared with: one or two queries for the whole file. At confirmation it is read under the locks. */
  prepare(db: Db | Tx, actor: Actor, subjectId: string | null, now: Date): Promise<Lookup>
  /** One row against what is on record. Required cells are filled; nothing is written, nothing is thrown. */
  readRow(cells: SheetCells, lookup: Lookup): RowRead<Values>
  /** Writes new and changed rows, in as few statements as there are kinds of change. Returns the id of each row's record, in order. */
  save(
    ctx: Ctx,
    subjectId: string | null,
    rows: readonly { values: Values; outcome: 'new' | 'changed' }[],
    lookup: Lookup,
  ): Promise<string[]>
}

/** A row as it lies in the file. `broken`: what is wrong with it whatever its cells say. */
export type SheetLine = { line: number; cells: SheetCells; broken: SheetReason | null }

export type Judged = SheetLine & { ordinal: number; label: string } & (
    | { outcome: 'bad'; reasons: SheetReason[] }
    | { outcome: 'unchanged'; reasons: [] }
    | { outcome: 'new' | 'changed'; reasons: []; values: unknown }
  )

export function headsOf(kind: Pick<SheetKind, 'columns'>): HeadColumn[] {
  return kind.columns.map(({ key, title, aliases = [], required = false, money = false }) => ({
    key,
    names: [title.vi, title.en, ...aliases, key],
    required,
    money,
  }))
}

/** Every row judged on its own and against the rows before it; `unit`: what the file counts its money in. Never throws. */
export function judgeRows(kind: SheetKind, rows: readonly SheetLine[], lookup: unknown, unit: MoneyUnit = 'dong'): Judged[] {
  const seen = new Map<string, number>()
  return rows.map((row, index) => {
    const { line, cells } = row
    const place = { ...row, ordinal: index + 1 }
    const label = (cells[kind.columns[0]?.key ?? ''] ?? '').trim().slice(0, 200)
    const faults = faultsOfRow(kind, row, unit)
    if (faults.length > 0) return { ...place, label, outcome: 'bad', reasons: faults }
    const read = kind.readRow(cellsInDong(kind, cells, unit), lookup)
    if (!read.ok) return { ...place, label, outcome: 'bad', reasons: read.reasons }
    const before = seen.get(read.key)
    if (before !== undefined) {
      const twice = {
        column: null,
        vi: `Trùng với dòng ${before} của tệp. Giữ lại một dòng.`,
        en: `The same as line ${before} of the file. Keep one of them.`,
      }
      return { ...place, label: read.label, outcome: 'bad', reasons: [twice] }
    }
    seen.set(read.key, line)
    if (read.outcome === 'unchanged') return { ...place, label: read.label, outcome: 'unchanged', reasons: [] }
    return { ...place, label: read.label, outcome: read.outcome, reasons: [], values: read.values }
  })
}

/** The rows of a file as the engine keeps them. */
export function sheetLine({ line, cells, extra, merged }: FileRow): SheetLine {
  if (merged !== null)
    return {
      line,
      cells,
      broken: {
        column: null,
        vi: `Ô gộp ${merged}: bỏ gộp rồi điền từng dòng, vì ô gộp chỉ giữ một giá trị.`,
        en: `Merged cells ${merged}: unmerge and fill each row; merged cells hold one value only.`,
      },
    }
  if (extra > 0)
    return {
      line,
      cells,
      broken: {
        column: null,
        vi: 'Dòng có nhiều ô hơn tiêu đề (dấu phẩy thiếu ngoặc kép?).',
        en: 'The row has more cells than the head line (a comma without quotes?).',
      },
    }
  return { line, cells, broken: null }
}

function faultsOfRow(kind: SheetKind, { cells, broken }: SheetLine, unit: MoneyUnit): SheetReason[] {
  if (broken !== null) return [broken]
  return kind.columns.flatMap(({ key, required, money }): SheetReason[] => {
    const cell = (cells[key] ?? '').trim()
    if (required && cell === '') return [{ column: key, vi: 'Cần điền ô này.', en: 'This cell is needed.' }]
    const fault = money ? amountFault(cell, unit) : null
    return fault === null ? [] : [{ column: key, ...fault }]
  })
}

function cellsInDong(kind: SheetKind, cells: SheetCells, unit: MoneyUnit): SheetCells {
  const money = kind.columns.filter((column) => column.money && cells[column.key] !== undefined)
  if (unit === 'dong' || money.length === 0) return cells
  return { ...cells, ...Object.fromEntries(money.map(({ key }) => [key, inDong(cells[key] ?? '', unit)])) }
}

export function countsOf(rows: readonly { outcome: SheetOutcome }[]): SheetCounts {
  const counts: SheetCounts = { new: 0, changed: 0, unchanged: 0, bad: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}

/**
 * Reads a row with the readers of forms (`Fields`): what they find wrong becomes reasons at the columns of the same names. A cell in which Excel
 * keeps a whole number comes without decimals, a date as yyyy-MM-dd; both are what `Fields` reads.
 */
export function readCells<Values>(
  cells: SheetCells,
  read: (fields: Fields<string>) => Values,
): { ok: true; values: Values } | { ok: false; reasons: SheetReason[] } {
  const fields = new Fields<string>(cells)
  try {
    const values = read(fields)
    fields.done()
    return { ok: true, values }
  } catch (error) {
    if (!isAppError(error) || error.code !== 'invalid') throw error
    return { ok: false, reasons: Object.entries({ ...fields.problems, ...error.fields }).map(([column, said]) => ({ column, ...said })) }
  }
}
