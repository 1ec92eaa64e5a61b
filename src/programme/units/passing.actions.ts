/** A body ends: its last day, its successor, and the roles that pass. Run by an administrator after a preview. */
import { isId, newId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { sql } from 'kysely'

import { audit, type Ctx } from '../context.ts'
import { Fields } from '../fields.ts'
import { serves, type Actor } from '../people/actor.ts'
import { mustSee } from '../refuse.ts'
import { follow, followingOf, type EndingBody, type Following } from './following.actions.ts'
import { passGrants, type GrantPassing, type HeldGrant, type Heir } from './grants.ts'

export type LivingBody = EndingBody & { name: string; kind: string }

export function mayPassDuties(actor: Actor | null, provinceCode: string): boolean {
  return serves(actor, provinceCode, 'admin')
}

/** Bodies of the province that have not ended, by name. */
export async function livingBodies(db: Db | Tx, provinceCode: string): Promise<LivingBody[]> {
  return db
    .selectFrom('body')
    .select(['id', 'name', 'kind', 'provinceCode', 'unitEra', 'unitCode'])
    .where('provinceCode', '=', provinceCode)
    .where('validTo', 'is', null)
    .orderBy('name')
    .execute()
}

/** Roles held in a body, or in its commune, that have not been taken back. */
export async function grantsOfBody(db: Db | Tx, provinceCode: string, body: LivingBody): Promise<HeldGrant[]> {
  const inCommune = body.kind === 'communeCommittee' ? body.unitCode : null
  return db
    .selectFrom('roleGrant as g')
    .innerJoin('authUser as u', 'u.id', 'g.accountId')
    .select([
      'g.id',
      'g.accountId',
      'u.name as accountName',
      'g.role',
      'g.bodyId',
      'g.communeCode',
      'g.producerId',
      'g.validFrom',
      'g.validTo',
    ])
    .where('g.provinceCode', '=', provinceCode)
    .where('g.revokedAt', 'is', null)
    .where((where) =>
      where.or([
        where('g.bodyId', '=', body.id),
        ...(inCommune === null ? [] : [where.and([where('g.communeCode', '=', inCommune), where('g.bodyId', 'is', null)])]),
      ]),
    )
    .orderBy('u.name')
    .orderBy('g.id')
    .execute()
}

/** `divided`: the commune's land went to several, so that nobody's records follow by themselves. */
export type PassingAsked = { bodyId: unknown; successorId: unknown; lastDay: unknown; reason: unknown; divided?: unknown }
export type PassingFound = {
  body: LivingBody
  successor: LivingBody
  lastDay: string
  passing: GrantPassing[]
  /** What is under way in the commune; null where the body is no commune's. */
  following: Following | null
}

/** What would happen; throws `invalid` by field. `choose`: the heir of a grant as its own form field says, undefined for the default. */
export async function previewPassing(
  tx: Db | Tx,
  provinceCode: string,
  asked: PassingAsked,
  choose: (grantId: string) => unknown = () => undefined,
): Promise<PassingFound> {
  const fields = new Fields(asked)
  const lastDay = fields.date('lastDay', { required: true })
  const bodies = await livingBodies(tx, provinceCode)
  const byId = (id: unknown) => bodies.find((one) => one.id === id)
  const [body, successor] = [byId(asked.bodyId), byId(asked.successorId)]
  if (!body) fields.say('bodyId', { vi: 'Chọn cơ quan kết thúc hoạt động.', en: 'Choose the body that ends.' })
  if (!successor) fields.say('successorId', { vi: 'Chọn cơ quan kế thừa.', en: 'Choose the successor.' })
  else if (successor.id === body?.id || successor.kind !== body?.kind)
    fields.say('successorId', {
      vi: 'Cơ quan kế thừa phải là cơ quan khác, cùng loại.',
      en: 'The successor must be another body of the same kind.',
    })
  const given = fields.done({ lastDay, body, successor })
  const heirs = bodies.filter((one) => one.kind === given.body.kind && one.id !== given.body.id)
  const grants = await grantsOfBody(tx, provinceCode, given.body)
  const choices = new Map<string, Heir | null>()
  for (const grant of grants) {
    const said = choose(grant.id)
    const heir = heirs.find((one) => one.id === said)
    if (said === 'none') choices.set(grant.id, null)
    else if (heir) choices.set(grant.id, { bodyId: heir.id, unitCode: heir.unitCode })
  }
  const passing = passGrants(grants, given.lastDay, { bodyId: given.successor.id, unitCode: given.successor.unitCode }, choices)
  const { body: ending, successor: next } = given
  const following = await followingOf(tx, ending, { successor: next, lastDay: given.lastDay, divided: asked.divided === '1' })
  return { ...given, passing, following }
}

/** Ends a body, passes its roles on, and lets what is under way in its commune follow. Numbers registers stay with it (see passingRules). */
export async function passDuties(ctx: Ctx, asked: PassingAsked, choose: (grantId: string) => unknown = () => undefined): Promise<number> {
  const { provinceCode } = ctx.actor
  mustSee(mayPassDuties(ctx.actor, provinceCode))
  const fields = new Fields(asked)
  const reason = fields.text('reason', { max: 1000, required: true, multiline: true })
  fields.done()
  if (isId(asked.bodyId)) await sql`select id from body where id = ${asked.bodyId} for update`.execute(ctx.tx)
  const { body, successor, lastDay, passing, following } = await previewPassing(ctx.tx, provinceCode, asked, choose)
  await ctx.tx.updateTable('body').set({ validTo: lastDay, successorId: successor.id }).where('id', '=', body.id).execute()
  for (const { grant, endsOn, begins } of passing) {
    await ctx.tx
      .updateTable('roleGrant')
      .set(endsOn === null ? { revokedAt: ctx.now } : { validTo: endsOn })
      .where('id', '=', grant.id)
      .execute()
    if (begins)
      await ctx.tx
        .insertInto('roleGrant')
        .values({
          id: newId(),
          accountId: grant.accountId,
          role: grant.role,
          provinceCode,
          authority: provinceCode,
          producerId: grant.producerId,
          ...begins,
          grantedBy: ctx.actor.accountId,
          grantedAt: ctx.now,
        })
        .execute()
    await audit(ctx, {
      verb: begins ? 'role.passed' : 'role.ended',
      subjectKind: 'account',
      subjectId: grant.accountId,
      payload: { role: grant.role, from: body.id, lastDay, to: begins?.bodyId ?? null },
    })
  }
  if (following) await follow(ctx, provinceCode, following)
  await audit(ctx, {
    verb: 'body.ended',
    subjectKind: 'body',
    subjectId: body.id,
    payload: {
      lastDay,
      successorId: successor.id,
      roles: passing.length,
      reason,
      ...(following
        ? {
            producers: following.producers,
            dossiers: following.dossiers,
            unit: following.unit?.code ?? null,
            era: following.unit?.era ?? null,
          }
        : {}),
    },
  })
  return passing.length
}
