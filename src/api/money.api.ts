// The programme's money, support and rewards, through the verbs of the pages.
import { z } from '@hono/zod-openapi'
import { approveEntry, enterMoney, refuseEntry, takeBackEntry, type TypedKind } from '#/programme/money/entry.actions.ts'
import { addLine, addSource } from '#/programme/money/line.actions.ts'
import { readsMoney } from '#/programme/money/money.policy.ts'
import { entryFor, entrySorts, lineFor, listEntries, sourcesOf, yearOverview } from '#/programme/money/money.store.ts'
import { entryKinds, entryStates } from '#/programme/money/money.ts'
import { must } from '#/programme/refuse.ts'
import { approveRewardPayments, decideRewardList, draftRewardList, payRewards } from '#/programme/reward/list.actions.ts'
import { listRewardLists, policiesOf, rewardListFor } from '#/programme/reward/reward.store.ts'
import { producersOf, type Actor } from '#/programme/people/actor.ts'
import { judgeMilestone, releaseMilestone } from '#/programme/support/milestone.actions.ts'
import { receiveMoney } from '#/programme/support/receivable.actions.ts'
import { listReceivables, receivableFor } from '#/programme/support/receivable.store.ts'
import { addMilestone, approveSupport, askSupport, refuseSupport, signSupport } from '#/programme/support/support.actions.ts'
import { listSupports, supportFor, supportSorts } from '#/programme/support/support.store.ts'
import { receivableStates, supportItems, supportStates } from '#/programme/support/support.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { id, issuing, made, reason, record, search, typedFields } from './schemas.ts'
import { windowOf } from './window.ts'

const tag = 'money'
const typedKinds = entryKinds.filter((kind): kind is TypedKind => kind !== 'transferIn')
const dong = {
  vi: 'Số tiền là số đồng nguyên. Bút toán chỉ tính khi người khác đã duyệt.',
  en: 'Amounts are whole đồng. An entry counts once another person approved it.',
}

/** A desk's money is read by its people; support and receivables also by the producers they concern. */
function mustReadMoney(actor: Actor): void {
  must(readsMoney(actor, actor.authority))
}
function mustReadSupport(actor: Actor): void {
  must(readsMoney(actor, actor.authority) || producersOf(actor).length > 0)
}

