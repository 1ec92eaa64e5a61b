// Reports of units: what a unit fills, encloses and sends, what the desk above answers.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { attachmentsOf } from '#/programme/attachment/attachment.store.ts'
import { paperFile } from '#/programme/document/incoming.ts'
import { contentOf, startCompute } from '#/programme/report/compute.actions.ts'
import { figuresOf } from '#/programme/report/figures.store.ts'
import { isPersonal } from '#/programme/report/figure.text.ts'
import { addReportFiles, removeReportFile } from '#/programme/report/file.actions.ts'
import { dropProposal, fileNothing, goWithout, markReady, propose, saveReport, unready } from '#/programme/report/fill.actions.ts'
import { figureRows, reportKinds } from '#/programme/report/form.ts'
import {
  acceptAll,
  acceptReport,
  approveReport,
  excuseReport,
  expectReport,
  extendReport,
  reopenReport,
  restateFigure,
  sendBackReport,
  takeBackReport,
} from '#/programme/report/judge.actions.ts'
import { promisesOf } from '#/programme/report/promise.store.ts'
import { proposalsOf } from '#/programme/report/proposals.store.ts'
import { reportFor } from '#/programme/report/report.load.ts'
import { anyReport, besidesOf, listReports, reportSorts } from '#/programme/report/report.store.ts'
import { reportStates } from '#/programme/report/report.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { filesOf } from './files.ts'
import { id, made, newVersion, reason, record, search, typed, typedFields, upload, version } from './schemas.ts'
import { listWindow } from './window.ts'

const tag = 'report'

export const reportEndpoints: Endpoint[] = [
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
      mine: z.stringbool().optional().openapi({ description: 'waits for a press of this account' }),
      sort: z.enum(reportSorts).optional(),
    }),
    run: async ({ db, actor, now }, { query }, paging) => {
      const asked = {
        ...anyReport,
        search: query.q ?? '',
        callId: query.callId ?? null,
        kind: query.kind ?? null,
        state: query.state ?? null,
        late: query.late ?? false,
        missing: query.missing ?? false,
        mine: query.mine ?? false,
        sort: query.sort ?? ('due' as const),
      }
      return listWindow(paging, (page, perPage) => listReports(db, actor, { ...asked, page, perPage }, plainDateOf(now)))
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
      const content = await contentOf(db, report)
      const personal = new Set(
        figureRows(content)
          .filter(isPersonal)
          .map((row) => row.code),
      )
      const figures = [...(await figuresOf(db, report.id)).values()].filter((figure) => !personal.has(figure.rowCode))
      return {
        report,
        rights,
        figures,
        promises: Object.fromEntries(await promisesOf(db, actor, report, content)),
        proposals: await proposalsOf(db, report.id),
        files: await attachmentsOf(db, 'report', [report.id]),
        ...(await besidesOf(db, report.id)),
      }
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
  deed('post', '/reports/{reportId}/unready', {
    tag,
    title: { vi: 'Sửa tiếp báo cáo đang chờ duyệt', en: 'Back to writing' },
    run: (ctx, { params }) => unready(ctx, params.reportId),
  }),
  deed('post', '/reports/{reportId}/go-without', {
    tag,
    title: { vi: 'Tổng hợp khi chưa đủ đơn vị', en: 'Go on without the units that have not sent' },
    body: reason,
    run: (ctx, { params, body }) => goWithout(ctx, params.reportId, body),
  }),
  deed('post', '/reports/{reportId}/proposals', {
    tag,
    title: { vi: 'Thêm đề nghị khen thưởng', en: 'Propose for commendation' },
    body: typedFields('kind', 'name', 'post', 'merit'),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await propose(ctx, params.reportId, body) }),
  }),
  deed('delete', '/reports/{reportId}/proposals/{proposalId}', {
    tag,
    title: { vi: 'Bỏ một đề nghị khen thưởng', en: 'Take a proposal out' },
    run: (ctx, { params }) => dropProposal(ctx, params.reportId, params.proposalId),
  }),
  deed('post', '/reports/{reportId}/files', {
    tag,
    title: { vi: 'Đính tệp vào báo cáo', en: 'Enclose files' },
    body: z.strictObject({ caption: typed, upload }),
    answer: z.object({ files: z.array(id) }),
    prepare: async (call, files, fields) =>
      Promise.all((await filesOf(call, files, fields)).map((file) => paperFile(file.bytes, file.name, 'files'))),
    run: async (ctx, { params, body }, files) => ({ files: await addReportFiles(ctx, params.reportId, files, body.caption) }),
  }),
  deed('delete', '/reports/{reportId}/files/{fileId}', {
    tag,
    title: { vi: 'Gỡ tệp khỏi báo cáo', en: 'Take a file out' },
    run: (ctx, { params }) => removeReportFile(ctx, params.reportId, params.fileId),
  }),
  deed('post', '/reports/{reportId}/take-back', {
    tag,
    title: { vi: 'Rút lại báo cáo đã duyệt', en: 'Pull an approved report back' },
    body: reason,
    run: (ctx, { params, body }) => takeBackReport(ctx, params.reportId, body),
  }),
  deed('post', '/reports/{reportId}/accept-all', {
    tag,
    title: { vi: 'Tiếp nhận mọi báo cáo cấp dưới đã duyệt', en: 'Accept everything approved below' },
    answer: z.object({ reports: z.number().int() }),
    run: async (ctx, { params }) => ({ reports: await acceptAll(ctx, params.reportId) }),
  }),
  deed('post', '/reports/{reportId}/reopen', {
    tag,
    title: { vi: 'Mở lại báo cáo đã khóa', en: 'Reopen a locked report' },
    body: reason,
    run: (ctx, { params, body }) => reopenReport(ctx, params.reportId, body),
  }),
  deed('post', '/reports/{reportId}/excuse', {
    tag,
    title: { vi: 'Không yêu cầu đơn vị báo cáo', en: 'Excuse a unit' },
    body: reason,
    run: (ctx, { params, body }) => excuseReport(ctx, params.reportId, body),
  }),
  deed('post', '/reports/{reportId}/expect', {
    tag,
    title: { vi: 'Yêu cầu đơn vị báo cáo trở lại', en: 'Expect the report again' },
    run: (ctx, { params }) => expectReport(ctx, params.reportId),
  }),
  deed('post', '/reports/{reportId}/restatements', {
    tag,
    title: { vi: 'Điều chỉnh một số đã khóa', en: 'Restate a locked figure' },
    about: {
      vi: 'Số đã báo cáo giữ nguyên; số mới đứng bên cạnh với lý do.',
      en: 'The reported figure stays; the new one stands beside it.',
    },
    body: typedFields('row', 'numerator', 'denominator', 'reason'),
    run: (ctx, { params, body }) => restateFigure(ctx, params.reportId, body),
  }),
]
