import { afterAll, beforeAll, expect, test } from 'vitest'
import { criteriaOf } from '#/regulation/form.ts'
import { newId } from '#/platform/database/id.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { itemFacts, ownSheets } from './council.store.ts'
import { answersFor, fillSheet, meetingInSession, type MeetingFixture } from './council.fixture.ts'
import { recordArrival, recordLeaving } from './meeting.actions.ts'
import { fieldOf, optionsOf } from './sheet.ts'
import { finaliseSheet, saveSheet, startSheet } from './sheet.actions.ts'
import { formOfItem } from './sheet.store.ts'

let services: TestServices
let world: World
let meeting: MeetingFixture
let item: string
/** Set 26 has criteria with two cases; this dossier is of case 1. */
let tourism: string
const as = <T>(person: Person, verb: Parameters<typeof actAs<T>>[2]) => actAs(world, person, verb)
const save = (person: Person, version: number, fields: Record<string, string>, id = item) =>
  as(person, (ctx) => saveSheet(ctx, id, { version, fields }))
const mine = async (person: keyof MeetingFixture['members'], id = item) =>
  (await ownSheets(services.database.db, id, meeting.members[person])).at(-1)

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  meeting = await meetingInSession(world, [{}, { person: 'otherProducer', name: 'Du lịch cộng đồng', set: 26 }])
  item = meeting.items[0] ?? ''
  tourism = meeting.items[1] ?? ''
})
afterAll(() => services.close())

test('a sheet opens empty: nothing preselected, nothing copied from the self-assessment; pressed twice it is one sheet', async () => {
  const one = await as('seat3', (ctx) => startSheet(ctx, item))
  const two = await as('seat3', (ctx) => startSheet(ctx, item))
  expect(two).toEqual(one)
  expect((await mine('seat3'))?.answers).toEqual({})
})

test('two tabs: the older version is refused and overwrites nothing', async () => {
  const { version } = await as('seat4', (ctx) => startSheet(ctx, item))
  const saved = await save('seat4', version, { 'c.1.1': '2', 'n.1.1': 'Nguyên liệu trong xã' })
  await expect(save('seat4', version, { 'c.1.1': '3' })).rejects.toMatchObject({ code: 'versionConflict' })
  expect((await mine('seat4'))?.answers['1.1']).toMatchObject({ option: 2, comment: 'Nguyên liệu trong xã' })
  // The same again is no edit, so a lost answer of the server does no harm.
  expect((await save('seat4', saved.version, { 'c.1.1': '2' })).version).toBe(saved.version)
})

test.each([
  ['an option that does not exist', { 'c.1.1': '99' }, 'c.1.1'],
  ['a negative option', { 'c.1.1': '-1' }, 'c.1.1'],
  ['points instead of an option', { 'c.1.1': '2.5' }, 'c.1.1'],
  ['a criterion the form does not have', { 'c.99.9': '1' }, 'c.99.9'],
  ['a name of the language', { 'c.constructor': '1' }, 'c.constructor'],
  ['a comment without end', { 'n.1.1': 'x'.repeat(2001) }, 'n.1.1'],
])('%s is refused by field and nothing of the post is kept', async (_name, fields, fault) => {
  const before = await mine('seat4')
  await expect(save('seat4', before?.version ?? 0, { 'c.1.2': '1', ...fields })).rejects.toMatchObject({
    code: 'invalid',
    fields: { [fault]: {} },
  })
  expect(await mine('seat4')).toEqual(before)
})

test('a total in the request is not even looked at, and markup is kept as text', async () => {
  const { version, sums } = await save('seat4', (await mine('seat4'))?.version ?? 0, {
    total: '100',
    'c.1.1': '0',
    'n.1.1': '<b>=cmd()</b>\u0000',
  })
  expect(sums).toMatchObject({ total: 0, answered: 1 })
  expect((await mine('seat4'))?.answers['1.1']).toEqual({ option: 0, comment: '<b>=cmd()</b>', reason: '' })
  expect(version).toBeGreaterThan(2)
})

