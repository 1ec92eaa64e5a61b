// The plans in plans/, read and checked: every fault with its file, place and reason. Pure but for reading the files.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { planFileSchema, type PlanFile } from './plan-file.schema.ts'
import { planFaults, type PlanContent, type PlanHead, type PlanParts, type Target, type Task, type TaskBody } from './programme-plan.ts'
import { readWhen, type Span } from './when.ts'

const folder = join(import.meta.dirname, '../../../plans')

/** Ids of the plans that come with the program, by name: place and year. Other files of the folder are no plans. */
export function planFileIds(): string[] {
  return readdirSync(folder)
    .flatMap((name) => /^(.+-\d{4})\.yaml$/.exec(name)?.[1] ?? [])
    .toSorted()
}

/** A plan that comes with the program. Throws an Error naming the file for an unknown id or a fault. */
export function shippedPlan(id: string): PlanFile {
  if (!planFileIds().includes(id)) throw new Error(`plans/${id}.yaml: no such plan; known: ${planFileIds().join(', ')}`)
  return readPlanFile(readFileSync(join(folder, `${id}.yaml`), 'utf8'), `plans/${id}.yaml`)
}

/** Reads the text of a plan. `name` is the file as the fault calls it. Throws an Error with one fault per line. */
export function readPlanFile(text: string, name: string): PlanFile {
  const read = planFileSchema.safeParse(yamlOf(text, name))
  if (!read.success) throw new Error(read.error.issues.map((issue) => `${name}: ${issue.path.join('.')}: ${issue.message}`).join('\n'))
  const faults = fileFaults(read.data)
  if (faults.length > 0) throw new Error(faults.map((fault) => `${name}: ${fault}`).join('\n'))
  return read.data
}

function yamlOf(text: string, name: string): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`, { cause: error })
  }
}

/** Faults no schema sees: bodies nobody declared, times that read as nothing, and those of any plan. */
function fileFaults(file: PlanFile): string[] {
  const faults: string[] = []
  const known = (place: string, keys: readonly string[]) => {
    for (const key of keys) if (!(key in file.bodies)) faults.push(`${place}: unknown body ${key}`)
  }
  for (const task of file.tasks) {
    known(`tasks.${task.code}`, [...task.lead, ...(task.co ?? [])])
    if (readWhen(task.when, spanOf(file), false) === null) faults.push(`tasks.${task.code}.when: cannot be read: ${task.when}`)
  }
  for (const target of file.targets) {
    if (target.lead !== undefined) known(`targets.${target.code}`, [target.lead])
    for (const value of [target.min, target.max])
      if (value !== undefined && !Number.isSafeInteger(valueOf(target.unit, value)))
        faults.push(`targets.${target.code}: ${value} is not exact`)
  }
  for (const entry of file.organisation) known('organisation', [entry.body])
  if (faults.length > 0) return faults
  const { head, parts } = planOf(file, false)
  return planFaults(head, parts).map(({ place, reason }) => `${place}: ${reason.vi} / ${reason.en}`)
}

function spanOf(file: PlanFile): Span {
  return { startsOn: file.from, dueOn: file.to }
}

/** Percentages are kept in hundredths of a percent; more decimals are no value. */
function valueOf(unit: string, value: number): number {
  if (unit !== 'percent') return value
  const hundredths = Math.round(value * 100)
  return Math.abs(hundredths / 100 - value) < 1e-9 ? hundredths : Number.NaN
}

/** The plan of a file as the program keeps plans. `beforeCounts`: the desk's setting for "trước ngày". Bodies are not linked yet. */
export function planOf(file: PlanFile, beforeCounts: boolean): { head: PlanHead; parts: PlanParts } {
  const lines = file.organisation.map(({ body, lines: all }) => ({ body: file.bodies[body]?.name ?? body, lines: all }))
  const content: PlanContent = {
    outsideParent: file.parent
      ? { number: file.parent.number, issuedOn: file.parent.issuedOn, issuer: file.parent.issuer, title: file.parent.title }
      : null,
    basis: file.basis,
    purposes: file.purposes,
    requirements: file.requirements,
    aims: file.aims,
    solutions: file.solutions ?? [],
    organisation: lines,
    recipients: file.recipients,
    archive: file.archive,
  }
  return {
    head: { title: file.title, kind: file.kind, startsOn: file.from, endsOn: file.to, content },
    parts: {
      targets: file.targets.map((target) => targetOf(file, target)),
      tasks: file.tasks.map((task) => taskOf(file, task, beforeCounts)),
      money: file.money.map((line) => ({
        code: line.code,
        title: line.title,
        amount: line.amount ?? null,
        sources: line.sources ?? [],
        note: line.note ?? '',
        source: line.source,
        partOf: line.partOf ?? null,
      })),
      products: (file.products ?? []).map((row) => ({
        kind: row.kind,
        productName: row.product,
        producerName: row.producer ?? '',
        communeName: row.commune ?? '',
        communeCode: null,
        productId: null,
        producerId: null,
        targetStar: row.star ?? null,
        note: row.note ?? '',
      })),
    },
  }
}

function targetOf(file: PlanFile, target: PlanFile['targets'][number]): Target {
  return {
    code: target.code,
    title: target.title,
    quote: target.quote,
    source: target.source,
    indicator: target.indicator ?? null,
    params: target.params ?? {},
    op: target.op,
    valueMin: target.min === undefined ? null : valueOf(target.unit, target.min),
    valueMax: target.max === undefined ? null : valueOf(target.unit, target.max),
    unit: target.unit,
    base: target.base ?? null,
    startsOn: target.starts ?? file.from,
    dueOn: target.due ?? file.to,
    scope: target.scope ?? 'whole',
    partOf: target.partOf ?? null,
    parentCode: null,
    condition: target.condition ?? null,
    conditionState: target.condition === undefined ? null : 'waiting',
    conditionReason: null,
    reading: target.reading ?? null,
    leadBody: target.lead === undefined ? null : (file.bodies[target.lead]?.name ?? null),
  }
}

function taskOf(file: PlanFile, task: PlanFile['tasks'][number], beforeCounts: boolean): Task {
  const when = readWhen(task.when, spanOf(file), beforeCounts)
  if (when === null) throw new RangeError(`tasks.${task.code}.when: ${task.when}`)
  const bodies = (part: TaskBody['part'], keys: readonly string[]): TaskBody[] =>
    keys.map((key) => ({ part, name: file.bodies[key]?.name ?? key, bodyId: null, roster: file.bodies[key]?.roster ?? null }))
  return {
    code: task.code,
    section: task.section,
    title: task.title,
    content: task.content ?? '',
    source: task.source,
    ...when,
    dueOn: task.to ?? when.dueOn,
    reading: task.reading ?? null,
    recurrence: task.repeat ?? 'once',
    adHoc: false,
    targetCode: task.target ?? null,
    moneyCode: task.money ?? null,
    bodies: [...bodies('lead', task.lead), ...bodies('co', task.co ?? [])],
  }
}
