// The addresses of the lists of objections and of the ministry's requests, read into queries. Rubbish falls back to the whole list.
import { objectionSorts, type ObjectionQuery } from '#/programme/objection/objection.list.ts'
import { objectionStates } from '#/programme/objection/objection.ts'
import { requestKinds, requestStates } from '#/programme/objection/ministry-request.ts'
import { requestSorts, type RequestQuery } from '#/programme/objection/ministry-request.store.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 25

/** `q` search · `trang-thai` state · `qua-han` = 1: overdue · `xep` sort · `trang` page. */
export function objectionQuery(params: URLSearchParams): ObjectionQuery {
  return {
    search: wordsAsked(params),
    state: objectionStates.find((state) => state === params.get('trang-thai')) ?? null,
    late: params.get('qua-han') === '1',
    sort: objectionSorts.find((sort) => sort === params.get('xep')) ?? 'recent',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}

/** `loai` kind; the rest as above. */
export function requestQuery(params: URLSearchParams): RequestQuery {
  return {
    search: wordsAsked(params),
    state: requestStates.find((state) => state === params.get('trang-thai')) ?? null,
    kind: requestKinds.find((kind) => kind === params.get('loai')) ?? null,
    sort: requestSorts.find((sort) => sort === params.get('xep')) ?? 'recent',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
