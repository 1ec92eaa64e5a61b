// The plan that is asked, its targets with their figures, as the reader may see them.
import { plainDateOf, readDate } from '#/platform/calendar/plain-date.ts'
import { figureReader, type FigureReader } from '#/programme/indicator/reader.ts'
import { hidesTarget, targetFigures, type PlanPlace, type TargetFigure } from '#/programme/indicator/target.store.ts'
import { readsPlans } from '#/programme/programme-plan/plan.policy.ts'
import { partsOf } from '#/programme/programme-plan/part.store.ts'
import { listPlans, planFor } from '#/programme/programme-plan/plan.store.ts'
import type { Target } from '#/programme/programme-plan/programme-plan.ts'
import { mustSee } from '#/programme/refuse.ts'
import type { SignedInPage } from '../page.server.ts'
import { words as figureWords } from './indicator.messages.ts'
import { printDone, printForecast, printPromise } from './target-print.ts'

const PLANS = 200

/** Issued plans the reader may see, own desk first; the one asked by `ke-hoach`, else the first. */
async function plansFor({ db, actor, url }: SignedInPage) {
  const { rows } = await listPlans(db, actor, {
    search: '',
    year: null,
    state: 'issued',
    kind: null,
    whose: null,
    sort: 'start',
    page: 1,
    perPage: PLANS,
  })
  const own = (row: (typeof rows)[number]) => (row.authority === actor.authority ? 0 : 1)
  const plans = rows.toSorted((a, b) => own(a) - own(b))
  return { plans, asked: url.searchParams.get('ke-hoach') || plans[0]?.id }
}

/** `den`: the day asked; today unless it is a day. */
export function dayAsked({ url, now }: Pick<SignedInPage, 'url' | 'now'>): string {
  const read = readDate(url.searchParams.get('den') ?? '')
  return read.ok ? read.date : plainDateOf(now)
}

export async function targetsPage(page: SignedInPage) {
  const { db, actor, now, lang } = page
  mustSee(readsPlans(actor))
  const { plans, asked } = await plansFor(page)
  const asOf = dayAsked(page)
  const head = {
    asOf,
    computedAt: now,
    search: page.url.search,
    plans: plans.map((plan) => ({ value: plan.id, label: `${plan.title} (${plan.owner})` })),
  }
  if (asked === undefined) return { ...head, plan: null, rows: [] }
  const { plan } = await planFor(db, actor, asked)
  const reader = figureReader(actor)
  const { targets } = await partsOf(db, plan.id)
  const figures = await targetFigures(db, plan, targets, asOf, now)
  return {
    ...head,
    plan: { id: plan.id, title: plan.title, number: plan.number, owner: plan.owner, startsOn: plan.startsOn, endsOn: plan.endsOn },
    rows: figures.map((one) => targetRow(one, reader, lang)),
  }
}

/** A target with its figure as the reader sees it: small counts of facts of persons hidden, with all that would tell them. */
export function targetRow(one: TargetFigure, reader: FigureReader | null, lang: 'vi' | 'en') {
  const { target, judged, figure } = one
  const hidden = hidesTarget(reader, one)
  return {
    code: target.code,
    title: target.title,
    reading: target.reading,
    condition: target.condition,
    partOf: target.partOf,
    byHand: target.indicator === null,
    promised: printPromise(target, lang),
    scope: target.scope,
    done: hidden ? figureWords.few[lang] : printDone(one, lang),
    blank: figure?.blank?.[lang] ?? null,
    progress: hidden ? null : judged.progress,
    forecast: hidden ? null : printForecast(one, lang),
    yearly: one.years !== null,
    dueOn: target.dueOn,
    state: judged.state,
  }
}

export type TargetRow = ReturnType<typeof targetRow>

type Revision = { revision: number; id: string; issuedOn: string | null }

/**
 * The targets of a revision by code with their figures, for a page that has asked the rights on the plan: today of the one in force, of a replaced one
 * on the day it was replaced, with the revision that counts now. Null of a draft. `revisions`: those of the plan, newest first.
 */
export async function figuresOfRevision(
  page: Pick<SignedInPage, 'db' | 'actor' | 'now' | 'lang'>,
  plan: PlanPlace & { revision: number; state: string },
  targets: readonly Target[],
  revisions: readonly Revision[],
) {
  if (plan.state === 'issued') return { ...(await targetsByCode(page, plan, targets, plainDateOf(page.now))), countsNow: null }
  if (plan.state !== 'replaced') return null
  const issued = revisions.filter((one) => one.issuedOn !== null)
  const next = issued.findLast((one) => one.revision > plan.revision)
  const figures = await targetsByCode(page, plan, targets, next?.issuedOn ?? plainDateOf(page.now))
  return { ...figures, countsNow: issued[0] === undefined ? null : { id: issued[0].id, revision: issued[0].revision } }
}

/** The targets of a plan by code, with their figures on a day. */
async function targetsByCode(
  page: Pick<SignedInPage, 'db' | 'actor' | 'now' | 'lang'>,
  plan: PlanPlace,
  targets: readonly Target[],
  asOf: string,
) {
  const reader = figureReader(page.actor)
  const figures = await targetFigures(page.db, plan, targets, asOf, page.now)
  const rows = figures.map((one) => targetRow(one, reader, page.lang))
  return { asOf, computedAt: page.now, rows: Object.fromEntries(rows.map((row) => [row.code, row])) }
}

export type RevisionFigures = NonNullable<Awaited<ReturnType<typeof figuresOfRevision>>>
