// The list's address, read into a query. Rubbish falls back to the whole list.
import { pointSorts, type PointQuery } from '#/programme/sales-point/sales-point.store.ts'
import { pointKinds, pointStates, settings } from '#/programme/sales-point/sales-point.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 50

/** `q` search · `loai` kind · `trang-thai` state · `noi` setting · `xep` sort · `trang` page. */
export function pointsQuery(params: URLSearchParams): PointQuery {
  return {
    search: wordsAsked(params),
    kind: pointKinds.find((one) => one === params.get('loai')) ?? null,
    state: pointStates.find((one) => one === params.get('trang-thai')) ?? null,
    setting: settings.find((one) => one === params.get('noi')) ?? null,
    sort: pointSorts.find((one) => one === params.get('xep')) ?? 'name',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
