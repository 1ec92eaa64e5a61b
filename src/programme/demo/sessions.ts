// The council of the demo: one meeting closed with its results and decisions, one in session today and ready to score.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { casesOf, criteriaOf, type Answers } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { buildMinistryPack, recordSentToMinistry } from '../certificate/ministry.actions.ts'
import { issueDecision, prepareDecision } from '../certificate/decision.actions.ts'
import { issueLetter } from '../certificate/letter.actions.ts'
import { act, type Ctx, type Services } from '../context.ts'
import { closeResult, closeScoring } from '../council/closing.actions.ts'
import { declareConflict } from '../council/conflict.actions.ts'
import { addMember, createCouncil, establishCouncil } from '../council/council.actions.ts'
import { itemFacts } from '../council/council.store.ts'
import { concludeEnding, raiseEnding, voteEnding } from '../council/ending.actions.ts'
import { putOnAgenda, releasePack } from '../council/agenda.actions.ts'
import { closeMeeting, createMeeting, openMeeting, openPack, recordArrival } from '../council/meeting.actions.ts'
import { finaliseSheet, saveSheet, startSheet } from '../council/sheet.actions.ts'
import { fieldOf } from '../council/sheet.ts'
import { formOfItem } from '../council/sheet.store.ts'
import { endingsOf } from '#/regulation/endings.ts'
import { plausibleAnswers } from './answers.ts'
import type { DemoPeople } from './people.ts'
import type { Story } from './stories.ts'
import { daysAgo } from './walk.ts'

/** Seats in the order of the decision. `thanhvien` and the chair are signed-in demo accounts; they score today's items themselves. */
const seats = [
  { key: 'chair', body: 'committee', post: 'Phó Chủ tịch UBND tỉnh', role: 'chair' },
  { key: 'vice', body: 'agriculture', post: 'Giám đốc Sở Nông nghiệp và Môi trường', role: 'viceChair' },
  { key: 'trade', body: 'trade', post: 'Phó Giám đốc Sở Công Thương', role: 'member' },
  { key: 'member', body: 'health', post: 'Phó Giám đốc Sở Y tế', role: 'member' },
  { key: 'science', body: 'science', post: 'Phó Giám đốc Sở Khoa học và Công nghệ', role: 'member' },
  { key: 'culture', body: 'culture', post: 'Phó Giám đốc Sở Văn hóa, Thể thao và Du lịch', role: 'member' },
  { key: 'officeSeat', body: 'office', post: 'Chánh Văn phòng Điều phối', role: 'member' },
  { key: 'association', body: 'association', post: 'Chủ tịch Hội Nghề cá', role: 'member' },
  { key: 'secretary', body: 'office', post: 'Chuyên viên', role: 'secretary' },
] as const

const voters = seats.filter((seat) => seat.role !== 'secretary').map((seat) => seat.key)
/** Excused from the past meeting: six of eight voting members are the quorum of 75 %. */
const excused: readonly string[] = ['culture', 'association']
const present = voters.filter((key) => !excused.includes(key))
const visitors: readonly string[] = ['chair', 'member']

export type Council = { councilId: string; members: Record<string, string> }

export async function makeCouncil(services: Services, people: DemoPeople): Promise<Council> {
  const past = daysAgo(services, 120)
  const office = await people.as('office')
  const today = plainDateOf(past.clock.now())
  const councilId = await act(past, office, (ctx) =>
    createCouncil(ctx, {
      name: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Thanh Hóa',
      termFrom: formatDate(today),
      termTo: formatDate(addDays(today, 5 * 365)),
    }),
  )
  const members: Record<string, string> = {}
  for (const { key, body, post, role } of seats)
    members[key] = await act(past, office, (ctx) =>
      addMember(ctx, councilId, { accountId: people.accounts[key], bodyId: people.bodies[body], post, role }),
    )
  await act(past, office, (ctx) =>
    establishCouncil(ctx, councilId, { number: '', date: formatDate(today), signer: 'Hoàng Đức Long', signerPost: 'Chủ tịch' }),
  )
  return { councilId, members }
}

export type Agenda = { dossierId: string; story: Story }[]

type Session = { services: Services; people: DemoPeople; council: Council; meetingId: string; items: string[] }

