// Inspections after recognition, through the verbs of the pages. Photos and papers are sent on the pages.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { cancelInspection, planInspection } from '#/programme/inspection/inspection.actions.ts'
import { inspectionHistory, inspectionOf, inspectionSorts, listInspections } from '#/programme/inspection/inspection.store.ts'
import { inspectionKinds, inspectionStates, sites, sourceFrom } from '#/programme/inspection/inspection.ts'
import { rightsToMark } from '#/programme/inspection/mark.store.ts'
import {
  addInspectionPlan,
  cancelInspectionPlan,
  chooseForInspection,
  issueInspectionPlan,
  rankInspectionPlan,
} from '#/programme/inspection/plan.actions.ts'
import { inspectionPlanFor, listInspectionPlans, planLines } from '#/programme/inspection/plan.store.ts'
import { planStates } from '#/programme/inspection/plan.ts'
import { decideProposal, proposeWithdrawal } from '#/programme/inspection/proposal.actions.ts'
import { noteSigning, recordInspection, refuseRecord, signings, signRecord } from '#/programme/inspection/record.actions.ts'
import { takeSample } from '#/programme/inspection/sample.actions.ts'
import {
  addViolation,
  answerVerdicts,
  answerViolation,
  closeViolation,
  closings,
  extendViolation,
  judgeAnswer,
} from '#/programme/inspection/violation.actions.ts'
import { listViolations, violationById, violationSorts } from '#/programme/inspection/violation.store.ts'
import { severities, violationKinds, violationStates } from '#/programme/inspection/violation.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { id, made, reason, record, search, typed, typedFields, version } from './schemas.ts'
import { listWindow } from './window.ts'

const tag = 'inspections'
const year = z.coerce.number().int().min(2018).max(2100).optional()
const plan = typedFields('title', 'fromOn', 'toOn', 'wanted', 'leadBodyId', 'content').extend({ bodies: z.array(id).default([]) })
const inspection = typedFields(
  'kind',
  'site',
  'producer',
  'products',
  'place',
  'commune',
  'plannedOn',
  'reason',
  'planId',
  'lead',
  'others',
  'reportId',
).extend({ members: z.array(z.string()).default([]) })

/** What was looked at, as the form of the page sends it: `v.<item>`, `n.<item>`. */
const answersOf = (answers: readonly { item: string; verdict: string; remark: string }[]): Record<string, string> =>
  Object.fromEntries(
    answers.flatMap((one) => [
      [`v.${one.item}`, one.verdict],
      [`n.${one.item}`, one.remark],
    ]),
  )

