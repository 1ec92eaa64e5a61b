// Steps 2 to 4 of the OCOP cycle: ideas, calls for ideas and their lists.
import { z } from '@hono/zod-openapi'
import { changeCall, judgeIdea, openCall, planCall, sendIdeaList, undoJudgement } from '#/programme/idea/call.actions.ts'
import {
  addIdea,
  confirmIdea,
  editIdea,
  returnIdea,
  submitIdea,
  takeBackIdea,
  undoConfirmation,
  withdrawIdea,
} from '#/programme/idea/idea.actions.ts'
import { ideaKinds, priorities } from '#/programme/idea/idea.ts'
import { readsIdeas } from '#/programme/idea/idea.policy.ts'
import { ideaFor, ideaHistory, ideaSorts, listCalls, listIdeas, type IdeaQuery, type IdeaScope } from '#/programme/idea/idea.store.ts'
import { ideaStates } from '#/programme/idea/idea.workflow.ts'
import { missingOf } from '#/programme/idea/return.ts'
import { registerAgain, reopenAfter } from '#/programme/idea/start.actions.ts'
import { communesOf, producersOf, type Actor } from '#/programme/people/actor.ts'
import { must } from '#/programme/refuse.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { id, issuing, made, newVersion, reason, record, search, typed, typedFields, version } from './schemas.ts'
import { windowOf } from './window.ts'

const tag = 'idea'
const idea = typedFields(
  'kind',
  'productId',
  'name',
  'setNo',
  'content',
  'materials',
  'labour',
  'market',
  'workersTotal',
  'workersLocal',
  'investment',
).extend({ priorities: z.array(z.string()).max(10).optional() })
const call = typedFields('name', 'opensOn', 'closesOn', 'guidance')
const remark = z.strictObject({ remark: typed })

/** The widest list the account may read: the province's, else its communes', else its own. */
export function scopeFor(actor: Actor): IdeaScope {
  if (readsIdeas(actor, actor.provinceCode)) return 'province'
  if (communesOf(actor).length > 0) return 'commune'
  must(producersOf(actor).length > 0)
  return 'producer'
}

