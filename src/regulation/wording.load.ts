import { RegulationError } from './load.ts'
import { regulationMessages, sayBoth } from './regulation.messages.ts'
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
    const reason = error instanceof Error ? error.message : String(error)
    throw new RegulationError(sayBoth(regulationMessages.unreadableRules, { file, reason }))
  }
  const result = wordingSchema.safeParse(raw)
  if (result.success) return result.data
  const reason = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  throw new RegulationError(sayBoth(regulationMessages.invalidRules, { file, reason }))
}
