// The ledger's address ⇄ its filter.
import { readDate } from '#/platform/calendar/plain-date.ts'
import type { LedgerFilter } from '#/programme/people/ledger.store.ts'
import { wordsAsked } from '../list-address.ts'

function day(text: string): string | null {
  const read = readDate(text)
  return read.ok ? read.date : null
}

/** Days as dd/MM/yyyy or ISO; rubbish is no bound. */
export function ledgerFilter(params: URLSearchParams): LedgerFilter {
  return {
    person: wordsAsked(params, 'nguoi', 100),
    verb: wordsAsked(params, 'viec', 60),
    subject: wordsAsked(params, 'doi-tuong', 60),
    from: day(wordsAsked(params, 'tu', 20)),
    until: day(wordsAsked(params, 'den', 20)),
  }
}
