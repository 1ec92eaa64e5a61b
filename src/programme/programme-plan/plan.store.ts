// All reading of plans. Scope is part of every query.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import { communesOf, type Actor } from '../people/actor.ts'
import type { HistoryLine } from '../idea/idea.store.ts'
import { found, mustSee } from '../refuse.ts'
import { planRights } from './plan.policy.ts'
import type { PlanState } from './plan.workflow.ts'
import type { PlanContent, PlanKind } from './programme-plan.ts'

export const planSorts = ['recent', 'title', 'number', 'start'] as const
export type PlanSort = (typeof planSorts)[number]

export type PlanQuery = {
  search: string
  year: number | null
  state: PlanState | null
  kind: PlanKind | null
  /** Whose: the actor's own desk or commune, higher or lower ones. */
  whose: 'own' | 'others' | null
  sort: PlanSort
  page: number
  perPage: number
}

export type PlanRow = {
  id: string
  title: string
  kind: PlanKind
  state: PlanState
  revision: number
  number: string | null
  issuedOn: PlainDate | null
  startsOn: PlainDate
  endsOn: PlainDate
  authority: string
  owner: string
  targets: number
  tasks: number
}

function desksWith(actor: Actor, ...roles: string[]): string[] {
  return [...new Set(actor.grants.flatMap((grant) => (roles.includes(grant.role) ? [grant.authority] : [])))]
}

/** SQL of `planRights().see`; kept beside it by a test that compares both over every person and state. */
export function scopeOf(actor: Actor): RawBuilder<unknown> {
  const staff = desksWith(actor, 'office', 'leader', 'advisor')
  const bodies = desksWith(actor, 'bodyOfficer')
  const provinces = [
    ...new Set(actor.grants.flatMap((one) => (['office', 'leader', 'advisor'].includes(one.role) ? [one.provinceCode] : []))),
  ]
  const communes = communesOf(actor)
  return sql`(
    (p.commune_code is null and p.authority = any(${staff}::text[]))
    or (p.commune_code = any(${communes}::text[]) and p.province_code = ${actor.provinceCode})
    or (p.commune_code is null and p.authority = any(${bodies}::text[]) and p.state in ('opinion', 'issued', 'replaced'))
    or (p.state in ('issued', 'replaced') and (
      p.authority = any(${staff}::text[]) or p.province_code = any(${provinces}::text[])
      or (p.province_code = 'TW' and ${staff.length > 0})
      or ${inPlace(actor)})))`
}

/** A commune of the actor lies in the plan's place: its province, its district of that time, or itself. */
function inPlace(actor: Actor): RawBuilder<unknown> {
  const communes = communesOf(actor)
  if (communes.length === 0) return sql`false`
  return sql`(p.province_code = ${actor.provinceCode} and (p.commune_code = any(${communes}::text[]) or (p.commune_code is null and (
    p.authority = ${actor.provinceCode} or exists (select 1 from unit u where u.era = p.unit_era and u.code = any(${communes}::text[])
      and u.province_code || '.' || u.parent_code = p.authority)))))`
}

function where(actor: Actor, query: PlanQuery): RawBuilder<unknown> {
  const parts = [scopeOf(actor)]
  const words = fold(query.search).slice(0, 100)
  if (words !== '') {
    const like = `%${escapeLike(words)}%`
    parts.push(sql`(p.title_folded like ${like} or lower(p.number) like ${like})`)
  }
  if (query.year !== null) parts.push(sql`p.starts_on <= ${`${query.year}-12-31`}::date and p.ends_on >= ${`${query.year}-01-01`}::date`)
  parts.push(query.state === null ? sql`p.state not in ('replaced', 'cancelled')` : sql`p.state = ${query.state}`)
  if (query.kind !== null) parts.push(sql`p.kind = ${query.kind}`)
  if (query.whose !== null) {
    const communes = communesOf(actor)
    const own =
      communes.length > 0
        ? sql`p.commune_code = any(${communes}::text[])`
        : sql`(p.authority = ${actor.authority} and p.commune_code is null)`
    parts.push(query.whose === 'own' ? own : sql`not coalesce(${own}, false)`)
  }
  return sql.join(parts, sql` and `)
}

const orders: Record<PlanSort, RawBuilder<unknown>> = {
  recent: sql`p.updated_at desc, p.id`,
  title: sql`p.title collate vi, p.id`,
  number: sql`p.number nulls last, p.id`,
  start: sql`p.starts_on desc, p.id`,
}

