// Programme plans, their targets with figures, and the work they give, through the verbs of the pages.
import { z } from '@hono/zod-openapi'
import { plainDateOf, readDate } from '#/platform/calendar/plain-date.ts'
import { figureReader } from '#/programme/indicator/reader.ts'
import { hidesTarget, targetFigures, type TargetFigure } from '#/programme/indicator/target.store.ts'
import { loadPlan } from '#/programme/programme-plan/load.actions.ts'
import { submitPlan } from '#/programme/programme-plan/plan.actions.ts'
import { planFileIds, shippedPlan } from '#/programme/programme-plan/plan-file.ts'
import { readsPlans } from '#/programme/programme-plan/plan.policy.ts'
import { partsOf } from '#/programme/programme-plan/part.store.ts'
import { listPlans, planFor, planSorts, revisionsOf } from '#/programme/programme-plan/plan.store.ts'
import { planStates } from '#/programme/programme-plan/plan.workflow.ts'
import { planKinds } from '#/programme/programme-plan/programme-plan.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { issuePlan } from '#/programme/task/issue.actions.ts'
import { extendWork, reopenWork, reportWork } from '#/programme/task/task.actions.ts'
import { keepsWork } from '#/programme/task/task.policy.ts'
import { listWorks, reportsOf, workFor, workSorts } from '#/programme/task/task.store.ts'
import { workParts, workStates } from '#/programme/task/task.ts'
import { paperFile } from '#/programme/document/incoming.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { filesOf } from './files.ts'
import { id, issuing, reason, record, search, typedFields, upload } from './schemas.ts'
import { windowOf } from './window.ts'

const tag = 'programme-plan'

/** The units themselves are read as figures by unit. */
const reachingOf = (units: TargetFigure['units']) => units && { reaching: units.reaching, of: units.of, expected: units.expected }

function yearOf({ startsOn, dueOn, figure, judged, units }: NonNullable<TargetFigure['years']>[number], hidden: boolean) {
  if (hidden) return { startsOn, dueOn, state: judged.state, hidden }
  return { startsOn, dueOn, figure, units: reachingOf(units), ...judged, hidden }
}

