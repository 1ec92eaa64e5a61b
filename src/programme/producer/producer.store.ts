// All reading of producers. Lists carry their scope in SQL.
import { sql } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, foldedWords } from '#/platform/text/fold.ts'
import { isId } from '#/platform/database/id.ts'
import { producersOf, type Actor } from '../people/actor.ts'
import type { ProducerPrivate, Sex } from './producer.ts'

export type ProducerRow = NonNullable<Awaited<ReturnType<typeof findProducer>>>

export async function findProducer(db: Db | Tx, id: string) {
  if (!isId(id)) return undefined
  return db.selectFrom('producer').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function producerForUpdate(tx: Tx, id: string) {
  if (!isId(id)) return undefined
  return tx.selectFrom('producer').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The producers an account works for, by name. */
export async function ownProducers(db: Db | Tx, actor: Actor): Promise<ProducerRow[]> {
  const ids = producersOf(actor)
  if (ids.length === 0) return []
  return db.selectFrom('producer').selectAll().where('id', 'in', ids).orderBy('name').execute()
}

/** Sensitive fields. Callers have judged the right; staff reading goes through `readProducerPrivate`, which writes it in the ledger. */
export async function privateOf(db: Db | Tx, producerId: string): Promise<ProducerPrivate> {
  const row = await db.selectFrom('producerPrivate').selectAll().where('producerId', '=', producerId).executeTakeFirst()
  return {
    headSex: (row?.headSex ?? null) as Sex | null,
    headEthnicity: row?.headEthnicity ?? null,
    headDisability: row?.headDisability ?? null,
  }
}

/** Producers of a province for its office: every word typed begins a word of the name, accents or not. */
export async function searchProducers(
  db: Db | Tx,
  scope: { provinceCode: string; communeCodes?: readonly string[] },
  query: string,
  page: { limit: number; offset: number },
): Promise<{ total: number; rows: Pick<ProducerRow, 'id' | 'name' | 'communeCode' | 'legalForm' | 'taxCode'>[] }> {
  let base = db.selectFrom('producer').where('provinceCode', '=', scope.provinceCode)
  if (scope.communeCodes)
    base = scope.communeCodes.length > 0 ? base.where('communeCode', 'in', [...scope.communeCodes]) : base.where(sql<boolean>`false`)
  for (const word of foldedWords(query)) base = base.where(sql<boolean>`' ' || name_folded like ${`% ${escapeLike(word)}%`}`)
  const { total } = await base.select((expression) => expression.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await base
    .select(['id', 'name', 'communeCode', 'legalForm', 'taxCode'])
    .orderBy('name')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { total: Number(total), rows }
}
