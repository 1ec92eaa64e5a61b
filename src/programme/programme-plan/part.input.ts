// What a form or the API sends for one part of a plan, read and judged field by field. Pure.
import { Fields, type Typed } from '../fields.ts'
import {
  fundSources,
  MOST_DONG,
  ops,
  productKinds,
  scopes,
  targetFaults,
  targetUnits,
  taskFaults,
  wholeFaults,
  type Fault,
  type FundSource,
  type MoneyLine,
  type PlanParts,
  type PlanProduct,
  type Target,
  type TargetUnit,
  type Task,
  type TaskBody,
} from './programme-plan.ts'
import { dueBefore, precisions, recurrences } from './when.ts'

type TargetName =
  | 'code'
  | 'title'
  | 'quote'
  | 'indicator'
  | 'denominator'
  | 'op'
  | 'valueMin'
  | 'valueMax'
  | 'unit'
  | 'base'
  | 'startsOn'
  | 'dueOn'
  | 'scope'
  | 'partOf'
  | 'parentCode'
  | 'condition'
  | 'reading'
  | 'leadBody'
type TaskName =
  | 'code'
  | 'section'
  | 'title'
  | 'content'
  | 'precision'
  | 'startsOn'
  | 'dueOn'
  | 'beforeOn'
  | 'reading'
  | 'recurrence'
  | 'targetCode'
  | 'moneyCode'
  | 'lead'
  | 'co'
  | 'roster'
  | 'rosterPart'
type MoneyName = 'code' | 'title' | 'amount' | 'sources' | 'note' | 'partOf'
type ProductName = 'kind' | 'productName' | 'producerName' | 'communeName' | 'targetStar' | 'note'

export type TargetInput = Typed<TargetName>
export type TaskInput = Typed<TaskName>
export type MoneyInput = Typed<MoneyName>
export type ProductInput = Typed<ProductName>

const CODE = /^[A-Za-z0-9][A-Za-z0-9.-]{0,11}$/

/** A code of one's own, or the next free one of the list: N01, N02 … `old`: the code of the part being changed. */
function readCode<Name extends string>(
  fields: Fields<Name>,
  name: Name,
  prefix: string,
  taken: readonly string[],
  old: string | null,
): string {
  const typed = fields.text(name, { max: 12 })
  if (typed === '') return old ?? nextCode(prefix, taken)
  if (!CODE.test(typed)) fields.say(name, { vi: 'Mã gồm chữ và số, ví dụ N01.', en: 'Letters and digits, such as N01.' })
  else if (typed !== old && taken.includes(typed)) fields.say(name, { vi: `Mã ${typed} đã có.`, en: `The code ${typed} is taken.` })
  return typed
}

function nextCode(prefix: string, taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1) {
    const code = `${prefix}${String(number).padStart(2, '0')}`
    if (!taken.includes(code)) return code
  }
}

/** Says the faults of a whole part at the field they belong to, where the field has nothing worse to say. */
function sayFaults<Name extends string>(fields: Fields<Name>, faults: readonly Fault[], at: Name): void {
  for (const fault of faults) fields.say(at, fault.reason)
}

/** "12,5" → 1250 where the unit is a percentage, "150" → 150 elsewhere; null when empty. */
function readValue<Name extends string>(fields: Fields<Name>, name: Name, unit: TargetUnit | null): number | null {
  if (unit !== 'percent') return fields.integer(name, { min: 0, max: MOST_DONG })
  const text = fields.text(name, { max: 20 })
  if (text === '') return null
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.replace(/\s*%$/, ''))
  const value = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : Number.NaN
  if (value <= 100_00) return value
  fields.say(name, {
    vi: 'Tỷ lệ từ 0 đến 100, nhiều nhất hai chữ số thập phân, ví dụ 12,5.',
    en: 'A percentage from 0 to 100 with at most two decimals, such as 12.5.',
  })
  return null
}

