import type { Db } from '#/platform/database/open.ts'
import { noticeMessages } from './notice.messages.ts'

export type NoticeRow = { kind: string; params: unknown; subjectId: string }

/** The newest 100 notices of an account. */
export async function noticesOf(db: Db, accountId: string) {
  return await db.selectFrom('notice').selectAll().where('accountId', '=', accountId).orderBy('createdAt', 'desc').limit(100).execute()
}

/** Words are made when shown; a kind this release does not know shows its code rather than nothing. */
export function noticeText(row: NoticeRow, lang: 'vi' | 'en'): string {
  const params = (row.params ?? {}) as Record<string, string>
  const template = (noticeMessages as Record<string, { vi: string; en: string }>)[row.kind]
  return template ? template[lang].replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '…') : row.kind
}