/** Name of who issues a plan: the commune, or the desk's committee. */
export const owner = sql<string>`coalesce(
  (select u.full_name from unit u where u.era = p.unit_era and u.code = p.commune_code),
  (select b.short_name || case when b.kind = 'ministry' then '' else ' ' || coalesce((select un.name from unit un where un.era = p.unit_era
     and un.code = case when p.authority like '%.%' then split_part(p.authority, '.', 2) else p.authority end
     and un.level = case when p.authority like '%.%' then 'district' else 'province' end), '') end
     from body b where b.authority = p.authority and b.kind in ('provinceCommittee', 'districtCommittee', 'ministry')
     order by b.created_at limit 1), p.authority)`

/** One page of the plans the actor may see, with the number of all that match. Without a state, replaced and cancelled ones are left out. */
export async function listPlans(db: Db | Tx, actor: Actor, query: PlanQuery): Promise<{ rows: PlanRow[]; total: number }> {
  const condition = where(actor, query)
  const counted = await sql<{ n: number }>`select count(*)::int as n from programme_plan p where ${condition}`.execute(db)
  const rows = await sql<PlanRow>`
    select p.id, p.title, p.kind, p.state, p.revision, p.number, p.issued_on as "issuedOn", p.starts_on as "startsOn", p.ends_on as "endsOn",
      p.authority, ${owner} as owner,
      (select count(*)::int from programme_target t where t.plan_id = p.id) as targets,
      (select count(*)::int from programme_task t where t.plan_id = p.id) as tasks
    from programme_plan p where ${condition}
    order by ${orders[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { rows: rows.rows, total: counted.rows[0]?.n ?? 0 }
}

export type PlanRecord = Awaited<ReturnType<typeof planFor>>['plan']

/** A revision of a plan as `actor` may see it, with the rights on it. "Not found" for everyone else and for rubbish. */
export async function planFor(db: Db | Tx, actor: Actor, id: string | undefined, lock = false) {
  const query = sql<PlanHeadRow>`
    select p.id, p.family_id as "familyId", p.revision, p.province_code as "provinceCode", p.authority, p.commune_code as "communeCode",
      p.unit_era as "unitEra", p.parent_family_id as "parentFamilyId", p.kind, p.title, p.starts_on as "startsOn", p.ends_on as "endsOn",
      p.state, p.number, p.issued_on as "issuedOn", p.signer_name as "signerName", p.signer_post as "signerPost",
      p.document_id as "documentId", p.content, p.source, p.change_reason as "changeReason", p.version, p.demo,
      ${owner} as owner, ${inPlace(actor)} as "inPlace"
    from programme_plan p where p.id = ${id ?? ''} ${lock ? sql`for update of p` : sql``}`
  const plan = found(isId(id) ? (await query.execute(db)).rows[0] : null)
  const rights = planRights(actor, plan)
  mustSee(rights.see)
  return { plan, rights }
}

type PlanHeadRow = {
  id: string
  familyId: string
  revision: number
  provinceCode: string
  authority: string
  communeCode: string | null
  unitEra: string
  parentFamilyId: string | null
  kind: PlanKind
  title: string
  startsOn: PlainDate
  endsOn: PlainDate
  state: PlanState
  number: string | null
  issuedOn: PlainDate | null
  signerName: string | null
  signerPost: string | null
  documentId: string | null
  content: PlanContent
  source: string | null
  changeReason: string
  version: number
  demo: boolean
  owner: string
  inPlace: boolean
}

/** Whether the actor may open the papers of a plan: those of any issued revision of it they may see. */
export async function readsPlanPaper(db: Db | Tx, actor: Actor, familyId: string): Promise<boolean> {
  const rows = await sql`select 1 from programme_plan p where p.family_id = ${familyId} and p.state in ('issued', 'replaced')
    and ${scopeOf(actor)} limit 1`.execute(db)
  return rows.rows.length > 0
}

/** The revisions of a plan the actor may see, newest first. */
export async function revisionsOf(db: Db | Tx, actor: Actor, familyId: string) {
  const rows = await sql<{
    id: string
    revision: number
    state: PlanState
    number: string | null
    issuedOn: PlainDate | null
    changeReason: string
  }>`
    select p.id, p.revision, p.state, p.number, p.issued_on as "issuedOn", p.change_reason as "changeReason"
    from programme_plan p where p.family_id = ${familyId} and ${scopeOf(actor)} order by p.revision desc`.execute(db)
  return rows.rows
}

/** What the ledger tells of a plan over its revisions, oldest first. */
export async function planHistory(db: Db | Tx, familyId: string): Promise<HistoryLine[]> {
  const rows = await db
    .selectFrom('auditEntry')
    .select(['at', 'verb', 'actorName', 'payload'])
    .where('subjectKind', '=', 'programmePlan')
    .where('subjectId', '=', familyId)
    .orderBy('seq')
    .limit(500)
    .execute()
  return rows.map((row) => ({ at: row.at, verb: row.verb, who: row.actorName, payload: row.payload as Record<string, unknown> }))
}
