// What a business plan is (biểu 03 of QĐ 1048's dossier, kept by the later decisions as "phương án sản xuất kinh doanh"). Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { Fields, type Typed, type Words } from '../fields.ts'
import { localWithinTotal, MOST_DONG } from './idea.ts'

export const sources = ['own', 'loan', 'state', 'other'] as const
export type Source = (typeof sources)[number]

export const sourceWords: Record<Source, Words> = {
  own: { vi: 'Vốn tự có', en: 'Own funds' },
  loan: { vi: 'Vốn vay', en: 'Loans' },
  state: { vi: 'Ngân sách nhà nước hỗ trợ', en: 'State support' },
  other: { vi: 'Nguồn khác', en: 'Other' },
}

/** Parts of a plan an office can ask to be changed. */
export const planParts = ['goals', 'years', 'materials', 'workforce', 'market', 'quality', 'investment', 'milestones'] as const
export type PlanPart = (typeof planParts)[number]

export const partWords: Record<PlanPart, Words> = {
  goals: { vi: 'Mục tiêu', en: 'Goals' },
  years: { vi: 'Sản lượng, doanh thu theo năm', en: 'Volumes and revenue by year' },
  materials: { vi: 'Nguyên liệu', en: 'Materials' },
  workforce: { vi: 'Lao động, bộ máy', en: 'Workforce and structure' },
  market: { vi: 'Thị trường, quảng bá', en: 'Market' },
  quality: { vi: 'Chất lượng, bao bì', en: 'Quality and packaging' },
  investment: { vi: 'Vốn đầu tư theo nguồn', en: 'Investment by source' },
  milestones: { vi: 'Tiến độ thực hiện', en: 'Schedule' },
}

export const MAX_YEARS = 5
export const MAX_MILESTONES = 20

export type PlanYear = { year: number; volume: number; revenue: number }
export type PlanSource = { source: Source; amount: number }
export type PlanMilestone = { title: string; dueOn: PlainDate }

export type PlanFields = {
  goals: string
  outputUnit: string
  materials: string
  workforce: string
  market: string
  quality: string
  workersTotal: number | null
  workersLocal: number | null
  investmentTotal: number | null
  years: PlanYear[]
  sources: PlanSource[]
  milestones: PlanMilestone[]
}

export type PlanInput = Typed<
  'goals' | 'outputUnit' | 'materials' | 'workforce' | 'market' | 'quality' | 'workersTotal' | 'workersLocal' | 'investmentTotal'
> & {
  years?: readonly Typed<'year' | 'volume' | 'revenue'>[] | undefined
  /** Amount by source, whole đồng. */
  sources?: Typed<Source> | undefined
  milestones?: readonly Typed<'title' | 'dueOn'>[] | undefined
}

/**
 * Reads a typed plan; wholly empty rows are no rows. A draft may lack parts, but what stands in it must be sound: whole numbers, no year
 * twice, the sources add up to the total once both are there. Throws `invalid` by field (`years.0.volume`, `sources.own`).
 */
export function readPlan(input: PlanInput, thisYear: number): PlanFields {
  const { years: _years, sources: _sources, milestones: _milestones, ...typed } = input
  const fields = new Fields<string>(typed as Typed<string>)
  const text = (name: string) => fields.text(name, { max: 5000, multiline: true })
  const people = (name: string) => fields.integer(name, { min: 0, max: 100_000 })
  const [workersTotal, workersLocal] = [people('workersTotal'), people('workersLocal')]
  localWithinTotal(fields, workersTotal, workersLocal)
  const plan = {
    goals: text('goals'),
    outputUnit: fields.text('outputUnit', { max: 30 }),
    materials: text('materials'),
    workforce: text('workforce'),
    market: text('market'),
    quality: text('quality'),
    workersTotal,
    workersLocal,
    investmentTotal: fields.integer('investmentTotal', { min: 0, max: MOST_DONG }),
    years: readYears(input.years ?? [], fields, thisYear),
    sources: readSources(input.sources ?? {}, fields),
    milestones: readMilestones(input.milestones ?? [], fields),
  }
  const sum = sumOf(plan.sources)
  if (plan.sources.length > 0 && plan.investmentTotal !== null && !fields.has('investmentTotal') && sum !== plan.investmentTotal)
    fields.say('investmentTotal', {
      vi: `Tổng các nguồn là ${dong(sum)}, khác tổng vốn ${dong(plan.investmentTotal)}.`,
      en: `The sources add up to ${dong(sum)}, not ${dong(plan.investmentTotal)}.`,
    })
  fields.done()
  return plan
}

