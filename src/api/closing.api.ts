// Closing, reconciliation, endings, results. Scores pass only through `maySeeBoard` and `maySeeScores`.
import { z } from '@hono/zod-openapi'
import { closeResult, closeScoring, deferItem } from '#/programme/council/closing.actions.ts'
import { closingRights } from '#/programme/council/closing.policy.ts'
import { resultById } from '#/programme/council/closing.store.ts'
import { closingList } from '#/programme/council/closing.list.ts'
import { closingView } from '#/programme/council/closing.view.ts'
import { itemFacts } from '#/programme/council/council.store.ts'
import { concludeEnding, raiseEnding, voteEnding } from '#/programme/council/ending.actions.ts'
import { finishReconciliation, openReconciliation } from '#/programme/council/reconciliation.actions.ts'
import { concludeSpread, proposeSpread, voteSpread } from '#/programme/council/spread.actions.ts'
import { correctMinutes } from '#/programme/council/minutes.actions.ts'
import { supersedeResult } from '#/programme/council/result.actions.ts'
import { readResultBasis } from '#/programme/council/result.ts'
import { resultView } from '#/programme/council/result.view.ts'
import { mustSee } from '#/programme/refuse.ts'
import { deed, read, type Endpoint } from './endpoint.ts'
import { made, reason, record } from './schemas.ts'

const tag = 'closing'
const vote = z.strictObject({ agrees: z.boolean() })
/** The domain reads a vote as the form posts it. */
const posted = (body: { agrees: boolean }) => ({ agrees: body.agrees ? 'yes' : 'no' })

export const closingEndpoints: Endpoint[] = [
  read('/items/{itemId}/closing', {
    tag,
    title: { vi: 'Tình trạng chốt của một mục', en: 'How the closing of an item stands' },
    about: {
      vi: 'Điểm và chênh lệch chỉ trả cho người được xem; trước đó chỉ có điều kiện còn thiếu.',
      en: 'Scores and spread only for who may see them; before that only what is still missing.',
    },
    answer: record,
    run: ({ db, actor, services, now }, { params }) => closingView(db, services.regulations, actor, params.itemId, now),
  }),
  read('/meetings/{meetingId}/closing', {
    tag,
    title: { vi: 'Các mục của kỳ họp và tiến độ chốt', en: 'The items of a meeting and how far each is' },
    answer: record,
    run: ({ db, actor, now }, { params }) => closingList(db, actor, params.meetingId, now),
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
  read('/items/{itemId}/result', {
    tag,
    title: { vi: 'Kết quả của một mục với căn cứ đã đóng băng và văn bản', en: 'An item’s result with its frozen basis and papers' },
    answer: record,
    run: ({ db, actor, now }, { params }) => resultView(db, actor, params.itemId, now),
  }),
  read('/results/{resultId}', {
    tag,
    title: { vi: 'Một kết quả theo mã, kể cả kết quả đã thay thế', en: 'A result by its id, superseded ones included' },
    answer: record,
    run: async ({ db, actor, now }, { params }) => {
      const row = await resultById(db, params.resultId)
      const mine = closingRights(actor, await itemFacts(db, row.itemId), now)
      mustSee(mine.maySeeScores && !mine.conflictOpen)
      return { ...row, basis: readResultBasis(row.basis) }
    },
  }),
  deed('post', '/meetings/{meetingId}/minutes/corrections', {
    tag,
    title: { vi: 'Đính chính biên bản bằng phụ lục', en: 'Correct the minutes by an annex' },
    body: z.strictObject({ place: z.string(), was: z.string(), becomes: z.string(), reason: z.string() }),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await correctMinutes(ctx, params.meetingId, body) }),
  }),
  deed('post', '/results/{resultId}/supersede', {
    tag,
    title: { vi: 'Thay kết quả, nêu lý do', en: 'Take a result back with a reason' },
    body: reason,
    run: (ctx, { params, body }) => supersedeResult(ctx, params.resultId, body),
  }),
]
