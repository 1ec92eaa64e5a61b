// What a plan says of money beside the lines opened for it.
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { sumsBy } from './money.load.ts'
import { keepsMoney, readsMoney } from './money.policy.ts'
import { added } from './money.store.ts'

/** A plan of the desk and its money rows beside the lines opened for them, in the plan's order. */
export async function planMoney(db: Db | Tx, actor: Actor, familyId: string | undefined) {
  mustSee(readsMoney(actor, actor.authority))
  const plan = found(
    isId(familyId)
      ? await db
          .selectFrom('programmePlan')
          .select(['id', 'familyId', 'title', 'startsOn', 'endsOn'])
          .where('familyId', '=', familyId)
          .where('authority', '=', actor.authority)
          .where('communeCode', 'is', null)
          .where('state', '=', 'issued')
          .executeTakeFirst()
      : null,
  )
  const rows = await db.selectFrom('programmeMoney').selectAll().where('planId', '=', plan.id).orderBy('ordinal').execute()
  const lines = await db
    .selectFrom('budgetLine')
    .select(['id', 'title', 'year', 'moneyCode', 'planned', 'itemCategory'])
    .where('planFamilyId', '=', plan.familyId)
    .where('authority', '=', actor.authority)
    .orderBy('year')
    .execute()
  const pairs = await sumsBy(db, { lineIds: lines.map((line) => line.id) })
  return {
    plan,
    keep: keepsMoney(actor, actor.authority),
    rows: rows.map((row) => {
      const parts = rows.filter((one) => one.partOf === row.code)
      const own = lines.filter((line) => line.moneyCode === row.code || parts.some((part) => part.code === line.moneyCode))
      const amounts = parts.map((part) => part.amount)
      return {
        ...row,
        isSum: parts.length > 0,
        /** What the parts come to; null where one of them has no amount. */
        partsSum: amounts.includes(null) ? null : amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0),
        lines: own,
        figures: added(pairs.filter((pair) => own.some((line) => line.id === pair.lineId)).map((pair) => pair.sums)),
      }
    }),
  }
}

/** Plans of the desk that name money, newest first. */
export async function plansWithMoney(db: Db | Tx, authority: string) {
  return db
    .selectFrom('programmePlan')
    .select(['familyId', 'title', 'startsOn'])
    .where('authority', '=', authority)
    .where('communeCode', 'is', null)
    .where('state', '=', 'issued')
    .where((where) =>
      where.exists(
        where.selectFrom('programmeMoney').select('programmeMoney.id').whereRef('programmeMoney.planId', '=', 'programmePlan.id'),
      ),
    )
    .orderBy('startsOn', 'desc')
    .limit(50)
    .execute()
}
