// The council: set-up, members, rules; meetings, agenda, pack, presence.
import { z } from '@hono/zod-openapi'
import { isId } from '#/platform/database/id.ts'
import { addMember, changeRules, createCouncil, establishCouncil, memberLeaves } from '#/programme/council/council.actions.ts'
import { agendaFor, openingsOf, presenceOf } from '#/programme/council/agenda.view.ts'
import { seatsOf } from '#/programme/council/council.store.ts'
import { changeMeeting, moveItem, putOnAgenda, releasePack, removeFromAgenda } from '#/programme/council/agenda.actions.ts'
import {
  closeMeeting,
  createMeeting,
  openMeeting,
  openPack,
  recordArrival,
  recordLeaving,
  saveScribeNotes,
} from '#/programme/council/meeting.actions.ts'
import { meetingsOfCouncil, meetingsOfMember, type MeetingRow } from '#/programme/council/meeting.store.ts'
import { callToMeeting, changeBallot, extendBallots } from '#/programme/council/opinion.actions.ts'
import { opinionBoard } from '#/programme/council/opinion.view.ts'
import { listAccounts } from '#/programme/people/account.store.ts'
import { hasRole, serves, seatIn } from '#/programme/people/actor.ts'
import { found, must, mustSee } from '#/programme/refuse.ts'
import { deed, read, type Endpoint, type SignedCall } from './endpoint.ts'
import { id, made, newVersion, reason, record, typed, typedFields, version } from './schemas.ts'

const tag = 'council'

async function councilRow({ db, actor }: SignedCall, councilId: string) {
  const row = found(isId(councilId) ? await db.selectFrom('council').selectAll().where('id', '=', councilId).executeTakeFirst() : null)
  mustSee(serves(actor, row.authority, 'office') || seatIn(actor, row.id) !== null)
  return row
}

async function presenceLines(db: SignedCall['db'], meeting: MeetingRow) {
  return (await presenceOf(db, meeting)).map(({ seat, present, stays }) => ({ memberId: seat.memberId, present, stays }))
}

