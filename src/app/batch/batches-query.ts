// The list's address, read into a query. Rubbish falls back to the whole list.
import { batchSorts, type BatchQuery } from '#/programme/batch/batch.store.ts'
import { batchStates } from '#/programme/batch/batch.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 50

/** `q` search · `trang-thai` state · `san-pham` a product · `xep` sort · `trang` page. */
export function batchesQuery(params: URLSearchParams): BatchQuery {
  return {
    search: wordsAsked(params),
    state: batchStates.find((one) => one === params.get('trang-thai')) ?? null,
    product: params.get('san-pham'),
    sort: batchSorts.find((one) => one === params.get('xep')) ?? 'produced',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
