// A batch is written down by its producer: a draft, changed, thrown away, with its papers.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { fold } from '#/platform/text/fold.ts'
import { addAttachments, removeAttachment } from '../attachment/attachment.actions.ts'
import { newVerifyCode } from '../certificate/verify-code.ts'
import type { Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { mustBeVersion } from '../fields.ts'
import { ownProduct } from '../product/product.store.ts'
import { found } from '../refuse.ts'
import { draftToKeep, logBatch, type BatchRecord } from './batch.load.ts'
import { readBatch, type BatchInput, type ReadBatch } from './batch.ts'

/** A draft for a product of the actor's own. A number that product has already is refused, so a form sent twice makes one. */
export async function addBatch(ctx: Ctx, productId: unknown, input: BatchInput): Promise<string> {
  const product = found(isId(productId) ? await ownProduct(ctx.tx, ctx.actor, productId) : null)
  const batch = readBatch(input, plainDateOf(ctx.now))
  await mustBeNewNumber(ctx, product.id, batch.number, null)
  const { steps, areas, links, correction: _none, ...facts } = batch
  const id = newId()
  await ctx.tx
    .insertInto('batch')
    .values({
      id,
      code: newVerifyCode(randomBytes),
      revision: 1,
      provinceCode: product.provinceCode,
      producerId: product.producerId,
      productId: product.id,
      ...facts,
      state: 'draft',
      demo: product.demo,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  await writeParts(ctx, { id, producerId: product.producerId, provinceCode: product.provinceCode }, { steps, areas, links })
  await logBatch(ctx, { id, provinceCode: product.provinceCode }, 'batch.added', { number: batch.number, product: product.name })
  return id
}

/** Returns the new version. */
export async function changeBatch(ctx: Ctx, batchId: string, input: BatchInput, version: number): Promise<number> {
  const batch = await draftToKeep(ctx, batchId)
  const read = readBatch(input, plainDateOf(ctx.now))
  if (batch.revision > 1 && read.correction === '')
    throw new AppError('invalid', {}, { correction: { vi: 'Ghi điều được đính chính.', en: 'Say what is corrected.' } })
  mustBeVersion(batch.version, version)
  await mustBeNewNumber(ctx, batch.productId, read.number, batch.code)
  const { steps, areas, links, ...facts } = read
  await ctx.tx
    .updateTable('batch')
    .set({ ...facts, version: batch.version + 1 })
    .where('id', '=', batch.id)
    .execute()
  await writeParts(ctx, batch, { steps, areas, links })
  await logBatch(ctx, batch, 'batch.changed', { number: read.number })
  return batch.version + 1
}

/** A draft that will not be: it and its parts go, its line in the ledger stays. */
export async function dropBatch(ctx: Ctx, batchId: string): Promise<void> {
  const batch = await draftToKeep(ctx, batchId)
  for (const table of ['batchStep', 'batchArea', 'batchLink'] as const)
    await ctx.tx.deleteFrom(table).where('batchId', '=', batch.id).execute()
  await ctx.tx
    .updateTable('attachment')
    .set({ removedAt: ctx.now, removedBy: ctx.actor.accountId })
    .where('subjectKind', '=', 'batch')
    .where('subjectId', '=', batch.id)
    .where('removedAt', 'is', null)
    .execute()
  await ctx.tx.deleteFrom('batch').where('id', '=', batch.id).execute()
  await logBatch(ctx, batch, 'batch.dropped', { number: batch.number })
}

/** Test reports and other papers, while it is a draft: what was published stays as it was. */
export async function addBatchPapers(ctx: Ctx, batchId: string, files: readonly IncomingFile[], caption: unknown): Promise<string[]> {
  const batch = await draftToKeep(ctx, batchId)
  return addAttachments(ctx, { kind: 'batch', id: batch.id, authority: batch.provinceCode }, files, { caption })
}

export async function removeBatchPaper(ctx: Ctx, batchId: string, attachmentId: unknown): Promise<void> {
  const batch = await draftToKeep(ctx, batchId)
  await removeAttachment(ctx, { kind: 'batch', id: batch.id, authority: batch.provinceCode }, attachmentId)
}

/** `code`: of the batch itself, whose revisions share a number. */
async function mustBeNewNumber(ctx: Ctx, productId: string, number: string, code: string | null): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`batch:${productId}`}, 0))`.execute(ctx.tx)
  const same = await ctx.tx
    .selectFrom('batch')
    .select('code')
    .where('productId', '=', productId)
    .where('numberFolded', '=', fold(number))
    .where('code', '<>', code ?? '')
    .executeTakeFirst()
  if (same)
    throw new AppError('invalid', {}, { number: { vi: 'Sản phẩm đã có lô mang số này.', en: 'This product has a batch of that number.' } })
}

/** Writes steps, areas and links anew. An area of another province's register, a link of another producer is refused, never left out. */
async function writeParts(
  ctx: Ctx,
  batch: Pick<BatchRecord, 'id' | 'producerId' | 'provinceCode'>,
  { steps, areas, links }: Pick<ReadBatch, 'steps' | 'areas' | 'links'>,
): Promise<void> {
  const known = {
    areas:
      areas.length === 0
        ? []
        : await ctx.tx
            .selectFrom('materialArea')
            .select('id')
            .where('id', 'in', areas)
            .where('provinceCode', '=', batch.provinceCode)
            .execute(),
    links:
      links.length === 0
        ? []
        : await ctx.tx.selectFrom('valueLink').select('id').where('id', 'in', links).where('producerId', '=', batch.producerId).execute(),
  }
  if (known.areas.length < areas.length || known.links.length < links.length)
    throw new AppError(
      'invalid',
      {},
      { _form: { vi: 'Có vùng nguyên liệu hoặc liên kết không phải của bạn.', en: 'An area or link is not yours.' } },
    )
  for (const table of ['batchStep', 'batchArea', 'batchLink'] as const)
    await ctx.tx.deleteFrom(table).where('batchId', '=', batch.id).execute()
  const batchId = batch.id
  if (steps.length > 0)
    await ctx.tx
      .insertInto('batchStep')
      .values(steps.map((step, index) => ({ batchId, ordinal: index + 1, ...step })))
      .execute()
  if (areas.length > 0)
    await ctx.tx
      .insertInto('batchArea')
      .values(areas.map((areaId) => ({ batchId, areaId })))
      .execute()
  if (links.length > 0)
    await ctx.tx
      .insertInto('batchLink')
      .values(links.map((linkId) => ({ batchId, linkId })))
      .execute()
}
