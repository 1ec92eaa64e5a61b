// Who may do what at a point of sale, and what a verb loads under lock.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { communesOf, inCommune, ownsProducer, producersOf, serves, type Actor } from '../people/actor.ts'
import { found, must, mustSee } from '../refuse.ts'
import { CURRENT_ERA } from '../units/units.ts'
import { pointStateWords, pointTransitions, type PointKind, type PointState, type Setting, type Verdicts } from './sales-point.ts'

export type PointStanding = {
  authority: string
  provinceCode: string
  unitEra: string
  communeCode: string | null
  operatorProducerId: string | null
}

/** `months`: the desk and the operator. A commune reads the points on its ground, other bodies of the desk every point: no figures. */
export type PointRights = { see: boolean; keep: boolean; months: boolean; file: boolean }

export function pointRights(actor: Actor | null, point: PointStanding): PointRights {
  const keep = serves(actor, point.authority, 'office')
  const desk = serves(actor, point.authority, 'office', 'leader', 'advisor')
  const operator = point.operatorProducerId !== null && ownsProducer(actor, point.operatorProducerId)
  const commune =
    point.communeCode !== null &&
    point.unitEra === CURRENT_ERA &&
    inCommune(actor, { provinceCode: point.provinceCode, communeCode: point.communeCode }, 'communeOfficer', 'communeLeader')
  const months = desk || operator
  return { see: months || commune || serves(actor, point.authority, 'bodyOfficer'), keep, months, file: keep || operator }
}

const heldAt = (actor: Actor, ...roles: string[]): string[] =>
  actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.authority)

export function knowsPoints(actor: Actor | null): boolean {
  return (
    actor !== null && heldAt(actor, 'office', 'leader', 'advisor', 'bodyOfficer', 'communeOfficer', 'communeLeader', 'producer').length > 0
  )
}

/** The same as `pointRights().see`, for points `s`. */
export function pointScope(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(s.authority = any(${heldAt(actor, 'office', 'leader', 'advisor', 'bodyOfficer')}::text[])
    or s.operator_producer_id = any(${producersOf(actor)}::uuid[])
    or (s.unit_era = ${CURRENT_ERA} and s.province_code = any(${heldAt(actor, 'communeOfficer', 'communeLeader')}::text[])
      and s.commune_code = any(${communesOf(actor)}::text[])))`
}

/** Those of them whose monthly figures the actor reads. */
export function monthScope(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(s.authority = any(${heldAt(actor, 'office', 'leader', 'advisor')}::text[])
    or s.operator_producer_id = any(${producersOf(actor)}::uuid[]))`
}

export type PointRecord = Awaited<ReturnType<typeof pointLocked>>

export async function pointLocked(ctx: Ctx, pointId: unknown) {
  const row = found(
    isId(pointId) ? await ctx.tx.selectFrom('salesPoint').selectAll().where('id', '=', pointId).forUpdate().executeTakeFirst() : null,
  )
  const rights = pointRights(ctx.actor, row)
  mustSee(rights.see)
  return {
    ...row,
    kind: row.kind as PointKind,
    state: row.state as PointState,
    setting: row.setting as Setting,
    criteria: row.criteria as Verdicts,
    rights,
  }
}

export async function pointToKeep(ctx: Ctx, pointId: unknown): Promise<PointRecord> {
  const point = await pointLocked(ctx, pointId)
  must(point.rights.keep)
  return point
}

export const wrongPointState = (state: PointState) => new AppError('stateConflict', { state: pointStateWords[state].vi })

export async function movePoint(ctx: Ctx, point: PointRecord, to: PointState, set: Record<string, unknown> = {}): Promise<void> {
  if (!pointTransitions[point.state].includes(to)) throw wrongPointState(point.state)
  await ctx.tx
    .updateTable('salesPoint')
    .set({ ...set, state: to, version: point.version + 1 })
    .where('id', '=', point.id)
    .execute()
}

export async function logPoint(
  ctx: Ctx,
  point: { id: string; authority: string },
  verb: string,
  payload: Record<string, unknown>,
): Promise<void> {
  await audit(ctx, { verb, subjectKind: 'salesPoint', subjectId: point.id, authority: point.authority, payload })
}
