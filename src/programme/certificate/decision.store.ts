// SQL of decisions: what waits, drafts, items.
import { sql } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { isId } from '#/platform/database/id.ts'
import { notFound } from '#/platform/errors/app-error.ts'
import { found } from '../refuse.ts'
import type { Outcome } from '../level/way.ts'

export type WaitingResult = {
  resultId: string
  dossierId: string
  /** The desk whose council closed it: this one, or the level above that sent it back. */
  authority: string
  outcome: Outcome
  meanNumerator: number | null
  meanDenominator: number | null
  regulationId: string
  meanPrinted: string | null
  pointsStar: number | null
  star: number | null
  closedAt: Date
  roundId: string | null
  roundName: string | null
  communeCode: string
  communeName: string
  productName: string
  producerName: string
  setNo: number
}

/**
 * Closed results of the province that no paper has answered yet: not in a live decision, no letter, not sent up. Oldest first.
 * Names come from what was filed, not from the live tables.
 */
export async function waitingResults(db: Db | Tx, authority: string): Promise<WaitingResult[]> {
  const rows = await sql<WaitingResult>`
    select r.id as result_id, r.dossier_id, r.authority, r.outcome, r.mean_numerator, r.mean_denominator, r.mean_printed, r.points_star, r.star, r.closed_at,
      d.regulation_id, d.round_id, o.name as round_name,
      d.commune_code, coalesce(s.commune_name, '') as commune_name,
      coalesce(s.product_name, p.name) as product_name, coalesce(s.producer_name, '') as producer_name, d.set_no
    from result r
    join dossier d on d.id = r.dossier_id and d.deciding_result_id = r.id
    join product p on p.id = d.product_id
    left join round o on o.id = d.round_id
    left join lateral (select product_name, producer_name, commune_name from dossier_submission where dossier_id = d.id order by ordinal desc limit 1) s on true
    where d.authority = ${authority} and r.state = 'valid' and d.state in ('concluded', 'ended')
      and not exists (select 1 from recognition_item i join recognition_decision x on x.id = i.decision_id where i.result_id = r.id and x.state <> 'cancelled')
      and not exists (select 1 from result_letter l where l.result_id = r.id)
    order by r.closed_at, r.id`.execute(db)
  return rows.rows
}

export type DecisionRow = {
  id: string
  authority: string
  roundId: string | null
  roundName: string | null
  kind: 'recognition' | 'approval'
  title: string
  state: 'draft' | 'issued' | 'cancelled' | 'recalled'
  number: string | null
  issuedOn: string | null
  signerName: string | null
  signerPost: string | null
  documentId: string | null
  version: number
  createdAt: Date
  issuedAt: Date | null
  items: number
}

const decisionColumns = sql`
  x.id, x.authority, x.round_id, o.name as round_name, x.kind, x.title, x.state, x.number, x.issued_on, x.signer_name, x.signer_post,
  x.document_id, x.version, x.created_at, x.issued_at, (select count(*)::int from recognition_item i where i.decision_id = x.id) as items`

/** Decisions of the province, drafts first, then the newest. */
export async function decisionsOf(db: Db | Tx, authority: string, limit = 100): Promise<DecisionRow[]> {
  const rows = await sql<DecisionRow>`
    select ${decisionColumns} from recognition_decision x left join round o on o.id = x.round_id
    where x.authority = ${authority}
    order by (x.state = 'draft') desc, x.created_at desc limit ${limit}`.execute(db)
  return rows.rows
}

/** One decision inside a province; "not found" otherwise and for rubbish. `lock` holds it until the transaction ends. */
export async function decisionById(db: Db | Tx, authority: string, id: string, lock = false): Promise<DecisionRow> {
  if (!isId(id)) throw notFound()
  if (lock) await sql`select id from recognition_decision where id = ${id}::uuid for update`.execute(db)
  const rows = await sql<DecisionRow>`
    select ${decisionColumns} from recognition_decision x left join round o on o.id = x.round_id
    where x.id = ${id}::uuid and x.authority = ${authority}`.execute(db)
  return found(rows.rows[0])
}

