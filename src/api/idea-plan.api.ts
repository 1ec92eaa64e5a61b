// Business plans: written, judged, carried out, and the dossier that starts from one.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { ideaHistory } from '#/programme/idea/idea.store.ts'
import { planStates } from '#/programme/idea/idea.workflow.ts'
import {
  approvePlan,
  receivePlan,
  returnPlan,
  savePlan,
  startPlan,
  stopPlan,
  submitPlan,
  takeBackPlan,
} from '#/programme/idea/plan.actions.ts'
import { planFor } from '#/programme/idea/plan.load.ts'
import { listPlans, planSorts } from '#/programme/idea/plan.store.ts'
import { MAX_MILESTONES, MAX_YEARS, planParts, sources } from '#/programme/idea/plan.ts'
import { confirmHalfYear, confirmMilestone, finishPlan, reportHalfYear, reportMilestone } from '#/programme/idea/progress.actions.ts'
import { prefillFor, startDossierFromPlan } from '#/programme/idea/start.actions.ts'
import { mustSee } from '#/programme/refuse.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { scopeFor } from './idea.api.ts'
import { id, issuing, made, newVersion, reason, record, search, typed, typedFields, version } from './schemas.ts'
import { windowOf } from './window.ts'

const tag = 'idea'
const plan = typedFields(
  'goals',
  'outputUnit',
  'materials',
  'workforce',
  'market',
  'quality',
  'workersTotal',
  'workersLocal',
  'investmentTotal',
).extend({
  years: z
    .array(typedFields('year', 'volume', 'revenue'))
    .max(MAX_YEARS)
    .optional(),
  sources: typedFields(...sources).optional(),
  milestones: z.array(typedFields('title', 'dueOn')).max(MAX_MILESTONES).optional(),
})
const remark = z.strictObject({ remark: typed })

