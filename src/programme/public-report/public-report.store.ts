// All reading of reports from the public. Scope is part of every query; the contact is read by a verb alone (public-report.actions.ts).
import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { readVerifyCode } from '../certificate/verify-code.ts'
import { ownsProducer, serves, type Actor } from '../people/actor.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, mustSee } from '../refuse.ts'
import { reportRights } from './public-report.load.ts'
import type { ReportState, Topic } from './public-report.ts'

export const reportSorts = ['newest', 'due'] as const
export type ReportSort = (typeof reportSorts)[number]
export type ReportQuery = {
  search: string
  /** `open`: received, looked into or in a case; the first thing an office sees. `overdue`: those of them whose day has passed. */
  state: ReportState | 'open' | 'overdue' | 'all'
  topic: Topic | null
  mine: boolean
  sort: ReportSort
  page: number
  perPage: number
}

export type ReportRow = {
  id: string
  topic: Topic
  words: string
  state: ReportState
  product: string | null
  producer: string | null
  about: string
  body: string | null
  assigneeName: string | null
  receivedAt: Date
  dueOn: PlainDate
  caseId: string | null
}

const open = sql`r.state in ('received', 'looking', 'joined')`
const order: Record<ReportSort, RawBuilder<unknown>> = { newest: sql`r.received_at desc, r.id`, due: sql`r.due_on, r.received_at, r.id` }

