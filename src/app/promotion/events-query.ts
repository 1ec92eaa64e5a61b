// The list's address, read into a query. Rubbish falls back to the whole list.
import type { EventQuery } from '#/programme/promotion/promotion.store.ts'
import { eventKinds, eventStates, reaches } from '#/programme/promotion/promotion.ts'
import { pageAsked, wordsAsked, yearAsked } from '../list-address.ts'

export const PER_PAGE = 50

/** `q` search · `loai` kind · `pham-vi` where · `trang-thai` state · `nam` year · `xep` sort · `trang` page. */
export function eventsQuery(params: URLSearchParams): EventQuery {
  return {
    search: wordsAsked(params),
    kind: eventKinds.find((one) => one === params.get('loai')) ?? null,
    reach: reaches.find((one) => one === params.get('pham-vi')) ?? null,
    state: eventStates.find((one) => one === params.get('trang-thai')) ?? null,
    year: yearAsked(params),
    sort: params.get('xep') === 'title' ? 'title' : 'recent',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