async function hold(
  services: Services,
  people: DemoPeople,
  council: Council,
  input: { roundId: string; agenda: Agenda; heldDaysAgo: number; name: string },
): Promise<Session> {
  const office = await people.as('office')
  const meetingDay = addDays(plainDateOf(services.clock.now()), -input.heldDaysAgo)
  const prepared = daysAgo(services, input.heldDaysAgo + 16)
  const meetingId = await act(prepared, office, (ctx) =>
    createMeeting(ctx, {
      councilId: council.councilId,
      roundId: input.roundId,
      name: input.name,
      date: formatDate(meetingDay),
      time: '08:00',
      place: 'Phòng họp số 2, trụ sở UBND tỉnh',
      mode: 'meeting',
    }),
  )
  const items = await act(prepared, office, (ctx) =>
    putOnAgenda(
      ctx,
      meetingId,
      input.agenda.map(({ dossierId }) => dossierId),
    ),
  )
  await act(daysAgo(services, input.heldDaysAgo + 13), office, (ctx) => releasePack(ctx, meetingId))
  return { services: input.heldDaysAgo === 0 ? services : daysAgo(services, input.heldDaysAgo, 8), people, council, meetingId, items }
}

async function seat(
  { services, people, council, meetingId, items }: Session,
  leaveOut: readonly string[],
  absent: readonly string[] = [],
): Promise<void> {
  const office = await people.as('office')
  for (const { key } of seats) {
    if (absent.includes(key)) continue
    await act(services, office, (ctx) => recordArrival(ctx, meetingId, council.members[key] ?? ''))
    const actor = await people.as(key)
    for (const itemId of items) {
      // A session opens only once everyone there has declared; the visitors still open their packs themselves.
      await act(services, actor, (ctx) => declareConflict(ctx, itemId, { conflicted: 'no' }))
      if (!leaveOut.includes(key)) await act(services, actor, (ctx) => openPack(ctx, itemId))
    }
  }
  await act(services, await people.as('chair'), (ctx) => openMeeting(ctx, meetingId))
}

async function score(session: Session, key: string, itemId: string, answers: Answers): Promise<void> {
  const { services, people } = session
  const actor = await people.as(key)
  const { version } = await act(services, actor, (ctx) => startSheet(ctx, itemId))
  const fields = Object.fromEntries(Object.entries(answers).map(([code, option]) => [fieldOf.option(code), String(option)]))
  const saved = await act(services, actor, (ctx) => saveSheet(ctx, itemId, { version, fields, comment: '' }))
  await act(services, actor, (ctx) => finaliseSheet(ctx, itemId, saved.version))
}

/** Members differ a little: some give one step more on one criterion without a star minimum, so that stars hold and means have decimals. */
function variant(form: Form, base: Answers, index: number): Answers {
  const free = criteriaOf(form).filter(({ criterion }) => {
    const option = base[criterion.code] ?? 0
    const gated = criterion.minStar !== undefined || criterion.options.some((one) => one.minStar !== undefined)
    return !gated && !criterion.cases && !criterion.onlyIf && option < criterion.options.length
  })
  const chosen = free[index % Math.max(1, free.length)]?.criterion.code
  return chosen === undefined || index % 3 === 0 ? base : { ...base, [chosen]: (base[chosen] ?? 0) + 1 }
}

async function formAndBase(session: Session, itemId: string, story: Story): Promise<{ form: Form; base: Answers }> {
  const { db } = session.services.database
  const { form, thresholds } = await formOfItem(db, session.services.regulations, await itemFacts(db, itemId))
  const [caseNumber] = casesOf(form)
  return { form, base: plausibleAnswers(form, thresholds, story.star, caseNumber) }
}

/** The closed meeting: every item scored and concluded, one ended by the council's vote; then decisions, letters, the ministry's package. */
export async function pastMeeting(
  services: Services,
  people: DemoPeople,
  council: Council,
  roundId: string,
  agenda: Agenda,
): Promise<void> {
  const session = await hold(services, people, council, { roundId, agenda, heldDaysAgo: 15, name: 'Kỳ họp thứ nhất' })
  await seat(session, [], excused)
  const chair = await people.as('chair')
  const at = session.services
  for (const [index, itemId] of session.items.entries()) {
    const story = agenda[index]?.story
    if (!story) continue
    if (story.until === 'ended') {
      await endByVote(session, itemId)
      continue
    }
    const { form, base } = await formAndBase(session, itemId, story)
    for (const [place, key] of present.entries()) await score(session, key, itemId, story.star === 5 ? base : variant(form, base, place))
    await act(at, chair, (ctx) => closeScoring(ctx, itemId))
    await act(at, chair, (ctx) => closeResult(ctx, itemId))
  }
  await act(at, chair, (ctx) => closeMeeting(ctx, session.meetingId))
  await afterResults(services, people, agenda)
}

