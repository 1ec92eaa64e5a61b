import { sql } from 'kysely'
import { afterKey, type Key } from '#/platform/database/keyset.ts'
import type { Db } from '#/platform/database/open.ts'
import { noticeMessages } from './notice.messages.ts'

export type NoticeRow = { kind: string; params: unknown; subjectId: string }

/** Notices of an account, newest first; 100 unless told otherwise, after a key where one is given. */
export async function noticesOf(db: Db, accountId: string, page: { limit: number; after: Key | null } = { limit: 100, after: null }) {
  return await db
    .selectFrom('notice')
    .selectAll()
    .where('accountId', '=', accountId)
    .where(afterKey(page.after, sql`created_at`, sql`id`, 'instant'))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute()
}

/** Words are made when shown; a kind this release does not know shows its code rather than nothing. */
export function noticeText(row: NoticeRow, lang: 'vi' | 'en'): string {
  const params = (row.params ?? {}) as Record<string, string>
  const template = (noticeMessages as Record<string, { vi: string; en: string }>)[row.kind]
  return template ? template[lang].replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '…') : row.kind
}
