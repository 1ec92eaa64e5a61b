// The address of the list of plans, read into a query. Rubbish falls back to the whole list.
import { planSorts, type PlanQuery } from '#/programme/programme-plan/plan.store.ts'
import { planStates } from '#/programme/programme-plan/plan.workflow.ts'
import { planKinds } from '#/programme/programme-plan/programme-plan.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 25

/** `q` search · `nam` year · `trang-thai` state · `loai` kind · `cua` whose · `xep` sort · `trang` page. */
export function planQuery(params: URLSearchParams): PlanQuery {
  const year = Number(params.get('nam'))
  return {
    search: wordsAsked(params),
    year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null,
    state: planStates.find((state) => state === params.get('trang-thai')) ?? null,
    kind: planKinds.find((kind) => kind === params.get('loai')) ?? null,
    whose: (['own', 'others'] as const).find((one) => one === params.get('cua')) ?? null,
    sort: planSorts.find((sort) => sort === params.get('xep')) ?? 'recent',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
