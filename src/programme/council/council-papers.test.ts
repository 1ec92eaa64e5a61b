import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { readableDocument } from '../access/access.ts'
import { placeDossier } from '../dossier/dossier.fixture.ts'
import { closedResult, itemInSession } from './closing.fixture.ts'
import { closeResult, closeScoring } from './closing.actions.ts'
import { comparisonFor } from './comparison.view.ts'
import { issueCouncilReport, issueCouncilRules, saveCouncilReport, saveCouncilRulesText } from './council-paper.actions.ts'
import { councilReport, reportFacts } from './council-paper.store.ts'
import { reportText } from './council-paper.ts'
import { meetingInSession, releasedMeeting, seatedCouncil } from './council.fixture.ts'
import { issueInvitation, openInvitation } from './invitation.actions.ts'
import { invitationsOf } from './invitation.store.ts'
import { closeMeeting } from './meeting.actions.ts'
import { meetingById } from './meeting.store.ts'
import { setPresentation } from './presentation.actions.ts'

let services: TestServices
let world: World
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)
const db = () => services.database.db
const issue = { number: '', date: '15/09/2026', signer: 'Nguyễn Văn Chủ' }

beforeAll(async () => {
  services = await testServices()
})
beforeEach(async () => {
  await emptied(services)
  services.clock.set('2026-09-15T02:00:00Z')
  world = await makeWorld(services)
})
afterAll(() => services.close())

