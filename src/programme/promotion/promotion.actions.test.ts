import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, people, type Person, type World } from '#/testing/world.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { storedCertificate, storedProduct } from '../certificate/certificate.fixture.ts'
import type { Ctx } from '../context.ts'
import { addEvent, cancelEvent, changeEvent, holdEvent, openEvent } from './event.actions.ts'
import { answerPart, askForPart, giveStall, invitePart, recordPartResult, settlePart } from './part.actions.ts'
import { eventIn, eventInput } from './promotion.fixture.ts'
import { eventFor, listEvents, publicEvents } from './promotion.store.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const as = <T>(person: Person, verb: (ctx: Ctx) => Promise<T>) => actAs(world, person, verb)
const stateOf = async (id: string) =>
  (await db().selectFrom('promotionParticipation').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state

test.each([
  [{ title: '' }, ['title']],
  [{ kind: 'party' }, ['kind']],
  [{ reach: '' }, ['reach']],
  [{ endsOn: '13/09/2026' }, ['endsOn']],
  [{ startsOn: '30/02/2026' }, ['startsOn']],
])('%j is refused at %j', async (over, fields) => {
  expect(await fieldsOf(as('office', (ctx) => addEvent(ctx, { ...eventInput, ...over })))).toEqual(fields)
})

test('an event is made once, kept by its office, known to others once it opens, and ends after its last day', async () => {
  const twice = await Promise.allSettled([1, 2].map(() => as('office', (ctx) => addEvent(ctx, { ...eventInput, title: 'Hai lần' }))))
  expect(twice.map((end) => end.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const { eventId } = await eventIn(world, 'planned', { endsOn: '16/09/2026' })
  for (const who of people.filter((one) => !['office', 'leader', 'advisor'].includes(one)))
    expect([who, await refused(as(who, (ctx) => openEvent(ctx, eventId)))]).toEqual([who, 'notFound'])
  expect(await refused(as('leader', (ctx) => openEvent(ctx, eventId)))).toBe('forbidden')
  await as('office', (ctx) => openEvent(ctx, eventId))
  expect(await refused(as('producer', (ctx) => holdEvent(ctx, eventId, {})))).toBe('forbidden')
  expect(await refused(as('office', (ctx) => holdEvent(ctx, eventId, {})))).toBe('promotion.notOver')
  expect(await refused(as('office', (ctx) => changeEvent(ctx, eventId, eventInput, 1)))).toBe('versionConflict')
  await as('office', (ctx) => changeEvent(ctx, eventId, eventInput, 2))
  expect(await fieldsOf(as('office', (ctx) => cancelEvent(ctx, eventId, { reason: '' })))).toEqual(['reason'])
  await as('office', (ctx) => holdEvent(ctx, eventId, { visitors: '0' }))
  expect(await refused(as('office', (ctx) => cancelEvent(ctx, eventId, { reason: 'Muộn' })))).toBe('stateConflict')
})

test('a product is asked for by its producer, invited by the office, once; each step only where it leads', async () => {
  const { eventId, partId, productId } = await eventIn(world, 'open')
  expect(await fieldsOf(as('producer', (ctx) => askForPart(ctx, eventId, { productId })))).toEqual(['productId'])
  expect(await refused(as('otherProducer', (ctx) => askForPart(ctx, eventId, { productId })))).toBe('notFound')
  expect(await refused(as('communeOfficer', (ctx) => askForPart(ctx, eventId, { productId })))).toBe('forbidden')
  expect(await fieldsOf(as('office', (ctx) => invitePart(ctx, eventId, { product: 'Không có' })))).toEqual(['product'])
  expect(await refused(as('office', (ctx) => settlePart(ctx, eventId, partId, { to: 'present' })))).toBe('stateConflict')
  await as('office', (ctx) => settlePart(ctx, eventId, partId, { to: 'taken' }))
  await as('office', (ctx) => settlePart(ctx, eventId, partId, { to: 'taken' }))
  expect(await refused(as('otherProducer', (ctx) => answerPart(ctx, eventId, partId, { to: 'declined' })))).toBe('notFound')
  const invited = await storedProduct(world, 'Sản phẩm được mời')
  await as('office', (ctx) => invitePart(ctx, eventId, { product: invited }))
  const { id } = await db().selectFrom('promotionParticipation').select('id').where('productId', '=', invited).executeTakeFirstOrThrow()
  const told = await db()
    .selectFrom('notice')
    .select('accountId')
    .where('kind', '=', 'promotion.invited')
    .where('subjectId', '=', eventId)
    .execute()
  expect(told).toEqual([{ accountId: world.accounts.producer }])
  expect(await refused(as('office', (ctx) => answerPart(ctx, eventId, id, { to: 'taken' })))).toBe('forbidden')
  await as('office', (ctx) => holdEvent(ctx, eventId, {}))
  // Never answered: it was not there.
  expect(await stateOf(id)).toBe('declined')
  expect(await refused(as('producer', (ctx) => answerPart(ctx, eventId, id, { to: 'taken' })))).toBe('stateConflict')
})

test('anyone learns of what is open and to come, the next first, and of nothing else', async () => {
  const coming = { startsOn: '20/11/2026', endsOn: '22/11/2026' }
  const second = await eventIn(world, 'open', { ...coming, kind: 'livestream' })
  const first = await eventIn(world, 'open', { startsOn: '19/11/2026', endsOn: '19/11/2026' })
  await eventIn(world, 'planned', coming)
  await eventIn(world, 'open', { ...coming, kind: 'conference' })
  const called = await eventIn(world, 'open', coming)
  await as('office', (ctx) => cancelEvent(ctx, called.eventId, { reason: 'Bão.' }))
  const on = async (day: string, desk = '38') => (await publicEvents(db(), desk, day)).map((one) => one.id)
  expect(await on('2026-11-19')).toEqual([first.eventId, second.eventId])
  expect([await on('2026-11-22'), await on('2026-11-23'), await on('2026-11-19', '37')]).toEqual([[second.eventId], [], []])
})

test('a stall is given to a producer on the list, on all its products, and told; it goes when the product does', async () => {
  const { eventId, partId } = await eventIn(world, 'open')
  const second = await storedProduct(world, 'Nước mắm gian hàng')
  await as('producer', (ctx) => askForPart(ctx, eventId, { productId: second }))
  const give = (stall: string, producerId: unknown = world.producers.own, who: Person = 'office') =>
    as(who, (ctx) => giveStall(ctx, eventId, { producerId, stall }))
  // Asked for, not on the list yet.
  expect(await fieldsOf(give('A12'))).toEqual(['producerId'])
  const parts = await db().selectFrom('promotionParticipation').select('id').where('eventId', '=', eventId).execute()
  for (const { id } of parts) await as('office', (ctx) => settlePart(ctx, eventId, id, { to: 'taken' }))
  for (const wrong of [world.producers.other, 'x', null]) expect(await fieldsOf(give('A12', wrong))).toEqual(['producerId'])
  expect(await fieldsOf(give('A'.repeat(31)))).toEqual(['stall'])
  expect(await refused(give('A12', world.producers.own, 'leader'))).toBe('forbidden')
  expect(await refused(give('A12', world.producers.own, 'producer'))).toBe('forbidden')
  expect(await refused(give('A12', world.producers.own, 'otherProvinceOffice'))).toBe('notFound')
  await give(' A12 ')
  await give('A12')
  const seen = async (who: Person) => (await eventFor(db(), await actorOf(world, who), eventId)).parts.map((part) => part.stall)
  expect(await seen('producer')).toEqual(['A12', 'A12'])
  expect(await seen('otherProducer')).toEqual([])
  const told = await db()
    .selectFrom('notice')
    .select('accountId')
    .where('kind', '=', 'promotion.stall')
    .where('subjectId', '=', eventId)
    .execute()
  expect(told).toEqual([{ accountId: world.accounts.producer }])
  await as('office', (ctx) => settlePart(ctx, eventId, partId, { to: 'declined' }))
  expect(await seen('office')).toEqual(expect.arrayContaining(['A12', null]))
  await give('')
  expect(await seen('office')).toEqual([null, null])
  const online = await eventIn(world, 'held', { kind: 'livestream' })
  const streamed = as('office', (ctx) => giveStall(ctx, online.eventId, { producerId: world.producers.own, stall: 'A1' }))
  expect(await fieldsOf(streamed)).toEqual(['producerId'])
})

test('results only of what was there, zero is a figure, an absence takes them away', async () => {
  const { eventId, partId } = await eventIn(world, 'held')
  const record = (who: Person, over: Record<string, string> = {}) =>
    as(who, (ctx) => recordPartResult(ctx, eventId, partId, { revenue: '0', contracts: '1', contractValue: '50.000.000', ...over }))
  expect(await refused(record('producer'))).toBe('stateConflict')
  await as('office', (ctx) => settlePart(ctx, eventId, partId, { to: 'present' }))
  expect(await fieldsOf(record('producer', { revenue: '-1', contracts: '1,5' }))).toEqual(['contracts', 'revenue'])
  expect(await fieldsOf(record('producer', { contracts: '' }))).toEqual(['contracts'])
  expect(await refused(record('otherProducer'))).toBe('notFound')
  expect(await refused(record('leader'))).toBe('forbidden')
  expect(await refused(record('producer'))).toBe('done')
  const part = async () => (await eventFor(db(), await actorOf(world, 'office'), eventId)).parts[0]
  expect(await part()).toMatchObject({ revenue: 0, contracts: 1, contractValue: 50_000_000 })
  await as('office', (ctx) => settlePart(ctx, eventId, partId, { to: 'absent' }))
  expect(await part()).toMatchObject({ state: 'absent', revenue: null, contracts: null })
})

test('a star stands on the list only where the certificate holds on the first day; others’ products are not shown', async () => {
  const { eventId } = await eventIn(world, 'open')
  const { productId } = await storedCertificate(world, { productName: 'Có sao', star: 4, issuedOn: '2026-01-01' })
  await as('producer', (ctx) => askForPart(ctx, eventId, { productId }))
  const stars = async (who: Person) =>
    (await eventFor(db(), await actorOf(world, who), eventId)).parts.map((part) => part.star).toSorted((a, b) => Number(a) - Number(b))
  expect(await stars('office')).toEqual([null, 4])
  expect(await stars('communeOfficer')).toEqual([null, 4])
  expect(await stars('otherCommuneOfficer')).toEqual([])
  expect(await stars('otherProducer')).toEqual([])
  const all = { search: 'hoi cho ocop', kind: null, state: null, reach: null, year: 2026, sort: 'recent', page: 1, perPage: 100 } as const
  const row = async (who: Person) =>
    (await listEvents(db(), await actorOf(world, who), all)).rows.find((one) => one.id === eventId)?.products
  expect([await row('advisor'), await row('producer'), await row('otherProvinceOffice')]).toEqual([0, null, undefined])
  expect(await refused(row('admin'))).toBe('notFound')
  expect((await verifyLedger(db())).faults).toEqual([])
})
