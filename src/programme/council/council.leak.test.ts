// Nothing of a recused item for the recused, nothing of others' sheets for anyone before closing: titles, totals, counts, order, notices, errors.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { isAppError } from '#/platform/errors/app-error.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, people, type Person, type World } from '#/testing/world.ts'
import { agendaFor, openingsOf } from './agenda.view.ts'
import { appointStandIn, decideConflict, declareConflict, liftConflict, pinConflict, reviewConflicts } from './conflict.actions.ts'
import { conflictsOf } from './conflict.store.ts'
import { answersFor, fillSheet, meetingInSession, type MeetingFixture } from './council.fixture.ts'
import { councilFor, councilsFor } from './council.lists.ts'
import { sheetsOf } from './council.store.ts'
import { itemFor } from './item.view.ts'
import { moveItem, removeFromAgenda } from './agenda.actions.ts'
import { openPack } from './meeting.actions.ts'
import { meetingsOfMember } from './meeting.store.ts'
import { finaliseSheet, saveSheet, startSheet } from './sheet.actions.ts'

let services: TestServices
let world: World
let meeting: MeetingFixture
let open: string
let secret: string
let absent: string
const SECRET = ['Chè lam bí mật', 'Lê Văn Bảy']
const REMARK = 'Nhận xét kín của thành viên thứ tư'

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  meeting = await meetingInSession(world, [{}, { person: 'otherProducer', name: 'Chè lam bí mật', set: 5 }, { name: 'Mắm tép' }])
  open = meeting.items[0] ?? ''
  secret = meeting.items[1] ?? ''
  absent = newId()
  for (const person of ['seat3', 'seat1', 'seat9', 'office'] as const) {
    // The office must pin itself last: afterwards it is a stranger to the item.
    await actAs(world, 'office', (ctx) =>
      pinConflict(ctx, secret, { accountId: world.accounts[person], cause: 'contract', reason: 'Hợp đồng tư vấn' }),
    )
  }
  await fillSheet(world, 'seat4', secret, await answersFor(world, secret, 4), { comments: { '1.1': REMARK } })
  await fillSheet(world, 'seat4', open, await answersFor(world, open, 4), { comments: { '1.1': REMARK } })
})
afterAll(() => services.close())

const recused: readonly Person[] = ['seat3', 'seat1', 'seat9', 'office']

/** Everything the noun's reads give this person, as text; a refusal gives its own words. */
async function everythingFor(person: Person): Promise<string> {
  const { db } = services.database
  const actor = await actorOf(world, person)
  const now = services.clock.now()
  const told = async (work: Promise<unknown>) =>
    JSON.stringify(await work.catch((error: unknown) => (isAppError(error) ? error.say('vi') : error)))
  const agenda = await agendaFor(db, actor, meeting.meetingId, now).catch(() => null)
  return [
    JSON.stringify(agenda),
    await told(openingsOf(db, agenda?.slots ?? [])),
    ...(await Promise.all(meeting.items.map((id) => told(itemFor(db, services.regulations, actor, id, now))))),
    await told(meetingsOfMember(db, actor.seats)),
    await told(councilsFor(db, actor)),
    await told(councilFor(db, actor, meeting.councilId, now)),
    JSON.stringify(await db.selectFrom('notice').selectAll().where('accountId', '=', actor.accountId).execute()),
  ].join('\n')
}

test.each(recused)('%s, recused from item 2, finds no word, no id and no count of it anywhere', async (person) => {
  const text = await everythingFor(person)
  // The office prepares the agenda from dossiers; the council's own reads still say nothing.
  expect([...SECRET, meeting.dossiers[1] ?? '', REMARK].filter((word) => text.includes(word))).toEqual([])
  expect(text.includes(secret)).toBe(false)
})

test.each(recused)('the agenda of %s prints item 2 as recused and the numbers of the others do not move', async (person) => {
  const { slots } = await agendaFor(services.database.db, await actorOf(world, person), meeting.meetingId, services.clock.now())
  expect(slots.map((slot) => [slot.ordinal, slot.kind])).toEqual([
    [1, 'item'],
    [2, 'recused'],
    [3, 'item'],
  ])
  expect(slots[1]).toEqual({ kind: 'recused', ordinal: 2 })
})

test('prev and next of a recused member skip the recused item', async () => {
  const view = await itemFor(services.database.db, services.regulations, await actorOf(world, 'seat3'), open, services.clock.now())
  expect(view).toMatchObject({ kind: 'item', of: 3, before: null, after: meeting.items[2] })
})

