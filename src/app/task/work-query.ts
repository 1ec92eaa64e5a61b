// The address of a list of works, read into a query. Rubbish falls back to the whole list.
import { workParts, workStates } from '#/programme/task/task.ts'
import { workSorts, type WorkQuery } from '#/programme/task/task.store.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 50

/** `q` search · `trang-thai` state · `vai` part · `khi` late, soon, silent · `ke-hoach` plan · `don-vi` body · `xep` sort · `trang` page. */
export function workQuery(params: URLSearchParams): WorkQuery {
  return {
    search: wordsAsked(params),
    state: workStates.find((state) => state === params.get('trang-thai')) ?? null,
    part: workParts.find((part) => part === params.get('vai')) ?? null,
    when: (['late', 'soon', 'silent'] as const).find((one) => one === params.get('khi')) ?? null,
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(params.get('thang') ?? '') ? params.get('thang') : null,
    familyId: params.get('ke-hoach') || null,
    body: wordsAsked(params, 'don-vi') || null,
    sort: workSorts.find((sort) => sort === params.get('xep')) ?? 'due',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
