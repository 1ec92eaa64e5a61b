// Registers: one set of endpoints for all of them; what a record holds is told by its register.
import { z } from '@hono/zod-openapi'
import { AppError } from '#/platform/errors/app-error.ts'
import { addRecord, changeRecord, checkRecord, endRecord, reopenRecord } from '#/programme/register/register.actions.ts'
import { countRegisters, listRecords, recordFor, recordHistory, recordStates } from '#/programme/register/register.store.ts'
import type { Description } from '#/programme/register/register.ts'
import { registerAt } from '#/programme/register/registers.ts'
import { must } from '#/programme/refuse.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { made, newVersion, reason, record, search, typed, version, year } from './schemas.ts'
import { listWindow } from './window.ts'

const tag = 'register'
const fields = z.record(z.string().max(60), typed)
const about = {
  vi: 'Tên sổ và các trường: GET /registers. Chủ thể, sản phẩm, nơi bán ghi bằng tên, mã hoặc id; xã ghi bằng tên hoặc mã tại ngày của dòng.',
  en: 'Names of registers and fields: GET /registers. Producers, products and outlets by name, code or id; communes by name or code on the record’s day.',
}

/** A misspelt field is refused, not left out. */
function only(register: Description, body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const unknown = Object.keys(body).filter((name) => !register.fields.some((field) => field.column === name))
  const problem = { vi: 'Sổ này không có trường này.', en: 'The register has no such field.' }
  if (unknown.length > 0) throw new AppError('invalid', {}, Object.fromEntries(unknown.map((name) => [name, problem])))
  return body
}

export const registerEndpoints: Endpoint[] = [
  read('/registers', {
    tag,
    title: { vi: 'Các sổ theo dõi, trường và số dòng', en: 'The registers, their fields and counts' },
    answer: record,
    run: async ({ db, actor }) => {
      const counted = await countRegisters(db, actor)
      must(counted.length > 0)
      return {
        items: counted.map(({ register: { search: _search, judge: _judge, complete: _complete, ...told }, ...counts }) => ({
          ...told,
          ...counts,
        })),
      }
    },
  }),
  list('/registers/{register}/records', {
    tag,
    title: { vi: 'Các dòng của một sổ', en: 'Records of a register' },
    about,
    query: z.strictObject({
      q: search,
      state: z.enum(recordStates).optional(),
      year,
    }),
    answer: record,
    run: async ({ db, actor }, { params, query }, paging) => {
      const register = registerAt(params.register)
      return listWindow(paging, (page, perPage) =>
        listRecords(db, actor, register, {
          search: query.q ?? '',
          state: query.state ?? 'open',
          choices: {},
          year: query.year ?? null,
          sort: null,
          of: null,
          page,
          perPage,
        }),
      )
    },
  }),
  deed('post', '/registers/{register}/records', {
    tag,
    title: { vi: 'Ghi một dòng vào sổ', en: 'Add a record' },
    about,
    body: fields,
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => {
      const register = registerAt(params.register)
      return { id: await addRecord(ctx, register, only(register, body)) }
    },
  }),
  read('/registers/{register}/records/{recordId}', {
    tag,
    title: { vi: 'Một dòng, quyền và lịch sử', en: 'A record, the rights on it, its history' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const register = registerAt(params.register)
      const { row, rights } = await recordFor(db, actor, register, params.recordId)
      return { record: row, rights, history: await recordHistory(db, register, row.id) }
    },
  }),
  deed('put', '/registers/{register}/records/{recordId}', {
    tag,
    title: { vi: 'Sửa một dòng', en: 'Change a record' },
    about,
    body: z.strictObject({ version, fields }),
    answer: newVersion,
    run: async (ctx, { params, body }) => {
      const register = registerAt(params.register)
      return { version: await changeRecord(ctx, register, params.recordId, only(register, body.fields), body.version) }
    },
  }),
  deed('post', '/registers/{register}/records/{recordId}/end', {
    tag,
    title: { vi: 'Kết thúc theo dõi một dòng', en: 'End a record' },
    body: z.strictObject({ endedOn: z.string(), reason: z.string() }),
    run: (ctx, { params, body }) => endRecord(ctx, registerAt(params.register), params.recordId, body),
  }),
  deed('post', '/registers/{register}/records/{recordId}/reopen', {
    tag,
    title: { vi: 'Mở lại một dòng đã kết thúc', en: 'Open an ended record again' },
    body: reason,
    run: (ctx, { params, body }) => reopenRecord(ctx, registerAt(params.register), params.recordId, body),
  }),
  deed('post', '/registers/{register}/records/{recordId}/check', {
    tag,
    title: { vi: 'Xác nhận đã kiểm tra một dòng', en: 'Confirm a record as checked' },
    body: z.strictObject({ version }),
    run: (ctx, { params, body }) => checkRecord(ctx, registerAt(params.register), params.recordId, body.version),
  }),
]