export const inspectionEndpoints: Endpoint[] = [
  list('/inspections', {
    tag,
    title: { vi: 'Các cuộc kiểm tra', en: 'Inspections' },
    query: z.strictObject({
      q: search,
      kind: z.enum(inspectionKinds).optional(),
      site: z.enum(sites).optional(),
      state: z.enum(inspectionStates).optional(),
      year,
      sort: z.enum(inspectionSorts).optional(),
    }),
    answer: record,
    run: async ({ db, actor }, { query: { q, kind, site, state, year: of, sort } }, paging) => {
      const asked = {
        search: q ?? '',
        kind: kind ?? null,
        site: site ?? null,
        state: state ?? null,
        year: of ?? null,
        sort: sort ?? 'recent',
      }
      return listWindow(paging, (page, perPage) => listInspections(db, actor, { ...asked, page, perPage }))
    },
  }),
  deed('post', '/inspections', {
    tag,
    title: { vi: 'Lập cuộc kiểm tra', en: 'Plan an inspection' },
    about: {
      vi: '`members`: tài khoản trong đoàn; `products`, `others`: mỗi dòng một mục; `reportId`: phản ánh dẫn tới cuộc kiểm tra.',
      en: '`members`: accounts of the team; `products` and `others` one a line; `reportId`: the report that led to it.',
    },
    body: inspection,
    status: 201,
    answer: made,
    run: async (ctx, { body: { members, reportId, ...input } }) => ({
      id: await planInspection(ctx, input, { members, source: sourceFrom(reportId) }),
    }),
  }),
  read('/inspections/{inspectionId}', {
    tag,
    title: { vi: 'Một cuộc kiểm tra', en: 'An inspection' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const file = await inspectionOf(db, actor, params.inspectionId)
      return { ...file, history: file.rights.inner ? await inspectionHistory(db, 'inspection', file.inspection.id) : [] }
    },
  }),
  deed('post', '/inspections/{inspectionId}/cancel', {
    tag,
    title: { vi: 'Hủy cuộc kiểm tra', en: 'Call an inspection off' },
    body: reason,
    run: (ctx, { params, body }) => cancelInspection(ctx, params.inspectionId, body),
  }),
  deed('post', '/inspections/{inspectionId}/record', {
    tag,
    title: { vi: 'Lập biên bản', en: 'Write the record' },
    body: typedFields('doneOn', 'metBy', 'findings', 'conclusion', 'signing', 'answer').extend({
      answers: z.array(z.strictObject({ item: z.string().max(60), verdict: z.string().max(40), remark: z.string().default('') })).max(60),
      present: z.array(id),
      version,
    }),
    answer: record,
    run: (ctx, { params, body: { answers, present, version: seen, ...input } }) =>
      recordInspection(ctx, params.inspectionId, { ...input, ...answersOf(answers) }, { present, photos: [], files: [], version: seen }),
  }),
  deed('post', '/inspections/{inspectionId}/sign', {
    tag,
    title: { vi: 'Chủ thể ký biên bản', en: 'The producer signs the record' },
    body: z.strictObject({ answer: typed }),
    run: (ctx, { params, body }) => signRecord(ctx, params.inspectionId, body),
  }),
  deed('post', '/inspections/{inspectionId}/refuse', {
    tag,
    title: { vi: 'Chủ thể không ký biên bản', en: 'The producer does not sign' },
    body: reason,
    run: (ctx, { params, body }) => refuseRecord(ctx, params.inspectionId, body),
  }),
  deed('post', '/inspections/{inspectionId}/signing', {
    tag,
    title: { vi: 'Ghi nhận việc ký tay', en: 'Note what was signed by hand' },
    body: z.strictObject({ signing: z.enum(signings), answer: typed }),
    run: (ctx, { params, body }) => noteSigning(ctx, params.inspectionId, body, []),
  }),
  deed('post', '/inspections/{inspectionId}/samples', {
    tag,
    title: { vi: 'Ghi mẫu đã lấy', en: 'Write a sample' },
    body: typedFields('productId', 'what', 'quantity', 'laboratory', 'dueOn'),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await takeSample(ctx, params.inspectionId, body) }),
  }),
  deed('post', '/inspections/{inspectionId}/violations', {
    tag,
    title: { vi: 'Ghi vi phạm', en: 'Write a violation' },
    body: typedFields('productId', 'goods', 'kind', 'ground', 'severity', 'what', 'remedy', 'ordered', 'forwardedTo', 'dueOn'),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await addViolation(ctx, params.inspectionId, body) }),
  }),
  list('/violations', {
    tag,
    title: { vi: 'Vi phạm', en: 'Violations' },
    query: z.strictObject({
      q: search,
      state: z.enum([...violationStates, 'late']).optional(),
      kind: z.enum(violationKinds).optional(),
      severity: z.enum(severities).optional(),
      year,
      sort: z.enum(violationSorts).optional(),
    }),
    answer: record,
    run: async ({ db, actor, now }, { query: { q, state, kind, severity, year: of, sort } }, paging) => {
      const asked = {
        search: q ?? '',
        state: state ?? null,
        kinds: kind === undefined ? null : [kind],
        severity: severity ?? null,
        year: of ?? null,
        inspectionId: null,
        sort: sort ?? 'recent',
      }
      return listWindow(paging, (page, perPage) => listViolations(db, actor, { ...asked, page, perPage }, plainDateOf(now)))
    },
  }),
  read('/violations/{violationId}', {
    tag,
    title: { vi: 'Một vi phạm', en: 'A violation' },
    answer: record,
    run: ({ db, actor }, { params }) => violationById(db, actor, params.violationId),
  }),
  deed('post', '/violations/{violationId}/answer', {
    tag,
    title: { vi: 'Chủ thể giải trình', en: 'The producer answers' },
    body: typedFields('text'),
    run: (ctx, { params, body }) => answerViolation(ctx, params.violationId, body, { photos: [], files: [] }),
  }),
  deed('post', '/violations/{violationId}/judge', {
    tag,
    title: { vi: 'Xét giải trình', en: 'Judge the answer' },
    body: z.strictObject({ verdict: z.enum(answerVerdicts), remark: typed, dueOn: typed }),
    run: (ctx, { params, body }) => judgeAnswer(ctx, params.violationId, body),
  }),
  deed('post', '/violations/{violationId}/extend', {
    tag,
    title: { vi: 'Lùi hạn khắc phục', en: 'Give more time' },
    body: typedFields('dueOn', 'reason'),
    run: (ctx, { params, body }) => extendViolation(ctx, params.violationId, body),
  }),
  deed('post', '/violations/{violationId}/close', {
    tag,
    title: { vi: 'Kết thúc không chờ giải trình', en: 'End it without an answer' },
    body: z.strictObject({ to: z.enum(closings), reason: typed, forwardedTo: typed }),
    run: (ctx, { params, body }) => closeViolation(ctx, params.violationId, body),
  }),
  deed('post', '/violations/{violationId}/propose', {
    tag,
    title: { vi: 'Đề nghị thu hồi công nhận', en: 'Propose a withdrawal' },
    body: typedFields('ground', 'reason', 'conclusion', 'concludedOn'),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await proposeWithdrawal(ctx, params.violationId, body) }),
  }),
  deed('post', '/withdrawal-proposals/{proposalId}/decide', {
    tag,
    title: { vi: 'Quyết định đề nghị thu hồi', en: 'Decide on a proposed withdrawal' },
    body: typedFields('agree', 'reason', 'decisionNumber', 'decisionDate'),
    run: (ctx, { params, body }) => decideProposal(ctx, params.proposalId, body),
  }),
  list('/inspection-plans', {
    tag,
    title: { vi: 'Kế hoạch kiểm tra', en: 'Plans of inspection' },
    query: z.strictObject({ q: search, state: z.enum(planStates).optional() }),
    answer: record,
    run: async ({ db, actor }, { query: { q, state } }, paging) => {
      return listWindow(paging, (page, perPage) => listInspectionPlans(db, actor, { search: q ?? '', state: state ?? null, page, perPage }))
    },
  }),
  deed('post', '/inspection-plans', {
    tag,
    title: { vi: 'Lập kế hoạch kiểm tra', en: 'Draw up a plan' },
    body: plan,
    status: 201,
    answer: made,
    run: async (ctx, { body: { bodies, ...input } }) => ({ id: await addInspectionPlan(ctx, input, bodies) }),
  }),
  read('/inspection-plans/{inspectionPlanId}', {
    tag,
    title: { vi: 'Một kế hoạch kiểm tra, sản phẩm được chọn', en: 'A plan with its chosen products' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const file = await inspectionPlanFor(db, actor, params.inspectionPlanId)
      return { ...file, ...(await planLines(db, file.plan.id, { search: '', chosen: true, page: 1, perPage: 5000 })) }
    },
  }),
  deed('post', '/inspection-plans/{inspectionPlanId}/rank', {
    tag,
    title: { vi: 'Xếp sản phẩm theo rủi ro', en: 'Order the products by risk' },
    answer: z.object({ products: z.number().int() }),
    run: async (ctx, { params }) => ({ products: await rankInspectionPlan(ctx, params.inspectionPlanId) }),
  }),
  deed('post', '/inspection-plans/{inspectionPlanId}/choose', {
    tag,
    title: { vi: 'Đưa vào hoặc bỏ ra một sản phẩm', en: 'Put a product in or take it out' },
    body: typedFields('productId', 'chosen', 'note'),
    run: (ctx, { params, body }) => chooseForInspection(ctx, params.inspectionPlanId, body),
  }),
  deed('post', '/inspection-plans/{inspectionPlanId}/issue', {
    tag,
    title: { vi: 'Ban hành kế hoạch kiểm tra', en: 'Issue the plan' },
    body: typedFields('number', 'issuedOn'),
    run: (ctx, { params, body }) => issueInspectionPlan(ctx, params.inspectionPlanId, body),
  }),
  deed('post', '/inspection-plans/{inspectionPlanId}/cancel', {
    tag,
    title: { vi: 'Hủy dự thảo kế hoạch', en: 'Cancel the draft' },
    body: reason,
    run: (ctx, { params, body }) => cancelInspectionPlan(ctx, params.inspectionPlanId, body),
  }),
  list('/mark-rights', {
    tag,
    title: { vi: 'Quyền sử dụng biểu trưng OCOP', en: 'Right to use the OCOP mark' },
    query: z.strictObject({ q: search }),
    answer: record,
    run: async ({ db, actor, now }, { query: { q } }, paging) => {
      return listWindow(paging, (page, perPage) => rightsToMark(db, actor, { search: q ?? '', page, perPage }, plainDateOf(now)))
    },
  }),
]
