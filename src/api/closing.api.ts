// Closing, reconciliation, endings, results. Scores pass only through `maySeeBoard` and `maySeeScores`.
import { z } from '@hono/zod-openapi'
import { closeResult, closeScoring, deferItem } from '#/programme/council/closing.actions.ts'
import { loadClosing } from '#/programme/council/closing.load.ts'
import { blockerText } from '#/programme/council/closing.messages.ts'
import { closingRights } from '#/programme/council/closing.policy.ts'
import { resultById, resultsOfItem } from '#/programme/council/closing.store.ts'
import { itemFacts } from '#/programme/council/council.store.ts'
import { concludeEnding, raiseEnding, voteEnding } from '#/programme/council/ending.actions.ts'
import {
  concludeSpread,
  finishReconciliation,
  openReconciliation,
  proposeSpread,
  voteSpread,
} from '#/programme/council/reconciliation.actions.ts'
import { supersedeResult } from '#/programme/council/result.actions.ts'
import { readResultBasis } from '#/programme/council/result.ts'
import { mustSee } from '#/programme/refuse.ts'
import { deed, read, type Endpoint, type SignedCall } from './endpoint.ts'
import { made, reason, record } from './schemas.ts'

const tag = 'closing'
const vote = z.strictObject({ agrees: z.boolean() })
/** The domain reads a vote as the form posts it. */
const posted = (body: { agrees: boolean }) => ({ agrees: body.agrees ? 'yes' : 'no' })

async function closingOf({ db, actor, now }: SignedCall, itemId: string) {
  const item = await itemFacts(db, itemId)
  const mine = closingRights(actor, item, now)
  mustSee(mine.maySeeClosing)
  return { item, mine }
}