export type DecisionItem = {
  resultId: string
  dossierId: string
  star: number
  ordinal: number
  resultState: string
  resultAuthority: string
  resultStar: number | null
  meanNumerator: number | null
  meanDenominator: number | null
  /** The result the dossier's desk decides on now. */
  deciding: boolean
  pointsStar: number | null
  meanPrinted: string | null
  closedAt: Date
  dossierState: string
  dossierKind: string
  demo: boolean
  /** Where the product's land is: the register it stands in, whichever desk decides. */
  provinceCode: string
  communeCode: string
  producerId: string
  productId: string
  setNo: number
  regulationId: string
  regulationHash: string
  snapshot: unknown
  productCode: string | null
  certificateId: string | null
  certificateState: string | null
}

/** The list of a decision in printed order, with what was filed. */
export async function itemsOf(db: Db | Tx, decisionId: string): Promise<DecisionItem[]> {
  const rows = await sql<DecisionItem>`
    select i.result_id, i.dossier_id, i.star, i.ordinal, r.state as result_state, r.authority as result_authority, r.star as result_star, r.mean_numerator, r.mean_denominator,
      d.deciding_result_id = r.id as deciding, r.points_star, r.mean_printed, r.closed_at,
      d.state as dossier_state, d.kind as dossier_kind, d.demo, d.province_code, d.commune_code, d.producer_id, d.product_id, d.set_no, d.regulation_id, d.regulation_hash,
      s.snapshot, c.product_code, c.id as certificate_id, c.state as certificate_state
    from recognition_item i
    join result r on r.id = i.result_id
    join dossier d on d.id = i.dossier_id
    left join lateral (select snapshot from dossier_submission where dossier_id = d.id order by ordinal desc limit 1) s on true
    left join certificate c on c.decision_id = i.decision_id and c.dossier_id = i.dossier_id
    where i.decision_id = ${decisionId}::uuid
    order by i.ordinal`.execute(db)
  return rows.rows
}

/** Numbers held in reserve in one register, lowest first. */
export async function reservedNumbers(db: Db | Tx, bodyId: string, kind: string): Promise<{ id: string; printed: string; year: number }[]> {
  return await db
    .selectFrom('numberEntry as e')
    .innerJoin('numberSeries as s', 's.id', 'e.seriesId')
    .select(['e.id', 'e.printed', 's.year'])
    .where('s.bodyId', '=', bodyId)
    .where('s.kind', '=', kind)
    .where('e.state', '=', 'reserved')
    .orderBy('s.year')
    .orderBy('e.number')
    .execute()
}

/** One result of the province with what its letter needs; `documentId` is set when the letter was issued. */
export async function letterSubject(db: Db | Tx, authority: string, resultId: string) {
  const row = isId(resultId)
    ? await db
        .selectFrom('result as r')
        .innerJoin('dossier as d', 'd.id', 'r.dossierId')
        .innerJoin('product as p', 'p.id', 'd.productId')
        .innerJoin('producer as o', 'o.id', 'd.producerId')
        .leftJoin('resultLetter as l', 'l.resultId', 'r.id')
        .select([
          'r.id',
          'r.outcome',
          'r.authority',
          'r.meanNumerator',
          'r.meanDenominator',
          'r.meanPrinted',
          'r.pointsStar',
          'r.star',
          'r.basis',
          'd.regulationId',
          'd.setNo',
          'd.state as dossierState',
          'p.name as productName',
          'o.name as producerName',
          'l.documentId',
        ])
        .where('r.id', '=', resultId)
        .where('d.authority', '=', authority)
        .whereRef('d.decidingResultId', '=', 'r.id')
        .where('r.state', '=', 'valid')
        .executeTakeFirst()
    : null
  return found(row)
}
