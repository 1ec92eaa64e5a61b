/** Bringing a table in: check it row by row, then write all its good rows at once, or drop it. */
import { sql } from 'kysely'
import { isId, newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { EXCEL_TYPE } from '#/platform/documents/excel.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { normaliseText } from '#/platform/text/normalise.ts'
import { audit, type Ctx } from '../context.ts'
import { storeFile } from '../document/document.ts'
import { Fields, type Typed } from '../fields.ts'
import { provinceOf } from '../people/authority.ts'
import { found } from '../refuse.ts'
import { readFile } from './file.read.ts'
import { sheetKind } from './kinds.ts'
import { countsOf, headsOf, judgeRows, sheetLine, type SheetCounts } from './sheet.ts'
import { batchFor } from './sheet.rights.ts'
import { insertSheetRows, lockSheetBatch, settleSheetRows, sheetRowsOf, type SheetBatch } from './sheet.store.ts'
import { sheetStateWords } from './sheet.messages.ts'
import { moneyUnits } from './unit.ts'

/**
 * Reads a file and keeps it with what every row would do; writes no record. `subjectId`: the record the rows belong to, for kinds that have one.
 * Throws `invalid` on `file` where the file as a whole cannot be taken, and then nothing is kept.
 */
export async function checkSheet(
  ctx: Ctx,
  kindName: unknown,
  subjectId: string | null,
  file: { name: string; bytes: Uint8Array },
): Promise<{ id: string; counts: SheetCounts }> {
  const kind = sheetKind(kindName)
  if (subjectId !== null) found(isId(subjectId) ? subjectId : null)
  const authority = await kind.rights(ctx.tx, ctx.actor, subjectId)
  const { rows, ...reading } = await readFile(file.bytes, headsOf(kind), 'left')
  const judged = judgeRows(kind, rows.map(sheetLine), await kind.prepare(ctx.tx, ctx.actor, subjectId, ctx.now), reading.unit?.unit)
  const counts = countsOf(judged)
  const sha256 = await storeFile(ctx, file.bytes, file.bytes[0] === 0x50 ? EXCEL_TYPE : 'text/csv')
  const id = newId()
  const fileName = normaliseText(file.name.split(/[/\\]/).at(-1), { maxLength: 1000 }).text.slice(0, 200) || 'tep'
  await ctx.tx
    .insertInto('sheetBatch')
    .values({
      id,
      kind: kind.kind,
      subjectId,
      provinceCode: provinceOf(authority),
      authority,
      fileName,
      fileSha256: sha256,
      state: 'checked',
      reading: json(reading),
      counts: json(counts),
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  await insertSheetRows(ctx.tx, id, judged)
  await log(ctx, { id, authority }, 'sheet.checked', { kind: kind.kind, subjectId, fileName, sha256, counts })
  return { id, counts }
}

/**
 * Writes every good row, judged again against what is on record now, in this one transaction. Bad rows stay out. Confirmed twice, the second is
 * told; two files of one kind at one desk take turns.
 */
export async function confirmSheet(ctx: Ctx, batchId: unknown): Promise<SheetCounts> {
  const batch = await openBatch(ctx, batchId)
  const kind = sheetKind(batch.kind)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sheet:${batch.kind}:${batch.authority}`}, 0))`.execute(ctx.tx)
  await kind.hold?.(ctx.tx, batch.authority, batch.subjectId)
  const lookup = await kind.prepare(ctx.tx, ctx.actor, batch.subjectId, ctx.now)
  const before = await sheetRowsOf(ctx.tx, batch.id, { outcome: null, page: 1, size: null })
  const judged = judgeRows(kind, before, lookup, batch.reading.unit?.unit)
  const counts = countsOf(judged)
  const written = judged.flatMap((row) => (row.outcome === 'new' || row.outcome === 'changed' ? [row] : []))
  if (written.length === 0) throw new AppError('sheet.nothing')
  const records = await kind.save(
    ctx,
    batch.subjectId,
    written.map(({ values, outcome }) => ({ values, outcome })),
    lookup,
  )
  const recordOf = new Map(written.map((row, index) => [row.ordinal, records[index] ?? null]))
  await settleSheetRows(
    ctx.tx,
    batch.id,
    judged.flatMap(({ ordinal, outcome, reasons }, index) =>
      recordOf.has(ordinal) || outcome !== before[index]?.outcome
        ? [{ ordinal, outcome, reasons, recordId: recordOf.get(ordinal) ?? null }]
        : [],
    ),
  )
  await ctx.tx
    .updateTable('sheetBatch')
    .set({ state: 'done', counts: json(counts), confirmedBy: ctx.actor.accountId, confirmedAt: ctx.now })
    .where('id', '=', batch.id)
    .execute()
  await log(ctx, batch, 'sheet.confirmed', { kind: batch.kind, subjectId: batch.subjectId, counts })
  return counts
}

/**
 * Judges a checked file again with its money counted in another unit: a file may name none, or a wrong one. Nothing of it was written yet. Throws
 * `notFound` for a file without money.
 */
export async function chooseUnit(ctx: Ctx, batchId: unknown, input: Typed<'unit'>): Promise<void> {
  const batch = await openBatch(ctx, batchId)
  found(batch.reading.unit)
  const fields = new Fields<'unit'>(input)
  const { unit } = fields.done({ unit: fields.oneOf('unit', moneyUnits, { required: true }) })
  const kind = sheetKind(batch.kind)
  const rows = await sheetRowsOf(ctx.tx, batch.id, { outcome: null, page: 1, size: null })
  const judged = judgeRows(kind, rows, await kind.prepare(ctx.tx, ctx.actor, batch.subjectId, ctx.now), unit)
  await settleSheetRows(
    ctx.tx,
    batch.id,
    judged.map(({ ordinal, outcome, reasons }) => ({ ordinal, outcome, reasons, recordId: null })),
  )
  const counts = countsOf(judged)
  const reading = { ...batch.reading, unit: { unit, from: 'chosen', at: null } }
  await ctx.tx
    .updateTable('sheetBatch')
    .set({ reading: json(reading), counts: json(counts) })
    .where('id', '=', batch.id)
    .execute()
  await log(ctx, batch, 'sheet.unitChosen', { kind: batch.kind, unit, counts })
}

/** Drops a checked file; nothing of it was written. */
export async function cancelSheet(ctx: Ctx, batchId: unknown): Promise<void> {
  const batch = await openBatch(ctx, batchId)
  await ctx.tx.updateTable('sheetBatch').set({ state: 'cancelled' }).where('id', '=', batch.id).execute()
  await log(ctx, batch, 'sheet.cancelled', {})
}

/** The batch, held, by somebody who may bring this kind in; told what became of it where it is not open any more. */
async function openBatch(ctx: Ctx, batchId: unknown): Promise<SheetBatch> {
  const { batch } = await batchFor(ctx.tx, ctx.actor, await lockSheetBatch(ctx.tx, batchId))
  if (batch.state !== 'checked') throw new AppError('stateConflict', { state: sheetStateWords[batch.state].vi })
  return batch
}

async function log(ctx: Ctx, batch: { id: string; authority: string }, verb: string, payload: Record<string, unknown>): Promise<void> {
  await audit(ctx, { verb, subjectKind: 'sheet', subjectId: batch.id, authority: batch.authority, payload })
}
