// Which products may show the OCOP mark and how many stars, until when: their certificates in force (QĐ 26/2026 Đ8.1.d; S0:347, S2:133, S2:175).
import { sql } from 'kysely'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { communesOf, producersOf, type Actor } from '../people/actor.ts'
import { provinceOf } from '../people/authority.ts'
import { mustSee } from '../refuse.ts'
import { knowsInspections } from './inspection.policy.ts'

export type MarkRow = { id: string; product: string; producer: string; star: number; until: string; verifyCode: string }

/** Of the desk’s province for its people, of the commune for the commune, its own for a producer; by product. */
export async function rightsToMark(
  db: Db | Tx,
  actor: Actor,
  query: { search: string; page: number; perPage: number },
  today: PlainDate,
): Promise<{ total: number; rows: MarkRow[] }> {
  mustSee(knowsInspections(actor))
  const provinces = actor.grants
    .filter((grant) => ['office', 'leader', 'advisor', 'bodyOfficer'].includes(grant.role))
    .map((grant) => provinceOf(grant.authority))
  const like = `%${escapeLike(fold(query.search))}%`
  const from = sql`from certificate k where k.state = 'valid' and k.issued_on <= ${today}::date and k.last_valid_on >= ${today}::date
    and (k.province_code = any(${provinces}::text[]) or k.producer_id = any(${producersOf(actor)}::uuid[])
      or (k.province_code = ${actor.provinceCode} and k.commune_code = any(${communesOf(actor)}::text[])))
    and ${query.search === '' ? sql`true` : sql`k.search_folded like ${like}`}`
  const total = await sql<{ n: number }>`select count(*)::int as n ${from}`.execute(db)
  const { rows } = await sql<MarkRow>`
    select k.id, k.product_name as product, k.producer_name as producer, k.star, k.last_valid_on::text as until, k.verify_code as "verifyCode"
    ${from} order by k.product_name collate vi, k.id limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { total: total.rows[0]?.n ?? 0, rows }
}
