// Conflicts of interest and the member's own sheet. Nobody's sheet but one's own passes through here.
import { z } from '@hono/zod-openapi'
import {
  appointStandIn,
  decideConflict,
  declareConflict,
  liftConflict,
  pinConflict,
  reviewConflicts,
} from '#/programme/council/conflict.actions.ts'
import { conflictsOf } from '#/programme/council/conflict.store.ts'
import { itemFacts } from '#/programme/council/council.store.ts'
import { itemFor } from '#/programme/council/item.view.ts'
import { rights } from '#/programme/council/rights.ts'
import { finaliseSheet, saveSheet, startSheet } from '#/programme/council/sheet.actions.ts'
import { fieldOf } from '#/programme/council/sheet.ts'
import { must, mustSee } from '#/programme/refuse.ts'
import { deed, read, type Endpoint, type SignedCall } from './endpoint.ts'
import { id, record, version } from './schemas.ts'

const tag = 'sheet'

/** The item and what the caller may do; "not found" for the recused, the absent and everyone else. */
async function known({ db, actor, now }: SignedCall, itemId: string) {
  const item = await itemFacts(db, itemId)
  const mine = rights(actor, item, now)
  mustSee(mine.mayKnow)
  return { item, mine }
}

const answers = z.record(
  z.string().max(20),
  z.strictObject({ option: z.number().int().optional(), comment: z.string().optional(), reason: z.string().optional() }),
)

/** The domain reads a sheet as the form posts it: one text per field. */
function fieldsOf(given: z.output<typeof answers>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([code, answer]) => [
      ...(answer.option === undefined ? [] : [[fieldOf.option(code), String(answer.option)]]),
      ...(answer.comment === undefined ? [] : [[fieldOf.comment(code), answer.comment]]),
      ...(answer.reason === undefined ? [] : [[fieldOf.reason(code), answer.reason]]),
    ]),
  ) as Record<string, string>
}

export const sheetEndpoints: Endpoint[] = [
  read('/items/{itemId}', {
    tag,
    title: {
      vi: 'Một mục của chương trình: tiến độ, hồ sơ đã mở, phiếu của tôi',
      en: 'An item: progress, the pack once opened, my own sheet',
    },
    about: {
      vi: 'Người phải hồi tỵ chỉ nhận được số thứ tự của mục.',
      en: 'A recused person gets the number of the slot and nothing else.',
    },
    answer: record,
    run: ({ db, actor, services, now }, { params }) => itemFor(db, services.regulations, actor, params.itemId, now),
  }),
  deed('post', '/items/{itemId}/declaration', {
    tag,
    title: { vi: 'Khai có hay không có xung đột lợi ích', en: 'Declare a conflict or none' },
    body: z.strictObject({ conflicted: z.boolean(), cause: z.string().optional(), detail: z.string().optional() }),
    run: (ctx, { params, body }) => declareConflict(ctx, params.itemId, { ...body, conflicted: body.conflicted ? 'yes' : 'no' }),
  }),
  read('/items/{itemId}/conflicts', {
    tag,
    title: { vi: 'Xung đột lợi ích của một mục', en: 'Conflicts on an item' },
    about: { vi: 'Cho cơ quan OCOP và người chủ trì mục.', en: 'For the office and the one who chairs the item.' },
    answer: record,
    run: async (call, { params }) => {
      const { item, mine } = await known(call, params.itemId)
      must(mine.isOffice || mine.isChairForItem)
      return { items: await conflictsOf(call.db, item.id) }
    },
  }),
  deed('post', '/items/{itemId}/conflicts/review', {
    tag,
    title: { vi: 'Rà lại các khả năng xung đột', en: 'Look for likely conflicts again' },
    answer: z.object({ found: z.number().int() }),
    run: async (ctx, { params }) => ({ found: await reviewConflicts(ctx, params.itemId) }),
  }),
  deed('post', '/items/{itemId}/conflicts', {
    tag,
    title: { vi: 'Ghi nhận xung đột cho một người', en: 'Pin a conflict' },
    body: z.strictObject({ accountId: z.string(), cause: z.string(), reason: z.string() }),
    run: (ctx, { params, body }) => pinConflict(ctx, params.itemId, body),
  }),
  deed('post', '/conflicts/{conflictId}/decide', {
    tag,
    title: { vi: 'Xác nhận hoặc bác một khả năng xung đột', en: 'Confirm or dismiss a likely conflict' },
    body: z.strictObject({ decision: z.string(), reason: z.string().default('') }),
    run: (ctx, { params, body }) => decideConflict(ctx, params.conflictId, body),
  }),
  deed('post', '/conflicts/{conflictId}/lift', {
    tag,
    title: { vi: 'Gỡ một xung đột đã ghi', en: 'Lift a conflict' },
    body: z.strictObject({ reason: z.string() }),
    run: (ctx, { params, body }) => liftConflict(ctx, params.conflictId, body),
  }),
  deed('put', '/items/{itemId}/stand-in', {
    tag,
    title: { vi: 'Cử người chủ trì thay', en: 'Appoint a stand-in' },
    body: z.strictObject({ memberId: z.string().nullable(), reason: z.string() }),
    run: (ctx, { params, body }) => appointStandIn(ctx, params.itemId, { memberId: body.memberId ?? '', reason: body.reason }),
  }),

  deed('post', '/items/{itemId}/sheet', {
    tag,
    title: { vi: 'Bắt đầu phiếu của tôi', en: 'Start my sheet' },
    status: 201,
    answer: z.object({ sheetId: id, version: z.number().int() }),
    run: (ctx, { params }) => startSheet(ctx, params.itemId),
  }),
  deed('put', '/items/{itemId}/sheet', {
    tag,
    title: { vi: 'Lưu phiếu của tôi', en: 'Save my sheet' },
    about: {
      vi: 'Chỉ tiêu chí được gửi mới đổi; điểm do hệ thống tính.',
      en: 'Only criteria that are sent change; points are computed here.',
    },
    body: z.strictObject({ answers, comment: z.string().optional(), version }),
    answer: record,
    run: (ctx, { params, body }) =>
      saveSheet(ctx, params.itemId, {
        version: body.version,
        fields: fieldsOf(body.answers),
        ...(body.comment === undefined ? {} : { comment: body.comment }),
      }),
  }),
  deed('post', '/items/{itemId}/sheet/finalise', {
    tag,
    title: { vi: 'Hoàn tất phiếu của tôi', en: 'Finalise my sheet' },
    body: z.strictObject({ version }),
    run: (ctx, { params, body }) => finaliseSheet(ctx, params.itemId, body.version),
  }),
]
