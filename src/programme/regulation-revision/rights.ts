// Who keeps the regulations of this installation. One set of rules per installation: every desk of the house assesses by it.
import { serves, type Actor } from '../people/actor.ts'

/** Administrators of the province the house belongs to load words, write versions, propose and confirm them. */
export function keepsRegulations(actor: Actor | null, provinceCode: string): boolean {
  return serves(actor, provinceCode, 'admin')
}

/** Those who work by the rules at that desk may read what was changed and by whom. */
export function readsRegulations(actor: Actor | null, provinceCode: string): boolean {
  return serves(actor, provinceCode, 'admin', 'office', 'leader')
}