export const moneyEndpoints: Endpoint[] = [
  read('/money/sources', {
    tag,
    title: { vi: 'Nguồn kinh phí của cơ quan', en: 'Sources of the desk' },
    answer: record,
    run: async ({ db, actor }) => {
      mustReadMoney(actor)
      return { sources: await sourcesOf(db, actor.authority) }
    },
  }),
  deed('post', '/money/sources', {
    tag,
    title: { vi: 'Thêm nguồn kinh phí', en: 'Add a source' },
    body: typedFields('kind', 'name'),
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await addSource(ctx, body) }),
  }),
  read('/money/years/{year}', {
    tag,
    title: { vi: 'Kinh phí một năm theo khoản, theo nguồn', en: 'A year by line and by source' },
    about: dong,
    answer: record,
    run: async ({ db, actor }, { params }) => {
      mustReadMoney(actor)
      const year = Number(params.year)
      return yearOverview(db, actor, Number.isInteger(year) && year >= 0 && year <= 9999 ? year : 0)
    },
  }),
  deed('post', '/money/lines', {
    tag,
    title: { vi: 'Thêm khoản kinh phí', en: 'Add a line' },
    body: typedFields('title', 'year', 'itemCategory', 'planned'),
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await addLine(ctx, body) }),
  }),
  read('/money/lines/{lineId}', {
    tag,
    title: { vi: 'Một khoản kinh phí', en: 'A line with its figures' },
    answer: record,
    run: async ({ db, actor }, { params }) => lineFor(db, actor, params.lineId),
  }),
  list('/money/entries', {
    tag,
    title: { vi: 'Sổ bút toán', en: 'The journal' },
    about: dong,
    query: z.strictObject({
      q: search,
      kind: z.enum(entryKinds).optional(),
      state: z.enum(entryStates).optional(),
      lineId: id.optional(),
      sourceId: id.optional(),
      sort: z.enum(entrySorts).optional(),
    }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      mustReadMoney(actor)
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const { q, kind, state, lineId, sourceId, sort } = query
        const asked = {
          search: q ?? '',
          year: null,
          kind: kind ?? null,
          state: state ?? null,
          lineId: lineId ?? null,
          sourceId: sourceId ?? null,
        }
        const found = await listEntries(db, actor, { ...asked, sort: sort ?? 'recent', page, perPage })
        total = found.total
        return found.rows
      })
      return { rows, total }
    },
  }),
  deed('post', '/money/lines/{lineId}/entries', {
    tag,
    title: { vi: 'Ghi bút toán', en: 'Enter a movement' },
    about: dong,
    body: typedFields('sourceId', 'amount', 'onDay', 'decisionNumber', 'payee', 'answersId', 'note', 'toLineId', 'again').extend({
      kind: z.enum(typedKinds),
    }),
    status: 201,
    answer: made,
    run: async (ctx, { params, body: { kind, ...input } }) => ({ id: await enterMoney(ctx, params.lineId, kind, input) }),
  }),
  read('/money/entries/{entryId}', {
    tag,
    title: { vi: 'Một bút toán', en: 'An entry' },
    answer: record,
    run: async ({ db, actor }, { params }) => entryFor(db, actor, params.entryId),
  }),
  deed('post', '/money/entries/{entryId}/approve', {
    tag,
    title: { vi: 'Duyệt bút toán', en: 'Approve an entry' },
    run: (ctx, { params }) => approveEntry(ctx, params.entryId),
  }),
  deed('post', '/money/entries/{entryId}/refuse', {
    tag,
    title: { vi: 'Không duyệt bút toán', en: 'Refuse an entry' },
    body: reason,
    run: (ctx, { params, body }) => refuseEntry(ctx, params.entryId, body),
  }),
  deed('post', '/money/entries/{entryId}/take-back', {
    tag,
    title: { vi: 'Rút lại bút toán', en: 'Take an entry back' },
    run: (ctx, { params }) => takeBackEntry(ctx, params.entryId),
  }),
  list('/supports', {
    tag,
    title: { vi: 'Hỗ trợ chủ thể', en: 'Support to producers' },
    query: z.strictObject({
      q: search,
      state: z.enum(supportStates).optional(),
      item: z.enum(supportItems).optional(),
      sort: z.enum(supportSorts).optional(),
    }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      mustReadSupport(actor)
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const asked = { search: query.q ?? '', state: query.state ?? null, item: query.item ?? null, sort: query.sort ?? 'recent' } as const
        const found = await listSupports(db, actor, { ...asked, page, perPage })
        total = found.total
        return found.rows
      })
      return { rows, total }
    },
  }),
  deed('post', '/producers/{producerId}/supports', {
    tag,
    title: { vi: 'Đề nghị hỗ trợ', en: 'Ask for support' },
    body: typedFields('item', 'detail', 'productId', 'asked', 'ownShare'),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await askSupport(ctx, params.producerId, body) }),
  }),
  read('/supports/{supportId}', {
    tag,
    title: { vi: 'Một hỗ trợ, các mốc, số đã chi', en: 'A support with milestones and payments' },
    answer: record,
    run: async ({ db, actor }, { params }) => supportFor(db, actor, params.supportId),
  }),
  deed('post', '/supports/{supportId}/approve', {
    tag,
    title: { vi: 'Duyệt hỗ trợ', en: 'Approve a support' },
    body: typedFields('approved', 'lineId', 'sourceId', 'twinReason'),
    run: (ctx, { params, body }) => approveSupport(ctx, params.supportId, body),
  }),
  deed('post', '/supports/{supportId}/refuse', {
    tag,
    title: { vi: 'Không hỗ trợ', en: 'Refuse a support' },
    body: reason,
    run: (ctx, { params, body }) => refuseSupport(ctx, params.supportId, body),
  }),
  deed('post', '/supports/{supportId}/milestones', {
    tag,
    title: { vi: 'Thêm mốc', en: 'Add a milestone' },
    body: typedFields('title', 'evidenceAsked', 'dueOn', 'amount', 'retained'),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await addMilestone(ctx, params.supportId, body) }),
  }),
  deed('post', '/supports/{supportId}/sign', {
    tag,
    title: { vi: 'Ghi nhận hợp đồng đã ký', en: 'Record the signed contract' },
    body: typedFields('number', 'signedOn'),
    run: (ctx, { params, body }) => signSupport(ctx, params.supportId, body),
  }),
  deed('post', '/supports/{supportId}/milestones/{milestoneId}/judge', {
    tag,
    title: { vi: 'Xét kết quả của mốc', en: 'Judge a milestone' },
    body: typedFields('verdict', 'remark'),
    run: (ctx, { params, body }) => judgeMilestone(ctx, params.supportId, params.milestoneId, body),
  }),
  deed('post', '/supports/{supportId}/milestones/{milestoneId}/release', {
    tag,
    title: { vi: 'Lập bút toán chi của mốc', en: 'Enter the payment of a milestone' },
    run: (ctx, { params }) => releaseMilestone(ctx, params.supportId, params.milestoneId),
  }),
  list('/receivables', {
    tag,
    title: { vi: 'Khoản phải thu', en: 'Receivables' },
    query: z.strictObject({ state: z.enum(receivableStates).optional() }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      mustReadSupport(actor)
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const found = await listReceivables(db, actor, { state: query.state ?? null, page, perPage })
        total = found.total
        return found.rows
      })
      return { rows, total }
    },
  }),
  read('/receivables/{receivableId}', {
    tag,
    title: { vi: 'Một khoản phải thu', en: 'A receivable' },
    answer: record,
    run: async ({ db, actor }, { params }) => receivableFor(db, actor, params.receivableId),
  }),
  deed('post', '/receivables/{receivableId}/receipts', {
    tag,
    title: { vi: 'Ghi nhận tiền thu', en: 'Record a receipt' },
    body: typedFields('amount', 'receivedOn', 'paper'),
    run: (ctx, { params, body }) => receiveMoney(ctx, params.receivableId, body),
  }),
  read('/reward-policies', {
    tag,
    title: { vi: 'Chính sách thưởng', en: 'Reward policies' },
    answer: record,
    run: async ({ db, actor }) => {
      mustReadMoney(actor)
      return { policies: await policiesOf(db, actor.authority) }
    },
  }),
  list('/reward-lists', {
    tag,
    title: { vi: 'Các danh sách thưởng', en: 'Lists of rewards' },
    answer: record,
    run: async ({ db, actor }, _input, paging) => {
      mustReadMoney(actor)
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const found = await listRewardLists(db, actor, { page, perPage })
        total = found.total
        return found.rows
      })
      return { rows, total }
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
