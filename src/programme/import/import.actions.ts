/** Bringing a file in: check it, confirm or drop it. The writing itself is in run.ts, piece by piece. */
import { createHash } from 'node:crypto'

import { newId, isId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { EXCEL_TYPE } from '#/platform/documents/excel.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { normaliseText } from '#/platform/text/normalise.ts'

import { audit, type Ctx } from '../context.ts'
import { storeFile } from '../document/document.ts'
import { found, must, mustSee } from '../refuse.ts'
import { loadUnitBook } from '../units/unit-book.store.ts'
import { insertRows, lockBatch, type Batch } from './batch.store.ts'
import { readRows, type FileRow } from './columns.ts'
import { gazetteer, type Gazetteer } from './place.ts'
import { noCounts, planRow, type Counts, type Planned } from './plan.ts'
import { knownFor } from './record.store.ts'
import { importRights } from './rights.ts'
import { readRow, rowText } from './row.read.ts'

export const IMPORT_JOB = 'import-records'

/** The key under which a row's text is remembered. */
export function rowKeyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** What each row will do, against what is on record now. Changes nothing. */
export async function planRows(ctx: Pick<Ctx, 'tx' | 'now' | 'actor'>, rows: readonly FileRow[], places: Gazetteer): Promise<Planned[]> {
  const today = plainDateOf(ctx.now)
  const values = rows.flatMap((row) => {
    const read = readRow(row, today)
    return read.ok ? [read.values] : []
  })
  const rowKeys = rows.map((row) => rowKeyOf(rowText(row.cells)))
  const known = await knownFor(ctx.tx, ctx.actor.provinceCode, { rowKeys, values })
  return rows.map((row) => planRow(row, known, places, today, newId, rowKeyOf))
}

export type Checked = { id: string; rows: number; expected: Counts; planned: Planned[] }

/**
 * Reads a file and keeps it with what every row will do; writes no recognition. Throws `invalid` on `file` when the file as a whole cannot
 * be taken, and then nothing is kept.
 */
export async function checkImport(ctx: Ctx, file: { name: string; bytes: Uint8Array }): Promise<Checked> {
  must(importRights(ctx.actor, { provinceCode: ctx.actor.provinceCode }).see)
  const rows = await readRows(file.bytes)
  const planned = await planRows(ctx, rows, gazetteer(await loadUnitBook(ctx.tx)))
  const expected = noCounts()
  for (const row of planned) expected[row.outcome] += 1
  const excel = file.bytes[0] === 0x50
  const sha256 = await storeFile(ctx, file.bytes, excel ? EXCEL_TYPE : 'text/csv')
  const id = newId()
  const fileName = normaliseText(file.name.split(/[/\\]/).at(-1), { maxLength: 1000 }).text.slice(0, 200) || 'tep'
  await ctx.tx
    .insertInto('importBatch')
    .values({
      id,
      provinceCode: ctx.actor.provinceCode,
      kind: 'certificates',
      fileName,
      fileSha256: sha256,
      state: 'checked',
      rowsTotal: rows.length,
      expected: json(expected),
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
      movedAt: ctx.now,
    })
    .execute()
  await insertRows(
    ctx.tx,
    id,
    rows.map((row, index) => ({
      ordinal: index + 1,
      row,
      expected: planned[index]?.outcome ?? 'bad',
      reasons: planned[index]?.reasons ?? [],
    })),
  )
  await audit(ctx, {
    verb: 'import.checked',
    subjectKind: 'import',
    subjectId: id,
    payload: { fileName, sha256, rows: rows.length, expected },
  })
  return { id, rows: rows.length, expected, planned }
}

async function loadBatch(ctx: Ctx, id: string): Promise<Batch> {
  const batch = found(isId(id) ? await lockBatch(ctx.tx, id) : null)
  mustSee(importRights(ctx.actor, batch).see)
  return batch
}

/** Sets a checked file going. `enqueue` false: the caller writes it itself (the command line). A file already being written is refused. */
export async function confirmImport(ctx: Ctx, id: string, options: { enqueue: boolean } = { enqueue: true }): Promise<void> {
  const batch = await loadBatch(ctx, id)
  if (!importRights(ctx.actor, batch).confirm) throw new AppError('stateConflict', { state: batch.state })
  const other = await ctx.tx
    .selectFrom('importBatch')
    .select('id')
    .where('provinceCode', '=', batch.provinceCode)
    .where('fileSha256', '=', batch.fileSha256)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (other) throw new AppError('stateConflict', { state: 'running' })
  await ctx.tx
    .updateTable('importBatch')
    .set({ state: 'running', confirmedBy: ctx.actor.accountId, confirmedAt: ctx.now, movedAt: ctx.now })
    .where('id', '=', id)
    .execute()
  await audit(ctx, {
    verb: 'import.confirmed',
    subjectKind: 'import',
    subjectId: id,
    payload: { rows: batch.rowsTotal, expected: batch.expected },
  })
  if (options.enqueue) await ctx.jobs.enqueue(ctx.tx, IMPORT_JOB, { batchId: id, accountId: ctx.actor.accountId })
}

/** Drops a checked file; nothing of it was written. */
export async function cancelImport(ctx: Ctx, id: string): Promise<void> {
  const batch = await loadBatch(ctx, id)
  if (!importRights(ctx.actor, batch).cancel) throw new AppError('stateConflict', { state: batch.state })
  await ctx.tx.updateTable('importBatch').set({ state: 'cancelled', movedAt: ctx.now }).where('id', '=', id).execute()
  await audit(ctx, { verb: 'import.cancelled', subjectKind: 'import', subjectId: id })
}

/** Sends a run that stands still on its way again; it goes on where it stopped. Pressed twice, the second run finds nothing left to do. */
export async function resumeImport(ctx: Ctx, id: string): Promise<void> {
  const batch = await loadBatch(ctx, id)
  if (batch.state !== 'running') throw new AppError('stateConflict', { state: batch.state })
  await audit(ctx, { verb: 'import.resumed', subjectKind: 'import', subjectId: id, payload: { rowsDone: batch.rowsDone } })
  await ctx.jobs.enqueue(ctx.tx, IMPORT_JOB, { batchId: id, accountId: ctx.actor.accountId })
}