export const ideaPlanEndpoints: Endpoint[] = [
  list('/plans', {
    tag,
    title: { vi: 'Các phương án sản xuất kinh doanh', en: 'Business plans' },
    query: z.strictObject({
      q: search,
      state: z.enum(planStates).optional(),
      late: z.enum(['yes']).optional(),
      sort: z.enum(planSorts).optional(),
    }),
    answer: record,
    run: async ({ db, actor, now }, { query }, paging) => {
      const scope = scopeFor(actor)
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const asked = {
          search: query.q ?? '',
          state: query.state ?? null,
          late: query.late === 'yes',
          sort: query.sort ?? 'recent',
          page,
          perPage,
        } as const
        const found = await listPlans(db, actor, scope, asked, plainDateOf(now))
        total = found.total
        return found.rows
      })
      return { rows, total }
    },
  }),
  deed('post', '/ideas/{ideaId}/plan', {
    tag,
    title: { vi: 'Lập phương án của ý tưởng được chọn', en: 'Begin the plan of a selected idea' },
    status: 201,
    answer: made,
    run: async (ctx, { params }) => ({ id: await startPlan(ctx, params.ideaId) }),
  }),
  read('/plans/{planId}', {
    tag,
    title: { vi: 'Một phương án, tiến độ, báo cáo, lịch sử', en: 'A plan with progress, reports and history' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const file = await planFor(db, actor, params.planId)
      return { ...file, history: await ideaHistory(db, { kind: 'businessPlan', id: file.plan.id }, false) }
    },
  }),
  deed('put', '/plans/{planId}', {
    tag,
    title: { vi: 'Ghi phương án', en: 'Save a plan' },
    body: plan.extend({ version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, ...input } }) => ({ version: await savePlan(ctx, params.planId, input, seen) }),
  }),
  deed('post', '/plans/{planId}/submit', {
    tag,
    title: { vi: 'Gửi phương án', en: 'Send a plan' },
    run: (ctx, { params }) => submitPlan(ctx, params.planId),
  }),
  deed('post', '/plans/{planId}/take-back', {
    tag,
    title: { vi: 'Lấy lại phương án chưa tiếp nhận', en: 'Take back a plan not received yet' },
    run: (ctx, { params }) => takeBackPlan(ctx, params.planId),
  }),
  deed('post', '/plans/{planId}/stop', {
    tag,
    title: { vi: 'Dừng thực hiện phương án', en: 'Give a plan up' },
    body: reason,
    run: (ctx, { params, body }) => stopPlan(ctx, params.planId, body),
  }),
  deed('post', '/plans/{planId}/receive', {
    tag,
    title: { vi: 'Tiếp nhận phương án', en: 'Receive a plan' },
    run: (ctx, { params }) => receivePlan(ctx, params.planId),
  }),
  deed('post', '/plans/{planId}/return', {
    tag,
    title: { vi: 'Trả lại phương án theo từng nội dung', en: 'Return a plan item by item' },
    body: typedFields(...planParts),
    run: (ctx, { params, body }) => returnPlan(ctx, params.planId, body),
  }),
  deed('post', '/plans/{planId}/approve', {
    tag,
    title: { vi: 'Phê duyệt phương án', en: 'Approve a plan' },
    body: z.strictObject({ ...issuing, reason: z.string() }),
    status: 201,
    answer: z.object({ documentId: id, number: z.string() }),
    run: (ctx, { params, body }) => approvePlan(ctx, params.planId, body),
  }),
  deed('put', '/plans/{planId}/milestones/{milestoneId}', {
    tag,
    title: { vi: 'Báo cáo một mốc tiến độ', en: 'Report a milestone' },
    body: typedFields('state', 'report').extend({ papers: z.array(z.string()).max(50).optional() }),
    run: (ctx, { params, body }) => reportMilestone(ctx, params.planId, params.milestoneId, body),
  }),
  deed('post', '/plans/{planId}/milestones/{milestoneId}/confirm', {
    tag,
    title: { vi: 'UBND cấp xã xác nhận mốc tiến độ', en: 'The commune confirms a milestone' },
    body: remark,
    run: (ctx, { params, body }) => confirmMilestone(ctx, params.planId, params.milestoneId, body),
  }),
  deed('put', '/plans/{planId}/reports', {
    tag,
    title: { vi: 'Báo cáo sáu tháng', en: 'Report a half-year' },
    body: typedFields('year', 'half', 'content', 'volume', 'revenue', 'workers'),
    run: (ctx, { params, body }) => reportHalfYear(ctx, params.planId, body),
  }),
  deed('post', '/plans/{planId}/reports/{reportId}/confirm', {
    tag,
    title: { vi: 'UBND cấp xã xác nhận báo cáo sáu tháng', en: 'The commune confirms a half-year' },
    body: remark,
    run: (ctx, { params, body }) => confirmHalfYear(ctx, params.planId, params.reportId, body),
  }),
  deed('post', '/plans/{planId}/finish', {
    tag,
    title: { vi: 'Kết thúc triển khai phương án', en: 'Say the plan is carried out' },
    run: (ctx, { params }) => finishPlan(ctx, params.planId),
  }),
  read('/plans/{planId}/prefill', {
    tag,
    title: { vi: 'Các ô hồ sơ điền sẵn được từ phương án', en: 'What a dossier could take over from the plan' },
    answer: record,
    run: async ({ db, actor, now }, { params }) => {
      const file = await planFor(db, actor, params.planId)
      mustSee(file.rights.owner)
      return { items: await prefillFor(db, file, now) }
    },
  }),
  deed('post', '/plans/{planId}/dossier', {
    tag,
    title: { vi: 'Mở hồ sơ từ phương án', en: 'Open the dossier from the plan' },
    body: z.strictObject({ taken: z.array(z.string()).max(60), values: z.record(z.string(), typed).optional() }),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await startDossierFromPlan(ctx, params.planId, body) }),
  }),
]
