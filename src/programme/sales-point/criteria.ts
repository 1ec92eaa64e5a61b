// The criteria of a desk's points: its own list once it has written one, the stand-in before. Stored among the desk's settings.
import { json } from '#/platform/database/json.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { audit, type Ctx } from '../context.ts'
import type { Typed } from '../fields.ts'
import { serves } from '../people/actor.ts'
import { must, mustSee } from '../refuse.ts'
import { readCriteria, standInCriteria } from './sales-point.ts'

const KEY = 'salesPoint.criteria'

export async function criteriaOf(db: Db | Tx, authority: string): Promise<{ criteria: readonly string[]; own: boolean }> {
  const row = await db.selectFrom('setting').select('value').where('authority', '=', authority).where('key', '=', KEY).executeTakeFirst()
  const value = row?.value
  const own = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')
  return own ? { criteria: value as string[], own } : { criteria: standInCriteria, own: false }
}

/** Points judged before keep their verdicts in the words they were judged by. */
export async function setCriteria(ctx: Ctx, input: Typed<'criteria'>): Promise<void> {
  const { authority } = ctx.actor
  mustSee(serves(ctx.actor, authority, 'office', 'leader', 'advisor'))
  must(serves(ctx.actor, authority, 'office'))
  const criteria = readCriteria(input)
  const before = await criteriaOf(ctx.tx, authority)
  if (before.own && before.criteria.join('\n') === criteria.join('\n')) return
  const row = { value: json(criteria), updatedBy: ctx.actor.accountId, updatedAt: ctx.now }
  await ctx.tx
    .insertInto('setting')
    .values({ authority, key: KEY, ...row })
    .onConflict((conflict) => conflict.columns(['authority', 'key']).doUpdateSet(row))
    .execute()
  await audit(ctx, { verb: 'salesPoint.criteriaSet', subjectKind: 'salesPointCriteria', subjectId: authority, payload: { criteria } })
}
