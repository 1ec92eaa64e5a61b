/**
 * Writing a confirmed file, a thousand rows at a time, each piece one transaction with the batch row held: a cut anywhere leaves whole
 * pieces, the next run goes on after the last. Rows are decided again as they are written. The past fires nothing: no notice, no reward,
 * no inspection; the ledger gets one entry for each piece, which names every record it wrote.
 */
import { isId, newId } from '#/platform/database/id.ts'
import { sql } from 'kysely'

import { act, audit, type Ctx, type Services } from '../context.ts'
import type { Actor } from '../people/actor.ts'
import { loadActor } from '../people/people.store.ts'
import { found, mustSee } from '../refuse.ts'
import { loadUnitBook } from '../units/unit-book.store.ts'
import { lockBatch, markRows, moveBatch, rowsAfter, type Batch, type WrittenRow } from './batch.store.ts'
import type { FileRow } from './columns.ts'
import { planRows } from './import.actions.ts'
import { gazetteer, type Gazetteer } from './place.ts'
import type { Planned } from './plan.ts'
import { insertRecords, rememberRows, updateRecord } from './record.store.ts'
import { importRights } from './rights.ts'

export const PIECE = 1000

export type Progress = { done: number; total: number; finished: boolean }

/** Writes the next piece. Finished, or nothing to do (cancelled, done): `finished`. */
export async function writePiece(ctx: Ctx, batchId: string, places: Gazetteer, size = PIECE): Promise<Progress> {
  const batch = found(await lockBatch(ctx.tx, batchId))
  mustSee(importRights(ctx.actor, batch).see)
  if (batch.state !== 'running') return { done: batch.rowsDone, total: batch.rowsTotal, finished: true }
  const rows = await rowsAfter(ctx.tx, batchId, batch.rowsDone, size)
  const planned = await planRows(
    ctx,
    rows.map(({ row }) => row),
    places,
  )
  await writePlanned(ctx, batch, rows, planned)
  const written = { ...batch.written }
  for (const row of planned) written[row.outcome] += 1
  const rowsDone = batch.rowsDone + rows.length
  const done = rowsDone >= batch.rowsTotal || rows.length === 0
  await moveBatch(ctx.tx, batchId, { rowsDone, written, now: ctx.now, done })
  await audit(ctx, {
    verb: 'import.written',
    subjectKind: 'import',
    subjectId: batchId,
    payload: {
      rows: [batch.rowsDone + 1, rowsDone],
      records: planned.flatMap((row) => ('draft' in row ? [row.draft.id] : [])),
      changed: planned.flatMap((row) => (row.outcome === 'changed' ? [{ id: row.record.id, line: row.line, changes: row.changes }] : [])),
      ...(done ? { finished: written } : {}),
    },
  })
  return { done: rowsDone, total: batch.rowsTotal, finished: done }
}

async function writePlanned(
  ctx: Ctx,
  batch: Batch,
  rows: readonly { ordinal: number; row: FileRow }[],
  planned: readonly Planned[],
): Promise<void> {
  const origin = { provinceCode: batch.provinceCode, batchId: batch.id, now: ctx.now }
  await insertRecords(
    ctx.tx,
    planned.flatMap((row) => ('draft' in row ? [row.draft] : [])),
    origin,
  )
  for (const row of planned) if (row.outcome === 'changed') await updateRecord(ctx.tx, row.record, ctx.now)
  await rememberRows(
    ctx.tx,
    planned.flatMap((row) =>
      row.outcome === 'bad' || (row.outcome === 'unchanged' && row.known)
        ? []
        : [{ rowKey: row.rowKey, line: row.line, recordId: recordOf(row) }],
    ),
    origin,
  )
  await insertQuestions(ctx, batch, rows, planned)
  const marks: WrittenRow[] = planned.map((row, index) => ({
    ordinal: rows[index]?.ordinal ?? 0,
    outcome: row.outcome,
    recordId: recordOf(row),
    reasons: row.reasons,
  }))
  if (marks.length > 0) await markRows(ctx.tx, batch.id, marks)
}

function recordOf(row: Planned): string | null {
  if ('draft' in row) return row.draft.id
  return row.outcome === 'changed' ? row.record.id : row.outcome === 'unchanged' ? row.recordId : null
}

async function insertQuestions(ctx: Ctx, batch: Batch, rows: readonly { row: FileRow }[], planned: readonly Planned[]): Promise<void> {
  type Question = {
    id: string
    line: number
    key: string
    cells: object
    kind: string
    why: string
    cand: readonly unknown[]
    rec: string | null
  }
  const questions = planned.flatMap((row, index): Question[] => {
    if (row.outcome !== 'person') return []
    const asked = { id: newId(), line: row.line, key: row.rowKey, cells: rows[index]?.row.cells ?? {} }
    return 'draft' in row
      ? [
          {
            ...asked,
            kind: 'unit',
            why: row.draft.found.question?.why ?? '',
            cand: row.draft.found.question?.candidates ?? [],
            rec: row.draft.id,
          },
        ]
      : [{ ...asked, kind: 'near', why: row.near.why, cand: row.near.records.map((one) => one.id), rec: null }]
  })
  if (questions.length === 0) return
  await sql`
    insert into import_question (id, province_code, batch_id, line, kind, why, row_key, cells, candidates, record_id, created_at)
    select id, ${batch.provinceCode}, ${batch.id}::uuid, line, kind, why, key, cells, cand, rec, ${ctx.now}::timestamptz
    from json_to_recordset(${JSON.stringify(questions)}::json)
      as row (id uuid, line int, kind text, why text, key text, cells jsonb, cand jsonb, rec uuid)`.execute(ctx.tx)
}

/** Writes a batch to its end, telling how far it is after every piece. Safe to call again after a cut, or twice at once. */
export async function runImport(
  services: Services,
  actor: Actor,
  batchId: string,
  tell: (progress: Progress) => void = () => {},
): Promise<Progress> {
  const places = gazetteer(await loadUnitBook(services.database.db))
  for (;;) {
    const progress = await act(services, actor, (ctx) => writePiece(ctx, batchId, places))
    tell(progress)
    if (progress.finished) return progress
  }
}

/** The job behind the page. Who confirmed must still hold the right; else the batch waits for somebody who does. */
export async function importJob(services: Services, data: Record<string, unknown>): Promise<void> {
  const { db } = services.database
  const batchId = String(data['batchId'])
  if (!isId(batchId)) return
  const batch = await db.selectFrom('importBatch').select('provinceCode').where('id', '=', batchId).executeTakeFirst()
  if (!batch) return
  // Imports are work of the province's desk, whichever desk the person has gone to since.
  const actor = await loadActor(db, String(data['accountId']), services.clock.now(), { desk: batch.provinceCode })
  if (!actor || !importRights(actor, { provinceCode: actor.provinceCode }).see) return
  await runImport(services, actor, batchId)
}