/** `old`: the target as it stands; what a form does not show (source, condition's state) stays. Throws `invalid` by field. */
export function readTarget(input: TargetInput, parts: PlanParts, span: { startsOn: string; endsOn: string }, old: Target | null): Target {
  const fields = new Fields<TargetName>(input)
  const others = parts.targets.map((one) => one.code)
  const unit = fields.oneOf('unit', targetUnits, { required: true })
  const condition = fields.optional('condition', { max: 500 })
  const denominator = fields.optional('denominator', { max: 300 })
  const read = {
    code: readCode(fields, 'code', 'T', others, old?.code ?? null),
    title: fields.text('title', { max: 500, required: true }),
    op: fields.oneOf('op', ops, { required: true }),
    unit,
    scope: fields.oneOf('scope', scopes) ?? 'whole',
    startsOn: fields.date('startsOn') ?? span.startsOn,
    dueOn: fields.date('dueOn') ?? span.endsOn,
  }
  const target = {
    ...read,
    op: read.op ?? 'none',
    unit: unit ?? 'other',
    quote: fields.text('quote', { max: 1000 }),
    source: old?.source ?? null,
    indicator: fields.optional('indicator', { max: 60 }),
    params: { ...withoutDenominator(old?.params ?? {}), ...(denominator === null ? {} : { denominator }) },
    valueMin: readValue(fields, 'valueMin', unit),
    valueMax: readValue(fields, 'valueMax', unit),
    base: fields.integer('base', { min: 0, max: MOST_DONG }),
    partOf: fields.optional('partOf', { max: 12 }),
    parentCode: fields.optional('parentCode', { max: 12 }),
    condition,
    conditionState: condition === null ? null : (old?.conditionState ?? 'waiting'),
    conditionReason: condition === null ? null : (old?.conditionReason ?? null),
    reading: fields.optional('reading', { max: 500 }),
    leadBody: fields.optional('leadBody', { max: 200 }),
  } satisfies Target
  if (target.op === 'none' || target.op === 'all') Object.assign(target, { valueMin: null, valueMax: null })
  if (target.op !== 'range') Object.assign(target, { valueMax: null })
  if (target.dueOn < target.startsOn) fields.say('dueOn', { vi: 'Hạn trước ngày bắt đầu.', en: 'It is due before it starts.' })
  const at = target.partOf !== null && !others.includes(target.partOf) ? 'partOf' : target.op === 'range' ? 'valueMax' : 'valueMin'
  if (Object.keys(fields.problems).length === 0) sayFaults(fields, targetFaults(target, new Set([...others, target.code])), at)
  fields.done(read)
  return target
}

function withoutDenominator(params: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).filter(([name]) => name !== 'denominator'))
}

/** Names of bodies, one a line. */
function readNames(fields: Fields<TaskName>, name: 'lead' | 'co'): string[] {
  const lines = fields.text(name, { max: 4000, multiline: true }).split('\n')
  return [...new Set(lines.map((line) => line.trim().slice(0, 200)).filter((line) => line !== ''))]
}

const rosterNames = { communes: 'UBND các xã, phường', districts: 'UBND các huyện, thị xã, thành phố' }

