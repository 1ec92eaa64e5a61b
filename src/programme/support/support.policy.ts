// Who may do what with support. Read it aloud; verbs, pages and API read only this.
import { keepsMoney, readsMoney } from '../money/money.policy.ts'
import { ownsProducer, type Actor } from '../people/actor.ts'
import type { SupportState } from './support.ts'

export type SupportThing = { authority: string; producerId: string; state: SupportState; askedBy: string }

export type SupportRights = {
  see: boolean
  owner: boolean
  office: boolean
  /** Decides on the request: whoever may approve at the desk, and did not ask. */
  decide: boolean
  arrange: boolean
  sign: boolean
  file: boolean
  judge: boolean
  release: boolean
  suspend: boolean
  resume: boolean
  close: boolean
  terminate: boolean
}

/** `approver`: may approve money at the contract's desk (money.policy.ts). */
export function supportRights(actor: Actor, contract: SupportThing, approver: boolean): SupportRights {
  const owner = ownsProducer(actor, contract.producerId)
  const office = keepsMoney(actor, contract.authority)
  const at = (...states: SupportState[]) => states.includes(contract.state)
  return {
    see: owner || readsMoney(actor, contract.authority),
    owner,
    office,
    decide: approver && at('asked') && contract.askedBy !== actor.accountId,
    arrange: office && at('approved'),
    sign: office && at('approved'),
    file: owner && at('running', 'suspended'),
    judge: office && at('running', 'suspended'),
    release: office && at('running'),
    suspend: office && at('running'),
    resume: office && at('suspended'),
    close: office && at('running'),
    terminate: office && at('running', 'suspended'),
  }
}
