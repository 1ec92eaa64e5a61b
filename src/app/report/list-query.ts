// The addresses of the lists, read into queries. Rubbish falls back to the whole list.
import { reportKinds } from '#/programme/report/form.ts'
import { anyReport, callStates, reportSorts, type CallQuery, type ReportQuery } from '#/programme/report/report.store.ts'
import { reportStates } from '#/programme/report/report.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 25

/** `q` search · `dot` call · `loai` kind · `trang-thai` state · `han` = cham or chua-gui · `viec` = can-xu-ly · `xep` sort · `trang` page. */
export function reportQuery(params: URLSearchParams): ReportQuery {
  return {
    ...anyReport,
    search: wordsAsked(params),
    callId: params.get('dot') || null,
    kind: reportKinds.find((kind) => kind === params.get('loai')) ?? null,
    state: reportStates.find((state) => state === params.get('trang-thai')) ?? null,
    late: params.get('han') === 'cham',
    missing: params.get('han') === 'chua-gui',
    mine: params.get('viec') === 'can-xu-ly',
    sort: reportSorts.find((sort) => sort === params.get('xep')) ?? 'due',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}

/** `q` search · `loai` kind · `trang-thai` state · `trang` page. */
export function callQuery(params: URLSearchParams): CallQuery {
  return {
    search: wordsAsked(params),
    kind: reportKinds.find((kind) => kind === params.get('loai')) ?? null,
    state: callStates.find((state) => state === params.get('trang-thai')) ?? null,
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
