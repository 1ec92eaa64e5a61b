// Support to producers and money to come back, through the verbs of the pages.
import { z } from '@hono/zod-openapi'
import { paperFile } from '#/programme/document/incoming.ts'
import { readsMoney } from '#/programme/money/money.policy.ts'
import { producersOf, type Actor } from '#/programme/people/actor.ts'
import { must } from '#/programme/refuse.ts'
import { extendMilestone, fileMilestone, judgeMilestone, missMilestone, releaseMilestone } from '#/programme/support/milestone.actions.ts'
import { receiveMoney, waiveReceivable } from '#/programme/support/receivable.actions.ts'
import { listReceivables, receivableFor, receivableSorts } from '#/programme/support/receivable.store.ts'
import {
  addMilestone,
  approveSupport,
  askSupport,
  closeSupport,
  dropMilestone,
  refuseSupport,
  resumeSupport,
  signSupport,
  suspendSupport,
  terminateSupport,
} from '#/programme/support/support.actions.ts'
import { listSupports, supportFor, supportSorts } from '#/programme/support/support.store.ts'
import { receivableStates, supportItems, supportStates } from '#/programme/support/support.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { filesOf } from './files.ts'
import { id, made, reason, record, search, typed, typedFields, upload } from './schemas.ts'
import { listWindow } from './window.ts'

const tag = 'money'

/** A desk's people, and the producers it concerns. */
function mustReadSupport(actor: Actor): void {
  must(readsMoney(actor, actor.authority) || producersOf(actor).length > 0)
}

export const supportEndpoints: Endpoint[] = [
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
      const { q, state, item, sort } = query
      return listWindow(paging, (page, perPage) =>
        listSupports(db, actor, { search: q ?? '', state: state ?? null, item: item ?? null, sort: sort ?? 'recent', page, perPage }),
      )
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
  deed('delete', '/supports/{supportId}/milestones/{milestoneId}', {
    tag,
    title: { vi: 'Bỏ mốc khi hợp đồng chưa ký', en: 'Drop a milestone before signing' },
    run: (ctx, { params }) => dropMilestone(ctx, params.supportId, params.milestoneId),
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
  deed('post', '/supports/{supportId}/milestones/{milestoneId}/file', {
    tag,
    title: { vi: 'Nộp kết quả của mốc', en: 'File a milestone' },
    about: { vi: 'Minh chứng ở phần tệp.', en: 'The evidence as file parts.' },
    body: z.strictObject({ note: typed, upload }),
    prepare: async (call, files, fields) =>
      Promise.all((await filesOf(call, files, fields, true)).map((one) => paperFile(one.bytes, one.name, 'files'))),
    run: (ctx, { params, body }, files) => fileMilestone(ctx, params.supportId, params.milestoneId, { note: body.note }, files),
  }),
  deed('post', '/supports/{supportId}/milestones/{milestoneId}/extend', {
    tag,
    title: { vi: 'Gia hạn mốc', en: 'Give a milestone more time' },
    body: typedFields('dueOn', 'reason'),
    run: (ctx, { params, body }) => extendMilestone(ctx, params.supportId, params.milestoneId, body),
  }),
  deed('post', '/supports/{supportId}/milestones/{milestoneId}/miss', {
    tag,
    title: { vi: 'Ghi mốc không thực hiện', en: 'Mark a milestone as missed' },
    body: reason,
    run: (ctx, { params, body }) => missMilestone(ctx, params.supportId, params.milestoneId, body),
  }),
  deed('post', '/supports/{supportId}/suspend', {
    tag,
    title: { vi: 'Tạm dừng hợp đồng', en: 'Suspend a contract' },
    body: reason,
    run: (ctx, { params, body }) => suspendSupport(ctx, params.supportId, body),
  }),
  deed('post', '/supports/{supportId}/resume', {
    tag,
    title: { vi: 'Tiếp tục thực hiện hợp đồng', en: 'Resume a contract' },
    body: reason,
    run: (ctx, { params, body }) => resumeSupport(ctx, params.supportId, body),
  }),
  deed('post', '/supports/{supportId}/close', {
    tag,
    title: { vi: 'Thanh lý hợp đồng', en: 'Close a contract' },
    run: (ctx, { params }) => closeSupport(ctx, params.supportId),
  }),
  deed('post', '/supports/{supportId}/terminate', {
    tag,
    title: { vi: 'Chấm dứt hợp đồng, thu hồi số đã chi', en: 'Terminate a contract, claim back what was paid' },
    about: {
      vi: '`amount` để trống hoặc 0: không thu hồi, `receivableId` là null.',
      en: '`amount` empty or 0: nothing is asked back and `receivableId` is null.',
    },
    body: typedFields('reason', 'amount', 'dueOn', 'decisionNumber'),
    answer: z.object({ receivableId: id.nullable() }),
    run: async (ctx, { params, body }) => ({ receivableId: await terminateSupport(ctx, params.supportId, body) }),
  }),
  list('/receivables', {
    tag,
    title: { vi: 'Khoản phải thu', en: 'Receivables' },
    query: z.strictObject({ q: search, state: z.enum(receivableStates).optional(), sort: z.enum(receivableSorts).optional() }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      mustReadSupport(actor)
      const { q, state, sort } = query
      return listWindow(paging, (page, perPage) =>
        listReceivables(db, actor, { search: q ?? '', state: state ?? null, sort: sort ?? 'owed', page, perPage }),
      )
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
  deed('post', '/receivables/{receivableId}/waive', {
    tag,
    title: { vi: 'Miễn phần còn phải thu', en: 'Waive the rest' },
    body: reason,
    run: (ctx, { params, body }) => waiveReceivable(ctx, params.receivableId, body),
  }),
]
