// What the ministry asks of a province and answers on paper; recalls of a recognition.
import { z } from '@hono/zod-openapi'
import { recordMinistryAnswer } from '#/programme/certificate/ministry-answer.actions.ts'
import { ministryOutcomes } from '#/programme/certificate/ministry-answer.ts'
import { ministryAnswersFor } from '#/programme/certificate/ministry-answer.store.ts'
import { paperFile } from '#/programme/document/incoming.ts'
import { answerByReassessment, recordMinistryRequest } from '#/programme/objection/ministry-request.actions.ts'
import { requestKinds, requestStates } from '#/programme/objection/ministry-request.ts'
import { listRequests, requestFor, requestSorts } from '#/programme/objection/ministry-request.store.ts'
import { cancelRecall, issueRecall, prepareRecall } from '#/programme/objection/recall.actions.ts'
import { recallFor } from '#/programme/objection/recall.store.ts'
import { deed, list, read, type Endpoint, type RawFile, type SignedCall } from './endpoint.ts'
import { filesOf } from './files.ts'
import { id, issuing, made, reason, record, search, typed, version } from './schemas.ts'
import { windowOf } from './window.ts'

const tag = 'ministry'

/** The scanned papers of the request. */
async function scans(call: SignedCall, files: RawFile[], fields: Record<string, unknown>) {
  return Promise.all((await filesOf(call, files, fields)).map((one) => paperFile(one.bytes, one.name, 'files')))
}
const upload = z.string().max(64).optional()

export const ministryEndpoints: Endpoint[] = [
  list('/ministry-requests', {
    tag,
    title: { vi: 'Các yêu cầu của Bộ', en: 'Requests of the ministry' },
    query: z.strictObject({
      q: search,
      state: z.enum(requestStates).optional(),
      kind: z.enum(requestKinds).optional(),
      sort: z.enum(requestSorts).optional(),
    }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const asked = {
          search: query.q ?? '',
          state: query.state ?? null,
          kind: query.kind ?? null,
          sort: query.sort ?? 'recent',
          page,
          perPage,
        }
        const found = await listRequests(db, actor, asked)
        total = found.total
        return found.rows
      })
      return { rows, total }
    },
  }),
  deed('post', '/dossiers/{dossierId}/ministry-requests', {
    tag,
    title: { vi: 'Ghi nhận yêu cầu của Bộ', en: 'Record a request of the ministry' },
    body: z.strictObject({ kind: typed, number: typed, datedOn: typed, content: typed, upload }),
    status: 201,
    answer: made,
    prepare: scans,
    run: async (ctx, { params, body }, files) => ({ id: await recordMinistryRequest(ctx, params.dossierId, body, files) }),
  }),
  read('/ministry-requests/{requestId}', {
    tag,
    title: { vi: 'Một yêu cầu của Bộ', en: 'A request of the ministry' },
    answer: record,
    run: ({ db, actor }, { params }) => requestFor(db, actor, params.requestId),
  }),
  deed('post', '/ministry-requests/{requestId}/reassess', {
    tag,
    title: { vi: 'Đưa ra đánh giá lại theo yêu cầu', en: 'Assess again as asked' },
    body: reason,
    run: (ctx, { params, body }) => answerByReassessment(ctx, params.requestId, body),
  }),
  read('/dossiers/{dossierId}/ministry-answers', {
    tag,
    title: { vi: 'Trả lời của Bộ bằng văn bản', en: 'Answers of the ministry on paper' },
    answer: record,
    run: ({ db, actor, services }, { params }) => ministryAnswersFor(db, services.regulations, actor, params.dossierId),
  }),
  deed('post', '/dossiers/{dossierId}/ministry-answers', {
    tag,
    title: { vi: 'Ghi nhận trả lời của Bộ bằng văn bản', en: 'Record an answer of the ministry on paper' },
    body: z.strictObject({
      outcome: z.enum(ministryOutcomes),
      number: typed,
      datedOn: typed,
      content: typed,
      mean: typed,
      star: typed,
      upload,
    }),
    status: 201,
    answer: made,
    prepare: scans,
    run: async (ctx, { params, body }, files) => ({ id: await recordMinistryAnswer(ctx, params.dossierId, body, files) }),
  }),
  read('/certificates/{certificateId}/recall', {
    tag,
    title: { vi: 'Thu hồi việc công nhận: căn cứ, dự thảo, quyền', en: 'A recall: its ground, draft and rights' },
    answer: record,
    run: ({ db, actor }, { params }) => recallFor(db, actor, params.certificateId),
  }),
  deed('post', '/certificates/{certificateId}/recall', {
    tag,
    title: { vi: 'Trình dự thảo thu hồi', en: 'Put the draft of a recall before the leader' },
    body: reason,
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await prepareRecall(ctx, params.certificateId, body) }),
  }),
  deed('post', '/recalls/{recallId}/cancel', {
    tag,
    title: { vi: 'Hủy dự thảo thu hồi', en: 'Give the draft of a recall up' },
    body: reason,
    run: (ctx, { params, body }) => cancelRecall(ctx, params.recallId, body),
  }),
  deed('post', '/recalls/{recallId}/issue', {
    tag,
    title: { vi: 'Ban hành quyết định thu hồi', en: 'Issue a recall' },
    body: z.strictObject({ ...issuing, version }),
    answer: z.object({ documentId: id, number: z.string() }),
    run: (ctx, { params, body: { version: seen, ...form } }) => issueRecall(ctx, params.recallId, form, seen),
  }),
]
