// The office's register of certificates, the clerk's papers, the register of numbers. Scope is in the SQL.
import { sql, type RawBuilder } from 'kysely'
import { afterKey, type Key } from '#/platform/database/keyset.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { isId } from '#/platform/database/id.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { signedKinds } from '../document/signed-kinds.ts'
import { provinceOf } from '../people/authority.ts'
import { found } from '../refuse.ts'
import { namedLike } from './catalogue.store.ts'
import { placeToday, unitsToday } from './place-today.ts'
import { readCertificateSnapshot, type CertificateSnapshot, type CertificateState } from './public-status.ts'

export type RegisterQuery = {
  /** The desk that reads: see `ofDesk`. */
  authority: string
  today: string
  words: string
  star: number | null
  sector: string
  commune: string
  /** `expiring`: in force and ending within 180 days, when re-assessment opens (Đ7.6). */
  state: '' | 'valid' | 'expired' | 'expiring' | 'withdrawn' | 'replaced'
  /** "2027-01": only those whose last day lies in the month; empty for all. */
  endsIn?: string
  /** Only those that the desk's own decisions recognised. */
  ownOnly?: boolean
  order: 'newest' | 'name' | 'ending'
  page: number
  size: number
  /** With `newest` only: the key to go on from, in the place of a page. */
  after?: Key | null
}

export type RegisterRow = {
  id: string
  productCode: string
  verifyCode: string
  productName: string
  producerName: string
  commune: string
  sector: string
  star: number
  issuedOn: string
  lastValidOn: string
  state: CertificateState
  decision: string
  total: number
}

const states: Record<RegisterQuery['state'], (today: string) => RawBuilder<boolean>> = {
  '': () => sql<boolean>`true`,
  valid: (today) => sql<boolean>`c.state = 'valid' and c.last_valid_on >= ${today}::date`,
  expired: (today) => sql<boolean>`c.state = 'valid' and c.last_valid_on < ${today}::date`,
  expiring: (today) => sql<boolean>`c.state = 'valid' and c.last_valid_on between ${today}::date and ${today}::date + 180`,
  withdrawn: () => sql<boolean>`c.state in ('withdrawn', 'annulled')`,
  replaced: () => sql<boolean>`c.state = 'replaced'`,
}

const orders: Record<RegisterQuery['order'], RawBuilder<unknown>> = {
  newest: sql`c.issued_on desc, c.id desc`,
  name: sql`c.product_name, c.id`,
  ending: sql`c.last_valid_on, c.id`,
}

const decidedBy = (authority: string) =>
  sql<boolean>`c.decision_id in (select d.id from recognition_decision d where d.authority = ${authority})`

/**
 * The certificates (`c`) a desk keeps in its register: a province's are all of the province; a district's those it recognised itself and those of
 * its communes, whoever did.
 */
function ofDesk(authority: string): RawBuilder<boolean> {
  const province = sql<boolean>`c.province_code = ${provinceOf(authority)}`
  const district = authority.split('.')[1]
  if (district === undefined) return province
  return sql<boolean>`(${province} and (${decidedBy(authority)} or exists (
    select 1 from unit w where w.era = c.unit_era and w.code = c.commune_code and w.parent_code = ${district})))`
}

/** A page of the register; every row carries the total. A product code typed whole is found as well as a name. */
export async function registerRows(db: Db | Tx, query: RegisterQuery): Promise<RegisterRow[]> {
  const parts = [ofDesk(query.authority), states[query.state](query.today)]
  const words = query.words.trim()
  if (/^[\d-]{4,}$/.test(words)) parts.push(sql<boolean>`c.product_code like ${`${escapeLike(words)}%`}`)
  else if (words !== '') parts.push(namedLike(words))
  if (query.star !== null) parts.push(sql<boolean>`c.star = ${query.star}`)
  if (query.sector !== '') parts.push(sql<boolean>`c.sector = ${query.sector}`)
  if (query.commune !== '') parts.push(sql<boolean>`c.commune_code = ${query.commune}`)
  if (query.ownOnly) parts.push(decidedBy(query.authority))
  if (query.endsIn)
    parts.push(
      sql<boolean>`c.last_valid_on >= ${`${query.endsIn}-01`}::date and c.last_valid_on < ${`${query.endsIn}-01`}::date + interval '1 month'`,
    )
  const wanted = sql.join<boolean>(parts, sql` and `)
  const from = query.order === 'newest' ? afterKey(query.after, sql`c.issued_on`, sql`c.id`, 'day') : sql<boolean>`true`
  // Keys first, facts of one page after: the register holds every certificate ever issued.
  const rows = await sql<RegisterRow>`
    with page as materialized (
      select c.id from certificate c where ${wanted} and ${from} order by ${orders[query.order]} limit ${query.size} offset ${(query.page - 1) * query.size})
    select c.id, c.product_code, c.verify_code, c.product_name, c.producer_name, c.snapshot->'place'->>'commune' as commune, c.sector, c.star, c.issued_on,
      c.last_valid_on, c.state, c.snapshot->'decision'->>'number' as decision, (select count(*)::int from certificate c where ${wanted}) as total
    from page join certificate c on c.id = page.id
    order by ${orders[query.order]}`.execute(db)
  return rows.rows
}

