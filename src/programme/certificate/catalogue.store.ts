// The public catalogue: certificates in force today, searched without accents. Every count counts what the public may see.
import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { isId } from '#/platform/database/id.ts'
import { escapeLike, foldedWords } from '#/platform/text/fold.ts'
import { placeToday, unitsToday, type UnitsToday } from './place-today.ts'
import { readCertificateSnapshot, type CertificateSnapshot, type CertificateState } from './public-status.ts'

export type CatalogueOrder = 'star' | 'name' | 'newest'

export type CatalogueQuery = {
  provinceCode: string
  /** Day in Vietnam: only what holds on it is listed. */
  today: string
  words: string
  /** Communes whose present or former name the words are: their products are found too. */
  namedCommunes: readonly string[]
  stars: readonly number[]
  sectors: readonly string[]
  /** Codes of today's communes; empty: all. */
  communes: readonly string[]
  order: CatalogueOrder
  page: number
  size: number
}

export type CatalogueCard = {
  productId: string
  verifyCode: string
  productName: string
  producerName: string
  star: number
  commune: string
  hasPhoto: boolean
  demo: boolean
}

export type Facets = { total: number; stars: Map<number, number>; sectors: Map<string, number> }

/** Every word must be in the product's or producer's name; the trigram index serves words of three letters and more. */
export function namedLike(words: string): RawBuilder<boolean> {
  const patterns = foldedWords(words).map((word) => `%${escapeLike(word)}%`)
  if (patterns.length === 0) return sql<boolean>`true`
  return sql.join<boolean>(
    patterns.map((pattern) => sql`c.search_folded like ${pattern}`),
    sql` and `,
  )
}

function inForce({ provinceCode, today, words, namedCommunes }: CatalogueQuery): RawBuilder<boolean> {
  const named =
    namedCommunes.length === 0 ? namedLike(words) : sql<boolean>`(${namedLike(words)} or c.commune_code in (${sql.join(namedCommunes)}))`
  return sql<boolean>`c.province_code = ${provinceCode} and c.state = 'valid' and c.last_valid_on >= ${today}::date and ${named}`
}

function filtered(query: CatalogueQuery): RawBuilder<boolean> {
  const parts = [inForce(query)]
  if (query.stars.length > 0) parts.push(sql<boolean>`c.star in (${sql.join(query.stars)})`)
  if (query.sectors.length > 0) parts.push(sql<boolean>`c.sector in (${sql.join(query.sectors)})`)
  if (query.communes.length > 0) parts.push(sql<boolean>`c.commune_code in (${sql.join(query.communes)})`)
  return sql.join<boolean>(parts, sql` and `)
}

const orders: Record<CatalogueOrder, RawBuilder<unknown>> = {
  star: sql`c.star desc, c.product_name, c.id`,
  name: sql`c.product_name, c.id`,
  newest: sql`c.issued_on desc, c.id desc`,
}

/** One page of cards. The page is picked by its keys first: a deep page must not unpack the facts of every row before it. */
export async function catalogueCards(db: Db | Tx, query: CatalogueQuery): Promise<CatalogueCard[]> {
  const rows = await sql<CatalogueCard>`
    with page as materialized (
      select c.id from certificate c where ${filtered(query)}
      order by ${orders[query.order]} limit ${query.size} offset ${(query.page - 1) * query.size})
    select c.product_id, c.verify_code, c.product_name, c.producer_name, c.star, c.snapshot->'place'->>'commune' as commune,
      c.photo_sha256 is not null as has_photo, c.demo
    from page join certificate c on c.id = page.id
    order by ${orders[query.order]}`.execute(db)
  return rows.rows
}

export type StarAndSector = { star: number; sector: string; count: number }

/** How many there are of each star and sector with the words and communes only. One pass, whatever else is asked. */
export async function countByStarAndSector(db: Db | Tx, query: CatalogueQuery): Promise<StarAndSector[]> {
  const communes = query.communes.length > 0 ? sql`and c.commune_code in (${sql.join(query.communes)})` : sql``
  const rows = await sql<StarAndSector>`
    select c.star, c.sector, count(*)::int as count from certificate c where ${inForce(query)} ${communes} group by c.star, c.sector`.execute(
    db,
  )
  return rows.rows
}

