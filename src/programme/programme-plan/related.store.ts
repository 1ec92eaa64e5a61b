// Plans above and below a plan, as one may see them.
import { sql } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Actor } from '../people/actor.ts'
import { owner, scopeOf } from './plan.store.ts'
import type { PlanState } from './plan.workflow.ts'

export type RelatedPlan = { id: string; familyId: string; title: string; owner: string; number: string | null; state: PlanState }

/** Issued plans that may stand above a plan of this place: those of the desks above it whose period touches its own. */
export async function possibleParents(
  db: Db | Tx,
  actor: Actor,
  plan: { authority: string; communeCode: string | null; provinceCode: string },
) {
  const above = [
    'TW',
    ...(plan.authority.includes('.') || plan.communeCode !== null ? [plan.provinceCode] : []),
    ...(plan.communeCode !== null ? [plan.authority] : []),
  ]
  const rows = await sql<RelatedPlan>`
    select p.id, p.family_id as "familyId", p.title, ${owner} as owner, p.number, p.state from programme_plan p
    where p.state = 'issued' and p.commune_code is null and p.authority = any(${above}::text[])
      and (p.authority <> ${plan.authority} or ${plan.communeCode !== null}) and ${scopeOf(actor)}
    order by p.starts_on desc, p.id limit 50`.execute(db)
  return rows.rows
}

/** The plan above in force, and the plans below in force that name this one, as the actor may see them. */
export async function relatedPlans(db: Db | Tx, actor: Actor, plan: { familyId: string; parentFamilyId: string | null }) {
  const rows = await sql<RelatedPlan & { parent: boolean }>`
    select p.id, p.family_id as "familyId", p.title, ${owner} as owner, p.number, p.state, p.family_id = ${plan.parentFamilyId} as parent
    from programme_plan p where p.state = 'issued' and (p.family_id = ${plan.parentFamilyId} or p.parent_family_id = ${plan.familyId})
      and ${scopeOf(actor)} order by p.title collate vi limit 500`.execute(db)
  return { parent: rows.rows.find((row) => row.parent) ?? null, children: rows.rows.filter((row) => !row.parent) }
}
