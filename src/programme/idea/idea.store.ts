// All reading of ideas and calls. Scope is part of every query; what is not told yet (toldState) is not told by a filter either.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { communesOf, producersOf, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import type { IdeaKind, Priority } from './idea.ts'
import { ideaRights, runsCalls } from './idea.policy.ts'
import { toldState, type IdeaState } from './idea.workflow.ts'

/** Whose list: one's own ideas, the ideas of one's communes, or the province's. */
export type IdeaScope = 'producer' | 'commune' | 'province'

export const ideaSorts = ['recent', 'name', 'producer', 'commune', 'investment', 'submitted'] as const
export type IdeaSort = (typeof ideaSorts)[number]

export type IdeaQuery = {
  search: string
  state: IdeaState | null
  kind: IdeaKind | null
  priority: Priority | null
  callId: string | null
  commune: string | null
  sort: IdeaSort
  page: number
  perPage: number
}

export type IdeaRow = {
  id: string
  /** As told to whoever asks. */
  state: IdeaState
  kind: IdeaKind
  name: string
  producer: string
  commune: string
  setNo: number | null
  workersTotal: number | null
  investment: number | null
  priorities: Priority[]
  submittedAt: Date | null
  updatedAt: Date
  callName: string | null
  reason: string
  planId: string | null
  planState: string | null
}

const told = sql`case when i.state in ('selected', 'later', 'notSelected') and i.listed_call_id is null then 'confirmed' else i.state end`

function scopeOf(actor: Actor, scope: IdeaScope): RawBuilder<unknown> {
  if (scope === 'producer') return sql`i.producer_id = any(${producersOf(actor)}::uuid[])`
  const sent = sql`i.submitted_at is not null and i.province_code = ${actor.provinceCode}`
  return scope === 'commune' ? sql`${sent} and i.commune_code = any(${communesOf(actor)}::text[])` : sent
}

function where(actor: Actor, scope: IdeaScope, query: IdeaQuery): RawBuilder<unknown> {
  const parts = [scopeOf(actor, scope)]
  const words = fold(query.search).slice(0, 100)
  if (words !== '') {
    const like = `%${escapeLike(words)}%`
    parts.push(sql`(i.name_folded like ${like} or p.name_folded like ${like})`)
  }
  if (query.state) parts.push(sql`${scope === 'province' ? sql`i.state` : told} = ${query.state}`)
  if (query.kind) parts.push(sql`i.kind = ${query.kind}`)
  if (query.priority) parts.push(sql`i.priorities ? ${query.priority}`)
  if (query.callId) parts.push(isId(query.callId) ? sql`i.call_id = ${query.callId}` : sql`false`)
  if (query.commune) parts.push(sql`i.commune_code = ${query.commune}`)
  return sql.join(parts, sql` and `)
}

const orders: Record<IdeaSort, RawBuilder<unknown>> = {
  recent: sql`i.updated_at desc, i.id`,
  name: sql`i.name collate vi, i.id`,
  producer: sql`p.name collate vi, i.id`,
  commune: sql`u.name collate vi, i.id`,
  investment: sql`i.investment desc nulls last, i.id`,
  submitted: sql`i.submitted_at nulls last, i.id`,
}

const from = sql`
  from idea i
  join producer p on p.id = i.producer_id
  join unit u on u.era = i.unit_era and u.code = i.commune_code
  left join idea_call c on c.id = i.call_id
  left join business_plan b on b.idea_id = i.id`

