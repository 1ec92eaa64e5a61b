// The letter of a certificate's end: by whom, when, once; several at once; who reads it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, people, type Person, type World } from '#/testing/world.ts'
import { readableDocument } from '../access/access.ts'
import { readableWord } from '../access/word-copy.ts'
import { storedCertificate, type CertificateOver } from './certificate.fixture.ts'
import { endingWithoutLetter, expiryLetterOf, issueExpiryLetters } from './expiry-letter.actions.ts'
import { renewalText } from './expiry-letter.paper.ts'

let services: TestServices
let world: World
let turn = 0
const db = () => services.database.db
const form = {
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: '15/09/2026',
  signerName: 'Đỗ Minh Tuấn',
  signerPost: 'CHÁNH VĂN PHÒNG',
}

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())
beforeEach(() => services.clock.set('2026-09-15T02:00:00Z'))

/** Ends on 15/12/2026 unless told: 91 days ahead. */
async function ending(over: CertificateOver = {}): Promise<string> {
  turn += 1
  const { id } = await storedCertificate(world, {
    issuedOn: '2023-12-15',
    lastValidOn: '2026-12-15',
    productName: `Sản phẩm ${turn}`,
    productCode: `38-16531-${String(turn).padStart(2, '0')}-2023`,
    verifyCode: `MA${String(turn).padStart(14, '2')}`,
    ...over,
  })
  return id
}
const issue = (ids: readonly string[], over: Partial<typeof form> = {}, person: Person = 'office') =>
  actAs(world, person, (ctx) => issueExpiryLetters(ctx, ids, { ...form, ...over }))

test('is numbered and frozen, goes to the producer and the commune, and is sent once, also at the same moment', async () => {
  const id = await ending()
  const both = await Promise.all([refused(issue([id])), refused(issue([id]))])
  expect(both.toSorted()).toEqual(['certificate.endTold', 'done'])
  const letter = await expiryLetterOf(db(), id)
  expect(letter?.number).toMatch(/^\d+\/TB-OCOP$/)
  const readers: Person[] = []
  for (const person of people)
    if (await readableDocument(db(), await actorOf(world, person), letter?.documentId ?? '', services.clock.now())) readers.push(person)
  expect(readers).toEqual(['producer', 'communeOfficer', 'communeLeader', 'office', 'advisor', 'leader', 'clerk'])
  expect(await readableDocument(db(), null, letter?.documentId ?? '', services.clock.now())).toBeNull()
  const word = await readableWord(services, await actorOf(world, 'producer'), letter?.documentId ?? '', services.clock.now())
  expect(word).toMatchObject({ name: expect.stringMatching(/\.docx$/) })
  const told = await db().selectFrom('notice').select(['accountId', 'link']).where('kind', '=', 'certificate.endTold').execute()
  expect(told.map((row) => row.accountId).toSorted()).toEqual([world.accounts.producer, world.accounts.communeOfficer].toSorted())
  expect(told[0]?.link).toBe(`/tep/van-ban/${letter?.documentId}`)
})

test('several take the next numbers together; where one cannot be told none is', async () => {
  const [one, two, three] = [await ending(), await ending(), await ending({ lastValidOn: '2027-03-15' })]
  expect(await refused(issue([one, two, three]))).toBe('certificate.endNotNear')
  expect(await expiryLetterOf(db(), one)).toBeNull()
  expect(await fieldsOf(issue([one, two], { numberKind: 'irregular', irregular: '12a' }))).toEqual(['numberKind'])
  const numbers = (await issue([one, two, two])).map((letter) => Number(letter.number.split('/')[0]))
  expect(numbers[1]).toBe((numbers[0] ?? 0) + 1)
})

describe('the time', () => {
  test.each([
    ['181 days before', '2027-03-15', '2026-09-15T02:00:00Z', 'certificate.endNotNear'],
    ['180 days before', '2027-03-14', '2026-09-15T02:00:00Z', 'done'],
    ['on the last day', '2026-09-15', '2026-09-15T16:59:00Z', 'done'],
    ['a minute later', '2026-09-15', '2026-09-15T17:01:00Z', 'certificate.endNotNear'],
  ])('%s: %s at %s: %s', async (_name, lastValidOn, now, outcome) => {
    const id = await ending({ lastValidOn })
    services.clock.set(now)
    expect(await refused(issue([id]))).toBe(outcome)
  })

  test.each([
    ['16/09/2026', ['issuedOn']],
    ['01/06/2026', ['issuedOn']],
    ['rubbish', ['issuedOn']],
  ])('a letter of %s is refused', async (issuedOn, fields) => expect(await fieldsOf(issue([await ending()], { issuedOn }))).toEqual(fields))

  test('says what is ahead, and what is over', () => {
    expect(renewalText('2027-03-14', '2026-09-15')).toContain('từ ngày 15/09/2026 đến hết ngày 14/11/2026')
    expect(renewalText('2027-01-13', '2026-09-15')).toContain('đến hết ngày 15/09/2026 (từ 180')
    expect(renewalText('2027-01-12', '2026-09-15')).toContain('đã qua')
  })
})

test('nobody but the office of the desk that has the duty writes it', async () => {
  const id = await ending()
  for (const person of people.filter((one) => one !== 'office')) {
    const wanted = person === 'leader' || person === 'clerk' ? 'forbidden' : 'notFound'
    expect([person, await refused(issue([id], {}, person))]).toEqual([person, wanted])
  }
  expect(await refused(issue([id, newId()]))).toBe('notFound')
  for (const ids of [[], ['x'], Array.from({ length: 51 }, () => newId())]) expect(await fieldsOf(issue(ids))).toEqual(['certificates'])
})

test('the list holds what ends within 180 days and was not told of; a certificate that was withdrawn is not told of', async () => {
  const [near, told, gone] = [await ending(), await ending(), await ending({ state: 'withdrawn' })]
  await issue([told])
  const office = await actorOf(world, 'office')
  const listed = (await endingWithoutLetter(db(), services.regulations, office, '2026-09-15')).map((row) => row.id)
  expect([listed.includes(near), listed.includes(told), listed.includes(gone)]).toEqual([true, false, false])
  expect(await refused(issue([gone]))).toBe('certificate.endNotNear')
  const other = await actorOf(world, 'otherProvinceOffice')
  expect(await endingWithoutLetter(db(), services.regulations, other, '2026-09-15')).toEqual([])
  expect(
    await refused(actorOf(world, 'leader').then((actor) => endingWithoutLetter(db(), services.regulations, actor, '2026-09-15'))),
  ).toBe('notFound')
})