async function endByVote(session: Session, itemId: string): Promise<void> {
  const { services, people } = session
  const { db } = services.database
  const { form } = await formOfItem(db, services.regulations, await itemFacts(db, itemId))
  const rule = endingsOf(form).find((one) => one.kind === 'eliminated') ?? endingsOf(form)[0]
  if (!rule) throw new Error('demo: no ending')
  const endingId = await act(services, await people.as('trade'), (ctx) =>
    raiseEnding(ctx, itemId, { ruleId: rule.id, reason: 'Chủ thể không chứng minh được nguồn gốc nguyên liệu, hóa đơn mua ngoài tỉnh.' }),
  )
  for (const key of present) await act(services, await people.as(key), (ctx) => voteEnding(ctx, endingId, { agrees: 'yes' }))
  await act(services, await people.as('chair'), (ctx) => concludeEnding(ctx, endingId))
}

const signing = (ctx: Ctx) => ({
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: formatDate(plainDateOf(ctx.now)),
  signerName: 'Hoàng Đức Long',
  signerPost: 'CHỦ TỊCH',
})

async function afterResults(services: Services, people: DemoPeople, agenda: Agenda): Promise<void> {
  const later = daysAgo(services, 9)
  const [office, leader] = [await people.as('office'), await people.as('leader')]
  const results = await services.database.db
    .selectFrom('result')
    .select(['id', 'dossierId'])
    .where('state', '=', 'valid')
    .where(
      'dossierId',
      'in',
      agenda.map((one) => one.dossierId),
    )
    .execute()
  const resultsOf = (until: Story['until']) =>
    agenda
      .filter((one) => one.story.until === until)
      .flatMap((one) => results.filter((row) => row.dossierId === one.dossierId).map((row) => row.id))

  for (const [kind, until, title] of [
    ['recognition', 'recognised', 'Về việc công nhận sản phẩm OCOP đạt 3 sao, 4 sao'],
    ['approval', 'sentToMinistry', 'Về việc phê duyệt kết quả đánh giá sản phẩm có tiềm năng 5 sao'],
  ] as const) {
    const id = await act(later, office, (ctx) => prepareDecision(ctx, { kind, title, resultIds: resultsOf(until) }))
    const { version } = await services.database.db
      .selectFrom('recognitionDecision')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await act(later, leader, (ctx) => issueDecision(ctx, id, signing(ctx), version))
  }
  for (const resultId of resultsOf('notRecognised'))
    await act(later, office, (ctx) =>
      issueLetter(ctx, resultId, {
        ...signing(ctx),
        signerName: 'Phạm Quốc Hưng',
        signerPost: 'CHÁNH VĂN PHÒNG',
        advice: 'Hoàn thiện nhãn, bao bì và hồ sơ công bố chất lượng rồi đăng ký lại.',
      }),
    )
  for (const resultId of resultsOf('sentToMinistry')) {
    const packId = await act(later, office, (ctx) => buildMinistryPack(ctx, resultId))
    await act(later, office, (ctx) => recordSentToMinistry(ctx, packId))
  }
}

/** Today's meeting: everyone seated; all but the two visiting accounts have finished the first item, so that a visitor can finish and close it. */
export async function todaysMeeting(
  services: Services,
  people: DemoPeople,
  council: Council,
  roundId: string,
  agenda: Agenda,
): Promise<void> {
  const session = await hold(services, people, council, { roundId, agenda, heldDaysAgo: 0, name: 'Kỳ họp thứ hai' })
  await seat(session, visitors)
  const [first] = session.items
  const story = agenda[0]?.story
  if (!first || !story) return
  const { form, base } = await formAndBase(session, first, story)
  for (const [place, key] of voters.entries()) if (!visitors.includes(key)) await score(session, key, first, variant(form, base, place))
}
