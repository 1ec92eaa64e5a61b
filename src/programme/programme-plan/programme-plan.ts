// A programme plan as plain data: its head, words, targets, tasks, annexes, and what is wrong with them. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Words } from '../fields.ts'
import type { Precision, Recurrence } from './when.ts'

export const planKinds = ['year', 'period', 'assessment', 'promotion'] as const
export type PlanKind = (typeof planKinds)[number]
export const planKindWords: Record<PlanKind, Words> = {
  year: { vi: 'Kế hoạch năm', en: 'Yearly plan' },
  period: { vi: 'Kế hoạch giai đoạn', en: 'Plan of several years' },
  assessment: { vi: 'Kế hoạch đánh giá, phân hạng', en: 'Assessment plan' },
  promotion: { vi: 'Kế hoạch xúc tiến thương mại', en: 'Promotion plan' },
}

/** A line of the plan's text with where it comes from, for plans of the past. */
export type Line = { text: string; source?: string }

/** The plan this one carries out when it is not in the program. */
export type OutsideParent = { number: string; issuedOn: PlainDate; issuer: string; title: string }

/** The words of a plan, kept in programme_plan.content. */
export type PlanContent = {
  outsideParent: OutsideParent | null
  basis: Line[]
  purposes: Line[]
  requirements: Line[]
  aims: Line[]
  solutions: Line[]
  organisation: { body: string; lines: Line[] }[]
  recipients: string[]
  /** What follows "Lưu: " on the paper. */
  archive: string
}

export const emptyContent: PlanContent = {
  outsideParent: null,
  basis: [],
  purposes: [],
  requirements: [],
  aims: [],
  solutions: [],
  organisation: [],
  recipients: [],
  archive: 'VT',
}

export const ops = ['min', 'more', 'equal', 'range', 'all', 'none'] as const
export type Op = (typeof ops)[number]
export const opWords: Record<Op, Words> = {
  min: { vi: 'Ít nhất', en: 'At least' },
  more: { vi: 'Trên', en: 'More than' },
  equal: { vi: 'Đạt', en: 'Reaches' },
  range: { vi: 'Từ … đến …', en: 'From … to …' },
  all: { vi: 'Toàn bộ', en: 'All' },
  none: { vi: 'Không nêu con số', en: 'No number named' },
}

export const targetUnits = [
  'product',
  'producer',
  'percent',
  'course',
  'round',
  'event',
  'group',
  'commune',
  'centre',
  'salesPoint',
  'criterion',
  'dong',
  'other',
] as const
export type TargetUnit = (typeof targetUnits)[number]
export const unitWords: Record<TargetUnit, Words> = {
  product: { vi: 'sản phẩm', en: 'products' },
  producer: { vi: 'chủ thể', en: 'producers' },
  percent: { vi: '%', en: '%' },
  course: { vi: 'lớp', en: 'courses' },
  round: { vi: 'đợt', en: 'rounds' },
  event: { vi: 'hoạt động', en: 'activities' },
  group: { vi: 'nhóm', en: 'groups' },
  commune: { vi: 'xã', en: 'communes' },
  centre: { vi: 'trung tâm', en: 'centres' },
  salesPoint: { vi: 'điểm', en: 'sales points' },
  criterion: { vi: 'tiêu chí', en: 'criteria' },
  dong: { vi: 'đồng', en: 'đồng' },
  other: { vi: 'đơn vị', en: 'units' },
}

export const scopes = ['whole', 'eachDistrict', 'eachTownOrDistrict', 'eachCommune'] as const
export type Scope = (typeof scopes)[number]
export const scopeWords: Record<Scope, Words> = {
  whole: { vi: 'Toàn địa bàn', en: 'The whole place' },
  eachDistrict: { vi: 'Mỗi huyện, thị xã, thành phố', en: 'Each district, town and city' },
  eachTownOrDistrict: { vi: 'Mỗi huyện, thị xã', en: 'Each district and town' },
  eachCommune: { vi: 'Mỗi xã', en: 'Each commune' },
}

export type ConditionState = 'waiting' | 'met' | 'dropped'
export const conditionWords: Record<ConditionState, Words> = {
  waiting: { vi: 'Chưa kích hoạt', en: 'Not triggered' },
  met: { vi: 'Điều kiện đã có', en: 'Triggered' },
  dropped: { vi: 'Không áp dụng', en: 'Dropped' },
}

