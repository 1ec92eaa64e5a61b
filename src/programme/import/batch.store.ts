/** Files brought in, their rows, and the questions they leave. */
import { sql } from 'kysely'

import { json } from '#/platform/database/json.ts'
import type { Db, Tx } from '#/platform/database/open.ts'

import { columns, type Cells, type FileRow } from './columns.ts'
import { noCounts, type Counts, type Outcome } from './plan.ts'
import type { Reason } from './row.read.ts'

export type BatchState = 'checked' | 'running' | 'done' | 'cancelled'
export type Batch = {
  id: string
  provinceCode: string
  fileName: string
  fileSha256: string
  state: BatchState
  rowsTotal: number
  rowsDone: number
  expected: Counts
  written: Counts
  createdBy: string
  createdAt: Date
  confirmedBy: string | null
  confirmedAt: Date | null
  movedAt: Date
  finishedAt: Date | null
}

type Stored = Omit<Batch, 'state' | 'expected' | 'written'> & { state: string; expected: unknown; written: unknown }

function toBatch(row: Stored): Batch {
  const counts = (value: unknown): Counts => ({ ...noCounts(), ...(value as Partial<Counts>) })
  return { ...row, state: row.state as BatchState, expected: counts(row.expected), written: counts(row.written) }
}

const shown = [
  'id',
  'provinceCode',
  'fileName',
  'fileSha256',
  'state',
  'rowsTotal',
  'rowsDone',
  'expected',
  'written',
  'createdBy',
  'createdAt',
  'confirmedBy',
  'confirmedAt',
  'movedAt',
  'finishedAt',
] as const

export async function batchById(db: Db | Tx, id: string): Promise<Batch | null> {
  const row = await db.selectFrom('importBatch').select(shown).where('id', '=', id).executeTakeFirst()
  return row ? toBatch(row) : null
}

/** The batch, held until the transaction ends: one writer at a time, a cancel waits. */
export async function lockBatch(tx: Tx, id: string): Promise<Batch | null> {
  const row = await tx.selectFrom('importBatch').select(shown).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toBatch(row) : null
}

export async function batchesOf(db: Db | Tx, provinceCode: string, page: number, size: number): Promise<{ total: number; rows: Batch[] }> {
  const base = db.selectFrom('importBatch').where('provinceCode', '=', provinceCode)
  const count = await base.select((select) => select.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await base
    .select(shown)
    .orderBy('createdAt', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { total: Number(count.n), rows: rows.map(toBatch) }
}

export async function runningBatchOf(db: Db | Tx, provinceCode: string, sha256: string): Promise<Batch | null> {
  const row = await db
    .selectFrom('importBatch')
    .select(shown)
    .where('provinceCode', '=', provinceCode)
    .where('fileSha256', '=', sha256)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return row ? toBatch(row) : null
}

export type NewRow = { ordinal: number; row: FileRow; expected: Outcome; reasons: readonly Reason[] }

export async function insertRows(tx: Tx, batchId: string, rows: readonly NewRow[]): Promise<void> {
  const SIZE = 4000
  for (let start = 0; start < rows.length; start += SIZE) {
    const part = rows.slice(start, start + SIZE).map(({ ordinal, row, expected, reasons }) => ({
      o: ordinal,
      l: row.line,
      c: [...columns.map((column) => row.cells[column]), row.extra, row.merged ?? ''],
      e: expected,
      r: reasons,
    }))
    await sql`
      insert into import_row (batch_id, ordinal, line, cells, expected, reasons)
      select ${batchId}::uuid, o, l, c, e, r
      from json_to_recordset(${JSON.stringify(part)}::json) as row (o int, l int, c jsonb, e text, r jsonb)`.execute(tx)
  }
}

function toFileRow(line: number, stored: unknown): FileRow {
  const cells = stored as (string | number)[]
  return {
    line,
    cells: Object.fromEntries(columns.map((column, index) => [column, String(cells[index] ?? '')])) as Cells,
    extra: Number(cells[columns.length] ?? 0),
    merged: String(cells[columns.length + 1] ?? '') || null,
  }
}

/** The next rows to write, in the file's order. */
export async function rowsAfter(tx: Tx, batchId: string, ordinal: number, limit: number): Promise<{ ordinal: number; row: FileRow }[]> {
  const found = await sql<{ rows: [number, number, unknown][] | null }>`
    select json_agg(json_build_array(ordinal, line, cells) order by ordinal) as rows from
      (select ordinal, line, cells from import_row where batch_id = ${batchId}::uuid and ordinal > ${ordinal} order by ordinal limit ${limit}) r`.execute(
    tx,
  )
  return (found.rows[0]?.rows ?? []).map(([place, line, cells]) => ({ ordinal: place, row: toFileRow(line, cells) }))
}

export type WrittenRow = { ordinal: number; outcome: Outcome; recordId: string | null; reasons: readonly Reason[] }

export async function markRows(tx: Tx, batchId: string, rows: readonly WrittenRow[]): Promise<void> {
  const list = rows.map((row) => ({ o: row.ordinal, w: row.outcome, i: row.recordId, r: row.reasons }))
  await sql`
    update import_row t set written = w, record_id = i, reasons = r
    from json_to_recordset(${JSON.stringify(list)}::json) as row (o int, w text, i uuid, r jsonb)
    where t.batch_id = ${batchId}::uuid and t.ordinal = row.o`.execute(tx)
}

export async function moveBatch(
  tx: Tx,
  id: string,
  change: { rowsDone: number; written: Counts; now: Date; done: boolean },
): Promise<void> {
  await tx
    .updateTable('importBatch')
    .set({
      rowsDone: change.rowsDone,
      written: json(change.written),
      movedAt: change.now,
      ...(change.done ? { state: 'done', finishedAt: change.now } : {}),
    })
    .where('id', '=', id)
    .execute()
}

export type ShownRow = { line: number; cells: Cells; outcome: Outcome; reasons: Reason[]; recordId: string | null }

/** Rows of a batch as they will end, or ended, by outcome. `size` null: all of them. */
export async function rowsOf(
  db: Db | Tx,
  batch: Batch,
  asked: { outcome: Outcome | null; page: number; size: number | null },
): Promise<ShownRow[]> {
  const column = batch.state === 'done' ? 'written' : 'expected'
  const found = await db
    .selectFrom('importRow')
    .select(['line', 'cells', 'expected', 'written', 'reasons', 'recordId'])
    .where('batchId', '=', batch.id)
    .$if(asked.outcome !== null, (query) => query.where(column, '=', asked.outcome as Outcome))
    .orderBy('ordinal')
    .$if(asked.size !== null, (query) => query.limit(asked.size ?? 0).offset((asked.page - 1) * (asked.size ?? 0)))
    .execute()
  return found.map((row) => ({
    line: row.line,
    cells: toFileRow(row.line, row.cells).cells,
    outcome: (row.written ?? row.expected) as Outcome,
    reasons: row.reasons as Reason[],
    recordId: row.recordId,
  }))
}
