// Who may do what with batches, and what a verb loads under lock.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { inCommune, ownsProducer, producersOf, serves, type Actor } from '../people/actor.ts'
import { found, must, mustSee } from '../refuse.ts'
import { batchStateWords, type BatchState } from './batch.ts'

export type BatchStanding = { producerId: string; provinceCode: string; communeCode: string; state: string }

/** Its producer keeps it; the province’s desk and the commune read what was published; the office may recall what endangers people. */
export function batchRights(actor: Actor | null, batch: BatchStanding): { see: boolean; keep: boolean; recall: boolean } {
  const keep = ownsProducer(actor, batch.producerId)
  const staff =
    serves(actor, batch.provinceCode, 'office', 'leader', 'advisor') || inCommune(actor, batch, 'communeOfficer', 'communeLeader')
  return { see: keep || (staff && batch.state !== 'draft'), keep, recall: keep || serves(actor, batch.provinceCode, 'office') }
}

export function knowsBatches(actor: Actor | null): boolean {
  return (
    actor !== null &&
    actor.grants.some((grant) => ['producer', 'office', 'leader', 'advisor', 'communeOfficer', 'communeLeader'].includes(grant.role))
  )
}

/** The same as `batchRights().see`, for batches `b` of producers `o`. */
export function batchScope(actor: Actor): RawBuilder<boolean> {
  const provinces = actor.grants.flatMap((grant) => (['office', 'leader', 'advisor'].includes(grant.role) ? [grant.authority] : []))
  const communes = actor.grants.flatMap((grant) =>
    (grant.role === 'communeOfficer' || grant.role === 'communeLeader') && grant.communeCode
      ? [`${grant.provinceCode} ${grant.communeCode}`]
      : [],
  )
  return sql<boolean>`(b.producer_id = any(${producersOf(actor)}::uuid[]) or (b.state <> 'draft' and (b.province_code = any(${provinces}::text[])
    or b.province_code || ' ' || o.commune_code = any(${communes}::text[]))))`
}

export type BatchRecord = Awaited<ReturnType<typeof batchLocked>>

export async function batchLocked(ctx: Ctx, batchId: unknown) {
  const row = found(
    isId(batchId)
      ? await ctx.tx
          .selectFrom('batch as b')
          .innerJoin('producer as o', 'o.id', 'b.producerId')
          .selectAll('b')
          .select(['o.communeCode', 'o.unitEra', 'o.name as producerName'])
          .where('b.id', '=', batchId)
          .forUpdate('b')
          .executeTakeFirst()
      : null,
  )
  const rights = batchRights(ctx.actor, row)
  mustSee(rights.see)
  return { ...row, state: row.state as BatchState, rights }
}

export async function batchToKeep(ctx: Ctx, batchId: unknown): Promise<BatchRecord> {
  const batch = await batchLocked(ctx, batchId)
  must(batch.rights.keep)
  return batch
}

export const wrongBatchState = (state: BatchState) => new AppError('stateConflict', { state: batchStateWords[state].vi })

export async function draftToKeep(ctx: Ctx, batchId: unknown): Promise<BatchRecord> {
  const batch = await batchToKeep(ctx, batchId)
  if (batch.state !== 'draft') throw wrongBatchState(batch.state)
  return batch
}

export async function logBatch(
  ctx: Ctx,
  batch: { id: string; provinceCode: string },
  verb: string,
  payload: Record<string, unknown> = {},
): Promise<void> {
  await audit(ctx, { verb, subjectKind: 'batch', subjectId: batch.id, authority: batch.provinceCode, payload })
}
