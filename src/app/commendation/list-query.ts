// The address of the list of commendations, read into a query. Rubbish falls back to the whole list.
import { listStates } from '#/programme/commendation/commendation.ts'
import type { ListQuery } from '#/programme/commendation/commendation.store.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 25

/** `q` search · `trang-thai` state · `trang` page. */
export function listQuery(params: URLSearchParams): ListQuery {
  return {
    search: wordsAsked(params),
    state: listStates.find((state) => state === params.get('trang-thai')) ?? null,
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