/** Values as stored: counts and đồng as they are, percentages in hundredths of a percent. */
export type Target = {
  code: string
  title: string
  quote: string
  source: string | null
  indicator: string | null
  params: Record<string, unknown>
  op: Op
  valueMin: number | null
  valueMax: number | null
  unit: TargetUnit
  base: number | null
  startsOn: PlainDate
  dueOn: PlainDate
  scope: Scope
  partOf: string | null
  parentCode: string | null
  condition: string | null
  conditionState: ConditionState | null
  conditionReason: string | null
  reading: string | null
  leadBody: string | null
}

export type TaskBody = { part: 'lead' | 'co'; name: string; bodyId: string | null; roster: Roster | null }
export type Roster = 'communes' | 'districts'

export type Task = {
  code: string
  section: string
  title: string
  content: string
  source: string | null
  precision: Precision
  startsOn: PlainDate
  dueOn: PlainDate
  beforeOn: PlainDate | null
  reading: string | null
  recurrence: Recurrence
  adHoc: boolean
  targetCode: string | null
  moneyCode: string | null
  bodies: TaskBody[]
}

export const fundSources = ['central', 'province', 'district', 'commune', 'credit', 'own', 'integrated', 'other'] as const
export type FundSource = (typeof fundSources)[number]
export const fundSourceWords: Record<FundSource, Words> = {
  central: { vi: 'Ngân sách Trung ương', en: 'Central budget' },
  province: { vi: 'Ngân sách tỉnh', en: 'Provincial budget' },
  district: { vi: 'Ngân sách huyện, thành phố', en: 'District or city budget' },
  commune: { vi: 'Ngân sách xã', en: 'Commune budget' },
  credit: { vi: 'Tín dụng', en: 'Credit' },
  own: { vi: 'Vốn tự có', en: 'Own funds' },
  integrated: { vi: 'Vốn lồng ghép', en: 'Integrated programmes' },
  other: { vi: 'Nguồn hợp pháp khác', en: 'Other lawful sources' },
}

export type MoneyLine = {
  code: string
  title: string
  /** Whole đồng; null where the plan names the item without an amount. */
  amount: number | null
  sources: FundSource[]
  note: string
  source: string | null
  partOf: string | null
}

export const productKinds = ['new', 'upgrade', 'renewal'] as const
export type ProductKind = (typeof productKinds)[number]
export const productKindWords: Record<ProductKind, Words> = {
  new: { vi: 'Mới', en: 'New' },
  upgrade: { vi: 'Nâng hạng', en: 'Upgrade' },
  renewal: { vi: 'Công nhận lại', en: 'Renewal' },
}

export type PlanProduct = {
  kind: ProductKind
  productName: string
  producerName: string
  communeName: string
  communeCode: string | null
  productId: string | null
  producerId: string | null
  targetStar: number | null
  note: string
}

export type PlanParts = { targets: Target[]; tasks: Task[]; money: MoneyLine[]; products: PlanProduct[] }

export type PlanHead = { title: string; kind: PlanKind; startsOn: PlainDate; endsOn: PlainDate; content: PlanContent }

/** More than any budget; keeps sums exact. */
export const MOST_DONG = 1_000_000_000_000_000

/** What is wrong, where: `targets.T03`, `money.K01`. */
export type Fault = { place: string; reason: Words }

const fault = (place: string, vi: string, en: string): Fault => ({ place, reason: { vi, en } })

/** Everything that keeps a plan from being issued or loaded: codes that point nowhere, parts that do not sum, days turned round. */
export function planFaults(head: PlanHead, parts: PlanParts): Fault[] {
  const faults: Fault[] = []
  if (head.endsOn < head.startsOn) faults.push(fault('period', 'Ngày cuối trước ngày đầu.', 'It ends before it begins.'))
  for (const [place, list] of [
    ['targets', parts.targets],
    ['tasks', parts.tasks],
    ['money', parts.money],
  ] as const) {
    const seen = new Set<string>()
    for (const { code } of list) {
      if (seen.has(code)) faults.push(fault(`${place}.${code}`, `Mã ${code} bị trùng.`, `The code ${code} stands twice.`))
      seen.add(code)
    }
  }
  const targets = new Set(parts.targets.map((one) => one.code))
  const money = new Set(parts.money.map((one) => one.code))
  for (const target of parts.targets) faults.push(...targetFaults(target, targets))
  for (const task of parts.tasks) faults.push(...taskFaults(task, targets, money))
  faults.push(...moneyFaults(parts.money))
  return faults
}

