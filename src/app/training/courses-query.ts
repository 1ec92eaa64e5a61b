// The list's address, read into a query. Rubbish falls back to the whole list.
import { courseSorts, type CourseQuery } from '#/programme/training/training.store.ts'
import { courseKinds, courseStates, topics } from '#/programme/training/training.ts'
import { pageAsked, wordsAsked, yearAsked } from '../list-address.ts'

export const PER_PAGE = 50

/** `q` search · `loai` kind · `noi-dung` topic · `trang-thai` state · `nam` year · `xep` sort · `trang` page. */
export function coursesQuery(params: URLSearchParams): CourseQuery {
  return {
    search: wordsAsked(params),
    state: courseStates.find((one) => one === params.get('trang-thai')) ?? null,
    kind: courseKinds.find((one) => one === params.get('loai')) ?? null,
    topic: topics.find((one) => one === params.get('noi-dung')) ?? null,
    year: yearAsked(params),
    sort: courseSorts.find((one) => one === params.get('xep')) ?? 'recent',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
