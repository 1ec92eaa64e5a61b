// The scenarios in plans/scenarios, read and checked for keys that point nowhere.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { scenarioSchema, type Scenario } from './scenario.schema.ts'

const folder = join(import.meta.dirname, '../../../plans/scenarios')

/** Ids of the plans that can be loaded, by name. */
export function scenarioIds(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .toSorted()
}

/** Reads one plan. Throws an Error that names the file and the place for an unknown id, a fault of form or a key that points nowhere. */
export function loadScenario(id: string): Scenario {
  if (!scenarioIds().includes(id)) throw new Error(`plans/scenarios/${id}.yaml: no such plan; known: ${scenarioIds().join(', ')}`)
  const read = scenarioSchema.safeParse(parse(readFileSync(join(folder, `${id}.yaml`), 'utf8')))
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Error(`plans/scenarios/${id}.yaml: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
  }
  const faults = strayKeys(read.data)
  if (read.data.id !== id) faults.push(`id ${read.data.id}`)
  if (faults.length > 0) throw new Error(`plans/scenarios/${id}.yaml: ${faults.join('; ')}`)
  return read.data
}

/** Desks, producers, ideas and dossiers that a line names and the plan does not have. Pure. */
export function strayKeys(scenario: Scenario): string[] {
  const desks = new Set(scenario.desks.map((one) => one.key))
  const producers = new Set(scenario.producers.map((one) => one.key))
  const dossiers = new Set(scenario.dossiers.map((one) => one.key))
  const ideas = new Map(scenario.steps.flatMap((step) => (step.do === 'ideas' ? step.ideas.map((one) => [one.key, one.producer]) : [])))
  const faults = [
    ...scenario.dossiers.flatMap((one) => (producers.has(one.producer) ? [] : [`dossier ${one.key}: producer ${one.producer}`])),
    ...scenario.dossiers.flatMap((one) => (one.idea === undefined || ideas.has(one.idea) ? [] : [`dossier ${one.key}: idea ${one.idea}`])),
    ...[...ideas].flatMap(([key, producer]) => (producers.has(producer ?? '') ? [] : [`idea ${key}: producer ${producer}`])),
  ]
  for (const [index, step] of scenario.steps.entries()) {
    const lines = 'lines' in step ? step.lines : [step]
    const named = lines.flatMap((line) => ('desk' in line ? [line.desk] : []))
    const meant = [
      ...('dossiers' in step ? step.dossiers : []),
      ...('items' in step ? step.items.map((item) => item.dossier) : []),
      ...lines.flatMap((line) => ('dossier' in line ? [line.dossier] : [])),
    ]
    const planned = step.do === 'businessPlan' ? step.ideas : []
    faults.push(
      ...planned.filter((one) => !ideas.has(one)).map((one) => `step ${index + 1}: idea ${one}`),
      ...named.filter((one) => !desks.has(one)).map((one) => `step ${index + 1}: desk ${one}`),
      ...meant.filter((one) => !dossiers.has(one)).map((one) => `step ${index + 1}: dossier ${one}`),
    )
  }
  return faults
}
