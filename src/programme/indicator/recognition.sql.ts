// The facts of recognition, from certificates and from the imported past, as one list. Fragments of SQL.
import { sql, type RawBuilder } from 'kysely'
import type { Frame } from './indicator.ts'
import { dayOf, placed, placesOf } from './place.sql.ts'

/**
 * The first day a certificate no longer held for another reason than its term; null where there is none. Annulled ones never held and are left out
 * everywhere. `n` is the certificate that replaced it.
 */
const endedOn = sql`case c.state when 'withdrawn' then coalesce(c.state_decision_on, ${dayOf(sql`c.state_since`)})
  when 'replaced' then coalesce(n.issued_on, ${dayOf(sql`c.state_since`)}) end`

/**
 * Every recognition of 3 stars and more in the frame's province until its last day: product (`key`), place (`unit`), star, day, term.
 * A product keeps its key over renewals, upgrades and holders. Interpretation: a record of the past is the same product where product and
 * producer are written alike (accents and case apart); it is never "in force" (import/past-status.ts); where only its year is known it counts on 31/12.
 */
export function recognitions(frame: Frame): RawBuilder<unknown> {
  return sql`
    select c.product_id::text as key, c.producer_id, pl.unit, c.star, c.issued_on as on_day, c.last_valid_on, ${endedOn} as ended_on, c.sector, c.set_no,
      c.dossier_id, c.decision_id, c.state = 'withdrawn' as withdrawn, c.product_name || ' · ' || c.producer_name as label, '/c/' || c.verify_code as href,
      'certificate' as subject_kind, c.id::text as subject_id
    from certificate c join ${placed(frame, sql`c.unit_era`, sql`c.commune_code`)}
      left join certificate n on n.id = c.replaced_by and c.state = 'replaced'
    where c.state <> 'annulled' and c.issued_on <= ${frame.to}::date
    union all
    select coalesce(known.id::text, 'past ' || r.product_folded || ' | ' || r.producer_folded || case when r.producer is null then r.id::text else '' end),
      known.producer_id, at.unit, r.star, at.on_day, (r.decision_date + interval '36 months')::date, at.on_day, coalesce(r.sector, ''), null, null, null, false,
      concat_ws(' · ', r.product, r.producer), '/cong-nhan-truoc-day?q=' || replace(r.product_folded, ' ', '+'), 'pastRecognition', r.id::text
    from past_recognition r
      join lateral (select coalesce(r.decision_date, make_date(r.year, 12, 31)) as on_day, ${pastPlace(frame)} as unit) at on true
      left join lateral (
        select p.id, p.producer_id from product p join producer o on o.id = p.producer_id
        where p.name_folded = r.product_folded and o.name_folded = r.producer_folded and p.province_code = r.province_code
        order by p.created_at, p.id limit 1) known on true
    where r.recognised and r.star >= 3 and at.on_day <= ${frame.to}::date and ${pastInside(frame)}`
}

/** Where the source names a commune. */
function pastPlace(frame: Frame): RawBuilder<unknown> {
  return frame.era === 'e2025'
    ? sql`(select w.code from unit w where w.era = 'e2025' and w.code = r.now_commune_code)`
    : sql`(select w.code from unit w where w.era = r.unit_era and w.code = r.unit_code and w.level = 'commune')`
}

/** A source may name no more than the district or the province: the record counts in the province, in no commune. */
function pastInside(frame: Frame): RawBuilder<unknown> {
  return frame.era === 'e2025'
    ? sql`(r.now_province_code = ${frame.provinceCode} or r.now_commune_code in (select pl.code from (${placesOf(frame)}) pl where pl.era = 'e2025'))`
    : sql`exists (select 1 from unit w where w.era = ${frame.era} and w.era = r.unit_era and w.code = r.unit_code and w.province_code = ${frame.provinceCode})`
}

