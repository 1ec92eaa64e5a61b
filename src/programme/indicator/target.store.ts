// The targets of a plan with their figures, and the values entered by hand. Whoever calls has asked the rights on the plan (planFor).
import { sql } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Actor } from '../people/actor.ts'
import { readsPlanPaper, type PlanRecord } from '../programme-plan/plan.store.ts'
import type { Target } from '../programme-plan/programme-plan.ts'
import { figureOf, figuresByUnit, type UnitFigure } from './figures.store.ts'
import type { Figure, Frame } from './indicator.ts'
import { hidesSmall, type FigureReader } from './reader.ts'
import { indicatorOf, isIndicator } from './registry.ts'
import { judge, readOn, unitsReaching, type Judged } from './target.ts'

export type PlanPlace = Pick<PlanRecord, 'familyId' | 'authority' | 'provinceCode' | 'communeCode' | 'unitEra'>

/** The plan's place and the target's days until the day asked. */
export function targetFrame(plan: PlanPlace, target: Pick<Target, 'startsOn' | 'dueOn'>, asOf: PlainDate): Frame {
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

export type TargetFigure = {
  target: Target
  figure: Pick<Figure, 'numerator' | 'denominator' | 'blank'> | null
  judged: Judged
  /** Of a target promised by each unit: how many reach it. */
  units: { reaching: number; of: number } | null
}

/** Every target of a plan with its figure on a day. Each figure is one query; the values by hand are one for all. */
export async function targetFigures(
  db: Db | Tx,
  plan: PlanPlace,
  targets: readonly Target[],
  asOf: PlainDate,
  now: Date,
): Promise<TargetFigure[]> {
  const byHand = await latestValues(db, plan.familyId, asOf)
  const read: TargetFigure[] = []
  for (const target of targets) {
    const frame = targetFrame(plan, target, asOf)
    if (asOf < target.startsOn || unknown(target)) read.push(without(target, asOf))
    else if (target.indicator === null) read.push(counted(target, byHand.get(target.code) ?? null, asOf, false))
    else if (target.scope === 'whole') read.push(counted(target, await wholeFigure(db, plan, target, frame, now), asOf, growsOf(target)))
    else read.push(await eachFigure(db, plan, target, frame, asOf))
  }
  return read
}

/** Whether a figure is kept from the reader: a small count of facts of persons, and with it progress and forecast, which would tell it. */
export function hidesTarget(reader: FigureReader | null, { target, figure }: TargetFigure): boolean {
  if (target.indicator === null || figure === null || unknown(target)) return false
  const of = indicatorOf(target.indicator)
  return reader === null ? of.rows === 'personal' : hidesSmall(reader, of, figure.numerator)
}

/** An office may have typed an indicator or a parameter that does not exist: the target then has no figure, and says so. */
export function unknown(target: Pick<Target, 'indicator' | 'params'>): boolean {
  return target.indicator !== null && !isIndicator(target.indicator, target.params)
}

const growsOf = (target: Target) => target.indicator !== null && indicatorOf(target.indicator).kind !== 'state'

function without(target: Target, asOf: PlainDate): TargetFigure {
  return { target, figure: null, judged: judge(target, null, asOf, false), units: null }
}

function counted(target: Target, figure: TargetFigure['figure'], asOf: PlainDate, grows: boolean): TargetFigure {
  return { target, figure, judged: judge(target, figure, asOf, grows), units: null }
}

/**
 * Interpretation (S1:59, S2:39): where the plan says what stood before it began, the cumulative figure is that number and what was newly
 * recognised since; the register may not hold the older ones.
 */
export function addsToBase(target: Pick<Target, 'base' | 'indicator' | 'params'>): boolean {
  return target.base !== null && target.indicator === 'recognised-cumulative' && target.params['valid'] !== 'valid'
}

async function wholeFigure(db: Db | Tx, plan: PlanPlace, target: Target, frame: Frame, now: Date): Promise<Figure> {
  if (!addsToBase(target)) return await figureOf(db, target.indicator ?? '', frame, targetParams(plan, target), now)
  const fresh = await figureOf(db, 'recognised-new', frame, { star: target.params['star'], stars: target.params['stars'] }, now)
  return { ...fresh, numerator: (target.base ?? 0) + fresh.numerator }
}

/** The units a target is promised by. Interpretation (X14): "huyện, thị xã" leaves out cities. */
export async function eachUnit(db: Db | Tx, plan: PlanPlace, target: Target, frame: Frame): Promise<UnitFigure[]> {
  const level = target.scope === 'eachCommune' ? 'commune' : 'district'
  const units = await figuresByUnit(db, target.indicator ?? '', frame, targetParams(plan, target), level)
  return units.filter((unit) => unit.code !== null && (target.scope !== 'eachTownOrDistrict' || !unit.name?.startsWith('Thành phố ')))
}

const noUnit = { vi: 'Chưa có huyện, xã nào có số liệu để tính.', en: 'No district or commune has anything to count yet.' }

async function eachFigure(db: Db | Tx, plan: PlanPlace, target: Target, frame: Frame, asOf: PlainDate): Promise<TargetFigure> {
  const units = unitsReaching(target, await eachUnit(db, plan, target, frame))
  const share = { numerator: units.reaching, denominator: units.of, blank: units.of === 0 ? noUnit : null }
  return { target, figure: share, units, judged: judge({ ...target, op: target.op === 'none' ? 'none' : 'all' }, share, asOf, false) }
}

export type HandValue = {
  id: string
  asOf: PlainDate
  numerator: number
  denominator: number | null
  note: string
  enteredBy: string
  enteredAt: Date
  takenBackAt: Date | null
  takenBackReason: string | null
}

/** Code → the value that holds on a day: the latest day until then, of that day the latest entered; none taken back. */
async function latestValues(db: Db | Tx, familyId: string, asOf: PlainDate): Promise<Map<string, NonNullable<TargetFigure['figure']>>> {
  const { rows } = await sql<{ targetCode: string; numerator: number; denominator: number | null }>`
    select distinct on (v.target_code) v.target_code, v.numerator, v.denominator from programme_target_value v
    where v.family_id = ${familyId}::uuid and v.as_of <= ${asOf}::date and v.taken_back_at is null
    order by v.target_code, v.as_of desc, v.entered_at desc, v.id desc`.execute(db)
  return new Map(rows.map(({ targetCode, ...value }) => [targetCode, { ...value, blank: null }]))
}

/** Whether the actor may open the evidence of a value: who keeps the plan, or may see one of its issued revisions. */
export async function readsTargetValue(db: Db, actor: Actor, valueId: string): Promise<boolean> {
  const value = await db.selectFrom('programmeTargetValue').select('familyId').where('id', '=', valueId).executeTakeFirst()
  return value !== undefined && (await readsPlanPaper(db, actor, value.familyId))
}

/** Every value ever entered for a target, newest day first; taken back ones too, with their reason. */
export async function handValues(db: Db | Tx, familyId: string, code: string): Promise<HandValue[]> {
  const { rows } = await sql<HandValue>`
    select v.id, v.as_of, v.numerator, v.denominator, v.note, coalesce(u.name, '') as entered_by, v.entered_at, v.taken_back_at, v.taken_back_reason
    from programme_target_value v left join auth_user u on u.id = v.entered_by
    where v.family_id = ${familyId}::uuid and v.target_code = ${code}
    order by v.as_of desc, v.entered_at desc, v.id desc limit 200`.execute(db)
  return rows
}