export const councilEndpoints: Endpoint[] = [
  read('/councils', {
    tag,
    title: { vi: 'Các Hội đồng', en: 'Councils' },
    answer: record,
    run: async ({ db, actor }) => {
      const office = hasRole(actor, 'office')
      const seats = actor.seats.map((seat) => seat.councilId)
      if (!office && seats.length === 0) return { items: [] }
      let query = db
        .selectFrom('council')
        .select(['id', 'name', 'state', 'decisionNumber', 'decisionDate', 'termFrom', 'termTo', 'version'])
      query = query.where('authority', '=', actor.authority)
      if (!office) query = query.where('id', 'in', seats)
      return { items: await query.orderBy('createdAt', 'desc').execute() }
    },
  }),
  read('/councils/{councilId}', {
    tag,
    title: { vi: 'Một Hội đồng với thành viên và quy chế', en: 'A council with its members and rules' },
    answer: record,
    run: async (call, { params }) => {
      const row = await councilRow(call, params.councilId)
      return { ...row, members: await seatsOf(call.db, row.id) }
    },
  }),
  deed('post', '/councils', {
    tag,
    title: { vi: 'Lập dự thảo Hội đồng', en: 'Draft a council' },
    body: z.strictObject({ name: z.string(), termFrom: z.string(), termTo: z.string() }),
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await createCouncil(ctx, body) }),
  }),
  deed('post', '/councils/{councilId}/members', {
    tag,
    title: { vi: 'Thêm thành viên', en: 'Add a member' },
    body: z.strictObject({ accountId: z.string(), bodyId: z.string().nullable().optional(), post: z.string(), role: z.string() }),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await addMember(ctx, params.councilId, { ...body, bodyId: body.bodyId ?? '' }) }),
  }),
  deed('post', '/councils/{councilId}/members/{memberId}/leave', {
    tag,
    title: { vi: 'Thành viên thôi tham gia', en: 'A member leaves' },
    body: z.strictObject({ reason: z.string().default('') }),
    run: (ctx, { params, body }) => memberLeaves(ctx, params.councilId, params.memberId, body.reason),
  }),
  deed('put', '/councils/{councilId}/rules', {
    tag,
    title: { vi: 'Sửa quy chế', en: 'Change the rules' },
    body: z.strictObject({ rules: z.record(z.string().max(60), typed), version }),
    answer: record,
    run: (ctx, { params, body }) => changeRules(ctx, params.councilId, body.rules, body.version),
  }),
  deed('post', '/councils/{councilId}/establish', {
    tag,
    title: { vi: 'Thành lập Hội đồng theo quyết định', en: 'Establish the council by its decision' },
    body: z.strictObject({ number: z.string(), date: z.string(), signer: z.string(), signerPost: z.string() }),
    answer: z.object({ documentId: id }),
    run: async (ctx, { params, body }) => ({ documentId: await establishCouncil(ctx, params.councilId, body) }),
  }),

  read('/meetings', {
    tag,
    title: { vi: 'Các kỳ họp tôi được biết', en: 'Meetings I may know of' },
    answer: record,
    run: async ({ db, actor }) => {
      if (!hasRole(actor, 'office'))
        return {
          items: await meetingsOfMember(db, actor.seats),
        }
      const councils = await db.selectFrom('council').select('id').where('authority', '=', actor.authority).execute()
      const lines = await Promise.all(councils.map((council) => meetingsOfCouncil(db, council.id)))
      return { items: lines.flat().toSorted((a, b) => b.startsAt.getTime() - a.startsAt.getTime()) }
    },
  }),
  read('/meetings/{meetingId}', {
    tag,
    title: { vi: 'Một kỳ họp với chương trình', en: 'A meeting with its agenda' },
    about: {
      vi: 'Mục mà tôi phải hồi tỵ chỉ hiện là đã hồi tỵ; tiến độ chỉ là số phiếu hoàn tất.',
      en: 'An item I am recused from is only named as such; progress is only the number of final sheets.',
    },
    answer: record,
    run: async ({ db, actor, now }, { params }) => {
      const { meeting, mine, slots } = await agendaFor(db, actor, params.meetingId, now)
      const { seats, scribeNotes, ...shown } = meeting
      const record = mine.mayKeepRecord ? { scribeNotes, presence: await presenceLines(db, meeting) } : {}
      return {
        ...shown,
        may: mine,
        members: seats.map(({ memberId, name, post, role, voting, leftOn }) => ({ memberId, name, post, role, voting, leftOn })),
        ...record,
        ...(mine.isOffice ? { openings: await openingsOf(db, slots) } : {}),
        agenda: slots,
      }
    },
  }),
  deed('post', '/meetings', {
    tag,
    title: { vi: 'Lập kỳ họp', en: 'Plan a meeting' },
    body: typedFields('councilId', 'roundId', 'name', 'date', 'time', 'place', 'mode'),
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await createMeeting(ctx, body as never) }),
  }),
  deed('put', '/meetings/{meetingId}', {
    tag,
    title: { vi: 'Sửa kỳ họp chưa gửi tài liệu', en: 'Change a meeting whose pack is not out' },
    body: z.strictObject({ name: z.string(), date: z.string(), time: z.string(), place: z.string(), version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: read, ...input } }) => ({
      version: await changeMeeting(ctx, params.meetingId, input, read),
    }),
  }),
  deed('post', '/meetings/{meetingId}/agenda', {
    tag,
    title: { vi: 'Đưa hồ sơ vào chương trình', en: 'Put dossiers on the agenda' },
    body: z.strictObject({ dossierIds: z.array(z.string()).min(1).max(200) }),
    status: 201,
    answer: z.object({ items: z.array(id) }),
    run: async (ctx, { params, body }) => ({ items: await putOnAgenda(ctx, params.meetingId, body.dossierIds) }),
  }),
  deed('put', '/items/{itemId}/place', {
    tag,
    title: { vi: 'Chuyển vị trí một mục', en: 'Move an item' },
    body: z.strictObject({ place: z.number().int().min(1) }),
    run: (ctx, { params, body }) => moveItem(ctx, params.itemId, body.place),
  }),
  deed('post', '/items/{itemId}/remove', {
    tag,
    title: { vi: 'Đưa một mục ra khỏi chương trình', en: 'Take an item off the agenda' },
    body: reason,
    run: (ctx, { params, body }) => removeFromAgenda(ctx, params.itemId, body.reason),
  }),
  deed('post', '/meetings/{meetingId}/release', {
    tag,
    title: { vi: 'Gửi tài liệu cho thành viên', en: 'Release the pack' },
    body: z.strictObject({ reason: z.string().optional() }),
    run: (ctx, { params, body }) => releasePack(ctx, params.meetingId, body),
  }),
  deed('post', '/meetings/{meetingId}/presence/{memberId}/arrive', {
    tag,
    title: { vi: 'Ghi nhận có mặt', en: 'Record an arrival' },
    run: (ctx, { params }) => recordArrival(ctx, params.meetingId, params.memberId),
  }),
  deed('post', '/meetings/{meetingId}/presence/{memberId}/leave', {
    tag,
    title: { vi: 'Ghi nhận rời họp', en: 'Record a leaving' },
    run: (ctx, { params }) => recordLeaving(ctx, params.meetingId, params.memberId),
  }),
  deed('post', '/meetings/{meetingId}/open', {
    tag,
    title: { vi: 'Khai mạc', en: 'Open the session' },
    about: {
      vi: 'Hội đồng phải hợp lệ; điều kiện chỉ cảnh báo cần ghi lý do.',
      en: 'The council must be valid; what only warns needs a written reason.',
    },
    body: z.strictObject({ reason: z.string().optional() }),
    run: (ctx, { params, body }) => openMeeting(ctx, params.meetingId, body),
  }),
  deed('post', '/meetings/{meetingId}/close', {
    tag,
    title: { vi: 'Bế mạc', en: 'Close the session' },
    run: (ctx, { params }) => closeMeeting(ctx, params.meetingId),
  }),
  deed('put', '/meetings/{meetingId}/notes', {
    tag,
    title: { vi: 'Ghi chép của thư ký', en: 'The scribe’s notes' },
    body: z.strictObject({ text: z.string(), version }),
    answer: newVersion,
    run: async (ctx, { params, body }) => ({ version: await saveScribeNotes(ctx, params.meetingId, body.text, body.version) }),
  }),
  deed('post', '/items/{itemId}/open-pack', {
    tag,
    title: { vi: 'Mở hồ sơ của một mục', en: 'Open an item’s pack' },
    run: (ctx, { params }) => openPack(ctx, params.itemId),
  }),
  read('/meetings/{meetingId}/opinions', {
    tag,
    title: { vi: 'Tiến độ lấy ý kiến bằng văn bản', en: 'Progress of a written opinion' },
    about: { vi: 'Số phiếu đã gửi, không có nội dung phiếu.', en: 'How many ballots were sent, never what they say.' },
    answer: record,
    run: ({ db, actor, now }, { params }) => opinionBoard(db, actor, params.meetingId, now),
  }),
  deed('post', '/meetings/{meetingId}/opinions/extend', {
    tag,
    title: { vi: 'Gia hạn gửi phiếu', en: 'Move the last day for ballots later' },
    body: z.strictObject({ dueOn: z.string(), reason: z.string(), version }),
    run: async (ctx, { params, body }) => void (await extendBallots(ctx, params.meetingId, body)),
  }),
  deed('post', '/items/{itemId}/change-ballot', {
    tag,
    title: { vi: 'Đổi phiếu lấy ý kiến đã gửi', en: 'Change one’s ballot' },
    run: (ctx, { params }) => changeBallot(ctx, params.itemId),
  }),
  deed('post', '/items/{itemId}/call-meeting', {
    tag,
    title: { vi: 'Triệu tập họp cho một mục lấy ý kiến bằng văn bản', en: 'Call an item given in writing to a meeting' },
    body: z.strictObject({ reason: z.string().optional() }),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await callToMeeting(ctx, params.itemId, body) }),
  }),
  read('/people', {
    tag,
    title: { vi: 'Tài khoản và cơ quan để cử vào Hội đồng', en: 'Accounts and bodies for council seats' },
    query: z.strictObject({ q: z.string().max(100) }),
    answer: record,
    run: async ({ db, actor }, { query }) => {
      must(serves(actor, actor.authority, 'office', 'admin'))
      const { rows } = await listAccounts(db, actor, { query: query.q, page: 1 })
      const bodies = await db
        .selectFrom('body')
        .select(['id', 'name', 'shortName'])
        .where('authority', '=', actor.authority)
        .orderBy('name')
        .limit(500)
        .execute()
      return {
        accounts: rows
          .filter((row) => row.blockedAt === null && row.authority === actor.authority)
          .map((row) => ({ id: row.id, name: row.name })),
        bodies,
      }
    },
  }),
]
