// Yearly figures of producers.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { checkYear, fileYear, moveYearTerm, returnYear, saveYear, takeBackYear } from '#/programme/producer-year/producer-year.actions.ts'
import { listStates, listYears, yearFor, yearHistory } from '#/programme/producer-year/producer-year.store.ts'
import { readsYears } from '#/programme/producer-year/rights.ts'
import { must } from '#/programme/refuse.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { newVersion, reason, record, search, typed, version } from './schemas.ts'
import { windowOf } from './window.ts'

const tag = 'producer-year'
const at = (params: { producerId: string; year: string }) => ({ producerId: params.producerId, year: params.year })

export const producerYearEndpoints: Endpoint[] = [
  list('/producer-years', {
    tag,
    title: { vi: 'Số liệu năm của các chủ thể', en: 'Yearly figures of producers' },
    query: z.strictObject({
      year: z.coerce.number().int().min(2015).max(2100),
      q: search,
      state: z.enum(listStates).optional(),
      only: z.enum(['late', 'followUp']).optional(),
    }),
    answer: record,
    run: async ({ db, actor, now }, { query }, paging) => {
      must(readsYears(actor))
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const asked = {
          year: query.year,
          search: query.q ?? '',
          state: query.state ?? null,
          only: query.only ?? null,
          sort: 'name' as const,
        }
        const found = await listYears(db, actor, { ...asked, page, perPage }, plainDateOf(now))
        total = found.total
        return found.rows
      })
      return { rows, total }
    },
  }),
  deed('put', '/producer-years/{year}/due', {
    tag,
    title: { vi: 'Định hạn nộp số liệu năm', en: 'Set the day the figures are due' },
    body: z.strictObject({ dueOn: z.string(), reason: z.string() }),
    run: (ctx, { params, body }) => moveYearTerm(ctx, params.year, body),
  }),
  read('/producers/{producerId}/years/{year}', {
    tag,
    title: { vi: 'Số liệu một năm của chủ thể, kèm lịch sử', en: 'A producer’s year with its history' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const year = await yearFor(db, actor, params.producerId, params.year)
      return { ...year, history: await yearHistory(db, year) }
    },
  }),
  deed('put', '/producers/{producerId}/years/{year}', {
    tag,
    title: { vi: 'Khai số liệu năm', en: 'Save figures of a year' },
    about: {
      vi: 'Chỉ những trường được gửi mới đổi. Sản phẩm: unit.<id>, output.<id>, price.<id>, revenue.<id>. Lần đầu gửi version 0.',
      en: 'Only what is sent changes. Products: unit.<id>, output.<id>, price.<id>, revenue.<id>. The first save has version 0.',
    },
    body: z.strictObject({ version, figures: z.record(z.string().max(60), typed) }),
    answer: newVersion,
    run: async (ctx, { params, body }) => ({ version: await saveYear(ctx, at(params), body.figures, body.version) }),
  }),
  deed('post', '/producers/{producerId}/years/{year}/file', {
    tag,
    title: { vi: 'Nộp số liệu năm', en: 'File a year' },
    about: { vi: 'Lý do của số thay đổi lớn: reason.<trường>.', en: 'Reasons of jumps: reason.<field>.' },
    body: z.record(z.string().max(80), typed),
    run: (ctx, { params, body }) => fileYear(ctx, at(params), body),
  }),
  deed('post', '/producers/{producerId}/years/{year}/take-back', {
    tag,
    title: { vi: 'Lấy lại số liệu chưa được kiểm tra', en: 'Take back figures nobody has checked' },
    run: (ctx, { params }) => takeBackYear(ctx, at(params)),
  }),
  deed('post', '/producers/{producerId}/years/{year}/check', {
    tag,
    title: { vi: 'Xác nhận đã kiểm tra số liệu', en: 'Confirm figures as checked' },
    body: z.strictObject({ remark: z.string().default('') }),
    run: (ctx, { params, body }) => checkYear(ctx, at(params), body),
  }),
  deed('post', '/producers/{producerId}/years/{year}/return', {
    tag,
    title: { vi: 'Trả lại số liệu để sửa', en: 'Send figures back' },
    body: reason,
    run: (ctx, { params, body }) => returnYear(ctx, at(params), body),
  }),
]