/** `beforeCounts`: the desk's setting for "trước ngày". Throws `invalid` by field. */
export function readTask(
  input: TaskInput,
  parts: PlanParts,
  rule: { span: { startsOn: string; endsOn: string }; beforeCounts: boolean; old: Task | null },
): Task {
  const { span, beforeCounts, old } = rule
  const fields = new Fields<TaskName>(input)
  const beforeOn = fields.date('beforeOn')
  const dueOn = fields.date('dueOn') ?? (beforeOn === null ? span.endsOn : null)
  const roster = fields.oneOf('roster', ['communes', 'districts'])
  const rosterPart = fields.oneOf('rosterPart', ['lead', 'co']) ?? 'lead'
  const known = new Map(old?.bodies.map((body) => [`${body.part}|${body.name}`, body]))
  const bodies = (['lead', 'co'] as const).flatMap((part): TaskBody[] => [
    ...readNames(fields, part).map((name) => known.get(`${part}|${name}`) ?? { part, name, bodyId: null, roster: null }),
    ...(roster !== null && rosterPart === part ? [{ part, name: rosterNames[roster], bodyId: null, roster }] : []),
  ])
  const read = {
    code: readCode(
      fields,
      'code',
      'N',
      parts.tasks.map((one) => one.code),
      old?.code ?? null,
    ),
    section: fields.text('section', { max: 200 }),
    title: fields.text('title', { max: 500, required: true }),
    content: fields.text('content', { max: 5000, multiline: true }),
    precision: fields.oneOf('precision', precisions, { required: true }),
    startsOn: fields.date('startsOn') ?? span.startsOn,
    recurrence: fields.oneOf('recurrence', recurrences) ?? 'once',
  }
  const task: Task = {
    ...read,
    precision: read.precision ?? 'day',
    source: old?.source ?? null,
    beforeOn,
    dueOn: beforeOn !== null ? dueBefore(beforeOn, beforeCounts) : (dueOn ?? span.endsOn),
    reading: fields.optional('reading', { max: 500 }),
    adHoc: old?.adHoc ?? false,
    targetCode: fields.optional('targetCode', { max: 12 }),
    moneyCode: fields.optional('moneyCode', { max: 12 }),
    bodies,
  }
  if (task.dueOn < task.startsOn) fields.say('dueOn', { vi: 'Hạn trước ngày bắt đầu.', en: 'It is due before it starts.' })
  if (!bodies.some((body) => body.part === 'lead')) fields.say('lead', { vi: 'Ghi đơn vị chủ trì.', en: 'Name the lead body.' })
  const targets = new Set(parts.targets.map((one) => one.code))
  const money = new Set(parts.money.map((one) => one.code))
  const at = task.targetCode !== null && !targets.has(task.targetCode) ? 'targetCode' : 'moneyCode'
  if (Object.keys(fields.problems).length === 0) sayFaults(fields, taskFaults(task, targets, money), at)
  fields.done(read)
  return task
}

/** Throws `invalid` by field. */
export function readMoney(input: MoneyInput, parts: Pick<PlanParts, 'money'>, old: MoneyLine | null): MoneyLine {
  const fields = new Fields<MoneyName>(input)
  const asked = input.sources
  const typed: readonly unknown[] = Array.isArray(asked) ? asked : asked === undefined || asked === '' ? [] : [asked]
  const sources = fundSources.filter((one): one is FundSource => typed.includes(one))
  if (sources.length < new Set(typed).size)
    fields.say('sources', { vi: 'Lựa chọn này không có trong danh sách.', en: 'This choice is not in the list.' })
  const line: MoneyLine = {
    code: readCode(
      fields,
      'code',
      'K',
      parts.money.map((one) => one.code),
      old?.code ?? null,
    ),
    title: fields.text('title', { max: 500, required: true }),
    amount: fields.integer('amount', { min: 0, max: MOST_DONG }),
    sources,
    note: fields.text('note', { max: 1000, multiline: true }),
    source: old?.source ?? null,
    partOf: fields.optional('partOf', { max: 12 }),
  }
  const others = new Set(parts.money.flatMap((one) => (one.code === old?.code ? [] : [one.code])))
  // A sum grows line by line: that the parts make the whole is asked when the plan is submitted, not at each of its lines.
  if (Object.keys(fields.problems).length === 0) sayFaults(fields, wholeFaults(line, others), 'partOf')
  fields.done()
  return line
}

/** Throws `invalid` by field. */
export function readProduct(input: ProductInput): PlanProduct {
  const fields = new Fields<ProductName>(input)
  const kind = fields.oneOf('kind', productKinds, { required: true })
  const star = fields.integer('targetStar', { min: 3, max: 5 })
  const row = {
    productName: fields.text('productName', { max: 200, required: true }),
    producerName: fields.text('producerName', { max: 200 }),
    communeName: fields.text('communeName', { max: 100 }),
    note: fields.text('note', { max: 500 }),
  }
  const read = fields.done({ kind })
  return { ...row, ...read, targetStar: star, communeCode: null, productId: null, producerId: null }
}
