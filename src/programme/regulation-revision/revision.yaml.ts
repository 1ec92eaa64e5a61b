// A version as a YAML file: out for editing elsewhere, in again whole, as the decision alone, or as one form.
import { formSchema } from '#/regulation/form.schema.ts'
import { regulationSchema } from '#/regulation/regulation.schema.ts'
import { dryRunPack, type DryRunFault } from '#/regulation/dry-run.ts'
import { findingInVietnamese, placeInVietnamese } from '#/regulation/finding.words.ts'
import { sayBoth } from '#/regulation/regulation.messages.ts'
import { yamlFault } from '#/regulation/yaml.fault.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Draft } from './revision.edit.ts'

/** Bytes of an uploaded version. */
export const MOST_REVISION_BYTES = 8_000_000

/** `{ regulation, forms: [ … ] }`; with `set` one form alone. */
export async function yamlOf(draft: Draft, set: number | null = null): Promise<string> {
  const { stringify } = await import('yaml')
  const value = set === null ? { regulation: draft.regulation, forms: Object.values(draft.forms) } : draft.forms[set]
  return stringify(value, { lineWidth: 0 })
}

const notAVersion = {
  vi: 'tệp phải có khóa regulation, forms hoặc set ở đầu',
  en: 'the file begins with one of the keys regulation, forms, set',
}

/**
 * Puts an uploaded file into a draft. A form alone replaces its set; `regulation` alone the decision; both together the whole.
 * Throws `regulation.unreadable` for broken YAML, `regulation.faulty` with every fault of shape (place, reason) at once.
 */
export async function withYaml(draft: Draft, text: string): Promise<Draft> {
  const { parse } = await import('yaml')
  let raw: unknown
  try {
    raw = parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new AppError('regulation.unreadable', { reason: sayBoth(yamlFault(error)) })
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new AppError('regulation.unreadable', { reason: sayBoth(notAVersion) })
  const given = raw as { regulation?: unknown; forms?: unknown; set?: unknown }
  const forms: Record<number, unknown> = Array.isArray(given.forms) || given.set !== undefined ? {} : { ...draft.forms }
  if (given.set !== undefined) Object.assign(forms, draft.forms, { [Number(given.set)]: raw })
  else if (Array.isArray(given.forms))
    for (const [index, form] of given.forms.entries()) {
      const set = Number((form as { set?: unknown } | null)?.set)
      forms[Number.isInteger(set) ? set : -1 - index] = form
    }
  const regulation = given.regulation ?? draft.regulation
  const faults = shapeFaults(regulation, forms)
  if (faults.length > 0) throw faulty(faults)
  const read = Object.entries(forms).map(([set, form]) => [set, formSchema.parse(form)] as const)
  return { regulation: regulationSchema.parse(regulation), forms: Object.fromEntries(read) }
}

/** What cannot even be kept as a draft: keys and types. Sums, gates and the like may be wrong while one is writing. */
function shapeFaults(regulation: unknown, forms: Record<number, unknown>): DryRunFault[] {
  const shaped =
    regulationSchema.safeParse(regulation).success &&
    Object.entries(forms).every(([set, form]) => {
      const read = formSchema.safeParse(form)
      return read.success && String(read.data.set) === set
    })
  return shaped ? [] : [...dryRunPack({ regulation, forms }).faults]
}

/** The refusal that carries every fault, each with its place. */
export function faulty(faults: readonly DryRunFault[]): AppError {
  const entries = faults.slice(0, 500).map((fault, index) => {
    const code = fault.code === null ? '' : ` · ${fault.code}`
    const vi = `${placeInVietnamese(fault.row)}${code}: ${findingInVietnamese(fault.reason)}`
    return [String(index + 1), { vi, en: `${fault.row}${code}: ${fault.reason}` }] as const
  })
  return new AppError('regulation.faulty', { count: String(faults.length) }, Object.fromEntries(entries))
}
