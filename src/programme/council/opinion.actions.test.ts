import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isAppError } from '#/platform/errors/app-error.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, people, type Person, type World } from '#/testing/world.ts'
import { changeMeeting, releasePack } from './agenda.actions.ts'
import { agendaFor } from './agenda.view.ts'
import { closeResult, closeScoring } from './closing.actions.ts'
import { lowered, placeSheet } from './closing.fixture.ts'
import { closingView } from './closing.view.ts'
import { pinConflict } from './conflict.actions.ts'
import { answersFor, fillSheet, readyMember, votingPeople, type MeetingFixture } from './council.fixture.ts'
import { itemFacts, sheetsOf } from './council.store.ts'
import { itemFor } from './item.view.ts'
import { firstBallotsFor } from './first-ballots.view.ts'
import { closeMeeting, openMeeting, recordArrival } from './meeting.actions.ts'
import { callToMeeting, changeBallot, extendBallots } from './opinion.actions.ts'
import { ballotsSent } from './opinion.fixture.ts'
import { callOf, opinionSession } from './opinion.store.ts'
import { setPresentation } from './presentation.actions.ts'
import { openReconciliation } from './reconciliation.actions.ts'
import { finaliseSheet, saveSheet } from './sheet.actions.ts'
import { formOfItem } from './sheet.store.ts'

let services: TestServices
let world: World
let session: MeetingFixture
let item = ''
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
beforeEach(async () => {
  session = await ballotsSent(world)
  item = session.items[0] ?? ''
})
afterAll(() => services.close())

const db = () => services.database.db
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)
const today = () => plainDateOf(services.clock.now())
const stateOf = async (itemId: string) => (await itemFacts(db(), itemId)).state
const send = async (n: number, star: 3 | 4 | 5 = 4) => {
  const answers = await answersFor(world, item, star)
  for (const person of votingPeople.slice(0, n)) await placeSheet(world, item, session.members[person], answers)
}
const pastDue = () =>
  db()
    .updateTable('opinionSession')
    .set({ dueOn: addDays(today(), -1) })
    .where('meetingId', '=', session.meetingId)
    .execute()

