// All reading of inspections. Scope is part of every query; what is not for the inspected stays out of what they get.
import { sql, type RawBuilder } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { escapeLike, fold } from '#/platform/text/fold.ts'
import type { Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import type { CheckVerdict } from './checklist.ts'
import { withTeam } from './inspection.load.ts'
import { inspectionRights, inspectionScope, knowsInspections } from './inspection.policy.ts'
import type { InspectionKind, InspectionState, Site } from './inspection.ts'

export const inspectionSorts = ['recent', 'producer'] as const
export type InspectionSort = (typeof inspectionSorts)[number]
export type InspectionQuery = {
  search: string
  kind: InspectionKind | null
  state: InspectionState | null
  site: Site | null
  year: number | null
  sort: InspectionSort
  page: number
  perPage: number
}
export type InspectionRow = {
  id: string
  kind: InspectionKind
  site: Site
  state: InspectionState
  producer: string | null
  place: string
  plannedOn: string
  doneOn: string | null
  number: string | null
  products: string[]
  violations: number
}

const order: Record<InspectionSort, RawBuilder<unknown>> = {
  recent: sql`coalesce(i.done_on, i.planned_on) desc, i.id`,
  producer: sql`coalesce(o.name, i.place) collate vi, i.planned_on desc, i.id`,
}

export async function listInspections(
  db: Db | Tx,
  actor: Actor,
  query: InspectionQuery,
): Promise<{ total: number; rows: InspectionRow[] }> {
  mustSee(knowsInspections(actor))
  const like = `%${escapeLike(fold(query.search))}%`
  const from = sql`from inspection i left join producer o on o.id = i.producer_id where ${inspectionScope(actor)}
    and ${
      query.search === ''
        ? sql`true`
        : sql`(o.name_folded like ${like} or i.search_folded like ${like} or exists (
            select 1 from inspection_product x where x.inspection_id = i.id and x.name_folded like ${like}))`
    }
    and ${query.kind === null ? sql`true` : sql`i.kind = ${query.kind}`} and ${query.state === null ? sql`true` : sql`i.state = ${query.state}`}
    and ${query.site === null ? sql`true` : sql`i.site = ${query.site}`}
    and ${query.year === null ? sql`true` : sql`i.planned_on between ${`${query.year}-01-01`}::date and ${`${query.year}-12-31`}::date`}`
  const total = await sql<{ n: number }>`select count(*)::int as n ${from}`.execute(db)
  const { rows } = await sql<InspectionRow>`
    select i.id, i.kind, i.site, i.state, o.name as producer, i.place, i.planned_on::text as "plannedOn", i.done_on::text as "doneOn", i.number,
      array(select x.name from inspection_product x where x.inspection_id = i.id order by x.name) as products,
      (select count(*)::int from violation v where v.inspection_id = i.id and v.state <> 'lifted') as violations
    ${from} order by ${order[query.sort]} limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(db)
  return { total: total.rows[0]?.n ?? 0, rows }
}

/** One inspection with everything its page shows; reason, source and plan only for the desk and the team. */
export async function inspectionOf(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(
    isId(id)
      ? await db
          .selectFrom('inspection as i')
          .leftJoin('producer as o', 'o.id', 'i.producerId')
          .leftJoin('inspectionPlan as p', 'p.id', 'i.planId')
          .leftJoin('unit as u', (join) =>
            join.onRef('u.era', '=', 'i.unitEra').onRef('u.code', '=', 'i.communeCode').on('u.level', '=', 'commune'),
          )
          .selectAll('i')
          .select(['o.name as producer', 'p.title as plan', 'u.fullName as commune'])
          .where('i.id', '=', id)
          .executeTakeFirst()
      : null,
  )
  const { members, accounts: _accounts, bodies: _bodies, ...inspection } = await withTeam(db, row)
  const rights = inspectionRights(actor, { ...inspection, accounts: _accounts, bodies: _bodies })
  mustSee(rights.see)
  const answers = await db.selectFrom('inspectionAnswer').selectAll().where('inspectionId', '=', row.id).orderBy('ordinal').execute()
  const products = await db
    .selectFrom('inspectionProduct as t')
    .leftJoin('certificate as k', 'k.id', 't.certificateId')
    .select(['t.productId', 't.name', 't.certificateId', 'k.star', 'k.productCode', 'k.verifyCode'])
    .where('t.inspectionId', '=', row.id)
    .orderBy('t.name')
    .execute()
  const samples = await db.selectFrom('inspectionSample').selectAll().where('inspectionId', '=', row.id).orderBy('takenAt').execute()
  const hidden = rights.inner ? {} : { reason: '', sourceKind: null, sourceId: null, planId: null, plan: null }
  return {
    inspection: { ...inspection, ...hidden },
    rights,
    members: members.map(({ id: memberId, accountId: _account, bodyId: _body, ...one }) => ({ id: memberId, ...one })),
    products,
    answers: answers.map((answer) => ({ ...answer, verdict: answer.verdict as CheckVerdict })),
    samples: samples.map((sample) => ({ ...sample, verdict: sample.verdict as 'meets' | 'fails' | null })),
  }
}

/** Whoever sees the inspection reads its paper and files. */
export async function readsInspection(db: Db | Tx, actor: Actor, id: string): Promise<boolean> {
  const row = await db.selectFrom('inspection').selectAll().where('id', '=', id).executeTakeFirst()
  return row !== undefined && inspectionRights(actor, await withTeam(db, row)).see
}

/** What was done with an inspection, for the desk and the team. */
export async function inspectionHistory(db: Db | Tx, subjectKind: 'inspection' | 'inspectionPlan' | 'violation', id: string) {
  const rows = await db
    .selectFrom('auditEntry')
    .select(['at', 'verb', 'actorName', 'payload'])
    .where('subjectKind', '=', subjectKind)
    .where('subjectId', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ at: row.at, verb: row.verb, who: row.actorName, payload: row.payload as Record<string, unknown> }))
}
