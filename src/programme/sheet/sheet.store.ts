// Batches of sheets and their rows.
import { sql } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { SheetCounts, SheetLine, SheetOutcome, SheetReason } from './sheet.ts'
import type { UnitRead } from './unit.ts'

export type SheetBatchState = 'checked' | 'done' | 'cancelled'
/** `unit` is absent from batches of before it was read. */
export type SheetReading = { headLine: number; above: number; left: string[]; unit?: UnitRead | null }
export type SheetBatch = {
  id: string
  kind: string
  subjectId: string | null
  authority: string
  fileName: string
  state: SheetBatchState
  reading: SheetReading
  counts: SheetCounts
  createdBy: string
  createdAt: Date
  confirmedAt: Date | null
}

const shown = [
  'id',
  'kind',
  'subjectId',
  'authority',
  'fileName',
  'state',
  'reading',
  'counts',
  'createdBy',
  'createdAt',
  'confirmedAt',
] as const
type Stored = Omit<SheetBatch, 'state' | 'reading' | 'counts'> & { state: string; reading: unknown; counts: unknown }
const toBatch = (row: Stored) => row as SheetBatch

export async function sheetBatchById(db: Db | Tx, id: unknown): Promise<SheetBatch | null> {
  if (!isId(id)) return null
  const row = await db.selectFrom('sheetBatch').select(shown).where('id', '=', id).executeTakeFirst()
  return row ? toBatch(row) : null
}

/** Held until the transaction ends: a batch is confirmed or dropped by one. */
export async function lockSheetBatch(tx: Tx, id: unknown): Promise<SheetBatch | null> {
  if (!isId(id)) return null
  const row = await tx.selectFrom('sheetBatch').select(shown).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toBatch(row) : null
}

/** The newest batches of a kind at a desk, or of one record; of one sender, or of all. */
export async function lastSheetBatches(
  db: Db,
  kind: string,
  authority: string,
  subjectId: string | null,
  sentBy: string | null = null,
): Promise<SheetBatch[]> {
  const rows = await db
    .selectFrom('sheetBatch')
    .select(shown)
    .where('authority', '=', authority)
    .where('kind', '=', kind)
    .where('subjectId', subjectId === null ? 'is' : '=', subjectId)
    .$if(sentBy !== null, (query) => query.where('createdBy', '=', sentBy ?? ''))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return rows.map(toBatch)
}

export type SheetRow = SheetLine & { ordinal: number; label: string; outcome: SheetOutcome; reasons: readonly SheetReason[] }

/** A file's rows in pieces: one statement for 50,000 rows would hold them three times in memory. */
export async function insertSheetRows(tx: Tx, batchId: string, rows: readonly SheetRow[]): Promise<void> {
  const SIZE = 5000
  for (let start = 0; start < rows.length; start += SIZE) {
    const part = rows.slice(start, start + SIZE).map(({ ordinal, line, label, cells, broken, outcome, reasons }) => ({
      o: ordinal,
      l: line,
      n: label,
      c: cells,
      b: broken,
      w: outcome,
      r: reasons,
    }))
    await sql`
      insert into sheet_row (batch_id, ordinal, line, label, cells, broken, outcome, reasons)
      select ${batchId}::uuid, o, l, n, c, b, w, r
      from json_to_recordset(${JSON.stringify(part)}::json) as row (o int, l int, n text, c jsonb, b jsonb, w text, r jsonb)`.execute(tx)
  }
}

/** Rows that ended otherwise than the preview said, and the record each written row became. */
export async function settleSheetRows(
  tx: Tx,
  batchId: string,
  rows: readonly { ordinal: number; outcome: SheetOutcome; reasons: readonly SheetReason[]; recordId: string | null }[],
): Promise<void> {
  if (rows.length === 0) return
  const list = rows.map((row) => ({ o: row.ordinal, w: row.outcome, r: row.reasons, i: row.recordId }))
  await sql`
    update sheet_row t set outcome = w, reasons = r, record_id = i
    from json_to_recordset(${JSON.stringify(list)}::json) as row (o int, w text, r jsonb, i uuid)
    where t.batch_id = ${batchId}::uuid and t.ordinal = row.o`.execute(tx)
}

/** Rows of a batch in the file's order, of one outcome or of all. `size` null: every one. */
export async function sheetRowsOf(
  db: Db | Tx,
  batchId: string,
  asked: { outcome: SheetOutcome | null; page: number; size: number | null },
): Promise<SheetRow[]> {
  const rows = await db
    .selectFrom('sheetRow')
    .select(['ordinal', 'line', 'label', 'cells', 'broken', 'outcome', 'reasons'])
    .where('batchId', '=', batchId)
    .$if(asked.outcome !== null, (query) => query.where('outcome', '=', asked.outcome as SheetOutcome))
    .orderBy('ordinal')
    .$if(asked.size !== null, (query) => query.limit(asked.size ?? 0).offset((asked.page - 1) * (asked.size ?? 0)))
    .execute()
  return rows as unknown as SheetRow[]
}