describe('ballots', () => {
  test('go out with the pack, with their last day by the council’s rules, and nobody need be present to send one', async () => {
    expect(await opinionSession(db(), session.meetingId)).toMatchObject({ dueOn: addDays(today(), 10), extensions: [] })
    expect(await stateOf(item)).toBe('scoring')
    await db().deleteFrom('presence').where('meetingId', '=', session.meetingId).execute()
    await fillSheet(world, 'seat4', item, await answersFor(world, item, 4))
    expect((await sheetsOf(db(), item)).map((sheet) => sheet.state)).toEqual(['final'])
  })

  test('sent twice is sent once', async () => {
    await fillSheet(world, 'seat4', item, await answersFor(world, item, 4))
    const [sheet] = await sheetsOf(db(), item)
    await as('seat4', (ctx) => finaliseSheet(ctx, item, (sheet?.version ?? 0) - 1))
    expect((await sheetsOf(db(), item)).length).toBe(1)
  })

  test('may be changed until their last day; the first stays on record, the new one starts from it', async () => {
    const answers = await answersFor(world, item, 4)
    await fillSheet(world, 'seat4', item, answers)
    await as('seat4', (ctx) => changeBallot(ctx, item))
    await as('seat4', (ctx) => changeBallot(ctx, item))
    const sheets = await sheetsOf(db(), item)
    expect(sheets.map((sheet) => sheet.state).toSorted()).toEqual(['draft', 'voided'])
    const draft = sheets.find((sheet) => sheet.state === 'draft')
    expect(Object.keys(draft?.answers ?? {}).length).toBe(Object.keys(answers).length)
    await as('seat4', (ctx) => finaliseSheet(ctx, item, draft?.version ?? 0))
    expect((await sheetsOf(db(), item)).map((sheet) => sheet.state).toSorted()).toEqual(['final', 'voided'])
  })

  test('a late one is refused, whether new, half written or changed, and nothing is stored', async () => {
    await fillSheet(world, 'seat4', item, await answersFor(world, item, 4))
    await fillSheet(world, 'seat5', item, await answersFor(world, item, 4), { final: false })
    await pastDue()
    const late = { code: 'ballot.late' }
    await expect(as('seat4', (ctx) => changeBallot(ctx, item))).rejects.toMatchObject(late)
    await expect(as('seat5', (ctx) => finaliseSheet(ctx, item, 2))).rejects.toMatchObject(late)
    await expect(as('seat5', (ctx) => saveSheet(ctx, item, { version: 2, fields: {} }))).rejects.toMatchObject(late)
    expect((await sheetsOf(db(), item)).map((sheet) => sheet.state).toSorted()).toEqual(['draft', 'final'])
  })

  test('belong to their member: secretary, office and strangers send and change none', async () => {
    for (const person of ['seat9', 'office'] as const)
      await expect(as(person, (ctx) => changeBallot(ctx, item))).rejects.toMatchObject({
        code: person === 'office' ? 'notFound' : 'forbidden',
      })
    for (const person of ['producer', 'leader', 'admin', 'otherProvinceOffice'] as const)
      await expect(as(person, (ctx) => changeBallot(ctx, item))).rejects.toMatchObject({ code: 'notFound' })
  })

  test('before closing nobody reads another’s: not on the agenda, the item, the board or in a refusal', async () => {
    await fillSheet(world, 'seat4', item, await answersFor(world, item, 4), { comments: { '1.1': 'Nhận xét kín' } })
    const others = await sheetsOf(db(), item)
    for (const person of people.filter((one) => one !== 'seat4')) {
      const actor = await actorOf(world, person)
      const now = services.clock.now()
      const told = async (work: Promise<unknown>) =>
        JSON.stringify(await work.catch((error: unknown) => (isAppError(error) ? error.say('vi') : String(error))))
      const text = [
        await told(agendaFor(db(), actor, session.meetingId, now)),
        await told(itemFor(db(), services.regulations, actor, item, now)),
        await told(closingView(db(), services.regulations, actor, item, now)),
        await told(as(person, (ctx) => callToMeeting(ctx, item))),
        await told(as(person, (ctx) => closeScoring(ctx, item))),
      ].join('\n')
      expect(text).not.toContain('Nhận xét kín')
      for (const sheet of others) expect(text).not.toContain(sheet.id)
      expect(/"(mean|sums|sheets)":[[{]/.test(text)).toBe(false)
    }
    const slot = (await agendaFor(db(), await actorOf(world, 'office'), session.meetingId, services.clock.now())).slots[0]
    expect(slot).toMatchObject({ progress: { final: 1, of: 8 }, members: null })
  })
})

describe('closing in writing', () => {
  test('waits for every ballot or their last day; silence then counts neither for nor against', async () => {
    await send(6)
    await expect(as('seat1', (ctx) => closeScoring(ctx, item))).rejects.toMatchObject({
      code: 'closing.blocked',
      params: { reasons: /còn 2 thành viên chưa gửi phiếu/ },
    })
    await pastDue()
    await as('seat1', (ctx) => closeScoring(ctx, item))
    const resultId = await as('seat1', (ctx) => closeResult(ctx, item))
    const row = await db().selectFrom('result').select(['star', 'basis']).where('id', '=', resultId).executeTakeFirstOrThrow()
    const basis = row.basis as { sheets: unknown[]; members: { place: string | null }[] }
    expect(row.star).toBe(4)
    expect(basis.sheets.length).toBe(6)
    expect(basis.members.filter((member) => member.place === 'silent').length).toBe(2)
    await as('seat1', (ctx) => closeMeeting(ctx, session.meetingId))
    const minutes = await db()
      .selectFrom('document')
      .select('title')
      .where('subjectId', '=', session.meetingId)
      .where('kind', '=', 'minutes')
      .execute()
    expect(minutes.map((paper) => paper.title)).toEqual(['Biên bản tổng hợp ý kiến bằng văn bản: Lấy ý kiến bằng văn bản đợt 2'])
  })

  test('does not happen with too few ballots, however late it is: the chair calls a meeting, or gives more time', async () => {
    await send(5)
    await expect(as('seat1', (ctx) => callToMeeting(ctx, item))).rejects.toMatchObject({ code: 'closing.notNow' })
    await pastDue()
    await expect(as('seat1', (ctx) => closeScoring(ctx, item))).rejects.toMatchObject({ code: 'closing.blocked' })
    await expect(as('seat1', (ctx) => callToMeeting(ctx, item))).rejects.toMatchObject({ code: 'invalid' })
    await as('seat1', (ctx) => callToMeeting(ctx, item, { reason: 'Hết hạn mới có 5 phiếu' }))
    expect(await callOf(db(), item)).toMatchObject({ ground: 'few', ballots: 5, silent: 3, ways: [] })
  })

  test('the last day moves later with a reason, by the chair or the office, and late members may then send', async () => {
    await pastDue()
    const extend = (person: Person, dueOn: string, reason = 'Hai thành viên đi công tác', version = 1) =>
      as(person, (ctx) => extendBallots(ctx, session.meetingId, { dueOn, reason, version }))
    await expect(extend('seat5', '30/09/2026')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(extend('producer', '30/09/2026')).rejects.toMatchObject({ code: 'notFound' })
    await expect(extend('office', '01/09/2026')).rejects.toMatchObject({ code: 'invalid' })
    await expect(extend('office', '30/09/2026', '')).rejects.toMatchObject({ code: 'invalid' })
    expect(await extend('office', '30/09/2026')).toBe('2026-09-30')
    await expect(extend('seat1', '01/10/2026')).rejects.toMatchObject({ code: 'versionConflict' })
    await fillSheet(world, 'seat4', item, await answersFor(world, item, 4))
    expect((await opinionSession(db(), session.meetingId))?.extensions.length).toBe(1)
  })
})

describe('ballots that differ', () => {
  beforeEach(async () => {
    const common = await answersFor(world, item, 4)
    const { form } = await formOfItem(db(), services.regulations, await itemFacts(db(), item))
    for (const person of votingPeople)
      await placeSheet(world, item, session.members[person], person === 'seat8' ? lowered(form, common, 12) : common)
    await as('seat1', (ctx) => closeScoring(ctx, item))
  })

  test('cannot be closed nor discussed in writing', async () => {
    await expect(as('seat1', (ctx) => closeResult(ctx, item))).rejects.toMatchObject({
      code: 'closing.blocked',
      params: { reasons: /ý kiến bằng văn bản khác nhau \(.*chênh lệch điểm vượt mức/ },
    })
    await expect(as('seat1', (ctx) => openReconciliation(ctx, item, { reason: 'Bàn', scope: [] }))).rejects.toMatchObject({
      code: 'closing.notNow',
    })
  })

  test('go to a draft meeting with the item on its agenda, once, by the chair alone; the ballots stay with the old item', async () => {
    for (const person of ['seat2', 'seat5', 'office'] as const)
      await expect(as(person, (ctx) => callToMeeting(ctx, item))).rejects.toMatchObject({ code: 'forbidden' })
    await as('office', (ctx) => pinConflict(ctx, item, { accountId: world.accounts.seat7, cause: 'contract', reason: 'Hợp đồng tư vấn' }))
    await expect(as('seat7', (ctx) => callToMeeting(ctx, item))).rejects.toMatchObject({ code: 'notFound' })
    const meetingId = await as('seat1', (ctx) => callToMeeting(ctx, item))
    expect(await as('seat1', (ctx) => callToMeeting(ctx, item))).toBe(meetingId)
    const call = await callOf(db(), item)
    expect(call).toMatchObject({ ground: 'differ', meetingId })
    expect(call?.ways).toContain('spread')
    const meeting = await db().selectFrom('meeting').selectAll().where('id', '=', meetingId).executeTakeFirstOrThrow()
    expect(meeting).toMatchObject({ state: 'planned', mode: 'meeting', councilId: session.councilId, roundId: session.roundId })
    const fresh = await itemFacts(db(), call?.toItemId ?? '')
    expect(fresh).toMatchObject({ state: 'waiting', dossierId: session.dossiers[0], dossierState: 'onAgenda' })
    // A recusal goes with the dossier.
    expect(fresh.conflicts).toMatchObject([{ accountId: world.accounts.seat7, state: 'confirmed' }])
    expect((await sheetsOf(db(), item)).filter((sheet) => sheet.state === 'final').length).toBeGreaterThanOrEqual(7)
    expect(await sheetsOf(db(), fresh.id)).toEqual([])
    const notices = await db()
      .selectFrom('notice')
      .select(['accountId', 'kind'])
      .where('kind', 'like', 'opinion.called%')
      .where('dedupe', '=', item)
      .execute()
    expect(notices.map((row) => row.accountId)).toContain(world.accounts.office)
    expect(notices.map((row) => row.accountId)).not.toContain(world.accounts.seat7)
    await as('seat1', (ctx) => closeMeeting(ctx, session.meetingId))
  })

  test('are read beside the new item by a member with the own sheet final, by the office after closing, by no one earlier nor recused', async () => {
    const meetingId = await as('seat1', (ctx) => callToMeeting(ctx, item))
    const fresh = (await callOf(db(), item))?.toItemId ?? ''
    const now = () => services.clock.now()
    const read = async (person: Person) => firstBallotsFor(db(), services.regulations, await actorOf(world, person), fresh, now())
    const nobody = async (persons: readonly Person[]) => {
      for (const person of persons) await expect(read(person), person).rejects.toMatchObject({ code: 'notFound' })
    }
    await nobody(people)
    const { version } = await db().selectFrom('meeting').select('version').where('id', '=', meetingId).executeTakeFirstOrThrow()
    const date = plainDateOf(new Date(now().getTime() + 20 * 86_400_000))
    await as('office', (ctx) => changeMeeting(ctx, meetingId, { name: 'Họp', date, time: '14:00', place: 'Phòng 2' }, version))
    await as('office', (ctx) => releasePack(ctx, meetingId, { reason: 'Gấp' }))
    await as('office', (ctx) => pinConflict(ctx, fresh, { accountId: world.accounts.seat7, cause: 'contract', reason: 'Hợp đồng' }))
    for (const person of votingPeople) if (person !== 'seat7') await readyMember(world, person, fresh)
    for (const person of votingPeople) await as('office', (ctx) => recordArrival(ctx, meetingId, session.members[person]))
    await as('seat1', (ctx) => openMeeting(ctx, meetingId))
    await nobody(people)
    await fillSheet(world, 'seat4', fresh, await answersFor(world, fresh, 4))
    await fillSheet(world, 'seat5', fresh, await answersFor(world, fresh, 4), { final: false })
    await nobody(people.filter((person) => person !== 'seat4'))
    const { comparison, call } = await read('seat4')
    expect(call).toMatchObject({ ground: 'differ', ballots: 8 })
    // Seven of eight: the ballot of the member recused since is left out.
    expect(comparison.columns.map((column) => column.memberId)).not.toContain(session.members.seat7)
    expect(comparison.columns.length).toBe(7)
    expect(comparison.rows.some((row) => row.gap > 0)).toBe(true)
    // Nothing of the sheets of the meeting is among them.
    expect(JSON.stringify(comparison)).not.toContain(fresh)
    const seen = await itemFor(db(), services.regulations, await actorOf(world, 'seat5'), fresh, now())
    expect(seen).toMatchObject({ firstBallots: false })
    await db().updateTable('agendaItem').set({ state: 'closed' }).where('id', '=', fresh).execute()
    await nobody(['seat7', 'producer', 'leader', 'admin', 'otherProvinceOffice'])
    for (const person of ['office', 'seat1', 'seat9'] as const) expect((await read(person)).comparison.columns.length).toBe(7)
  })
})

describe('the draft meeting a call makes', () => {
  const plan = { name: 'Họp Hội đồng', date: '2026-12-01', time: '13h30', place: 'Phòng họp 2' }
  const meetingOf = (id: string) => db().selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  let draft = ''
  beforeEach(async () => {
    await pastDue()
    draft = await as('seat1', (ctx) => callToMeeting(ctx, item, { reason: 'Thiếu phiếu' }))
  })

  test('gets its day, hour and place from the office before it is sent, by version, and the ledger keeps what stood before', async () => {
    expect(await as('office', (ctx) => changeMeeting(ctx, draft, plan, 1))).toBe(2)
    expect(await meetingOf(draft)).toMatchObject({ name: plan.name, place: plan.place, startsAt: new Date('2026-12-01T06:30:00Z') })
    await expect(as('office', (ctx) => changeMeeting(ctx, draft, plan, 1))).rejects.toMatchObject({ code: 'versionConflict' })
    const entry = await db().selectFrom('auditEntry').select('payload').where('verb', '=', 'meeting.changed').execute()
    expect(JSON.stringify(entry.at(-1))).toContain('chưa kết luận được')
  })

  test('is not changed by others, with rubbish, nor once its pack is out', async () => {
    for (const person of people.filter((one) => one !== 'office'))
      await expect(
        as(person, (ctx) => changeMeeting(ctx, draft, plan, 1)),
        person,
      ).rejects.toMatchObject({ code: 'notFound' })
    await expect(
      as('office', (ctx) => changeMeeting(ctx, draft, { name: '', date: '31/02/2026', time: '25:00' }, 1)),
    ).rejects.toMatchObject({
      code: 'invalid',
      fields: { name: expect.anything(), date: expect.anything(), time: expect.anything() },
    })
    await as('office', (ctx) => changeMeeting(ctx, draft, plan, 1))
    await as('office', (ctx) => releasePack(ctx, draft, {}))
    const sent = await meetingOf(draft)
    await expect(as('office', (ctx) => changeMeeting(ctx, draft, plan, sent.version))).rejects.toMatchObject({ code: 'stateConflict' })
  })

  test('keeps its day while a producer has an hour on it; the hour of the meeting may still move', async () => {
    const to = (await callOf(db(), item))?.toItemId ?? ''
    await as('office', (ctx) => setPresentation(ctx, to, { from: '09:00', to: '09:15' }))
    await expect(as('office', (ctx) => changeMeeting(ctx, draft, plan, 1))).rejects.toMatchObject({
      code: 'invalid',
      fields: { date: expect.anything() },
    })
    const day = plainDateOf((await meetingOf(draft)).startsAt)
    await as('office', (ctx) => changeMeeting(ctx, draft, { ...plan, date: day }, 1))
    await as('office', (ctx) => setPresentation(ctx, to, { from: '', to: '' }))
    await as('office', (ctx) => changeMeeting(ctx, draft, plan, 2))
  })
})
