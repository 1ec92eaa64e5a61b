// Who may go on an inspection: people of the desk, of its bodies and of the commune; nobody who has a part in what is inspected.
import { sql } from 'kysely'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { provinceOf } from '../people/authority.ts'
import { textOfReference } from '../register/resolve.ts'

export type Candidate = {
  accountId: string
  name: string
  post: string
  bodyId: string | null
  /** Scored one of the products in a council. */
  scored: boolean
  /** Acts for the producer, or has a conflict with one of its dossiers, decided or still open (twins of the council’s rule, decision 12). */
  conflicted: boolean
}

export type Inspected = { authority: string; communeCode: string | null; producerIds: readonly string[]; productIds: readonly string[] }

/**
 * Accounts by name, each once, with what speaks against it. Interpretation: conflicts bind inspectors as they bind members of a council; having
 * scored the product is told beside the name, and shuts out only where the desk has set so. A leader of the desk decides and does not go.
 */
export async function teamCandidates(db: Db | Tx, inspected: Inspected, today: PlainDate): Promise<Candidate[]> {
  const { authority, communeCode, producerIds, productIds } = inspected
  const { rows } = await sql<Candidate>`
    with people as (
      select distinct on (g.account_id) g.account_id, u.name,
        case g.role when 'office' then 'Cơ quan OCOP' when 'advisor' then 'Tổ tư vấn' else coalesce(b.name, '') end as post,
        case when g.role in ('bodyOfficer', 'communeOfficer') then g.body_id end as body_id
      from role_grant g join auth_user u on u.id = g.account_id left join body b on b.id = g.body_id
      where g.revoked_at is null and u.blocked_at is null and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to >= ${today}::date)
        and ((g.authority = ${authority} and g.role in ('office', 'advisor', 'bodyOfficer'))
          or (g.role = 'communeOfficer' and g.province_code = ${provinceOf(authority)} and g.commune_code = ${communeCode}))
        and not exists (select 1 from role_grant l where l.account_id = g.account_id and l.role = 'leader' and l.authority = ${authority} and l.revoked_at is null)
      order by g.account_id, array_position(array['bodyOfficer', 'office', 'advisor', 'communeOfficer'], g.role), g.id)
    select p.account_id as "accountId", p.name, p.post, p.body_id as "bodyId",
      exists (select 1 from score_sheet s join council_member m on m.id = s.member_id join agenda_item a on a.id = s.item_id
        join dossier d on d.id = a.dossier_id where m.account_id = p.account_id and d.product_id = any(${[...productIds]}::uuid[])) as scored,
      (exists (select 1 from role_grant o where o.account_id = p.account_id and o.role = 'producer' and o.revoked_at is null
          and o.producer_id = any(${[...producerIds]}::uuid[]))
        or exists (select 1 from conflict k join agenda_item a on a.id = k.item_id join dossier d on d.id = a.dossier_id
          where k.account_id = p.account_id and k.state in ('open', 'confirmed') and a.state <> 'removed'
            and d.producer_id = any(${[...producerIds]}::uuid[]))) as conflicted
    from people p order by p.name collate vi, p.account_id`.execute(db)
  return rows
}

/** What a form is opened for: a producer or one of its products, as they would be typed, with its place; rubbish is nothing. */
export async function inspectedFrom(
  db: Db | Tx,
  authority: string,
  asked: { producerId: string | null; productId: string | null },
): Promise<Inspected & { producerText: string; productText: string; place: string }> {
  const product = isId(asked.productId)
    ? await db
        .selectFrom('product')
        .select(['id', 'producerId'])
        .where('id', '=', asked.productId)
        .where('provinceCode', '=', provinceOf(authority))
        .executeTakeFirst()
    : undefined
  const producerId = product?.producerId ?? asked.producerId
  const producer = isId(producerId)
    ? await db
        .selectFrom('producer')
        .select(['id', 'communeCode', 'addressLine'])
        .where('id', '=', producerId)
        .where('provinceCode', '=', provinceOf(authority))
        .executeTakeFirst()
    : undefined
  return {
    authority,
    communeCode: producer?.communeCode ?? null,
    producerIds: producer ? [producer.id] : [],
    productIds: product ? [product.id] : [],
    producerText: producer ? await textOfReference(db, 'producer', authority, producer.id) : '',
    productText: product ? await textOfReference(db, 'product', authority, product.id) : '',
    place: producer?.addressLine ?? '',
  }
}