test('an option of the other case is not offered and is refused', async () => {
  const { form, cases } = await formOfItem(services.database.db, services.regulations, await itemFacts(services.database.db, tourism))
  const split = criteriaOf(form).find(({ criterion }) => criterion.cases)?.criterion
  const other = (split?.options.findIndex((option) => option.case === 2) ?? -1) + 1
  expect(cases).toMatchObject({ [split?.code ?? '']: 1 })
  const { version } = await as('seat4', (ctx) => startSheet(ctx, tourism))
  await expect(save('seat4', version, { [fieldOf.option(split?.code ?? '')]: String(other) }, tourism)).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('a sheet is final only when every offered criterion is answered by hand, 0 included', async () => {
  const answers = await answersFor(world, item, 4)
  const codes = Object.keys(answers)
  const last = codes.at(-1) ?? ''
  const { version } = await as('seat5', (ctx) => startSheet(ctx, item))
  const fields = Object.fromEntries(
    Object.entries(answers)
      .filter(([code]) => code !== last)
      .map(([code, option]) => [fieldOf.option(code), String(option)]),
  )
  const saved = await save('seat5', version, fields)
  await expect(as('seat5', (ctx) => finaliseSheet(ctx, item, saved.version))).rejects.toMatchObject({
    code: 'sheet.incomplete',
    fields: { [fieldOf.option(last)]: {} },
  })
  const zero = await save('seat5', saved.version, { [fieldOf.option(last)]: '0' })
  await as('seat5', (ctx) => finaliseSheet(ctx, item, zero.version))
  expect(optionsOf((await mine('seat5'))?.answers ?? {})).toEqual({ ...answers, [last]: 0 })
})

test('a final sheet cannot be changed or opened again by its member; pressing finish again is harmless', async () => {
  const sheet = await mine('seat5')
  const version = sheet?.version ?? 0
  await as('seat5', (ctx) => finaliseSheet(ctx, item, version - 1))
  await expect(save('seat5', version, { 'c.1.1': '0' })).rejects.toMatchObject({ code: 'sheet.closed' })
  expect((await as('seat5', (ctx) => startSheet(ctx, item))).sheetId).toBe(sheet?.id)
  expect(await mine('seat5')).toEqual(sheet)
})

test('a story’s structure cannot have points where there is no story', async () => {
  const { form } = await formOfItem(services.database.db, services.regulations, await itemFacts(services.database.db, item))
  const dependent = criteriaOf(form).find(({ criterion }) => criterion.onlyIf)?.criterion
  const code = dependent?.code ?? ''
  const top = (dependent?.options.findLastIndex((option) => option.points > 0) ?? -1) + 1
  const answers = { ...(await answersFor(world, item, 4)), [code]: top, [dependent?.onlyIf?.criterion ?? '']: 0 }
  await fillSheet(world, 'seat6', item, answers, { final: false })
  const version = (await mine('seat6'))?.version ?? 0
  await expect(as('seat6', (ctx) => finaliseSheet(ctx, item, version))).rejects.toMatchObject({
    code: 'sheet.incomplete',
    fields: { [fieldOf.option(code)]: {} },
  })
})

test('who has left the session keeps the draft but cannot finish it', async () => {
  await fillSheet(world, 'seat7', item, await answersFor(world, item, 3), { final: false })
  await as('seat9', (ctx) => recordLeaving(ctx, meeting.meetingId, meeting.members.seat7))
  const version = (await mine('seat7'))?.version ?? 0
  await expect(as('seat7', (ctx) => finaliseSheet(ctx, item, version))).rejects.toMatchObject({ code: 'sheet.absent' })
  await as('office', (ctx) => recordArrival(ctx, meeting.meetingId, meeting.members.seat7))
  await as('seat7', (ctx) => finaliseSheet(ctx, item, version))
})

test.each([
  ['the secretary', 'seat9', 'forbidden'],
  ['the office', 'office', 'notFound'],
  ['the producer', 'producer', 'notFound'],
  ['the leader', 'leader', 'notFound'],
  ['an administrator', 'admin', 'notFound'],
  ['another province', 'otherProvinceOffice', 'notFound'],
] as const)('%s has no sheet', async (_name, person, code) => {
  await expect(as(person, (ctx) => startSheet(ctx, item))).rejects.toMatchObject({ code })
})

test('an item that does not exist, or rubbish in its place, is not found', async () => {
  for (const id of [newId(), 'x', "' or 1=1"])
    await expect(as('seat3', (ctx) => startSheet(ctx, id))).rejects.toMatchObject({ code: 'notFound' })
})

test('in a reconciliation only the named criteria may change, each with a reason; the first sheet stays', async () => {
  const { db } = services.database
  const first = await mine('seat5')
  const now = services.clock.now()
  const reconciliation = newId()
  await db
    .insertInto('reconciliation')
    .values({
      id: reconciliation,
      itemId: item,
      ordinal: 1,
      reason: 'Chênh lệch',
      spreadBefore: 12,
      openedBy: world.accounts.seat1,
      openedAt: now,
    })
    .execute()
  await db
    .insertInto('reconciliationScope')
    .values({ reconciliationId: reconciliation, memberId: meeting.members.seat5, criterion: '1.1' })
    .execute()
  const second = newId()
  await db
    .insertInto('scoreSheet')
    .values({ id: second, itemId: item, memberId: meeting.members.seat5, pass: 2, state: 'draft', startedAt: now, updatedAt: now })
    .execute()
  await db
    .insertInto('scoreSheetAnswer')
    .values(
      Object.entries(first?.answers ?? {}).map(([criterion, answer]) => ({
        sheetId: second,
        criterion,
        option: answer.option,
        updatedAt: now,
      })),
    )
    .execute()
  await db.updateTable('agendaItem').set({ state: 'reconciling' }).where('id', '=', item).execute()

  const otherwise = (code: string) => String(first?.answers[code]?.option === 0 ? 1 : 0)
  await expect(save('seat5', 1, { 'c.1.2': otherwise('1.2') })).rejects.toMatchObject({ code: 'sheet.outOfScope' })
  await expect(save('seat6', (await mine('seat6'))?.version ?? 0, { 'c.1.1': '0' })).rejects.toMatchObject({ code: 'sheet.closed' })
  const { version } = await save('seat5', 1, { 'c.1.1': otherwise('1.1') })
  await expect(as('seat5', (ctx) => finaliseSheet(ctx, item, version))).rejects.toMatchObject({
    code: 'sheet.incomplete',
    fields: { 'r.1.1': {} },
  })
  const reasoned = await save('seat5', version, { 'r.1.1': 'Thống nhất với báo cáo của phường' })
  await as('seat5', (ctx) => finaliseSheet(ctx, item, reasoned.version))
  const sheets = await ownSheets(db, item, meeting.members.seat5)
  expect(sheets[0]).toEqual(first)
  expect(sheets[1]).toMatchObject({ pass: 2, state: 'final', answers: { '1.1': { option: Number(otherwise('1.1')) } } })
})

test.each(['closed', 'ended', 'scored', 'removed'])('no sheet is written on an item that is %s', async (state) => {
  await services.database.db.updateTable('agendaItem').set({ state }).where('id', '=', tourism).execute()
  const version = (await mine('seat4', tourism))?.version ?? 0
  const refusal = await save('seat4', version, { 'c.1.1': '0' }, tourism).catch((error: { code: string }) => error.code)
  expect(refusal).toBe(state === 'removed' ? 'notFound' : 'sheet.closed')
})
