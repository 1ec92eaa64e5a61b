// What the verbs of inspections load, under lock, with the rights on it.
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { audit, type Ctx } from '../context.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must, mustSee } from '../refuse.ts'
import { inspectionRights, type InspectionRights } from './inspection.policy.ts'
import { inspectionStateWords, type InspectionKind, type InspectionState, type Site } from './inspection.ts'

export type InspectionRecordRow = Awaited<ReturnType<typeof inspectionLocked>>

export async function inspectionLocked(ctx: Ctx, id: unknown) {
  const row = found(isId(id) ? await ctx.tx.selectFrom('inspection').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : null)
  const { members, ...thing } = await withTeam(ctx.tx, row)
  const rights = inspectionRights(ctx.actor, thing)
  mustSee(rights.see)
  return { ...thing, members, rights }
}

/** The row with its team, as the policy wants it. */
export async function withTeam<Row extends { id: string; planId: string | null; kind: string; state: string; site: string }>(
  db: Db | Tx,
  row: Row,
) {
  const members = await db
    .selectFrom('inspectionMember as m')
    .leftJoin('body as b', 'b.id', 'm.bodyId')
    .select(['m.id', 'm.accountId', 'm.bodyId', 'm.name', 'm.post', 'm.lead', 'm.present', 'b.name as body'])
    .where('m.inspectionId', '=', row.id)
    .orderBy('m.lead', 'desc')
    .orderBy('m.name')
    .orderBy('m.id')
    .execute()
  const bodies = row.planId === null ? [] : await planBodies(db, row.planId)
  return {
    ...row,
    kind: row.kind as InspectionKind,
    state: row.state as InspectionState,
    site: row.site as Site,
    members,
    accounts: members.flatMap((one) => (one.accountId === null ? [] : [one.accountId])),
    bodies: [...members.flatMap((one) => (one.bodyId === null ? [] : [one.bodyId])), ...bodies],
  }
}

async function planBodies(db: Db | Tx, planId: string): Promise<string[]> {
  const plan = await db.selectFrom('inspectionPlan').select('leadBodyId').where('id', '=', planId).executeTakeFirst()
  const others = await db.selectFrom('inspectionPlanBody').select('bodyId').where('planId', '=', planId).execute()
  return [...(plan ? [plan.leadBodyId] : []), ...others.map((one) => one.bodyId)]
}

/** For a verb that needs one of the rights, in one of the states. */
export async function inspectionFor(ctx: Ctx, id: unknown, right: keyof InspectionRights, states: readonly InspectionState[]) {
  const inspection = await inspectionLocked(ctx, id)
  must(inspection.rights[right])
  if (!states.includes(inspection.state)) throw wrongState(inspection.state)
  return inspection
}

export const wrongState = (state: InspectionState) => new AppError('stateConflict', { state: inspectionStateWords[state].vi.toLowerCase() })

export function logInspection(
  ctx: Ctx,
  inspection: { id: string; authority: string },
  verb: string,
  payload: Record<string, unknown>,
): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'inspection', subjectId: inspection.id, authority: inspection.authority, payload })
}

type Told = { kind: string; dedupe: string; link: string; params?: Record<string, string> }

/** Tells the people of a producer; nobody where no producer is concerned. */
export async function tellProducer(
  ctx: Ctx,
  thing: { id: string; provinceCode: string; producerId: string | null },
  subjectKind: 'inspection' | 'violation',
  notice: Told,
): Promise<void> {
  if (thing.producerId === null) return
  const accounts = await accountsWithRole(ctx.tx, 'producer', { authority: thing.provinceCode, producerId: thing.producerId }, ctx.now)
  await notify(ctx, accounts, { ...notice, subjectKind, subjectId: thing.id })
}

/** Tells those who hold a role at the desk, but not the one who acts. */
export async function tellDesk(
  ctx: Ctx,
  thing: { id: string; authority: string },
  role: 'office' | 'leader',
  subjectKind: 'inspection' | 'violation',
  notice: Told,
): Promise<void> {
  const accounts = await accountsWithRole(ctx.tx, role, { authority: thing.authority }, ctx.now)
  await notify(
    ctx,
    accounts.filter((one) => one !== ctx.actor.accountId),
    { ...notice, subjectKind, subjectId: thing.id },
  )
}