export const closingEndpoints: Endpoint[] = [
  read('/items/{itemId}/closing', {
    tag,
    title: { vi: 'Tình trạng chốt của một mục', en: 'How the closing of an item stands' },
    about: {
      vi: 'Điểm và chênh lệch chỉ trả cho người được xem; trước đó chỉ có điều kiện còn thiếu.',
      en: 'Scores and spread only for who may see them; before that only what is still missing.',
    },
    answer: record,
    run: async (call, { params }) => {
      const { item, mine } = await closingOf(call, params.itemId)
      const loaded = await loadClosing(call.db, call.services.regulations, item)
      const { decision, quorum } = loaded
      const words = (blockers: typeof decision.scoring) => blockers.map((blocker) => ({ code: blocker.code, text: blockerText(blocker) }))
      return {
        state: item.state,
        may: { lead: mine.mayLead, raiseEnding: mine.mayRaiseEnding, vote: mine.mayVote, seeBoard: mine.maySeeBoard },
        quorum: { met: quorum.met, counting: quorum.counting, needed: quorum.needed },
        scoringBlockers: words(decision.scoring),
        endings: loaded.endings.map(({ id, kind, criterion, ruleText, reason: why, raisedAt, state }) => ({
          id,
          kind,
          criterion,
          ruleText,
          reason: why,
          raisedAt,
          state,
        })),
        reconciliations: loaded.reconciliations.length,
        // What stops the result depends on the spread, so it is told only to who may see it.
        ...(mine.maySeeBoard
          ? {
              closingBlockers: words(decision.closing),
              spreadStep: decision.spreadStep,
              result: decision.result,
              proof: decision.proof,
              sheetsHash: decision.sheetsHash,
            }
          : {}),
      }
    },
  }),
  deed('post', '/items/{itemId}/close-scoring', {
    tag,
    title: { vi: 'Đóng chấm điểm', en: 'Close scoring' },
    run: (ctx, { params }) => closeScoring(ctx, params.itemId),
  }),
  deed('post', '/items/{itemId}/close', {
    tag,
    title: { vi: 'Chốt kết quả', en: 'Close the result' },
    body: z.strictObject({ reason: z.string().optional() }),
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await closeResult(ctx, params.itemId, body) }),
  }),
  deed('post', '/items/{itemId}/defer', {
    tag,
    title: { vi: 'Chuyển sang kỳ họp sau', en: 'Send to a later meeting' },
    body: reason,
    run: (ctx, { params, body }) => deferItem(ctx, params.itemId, body),
  }),
  deed('post', '/items/{itemId}/reconciliations', {
    tag,
    title: { vi: 'Mở thảo luận: tiêu chí và thành viên chấm lại', en: 'Open a reconciliation: criteria and members' },
    body: z.strictObject({ reason: z.string(), scope: z.array(z.strictObject({ memberId: z.string(), criterion: z.string() })).max(500) }),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await openReconciliation(ctx, params.itemId, body) }),
  }),
  deed('post', '/items/{itemId}/reconciliations/finish', {
    tag,
    title: { vi: 'Kết thúc thảo luận', en: 'Finish the reconciliation' },
    run: (ctx, { params }) => finishReconciliation(ctx, params.itemId),
  }),
  deed('post', '/items/{itemId}/spread-resolutions', {
    tag,
    title: { vi: 'Đề nghị Hội đồng biểu quyết về chênh lệch', en: 'Put the spread to the vote' },
    body: reason,
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await proposeSpread(ctx, params.itemId, body) }),
  }),
  deed('post', '/spread-resolutions/{resolutionId}/vote', {
    tag,
    title: { vi: 'Biểu quyết về chênh lệch', en: 'Vote on the spread' },
    body: vote,
    run: (ctx, { params, body }) => voteSpread(ctx, params.resolutionId, posted(body)),
  }),
  deed('post', '/spread-resolutions/{resolutionId}/conclude', {
    tag,
    title: { vi: 'Kết luận biểu quyết về chênh lệch', en: 'Conclude the vote on the spread' },
    answer: z.object({ state: z.enum(['accepted', 'rejected']) }),
    run: async (ctx, { params }) => ({ state: await concludeSpread(ctx, params.resolutionId) }),
  }),
  deed('post', '/items/{itemId}/endings', {
    tag,
    title: { vi: 'Nêu căn cứ loại, dừng hoặc không đủ điều kiện đánh giá', en: 'Raise an ending' },
    body: z.strictObject({ ruleId: z.string(), reason: z.string() }),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await raiseEnding(ctx, params.itemId, body) }),
  }),
  deed('post', '/endings/{endingId}/vote', {
    tag,
    title: { vi: 'Biểu quyết một kết luận dừng', en: 'Vote on an ending' },
    body: vote,
    run: (ctx, { params, body }) => voteEnding(ctx, params.endingId, posted(body)),
  }),
  deed('post', '/endings/{endingId}/conclude', {
    tag,
    title: { vi: 'Kết luận biểu quyết dừng', en: 'Conclude the vote on an ending' },
    answer: z.object({ state: z.enum(['confirmed', 'rejected']) }),
    run: async (ctx, { params }) => ({ state: await concludeEnding(ctx, params.endingId) }),
  }),
  read('/items/{itemId}/results', {
    tag,
    title: { vi: 'Kết quả của một mục sau khi chốt', en: 'An item’s results once closed' },
    answer: record,
    run: async (call, { params }) => {
      const { item, mine } = await closingOf(call, params.itemId)
      mustSee(mine.maySeeScores)
      const rows = await resultsOfItem(call.db, item.id)
      return { items: rows.map(({ basis: _basis, ...row }) => row) }
    },
  }),
  read('/results/{resultId}', {
    tag,
    title: { vi: 'Một kết quả với căn cứ đã đóng băng', en: 'A result with its frozen basis' },
    answer: record,
    run: async (call, { params }) => {
      const row = await resultById(call.db, params.resultId)
      const { mine } = await closingOf(call, row.itemId)
      mustSee(mine.maySeeScores)
      return { ...row, basis: readResultBasis(row.basis) }
    },
  }),
  deed('post', '/results/{resultId}/supersede', {
    tag,
    title: { vi: 'Thay kết quả, nêu lý do', en: 'Take a result back with a reason' },
    body: reason,
    run: (ctx, { params, body }) => supersedeResult(ctx, params.resultId, body),
  }),
]
