// Accounts, roles and bodies, for an administrator.
import { z } from '@hono/zod-openapi'
import { AppError } from '#/platform/errors/app-error.ts'
import { pageOf } from '#/platform/database/keyset.ts'
import { ACCOUNTS_PER_PAGE, accountById, listAccounts } from '#/programme/people/account.store.ts'
import { listLedger } from '#/programme/people/ledger.store.ts'
import { desksOf, setUpDesk } from '#/programme/people/desk.actions.ts'
import { hasRole, roles, serves } from '#/programme/people/actor.ts'
import { createAccount, createBody, grantRole, resetPassword, revokeRole, setBlocked } from '#/programme/people/people.actions.ts'
import { found, must } from '#/programme/refuse.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { id, made, record, search } from './schemas.ts'

const tag = 'admin'

/** The desk of a level: '38' a province, '24.218' a district of it, 'TW' the ministry; the administrator's own when left out. */
const authority = z.string().max(10).optional()

export const adminEndpoints: Endpoint[] = [
  read('/desks', {
    tag,
    title: { vi: 'Các cấp của tỉnh trên phần mềm', en: 'Desks of the province’s levels' },
    answer: record,
    run: async ({ db, actor }) => {
      must(hasRole(actor, 'admin'))
      return { items: await desksOf(db, actor.provinceCode) }
    },
  }),
  deed('post', '/desks', {
    tag,
    title: { vi: 'Lập cấp huyện hoặc cấp Bộ', en: 'Set up a district’s or the ministry’s desk' },
    body: z.strictObject({ place: z.string(), committee: z.string().default(''), office: z.string() }),
    status: 201,
    answer: z.object({ authority: z.string() }),
    run: async (ctx, { body }) => ({ authority: await setUpDesk(ctx, body) }),
  }),
  list('/accounts', {
    tag,
    title: { vi: 'Tài khoản của tỉnh', en: 'Accounts of the province' },
    query: z.strictObject({ q: search }),
    answer: record,
    run: async ({ db, actor }, { query }, { limit, offset }) => {
      must(hasRole(actor, 'admin'))
      const rows = []
      let total = 0
      for (let page = Math.floor(offset / ACCOUNTS_PER_PAGE) + 1; rows.length < (offset % ACCOUNTS_PER_PAGE) + limit; page++) {
        const found = await listAccounts(db, actor, { query: query.q ?? '', page })
        total = found.total
        rows.push(...found.rows)
        if (found.rows.length < ACCOUNTS_PER_PAGE) break
      }
      const skip = offset % ACCOUNTS_PER_PAGE
      return { total, rows: rows.slice(skip, skip + limit) }
    },
  }),
  read('/accounts/{accountId}', {
    tag,
    title: { vi: 'Một tài khoản với vai trò', en: 'An account with its roles' },
    answer: record,
    run: async ({ db, actor, now }, { params }) => {
      must(hasRole(actor, 'admin'))
      return found(await accountById(db, actor, params.accountId, now))
    },
  }),
  deed('post', '/accounts', {
    tag,
    title: { vi: 'Tạo tài khoản', en: 'Make an account' },
    body: z.strictObject({
      username: z.string().max(60),
      name: z.string(),
      password: z.string().max(200),
      phone: z.string().max(30).nullable().optional(),
      authority,
    }),
    status: 201,
    answer: made,
    run: async (ctx, { body: { authority: desk, ...body } }) => ({
      id: await createAccount(ctx, { ...body, phone: body.phone ?? null, ...(desk === undefined ? {} : { authority: desk }) }),
    }),
  }),
  deed('post', '/accounts/{accountId}/roles', {
    tag,
    title: { vi: 'Cấp vai trò', en: 'Grant a role' },
    body: z.strictObject({
      role: z.enum(roles),
      communeCode: z.string().max(10).optional(),
      producerId: id.optional(),
      bodyId: id.optional(),
      authority,
    }),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => {
      // Every id is resolved inside the administrator's own province before the grant is written.
      const { provinceCode } = ctx.actor
      must(serves(ctx.actor, provinceCode, 'admin'))
      found(await accountById(ctx.tx, ctx.actor, params.accountId, ctx.now))
      const inside = async (table: 'producer' | 'body', wanted: string | undefined) =>
        wanted === undefined ||
        found(
          await ctx.tx.selectFrom(table).select('id').where('id', '=', wanted).where('provinceCode', '=', provinceCode).executeTakeFirst(),
        )
      await inside('producer', body.producerId)
      await inside('body', body.bodyId)
      if (body.communeCode !== undefined) {
        const unit = await ctx.tx
          .selectFrom('unit')
          .select('code')
          .where('code', '=', body.communeCode)
          .where('provinceCode', '=', provinceCode)
          .limit(1)
          .executeTakeFirst()
        if (!unit)
          throw new AppError(
            'invalid',
            {},
            { communeCode: { vi: 'Không có xã, phường này trong tỉnh.', en: 'No such commune in the province.' } },
          )
      }
      return {
        id: await grantRole(ctx, {
          accountId: params.accountId,
          role: body.role,
          communeCode: body.communeCode ?? null,
          producerId: body.producerId ?? null,
          bodyId: body.bodyId ?? null,
          ...(body.authority === undefined ? {} : { authority: body.authority }),
        }),
      }
    },
  }),
  deed('delete', '/roles/{grantId}', {
    tag,
    title: { vi: 'Thu hồi vai trò', en: 'Revoke a role' },
    run: (ctx, { params }) => revokeRole(ctx, params.grantId),
  }),
  deed('post', '/accounts/{accountId}/block', {
    tag,
    title: { vi: 'Khóa tài khoản', en: 'Block an account' },
    run: (ctx, { params }) => setBlocked(ctx, params.accountId, true),
  }),
  deed('post', '/accounts/{accountId}/unblock', {
    tag,
    title: { vi: 'Mở khóa tài khoản', en: 'Unblock an account' },
    run: (ctx, { params }) => setBlocked(ctx, params.accountId, false),
  }),
  deed('put', '/accounts/{accountId}/password', {
    tag,
    title: { vi: 'Đặt mật khẩu mới', en: 'Set a new password' },
    body: z.strictObject({ password: z.string().max(200) }),
    run: (ctx, { params, body }) => resetPassword(ctx, params.accountId, body.password),
  }),
  list('/ledger', {
    tag,
    title: { vi: 'Nhật ký của tỉnh, mới nhất trước', en: 'The province’s ledger, newest first' },
    query: z.strictObject({
      person: search,
      verb: z.string().max(60).optional(),
      subject: z.string().max(60).optional(),
      from: z.iso.date().optional(),
      until: z.iso.date().optional(),
    }),
    answer: record,
    run: async ({ db, actor }, { query }, { limit, after }) => {
      must(hasRole(actor, 'admin'))
      const { person = '', verb = '', subject = '', from = null, until = null } = query
      // The ledger numbers its rows without gaps: the number alone is the key, the time only goes along.
      const before = after === null ? null : Number(after[1])
      if (before !== null && !Number.isSafeInteger(before)) throw new AppError('badRequest', { reason: 'cursor' })
      const rows = await listLedger(db, actor.provinceCode, { person, verb, subject, from, until }, { before, limit: limit + 1 })
      return pageOf(rows, limit, (row) => [row.at, String(row.seq)])
    },
  }),
  deed('post', '/bodies', {
    tag,
    title: { vi: 'Thêm cơ quan, đơn vị', en: 'Add a body' },
    body: z.strictObject({
      kind: z.enum([
        'provinceCommittee',
        'ocopOffice',
        'department',
        'communeCommittee',
        'association',
        'laboratory',
        'consultant',
        'other',
      ]),
      name: z.string().min(1).max(200),
      shortName: z.string().min(1).max(60),
      taxCode: z.string().max(20).nullable().optional(),
      unitCode: z.string().max(10).nullable().optional(),
    }),
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({
      id: await createBody(ctx, { ...body, taxCode: body.taxCode ?? null, unitCode: body.unitCode ?? null }),
    }),
  }),
]