/** One page of ideas with the number of all that match. The caller has judged that the actor may read this scope. */
export async function listIdeas(
  db: Db | Tx,
  actor: Actor,
  scope: IdeaScope,
  query: IdeaQuery,
): Promise<{ rows: IdeaRow[]; total: number }> {
  const condition = where(actor, scope, query)
  const counted = await sql<{ n: number }>`select count(*)::int as n ${from} where ${condition}`.execute(db)
  const state = scope === 'province' ? sql`i.state` : told
  const reason =
    scope === 'province' ? sql`i.selection_reason` : sql`case when i.listed_call_id is null then '' else i.selection_reason end`
  const rows = await sql<IdeaRow>`
    select i.id, ${state} as state, i.kind, i.name, p.name as producer, u.full_name as commune, i.set_no as "setNo",
           i.workers_total as "workersTotal", i.investment, i.priorities, i.submitted_at as "submittedAt", i.updated_at as "updatedAt",
           c.name as "callName", ${reason} as reason, b.id as "planId", b.state as "planState"
    ${from} where ${condition} order by ${orders[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { rows: rows.rows, total: counted.rows[0]?.n ?? 0 }
}

export type Idea = Awaited<ReturnType<typeof ideaFor>>['idea']

/** An idea as `actor` may see it, with the rights on it. "Not found" for everyone else and for rubbish. */
export async function ideaFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('idea')
          .innerJoin('producer', 'producer.id', 'idea.producerId')
          .leftJoin('unit', (join) => join.onRef('unit.era', '=', 'idea.unitEra').onRef('unit.code', '=', 'idea.communeCode'))
          .leftJoin('ideaCall', 'ideaCall.id', 'idea.callId')
          .leftJoin('businessPlan', 'businessPlan.ideaId', 'idea.id')
          .leftJoin('product', 'product.id', 'idea.productId')
          .selectAll('idea')
          .select([
            'producer.name as producerName',
            'unit.fullName as communeName',
            'ideaCall.name as callName',
            'ideaCall.closesOn as callClosesOn',
            'ideaCall.listDocumentId',
            'businessPlan.id as planId',
            'businessPlan.state as planState',
            'product.name as productName',
          ])
          .where('idea.id', '=', id)
          .executeTakeFirst()
      : null,
  )
  const state = row.state as IdeaState
  const rights = ideaRights(actor, { ...row, state })
  mustSee(rights.see)
  const office = runsCalls(actor, row.provinceCode)
  const shown = office ? state : toldState({ ...row, state })
  const selectionTold = office || row.listedCallId !== null
  return {
    rights,
    idea: {
      ...row,
      state: shown,
      kind: row.kind as IdeaKind,
      priorities: row.priorities as Priority[],
      selectionReason: selectionTold ? row.selectionReason : '',
      selectedAt: selectionTold ? row.selectedAt : null,
      selectedBy: selectionTold ? row.selectedBy : null,
    },
  }
}

/** Calls that take ideas on `today`, the one that ends first in front. */
export async function openCalls(db: Db | Tx, provinceCode: string, today: PlainDate) {
  return db
    .selectFrom('ideaCall')
    .selectAll()
    .where('provinceCode', '=', provinceCode)
    .where('state', '=', 'open')
    .where('opensOn', '<=', today)
    .where('closesOn', '>=', today)
    .orderBy('closesOn')
    .orderBy('id')
    .execute()
}

/** The province's calls, newest first, with how many ideas stand where. */
export async function listCalls(db: Db | Tx, actor: Actor) {
  return db
    .selectFrom('ideaCall')
    .selectAll('ideaCall')
    .select((expression) => [
      expression
        .selectFrom('idea')
        .whereRef('idea.callId', '=', 'ideaCall.id')
        .where('idea.submittedAt', 'is not', null)
        .select((idea) => idea.fn.countAll<number>().as('ideas'))
        .as('ideas'),
    ])
    .where('provinceCode', '=', actor.provinceCode)
    .orderBy('closesOn', 'desc')
    .orderBy('id')
    .execute()
}

/** One call of the actor's province for its office, with its ideas by state. */
export async function callFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const call = found(
    isId(id)
      ? await db.selectFrom('ideaCall').selectAll().where('id', '=', id).where('provinceCode', '=', actor.provinceCode).executeTakeFirst()
      : null,
  )
  mustSee(runsCalls(actor, call.provinceCode))
  const counts = await db
    .selectFrom('idea')
    .select(['state'])
    .select((expression) => expression.fn.countAll<number>().as('n'))
    .where('callId', '=', call.id)
    .where('submittedAt', 'is not', null)
    .groupBy('state')
    .execute()
  return { call, counts: Object.fromEntries(counts.map((row) => [row.state, Number(row.n)])) as Partial<Record<IdeaState, number>> }
}

export type HistoryLine = { at: Date; verb: string; who: string; payload: Record<string, unknown> }

/**
 * What the ledger tells of an idea or plan, oldest first. `untold` leaves out the office's selection, which is not the producer's or
 * the commune's to know before the list has gone up.
 */
export async function ideaHistory(
  db: Db | Tx,
  subject: { kind: 'idea' | 'businessPlan'; id: string },
  untold: boolean,
): Promise<HistoryLine[]> {
  let query = db
    .selectFrom('auditEntry')
    .select(['at', 'verb', 'actorName', 'payload'])
    .where('subjectKind', '=', subject.kind)
    .where('subjectId', '=', subject.id)
  if (untold) query = query.where('verb', 'not in', ['idea.judged', 'idea.judgementUndone'])
  const rows = await query.orderBy('seq').execute()
  return rows.map((row) => ({ at: row.at, verb: row.verb, who: row.actorName, payload: row.payload as Record<string, unknown> }))
}