describe('working rules', () => {
  test('are issued by the chair in the council’s own series, an irregular number is taken as it is (seed R62, D47, X29)', async () => {
    const { councilId } = await seatedCouncil(world)
    const save = (person: Person, version: number) =>
      as(person, (ctx) => saveCouncilRulesText(ctx, councilId, { text: 'Điều 1. Phạm vi', version }))
    await expect(save('seat3', 0)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(save('otherProvinceOffice', 0)).rejects.toMatchObject({ code: 'notFound' })
    expect(await save('office', 0)).toBe(1)
    await expect(save('seat1', 0)).rejects.toMatchObject({ code: 'versionConflict' })
    const first = await as('seat1', (ctx) => issueCouncilRules(ctx, councilId, { ...issue, number: '3117/QĐ-HĐOCOP' }))
    expect(await db().selectFrom('document').select(['number', 'kind']).where('id', '=', first).executeTakeFirst()).toEqual({
      number: '3117/QĐ-HĐOCOP',
      kind: 'councilRules',
    })
    await save('seat1', 0)
    await expect(as('seat1', (ctx) => issueCouncilRules(ctx, councilId, { ...issue, number: '3117' }))).rejects.toMatchObject({
      code: 'number.taken',
    })
    const second = await as('seat1', (ctx) => issueCouncilRules(ctx, councilId, issue))
    expect((await db().selectFrom('document').select('number').where('id', '=', second).executeTakeFirst())?.number).toBe('02/QĐ-HĐOCOP')
    expect(await readableDocument(db(), await actorOf(world, 'seat5'), second, services.clock.now())).not.toBeNull()
    expect(await readableDocument(db(), await actorOf(world, 'producer'), second, services.clock.now())).toBeNull()
  })
})

describe('invitations', () => {
  const letter = {
    ...issue,
    signerPost: 'Chủ tịch Hội đồng',
    content: 'Đánh giá, phân hạng sản phẩm.',
    guests: 'Lê Văn Khách, Hội Nông dân tỉnh',
  }
  test('name every seat and guest, tell each, and keep who opened one when', async () => {
    const { meetingId } = await releasedMeeting(world)
    await expect(as('seat3', (ctx) => issueInvitation(ctx, meetingId, letter))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(as('producer', (ctx) => issueInvitation(ctx, meetingId, letter))).rejects.toMatchObject({ code: 'notFound' })
    const documentId = await as('office', (ctx) => issueInvitation(ctx, meetingId, letter))
    const [invitation] = await invitationsOf(db(), meetingId)
    expect(invitation).toMatchObject({ documentId, number: '01/GM-HĐOCOP', cancelledAt: null })
    expect(invitation?.invitees).toHaveLength(10)
    expect(invitation?.invitees.at(-1)).toMatchObject({ name: 'Lê Văn Khách', post: 'Hội Nông dân tỉnh', accountId: null })
    services.clock.set('2026-09-16T02:00:00Z')
    expect(await as('seat3', (ctx) => openInvitation(ctx, meetingId))).toBe(documentId)
    services.clock.set('2026-09-17T02:00:00Z')
    await as('seat3', (ctx) => openInvitation(ctx, meetingId))
    const opened = (await invitationsOf(db(), meetingId))[0]?.invitees.filter((one) => one.openedAt !== null)
    expect(opened?.map((one) => [one.name, one.openedAt?.toISOString()])).toEqual([['Trần Văn Ba', '2026-09-16T02:00:00.000Z']])
    await expect(as('producer', (ctx) => openInvitation(ctx, meetingId))).rejects.toMatchObject({ code: 'notFound' })
    expect(await readableDocument(db(), await actorOf(world, 'seat9'), documentId, services.clock.now())).not.toBeNull()
    expect(await readableDocument(db(), await actorOf(world, 'producer'), documentId, services.clock.now())).toBeNull()
    expect(await db().selectFrom('notice').select('id').where('kind', '=', 'meeting.invited').execute()).toHaveLength(9)
  })

  test('a change is a new paper with its reason; the old one stays as cancelled', async () => {
    const { meetingId } = await releasedMeeting(world)
    const old = await as('seat1', (ctx) => issueInvitation(ctx, meetingId, letter))
    await expect(as('office', (ctx) => issueInvitation(ctx, meetingId, letter))).rejects.toMatchObject({
      code: 'invalid',
      fields: { reason: {} },
    })
    await as('office', (ctx) => issueInvitation(ctx, meetingId, { ...letter, reason: 'Đổi địa điểm.' }))
    const rows = await invitationsOf(db(), meetingId)
    expect(rows.map((row) => [row.number, row.cancelReason])).toEqual([
      ['02/GM-HĐOCOP', null],
      ['01/GM-HĐOCOP', 'Đổi địa điểm.'],
    ])
    expect((await db().selectFrom('document').select('state').where('id', '=', old).executeTakeFirst())?.state).toBe('cancelled')
  })
})

test('producers present one after the other, each told the time; a slot over another is refused', async () => {
  const { items } = await releasedMeeting(world, [{}, { person: 'otherProducer' }])
  const [first = '', second = ''] = items
  const slot = (person: Person, itemId: string, from: string, to: string) => as(person, (ctx) => setPresentation(ctx, itemId, { from, to }))
  await expect(slot('seat1', first, '08:30', '08:45')).rejects.toMatchObject({ code: 'forbidden' })
  await slot('office', first, '08:30', '08:45')
  await slot('office', first, '08:30', '08:45')
  await expect(slot('office', second, '08:40', '08:55')).rejects.toMatchObject({ fields: { from: {} } })
  await expect(slot('office', second, '09:00', '08:55')).rejects.toMatchObject({ fields: { to: {} } })
  await slot('office', second, '08:45', '09:00')
  const notices = await db().selectFrom('notice').select('accountId').where('kind', '=', 'council.presentation').execute()
  expect(notices.map((row) => row.accountId).toSorted()).toEqual([world.accounts.producer, world.accounts.otherProducer].toSorted())
  await slot('office', first, '', '')
  expect((await db().selectFrom('agendaItem').select('presentsFrom').where('id', '=', first).executeTakeFirst())?.presentsFrom).toBeNull()
})

describe('after the session', () => {
  test('the report is computed from the results, edited, issued once, and closed to the recused', async () => {
    const session = await meetingInSession(world)
    await placeDossier(world, session.dossiers[0] ?? '', 'withdrawn')
    await closedResult(world, { meeting: session, star: 4 })
    const write = (person: Person) => as(person, (ctx) => saveCouncilReport(ctx, session.meetingId, { text: 'Báo cáo.', version: 0 }))
    await expect(write('seat9')).rejects.toMatchObject({ code: 'stateConflict' })
    await as('seat1', (ctx) => closeMeeting(ctx, session.meetingId))
    expect(reportText(await reportFacts(db(), await meetingById(db(), session.meetingId)))).toContain('- 4 sao: 1 sản phẩm.')
    await expect(write('seat3')).rejects.toMatchObject({ code: 'forbidden' })
    await write('seat9')
    await expect(as('seat9', (ctx) => issueCouncilReport(ctx, session.meetingId, issue))).rejects.toMatchObject({ code: 'forbidden' })
    const documentId = await as('seat1', (ctx) => issueCouncilReport(ctx, session.meetingId, issue))
    expect(await as('office', (ctx) => issueCouncilReport(ctx, session.meetingId, issue))).toBe(documentId)
    expect(await councilReport(db(), session.meetingId)).toMatchObject({ state: 'issued', number: '01/BC-HĐOCOP' })
    await expect(as('office', (ctx) => saveCouncilReport(ctx, session.meetingId, { text: 'Khác', version: 1 }))).rejects.toMatchObject({
      code: 'stateConflict',
    })
  })

  test('the chair compares the sheets once the result is closed: differences are marked, equal rows are not', async () => {
    const meeting = await meetingInSession(world)
    const item = await itemInSession(world, meeting, {
      answersOf: (person, common) => (person === 'seat3' ? { ...common, [Object.keys(common)[0] ?? '']: 0 } : common),
    })
    const look = async (person: Person) => comparisonFor(db(), await actorOf(world, person), item.itemId, services.clock.now())
    await expect(look('seat1')).rejects.toMatchObject({ code: 'notFound' })
    await as('seat1', (ctx) => closeScoring(ctx, item.itemId))
    await as('seat1', (ctx) => closeResult(ctx, item.itemId))
    const { comparison } = await look('seat1')
    expect(comparison.columns).toHaveLength(8)
    const differing = comparison.rows.filter((row) => row.gap > 0)
    expect(differing).toHaveLength(1)
    expect(differing[0]?.cells.map((cell) => cell.off).filter((off) => off === 'low')).toHaveLength(1)
    await expect(look('seat3')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(look('producer')).rejects.toMatchObject({ code: 'notFound' })
  })
})