export async function sectorsOfRegister(db: Db | Tx, authority: string): Promise<string[]> {
  const rows = await db
    .selectFrom('certificate as c')
    .select('sector')
    .distinct()
    .where(ofDesk(authority))
    .where('sector', '<>', '')
    .execute()
  return rows.map((row) => row.sector).toSorted((a, b) => a.localeCompare(b, 'vi'))
}

/** One certificate of the desk's register with the frozen facts; "not found" otherwise. */
export async function certificateById(db: Db | Tx, authority: string, id: string) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('certificate as c')
          .leftJoin('certificate as n', 'n.id', 'c.replacedBy')
          .selectAll('c')
          .select(['n.verifyCode as replacedByCode', unitsToday.as('unitsToday')])
          .where('c.id', '=', id)
          .where(ofDesk(authority))
          .executeTakeFirst()
      : null,
  )
  const { unitsToday: units, ...certificate } = row
  const snapshot: CertificateSnapshot = readCertificateSnapshot(row.snapshot)
  return { ...certificate, state: row.state as CertificateState, snapshot, placeToday: placeToday(snapshot.place, units) }
}

export type LedgerLine = { at: Date; verb: string; actorName: string }

export async function historyOf(db: Db | Tx, provinceCode: string, subjectKind: string, subjectId: string): Promise<LedgerLine[]> {
  return await db
    .selectFrom('auditEntry')
    .select(['at', 'verb', 'actorName'])
    .where('provinceCode', '=', provinceCode)
    .where('subjectKind', '=', subjectKind)
    .where('subjectId', '=', subjectId)
    .orderBy('seq')
    .limit(100)
    .execute()
}

export type ClerkPaper = {
  id: string
  kind: string
  title: string
  number: string | null
  issuedOn: string | null
  signer: string | null
  state: string
  copies: number
  total: number
}

/** `waiting`: without a scan. `attached`: with one. Null: both, those that wait first. */
export type ClerkFilter = 'waiting' | 'attached' | null

export type ClerkQuery = { authority: string; words: string; filter: ClerkFilter; page: number; size: number }

const scanned = sql<boolean>`exists (select 1 from document_signed_copy s where s.document_id = d.id)`

function clerkWhere(query: Pick<ClerkQuery, 'authority' | 'words' | 'filter'>): RawBuilder<boolean> {
  const like = `%${escapeLike(fold(query.words))}%`
  return sql<boolean>`d.authority = ${query.authority} and d.kind = any(${[...signedKinds]}::text[]) and d.issued_on is not null
      and (d.state in ('issued', 'sent') or (d.state = 'cancelled' and ${scanned}))
      and (${query.words} = '' or f_fold(d.title || ' ' || coalesce(d.number, '')) like ${like})
      ${query.filter === null ? sql`` : query.filter === 'waiting' ? sql`and not ${scanned}` : sql`and ${scanned}`}`
}

/**
 * Papers of the province that a person signs (`signedKinds`), one page: those without a scan first, the newest first among them. A cancelled
 * paper is listed only where a scan of it is kept.
 */
