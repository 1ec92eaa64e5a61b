// Promotion events, their products and results, and the calendar of events and courses, through the verbs of the pages.
import { z } from '@hono/zod-openapi'
import { activitiesOfMonth } from '#/programme/promotion/activity.store.ts'
import { addEvent, cancelEvent, changeEvent, holdEvent, openEvent } from '#/programme/promotion/event.actions.ts'
import { answerPart, askForPart, giveStall, invitePart, recordPartResult, settlePart } from '#/programme/promotion/part.actions.ts'
import { eventFor, eventHistory, listEvents } from '#/programme/promotion/promotion.store.ts'
import { eventKinds, eventStates, reaches } from '#/programme/promotion/promotion.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { made, newVersion, reason, record, search, taskWords, typedFields, version, year } from './schemas.ts'
import { listWindow } from './window.ts'

const tag = 'promotion'
const event = typedFields('kind', 'title', 'organiser', 'place', 'reach', 'startsOn', 'endsOn', 'content', 'task')
const to = typedFields('to')

export const promotionEndpoints: Endpoint[] = [
  read('/activities', {
    tag,
    title: { vi: 'Lịch lớp tập huấn và hoạt động của một tháng', en: 'Courses and events of a month' },
    query: z.strictObject({
      month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/),
      area: z.enum(['course', 'event']).optional(),
    }),
    answer: record,
    run: async ({ db, actor }, { query }) => {
      const { rows, cut } = await activitiesOfMonth(db, actor, `${query.month}-01`, query.area ?? null)
      return { items: rows, cut }
    },
  }),
  list('/events', {
    tag,
    title: { vi: 'Hoạt động xúc tiến', en: 'Promotion events' },
    query: z.strictObject({
      q: search,
      kind: z.enum(eventKinds).optional(),
      state: z.enum(eventStates).optional(),
      reach: z.enum(reaches).optional(),
      year,
      sort: z.enum(['recent', 'title']).optional(),
    }),
    answer: record,
    run: ({ db, actor }, { query: { q, kind, state, reach, year: asked, sort } }, paging) =>
      listWindow(paging, (page, perPage) =>
        listEvents(db, actor, {
          search: q ?? '',
          kind: kind ?? null,
          state: state ?? null,
          reach: reach ?? null,
          year: asked ?? null,
          sort: sort ?? 'recent',
          page,
          perPage,
        }),
      ),
  }),
  deed('post', '/events', {
    tag,
    title: { vi: 'Lập một hoạt động', en: 'Plan an event' },
    about: taskWords,
    body: event,
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await addEvent(ctx, body) }),
  }),
  read('/events/{eventId}', {
    tag,
    title: { vi: 'Một hoạt động với sản phẩm được xem', en: 'An event with the products one may see' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const file = await eventFor(db, actor, params.eventId)
      return { ...file, history: file.rights.parts === 'all' ? await eventHistory(db, file.event.id) : [] }
    },
  }),
  deed('put', '/events/{eventId}', {
    tag,
    title: { vi: 'Sửa một hoạt động', en: 'Change an event' },
    about: taskWords,
    body: event.extend({ version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: read_, ...input } }) => ({
      version: await changeEvent(ctx, params.eventId, input, read_),
    }),
  }),
  deed('post', '/events/{eventId}/open', {
    tag,
    title: { vi: 'Mở đăng ký', en: 'Open registration' },
    run: (ctx, { params }) => openEvent(ctx, params.eventId),
  }),
  deed('post', '/events/{eventId}/hold', {
    tag,
    title: { vi: 'Ghi là đã tổ chức', en: 'Record as held' },
    body: typedFields('visitors', 'result'),
    run: (ctx, { params, body }) => holdEvent(ctx, params.eventId, body),
  }),
  deed('post', '/events/{eventId}/cancel', {
    tag,
    title: { vi: 'Hủy hoạt động', en: 'Call off' },
    body: reason,
    run: (ctx, { params, body }) => cancelEvent(ctx, params.eventId, body),
  }),
  deed('post', '/events/{eventId}/products', {
    tag,
    title: { vi: 'Chủ thể đăng ký sản phẩm', en: 'A producer asks for its product' },
    body: typedFields('productId'),
    run: (ctx, { params, body }) => askForPart(ctx, params.eventId, body),
  }),
  deed('post', '/events/{eventId}/invitations', {
    tag,
    title: { vi: 'Mời sản phẩm', en: 'Invite a product' },
    body: typedFields('product'),
    run: (ctx, { params, body }) => invitePart(ctx, params.eventId, body),
  }),
  deed('post', '/events/{eventId}/products/{partId}/settle', {
    tag,
    title: { vi: 'Cơ quan chuyển tình trạng của sản phẩm', en: 'The office settles a product' },
    body: to,
    run: (ctx, { params, body }) => settlePart(ctx, params.eventId, params.partId, body),
  }),
  deed('post', '/events/{eventId}/products/{partId}/answer', {
    tag,
    title: { vi: 'Chủ thể trả lời lời mời, hoặc rút đăng ký', en: 'The producer answers or takes back' },
    body: to,
    run: (ctx, { params, body }) => answerPart(ctx, params.eventId, params.partId, body),
  }),
  deed('put', '/events/{eventId}/products/{partId}/result', {
    tag,
    title: { vi: 'Ghi doanh thu, hợp đồng của sản phẩm có mặt', en: 'Record what a product brought home' },
    body: typedFields('revenue', 'contracts', 'contractValue'),
    run: (ctx, { params, body }) => recordPartResult(ctx, params.eventId, params.partId, body),
  }),
  deed('put', '/events/{eventId}/stalls', {
    tag,
    title: { vi: 'Xếp gian hàng cho chủ thể', en: 'Give a producer its stall' },
    body: typedFields('producerId', 'stall'),
    run: (ctx, { params, body }) => giveStall(ctx, params.eventId, body),
  }),
]
