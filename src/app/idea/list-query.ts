// The addresses of the lists, read into queries. Rubbish falls back to the whole list.
import { ideaKinds, priorities } from '#/programme/idea/idea.ts'
import { ideaSorts, type IdeaQuery } from '#/programme/idea/idea.store.ts'
import { ideaStates, planStates } from '#/programme/idea/idea.workflow.ts'
import { planSorts, type PlanQuery } from '#/programme/idea/plan.store.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 25

/** `q` search · `trang-thai` state · `loai` kind · `uu-tien` priority · `dot` call · `xa` commune · `xep` sort · `trang` page. */
export function ideaQuery(params: URLSearchParams): IdeaQuery {
  const commune = params.get('xa') ?? ''
  return {
    search: wordsAsked(params),
    state: ideaStates.find((state) => state === params.get('trang-thai')) ?? null,
    kind: ideaKinds.find((kind) => kind === params.get('loai')) ?? null,
    priority: priorities.find((one) => one === params.get('uu-tien')) ?? null,
    callId: params.get('dot') || null,
    commune: /^\d{5}$/.test(commune) ? commune : null,
    sort: ideaSorts.find((sort) => sort === params.get('xep')) ?? 'recent',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}

/** `tre` = 1: behind schedule; the rest as above. */
export function planQuery(params: URLSearchParams): PlanQuery {
  return {
    search: wordsAsked(params),
    state: planStates.find((state) => state === params.get('trang-thai')) ?? null,
    late: params.get('tre') === '1',
    sort: planSorts.find((sort) => sort === params.get('xep')) ?? 'recent',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
