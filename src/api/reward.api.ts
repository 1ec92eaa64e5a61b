// Rewards: policies and lists, through the verbs of the pages.
import { z } from '@hono/zod-openapi'
import { readsMoney } from '#/programme/money/money.policy.ts'
import type { Actor } from '#/programme/people/actor.ts'
import { must } from '#/programme/refuse.ts'
import {
  approveRewardPayments,
  cancelRewardList,
  claimReward,
  decideRewardList,
  draftRewardList,
  dropReward,
  payRewards,
} from '#/programme/reward/list.actions.ts'
import { addPolicy, approvePolicy, changePolicy, endPolicy } from '#/programme/reward/policy.actions.ts'
import { listPolicies, policyFor } from '#/programme/reward/policy.store.ts'
import { listRewardLists, rewardListFor, rewardListSorts } from '#/programme/reward/reward.store.ts'
import { listStates, policyStates } from '#/programme/reward/reward.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { id, issuing, made, newVersion, reason, record, search, typedFields, version } from './schemas.ts'
import { listWindow } from './window.ts'

const tag = 'money'
const policyFields = ['title', 'decisionNumber', 'validFrom', 'validTo', 'star3', 'star4', 'star5', 'upgrade', 'renewal'] as const

function mustReadMoney(actor: Actor): void {
  must(readsMoney(actor, actor.authority))
}

export const rewardEndpoints: Endpoint[] = [
  list('/reward-policies', {
    tag,
    title: { vi: 'Chính sách thưởng', en: 'Reward policies' },
    query: z.strictObject({ q: search, state: z.enum(policyStates).optional() }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      mustReadMoney(actor)
      return listWindow(paging, (page, perPage) =>
        listPolicies(db, actor, { search: query.q ?? '', state: query.state ?? null, page, perPage }),
      )
    },
  }),
  deed('post', '/reward-policies', {
    tag,
    title: { vi: 'Thêm chính sách thưởng', en: 'Add a policy' },
    body: typedFields(...policyFields),
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await addPolicy(ctx, body) }),
  }),
  read('/reward-policies/{policyId}', {
    tag,
    title: { vi: 'Một chính sách thưởng', en: 'A policy' },
    answer: record,
    run: async ({ db, actor }, { params }) => policyFor(db, actor, params.policyId),
  }),
  deed('put', '/reward-policies/{policyId}', {
    tag,
    title: { vi: 'Sửa chính sách chưa duyệt', en: 'Change a policy before it is approved' },
    body: typedFields(...policyFields).extend({ version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, ...input } }) => ({ version: await changePolicy(ctx, params.policyId, input, seen) }),
  }),
  deed('post', '/reward-policies/{policyId}/approve', {
    tag,
    title: { vi: 'Duyệt chính sách thưởng', en: 'Approve a policy' },
    run: (ctx, { params }) => approvePolicy(ctx, params.policyId),
  }),
  deed('post', '/reward-policies/{policyId}/end', {
    tag,
    title: { vi: 'Kết thúc áp dụng chính sách', en: 'End a policy' },
    run: (ctx, { params }) => endPolicy(ctx, params.policyId),
  }),
  list('/reward-lists', {
    tag,
    title: { vi: 'Các danh sách thưởng', en: 'Lists of rewards' },
    query: z.strictObject({ q: search, state: z.enum(listStates).optional(), sort: z.enum(rewardListSorts).optional() }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      mustReadMoney(actor)
      const { q, state, sort } = query
      return listWindow(paging, (page, perPage) =>
        listRewardLists(db, actor, { search: q ?? '', state: state ?? null, sort: sort ?? 'recent', page, perPage }),
      )
    },
  }),
  deed('post', '/reward-lists', {
    tag,
    title: { vi: 'Lập danh sách thưởng', en: 'Draw up a list' },
    body: typedFields('policyId', 'title', 'from', 'to', 'lineId', 'sourceId'),
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await draftRewardList(ctx, body) }),
  }),
  read('/reward-lists/{listId}', {
    tag,
    title: { vi: 'Một danh sách thưởng', en: 'A list of rewards' },
    answer: record,
    run: async ({ db, actor }, { params }) => rewardListFor(db, actor, params.listId),
  }),
  deed('post', '/reward-lists/{listId}/decide', {
    tag,
    title: { vi: 'Ban hành quyết định thưởng', en: 'Issue the decision' },
    body: z.strictObject(issuing),
    status: 201,
    answer: z.object({ documentId: id, number: z.string() }),
    run: (ctx, { params, body }) => decideRewardList(ctx, params.listId, body),
  }),
  deed('post', '/reward-lists/{listId}/cancel', {
    tag,
    title: { vi: 'Hủy danh sách dự thảo', en: 'Cancel a draft list' },
    body: reason,
    run: (ctx, { params, body }) => cancelRewardList(ctx, params.listId, body),
  }),
  deed('post', '/reward-lists/{listId}/rewards/{rewardId}/drop', {
    tag,
    title: { vi: 'Bỏ một sản phẩm khỏi danh sách', en: 'Drop a product from a list' },
    body: reason,
    run: (ctx, { params, body }) => dropReward(ctx, params.listId, params.rewardId, body),
  }),
  deed('post', '/reward-lists/{listId}/rewards/{rewardId}/claim', {
    tag,
    title: { vi: 'Thu hồi tiền thưởng của sản phẩm bị thu hồi công nhận', en: 'Claim a reward back after a withdrawal' },
    body: typedFields('dueOn', 'decisionNumber'),
    status: 201,
    answer: z.object({ receivableId: id }),
    run: async (ctx, { params, body }) => ({ receivableId: await claimReward(ctx, params.listId, params.rewardId, body) }),
  }),
  deed('post', '/reward-lists/{listId}/pay', {
    tag,
    title: { vi: 'Lập bút toán chi thưởng', en: 'Enter the payments' },
    answer: z.object({ payments: z.number().int() }),
    run: async (ctx, { params }) => ({ payments: await payRewards(ctx, params.listId) }),
  }),
  deed('post', '/reward-lists/{listId}/approve-payments', {
    tag,
    title: { vi: 'Duyệt các bút toán chi thưởng', en: 'Approve the payments' },
    run: (ctx, { params }) => approveRewardPayments(ctx, params.listId),
  }),
]
