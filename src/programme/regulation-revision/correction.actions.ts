// A corrected text taken into a round that runs: before its first final sheet, by a paper, with both hashes kept.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Pack } from '#/regulation/load.ts'
import { shapeDifferences, type ShapeDifference } from '#/regulation/correction.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields } from '../fields.ts'
import { must } from '../refuse.ts'
import type { Regulations } from '../regulations.ts'
import { roundForUpdate } from '../round/round.actions.ts'
import { plansRounds } from '../round/round.policy.ts'
import { keepContent } from './shelf.store.ts'
import { ownWords } from './wording.actions.ts'
import { found } from '../refuse.ts'

export type Correction = { before: Pack | null; after: Pack; differences: readonly ShapeDifference[] }

/** The newer text a round could take; null when it uses it already. `before` null: what it pinned is not kept here, so nothing is compared. */
export function correctionFor(regulations: Regulations, round: { regulationId: string; regulationHash: string }): Correction | null {
  const after = ownWords(regulations, round.regulationId)
  if (after.hash === round.regulationHash) return null
  const before = regulations.known({ id: round.regulationId, hash: round.regulationHash, wording: null }) ?? null
  return { before, after, differences: before ? shapeDifferences(before, after) : [] }
}

/** Whether a member has finalised a sheet on any dossier of the round. */
export async function hasFinalSheet(db: Db | Tx, roundId: string): Promise<boolean> {
  const row = await db
    .selectFrom('scoreSheet')
    .innerJoin('agendaItem', 'agendaItem.id', 'scoreSheet.itemId')
    .innerJoin('dossier', 'dossier.id', 'agendaItem.dossierId')
    .select('scoreSheet.id')
    .where('dossier.roundId', '=', roundId)
    .where('scoreSheet.state', '=', 'final')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * "Áp dụng bản đính chính": the round and its dossiers go over to the newer text of their regulation. The office, with number and date of the
 * paper and a reason. Throws `correction.none`, `correction.tooLate` after the first final sheet, `correction.shifts` with every criterion whose
 * codes, option counts or order differ, `correction.unknown`. Submissions keep their own hash; the round keeps both in `round_correction`.
 */
export async function adoptCorrection(
  ctx: Ctx,
  roundId: string,
  input: { number: unknown; datedOn: unknown; reason: unknown },
): Promise<{ dossiers: number }> {
  const round = await roundForUpdate(ctx, roundId)
  must(plansRounds(ctx.actor, round.authority))
  if (round.state === 'closed') throw new AppError('round.stateConflict')
  const correction = correctionFor(ctx.regulations, round)
  if (!correction) throw new AppError('correction.none')
  if (!correction.before) throw new AppError('correction.unknown')
  const fields = new Fields<'number' | 'datedOn' | 'reason'>(input)
  const paper = fields.done({
    number: fields.text('number', { max: 200, required: true }),
    datedOn: fields.date('datedOn', { required: true, notAfter: plainDateOf(ctx.now) }),
    reason: fields.text('reason', { max: 2000, required: true, multiline: true }),
  })
  // Locked first: a sheet finalised at this moment waits for the dossiers, or has been seen.
  const dossiers = await ctx.tx
    .selectFrom('dossier')
    .select(['id', 'regulationHash'])
    .where('roundId', '=', roundId)
    .where('regulationId', '=', round.regulationId)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (await hasFinalSheet(ctx.tx, roundId)) throw new AppError('correction.tooLate')
  if (correction.differences.length > 0) throw shifts(correction.differences)
  const { before, after } = correction
  await keepContent(ctx.tx, before, ctx.now)
  await keepContent(ctx.tx, after, ctx.now)
  await ctx.tx
    .insertInto('roundCorrection')
    .values({
      id: newId(),
      roundId,
      regulationId: round.regulationId,
      fromHash: before.hash,
      toHash: after.hash,
      ...paper,
      dossiers: dossiers.length,
      adoptedBy: ctx.actor.accountId,
      adoptedByName: ctx.actor.name,
      adoptedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .updateTable('round')
    .set({ regulationHash: after.hash, version: round.version + 1 })
    .where('id', '=', roundId)
    .execute()
  for (const dossier of dossiers) await carryOver(ctx, dossier, after.hash, paper)
  await audit(ctx, {
    verb: 'round.correctionAdopted',
    subjectKind: 'round',
    subjectId: roundId,
    authority: round.authority,
    payload: { ...paper, from: before.hash, to: after.hash, dossiers: dossiers.map((dossier) => dossier.id) },
  })
  return { dossiers: dossiers.length }
}

function shifts(differences: readonly ShapeDifference[]): AppError {
  const listed = differences.slice(0, 500).map(({ set, criterion, vi, en }, index) => {
    const at = criterion === null ? '' : ` · ${criterion}`
    return [String(index + 1), { vi: `Bộ ${set}${at}: ${vi}`, en: `Set ${set}${at}: ${en}` }] as const
  })
  return new AppError('correction.shifts', { count: String(differences.length) }, Object.fromEntries(listed))
}

async function carryOver(
  ctx: Ctx,
  dossier: { id: string; regulationHash: string },
  hash: string,
  paper: { number: string; datedOn: string; reason: string },
): Promise<void> {
  await ctx.tx.updateTable('dossier').set({ regulationHash: hash }).where('id', '=', dossier.id).execute()
  await audit(ctx, {
    verb: 'dossier.correctionAdopted',
    subjectKind: 'dossier',
    subjectId: dossier.id,
    dossierId: dossier.id,
    payload: { ...paper, from: dossier.regulationHash, to: hash },
  })
}

/**
 * A dossier filed under the former text comes into a round under the corrected one: taken over when a published correction leads from the one to
 * the other and changes no code, count or order. Throws `round.packChanged` otherwise.
 */
export async function joinCorrectedRound(
  ctx: Ctx,
  dossier: { id: string; regulationId: string; regulationHash: string },
  round: { regulationId: string; regulationHash: string },
): Promise<void> {
  if (round.regulationId !== dossier.regulationId) throw new AppError('round.packChanged')
  if (round.regulationHash === dossier.regulationHash) return
  const [before, after] = [dossier.regulationHash, round.regulationHash].map((hash) =>
    ctx.regulations.known({ id: dossier.regulationId, hash, wording: null }),
  )
  const paper = await paperOf(ctx.tx, dossier.regulationHash, round.regulationHash)
  if (!before || !after || !paper || shapeDifferences(before, after).length > 0) throw new AppError('round.packChanged')
  await carryOver(ctx, dossier, round.regulationHash, paper)
}

/** The paper of the correction that leads from one hash to the other: an adoption by a round, or the publication itself. */
async function paperOf(tx: Tx, fromHash: string, toHash: string): Promise<{ number: string; datedOn: string; reason: string } | null> {
  const adopted = await tx
    .selectFrom('roundCorrection')
    .select(['number', 'datedOn', 'reason'])
    .where('fromHash', '=', fromHash)
    .where('toHash', '=', toHash)
    .orderBy('adoptedAt')
    .executeTakeFirst()
  if (adopted) return adopted
  const published = await tx
    .selectFrom('regulationRevision')
    .select(['decisionNumber', 'decidedOn', 'reason'])
    .where('state', '=', 'published')
    .where('baseHash', '=', fromHash)
    .where('publishedHash', '=', toHash)
    .executeTakeFirst()
  return published
    ? { number: found(published.decisionNumber), datedOn: found(published.decidedOn), reason: found(published.reason) }
    : null
}
