import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { formatDate } from '#/platform/text/format.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { readableDocument } from '../access/access.ts'
import { changeCall, judgeIdea, openCall, planCall, sendIdeaList, undoJudgement } from './call.actions.ts'
import { confirmedIdea, draftIdea, ideaInput, issuingForm, judgedIdea, openedCall, pastCall, submittedIdea } from './idea.fixture.ts'
import { addIdea, confirmIdea, editIdea, returnIdea, submitIdea, takeBackIdea, undoConfirmation, withdrawIdea } from './idea.actions.ts'
import { ideaFor, ideaHistory, listIdeas, type IdeaQuery } from './idea.store.ts'
import { startPlan } from './plan.actions.ts'

let services: TestServices
let world: World
let callId: string
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  callId = await openedCall(world)
})
afterAll(() => services.close())

const db = () => services.database.db
const today = () => plainDateOf(services.clock.now())
const stateOf = async (id: string) => (await db().selectFrom('idea').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
const anyIdea: IdeaQuery = {
  search: '',
  state: null,
  kind: null,
  priority: null,
  callId: null,
  commune: null,
  sort: 'recent',
  page: 1,
  perPage: 50,
}
const namesSeen = async (person: Person, scope: 'producer' | 'commune' | 'province', query: Partial<IdeaQuery> = {}) =>
  (await listIdeas(db(), await actorOf(world, person), scope, { ...anyIdea, ...query })).rows.map((row) => row.name)

describe('writing an idea', () => {
  test('rubbish numbers, a negative sum, more local workers than workers and unknown tags are refused at their fields', async () => {
    const input = { ...ideaInput('Mắm tép'), investment: '-5', workersTotal: 'mười', setNo: '999', priorities: ['x'], productId: newId() }
    expect(await fieldsOf(actAs(world, 'producer', (ctx) => addIdea(ctx, world.producers.own, input)))).toEqual(
      expect.arrayContaining(['investment', 'workersTotal', 'setNo', 'priorities']),
    )
    const local = { ...ideaInput('Mắm tép'), workersTotal: '5', workersLocal: '6', investment: '1,5' }
    expect(await fieldsOf(actAs(world, 'producer', (ctx) => addIdea(ctx, world.producers.own, local)))).toEqual([
      'investment',
      'workersLocal',
    ])
    const foreign = { ...ideaInput('Mắm tép'), kind: 'existing', productId: newId() }
    expect(await fieldsOf(actAs(world, 'producer', (ctx) => addIdea(ctx, world.producers.own, foreign)))).toEqual(['productId'])
  })

  test('money is whole đồng, typed with or without dots; tags stand in the order of priority', async () => {
    const id = await draftIdea(world, 'Bánh gai lá')
    const row = await db()
      .selectFrom('idea')
      .select(['investment', 'priorities', 'communeCode'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ investment: 850_000_000, priorities: ['craft', 'deepProcessing'] })
  })

  test('another producer’s idea does not exist, nor does rubbish; two tabs do not overwrite each other', async () => {
    const id = await draftIdea(world, 'Chè lam')
    for (const person of ['otherProducer', 'communeOfficer', 'communeLeader', 'office', 'leader'] as const)
      expect(await refused(actAs(world, person, (ctx) => editIdea(ctx, id, ideaInput('Khác'), 1)))).toBe('notFound')
    expect(await refused(actAs(world, 'producer', (ctx) => editIdea(ctx, "'; drop table idea; --", ideaInput('Khác'), 1)))).toBe('notFound')
    expect(await actAs(world, 'producer', (ctx) => editIdea(ctx, id, ideaInput('Chè lam mới'), 1))).toBe(2)
    expect(await refused(actAs(world, 'producer', (ctx) => editIdea(ctx, id, ideaInput('Chè lam cũ'), 1)))).toBe('versionConflict')
  })
})

describe('sending it to the commune', () => {
  test('what is missing is named, the declaration is asked for, and it is sent once', async () => {
    const bare = await actAs(world, 'producer', (ctx) => addIdea(ctx, world.producers.own, { kind: 'new', name: 'Mới có tên' }))
    expect(await fieldsOf(actAs(world, 'producer', (ctx) => submitIdea(ctx, bare, { callId })))).toEqual(
      expect.arrayContaining(['declared', 'setNo', 'content', 'materials', 'labour', 'market', 'investment']),
    )
    const id = await draftIdea(world, 'Gửi hai lần')
    const presses = await Promise.all(
      [1, 2].map(() => refused(actAs(world, 'producer', (ctx) => submitIdea(ctx, id, { callId, declared: '1' })))),
    )
    expect(presses.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(['done', 'stateConflict'])
  })

  test('not before a call opens, not after its last day, which itself still counts; what was written is kept', async () => {
    const soon = await actAs(world, 'office', (ctx) =>
      planCall(ctx, { name: 'Sắp mở', opensOn: formatDate(addDays(today(), 5)), closesOn: formatDate(addDays(today(), 9)) }),
    )
    const id = await draftIdea(world, 'Đúng hạn')
    const send = (to: string) => refused(actAs(world, 'producer', (ctx) => submitIdea(ctx, id, { callId: to, declared: true })))
    expect(await send(soon)).toBe('idea.callClosed')
    expect(await send(newId())).toBe('idea.callClosed')
    const lastDay = await openedCall(world, 'Hết hạn hôm nay')
    await db()
      .updateTable('ideaCall')
      .set({ closesOn: addDays(today(), -1), opensOn: addDays(today(), -2) })
      .where('id', '=', lastDay)
      .execute()
    expect(await send(lastDay)).toBe('idea.callClosed')
    expect(await stateOf(id)).toBe('draft')
    await db().updateTable('ideaCall').set({ closesOn: today() }).where('id', '=', lastDay).execute()
    expect(await send(lastDay)).toBe('done')
  })

  test('it can be taken back until the commune answers, and one returned in time may be sent again after the last day', async () => {
    const id = await submittedIdea(world, callId, 'Lấy lại')
    await actAs(world, 'producer', (ctx) => takeBackIdea(ctx, id))
    expect(await stateOf(id)).toBe('draft')
    const other = await openedCall(world, 'Đợt trả lại')
    await actAs(world, 'producer', (ctx) => submitIdea(ctx, id, { callId: other, declared: true }))
    await actAs(world, 'communeOfficer', (ctx) => returnIdea(ctx, id, { reason: 'Thiếu địa chỉ vùng nguyên liệu.' }))
    await pastCall(world, other)
    await actAs(world, 'producer', (ctx) => submitIdea(ctx, id, { callId: other, declared: true }))
    await actAs(world, 'communeLeader', (ctx) => confirmIdea(ctx, id, {}))
    expect(await refused(actAs(world, 'producer', (ctx) => takeBackIdea(ctx, id)))).toBe('stateConflict')
  })
})

describe('the commune countersigns', () => {
  test('its leader confirms, its officer may only return, another commune sees nothing', async () => {
    const id = await submittedIdea(world, callId, 'Xác nhận')
    expect(await refused(actAs(world, 'communeOfficer', (ctx) => confirmIdea(ctx, id, {})))).toBe('forbidden')
    expect(await refused(actAs(world, 'office', (ctx) => confirmIdea(ctx, id, {})))).toBe('forbidden')
    for (const person of ['otherCommuneLeader', 'otherProducer', 'otherProvinceOffice', 'clerk'] as const)
      expect(await refused(actAs(world, person, (ctx) => confirmIdea(ctx, id, {})))).toBe('notFound')
    expect(await fieldsOf(actAs(world, 'communeOfficer', (ctx) => returnIdea(ctx, id, { reason: ' ' })))).toEqual(['reason'])
    await actAs(world, 'communeLeader', (ctx) => confirmIdea(ctx, id, { remark: 'Đúng.' }))
    expect(await refused(actAs(world, 'communeLeader', (ctx) => confirmIdea(ctx, id, {})))).toBe('stateConflict')
    await actAs(world, 'communeLeader', (ctx) => undoConfirmation(ctx, id))
    expect(await stateOf(id)).toBe('submitted')
  })

  test('lists find names without accents, within one’s own scope', async () => {
    await confirmedIdea(world, callId, 'Nón lá Trường Giang')
    await confirmedIdea(world, callId, 'Nón bài thơ', 'otherProducer')
    expect(await namesSeen('communeOfficer', 'commune', { search: 'non la truong' })).toEqual(['Nón lá Trường Giang'])
    expect(await namesSeen('communeOfficer', 'commune', { search: 'non' })).toEqual(['Nón lá Trường Giang'])
    expect((await namesSeen('office', 'province', { search: 'non', sort: 'name' })).toSorted()).toEqual([
      'Nón bài thơ',
      'Nón lá Trường Giang',
    ])
    expect(await namesSeen('otherProducer', 'producer', { search: 'non' })).toEqual(['Nón bài thơ'])
    expect(await namesSeen('otherProvinceOffice', 'province')).toEqual([])
    expect(await namesSeen('office', 'province', { search: 'Chè lam' })).toEqual([])
  })
})

describe('the office selects and sends the list up', () => {
  test('a selection needs a reason, can be undone, and is told to nobody before the list', async () => {
    const id = await confirmedIdea(world, callId, 'Chưa báo')
    expect(await fieldsOf(actAs(world, 'office', (ctx) => judgeIdea(ctx, id, { outcome: 'best', reason: '' })))).toEqual([
      'outcome',
      'reason',
    ])
    expect(await refused(actAs(world, 'leader', (ctx) => judgeIdea(ctx, id, { outcome: 'selected', reason: 'Tốt' })))).toBe('forbidden')
    await actAs(world, 'office', (ctx) => judgeIdea(ctx, id, { outcome: 'notSelected', reason: 'Bí mật đến khi gửi' }))
    for (const person of ['producer', 'communeLeader'] as const) {
      const actor = await actorOf(world, person)
      const { idea } = await ideaFor(db(), actor, id)
      expect([idea.state, idea.selectionReason, idea.selectedBy]).toEqual(['confirmed', '', null])
      const lines = await ideaHistory(db(), { kind: 'idea', id }, true)
      expect(JSON.stringify(lines)).not.toContain('Bí mật')
    }
    expect(await namesSeen('producer', 'producer', { state: 'notSelected', search: 'chua bao' })).toEqual([])
    expect(await refused(actAs(world, 'producer', (ctx) => startPlan(ctx, id)))).toBe('idea.notSelected')
    await actAs(world, 'office', (ctx) => undoJudgement(ctx, id))
    await actAs(world, 'producer', (ctx) => withdrawIdea(ctx, id, { reason: 'Đổi hướng.' }))
    expect(await stateOf(id)).toBe('withdrawn')
  })

  test('after the last day, when all is judged, once: frozen bytes with a number, notices to producers and communes', async () => {
    const call = await openedCall(world, 'Đợt gửi danh sách')
    const selected = await judgedIdea(world, call, '=cmd() mắm chua')
    const later = await judgedIdea(world, call, 'Rượu sim', 'later')
    const waiting = await confirmedIdea(world, call, 'Chưa xét')
    const stillInCommune = await submittedIdea(world, call, 'Còn ở xã')
    const form = { ...issuingForm, issuedOn: formatDate(today()) }
    const send = () => actAs(world, 'office', (ctx) => sendIdeaList(ctx, call, form))
    expect(await refused(send())).toBe('idea.callRuns')
    await pastCall(world, call)
    expect(await refused(send())).toBe('idea.unjudged')
    await actAs(world, 'office', (ctx) => judgeIdea(ctx, waiting, { outcome: 'notSelected', reason: 'Chưa có vùng nguyên liệu.' }))
    expect(await refused(actAs(world, 'leader', (ctx) => sendIdeaList(ctx, call, form)))).toBe('forbidden')
    expect(
      await fieldsOf(actAs(world, 'office', (ctx) => sendIdeaList(ctx, call, { ...form, issuedOn: '31/02/2026', signerName: '' }))),
    ).toEqual(expect.arrayContaining(['issuedOn', 'signerName']))
    const presses = await Promise.all([1, 2].map(() => refused(send())))
    expect(presses.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(['done', 'stateConflict'])

    const paper = await db().selectFrom('document').selectAll().where('subjectId', '=', call).executeTakeFirstOrThrow()
    expect(paper).toMatchObject({ kind: 'ideaList', mediaType: 'application/pdf', number: expect.stringMatching(/^\d+\/VPĐP-OCOP$/) })
    expect((await services.files.read(paper.sha256)).length).toBeGreaterThan(10_000)
    const reads = async (person: Person) =>
      (await readableDocument(db(), await actorOf(world, person), paper.id, services.clock.now())) !== null
    expect(await Promise.all((['office', 'leader', 'producer', 'communeLeader', 'otherProvinceOffice'] as const).map(reads))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])

    const notices = await db()
      .selectFrom('notice')
      .select(['kind', 'accountId'])
      .where('subjectId', 'in', [selected, later, waiting, call])
      .execute()
    const kindsFor = (person: Person) => notices.filter((one) => one.accountId === world.accounts[person]).map((one) => one.kind)
    expect(kindsFor('producer')).toEqual(expect.arrayContaining(['idea.selected', 'idea.later', 'idea.notSelected']))
    expect(kindsFor('communeLeader')).toContain('ideaCall.listed')
    expect(kindsFor('otherCommuneLeader')).not.toContain('ideaCall.listed')

    expect(await refused(actAs(world, 'office', (ctx) => undoJudgement(ctx, selected)))).toBe('stateConflict')
    expect(
      await refused(
        actAs(world, 'office', (ctx) => changeCall(ctx, call, { name: 'x', opensOn: '01/01/2026', closesOn: '02/01/2026' }, 3)),
      ),
    ).toBe('stateConflict')
    // The one the commune confirms too late is judged in the next open call, as is the one kept for later.
    await actAs(world, 'communeLeader', (ctx) => confirmIdea(ctx, stillInCommune, {}))
    for (const id of [stillInCommune, later])
      await actAs(world, 'office', (ctx) => judgeIdea(ctx, id, { outcome: 'selected', reason: 'Kỳ này đủ.' }))
    const moved = await db().selectFrom('idea').select(['callId', 'listedCallId']).where('id', 'in', [stillInCommune, later]).execute()
    expect(moved.every((row) => row.callId !== call && row.listedCallId === null)).toBe(true)
  })

  test('a call is opened once, by the office, and an open one does not end in the past', async () => {
    const input = { name: 'Đợt mới', opensOn: formatDate(today()), closesOn: formatDate(addDays(today(), 3)) }
    expect(await refused(actAs(world, 'communeLeader', (ctx) => planCall(ctx, input)))).toBe('forbidden')
    expect(await fieldsOf(actAs(world, 'office', (ctx) => planCall(ctx, { name: '', opensOn: '31/02/2026', closesOn: 'x' })))).toEqual([
      'closesOn',
      'name',
      'opensOn',
    ])
    const id = await actAs(world, 'office', (ctx) => planCall(ctx, input))
    expect(await refused(actAs(world, 'otherProvinceOffice', (ctx) => openCall(ctx, id)))).toBe('notFound')
    await actAs(world, 'office', (ctx) => openCall(ctx, id))
    expect(await refused(actAs(world, 'office', (ctx) => openCall(ctx, id)))).toBe('stateConflict')
    const early = { ...input, opensOn: formatDate(addDays(today(), -9)), closesOn: formatDate(addDays(today(), -3)) }
    expect(await fieldsOf(actAs(world, 'office', (ctx) => changeCall(ctx, id, early, 2)))).toEqual(['closesOn'])
  })
})
