// All reading of commendations: proposals that wait, lists, who stands on one.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import type { Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import { listRights, type Award, type Kind, type ListState } from './commendation.ts'

export type Candidate = {
  id: string
  kind: Kind
  name: string
  post: string
  merit: string
  reportId: string
  unitName: string
  callTitle: string
  /** The decision that commended somebody of this name before, if any: a person judges whether it is the same. */
  before: string | null
}

export type CandidateQuery = { search: string; kind: Kind | null; callId: string | null; page: number; perPage: number }

/** Proposals in locked reports of the desk's calls that stand on no list. */
const waiting = (authority: string) => sql`
  from report_proposal p join report r on r.id = p.report_id join report_call c on c.id = r.call_id
  where c.authority = ${authority} and r.state in ('approved', 'accepted')
    and not exists (select 1 from commendation x where x.proposal_id = p.id and x.state = 'listed')`

function narrowed({ search, kind, callId }: Pick<CandidateQuery, 'search' | 'kind' | 'callId'>): RawBuilder<unknown> {
  const words = fold(search).slice(0, 100)
  return sql.join(
    [
      sql``,
      ...(words === '' ? [] : [sql`f_fold(p.name || ' ' || p.post || ' ' || r.unit_name) like ${`%${escapeLike(words)}%`}`]),
      ...(kind === null ? [] : [sql`p.kind = ${kind}`]),
      ...(callId === null ? [] : [sql`c.id = ${callId}`]),
    ],
    sql` and `,
  )
}

export async function candidatesFor(
  db: Db | Tx,
  actor: Actor,
  query: CandidateQuery,
): Promise<{ rows: Candidate[]; total: number; calls: { id: string; title: string }[] }> {
  const { authority } = actor
  mustSee(listRights(actor, { authority, state: 'draft' }).keeps)
  const condition = sql`${waiting(authority)} ${narrowed(query)}`
  const counted = await sql<{ n: number }>`select count(*)::int as n ${condition}`.execute(db)
  const { rows } = await sql<Candidate>`
    select p.id, p.kind, p.name, p.post, p.merit, r.id as "reportId", r.unit_name as "unitName", c.title as "callTitle",
      (select l.decision_number from commendation x join commendation_list l on l.id = x.list_id
         where x.name_folded = f_fold(p.name) and x.kind = p.kind and x.state = 'listed' and l.state = 'decided' and l.authority = ${authority}
         order by l.decided_on desc, l.id limit 1) as before
    ${condition} order by c.due_on desc, c.id, r.unit_name collate vi, p.ordinal
    limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  const calls = await sql<{ id: string; title: string }>`
    select distinct c.id, c.title, c.due_on ${waiting(authority)} order by c.due_on desc, c.id`.execute(db)
  return { rows, total: counted.rows[0]?.n ?? 0, calls: calls.rows.map(({ id, title }) => ({ id, title })) }
}

/** Those of `ids` that may be chosen, their reports held; the others are somebody else's, listed already, or in a report being written. */
export async function chosenFor(tx: Tx, authority: string, ids: readonly string[]) {
  const { rows } = await sql<Omit<Candidate, 'before' | 'callTitle'>>`
    select p.id, p.kind, p.name, p.post, p.merit, r.id as "reportId", r.unit_name as "unitName"
    ${waiting(authority)} and p.id = any(${ids}::uuid[]) order by r.unit_name collate vi, p.ordinal for share of r`.execute(tx)
  return rows
}

export type CommendationListRow = {
  id: string
  title: string
  award: Award
  state: ListState
  number: string | null
  decidedOn: PlainDate | null
  units: number
  persons: number
}

export type ListQuery = { search: string; state: ListState | null; page: number; perPage: number }

function listed(actor: Actor, { search, state }: Pick<ListQuery, 'search' | 'state'>): RawBuilder<unknown> {
  mustSee(listRights(actor, { authority: actor.authority, state: 'draft' }).see)
  const words = fold(search).slice(0, 100)
  const like = `%${escapeLike(words)}%`
  return sql.join(
    [
      sql`l.authority = ${actor.authority}`,
      ...(words === ''
        ? []
        : [
            sql`(l.title_folded like ${like} or lower(l.decision_number) like ${like} or exists (
              select 1 from commendation x where x.list_id = l.id and x.state = 'listed' and x.name_folded like ${like}))`,
          ]),
      ...(state === null ? [] : [sql`l.state = ${state}`]),
    ],
    sql` and `,
  )
}

export async function listCommendations(
  db: Db | Tx,
  actor: Actor,
  query: ListQuery,
): Promise<{ rows: CommendationListRow[]; total: number }> {
  const condition = listed(actor, query)
  const counted = await sql<{ n: number }>`select count(*)::int as n from commendation_list l where ${condition}`.execute(db)
  const { rows } = await sql<CommendationListRow>`
    select l.id, l.title, l.award, l.state, l.decision_number as number, l.decided_on as "decidedOn",
      count(x.id) filter (where x.kind = 'unit')::int as units, count(x.id) filter (where x.kind = 'person')::int as persons
    from commendation_list l left join commendation x on x.list_id = l.id and x.state = 'listed'
    where ${condition} group by l.id order by l.created_at desc, l.id
    limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { rows, total: counted.rows[0]?.n ?? 0 }
}

/** Everybody on the lists that were asked for, one row each: the desk's register of who was commended. */
export async function commendedIn(db: Db | Tx, actor: Actor, query: Pick<ListQuery, 'search' | 'state'>, most: number) {
  const { rows } = await sql<
    Commended & { title: string; award: Award; listState: ListState; number: string | null; decidedOn: PlainDate | null }
  >`
    select x.id, x.kind, x.name, x.post, x.merit, x.unit_name as "unitName", x.report_id as "reportId", x.state,
      x.dropped_reason as "droppedReason", l.title, l.award, l.state as "listState", l.decision_number as number, l.decided_on as "decidedOn"
    from commendation x join commendation_list l on l.id = x.list_id
    where x.state = 'listed' and ${listed(actor, query)} order by l.created_at desc, l.id, x.kind desc, x.ordinal limit ${most}`.execute(db)
  return rows
}

export type Commended = {
  id: string
  kind: Kind
  name: string
  post: string
  merit: string
  unitName: string
  reportId: string
  state: 'listed' | 'dropped'
  droppedReason: string
}

/** Units first, then persons, each in the order they were put on. */
export async function commendedOf(db: Db | Tx, listId: string): Promise<Commended[]> {
  const rows = await db
    .selectFrom('commendation')
    .select(['id', 'kind', 'name', 'post', 'merit', 'unitName', 'reportId', 'state', 'droppedReason'])
    .where('listId', '=', listId)
    .orderBy('kind', 'desc')
    .orderBy('ordinal')
    .execute()
  return rows as Commended[]
}

export type CommendationList = Awaited<ReturnType<typeof listFor>>['list']

/** A list as `actor` may see it, with the rights on it; `lock`: held until the transaction ends. */
export async function listFor(db: Db | Tx, actor: Actor, id: string | undefined, lock = false) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('commendationList')
          .selectAll()
          .where('id', '=', id)
          .$if(lock, (query) => query.forUpdate())
          .executeTakeFirst()
      : null,
  )
  const list = { ...row, award: row.award as Award, state: row.state as ListState }
  const rights = listRights(actor, list)
  mustSee(rights.see)
  return { list, rights }
}