/** `codes`: the codes of all targets of the plan. */
export function targetFaults(target: Target, codes: ReadonlySet<string>): Fault[] {
  const at = `targets.${target.code}`
  const faults: Fault[] = []
  const { op, valueMin, valueMax } = target
  if (op !== 'none' && op !== 'all' && valueMin === null) faults.push(fault(at, 'Thiếu giá trị chỉ tiêu.', 'The value is missing.'))
  if (op === 'range' && (valueMax === null || valueMin === null || valueMax < valueMin))
    faults.push(fault(at, 'Khoảng giá trị phải có đầu và cuối, cuối không nhỏ hơn đầu.', 'A range needs both ends in order.'))
  if (target.dueOn < target.startsOn) faults.push(fault(at, 'Hạn trước ngày bắt đầu.', 'It is due before it starts.'))
  const ratio = target.unit === 'percent' || op === 'all'
  if (op !== 'none' && ratio && target.indicator === null && !hasDenominator(target))
    faults.push(
      fault(at, 'Chỉ tiêu tỷ lệ nhập tay phải nói rõ mẫu số.', 'A share entered by hand must say what it is a share of (denominator).'),
    )
  if (target.partOf !== null && (target.partOf === target.code || !codes.has(target.partOf)))
    faults.push(
      fault(at, `"Trong đó" của ${target.partOf} không có trong kế hoạch.`, `It is a part of ${target.partOf}, which the plan lacks.`),
    )
  return faults
}

function hasDenominator(target: Target): boolean {
  const words = target.params['denominator']
  return typeof words === 'string' && words.trim() !== ''
}

export function taskFaults(task: Task, targets: ReadonlySet<string>, money: ReadonlySet<string>): Fault[] {
  const at = `tasks.${task.code}`
  const faults: Fault[] = []
  if (task.dueOn < task.startsOn) faults.push(fault(at, 'Hạn trước ngày bắt đầu.', 'It is due before it starts.'))
  if (!task.bodies.some((body) => body.part === 'lead')) faults.push(fault(at, 'Thiếu đơn vị chủ trì.', 'It names no lead body.'))
  if (task.targetCode !== null && !targets.has(task.targetCode))
    faults.push(fault(at, `Kế hoạch không có chỉ tiêu ${task.targetCode}.`, `The plan has no target ${task.targetCode}.`))
  if (task.moneyCode !== null && !money.has(task.moneyCode))
    faults.push(fault(at, `Kế hoạch không có khoản ${task.moneyCode}.`, `The plan has no money line ${task.moneyCode}.`))
  return faults
}

/** A whole with an amount whose parts all have amounts equals their sum (Việt Trì: seven lines make 250 million; S2:105–119). */
export function moneyFaults(lines: readonly MoneyLine[]): Fault[] {
  const faults: Fault[] = []
  const byCode = new Map(lines.map((line) => [line.code, line]))
  for (const line of lines) {
    const at = `money.${line.code}`
    if (line.amount !== null && (!Number.isSafeInteger(line.amount) || line.amount < 0 || line.amount > MOST_DONG))
      faults.push(fault(at, 'Số tiền là số đồng nguyên, không âm.', 'An amount is a whole number of đồng, not negative.'))
    faults.push(...wholeFaults(line, byCode))
    const gap = partsGap(lines, line.code)
    if (gap !== null && gap !== 0)
      faults.push(
        fault(
          at,
          `Các khoản thành phần cộng lại lệch ${gap} đồng so với ${line.code}.`,
          `Its parts differ from ${line.code} by ${gap} đồng.`,
        ),
      )
  }
  return faults
}

/** The line it says it is a part of must be another one of the plan. */
export function wholeFaults(line: MoneyLine, codes: { has(code: string): boolean }): Fault[] {
  if (line.partOf === null || (line.partOf !== line.code && codes.has(line.partOf))) return []
  return [fault(`money.${line.code}`, `Kế hoạch không có khoản ${line.partOf}.`, `The plan has no money line ${line.partOf}.`)]
}

/** Sum of the parts minus the whole; null where the whole has no amount, no parts, or a part without an amount. */
export function partsGap(lines: readonly MoneyLine[], code: string): number | null {
  const whole = lines.find((line) => line.code === code)?.amount ?? null
  const parts = lines.filter((line) => line.partOf === code)
  if (whole === null || parts.length === 0 || parts.some((part) => part.amount === null)) return null
  return parts.reduce((sum, part) => sum + (part.amount ?? 0), 0) - whole
}
