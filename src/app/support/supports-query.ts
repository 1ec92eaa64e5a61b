// The address of the list of support, read into a query.
import { supportItems, supportStates } from '#/programme/support/support.ts'
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