test('to the recused every verb answers as for an item that does not exist', async () => {
  const [conflict] = await conflictsOf(services.database.db, secret)
  const said = (person: Person, verb: Parameters<typeof actAs>[2]) =>
    actAs(world, person, verb).then(
      () => 'done',
      (error: unknown) => (isAppError(error) ? [error.status, error.say('vi'), error.next('vi'), error.fields] : error),
    )
  for (const person of recused)
    for (const verb of [
      (id: string) => said(person, (ctx) => startSheet(ctx, id)),
      (id: string) => said(person, (ctx) => saveSheet(ctx, id, { version: 1, fields: { 'c.1.1': '99' } })),
      (id: string) => said(person, (ctx) => finaliseSheet(ctx, id, 1)),
      (id: string) => said(person, (ctx) => openPack(ctx, id)),
      (id: string) => said(person, (ctx) => reviewConflicts(ctx, id)),
      (id: string) => said(person, (ctx) => pinConflict(ctx, id, { accountId: '', cause: '', reason: '' })),
      (id: string) => said(person, (ctx) => appointStandIn(ctx, id, { memberId: '', reason: '' })),
      (id: string) => said(person, (ctx) => removeFromAgenda(ctx, id, '')),
      (id: string) =>
        said(person, (ctx) => decideConflict(ctx, id === secret ? (conflict?.id ?? '') : id, { decision: 'dismiss', reason: '' })),
      (id: string) => said(person, (ctx) => liftConflict(ctx, id === secret ? (conflict?.id ?? '') : id, { reason: '' })),
    ])
      expect(await verb(secret)).toEqual(await verb(absent))
})

test.each(people.filter((person) => person !== 'seat4'))(
  'before closing %s reads no other member’s option, remark, total or sheet id',
  async (person) => {
    const text = await everythingFor(person)
    const others = await sheetsOf(services.database.db, open)
    expect(text.includes(REMARK)).toBe(false)
    for (const sheet of others) expect(text.includes(sheet.id)).toBe(false)
    expect(/"(mean|spread|sums|sheets)":/.test(text)).toBe(false)
  },
)

test('progress says how many are final and to the chair also who, never what; members are told who only where the rules say so', async () => {
  const slotOf = async (person: Person) =>
    (await agendaFor(services.database.db, await actorOf(world, person), meeting.meetingId, services.clock.now())).slots[0]
  expect(await slotOf('seat5')).toMatchObject({ progress: { final: 1, of: 8 }, members: null, mySheet: 'none' })
  expect(await slotOf('office')).toMatchObject({ progress: { final: 1, of: 8 }, members: null })
  const chair = await slotOf('seat1')
  expect(chair?.kind === 'item' && chair.members?.filter((member) => member.finished).map((member) => member.name)).toEqual(['Phạm Thị Tư'])
})

test.each([
  'producer',
  'otherProducer',
  'communeOfficer',
  'communeLeader',
  'advisor',
  'leader',
  'clerk',
  'bodyOfficer',
  'admin',
  'otherProvinceOffice',
] as const)('%s does not learn that the meeting exists', async (person) => {
  const actor = await actorOf(world, person)
  const now = services.clock.now()
  await expect(agendaFor(services.database.db, actor, meeting.meetingId, now)).rejects.toMatchObject({ code: 'notFound' })
  await expect(itemFor(services.database.db, services.regulations, actor, open, now)).rejects.toMatchObject({ code: 'notFound' })
})

test('the pack is given only to who opened it, and never with the head’s sensitive data', async () => {
  const read = async (person: Person, itemId: string) =>
    itemFor(services.database.db, services.regulations, await actorOf(world, person), itemId, services.clock.now())
  expect(JSON.stringify(await read('seat4', open))).not.toMatch(/producerPrivate|headEthnicity/)
  await services.database.db.deleteFrom('packOpening').where('memberId', '=', meeting.members.seat6).execute()
  const view = await read('seat6', open)
  expect(view).toMatchObject({ kind: 'item', pack: null, own: null, product: 'Nước mắm cốt nhĩ Vạn Triều' })
  expect(JSON.stringify(view)).not.toContain('sha256')
})

test('what the ledger keeps of sheets holds no points', async () => {
  const rows = await services.database.db.selectFrom('auditEntry').select(['verb', 'payload']).where('verb', 'like', 'sheet.%').execute()
  expect(rows.length).toBeGreaterThan(0)
  const kept = new Set(rows.flatMap((row) => Object.keys(row.payload as object)))
  expect(['total', 'answers', 'points', 'option', 'fields'].filter((key) => kept.has(key))).toEqual([])
})

test('an item cannot be moved by a recused officer, and a recused member who declares again changes nothing', async () => {
  await expect(actAs(world, 'office', (ctx) => moveItem(ctx, secret, 1))).rejects.toMatchObject({ code: 'notFound' })
  await expect(actAs(world, 'seat3', (ctx) => declareConflict(ctx, secret, { conflicted: 'no' }))).resolves.toBeUndefined()
})
