// The targets of a plan with their figures. Whoever calls has asked the rights on the plan (planFor).
import { sql } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { PlanRecord } from '../programme-plan/plan.store.ts'
import type { Target } from '../programme-plan/programme-plan.ts'
import { figuresByUnit, figuresOf, type UnitFigure } from './figures.store.ts'
import type { Figure, Frame } from './indicator.ts'
import { hidesSmall, type FigureReader } from './reader.ts'
import { indicatorOf, isIndicator } from './registry.ts'
import {
  isOfEachYear,
  judge,
  judgeUnits,
  ofYears,
  readOn,
  spansOf,
  unitsReaching,
  type Judged,
  type Reaching,
  type Span,
} from './target.ts'
import { latestValues } from './target-value.store.ts'

export type PlanPlace = Pick<PlanRecord, 'familyId' | 'authority' | 'provinceCode' | 'communeCode' | 'unitEra'>

/** The desk's issued plan that has targets and holds the day: a yearly one before one of several years, the latest begun first. */
export async function planOfDay(db: Db, authority: string, day: PlainDate): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select p.id from programme_plan p
    where p.authority = ${authority} and p.commune_code is null and p.state = 'issued' and ${day}::date between p.starts_on and p.ends_on
      and exists (select 1 from programme_target t where t.plan_id = p.id)
    order by p.kind = 'year' desc, p.starts_on desc, p.issued_on desc, p.id limit 1`.execute(db)
  return rows[0]?.id ?? null
}

/** The plan's place and the target's days until the day asked. */
export function targetFrame(plan: PlanPlace, target: Span, asOf: PlainDate): Frame {
  return {
    authority: plan.authority,
    provinceCode: plan.provinceCode,
    districtCode: plan.authority.split('.')[1] ?? null,
    communeCode: plan.communeCode,
    era: plan.unitEra,
    from: target.startsOn,
    to: readOn(target, asOf),
  }
}

/** The target's parameters; the annex's indicator is told which plan it is of. */
export function targetParams(plan: Pick<PlanPlace, 'familyId'>, target: Pick<Target, 'params'>): Record<string, unknown> {
  return { ...target.params, planFamilyId: plan.familyId }
}

/** One unit of a target promised by each of them, with its own verdict. */
export type JudgedUnit = { code: string; name: string; figure: Pick<Figure, 'numerator' | 'denominator' | 'blank'>; judged: Judged }

/** A target's time, or one year of it. */
type Read = {
  figure: Pick<Figure, 'numerator' | 'denominator' | 'blank'> | null
  judged: Judged
  /** Of a target promised by each unit: how many reach it, and each of them. */
  units: (Reaching & { each: JudgedUnit[] }) | null
}

/** `figure`, `judged`, `units` of a target of each year are those of the year asked; a missed year makes it missed. */
export type TargetFigure = Read & { target: Target; years: (Span & Read)[] | null }

/** What the records say, before it is judged: by code and first day, a figure or those of the units. */
type Computed = ReadonlyMap<string, Figure | UnitFigure[]>
const keyOf = (target: Pick<Target, 'code'>, span: Span) => `${target.code} ${span.startsOn}`

/** The figures of the targets that have an indicator, side by side: those of the whole, then each target of units, all its units in one query. */
export async function computeTargets(
  db: Db | Tx,
  plan: PlanPlace,
  targets: readonly Target[],
  asOf: PlainDate,
  now: Date,
): Promise<Computed> {
  const parts = targets.flatMap((target) =>
    target.indicator === null || unknown(target)
      ? []
      : spansOf(target)
          .filter((span) => asOf >= span.startsOn)
          .map((span) => ({ key: keyOf(target, span), target, frame: targetFrame(plan, span, asOf) })),
  )
  const whole = parts.filter(({ target }) => target.scope === 'whole')
  const asked = whole.map(({ target, frame }) =>
    addsToBase(target)
      ? { id: 'recognised-new', frame, params: { star: target.params['star'], stars: target.params['stars'] } }
      : { id: target.indicator ?? '', frame, params: targetParams(plan, target) },
  )
  const figures = await figuresOf(db, asked, now)
  const computed = new Map<string, Figure | UnitFigure[]>()
  for (const [at, { key, target }] of whole.entries()) {
    const figure = figures[at]
    if (figure) computed.set(key, addsToBase(target) ? { ...figure, numerator: (target.base ?? 0) + figure.numerator } : figure)
  }
  for (const { key, target, frame } of parts) if (target.scope !== 'whole') computed.set(key, await eachUnit(db, plan, target, frame))
  return computed
}

/** Every target of a plan with its figure on a day. The values by hand are one read for all. */
export async function targetFigures(
  db: Db | Tx,
  plan: PlanPlace,
  targets: readonly Target[],
  asOf: PlainDate,
  now: Date,
  compute: typeof computeTargets = computeTargets,
): Promise<TargetFigure[]> {
  const byHand = await latestValues(db, plan.familyId, asOf)
  const computed = await compute(db, plan, targets, asOf, now)
  return targets.map((target) => {
    if (target.indicator === null) {
      const figure = byHand.get(target.code) ?? null
      return { target, figure, judged: judge(target, figure, asOf, false), units: null, years: null }
    }
    const years = spansOf(target).map((span) => ({ ...span, ...readPart({ ...target, ...span }, computed.get(keyOf(target, span)), asOf) }))
    const { now: at, judged } = ofYears(years, asOf)
    const { figure, units } = years[at] ?? { figure: null, units: null }
    return { target, figure, judged, units, years: isOfEachYear(target) ? years : null }
  })
}

function readPart(target: Target, read: Figure | UnitFigure[] | undefined, asOf: PlainDate): Read {
  if (read === undefined) return { figure: null, judged: judge(target, null, asOf, false), units: null }
  const grows = target.indicator !== null && indicatorOf(target.indicator).kind !== 'state'
  if (!Array.isArray(read)) return { figure: read, judged: judge(target, read, asOf, grows), units: null }
  const each = read.map((unit) => ({
    code: unit.code ?? '',
    name: unit.name ?? '',
    figure: unit,
    judged: judge(target, unit, asOf, grows),
  }))
  const reaching = unitsReaching(
    target,
    each.map((unit) => unit.judged),
  )
  const share = { numerator: reaching.reaching, denominator: reaching.of, blank: reaching.of === 0 ? noUnit : null }
  return { figure: share, judged: judgeUnits(target, reaching, asOf), units: { ...reaching, each } }
}

/** Whether a figure is kept from the reader: a small count of facts of persons, and with it progress and forecast, which would tell it. */
export function hidesTarget(reader: FigureReader | null, { target, figure }: Pick<TargetFigure, 'target' | 'figure'>): boolean {
  if (target.indicator === null || figure === null || unknown(target)) return false
  const of = indicatorOf(target.indicator)
  return reader === null ? of.rows === 'personal' : hidesSmall(reader, of, figure.numerator)
}

/** An office may have typed an indicator or a parameter that does not exist: the target then has no figure, and says so. */
export function unknown(target: Pick<Target, 'indicator' | 'params'>): boolean {
  return target.indicator !== null && !isIndicator(target.indicator, target.params)
}

/**
 * Interpretation (S1:59, S2:39): where the plan says what stood before it began, the cumulative figure is that number and what was newly
 * recognised since; the register may not hold the older ones.
 */
export function addsToBase(target: Pick<Target, 'base' | 'indicator' | 'params'>): boolean {
  return target.base !== null && target.indicator === 'recognised-cumulative' && target.params['valid'] !== 'valid'
}

/** The units a target is promised by. Interpretation (X14): "huyện, thị xã" leaves out cities. */
async function eachUnit(db: Db | Tx, plan: PlanPlace, target: Target, frame: Frame): Promise<UnitFigure[]> {
  const level = target.scope === 'eachCommune' ? 'commune' : 'district'
  const units = await figuresByUnit(db, target.indicator ?? '', frame, targetParams(plan, target), level)
  return units.filter((unit) => unit.code !== null && (target.scope !== 'eachTownOrDistrict' || !unit.name?.startsWith('Thành phố ')))
}

const noUnit = { vi: 'Chưa có huyện, xã nào có số liệu để tính.', en: 'No district or commune has anything to count yet.' }
