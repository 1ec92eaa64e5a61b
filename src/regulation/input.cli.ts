import { readFileSync } from 'node:fs'
import { shown } from './answers.ts'
import type { Form } from './form.schema.ts'
import { loadForm, loadRegulation, RegulationError } from './load.ts'
import { regulationMessages, say, sayBoth, type Message } from './regulation.messages.ts'
import type { StarThreshold } from './score.ts'

/** Where a command writes: one call, one text without a line end. */
export type Io = { readonly out: (text: string) => void; readonly err: (text: string) => void }

/** A fault of the input; its message goes to `err` and the command returns 2. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

const mostFaultsShown = 20

/** "case 3 (index 2): what" in both languages. */
export function located(
  where: Message,
  whereValues: Readonly<Record<string, string>>,
  what: Message,
  values: Readonly<Record<string, string>> = {},
): string {
  return `${say(where.vi, whereValues)}: ${say(what.vi, values)} / ${say(where.en, whereValues)}: ${say(what.en, values)}`
}

/** Throws one InputError for all faults, the first twenty spelled out; does nothing without faults. */
export function refuse(faults: readonly string[]): void {
  if (faults.length === 0) return
  const more = faults.length - mostFaultsShown
  const lines = faults.slice(0, mostFaultsShown)
  if (more > 0) lines.push(sayBoth(regulationMessages.more, { count: String(more) }))
  throw new InputError(lines.join('\n'))
}

/** Reads a JSON file ("-" = standard input; a byte order mark is ignored). Throws InputError. */
export function readJson(file: string | undefined, usage: string): unknown {
  if (!file) throw new InputError(sayBoth(regulationMessages.noFile, { usage }))
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw new InputError(sayBoth(regulationMessages.unreadableFile, { file, reason: reasonOf(error) }))
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new InputError(sayBoth(regulationMessages.notJson, { file, reason: reasonOf(error) }))
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export type ScoringBasis = {
  readonly regulation: string
  readonly set: number
  readonly form: Form
  readonly thresholds: readonly StarThreshold[]
}

/**
 * The form and thresholds an input names with `regulation` and `set`.
 * @param explain puts a fault where it stands ("case 3: …")
 */
export async function basisOf(
  input: Record<string, unknown>,
  explain: (message: Message, values: Readonly<Record<string, string>>) => string,
): Promise<ScoringBasis> {
  const { regulation, set } = input
  if (typeof regulation !== 'string') throw new InputError(explain(regulationMessages.missingRegulation, { value: shown(regulation) }))
  if (!Number.isInteger(set)) throw new InputError(explain(regulationMessages.missingSet, { value: shown(set) }))
  try {
    const [rules, form] = await Promise.all([loadRegulation(regulation), loadForm(regulation, Number(set))])
    return { regulation, set: form.set, form, thresholds: rules.stars }
  } catch (error) {
    if (error instanceof RegulationError) throw new InputError(explain({ vi: '{message}', en: '{message}' }, { message: error.message }))
    throw error
  }
}

/** Runs a command; an InputError or RegulationError becomes its message on `err` and exit code 2. */
export async function guarded(io: Io, command: () => Promise<number>): Promise<number> {
  try {
    return await command()
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof RegulationError)) throw error
    io.err(error.message)
    return 2
  }
}
