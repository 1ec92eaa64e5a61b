// Number registers: one series per body, kind and year. Reserved, used, cancelled; irregular ones accepted; never reused.
import { AppError } from '#/platform/errors/app-error.ts'
import { newId } from '#/platform/database/id.ts'
import type { Ctx } from '../context.ts'
import { audit } from '../context.ts'

export type TakenNumber = { entryId: string; number: number; printed: string }

/**
 * Takes the next number of a series. `print` gives its printed form ("05/QĐ-UBND": leading 0 under 10, NĐ 30/2020 Phụ lục I, II.3).
 * The series row is locked, so two takers never get the same number.
 */
export async function takeNumber(
  ctx: Ctx,
  series: { bodyId: string; kind: string; year: number },
  print: (number: number) => string,
  state: 'reserved' | 'used' = 'reserved',
): Promise<TakenNumber> {
  const row = await lockSeries(ctx, series)
  let number = row.lastNumber + 1
  // An irregular number entered by hand may already hold this place.
  while (await isTaken(ctx, row.id, number, '')) number += 1
  await ctx.tx.updateTable('numberSeries').set({ lastNumber: number }).where('id', '=', row.id).execute()
  return insertEntry(ctx, row.id, { number, suffix: '', printed: print(number), state, irregular: false })
}

/** Enters a number given out of order or by another register ("12a"). Refused when it was ever used. */
export async function takeIrregularNumber(
  ctx: Ctx,
  series: { bodyId: string; kind: string; year: number },
  given: { number: number; suffix: string; printed: string },
): Promise<TakenNumber> {
  const row = await lockSeries(ctx, series)
  if (await isTaken(ctx, row.id, given.number, given.suffix)) throw new AppError('number.taken', { number: given.printed })
  return insertEntry(ctx, row.id, { ...given, state: 'reserved', irregular: true })
}

/** A cancelled number stays in the register for ever and is never given again. */
export async function cancelNumber(ctx: Ctx, entryId: string, reason: string): Promise<void> {
  const done = await ctx.tx
    .updateTable('numberEntry')
    .set({ state: 'cancelled', reason, cancelledAt: ctx.now })
    .where('id', '=', entryId)
    .where('state', '=', 'reserved')
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new AppError('number.notReserved')
  await audit(ctx, { verb: 'number.cancelled', subjectKind: 'number', subjectId: entryId, payload: { reason } })
}

export async function useNumber(ctx: Ctx, entryId: string, documentId: string): Promise<void> {
  const done = await ctx.tx
    .updateTable('numberEntry')
    .set({ state: 'used', documentId })
    .where('id', '=', entryId)
    .where('state', '=', 'reserved')
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new AppError('number.notReserved')
}

async function lockSeries(ctx: Ctx, series: { bodyId: string; kind: string; year: number }) {
  await ctx.tx
    .insertInto('numberSeries')
    .values({ id: newId(), ...series })
    .onConflict((conflict) => conflict.columns(['bodyId', 'kind', 'year']).doNothing())
    .execute()
  return await ctx.tx
    .selectFrom('numberSeries')
    .select(['id', 'lastNumber'])
    .where('bodyId', '=', series.bodyId)
    .where('kind', '=', series.kind)
    .where('year', '=', series.year)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function isTaken(ctx: Ctx, seriesId: string, number: number, suffix: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('numberEntry')
    .select('id')
    .where('seriesId', '=', seriesId)
    .where('number', '=', number)
    .where('suffix', '=', suffix)
    .executeTakeFirst()
  return row !== undefined
}

async function insertEntry(
  ctx: Ctx,
  seriesId: string,
  entry: { number: number; suffix: string; printed: string; state: 'reserved' | 'used'; irregular: boolean },
): Promise<TakenNumber> {
  const id = newId()
  await ctx.tx
    .insertInto('numberEntry')
    .values({ id, seriesId, ...entry, takenBy: ctx.actor.accountId, takenAt: ctx.now })
    .execute()
  await audit(ctx, {
    verb: 'number.taken',
    subjectKind: 'number',
    subjectId: id,
    payload: { printed: entry.printed, irregular: entry.irregular },
  })
  return { entryId: id, number: entry.number, printed: entry.printed }
}
