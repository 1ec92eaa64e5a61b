// A dossier with its deciding result and open transfer, locked, for the verbs that carry it between levels.
import type { Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { dossierForUpdate, type DossierRow } from '../dossier/dossier.move.ts'
import { isRecused } from '../dossier/recused.store.ts'
import { serves } from '../people/actor.ts'
import { found, must, mustSee } from '../refuse.ts'
import type { ClosedResult, Outcome } from './way.ts'

export type StoredResult = ClosedResult & { id: string; meanPrinted: string | null; closedAt: Date }

/** The office's own dossier: staff of the desk learn that it exists, only its office acts. Who is recused learns nothing. */
export async function dossierAtDesk(ctx: Ctx, dossierId: string): Promise<DossierRow> {
  const dossier = await dossierForUpdate(ctx.tx, dossierId)
  const { authority } = dossier
  mustSee(dossier.proposedAt !== null && serves(ctx.actor, authority, 'office', 'leader', 'clerk', 'advisor'))
  mustSee(!(await isRecused(ctx.tx, ctx.actor.accountId, dossier.id)))
  must(serves(ctx.actor, authority, 'office'))
  return dossier
}

/** The valid result the present desk decides on. Throws `level.noResult` where there is none. */
export async function decidingResult(tx: Tx, dossier: { decidingResultId: string | null }): Promise<StoredResult> {
  const row = dossier.decidingResultId
    ? await tx
        .selectFrom('result')
        .select(['id', 'authority', 'outcome', 'meanNumerator', 'meanDenominator', 'meanPrinted', 'star', 'closedAt'])
        .where('id', '=', dossier.decidingResultId)
        .where('state', '=', 'valid')
        .executeTakeFirst()
    : undefined
  if (!row) throw new AppError('level.noResult')
  return { ...row, outcome: row.outcome as Outcome }
}

export async function resultOf(tx: Tx, id: string): Promise<StoredResult> {
  const row = found(
    await tx
      .selectFrom('result')
      .select(['id', 'authority', 'outcome', 'meanNumerator', 'meanDenominator', 'meanPrinted', 'star', 'closedAt'])
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  return { ...row, outcome: row.outcome as Outcome }
}

export type OpenReturn = { id: string; fromAuthority: string; ground: 'result' | 'notValid'; resultId: string | null }

/** The return the desk has not answered yet; null when there is none. */
export async function openReturn(tx: Tx, dossierId: string): Promise<OpenReturn | null> {
  const row = await tx
    .selectFrom('transfer')
    .select(['id', 'fromAuthority', 'ground', 'resultId'])
    .where('dossierId', '=', dossierId)
    .where('way', '=', 'down')
    .where('choice', 'is', null)
    .executeTakeFirst()
  return row ? { ...row, ground: row.ground as OpenReturn['ground'] } : null
}

/** The round in which a desk last closed a result of the dossier; null when it never did. A decision on a returned result belongs to it. */
export async function lastRoundAt(tx: Tx, dossierId: string, authority: string): Promise<string | null> {
  const row = await tx
    .selectFrom('result as r')
    .innerJoin('agendaItem as i', 'i.id', 'r.itemId')
    .innerJoin('meeting as m', 'm.id', 'i.meetingId')
    .select('m.roundId')
    .where('r.dossierId', '=', dossierId)
    .where('r.authority', '=', authority)
    .orderBy('r.closedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.roundId ?? null
}