/** The total with all filters, and what each filter would leave if it were changed alone. Pure. */
export function facetsOf(counts: readonly StarAndSector[], query: Pick<CatalogueQuery, 'stars' | 'sectors'>): Facets {
  const facets: Facets = { total: 0, stars: new Map(), sectors: new Map() }
  for (const { star, sector, count } of counts) {
    const starIn = query.stars.length === 0 || query.stars.includes(star)
    const sectorIn = query.sectors.length === 0 || query.sectors.includes(sector)
    if (sectorIn) facets.stars.set(star, (facets.stars.get(star) ?? 0) + count)
    if (starIn) facets.sectors.set(sector, (facets.sectors.get(sector) ?? 0) + count)
    if (starIn && sectorIn) facets.total += count
  }
  return facets
}

export async function catalogueFacets(db: Db | Tx, query: CatalogueQuery): Promise<Facets> {
  return facetsOf(await countByStarAndSector(db, query), query)
}

export type ProgrammeFigures = { inForce: number; byStar: Map<number, number>; producers: number; communes: number }

/** The figures of the home page, counted from the register. */
export async function programmeFigures(db: Db | Tx, provinceCode: string, today: string): Promise<ProgrammeFigures> {
  const rows = await sql<{ star: number | null; count: number; producers: number; communes: number }>`
    with counted as materialized (
      select c.star, c.producer_id, c.commune_code, count(*) as n from certificate c
      where c.province_code = ${provinceCode} and c.state = 'valid' and c.last_valid_on >= ${today}::date
      group by c.star, c.producer_id, c.commune_code)
    select star, sum(n)::int as count, 0 as producers, 0 as communes from counted group by star
    union all
    select null, coalesce(sum(n), 0)::int, (select count(*) from (select distinct producer_id from counted) p)::int,
      (select count(*) from (select distinct commune_code from counted) q)::int from counted`.execute(db)
  const all = rows.rows.find((row) => row.star === null)
  return {
    inForce: all?.count ?? 0,
    producers: all?.producers ?? 0,
    communes: all?.communes ?? 0,
    byStar: new Map(rows.rows.flatMap((row) => (row.star === null ? [] : [[row.star, row.count] as const]))),
  }
}

/** A word that changes when a certificate of the province is added or changes its state; two reads of an index. */
export async function registerStamp(db: Db | Tx, provinceCode: string): Promise<string> {
  const { rows } = await sql<{ last: string | null; since: string | null; together: number }>`
    with changed as (select max(c.state_since) as since from certificate c where c.province_code = ${provinceCode})
    select (select c.id from certificate c order by c.id desc limit 1) as last, since::text as since,
      (select count(*)::int from certificate c where c.province_code = ${provinceCode} and c.state_since = changed.since) as together
    from changed`.execute(db)
  return JSON.stringify(rows[0])
}

export type ProductPage = {
  id: string
  name: string
  description: string
  certificates: ProductCertificate[]
}
export type ProductCertificate = {
  verifyCode: string
  productCode: string
  productName: string
  producerName: string
  star: number
  issuedOn: string
  lastValidOn: string
  state: CertificateState
  stateGround: string | null
  stateDecision: string | null
  stateDecisionOn: string | null
  replacedByCode: string | null
  hasPhoto: boolean
  demo: boolean
  placeToday: string[]
  snapshot: CertificateSnapshot
}

/** A product with its certificates, newest first; null for a product that was never certified: it is its producer's own affair. */
export async function publicProduct(db: Db | Tx, id: string): Promise<ProductPage | null> {
  if (!isId(id)) return null
  const rows = await sql<
    Omit<ProductCertificate, 'snapshot' | 'placeToday'> & { snapshot: unknown; unitsToday: UnitsToday; name: string; description: string }
  >`
    select p.name, p.description, c.verify_code, c.product_code, c.product_name, c.producer_name, c.star, c.issued_on, c.last_valid_on, c.state,
      c.state_ground, c.state_decision, c.state_decision_on, n.verify_code as replaced_by_code, c.photo_sha256 is not null as has_photo, c.demo, c.snapshot, ${unitsToday} as units_today
    from product p join certificate c on c.product_id = p.id left join certificate n on n.id = c.replaced_by
    where p.id = ${id}::uuid order by c.issued_on desc, c.created_at desc limit 30`.execute(db)
  const first = rows.rows[0]
  if (!first) return null
  return {
    id,
    name: first.productName,
    description: first.description,
    certificates: rows.rows.map(({ unitsToday: units, ...row }) => {
      const snapshot = readCertificateSnapshot(row.snapshot)
      return { ...row, snapshot, placeToday: placeToday(snapshot.place, units) }
    }),
  }
}
