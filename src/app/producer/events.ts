import { stateWords, type DossierState } from '#/programme/dossier/dossier.workflow.ts'
import type { Language } from '../ui/language.ts'
import { words } from './producer.messages.ts'

/** What an entry of the ledger says to the producer. */
export function eventTitle(event: { verb: string; to: DossierState }, language: Language): string {
  if (event.verb === 'dossier.started') return words.started[language]
  if (event.verb === 'dossier.filed') return words.filedEvent[language]
  if (event.verb === 'dossier.resubmitted') return words.refiledEvent[language]
  return stateWords[event.to][language]
}
