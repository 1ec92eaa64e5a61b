// Tokens, who I am, notices.
import { z } from '@hono/zod-openapi'
import { AppError } from '#/platform/errors/app-error.ts'
import { pageOf } from '#/platform/database/keyset.ts'
import { act, type Services } from '#/programme/context.ts'
import type { Auth } from '#/programme/people/auth.ts'
import { markNoticesSeen } from '#/programme/people/notice.ts'
import { noticesOf, noticeText } from '#/programme/people/notice.store.ts'
import { loadActor } from '#/programme/people/people.store.ts'
import { signIn } from '#/programme/people/sign-in.ts'
import { createToken, revokeToken, tokensOf } from '#/programme/people/token.actions.ts'
import { call, deed, list, read, type Endpoint } from './endpoint.ts'
import { id, record } from './schemas.ts'

const tag = 'account'
const DAYS = { fallback: 90, most: 366 }

export function accountEndpoints(services: Services, auth: Auth): Endpoint[] {
  return [
    call('post', '/tokens', {
      tag,
      title: { vi: 'Lấy khóa truy cập bằng tên đăng nhập và mật khẩu', en: 'Get a token by user name and password' },
      about: {
        vi: 'Khóa chỉ hiện một lần. Số lần thử bị giới hạn như trang đăng nhập.',
        en: 'The token is shown once. Tries are limited as on the sign-in page.',
      },
      access: 'public',
      status: 201,
      body: z.strictObject({
        username: z.string().max(60),
        password: z.string().max(200),
        name: z.string().max(60).optional().openapi({ description: 'what the token is for' }),
        days: z.number().int().min(1).max(DAYS.most).optional(),
      }),
      answer: z.object({ id, token: z.string(), expiresAt: z.iso.datetime() }),
      run: async (asked, { body }) => {
        const actor = await accountOf(services, auth, { ...body, address: asked.address, headers: asked.headers, now: asked.now })
        const expiresAt = new Date(asked.now.getTime() + (body.days ?? DAYS.fallback) * 86_400_000)
        const made = await act(services, actor, (ctx) => createToken(ctx, { name: body.name ?? 'API', expiresAt }))
        return { ...made, expiresAt }
      },
    }),
    read('/tokens', {
      tag,
      title: { vi: 'Các khóa của tôi', en: 'My tokens' },
      answer: z.object({ items: z.array(z.object({ id, name: z.string() })) }),
      run: async ({ db, actor }) => ({ items: await tokensOf(db, actor.accountId) }),
    }),
    deed('delete', '/tokens/{tokenId}', {
      tag,
      title: { vi: 'Thu hồi một khóa', en: 'Revoke a token' },
      run: (ctx, { params }) => revokeToken(ctx, params.tokenId),
    }),
    read('/me', {
      tag,
      title: { vi: 'Tài khoản của tôi: vai trò và ghế trong Hội đồng', en: 'My account: roles and council seats' },
      answer: record,
      run: async ({ actor }) => actor,
    }),
    list('/notices', {
      tag,
      title: { vi: 'Thông báo gửi cho tôi', en: 'Notices to me' },
      answer: record,
      run: async ({ db, actor, lang }, _input, { limit, after }) => {
        const page = pageOf(await noticesOf(db, actor.accountId, { limit: limit + 1, after }), limit, (row) => [row.createdAt, row.id])
        return {
          next: page.next,
          rows: page.rows.map((row) => ({
            id: row.id,
            kind: row.kind,
            text: noticeText(row, lang),
            link: row.link,
            createdAt: row.createdAt,
            seenAt: row.seenAt,
          })),
        }
      },
    }),
    deed('post', '/notices/seen', {
      tag,
      title: { vi: 'Đánh dấu đã đọc mọi thông báo', en: 'Mark all notices read' },
      run: (ctx) => markNoticesSeen(ctx),
    }),
  ]
}

type Credentials = { username: string; password: string; address: string; headers: Headers; now: Date }

/** Checks a password by the one sign-in there is, with its limits; the browser session it opens is ended at once. */
async function accountOf(services: Services, auth: Auth, given: Credentials) {
  const { cookies } = await signIn(services, auth, { ...given, headers: new Headers() })
  const cookie = cookies.map((one) => /session_token=([^;]+)/.exec(one)?.[1]).find((one) => one !== undefined)
  const token = decodeURIComponent(cookie ?? '').split('.')[0] ?? ''
  const session = await services.database.db.deleteFrom('authSession').where('token', '=', token).returning('userId').executeTakeFirst()
  const actor = session ? await loadActor(services.database.db, session.userId, given.now) : null
  if (!actor) throw new AppError('signInFailed')
  return actor
}
