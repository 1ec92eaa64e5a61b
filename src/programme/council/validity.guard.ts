// The council must still be a valid one for an item: asked when it is taken up and when its scoring closes, because somebody may have left it.
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import type { ItemFacts } from './council.ts'
import { meetingById } from './meeting.store.ts'
import { blocking, reasonsOf } from './validity.ts'
import { itemChecks } from './validity.store.ts'

/** Throws `meeting.invalidCouncil` naming each rule of composition, samples or visit that is not met for this item. */
export async function mustBeValid(ctx: Ctx, item: ItemFacts): Promise<void> {
  const shut = blocking(await itemChecks(ctx.tx, ctx.regulations, await meetingById(ctx.tx, item.meeting.id), item))
  if (shut.length === 0) return
  const words = reasonsOf(shut)
  throw new AppError('meeting.invalidCouncil', { reasons: words.vi, reasonsEn: words.en })
}
