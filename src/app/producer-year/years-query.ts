// The address of the list of a year, read into a query. Rubbish falls back to last year's whole list.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { listStates, yearSorts, type YearQuery } from '#/programme/producer-year/producer-year.store.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 25

/** Years that may be asked for, the newest that is over first. */
export const yearsUpTo = (today: PlainDate, count = 8): number[] =>
  Array.from({ length: count }, (_, back) => Number(today.slice(0, 4)) - 1 - back).filter((year) => year >= 2015)

/** `nam` year · `q` search · `trang-thai` state · `chi` only late (`tre`) or to follow up (`theo-doi`) · `xep` sort · `trang` page. */
export function yearQuery(params: URLSearchParams, today: PlainDate): YearQuery {
  const [last = 2015, ...earlier] = yearsUpTo(today)
  return {
    year: earlier.find((year) => String(year) === params.get('nam')) ?? last,
    search: wordsAsked(params),
    state: listStates.find((state) => state === params.get('trang-thai')) ?? null,
    only: ({ tre: 'late', 'theo-doi': 'followUp' } as const)[params.get('chi') as 'tre'] ?? null,
    sort: yearSorts.find((sort) => sort === params.get('xep')) ?? 'name',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
