// Who may bring records of the past in, and decide what the program may not.
import { serves, type Actor } from '../people/actor.ts'
import type { BatchState } from './batch.store.ts'

export type ImportRights = { see: boolean; confirm: boolean; cancel: boolean; decide: boolean }

/** The office and administrators of the province; nobody else learns that a file was brought in. */
export function importRights(actor: Actor | null, thing: { provinceCode: string; state?: BatchState }): ImportRights {
  const own = serves(actor, thing.provinceCode, 'office', 'admin')
  return { see: own, confirm: own && thing.state === 'checked', cancel: own && thing.state === 'checked', decide: own }
}