/** Reports of the actor's desk. */
export async function listReports(
  db: Db | Tx,
  actor: Actor,
  query: ReportQuery,
  today: PlainDate,
): Promise<{ total: number; rows: ReportRow[] }> {
  mustSee(serves(actor, actor.authority, 'office', 'leader', 'advisor'))
  const like = `%${escapeLike(fold(query.search))}%`
  const states: Record<string, RawBuilder<unknown>> = { open, overdue: sql`${open} and r.due_on < ${today}::date`, all: sql`true` }
  const where = sql`r.authority = ${actor.authority} and ${states[query.state] ?? sql`r.state = ${query.state}`}
    and ${query.topic === null ? sql`true` : sql`r.topic = ${query.topic}`} and ${query.mine ? sql`r.assignee = ${actor.accountId}` : sql`true`}
    and ${query.search === '' ? sql`true` : sql`(r.search_folded like ${like} or p.name_folded like ${like} or o.name_folded like ${like})`}`
  const from = sql`public_report r left join product p on p.id = r.product_id left join producer o on o.id = r.producer_id`
  const total = await sql<{ n: number }>`select count(*)::int as n from ${from} where ${where}`.execute(db)
  const { rows } = await sql<ReportRow>`
    select r.id, r.topic, r.words, r.state, p.name as product, o.name as producer, r.about, b.name as body, u.name as "assigneeName",
      r.received_at as "receivedAt", r.due_on::text as "dueOn", r.case_id as "caseId"
    from ${from} left join body b on b.id = r.body_id left join auth_user u on u.id = r.assignee
    where ${where} order by ${order[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { total: total.rows[0]?.n ?? 0, rows }
}

/** One report for the desk: without its code, and of the contact only whether there is one. */
export async function reportFor(db: Db | Tx, actor: Actor, id: string | undefined, now: Date) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('publicReport as r')
          .leftJoin('product as p', 'p.id', 'r.productId')
          .leftJoin('producer as o', 'o.id', 'r.producerId')
          .leftJoin('body as b', 'b.id', 'r.bodyId')
          .leftJoin('authUser as u', 'u.id', 'r.assignee')
          .leftJoin('authUser as f', 'f.id', 'r.filedBy')
          .leftJoin('certificate as k', 'k.id', 'r.certificateId')
          .leftJoin('publicReportContact as c', 'c.reportId', 'r.id')
          .select([
            'r.id',
            'r.authority',
            'r.topic',
            'r.words',
            'r.about',
            'r.seenWhere',
            'r.seenOn',
            'r.state',
            'r.caseId',
            'r.assignee',
            'r.receivedAt',
            'r.dueOn',
            'r.answer',
            'r.answeredAt',
            'r.productId',
            'r.producerId',
            'p.name as product',
            'o.name as producer',
            'b.name as body',
            'f.name as filedByName',
            'u.name as assigneeName',
            'k.verifyCode',
            'k.id as certificateId',
            'c.reportId as contactOf',
          ])
          .where('r.id', '=', id)
          .executeTakeFirst()
      : null,
  )
  const rights = reportRights(actor, row)
  mustSee(rights.see)
  const { contactOf, ...report } = row
  const notes = await db
    .selectFrom('publicReportNote')
    .select(['id', 'words', 'writerName', 'writtenAt'])
    .where('reportId', '=', row.id)
    .orderBy('writtenAt')
    .orderBy('id')
    .execute()
  const inspections = await db
    .selectFrom('inspection')
    .select(['id', 'plannedOn'])
    .where('sourceKind', '=', 'report')
    .where('sourceId', '=', row.id)
    .orderBy('plannedOn')
    .execute()
  const keepers = rights.keep ? await accountsWithRole(db, 'office', { authority: row.authority }, now) : []
  const people =
    keepers.length === 0 ? [] : await db.selectFrom('authUser').select(['id', 'name']).where('id', 'in', keepers).orderBy('name').execute()
  return {
    report: { ...report, state: row.state as ReportState, topic: row.topic as Topic },
    hasContact: contactOf !== null,
    rights,
    notes,
    inspections,
    people,
  }
}

/** A case with its reports and what its holder was told, for the desk. */
export async function caseFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('publicReportCase as c')
          .innerJoin('producer as o', 'o.id', 'c.producerId')
          .leftJoin('product as p', 'p.id', 'c.productId')
          .select([
            'c.id',
            'c.authority',
            'c.state',
            'c.openedAt',
            'c.closedAt',
            'c.producerId',
            'c.productId',
            'o.name as producer',
            'p.name as product',
          ])
          .where('c.id', '=', id)
          .executeTakeFirst()
      : null,
  )
  const rights = reportRights(actor, row)
  mustSee(rights.see)
  const reports = await db
    .selectFrom('publicReport')
    .select(['id', 'topic', 'words', 'state', 'receivedAt', 'dueOn', 'answer'])
    .where('caseId', '=', row.id)
    .orderBy('receivedAt')
    .orderBy('id')
    .execute()
  const messages = await db
    .selectFrom('publicReportMessage')
    .select(['id', 'words', 'toldAt'])
    .where('caseId', '=', row.id)
    .orderBy('toldAt')
    .orderBy('id')
    .execute()
  return {
    case: { ...row, state: row.state as 'open' | 'closed' },
    rights,
    reports: reports.map((one) => ({ ...one, topic: one.topic as Topic, state: one.state as ReportState })),
    messages,
  }
}

/** What the holder of the code reads: the state and the answer, and nothing that tells of the office, the case or other reports. */
export async function reportByCode(db: Db | Tx, typed: string) {
  const code = readVerifyCode(typed)
  const row =
    code === null
      ? undefined
      : await db
          .selectFrom('publicReport')
          .select(['code', 'state', 'receivedAt', 'answer', 'answeredAt'])
          .where('code', '=', code)
          .executeTakeFirst()
  return row ? { ...row, state: row.state as ReportState } : null
}

/** The product a report would be about, as the form shows it: by a certificate's code or a product that was recognised. */
export async function subjectOf(db: Db | Tx, by: { code: string; product: string }) {
  const verifyCode = readVerifyCode(by.code)
  if (verifyCode === null && !isId(by.product)) return null
  const row = await db
    .selectFrom('certificate')
    .select(['productName', 'producerName', 'productId', 'verifyCode'])
    .where(verifyCode === null ? 'productId' : 'verifyCode', '=', verifyCode ?? by.product)
    .orderBy('issuedOn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** What the office told a holder, for that holder and the desk. */
export async function messageFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('publicReportMessage as m')
          .innerJoin('publicReportCase as c', 'c.id', 'm.caseId')
          .leftJoin('product as p', 'p.id', 'c.productId')
          .select(['m.words', 'm.toldAt', 'm.producerId', 'c.authority', 'p.name as product'])
          .where('m.id', '=', id)
          .executeTakeFirst()
      : null,
  )
  mustSee(ownsProducer(actor, row.producerId) || reportRights(actor, row).see)
  return { words: row.words, toldAt: row.toldAt, product: row.product }
}

export async function reportHistory(db: Db | Tx, kind: 'publicReport' | 'publicReportCase', id: string) {
  const rows = await db
    .selectFrom('auditEntry')
    .select(['at', 'verb', 'actorName', 'payload'])
    .where('subjectKind', '=', kind)
    .where('subjectId', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ at: row.at, verb: row.verb, who: row.actorName, payload: row.payload as Record<string, unknown> }))
}

const rightsOn = async (db: Db | Tx, actor: Actor, id: string) => {
  const row = await db.selectFrom('publicReport').select('authority').where('id', '=', id).executeTakeFirst()
  return row ? reportRights(actor, row) : { see: false, keep: false }
}
/** The photo as it came tells where it was taken: only the office opens it. */
export const readsReportOriginal = async (db: Db | Tx, actor: Actor, id: string): Promise<boolean> => (await rightsOn(db, actor, id)).keep
export const readsReportPhoto = async (db: Db | Tx, actor: Actor, id: string): Promise<boolean> => (await rightsOn(db, actor, id)).see
