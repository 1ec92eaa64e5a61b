// Keeps those who scored a first result out of the re-assessment, where the desk's rule asks for other members.
import { recuse } from '../council/recusal.ts'
import { itemForUpdate } from '../council/council.store.ts'
import type { Ctx } from '../context.ts'
import { openReassessment, scorersOf } from './reassessment.store.ts'

/**
 * Called when a dossier comes on an agenda. Interpretation: the rule (`objection.scorers`) as it stood when the re-assessment began; under
 * 'others' each member with a sheet behind the first result is recused from the new item.
 */
export async function barFirstScorers(ctx: Ctx, itemId: string): Promise<void> {
  const item = await itemForUpdate(ctx.tx, itemId)
  const open = await openReassessment(ctx.tx, item.dossierId, item.authority)
  if (open?.scorers !== 'others') return
  const scorers = await scorersOf(ctx.tx, open.firstResultId)
  for (const seat of item.seats.filter((one) => one.leftOn === null && scorers.includes(one.accountId)))
    await recuse(ctx, await itemForUpdate(ctx.tx, itemId), {
      accountId: seat.accountId,
      memberId: seat.memberId,
      origin: 'pinned',
      cause: 'other',
      detail: 'Đã chấm điểm kết quả lần đầu của sản phẩm; Hội đồng đánh giá lại bằng thành viên khác.',
    })
}