export const programmePlanEndpoints: Endpoint[] = [
  list('/programme-plans', {
    tag,
    title: { vi: 'Các kế hoạch của Chương trình', en: 'Programme plans' },
    query: z.strictObject({
      q: search,
      year: z.coerce.number().int().min(2000).max(2100).optional(),
      state: z.enum(planStates).optional(),
      kind: z.enum(planKinds).optional(),
      whose: z.enum(['own', 'others']).optional(),
      sort: z.enum(planSorts).optional(),
    }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      mustSee(readsPlans(actor))
      const { q = '', year = null, state = null, kind = null, whose = null, sort = 'recent' } = query
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const listed = await listPlans(db, actor, { search: q, year, state, kind, whose, sort, page, perPage })
        total = listed.total
        return listed.rows
      })
      return { rows, total }
    },
  }),
  deed('post', '/programme-plans/load', {
    tag,
    title: { vi: 'Nạp một kế hoạch có sẵn thành dự thảo', en: 'Load a plan that comes with the program as a draft' },
    about: { vi: 'Nạp lại không đổi gì.', en: 'The same again changes nothing.' },
    body: z.strictObject({ plan: z.string().max(100) }),
    answer: z.object({ planId: id, outcome: z.enum(['new', 'changed', 'revision', 'unchanged']) }),
    run: (ctx, { body }) => loadPlan(ctx, shippedPlan(found(planFileIds().includes(body.plan) ? body.plan : null))),
  }),
  read('/programme-plans/{planId}', {
    tag,
    title: { vi: 'Một kế hoạch: lời văn, chỉ tiêu, nhiệm vụ, kinh phí, sản phẩm, các bản', en: 'A plan with all its parts and revisions' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const { plan, rights } = await planFor(db, actor, params.planId)
      return { plan, rights, parts: await partsOf(db, plan.id), revisions: await revisionsOf(db, actor, plan.familyId) }
    },
  }),
  read('/programme-plans/{planId}/targets', {
    tag,
    title: { vi: 'Chỉ tiêu của kế hoạch với số liệu đến một ngày', en: 'The targets of a plan with their figures on a day' },
    about: {
      vi: 'Tỷ lệ giữ nguyên tử số, mẫu số; giá trị phần trăm là phần vạn. hidden: số nhỏ về cá nhân không hiện với bạn.',
      en: 'Ratios keep numerator and denominator; percentages are hundredths of a percent. hidden: a small count of persons you may not see.',
    },
    query: z.strictObject({ day: z.string().max(10).optional() }),
    answer: record,
    run: async ({ db, actor, now }, { params, query }) => {
      const { plan } = await planFor(db, actor, params.planId)
      const asked = readDate(query.day ?? '')
      const asOf = asked.ok ? asked.date : plainDateOf(now)
      const reader = figureReader(actor)
      const { targets } = await partsOf(db, plan.id)
      const figures = await targetFigures(db, plan, targets, asOf, now)
      return {
        asOf,
        computedAt: now,
        targets: figures.map((one) => {
          const { target, figure, judged, units, years } = one
          if (hidesTarget(reader, one)) return { target, state: judged.state, hidden: true }
          return {
            target,
            figure,
            units: reachingOf(units),
            years: years?.map((year) => yearOf(year, hidesTarget(reader, { target, figure: year.figure }))) ?? null,
            ...judged,
            hidden: false,
          }
        }),
      }
    },
  }),
  deed('post', '/programme-plans/{planId}/submit', {
    tag,
    title: { vi: 'Trình ký dự thảo', en: 'Send a draft to be signed' },
    run: (ctx, { params }) => submitPlan(ctx, params.planId),
  }),
  deed('post', '/programme-plans/{planId}/issue', {
    tag,
    title: { vi: 'Ký ban hành kế hoạch, giao việc', en: 'Issue a plan and give out its work' },
    body: z.strictObject({ ...issuing, numberKind: z.enum(['next', 'reserved', 'irregular', 'later']).default('next') }),
    answer: z.object({ documentId: id, works: z.number().int() }),
    run: (ctx, { params, body }) => issuePlan(ctx, params.planId, body),
  }),
  list('/works', {
    tag,
    title: { vi: 'Việc được giao', en: 'Work given out' },
    about: {
      vi: 'scope=own: việc của tôi. scope=kept: mọi việc của kế hoạch cơ quan tôi giữ.',
      en: 'scope=own: my own. scope=kept: all work of the plans my desk keeps.',
    },
    query: z.strictObject({
      scope: z.enum(['own', 'kept']).optional(),
      q: search,
      state: z.enum(workStates).optional(),
      part: z.enum(workParts).optional(),
      when: z.enum(['late', 'soon', 'silent']).optional(),
      familyId: id.optional(),
      sort: z.enum(workSorts).optional(),
    }),
    answer: record,
    run: async ({ db, actor, now }, { query }, paging) => {
      const { scope = 'own', q = '', state = null, part = null, when = null, familyId = null, sort = 'due' } = query
      mustSee(scope === 'own' ? readsPlans(actor) : keepsWork(actor))
      const asked = { search: q, state, part, when, month: null, familyId, body: null, sort }
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const listed = await listWorks(db, actor, scope, { ...asked, page, perPage }, plainDateOf(now))
        total = listed.total
        return listed.rows
      })
      return { rows, total }
    },
  }),
  read('/works/{workId}', {
    tag,
    title: { vi: 'Một việc: hạn, báo cáo, gia hạn', en: 'A work with its reports and extensions' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const { work, rights } = await workFor(db, actor, params.workId)
      return { work, rights, ...(await reportsOf(db, work.id)) }
    },
  }),
  deed('post', '/works/{workId}/reports', {
    tag,
    title: { vi: 'Báo cáo việc được giao', en: 'Report on a work' },
    about: {
      vi: 'JSON, hoặc multipart/form-data kèm tệp minh chứng (file, nhiều tệp được) hay mã tải lên (upload).',
      en: 'JSON, or multipart/form-data with evidence (file, several may be) or an upload.',
    },
    body: typedFields('state', 'percent', 'content', 'difficulties', 'caption').extend({ version: z.coerce.number().int().min(0), upload }),
    prepare: async (call, files, fields) =>
      Promise.all((await filesOf(call, files, fields, true)).map((one) => paperFile(one.bytes, one.name, 'file'))),
    run: (ctx, { params, body: { version: seen, upload: _upload, ...input } }, files) =>
      reportWork(ctx, params.workId, input, { files, version: seen }),
  }),
  deed('post', '/works/{workId}/extend', {
    tag,
    title: { vi: 'Gia hạn một việc', en: 'Give a work more time' },
    body: typedFields('dueOn', 'reason'),
    run: (ctx, { params, body }) => extendWork(ctx, params.workId, body),
  }),
  deed('post', '/works/{workId}/reopen', {
    tag,
    title: { vi: 'Mở lại một việc', en: 'Open a work again' },
    body: reason,
    run: (ctx, { params, body }) => reopenWork(ctx, params.workId, body.reason),
  }),
]
