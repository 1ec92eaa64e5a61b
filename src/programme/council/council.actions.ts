// Setting up a council: its decision, members, rules. All verbs of the provincial OCOP office.
import { isId, newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import type { Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields } from '../fields.ts'
import { serves } from '../people/actor.ts'
import { mustStand } from '../people/standing.ts'
import { notify } from '../people/notice.ts'
import { worksAt } from '../people/people.store.ts'
import { found, must } from '../refuse.ts'
import { isDepartment } from './composition.ts'
import type { CouncilRole } from './council.ts'
import { councilForUpdate } from './council.guard.ts'
import { issueCouncilDecision, type DecisionInput } from './council.decision.ts'
import { defaultRules, readRules, type CouncilRules } from './council.rules.ts'
import { seatsOf } from './council.store.ts'
import { packOfLevel } from './validity.store.ts'

export type CouncilInput = { name: unknown; termFrom: unknown; termTo: unknown }

/** Opens a draft with the pack's default rules. Returns its id. */
export async function createCouncil(ctx: Ctx, input: CouncilInput): Promise<string> {
  must(serves(ctx.actor, ctx.actor.authority, 'office'))
  mustStand(ctx.actor.authority, plainDateOf(ctx.now))
  const form = new Fields(input)
  const name = form.text('name', { max: 200, required: true })
  const from = form.date('termFrom', { required: true })
  const to = form.date('termTo', { required: true })
  if (from && to && to <= from)
    form.say('termTo', { vi: 'Ngày hết nhiệm kỳ phải sau ngày bắt đầu.', en: 'The term must end after it begins.' })
  const { termFrom, termTo } = form.done({ termFrom: from, termTo: to })
  // The law of the day that gives this level a council; the office may choose another of those.
  const pack = packOfLevel(ctx.regulations, ctx.actor.authority, plainDateOf(ctx.now)) ?? ctx.regulations.current
  const id = newId()
  await ctx.tx
    .insertInto('council')
    .values({
      id,
      authority: ctx.actor.authority,
      name,
      decisionNumber: '',
      decisionDate: plainDateOf(ctx.now),
      termFrom,
      termTo,
      regulationId: pack.id,
      rules: json(defaultRules(pack)),
      state: 'draft',
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  await audit(ctx, { verb: 'council.created', subjectKind: 'council', subjectId: id, payload: { name, termFrom, termTo } })
  return id
}

/** `department`: the field of work the seat stands for where the body's name does not tell; empty = by the body. */
export type MemberInput = { accountId: unknown; bodyId: unknown; post: unknown; role: unknown; department?: unknown }

/** Adds a member, or seats again one who had left. A secretary never votes; a second chair is refused. */
export async function addMember(ctx: Ctx, councilId: string, input: MemberInput): Promise<string> {
  const council = await councilForUpdate(ctx, councilId)
  const form = new Fields(input)
  const post = form.text('post', { max: 150, required: true })
  const asked = form.oneOf<CouncilRole>('role', ['chair', 'viceChair', 'member', 'secretary'], { required: true })
  const account = typeof input.accountId === 'string' ? await accountOf(ctx, input.accountId, council.authority) : undefined
  if (!account) form.say('accountId', { vi: 'Chọn tài khoản của người được cử.', en: 'Choose the account of the person.' })
  const bodyId = await bodyOf(ctx.tx, input.bodyId, council.authority)
  if (bodyId === undefined) form.say('bodyId', { vi: 'Chọn cơ quan trong danh sách.', en: 'Choose a body from the list.' })
  const department = input.department === undefined || input.department === null || input.department === '' ? null : input.department
  if (department !== null && !isDepartment(department))
    form.say('department', { vi: 'Chọn lĩnh vực trong danh sách.', en: 'Choose a field from the list.' })
  const seats = await seatsOf(ctx.tx, councilId)
  const held = account && seats.find((seat) => seat.accountId === account.id)
  if (held && held.leftOn === null) form.say('accountId', { vi: 'Người này đã là thành viên.', en: 'This person is a member already.' })
  if (asked === 'chair' && seats.some((seat) => seat.role === 'chair' && seat.leftOn === null))
    form.say('role', { vi: 'Hội đồng đã có Chủ tịch.', en: 'The council has a chair already.' })
  const { role } = form.done({ role: asked })
  if (!account || bodyId === undefined) throw new AppError('invalid')
  const seat = {
    bodyId,
    name: account.name,
    post,
    role,
    voting: role !== 'secretary',
    department: isDepartment(department) ? department : null,
    ordinal: Math.max(0, ...seats.map((entry) => entry.ordinal)) + 1,
  }
  const id = held?.memberId ?? newId()
  if (held)
    await ctx.tx
      .updateTable('councilMember')
      .set({ ...seat, leftOn: null })
      .where('id', '=', id)
      .execute()
  else
    await ctx.tx
      .insertInto('councilMember')
      .values({ id, councilId, accountId: account.id, ...seat })
      .execute()
  await audit(ctx, {
    verb: 'council.memberAdded',
    subjectKind: 'council',
    subjectId: councilId,
    payload: { memberId: id, name: account.name, post, role },
  })
  return id
}

/** The member leaves today: no new sheets, no voting place; what is final stays. A draft council just loses the line. */
export async function memberLeaves(ctx: Ctx, councilId: string, memberId: string, reason: unknown): Promise<void> {
  const council = await councilForUpdate(ctx, councilId)
  const seat = found((await seatsOf(ctx.tx, councilId)).find((entry) => entry.memberId === memberId))
  if (seat.leftOn !== null) return
  if (council.state === 'draft') {
    await ctx.tx.deleteFrom('councilMember').where('id', '=', memberId).execute()
  } else {
    await ctx.tx
      .updateTable('councilMember')
      .set({ leftOn: plainDateOf(ctx.now) })
      .where('id', '=', memberId)
      .execute()
    await ctx.tx.updateTable('presence').set({ leftAt: ctx.now }).where('memberId', '=', memberId).where('leftAt', 'is', null).execute()
  }
  const form = new Fields({ reason })
  const why = form.text('reason', { max: 500, required: council.state !== 'draft', multiline: true })
  form.done()
  await audit(ctx, {
    verb: 'council.memberLeft',
    subjectKind: 'council',
    subjectId: councilId,
    payload: { memberId, name: seat.name, reason: why },
  })
}

/** Replaces the rules. Refused while a meeting that is not closed holds a final sheet; other running meetings take the new rules over. */
export async function changeRules(
  ctx: Ctx,
  councilId: string,
  given: Readonly<Record<string, unknown>>,
  version: number,
): Promise<CouncilRules> {
  const council = await councilForUpdate(ctx, councilId)
  if (council.version !== version) throw new AppError('versionConflict')
  const { rules, faults } = readRules(given)
  if (!rules) throw new AppError('invalid', {}, faults)
  const scored = await ctx.tx
    .selectFrom('scoreSheet as s')
    .innerJoin('agendaItem as i', 'i.id', 's.itemId')
    .innerJoin('meeting as m', 'm.id', 'i.meetingId')
    .select('s.id')
    .where('m.councilId', '=', councilId)
    .where('m.state', '<>', 'closed')
    .where('s.finalisedAt', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (scored) throw new AppError('council.rulesInUse')
  await ctx.tx
    .updateTable('council')
    .set({ rules: json(rules), version: council.version + 1 })
    .where('id', '=', councilId)
    .execute()
  await ctx.tx
    .updateTable('meeting')
    .set({ rules: json(rules) })
    .where('councilId', '=', councilId)
    .where('state', 'in', ['released', 'open'])
    .execute()
  await audit(ctx, {
    verb: 'council.rulesChanged',
    subjectKind: 'council',
    subjectId: councilId,
    payload: { before: council.rules, after: rules },
  })
  return rules
}

/**
 * Establishes the council: number, date, signer, paper; from now on its members hold their seats. Needs a chair, a vice-chair and a
 * secretary and at least three who vote (Interpretation: the decision names the seats, not their number).
 */
export async function establishCouncil(ctx: Ctx, councilId: string, input: DecisionInput): Promise<string> {
  const council = await councilForUpdate(ctx, councilId)
  if (council.state !== 'draft')
    throw new AppError('stateConflict', { state: council.state === 'established' ? 'đã thành lập' : 'đã giải thể' })
  const seats = (await seatsOf(ctx.tx, councilId)).filter((seat) => seat.leftOn === null)
  const missing = missingSeats(seats)
  if (missing.length > 0) throw new AppError('council.incomplete', { missing: missing.join(', ') })
  const { documentId, number, date } = await issueCouncilDecision(ctx, council, seats, input)
  await ctx.tx
    .updateTable('council')
    .set({ state: 'established', decisionNumber: number, decisionDate: date, decisionDocumentId: documentId, version: council.version + 1 })
    .where('id', '=', councilId)
    .execute()
  await audit(ctx, {
    verb: 'council.established',
    subjectKind: 'council',
    subjectId: councilId,
    payload: { number, date, members: seats.length },
  })
  await notify(
    ctx,
    seats.map((seat) => seat.accountId),
    {
      kind: 'council.seated',
      dedupe: councilId,
      subjectKind: 'council',
      subjectId: councilId,
      link: '/hoi-dong/ky-hop',
      params: { council: council.name },
    },
  )
  return documentId
}

/** What keeps a council from being established, in Vietnamese words for the refusal. */
export function missingSeats(seats: readonly { role: CouncilRole; voting: boolean }[]): string[] {
  const has = (role: CouncilRole) => seats.some((seat) => seat.role === role)
  return [
    ...(has('chair') ? [] : ['Chủ tịch']),
    ...(has('viceChair') ? [] : ['Phó Chủ tịch']),
    ...(has('secretary') ? [] : ['thư ký']),
    ...(seats.filter((seat) => seat.voting).length >= 3 ? [] : ['ít nhất 3 thành viên có quyền chấm']),
  ]
}

/** An account that works at the desk and may be seated. */
export async function accountOf(ctx: Ctx, accountId: string, authority: string) {
  return await ctx.tx
    .selectFrom('authUser as u')
    .select(['u.id', 'u.name'])
    .where('u.id', '=', accountId)
    .where(worksAt(authority, plainDateOf(ctx.now)))
    .where('u.blockedAt', 'is', null)
    .executeTakeFirst()
}

/** Null: an invited expert without a body. Undefined: not a body of this province. */
export async function bodyOf(tx: Tx, bodyId: unknown, authority: string): Promise<string | null | undefined> {
  if (bodyId === undefined || bodyId === null || bodyId === '') return null
  if (!isId(bodyId)) return undefined
  const body = await tx.selectFrom('body').select('id').where('id', '=', bodyId).where('authority', '=', authority).executeTakeFirst()
  return body?.id
}
