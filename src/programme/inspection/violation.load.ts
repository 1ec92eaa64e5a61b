// A violation under lock, with the rights on it.
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { audit, type Ctx } from '../context.ts'
import { ownsProducer, type Actor } from '../people/actor.ts'
import { found, must, mustSee } from '../refuse.ts'
import { withTeam } from './inspection.load.ts'
import { inspectionRights } from './inspection.policy.ts'
import {
  violationStateWords,
  violationTransitions,
  type Severity,
  type ViolationKind,
  type ViolationState,
  type Remedy,
} from './violation.ts'

export type ViolationRights = {
  see: boolean
  /** Sees the inspection it was found on. */
  inspection: boolean
  inner: boolean
  keep: boolean
  owner: boolean
  /** Leader of the desk and not of the team (Interpretation, as of members of a council: who finds does not decide). */
  decide: boolean
  ofTeam: boolean
}

export async function violationStanding(
  db: Db | Tx,
  actor: Actor,
  violation: { inspectionId: string; producerId: string | null },
): Promise<ViolationRights> {
  const row = await db.selectFrom('inspection').selectAll().where('id', '=', violation.inspectionId).executeTakeFirstOrThrow()
  const thing = await withTeam(db, row)
  const rights = inspectionRights(actor, thing)
  const owner = violation.producerId !== null && ownsProducer(actor, violation.producerId)
  const ofTeam = thing.accounts.includes(actor.accountId)
  return {
    see: rights.see || owner,
    inspection: rights.see,
    inner: rights.inner,
    keep: rights.keep,
    owner,
    decide: rights.decide && !ofTeam,
    ofTeam,
  }
}

/** For a verb that needs `right` and leads to `to`. */
export async function violationFor(ctx: Ctx, id: unknown, right: 'keep' | 'owner', to: ViolationState) {
  const row = found(isId(id) ? await ctx.tx.selectFrom('violation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : null)
  const rights = await violationStanding(ctx.tx, ctx.actor, row)
  mustSee(rights.see)
  must(rights[right])
  const violation = violationOf(row)
  if (!violationTransitions[violation.state].includes(to)) throw wrongViolation(violation.state)
  return violation
}

export function violationOf<Row extends { kind: string; severity: string; remedy: string; state: string }>(row: Row) {
  return {
    ...row,
    kind: row.kind as ViolationKind,
    severity: row.severity as Severity,
    remedy: row.remedy as Remedy,
    state: row.state as ViolationState,
  }
}

export const wrongViolation = (state: ViolationState) =>
  new AppError('stateConflict', { state: violationStateWords[state].vi.toLowerCase() })

export async function moveViolation(
  ctx: Ctx,
  violation: { id: string; version: number },
  state: ViolationState,
  set: { dueOn?: string; endReason?: string; forwardedTo?: string } = {},
): Promise<void> {
  await ctx.tx
    .updateTable('violation')
    .set({ ...set, state, version: violation.version + 1 })
    .where('id', '=', violation.id)
    .execute()
}

export function logViolation(
  ctx: Ctx,
  violation: { id: string; authority: string },
  verb: string,
  payload: Record<string, unknown>,
): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'violation', subjectId: violation.id, authority: violation.authority, payload })
}
