// Drafts of programme plans over the verbs of the pages: begun, their head, words and parts written, sent with a submission, sent back, adjusted.
import { z } from '@hono/zod-openapi'
import { partKinds, removePart, savePart } from '#/programme/programme-plan/part.actions.ts'
import { adjustPlan, cancelPlan, editHead, editWords, returnPlan, startPlan } from '#/programme/programme-plan/plan.actions.ts'
import { submitWithPaper } from '#/programme/programme-plan/submission.actions.ts'
import { found } from '#/programme/refuse.ts'
import { deed, type Endpoint } from './endpoint.ts'
import { id, issuing, made, newVersion, reason, typed, typedFields, version } from './schemas.ts'

const tag = 'programme-plan'

const head = typedFields(
  'title',
  'kind',
  'startsOn',
  'endsOn',
  'parentFamilyId',
  'parentNumber',
  'parentIssuedOn',
  'parentIssuer',
  'parentTitle',
)
const words = typedFields('basis', 'purposes', 'requirements', 'aims', 'solutions', 'organisation', 'recipients', 'archive')
/** The fields of every kind of part; the verb of the kind reads its own and says what is wrong with them. */
const part = typedFields(
  'code',
  'title',
  'quote',
  'op',
  'valueMin',
  'valueMax',
  'unit',
  'base',
  'startsOn',
  'dueOn',
  'scope',
  'partOf',
  'parentCode',
  'condition',
  'indicator',
  'denominator',
  'reading',
  'leadBody',
  'section',
  'content',
  'precision',
  'beforeOn',
  'recurrence',
  'lead',
  'co',
  'roster',
  'rosterPart',
  'targetCode',
  'moneyCode',
  'amount',
  'note',
  'kind',
  'productName',
  'producerName',
  'communeName',
  'targetStar',
).extend({ sources: z.array(z.string()).max(20).optional(), version })
const saved = z.object({ version: z.number().int(), key: z.string() })
const kindOf = (name: string) => found(partKinds.find((kind) => kind === name))
const partWords = {
  vi: 'kind: target, task, money hoặc product. Các trường như ở trang của mục đó; version là phiên bản dự thảo đã đọc.',
  en: 'kind: target, task, money or product. Fields as on the page of that part; version is the draft’s as last read.',
}

export const programmePlanDraftEndpoints: Endpoint[] = [
  deed('post', '/programme-plans', {
    tag,
    title: { vi: 'Lập dự thảo kế hoạch', en: 'Begin a draft plan' },
    body: head,
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await startPlan(ctx, body) }),
  }),
  deed('put', '/programme-plans/{planId}', {
    tag,
    title: { vi: 'Sửa tên, thời gian, kế hoạch cấp trên', en: 'Change name, period and the plan above' },
    about: { vi: 'moveDays = 1: dời hạn theo số năm.', en: 'moveDays = 1: days move by as many years.' },
    body: head.extend({ moveDays: typed, version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, ...input } }) => ({ version: await editHead(ctx, params.planId, input, seen) }),
  }),
  deed('put', '/programme-plans/{planId}/words', {
    tag,
    title: { vi: 'Sửa lời văn của dự thảo', en: 'Change the words of a draft' },
    about: { vi: 'Mỗi dòng là một ý. Trường không gửi thì để trống.', en: 'One point a line. A field that is not sent is emptied.' },
    body: words.extend({ version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, ...input } }) => ({ version: await editWords(ctx, params.planId, input, seen) }),
  }),
  deed('post', '/programme-plans/{planId}/parts/{kind}', {
    tag,
    title: { vi: 'Thêm chỉ tiêu, nhiệm vụ, khoản kinh phí hoặc sản phẩm', en: 'Add a target, task, money line or product' },
    about: partWords,
    body: part,
    status: 201,
    answer: saved,
    run: (ctx, { params, body: { version: seen, ...input } }) =>
      savePart(ctx, params.planId, { kind: kindOf(params.kind), key: null }, input, seen),
  }),
  deed('put', '/programme-plans/{planId}/parts/{kind}/{key}', {
    tag,
    title: { vi: 'Sửa một mục của dự thảo', en: 'Write a part anew' },
    about: {
      vi: `${partWords.vi} key: mã của mục; của sản phẩm là thứ tự trong danh mục.`,
      en: `${partWords.en} key: the code of the part; of a product its place in the list.`,
    },
    body: part,
    answer: saved,
    run: (ctx, { params, body: { version: seen, ...input } }) =>
      savePart(ctx, params.planId, { kind: kindOf(params.kind), key: params.key }, input, seen),
  }),
  deed('post', '/programme-plans/{planId}/parts/{kind}/{key}/remove', {
    tag,
    title: { vi: 'Bỏ một mục khỏi dự thảo', en: 'Take a part out of a draft' },
    body: z.strictObject({ version }),
    answer: newVersion,
    run: async (ctx, { params, body }) => ({
      version: await removePart(ctx, params.planId, { kind: kindOf(params.kind), key: params.key }, body.version),
    }),
  }),
  deed('post', '/programme-plans/{planId}/submission', {
    tag,
    title: { vi: 'Ký tờ trình, trình dự thảo', en: 'Sign the submission and send the draft' },
    body: z.strictObject({ ...issuing, need: typed, asks: typed, version }),
    answer: z.object({ documentId: id, number: z.string() }),
    run: (ctx, { params, body: { version: seen, ...form } }) => submitWithPaper(ctx, params.planId, form, seen),
  }),
  deed('post', '/programme-plans/{planId}/return', {
    tag,
    title: { vi: 'Trả lại dự thảo', en: 'Send a draft back' },
    body: reason,
    run: (ctx, { params, body }) => returnPlan(ctx, params.planId, body.reason),
  }),
  deed('post', '/programme-plans/{planId}/cancel', {
    tag,
    title: { vi: 'Hủy dự thảo', en: 'Cancel a draft' },
    body: reason,
    run: (ctx, { params, body }) => cancelPlan(ctx, params.planId, body.reason),
  }),
  deed('post', '/programme-plans/{planId}/adjust', {
    tag,
    title: { vi: 'Lập bản điều chỉnh của kế hoạch đã ban hành', en: 'Begin a new revision of an issued plan' },
    body: reason,
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await adjustPlan(ctx, params.planId, body.reason) }),
  }),
]
