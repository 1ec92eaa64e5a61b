// "Đổi bàn làm việc": a person with posts at several desks works at one of them at a time, by a signed-in press.
import { notFound } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'

/**
 * Takes the session to another desk at which the account holds a role; what is held elsewhere is out of reach meanwhile. The choice lives with
 * the browser session: other sessions, the API and jobs stay where they are. To the desk one is at: nothing happens.
 */
export async function changeDesk(ctx: Ctx, session: string | null, desk: unknown): Promise<void> {
  const to = (ctx.actor.desks ?? []).find((one) => one === desk)
  if (to === undefined) throw notFound()
  if (to === ctx.actor.authority) return
  const done = await ctx.tx
    .updateTable('authSession')
    .set({ authority: to })
    .where('id', '=', session ?? '')
    .where('userId', '=', ctx.actor.accountId)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw notFound()
  await audit(ctx, {
    verb: 'desk.changed',
    subjectKind: 'account',
    subjectId: ctx.actor.accountId,
    payload: { from: ctx.actor.authority, to },
  })
}