export async function clerkPapers(db: Db | Tx, query: ClerkQuery): Promise<ClerkPaper[]> {
  const rows = await sql<ClerkPaper>`
    select d.id, d.kind, d.title, d.number, d.issued_on, d.signer, d.state,
      (select count(*)::int from document_signed_copy s where s.document_id = d.id) as copies, count(*) over ()::int as total
    from document d
    where ${clerkWhere(query)}
    order by ${scanned}, d.issued_on desc, d.id desc limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(db)
  return rows.rows
}

/** How many papers wait for a scan and how many have one, of those a search finds. */
export async function countClerkPapers(
  db: Db | Tx,
  query: { authority: string; words: string },
): Promise<{ waiting: number; attached: number }> {
  const rows = await sql<{ waiting: number; attached: number }>`
    select count(*) filter (where not ${scanned})::int as waiting, count(*) filter (where ${scanned})::int as attached
    from document d where ${clerkWhere({ ...query, filter: null })}`.execute(db)
  return rows.rows[0] ?? { waiting: 0, attached: 0 }
}

/** One paper of the province with its signed scans. */
export async function paperById(db: Db | Tx, authority: string, id: string) {
  const paper = found(
    isId(id)
      ? await db.selectFrom('document').selectAll().where('id', '=', id).where('authority', '=', authority).executeTakeFirst()
      : null,
  )
  return { ...paper, copies: await signedCopies(db, authority, paper.id) }
}

/** Signed scans of a paper of this desk: a certificate the ministry or a district issued has its own desk's, none here. */
export async function signedCopies(db: Db | Tx, authority: string, documentId: string) {
  return await db
    .selectFrom('documentSignedCopy as c')
    .innerJoin('document as d', 'd.id', 'c.documentId')
    .selectAll('c')
    .where('d.id', '=', documentId)
    .where('d.authority', '=', authority)
    .orderBy('c.attachedAt')
    .execute()
}

export type NumberRow = {
  id: string
  printed: string
  state: 'reserved' | 'used' | 'cancelled'
  irregular: boolean
  reason: string | null
  bodyId: string
  bodyName: string
  year: number
  takenAt: Date
  takenBy: string | null
  title: string | null
  documentId: string | null
  total: number
}

/** The register of papers of the province's own bodies. */
export async function numberRows(
  db: Db | Tx,
  query: { authority: string; words: string; state: string; page: number; size: number },
): Promise<NumberRow[]> {
  const like = `%${escapeLike(fold(query.words))}%`
  const rows = await sql<NumberRow>`
    select e.id, e.printed, e.state, e.irregular, e.reason, b.id as body_id, b.name as body_name, s.year, e.taken_at, u.name as taken_by, d.title,
      e.document_id, count(*) over ()::int as total
    from number_entry e
    join number_series s on s.id = e.series_id
    join body b on b.id = s.body_id
    left join auth_user u on u.id = e.taken_by
    left join document d on d.id = e.document_id
    where b.authority = ${query.authority} and b.kind in ('provinceCommittee', 'districtCommittee', 'ministry', 'ocopOffice') and s.year > 0
      and (${query.state} = '' or e.state = ${query.state})
      and (${query.words} = '' or f_fold(e.printed || ' ' || coalesce(d.title, '') || ' ' || coalesce(e.reason, '')) like ${like})
    order by e.taken_at desc, e.number desc limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(db)
  return rows.rows
}

export async function ministryPacks(db: Db | Tx, authority: string, resultId?: string) {
  let query = db
    .selectFrom('ministryPack as p')
    .innerJoin('result as r', 'r.id', 'p.resultId')
    .select(['p.id', 'p.resultId', 'p.sha256', 'p.manifest', 'p.builtAt', 'p.sentAt'])
    .where('r.authority', '=', authority)
    .orderBy('p.builtAt', 'desc')
  if (resultId !== undefined) query = query.where('p.resultId', '=', resultId)
  return (await query.limit(50).execute()).map((row) => ({ ...row, manifest: row.manifest as PackManifest }))
}

export type PackManifest = {
  format: 1
  name: string
  files: { path: string; sha256: string; size: number }[]
  missing: { paper: string; reason: string }[]
}

/** Results approved by the chairman: waiting to be packed and sent, or sent. */
export async function approvedResults(db: Db | Tx, authority: string) {
  const rows = await sql<{
    resultId: string
    dossierId: string
    dossierState: string
    /** Gone up a level as a transfer. */
    sentUp: boolean
    productName: string
    producerName: string
    meanPrinted: string | null
    number: string
  }>`
    select r.id as result_id, d.id as dossier_id, d.state as dossier_state,
      exists (select 1 from transfer t where t.result_id = r.id and t.way = 'up') as sent_up, s.product_name, s.producer_name,
      r.mean_printed, x.number
    from recognition_decision x
    join recognition_item i on i.decision_id = x.id
    join result r on r.id = i.result_id
    join dossier d on d.id = r.dossier_id
    left join lateral (select product_name, producer_name, commune_name from dossier_submission where dossier_id = d.id order by ordinal desc limit 1) s on true
    where x.authority = ${authority} and x.kind = 'approval' and x.state = 'issued'
    order by x.issued_at desc limit 100`.execute(db)
  return rows.rows
}