export const ideaEndpoints: Endpoint[] = [
  list('/ideas', {
    tag,
    title: { vi: 'Các ý tưởng sản phẩm', en: 'Product ideas' },
    query: z.strictObject({
      q: search,
      state: z.enum(ideaStates).optional(),
      kind: z.enum(ideaKinds).optional(),
      priority: z.enum(priorities).optional(),
      callId: z.string().max(40).optional(),
      commune: z.string().max(10).optional(),
      sort: z.enum(ideaSorts).optional(),
    }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      const scope = scopeFor(actor)
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const asked: IdeaQuery = {
          search: query.q ?? '',
          state: query.state ?? null,
          kind: query.kind ?? null,
          priority: query.priority ?? null,
          callId: query.callId ?? null,
          commune: query.commune ?? null,
          sort: query.sort ?? 'recent',
          page,
          perPage,
        }
        const found = await listIdeas(db, actor, scope, asked)
        total = found.total
        return found.rows
      })
      return { rows, total }
    },
  }),
  deed('post', '/producers/{producerId}/ideas', {
    tag,
    title: { vi: 'Soạn phiếu đăng ký ý tưởng', en: 'Write an idea' },
    body: idea,
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await addIdea(ctx, params.producerId, body) }),
  }),
  read('/ideas/{ideaId}', {
    tag,
    title: { vi: 'Một ý tưởng, quyền và lịch sử', en: 'An idea, the rights on it, its history' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const found = await ideaFor(db, actor, params.ideaId)
      return { ...found, history: await ideaHistory(db, { kind: 'idea', id: found.idea.id }, !found.rights.office) }
    },
  }),
  deed('put', '/ideas/{ideaId}', {
    tag,
    title: { vi: 'Sửa phiếu đăng ký', en: 'Change an idea' },
    body: idea.extend({ version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, ...input } }) => ({ version: await editIdea(ctx, params.ideaId, input, seen) }),
  }),
  deed('post', '/ideas/{ideaId}/submit', {
    tag,
    title: { vi: 'Gửi phiếu đăng ký vào một đợt', en: 'Send an idea into a call' },
    body: z.strictObject({ callId: z.string(), declared: z.boolean() }),
    run: (ctx, { params, body }) => submitIdea(ctx, params.ideaId, body),
  }),
  deed('post', '/ideas/{ideaId}/take-back', {
    tag,
    title: { vi: 'Lấy lại phiếu chưa được xác nhận', en: 'Take back an idea not answered yet' },
    run: (ctx, { params }) => takeBackIdea(ctx, params.ideaId),
  }),
  deed('post', '/ideas/{ideaId}/withdraw', {
    tag,
    title: { vi: 'Rút ý tưởng', en: 'Withdraw an idea' },
    body: reason,
    run: (ctx, { params, body }) => withdrawIdea(ctx, params.ideaId, body),
  }),
  deed('post', '/ideas/{ideaId}/confirm', {
    tag,
    title: { vi: 'UBND cấp xã xác nhận phiếu', en: 'The commune countersigns' },
    body: remark,
    run: (ctx, { params, body }) => confirmIdea(ctx, params.ideaId, body),
  }),
  deed('post', '/ideas/{ideaId}/return', {
    tag,
    title: { vi: 'UBND cấp xã trả lại phiếu', en: 'The commune sends it back' },
    body: reason,
    run: (ctx, { params, body }) => returnIdea(ctx, params.ideaId, body),
  }),
  deed('post', '/ideas/{ideaId}/undo-confirmation', {
    tag,
    title: { vi: 'Hủy xác nhận khi chưa được xét', en: 'Undo the countersignature' },
    run: (ctx, { params }) => undoConfirmation(ctx, params.ideaId),
  }),
  deed('post', '/ideas/{ideaId}/judge', {
    tag,
    title: { vi: 'Kết luận về một ý tưởng, nêu lý do', en: 'Judge an idea, with a reason' },
    body: z.strictObject({ outcome: z.string(), reason: z.string() }),
    run: (ctx, { params, body }) => judgeIdea(ctx, params.ideaId, body),
  }),
  deed('post', '/ideas/{ideaId}/undo-judgement', {
    tag,
    title: { vi: 'Hủy kết luận khi chưa gửi danh sách', en: 'Take the judgement back' },
    run: (ctx, { params }) => undoJudgement(ctx, params.ideaId),
  }),
  read('/idea-calls', {
    tag,
    title: { vi: 'Các đợt nhận ý tưởng', en: 'The calls for ideas' },
    answer: record,
    run: async ({ db, actor }) => {
      must(readsIdeas(actor, actor.provinceCode))
      return { items: await listCalls(db, actor) }
    },
  }),
  deed('post', '/idea-calls', {
    tag,
    title: { vi: 'Lập đợt nhận ý tưởng', en: 'Plan a call for ideas' },
    body: call,
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await planCall(ctx, body) }),
  }),
  deed('put', '/idea-calls/{callId}', {
    tag,
    title: { vi: 'Sửa đợt nhận ý tưởng', en: 'Change a call' },
    body: call.extend({ version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, ...input } }) => ({ version: await changeCall(ctx, params.callId, input, seen) }),
  }),
  deed('post', '/idea-calls/{callId}/open', {
    tag,
    title: { vi: 'Mở đợt, báo cho chủ thể và xã', en: 'Open a call and tell everyone' },
    run: (ctx, { params }) => openCall(ctx, params.callId),
  }),
  deed('post', '/idea-calls/{callId}/list', {
    tag,
    title: { vi: 'Gửi danh sách ý tưởng', en: 'Send the list up' },
    body: z.strictObject(issuing),
    status: 201,
    answer: z.object({ documentId: id, number: z.string() }),
    run: (ctx, { params, body }) => sendIdeaList(ctx, params.callId, body),
  }),
  read('/dossiers/{dossierId}/missing', {
    tag,
    title: { vi: 'Hồ sơ không đạt còn thiếu gì', en: 'What a failed dossier was missing' },
    answer: record,
    run: ({ db, actor, services }, { params }) => missingOf(db, services.regulations, actor, params.dossierId),
  }),
  deed('post', '/dossiers/{dossierId}/register-again', {
    tag,
    title: { vi: 'Đăng ký lại từ bước ý tưởng', en: 'Register again from the idea' },
    status: 201,
    answer: made,
    run: async (ctx, { params }) => ({ id: await registerAgain(ctx, params.dossierId) }),
  }),
  deed('post', '/dossiers/{dossierId}/reopen', {
    tag,
    title: { vi: 'Mở hồ sơ mới sau hồ sơ không đạt', en: 'Open the next dossier after one that failed' },
    status: 201,
    answer: made,
    run: async (ctx, { params }) => ({ id: await reopenAfter(ctx, params.dossierId) }),
  }),
]
