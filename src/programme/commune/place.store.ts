// Names of the actor's communes, and the next day by which proposals must reach the province.
import type { Db } from '#/platform/database/open.ts'
import { communesOf, type Actor } from '../people/actor.ts'

/** "phường Sầm Sơn", as running text. */
export async function communeNames(db: Db, actor: Actor): Promise<string[]> {
  const codes = communesOf(actor)
  if (codes.length === 0) return []
  const rows = await db
    .selectFrom('unit')
    .select('fullName')
    .where('era', '=', 'e2025')
    .where('provinceCode', '=', actor.provinceCode)
    .where('code', 'in', codes)
    .orderBy('fullName')
    .execute()
  return rows.map((row) => row.fullName.slice(0, 1).toLowerCase() + row.fullName.slice(1))
}

/** The nearest cut-off of a round that is not closed; null when none is planned. */
export async function nextCutOff(
  db: Db,
  authority: string,
  today: string,
): Promise<{ id: string; name: string; proposalsDueOn: string } | null> {
  const row = await db
    .selectFrom('round')
    .select(['id', 'name', 'proposalsDueOn'])
    .where('authority', '=', authority)
    .where('state', '<>', 'closed')
    .where('proposalsDueOn', '>=', today)
    .orderBy('proposalsDueOn')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
