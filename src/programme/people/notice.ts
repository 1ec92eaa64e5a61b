// Notices read in the program. The same notice twice is one (dedupe); the words are made when it is shown.
import { json } from '#/platform/database/json.ts'
import { newId } from '#/platform/database/id.ts'
import type { Ctx } from '../context.ts'

export type NewNotice = {
  /** Kind in code; its words live in notice.messages.ts. */
  kind: string
  /** Same kind and dedupe for the same account is written once. */
  dedupe: string
  subjectKind: string
  subjectId: string
  link: string
  params?: Record<string, string>
}

export async function notify(ctx: Pick<Ctx, 'tx' | 'now'>, accountIds: readonly string[], notice: NewNotice): Promise<void> {
  await notifyEach(ctx, [{ accountIds, notice }])
}

/** Many notices at once, each to its own people. */
export async function notifyEach(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  notices: readonly { accountIds: readonly string[]; notice: NewNotice }[],
): Promise<void> {
  const rows = notices.flatMap(({ accountIds, notice }) =>
    [...new Set(accountIds)].map((accountId) => ({
      id: newId(),
      accountId,
      kind: notice.kind,
      dedupe: notice.dedupe,
      subjectKind: notice.subjectKind,
      subjectId: notice.subjectId,
      link: notice.link,
      params: json(notice.params ?? {}),
      createdAt: ctx.now,
    })),
  )
  for (let start = 0; start < rows.length; start += 1000)
    await ctx.tx
      .insertInto('notice')
      .values(rows.slice(start, start + 1000))
      .onConflict((conflict) => conflict.columns(['accountId', 'kind', 'dedupe']).doNothing())
      .execute()
}

/** Everything shown is read. */
export async function markNoticesSeen(ctx: Ctx): Promise<void> {
  await ctx.tx
    .updateTable('notice')
    .set({ seenAt: ctx.now })
    .where('accountId', '=', ctx.actor.accountId)
    .where('seenAt', 'is', null)
    .execute()
}
