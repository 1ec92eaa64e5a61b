// The addresses of the lists of support, read into queries. Rubbish falls back to the whole list.
import { receivableSorts, type ReceivableQuery } from '#/programme/support/receivable.store.ts'
import { receivableStates, supportItems, supportStates } from '#/programme/support/support.ts'
import { supportSorts, type SupportQuery } from '#/programme/support/support.store.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 25

/** `q` search · `trang-thai` state · `muc` item · `xep` sort · `trang` page. */
export function supportsQuery(params: URLSearchParams): SupportQuery {
  return {
    search: wordsAsked(params),
    state: supportStates.find((one) => one === params.get('trang-thai')) ?? null,
    item: supportItems.find((one) => one === params.get('muc')) ?? null,
    sort: supportSorts.find((one) => one === params.get('xep')) ?? 'recent',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}

/** `q` search · `trang-thai` state · `xep` sort · `trang` page. */
export function receivablesQuery(params: URLSearchParams): ReceivableQuery {
  return {
    search: wordsAsked(params),
    state: receivableStates.find((one) => one === params.get('trang-thai')) ?? null,
    sort: receivableSorts.find((one) => one === params.get('xep')) ?? 'owed',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
