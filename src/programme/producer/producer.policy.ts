// Who may do what with a producer's description. Read it aloud.
import { serves, ownsProducer, type Actor } from '../people/actor.ts'

export type ProducerRights = { see: boolean; edit: boolean }

/** `provinceCode` of the producer. The commune sees filed dossiers, not the live description; the office sees and may mend it. */
export function rights(actor: Actor | null, producer: { id: string; provinceCode: string }): ProducerRights {
  const owner = ownsProducer(actor, producer.id)
  const office = serves(actor, producer.provinceCode, 'office')
  return { see: owner || office, edit: owner || office }
}

/** Registers a producer before it has an account: the province's office or administrator. */
export function mayRegister(actor: Actor | null, provinceCode: string): boolean {
  return serves(actor, provinceCode, 'office', 'admin')
}
