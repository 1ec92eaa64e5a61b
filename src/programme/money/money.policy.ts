// Who may do what with the programme's money. Read it aloud; verbs, pages and API read only this.
import type { Db, Tx } from '#/platform/database/open.ts'
import { serves, type Actor } from '../people/actor.ts'
import { settingOf } from '../setting.ts'
import { moneyApprover } from './money.settings.ts'

export function readsMoney(actor: Actor | null, authority: string): boolean {
  return serves(actor, authority, 'office', 'leader', 'advisor')
}

/** Sources, lines, entries. */
export function keepsMoney(actor: Actor | null, authority: string): boolean {
  return serves(actor, authority, 'office')
}

/** Holds the right to approve at this desk; whether this very thing is one's own is asked beside it. */
export async function approvesMoney(db: Db | Tx, actor: Actor, authority: string): Promise<boolean> {
  if (serves(actor, authority, 'leader')) return true
  return serves(actor, authority, 'office') && (await settingOf(db, authority, moneyApprover)) === 'officeOrLeader'
}