/** The first recognition of each product, whenever it was: later ones (renewals, upgrades) add no product. */
export function firstRecognitions(frame: Frame): RawBuilder<unknown> {
  return sql`select distinct on (g.key) g.* from (${recognitions(frame)}) g order by g.key, g.on_day, g.subject_id`
}

/** The latest recognition of each product by the frame's last day. */
export function lastRecognitions(frame: Frame): RawBuilder<unknown> {
  return sql`select distinct on (g.key) g.* from (${recognitions(frame)}) g order by g.key, g.on_day desc, g.subject_id desc`
}

/** Products with a certificate in force on the frame's last day (its last valid day included). */
export function validProducts(frame: Frame): RawBuilder<unknown> {
  return sql`
    select distinct on (c.product_id) c.product_id::text as key, c.product_id, c.producer_id, pl.unit, c.star, c.issued_on as on_day, c.sector, c.set_no,
      c.last_valid_on, c.product_name || ' · ' || c.producer_name as label, '/c/' || c.verify_code as href, 'certificate' as subject_kind, c.id::text as subject_id
    from certificate c join ${placed(frame, sql`c.unit_era`, sql`c.commune_code`)}
      left join certificate n on n.id = c.replaced_by and c.state = 'replaced'
    where c.state <> 'annulled' and c.issued_on <= ${frame.to}::date and c.last_valid_on >= ${frame.to}::date
      and coalesce(${endedOn} > ${frame.to}::date, true)
    order by c.product_id, c.issued_on desc, c.id desc`
}

/**
 * OCOP producers on the frame's last day. Interpretation (S1:61-73 name "chủ thể OCOP" without saying): who has a product with a certificate in force.
 * The place is the producer's own.
 */
export function ocopProducers(frame: Frame): RawBuilder<unknown> {
  // Each half stands for itself: planned as one, the few places guessed make loops of millions.
  return sql`
    with placed as materialized (
      select o.id, pl.unit, o.legal_form, o.name, o.id::text as key from producer o join ${placed(frame, sql`o.unit_era`, sql`o.commune_code`)}),
    held as materialized (select distinct v.producer_id from (${validProducts(frame)}) v)
    select p.* from placed p join held on held.producer_id = p.id`
}

/** The columns of an indicator's row from a recognition `g`. */
export const productRow = sql`g.key, g.unit as commune_code, null::bigint as amount, g.label, g.href, g.subject_kind, g.subject_id`

/** The columns of an indicator's row from a producer `o` of `ocopProducers`. */
export const producerRow = sql`o.key, o.unit as commune_code, null::bigint as amount, o.name as label, '/chu-the/' || o.key as href,
  'producer' as subject_kind, o.key as subject_id`

const issuerLevel = (name: RawBuilder<unknown>) => sql`case
  when f_fold(${name}) ~ '\\m(bo|trung uong)\\M' then 'central'
  when f_fold(${name}) ~ '\\m(huyen|thi xa|quan)\\M' then 'district'
  when f_fold(${name}) ~ '\\m(tinh|thanh pho (ha noi|hai phong|hue|da nang|can tho|ho chi minh|dong nai))\\M' then 'province'
  when f_fold(${name}) ~ '\\mthanh pho\\M' then 'district' end`

/**
 * The level that decided a recognition `g`: the desk of its decision, else what its paper calls the issuer. Interpretation: a name that tells
 * no level counts at none.
 */
export const decidedAt = sql`case
  when g.decision_id is not null then (select case when x.authority = 'TW' then 'central' when x.authority like '%.%' then 'district' else 'province' end
    from recognition_decision x where x.id = g.decision_id)
  when g.subject_kind = 'certificate' then (select ${issuerLevel(sql`c.snapshot->'decision'->>'issuer'`)} from certificate c where c.id = g.subject_id::uuid)
  else (select ${issuerLevel(sql`r.authority`)} from past_recognition r where r.id = g.subject_id::uuid) end`
