// The addresses of the lists of rewards, read into queries. Rubbish falls back to the whole list.
import type { PolicyQuery } from '#/programme/reward/policy.store.ts'
import { rewardListSorts, type RewardListQuery } from '#/programme/reward/reward.store.ts'
import { listStates, policyStates } from '#/programme/reward/reward.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 25

/** `q` search · `trang-thai` state · `xep` sort · `trang` page. */
export function listQuery(params: URLSearchParams): RewardListQuery {
  return {
    search: wordsAsked(params),
    state: listStates.find((one) => one === params.get('trang-thai')) ?? null,
    sort: rewardListSorts.find((one) => one === params.get('xep')) ?? 'recent',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}

/** `q` search · `trang-thai` state · `trang` page. */
export function policyQuery(params: URLSearchParams): PolicyQuery {
  return {
    search: wordsAsked(params),
    state: policyStates.find((one) => one === params.get('trang-thai')) ?? null,
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
