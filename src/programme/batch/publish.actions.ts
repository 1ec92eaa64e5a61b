// What the public reads of a batch: published and frozen, corrected by a new revision, recalled.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { json } from '#/platform/database/json.ts'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { readReason } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { must } from '../refuse.ts'
import { unitName } from '../units/units.store.ts'
import type { Era } from '../units/units.ts'
import { batchLocked, batchToKeep, draftToKeep, logBatch, wrongBatchState, type BatchRecord } from './batch.load.ts'
import { type FrozenBatch } from './batch.ts'

/** Freezes a draft for everybody. A correction takes the place of what it corrects; one that was recalled meanwhile is corrected no more. */
export async function publishBatch(ctx: Ctx, batchId: string): Promise<void> {
  const batch = await draftToKeep(ctx, batchId)
  const [step] = await ctx.tx.selectFrom('batchStep').select('ordinal').where('batchId', '=', batch.id).limit(1).execute()
  if (!step) throw new AppError('batch.noSteps')
  if (batch.replaces !== null) {
    const { numUpdatedRows } = await ctx.tx
      .updateTable('batch')
      .set({ state: 'replaced' })
      .where('id', '=', batch.replaces)
      .where('state', '=', 'published')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw wrongBatchState('recalled')
  }
  await ctx.tx
    .updateTable('batch')
    .set({
      state: 'published',
      frozen: json(await frozenOf(ctx, batch)),
      publishedBy: ctx.actor.accountId,
      publishedAt: ctx.now,
      version: batch.version + 1,
    })
    .where('id', '=', batch.id)
    .execute()
  await logBatch(ctx, batch, 'batch.published', { number: batch.number, revision: batch.revision })
}

async function frozenOf(ctx: Ctx, batch: BatchRecord): Promise<FrozenBatch> {
  const product = await ctx.tx.selectFrom('product').select('name').where('id', '=', batch.productId).executeTakeFirstOrThrow()
  const areas = await ctx.tx
    .selectFrom('batchArea as x')
    .innerJoin('materialArea as a', 'a.id', 'x.areaId')
    .select(['a.name', 'a.areaCode as code', 'a.crop'])
    .where('x.batchId', '=', batch.id)
    .orderBy('a.name')
    .execute()
  const links = await ctx.tx
    .selectFrom('batchLink as x')
    .innerJoin('valueLink as l', 'l.id', 'x.linkId')
    .select('l.partner')
    .where('x.batchId', '=', batch.id)
    .orderBy('l.partner')
    .execute()
  const place = await Promise.all([batch.communeCode, batch.provinceCode].map((code) => unitName(ctx.tx, batch.unitEra as Era, code)))
  return {
    format: 1,
    product: product.name,
    producer: batch.producerName,
    place: place.filter((name) => name !== null).join(', '),
    areas,
    links,
  }
}

/** The next revision as a draft under the same public code; what it says now is copied, to be mended. One at a time. */
export async function correctBatch(ctx: Ctx, batchId: string, input: { correction?: unknown }): Promise<string> {
  const old = await batchToKeep(ctx, batchId)
  if (old.state !== 'published') throw wrongBatchState(old.state)
  const correction = readReason(input.correction, 500)
  const open = await ctx.tx.selectFrom('batch').select('id').where('replaces', '=', old.id).executeTakeFirst()
  if (open) return open.id
  const id = newId()
  const { communeCode: _c, unitEra: _e, producerName: _p, rights: _r, numberFolded: _n, ...row } = old
  await ctx.tx
    .insertInto('batch')
    .values({
      ...row,
      id,
      revision: old.revision + 1,
      replaces: old.id,
      correction,
      state: 'draft',
      frozen: null,
      publishedBy: null,
      publishedAt: null,
      version: 1,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  const of = <T extends object>(rows: T[]) => rows.map((one) => ({ ...one, batchId: id }))
  const steps = await ctx.tx.selectFrom('batchStep').selectAll().where('batchId', '=', old.id).execute()
  const areas = await ctx.tx.selectFrom('batchArea').selectAll().where('batchId', '=', old.id).execute()
  const links = await ctx.tx.selectFrom('batchLink').selectAll().where('batchId', '=', old.id).execute()
  if (steps.length > 0) await ctx.tx.insertInto('batchStep').values(of(steps)).execute()
  if (areas.length > 0) await ctx.tx.insertInto('batchArea').values(of(areas)).execute()
  if (links.length > 0) await ctx.tx.insertInto('batchLink').values(of(links)).execute()
  await logBatch(ctx, { id, provinceCode: old.provinceCode }, 'batch.corrected', {
    number: old.number,
    revision: old.revision + 1,
    reason: correction,
  })
  return id
}

/** For good, with its reason, on the public page from now on. By the producer, or by the office where people must be warned. */
export async function recallBatch(ctx: Ctx, batchId: string, input: { reason?: unknown }): Promise<void> {
  const batch = await batchLocked(ctx, batchId)
  must(batch.rights.recall)
  if (batch.state !== 'published') throw wrongBatchState(batch.state)
  const reason = readReason(input.reason)
  await ctx.tx
    .updateTable('batch')
    .set({ state: 'recalled', recallReason: reason, recalledBy: ctx.actor.accountId, recalledAt: ctx.now, version: batch.version + 1 })
    .where('id', '=', batch.id)
    .execute()
  await logBatch(ctx, batch, 'batch.recalled', { number: batch.number, reason, on: plainDateOf(ctx.now) })
  const scope = { authority: batch.provinceCode }
  const others = batch.rights.keep
    ? await accountsWithRole(ctx.tx, 'office', scope, ctx.now)
    : await accountsWithRole(ctx.tx, 'producer', { ...scope, producerId: batch.producerId }, ctx.now)
  await notify(ctx, others, {
    kind: 'batch.recalled',
    dedupe: batch.id,
    subjectKind: 'batch',
    subjectId: batch.id,
    link: `/lo-san-xuat/${batch.id}`,
    params: { number: batch.number },
  })
}
