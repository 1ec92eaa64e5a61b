// The addresses of the lists, read into queries. Rubbish falls back to the whole list.
import type { InspectionQuery } from '#/programme/inspection/inspection.store.ts'
import { inspectionKinds, inspectionStates, sites } from '#/programme/inspection/inspection.ts'
import { planStates } from '#/programme/inspection/plan.ts'
import type { LineQuery, PlanQuery } from '#/programme/inspection/plan.store.ts'
import type { ViolationQuery } from '#/programme/inspection/violation.store.ts'
import { misuseKinds, severities, violationKinds, violationStates } from '#/programme/inspection/violation.ts'
import { pageAsked, wordsAsked, yearAsked } from '../list-address.ts'

export const PER_PAGE = 50

/** `q` search · `loai` kind · `noi` where · `trang-thai` state · `nam` year · `xep` sort · `trang` page. */
export function inspectionsQuery(params: URLSearchParams): InspectionQuery {
  return {
    search: wordsAsked(params),
    kind: inspectionKinds.find((one) => one === params.get('loai')) ?? null,
    site: sites.find((one) => one === params.get('noi')) ?? null,
    state: inspectionStates.find((one) => one === params.get('trang-thai')) ?? null,
    year: yearAsked(params),
    sort: params.get('xep') === 'producer' ? 'producer' : 'recent',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}

export function plansQuery(params: URLSearchParams): PlanQuery {
  return {
    search: wordsAsked(params),
    state: planStates.find((one) => one === params.get('trang-thai')) ?? null,
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}

/** `chon`: `co` chosen, `khong` not chosen. */
export function linesQuery(params: URLSearchParams): LineQuery {
  const chosen = params.get('chon')
  return {
    search: wordsAsked(params),
    chosen: chosen === 'co' ? true : chosen === 'khong' ? false : null,
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}

/** `loai` kind, or `bieu-trung` for every misuse of the mark · `trang-thai` state or `late` · `muc` severity. */
export function violationsQuery(params: URLSearchParams): ViolationQuery {
  const kind = params.get('loai')
  const named = violationKinds.find((one) => one === kind)
  const state = params.get('trang-thai')
  return {
    search: wordsAsked(params),
    state: state === 'late' ? 'late' : (violationStates.find((one) => one === state) ?? null),
    kinds: kind === 'bieu-trung' ? misuseKinds : named === undefined ? null : [named],
    severity: severities.find((one) => one === params.get('muc')) ?? null,
    year: yearAsked(params),
    inspectionId: null,
    sort: params.get('xep') === 'due' ? 'due' : 'recent',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