export function sumOf(rows: readonly { amount: number }[]): number {
  return rows.reduce((sum, row) => sum + row.amount, 0)
}

function dong(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`
}

/** Reads rows of a list; each problem is said at `list.index.field`. */
function readRows<Name extends string, Row>(
  list: string,
  rows: readonly Typed<Name>[],
  most: number,
  names: readonly Name[],
  fields: Fields<string>,
  read: (row: Fields<Name>) => Row | null,
): Row[] {
  if (rows.length > most) fields.say(list, { vi: `Nhiều nhất ${most} dòng.`, en: `At most ${most} rows.` })
  return rows.slice(0, most).flatMap((typed, index) => {
    const row = new Fields<Name>(typed)
    if (names.every((name) => row.text(name, { max: 500 }) === '')) return []
    const value = read(row)
    for (const [field, problem] of Object.entries(row.problems)) fields.say(`${list}.${index}.${field}`, problem)
    return value === null ? [] : [value]
  })
}

function readYears(rows: readonly Typed<'year' | 'volume' | 'revenue'>[], fields: Fields<string>, thisYear: number): PlanYear[] {
  const bounds = { min: thisYear - 1, max: thisYear + 10 }
  const wrong = { vi: `Năm từ ${bounds.min} đến ${bounds.max}.`, en: `A year from ${bounds.min} to ${bounds.max}.` }
  const years = readRows('years', rows, MAX_YEARS, ['year', 'volume', 'revenue'], fields, (row) => {
    const year = row.integer('year', { ...bounds, wrong, required: wrong })
    const volume = row.integer('volume', { min: 0, max: MOST_DONG, required: true })
    const revenue = row.integer('revenue', { min: 0, max: MOST_DONG, required: true })
    return year === null || volume === null || revenue === null ? null : { year, volume, revenue }
  })
  if (new Set(years.map((one) => one.year)).size < years.length)
    fields.say('years', { vi: 'Mỗi năm chỉ ghi một dòng.', en: 'One row per year.' })
  return years.toSorted((a, b) => a.year - b.year)
}

function readSources(typed: Typed<Source>, fields: Fields<string>): PlanSource[] {
  const amounts = new Fields<Source>(typed)
  const rows = sources.flatMap((source) => {
    const amount = amounts.integer(source, { min: 0, max: MOST_DONG })
    return amount === null ? [] : [{ source, amount }]
  })
  for (const [source, problem] of Object.entries(amounts.problems)) fields.say(`sources.${source}`, problem)
  return rows
}

function readMilestones(rows: readonly Typed<'title' | 'dueOn'>[], fields: Fields<string>): PlanMilestone[] {
  return readRows('milestones', rows, MAX_MILESTONES, ['title', 'dueOn'], fields, (row) => {
    const title = row.text('title', { max: 300, required: { vi: 'Ghi việc phải làm.', en: 'Say what is to be done.' } })
    const dueOn = row.date('dueOn', { required: true })
    return dueOn === null ? null : { title, dueOn }
  })
}

/** What a stored plan lacks before it can be sent to the office, by field. Quality is the only part that may stay empty. */
export function missingInPlan(plan: PlanFields): Record<string, Words> {
  const needed = { vi: 'Cần có trước khi gửi.', en: 'Needed before sending.' }
  const empty: Record<string, boolean> = {
    goals: plan.goals === '',
    outputUnit: plan.outputUnit === '',
    'years.0.year': plan.years.length === 0,
    materials: plan.materials === '',
    workforce: plan.workforce === '',
    workersTotal: plan.workersTotal === null,
    market: plan.market === '',
    investmentTotal: plan.investmentTotal === null,
    'sources.own': plan.sources.length === 0,
    'milestones.0.title': plan.milestones.length === 0,
  }
  return Object.fromEntries(Object.entries(empty).flatMap(([name, lacks]) => (lacks ? [[name, needed] as const] : [])))
}

export type HalfYear = { year: number; half: 1 | 2 }

/** The half-year a day lies in. */
export function halfOf(day: PlainDate): HalfYear {
  return { year: Number(day.slice(0, 4)), half: Number(day.slice(5, 7)) <= 6 ? 1 : 2 }
}

/**
 * True when every milestone is finished with: dropped, or done and confirmed by the commune.
 * Interpretation: "carried out" rests on the commune's confirmation, not on the producer's word alone.
 */
export function isCarriedOut(milestones: readonly { state: string; confirmedAt: Date | null }[]): boolean {
  return milestones.length > 0 && milestones.every((one) => one.state === 'dropped' || (one.state === 'done' && one.confirmedAt !== null))
}
