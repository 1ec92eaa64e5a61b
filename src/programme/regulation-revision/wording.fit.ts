// Whether the gazette's words that were loaded still fit a version about to be published.
import type { Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Pack } from '#/regulation/load.ts'
import { applyWording, type WordingFault } from '#/regulation/wording.ts'
import { wordingRevisions } from './wording.store.ts'

type Words = { vi: string; en: string }

/** Every fault with its place: set, criterion, option. */
export function faultFields(faults: readonly WordingFault[]): Record<string, Words> {
  return Object.fromEntries(faults.map((fault, index) => [`${index + 1}`, faultWords(fault)]))
}

function faultWords(fault: WordingFault): Words {
  const place = (set: string, option: string): string =>
    [fault.set === null ? '' : `${set} ${fault.set}`, fault.criterion ?? '', fault.option === null ? '' : `${option} ${fault.option}`]
      .filter((part) => part !== '')
      .join(' · ')
  const at = (text: string): string => (text === '' ? '' : `${text}: `)
  return { vi: at(place('Bộ', 'mức')) + fault.reason, en: at(place('Set', 'option')) + fault.reason }
}

/**
 * Throws `regulation.wordsUnfit` with every place where the words in use name codes or counts the version does not have. A version published
 * over words that do not fit would be read in the program's own words from its first day, without anybody having decided so.
 */
export async function mustFitWords(tx: Tx, pack: Pack): Promise<void> {
  const wording = (await wordingRevisions(tx, pack.id))[0]?.wording
  const outcome = wording ? applyWording(pack, wording) : null
  if (outcome && !outcome.ok)
    throw new AppError('regulation.wordsUnfit', { count: String(outcome.faults.length) }, faultFields(outcome.faults))
}
