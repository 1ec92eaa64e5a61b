// Calls for reports and the forms they are made with.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { changeReportCall, closeReportCall, dropReportCall, openReportCall, planReportCall } from '#/programme/report/call.actions.ts'
import { dropForm, removeFormRow, reviseForm, saveFormRow, takeShippedForms, useForm } from '#/programme/report/form.actions.ts'
import { formById, formsOf } from '#/programme/report/form.store.ts'
import { reportKinds, unitKinds } from '#/programme/report/form.ts'
import { callRights } from '#/programme/report/report.policy.ts'
import { callStates, listReportCalls, reportCallFor } from '#/programme/report/report.store.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { made, newVersion, record, search, typedFields, version } from './schemas.ts'
import { listWindow } from './window.ts'

const tag = 'report'
const callFields = ['title', 'periodFrom', 'periodTo', 'cutOffOn', 'beforeOn', 'partsBeforeOn', 'source', 'planFamilyId'] as const
const units = {
  communes: z.boolean().default(false),
  desks: z.boolean().default(false),
  bodies: z.array(z.string()).max(200).default([]),
}
/** A call as its form sends it. */
const asked = <Body extends { communes: boolean; desks: boolean }>({ communes, desks, ...body }: Body) => ({
  ...body,
  communes: communes ? '1' : '',
  desks: desks ? '1' : '',
})

export const reportCallEndpoints: Endpoint[] = [
  list('/report-calls', {
    tag,
    title: { vi: 'Các đợt báo cáo của cơ quan', en: 'Calls for reports of the desk' },
    query: z.strictObject({ q: search, kind: z.enum(reportKinds).optional(), state: z.enum(callStates).optional() }),
    run: async ({ db, actor, now }, { query }, paging) =>
      listWindow(paging, (page, perPage) =>
        listReportCalls(db, actor, plainDateOf(now), {
          search: query.q ?? '',
          kind: query.kind ?? null,
          state: query.state ?? null,
          page,
          perPage,
        }),
      ),
  }),
  deed('post', '/report-calls', {
    tag,
    title: { vi: 'Lập một đợt báo cáo', en: 'Plan a call' },
    about: {
      vi: '`beforeOn` là ngày ghi trong văn bản (“trước ngày”); ngày cuối đúng hạn tính theo thiết lập.',
      en: '`beforeOn` is the day the text names; the last day in time follows the setting.',
    },
    body: typedFields('formId', ...callFields).extend(units),
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await planReportCall(ctx, asked(body)) }),
  }),
  read('/report-calls/{callId}', {
    tag,
    title: { vi: 'Một đợt báo cáo và tình trạng các báo cáo', en: 'A call and how its reports stand' },
    answer: record,
    run: async ({ db, actor }, { params }) => reportCallFor(db, actor, params.callId),
  }),
  deed('put', '/report-calls/{callId}', {
    tag,
    title: { vi: 'Sửa đợt chưa mở', en: 'Change a call before it is open' },
    body: typedFields(...callFields).extend({ ...units, version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, ...body } }) => ({
      version: await changeReportCall(ctx, params.callId, asked(body), seen),
    }),
  }),
  deed('delete', '/report-calls/{callId}', {
    tag,
    title: { vi: 'Bỏ đợt chưa mở', en: 'Throw a call away before it is open' },
    run: (ctx, { params }) => dropReportCall(ctx, params.callId),
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
  read('/report-forms', {
    tag,
    title: { vi: 'Mẫu báo cáo của cơ quan', en: 'Report forms of the desk' },
    answer: record,
    run: async ({ db, actor }) => {
      mustSee(callRights(actor, actor.authority).see)
      return { forms: await formsOf(db, actor.authority) }
    },
  }),
  deed('post', '/report-forms', {
    tag,
    title: { vi: 'Nạp các mẫu đi kèm phần mềm', en: 'Take the forms that come with the program' },
    answer: z.object({ forms: z.number().int() }),
    run: async (ctx) => ({ forms: await takeShippedForms(ctx) }),
  }),
  read('/report-forms/{formId}', {
    tag,
    title: { vi: 'Một mẫu báo cáo', en: 'A report form' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const form = found(await formById(db, params.formId))
      mustSee(callRights(actor, form.authority).see)
      return { form }
    },
  }),
  deed('post', '/report-forms/{formId}/revise', {
    tag,
    title: { vi: 'Soạn bản sửa của mẫu', en: 'Begin a revision of a form' },
    status: 201,
    answer: made,
    run: async (ctx, { params }) => ({ id: await reviseForm(ctx, params.formId) }),
  }),
  deed('put', '/report-forms/{formId}/rows', {
    tag,
    title: { vi: 'Thêm hoặc sửa một dòng của bản soạn', en: 'Add or change a row of a draft' },
    body: typedFields('code', 'title', 'kind', 'indicator', 'unit', 'measure', 'section', 'newSection', 'params', 'source').extend({
      version,
      asks: z.array(z.enum(unitKinds)).default([]),
      required: z.boolean().default(false),
    }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, asks, required, ...row } }) => {
      const ticks = Object.fromEntries(asks.map((one) => [`asks.${one}`, '1']))
      return { version: await saveFormRow(ctx, params.formId, { ...row, ...ticks, required: required ? '1' : '' }, seen) }
    },
  }),
  deed('post', '/report-forms/{formId}/rows/{row}/remove', {
    tag,
    title: { vi: 'Bỏ một dòng của bản soạn', en: 'Remove a row of a draft' },
    body: z.strictObject({ version }),
    answer: newVersion,
    run: async (ctx, { params, body }) => ({ version: await removeFormRow(ctx, params.formId, params.row, body.version) }),
  }),
  deed('post', '/report-forms/{formId}/use', {
    tag,
    title: { vi: 'Đưa bản soạn vào dùng', en: 'Put a draft to use' },
    about: { vi: '`reports`: số báo cáo chưa bắt đầu chuyển sang bản mới.', en: '`reports`: how many not begun move to it.' },
    body: z.strictObject({ version }),
    answer: z.object({ reports: z.number().int() }),
    run: async (ctx, { params, body }) => ({ reports: await useForm(ctx, params.formId, body.version) }),
  }),
  deed('post', '/report-forms/{formId}/drop', {
    tag,
    title: { vi: 'Bỏ bản soạn', en: 'Throw a draft away' },
    body: z.strictObject({ version }),
    run: (ctx, { params, body }) => dropForm(ctx, params.formId, body.version),
  }),
]
