// Reports by level: calls, forms, what a unit fills and sends, what the desk above answers.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { closeReportCall, openReportCall, planReportCall } from '#/programme/report/call.actions.ts'
import { contentOf, startCompute } from '#/programme/report/compute.actions.ts'
import { figuresOf } from '#/programme/report/figures.store.ts'
import { fileNothing, markReady, saveReport } from '#/programme/report/fill.actions.ts'
import { isPersonal } from '#/programme/report/figure.text.ts'
import { figureRows, reportKinds } from '#/programme/report/form.ts'
import { acceptReport, approveReport, extendReport, sendBackReport } from '#/programme/report/judge.actions.ts'
import { reportFor } from '#/programme/report/report.load.ts'
import { besidesOf, listReportCalls, listReports, reportCallFor, reportSorts } from '#/programme/report/report.store.ts'
import { reportStates } from '#/programme/report/report.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { id, made, newVersion, reason, record, search, typed, typedFields, version } from './schemas.ts'
import { windowOf } from './window.ts'

const tag = 'report'

export const reportEndpoints: Endpoint[] = [
  list('/report-calls', {
    tag,
    title: { vi: 'Các đợt báo cáo của cơ quan', en: 'Calls for reports of the desk' },
    run: async ({ db, actor, now }, _input, paging) => {
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const found = await listReportCalls(db, actor, plainDateOf(now), { page, perPage })
        total = found.total
        return found.rows
      })
      return { rows, total }
    },
  }),
  deed('post', '/report-calls', {
    tag,
    title: { vi: 'Lập một đợt báo cáo', en: 'Plan a call' },
    about: {
      vi: '`beforeOn` là ngày ghi trong văn bản (“trước ngày”); ngày cuối đúng hạn tính theo thiết lập.',
      en: '`beforeOn` is the day the text names; the last day in time follows the setting.',
    },
    body: typedFields('formId', 'title', 'periodFrom', 'periodTo', 'cutOffOn', 'beforeOn', 'partsBeforeOn', 'source').extend({
      communes: z.boolean().default(false),
      desks: z.boolean().default(false),
      bodies: z.array(z.string()).max(200).default([]),
    }),
    status: 201,
    answer: made,
    run: async (ctx, { body: { communes, desks, ...body } }) => ({
      id: await planReportCall(ctx, { ...body, communes: communes ? '1' : '', desks: desks ? '1' : '' }),
    }),
  }),
  read('/report-calls/{callId}', {
    tag,
    title: { vi: 'Một đợt báo cáo và tình trạng các báo cáo', en: 'A call and how its reports stand' },
    answer: record,
    run: async ({ db, actor }, { params }) => reportCallFor(db, actor, params.callId),
  }),
  deed('post', '/report-calls/{callId}/open', {
    tag,
    title: { vi: 'Mở đợt: mỗi đơn vị có một báo cáo', en: 'Open it: each unit gets a report' },
    answer: z.object({ reports: z.number().int() }),
    run: async (ctx, { params }) => ({ reports: await openReportCall(ctx, params.callId) }),
  }),
  deed('post', '/report-calls/{callId}/close', {
    tag,
    title: { vi: 'Kết thúc đợt', en: 'Close it' },
    run: (ctx, { params }) => closeReportCall(ctx, params.callId),
  }),
  list('/reports', {
    tag,
    title: { vi: 'Các báo cáo tài khoản được xem', en: 'Reports the account may see' },
    query: z.strictObject({
      q: search,
      callId: z.string().max(40).optional(),
      kind: z.enum(reportKinds).optional(),
      state: z.enum(reportStates).optional(),
      late: z.stringbool().optional(),
      missing: z.stringbool().optional(),
      sort: z.enum(reportSorts).optional(),
    }),
    run: async ({ db, actor, now }, { query }, paging) => {
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const asked = {
          search: query.q ?? '',
          callId: query.callId ?? null,
          parentId: null,
          kind: query.kind ?? null,
          state: query.state ?? null,
          late: query.late ?? false,
          missing: query.missing ?? false,
          sort: query.sort ?? ('due' as const),
          page,
          perPage,
        }
        const found = await listReports(db, actor, asked, plainDateOf(now))
        total = found.total
        return found.rows
      })
      return { rows, total }
    },
  }),
  read('/reports/{reportId}', {
    tag,
    title: { vi: 'Một báo cáo: số liệu, ý kiến, gia hạn, điều chỉnh', en: 'A report: figures, remarks, extensions, restatements' },
    about: {
      vi: 'Số liệu về cá nhân chỉ đọc được trên trang chỉ tiêu, mỗi lần đọc được ghi nhật ký.',
      en: 'Figures about persons are read on the page of the indicator only, where each reading is logged.',
    },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const { report, rights } = await reportFor(db, actor, params.reportId)
      const personal = new Set(
        figureRows(await contentOf(db, report))
          .filter(isPersonal)
          .map((row) => row.code),
      )
      const figures = [...(await figuresOf(db, report.id)).values()].filter((figure) => !personal.has(figure.rowCode))
      return { report, rights, figures, ...(await besidesOf(db, report.id)) }
    },
  }),
  deed('put', '/reports/{reportId}', {
    tag,
    title: { vi: 'Lưu số nhập tay, ước, nội dung, ghi chú', en: 'Save typed figures, estimates, texts, comments' },
    about: {
      vi: 'Tên trường: `v.<dòng>`, `e.<dòng>`, `t.<dòng>`, `c.<dòng>`, `p.<dòng>`, `comment`. Trường không gửi giữ nguyên.',
      en: 'Fields: `v.<row>`, `e.<row>`, `t.<row>`, `c.<row>`, `p.<row>`, `comment`. What is not sent stays.',
    },
    body: z.strictObject({ fields: z.record(z.string().max(60), typed), version }),
    answer: newVersion,
    run: async (ctx, { params, body }) => ({ version: await saveReport(ctx, params.reportId, body.fields, body.version) }),
  }),
  deed('post', '/reports/{reportId}/compute', {
    tag,
    title: { vi: 'Tính số liệu', en: 'Compute the figures' },
    answer: z.object({ run: id }),
    run: async (ctx, { params }) => ({ run: await startCompute(ctx, params.reportId) }),
  }),
  deed('post', '/reports/{reportId}/ready', {
    tag,
    title: { vi: 'Đã lập xong, trình duyệt', en: 'Ready for approval' },
    run: (ctx, { params }) => markReady(ctx, params.reportId),
  }),
  deed('post', '/reports/{reportId}/nothing', {
    tag,
    title: { vi: 'Báo không phát sinh', en: 'File that there is nothing to report' },
    body: reason,
    run: (ctx, { params, body }) => fileNothing(ctx, params.reportId, body),
  }),
  deed('post', '/reports/{reportId}/approve', {
    tag,
    title: { vi: 'Duyệt, khóa số liệu', en: 'Approve and lock' },
    body: typedFields('signer', 'post'),
    answer: z.object({ documentId: id }),
    run: async (ctx, { params, body }) => ({ documentId: await approveReport(ctx, params.reportId, body) }),
  }),
  deed('post', '/reports/{reportId}/accept', {
    tag,
    title: { vi: 'Tiếp nhận báo cáo cấp dưới', en: 'Accept a report from below' },
    run: (ctx, { params }) => acceptReport(ctx, params.reportId),
  }),
  deed('post', '/reports/{reportId}/send-back', {
    tag,
    title: { vi: 'Trả lại với ý kiến theo dòng', en: 'Send back with remarks by row' },
    body: z.strictObject({ remark: typed.optional(), rows: z.record(z.string().max(20), typed).default({}) }),
    run: (ctx, { params, body }) =>
      sendBackReport(ctx, params.reportId, {
        remark: body.remark,
        ...Object.fromEntries(Object.entries(body.rows).map(([row, remark]) => [`remark.${row}`, remark])),
      }),
  }),
  deed('post', '/reports/{reportId}/extend', {
    tag,
    title: { vi: 'Gia hạn cho một đơn vị', en: 'Give a unit more time' },
    body: typedFields('dueOn', 'reason'),
    run: (ctx, { params, body }) => extendReport(ctx, params.reportId, body),
  }),
]
