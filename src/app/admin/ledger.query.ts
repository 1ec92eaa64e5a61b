// The ledger's address ⇄ its filter.
import type { LedgerFilter } from '#/programme/people/ledger.store.ts'
import { dayAsked, wordsAsked } from '../list-address.ts'

/** Days as dd/MM/yyyy or ISO; rubbish is no bound. */
export function ledgerFilter(params: URLSearchParams): LedgerFilter {
  return {
    person: wordsAsked(params, 'nguoi', 100),
    verb: wordsAsked(params, 'viec', 60),
    subject: wordsAsked(params, 'doi-tuong', 60),
    from: dayAsked(params, 'tu'),
    until: dayAsked(params, 'den'),
  }
}
