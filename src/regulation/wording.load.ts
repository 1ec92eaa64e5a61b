import { findingInVietnamese, placeInVietnamese } from './finding.words.ts'
import { RegulationError } from './load.ts'
import { bothOf, regulationMessages } from './regulation.messages.ts'
import { yamlFault } from './yaml.fault.ts'
import type { Wording } from './wording.schema.ts'

/**
 * A wording file's text (YAML), validated. Throws RegulationError with every structural fault at once; `file` is only named in it.
 * Zod and the YAML parser are imported here, when a file is read, and nowhere on the scoring path.
 */
export async function parseWording(text: string, file: string): Promise<Wording> {
  const [{ parse }, { wordingSchema }] = await Promise.all([import('yaml'), import('./wording.schema.ts')])
  let raw: unknown
  try {
    raw = parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const { vi, en } = yamlFault(error)
    throw new RegulationError(bothOf(regulationMessages.unreadableRules, { file, reason: vi }, { file, reason: en }))
  }
  const result = wordingSchema.safeParse(raw)
  if (result.success) return result.data
  const { issues } = result.error
  const en = issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  const vi = issues.map((issue) => `${placeInVietnamese(issue.path.join('.'))}: ${findingInVietnamese(issue.message)}`).join('; ')
  throw new RegulationError(bothOf(regulationMessages.invalidRules, { file, reason: vi }, { file, reason: en }))
}
