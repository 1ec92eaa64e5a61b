// The list's address, read into a query. Rubbish falls back to what is not answered.
import { reportSorts, type ReportQuery } from '#/programme/public-report/public-report.store.ts'
import { reportStates, topics } from '#/programme/public-report/public-report.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 50
export const stateFilters = ['open', 'overdue', ...reportStates] as const

/** `q` search · `trang-thai` state · `viec` topic · `giao` "toi": given to me · `xep` sort · `trang` page. */
export function reportsQuery(params: URLSearchParams): ReportQuery {
  return {
    search: wordsAsked(params),
    state: stateFilters.find((one) => one === params.get('trang-thai')) ?? 'all',
    topic: topics.find((one) => one === params.get('viec')) ?? null,
    mine: params.get('giao') === 'toi',
    sort: reportSorts.find((one) => one === params.get('xep')) ?? 'newest',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
