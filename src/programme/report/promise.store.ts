// What a plan promised, beside what a report says: targets measured as the report's rows are.
import type { Db, Tx } from '#/platform/database/open.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { canonicalJson } from '#/platform/audit/canonical.ts'
import { indicatorOf, isIndicator, paramsOf } from '../indicator/registry.ts'
import type { Actor } from '../people/actor.ts'
import { promised } from '../programme-plan/programme-plan.paper.ts'
import type { Scope, Target } from '../programme-plan/programme-plan.ts'
import { targetsOf } from '../programme-plan/part.store.ts'
import { revisionsOf } from '../programme-plan/plan.store.ts'
import { rowsOf, type FormContent } from './form.ts'
import type { ReportRecord } from './report.load.ts'

/** Issued plans of a desk, the newest first: what a call may be held against. */
export async function plansOfDesk(db: Db | Tx, authority: string) {
  return db
    .selectFrom('programmePlan')
    .select(['id', 'familyId', 'title'])
    .where('authority', '=', authority)
    .where('communeCode', 'is', null)
    .where('state', '=', 'issued')
    .orderBy('startsOn', 'desc')
    .orderBy('title')
    .limit(100)
    .execute()
}

export type PlanPromise = { planId: string; code: string; text: string; dueOn: PlainDate }

/**
 * The targets of the call's plan by row of the report: those of the same indicator and parameters that were promised for such a unit and are due
 * in the report's period or later. Interpretation: what the plan promises of the whole place stands beside the figure of the desk that issued
 * it, what it promises of each unit beside that unit's own; a body has no place and no promise. Nothing for who may not see the plan.
 */
export async function promisesOf(
  db: Db | Tx,
  actor: Actor,
  report: ReportRecord,
  content: FormContent,
): Promise<Map<string, PlanPromise[]>> {
  const scopes = scopesOf(report)
  const revisions = report.planFamilyId === null || scopes.length === 0 ? [] : await revisionsOf(db, actor, report.planFamilyId)
  const plan = revisions.find((one) => one.state === 'issued')
  if (!plan) return new Map()
  const targets = ((await targetsOf(db, [plan.id])).get(plan.id) ?? []).filter(
    (target) => target.op !== 'none' && scopes.includes(target.scope) && target.dueOn >= report.periodFrom,
  )
  return new Map(
    rowsOf(content).flatMap((row) => {
      if (row.kind !== 'indicator') return []
      const measure = measureOf(row.indicator, row.params)
      const same = targets.filter((target) => measure !== null && measureOf(target.indicator, target.params) === measure)
      return same.length === 0 ? [] : [[row.code, same.map((target) => promiseOf(plan.id, target))]]
    }),
  )
}

function scopesOf(report: ReportRecord): readonly Scope[] {
  if (report.bodyId !== null) return []
  if (report.communeCode !== null) return ['eachCommune']
  return report.authority === report.callAuthority ? ['whole'] : ['eachDistrict', 'eachTownOrDistrict']
}

/** An indicator with its parameters as they are read, so that what is left out equals what is written down. */
function measureOf(indicator: string | null, params: unknown): string | null {
  return indicator === null || !isIndicator(indicator, params) ? null : canonicalJson([indicator, paramsOf(indicatorOf(indicator), params)])
}

function promiseOf(planId: string, target: Target): PlanPromise {
  return { planId, code: target.code, text: promised(target), dueOn: target.dueOn }
}
