// After a result is closed: the office may replace it while no paper has answered it.
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { dossierForUpdate, moveDossier } from '../dossier/dossier.move.ts'
import { readReason } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { must, mustSee } from '../refuse.ts'
import { notNow } from './closing.guard.ts'
import { closingRights } from './closing.policy.ts'
import { answeredBy, resultById } from './closing.store.ts'
import { itemForUpdate } from './council.store.ts'
import { chairOfItem } from './council.ts'

const papers = {
  decision: { vi: 'quyết định', en: 'a decision' },
  letter: { vi: 'thông báo kết quả', en: 'the result letter' },
  ministry: { vi: 'hồ sơ trình Bộ', en: 'the file to the ministry' },
}

/**
 * Takes a result back with a reason; the row and its papers stay on record as superseded. In a running session the item goes back to
 * "scored" and is closed anew. Interpretation: a closed session is not opened again (its minutes are frozen), so the dossier then waits for
 * another meeting. Once a decision, letter or file to the ministry went out: refused, what is left is objection or withdrawal.
 * An assessment that ended cannot be taken up again: the producer files anew.
 */
export async function supersedeResult(ctx: Ctx, resultId: string, input: { reason: unknown }): Promise<void> {
  const known = await resultById(ctx.tx, resultId)
  const item = await itemForUpdate(ctx.tx, known.itemId)
  const mine = closingRights(ctx.actor, item, ctx.now)
  mustSee(mine.maySeeClosing && (mine.isOffice || mine.isMember))
  must(mine.isOffice)
  const dossier = await dossierForUpdate(ctx.tx, known.dossierId)
  const result = await resultById(ctx.tx, resultId)
  if (result.state === 'superseded') return
  if (result.outcome !== 'scored')
    throw notNow('việc đánh giá đã kết thúc, chủ thể nộp hồ sơ mới', 'the assessment has ended; the producer files anew')
  const answered = await answeredBy(ctx.tx, resultId)
  if (answered) throw new AppError('result.answered', { paper: papers[answered].vi, paperEn: papers[answered].en })
  if (!mine.maySupersede) throw notNow('kết quả này không còn thay được', 'this result can no longer be replaced')
  const reason = readReason(input.reason)
  await ctx.tx
    .updateTable('result')
    .set({ state: 'superseded', supersededReason: reason, supersededBy: ctx.actor.accountId, supersededAt: ctx.now })
    .where('id', '=', resultId)
    .execute()
  const running = item.meeting.state === 'open'
  await ctx.tx
    .updateTable('agendaItem')
    .set({
      state: running ? 'scored' : 'removed',
      removedReason: running ? null : reason,
      closedAt: null,
      closedBy: null,
      version: item.version + 1,
    })
    .where('id', '=', item.id)
    .execute()
  await moveDossier(ctx, dossier, 'onAgenda', 'council.resultSuperseded', { payload: { resultId, itemId: item.id, reason } })
  if (!running)
    await moveDossier(ctx, { ...dossier, state: 'onAgenda' }, 'accepted', 'council.itemDeferred', { payload: { itemId: item.id, reason } })
  await audit(ctx, {
    verb: 'council.resultSuperseded',
    subjectKind: 'result',
    subjectId: resultId,
    authority: item.authority,
    dossierId: item.dossierId,
    payload: { reason, sessionOpen: running },
  })
  const chair = chairOfItem(item)
  if (chair)
    await notify(ctx, [chair.accountId], {
      kind: 'council.resultSuperseded',
      dedupe: resultId,
      subjectKind: 'agendaItem',
      subjectId: item.id,
      link: running ? `/hoi-dong/ho-so/${item.id}/dong` : `/hoi-dong/ky-hop/${item.meeting.id}`,
      params: { item: String(item.ordinal) },
    })
}
