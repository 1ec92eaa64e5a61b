import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type World } from '#/testing/world.ts'
import { acceptedDossier, openedRound, proposedDossier, reportedDossier } from '../commune/commune.fixture.ts'
import { lapseSupplements } from '../commune/lapse.job.ts'
import { draftDossier } from '../dossier/dossier.fixture.ts'
import { issueAdvisoryReport, saveAdvisoryWork } from './advisory.actions.ts'
import { countStates, listRegister, type RegisterQuery } from './office.store.ts'
import { receptionQueue, type QueueQuery } from './reception.store.ts'
import {
  acceptDossier,
  agreeWithCommune,
  askProvinceSupplement,
  receiveSamples,
  rejectAtProvince,
  saveProvinceCheck,
} from './reception.actions.ts'
import { changeRound, closeRound, openRound, planRound } from './round.actions.ts'
import { setsToConfirm } from './round.ts'

let services: TestServices
let world: World
let round: string
beforeAll(async () => {
  services = await testServices({ now: '2026-09-14T02:00:00Z' })
  world = await makeWorld(services)
  round = await openedRound(world)
}, 60_000)
afterAll(() => services.close())
beforeEach(() => services.clock.set('2026-09-14T02:00:00Z'))

const db = () => services.database.db
const dossier = (id: string) => db().selectFrom('dossier').select(['state', 'roundId']).where('id', '=', id).executeTakeFirstOrThrow()
const next = { year: '2027', ordinal: '1', name: '', opensOn: '01/01/2027', proposalsDueOn: '29/04/2027', closesOn: '29/06/2027', note: '' }
const checkAll = async (id: string) => {
  await actAs(world, 'office', (ctx) => agreeWithCommune(ctx, id))
  await actAs(world, 'office', (ctx) =>
    saveProvinceCheck(ctx, id, [
      { component: 'communeProposal', verdict: 'present', remark: '' },
      { component: 'communeReport', verdict: 'present', remark: '' },
    ]),
  )
}
const whole: RegisterQuery = {
  search: '',
  states: [],
  kind: null,
  commune: null,
  round: null,
  set: null,
  lateAtCommune: false,
  sort: 'recent',
  page: 1,
  perPage: 100,
}

const queue: QueueQuery = {
  search: '',
  part: null,
  commune: null,
  set: null,
  samplesOpen: false,
  sort: 'proposed',
  page: 1,
  perPage: 50,
}

describe('rounds', () => {
  test('only the office plans; the same round twice, dates like 31/02 and a silent departure from the law are refused', async () => {
    for (const person of ['communeOfficer', 'producer', 'leader', 'advisor'] as const)
      await expect(actAs(world, person, (ctx) => planRound(ctx, next))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(actAs(world, 'office', (ctx) => planRound(ctx, { ...next, closesOn: '31/02/2027' }))).rejects.toMatchObject({
      code: 'invalid',
      fields: { closesOn: expect.anything() },
    })
    await expect(actAs(world, 'office', (ctx) => planRound(ctx, { ...next, proposalsDueOn: '15/05/2027' }))).rejects.toMatchObject({
      fields: { proposalsDueOn: expect.anything(), note: expect.anything() },
    })
    const id = await actAs(world, 'office', (ctx) => planRound(ctx, next))
    await expect(actAs(world, 'office', (ctx) => planRound(ctx, next))).rejects.toMatchObject({ fields: { ordinal: expect.anything() } })
    await actAs(world, 'office', (ctx) => changeRound(ctx, id, { ...next, name: 'Đợt đầu năm', version: 1 }))
    await expect(actAs(world, 'office', (ctx) => changeRound(ctx, id, { ...next, version: 1 }))).rejects.toMatchObject({
      code: 'versionConflict',
    })
    await expect(actAs(world, 'otherProvinceOffice', (ctx) => openRound(ctx, id, { confirmed: true }))).rejects.toMatchObject({
      code: 'notFound',
    })
    if (setsToConfirm(services.regulations.current).length > 0)
      await expect(actAs(world, 'office', (ctx) => openRound(ctx, id, { confirmed: false }))).rejects.toMatchObject({
        code: 'round.notConfirmed',
      })
    await expect(actAs(world, 'office', (ctx) => closeRound(ctx, id))).rejects.toMatchObject({ code: 'round.stateConflict' })
    await expect(actAs(world, 'office', (ctx) => openRound(ctx, 'abc', { confirmed: true }))).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('reception', () => {
  test('what the commune still holds is not found at the province; others of the province read but do not receive', async () => {
    const held = await reportedDossier(world)
    await expect(actAs(world, 'office', (ctx) => agreeWithCommune(ctx, held.dossierId))).rejects.toMatchObject({ code: 'notFound' })
    const { dossierId } = await proposedDossier(world)
    await expect(actAs(world, 'leader', (ctx) => agreeWithCommune(ctx, dossierId))).rejects.toMatchObject({ code: 'forbidden' })
    for (const person of ['communeOfficer', 'producer', 'otherProvinceOffice'] as const)
      await expect(actAs(world, person, (ctx) => acceptDossier(ctx, dossierId, { roundId: round, exception: '' }))).rejects.toMatchObject({
        code: 'notFound',
      })
  })

  test('an unchecked dossier is not accepted; a checked one is, once', async () => {
    const { dossierId } = await proposedDossier(world)
    const accept = (roundId = round) => actAs(world, 'office', (ctx) => acceptDossier(ctx, dossierId, { roundId, exception: '' }))
    await expect(accept()).rejects.toMatchObject({ code: 'commune.notChecked' })
    await checkAll(dossierId)
    await expect(accept('rubbish')).rejects.toMatchObject({ code: 'invalid', fields: { roundId: expect.anything() } })
    await accept()
    expect(await dossier(dossierId)).toEqual({ state: 'accepted', roundId: round })
    await expect(accept()).rejects.toMatchObject({ code: 'stateConflict' })
    await expect(actAs(world, 'office', (ctx) => closeRound(ctx, round))).rejects.toMatchObject({ code: 'round.inUse' })
  })

  test('a proposal after the cut-off needs a named exception, and the reason is in the ledger', async () => {
    services.clock.set('2026-10-30T01:00:00Z')
    const { dossierId } = await proposedDossier(world)
    await checkAll(dossierId)
    await expect(actAs(world, 'office', (ctx) => acceptDossier(ctx, dossierId, { roundId: round, exception: ' ' }))).rejects.toMatchObject({
      code: 'round.afterCutOff',
    })
    await actAs(world, 'office', (ctx) => acceptDossier(ctx, dossierId, { roundId: round, exception: 'Bão làm mất điện ba ngày.' }))
    const entry = await db()
      .selectFrom('auditEntry')
      .select('payload')
      .where('dossierId', '=', dossierId)
      .where('verb', '=', 'reception.acceptedByException')
      .executeTakeFirstOrThrow()
    expect(entry.payload).toMatchObject({ exception: 'Bão làm mất điện ba ngày.', proposedOn: '2026-10-30' })
  })

  test('samples are counted; fewer than handed over need a note', async () => {
    const { dossierId } = await proposedDossier(world)
    await expect(actAs(world, 'office', (ctx) => receiveSamples(ctx, dossierId, { received: '4', note: '' }))).rejects.toMatchObject({
      fields: { note: expect.anything() },
    })
    await actAs(world, 'office', (ctx) => receiveSamples(ctx, dossierId, { received: '4', note: 'Một chai vỡ.' }))
    expect(
      await db().selectFrom('sampleHandover').select(['handed', 'received']).where('dossierId', '=', dossierId).executeTakeFirst(),
    ).toEqual({ handed: 5, received: 4 })
  })

  test('returned by the province and not answered, it lapses; refused, it ends with the reason', async () => {
    const returned = await proposedDossier(world)
    const ask = { items: [{ targetKind: 'component', target: 'communeReport', ask: 'Bổ sung ảnh.' }], dueOn: '21/09/2026', reason: '' }
    await actAs(world, 'office', (ctx) => askProvinceSupplement(ctx, returned.dossierId, ask))
    await expect(actAs(world, 'office', (ctx) => askProvinceSupplement(ctx, returned.dossierId, ask))).rejects.toMatchObject({
      code: 'supplement.open',
    })
    services.clock.set('2026-09-22T02:00:00Z')
    await lapseSupplements(services)
    expect((await dossier(returned.dossierId)).state).toBe('lapsed')
    const refused = await proposedDossier(world)
    await actAs(world, 'office', (ctx) => rejectAtProvince(ctx, refused.dossierId, { reason: 'Không thuộc phạm vi.' }))
    expect((await dossier(refused.dossierId)).state).toBe('rejected')
  })
})

describe('the advisory team', () => {
  test('notes are kept with their version; a note to the council needs words; once issued nothing changes', async () => {
    const { dossierId } = await acceptedDossier(world, round)
    const save = (version: number, remark: string, criterion = '1.1') =>
      actAs(world, 'advisor', (ctx) =>
        saveAdvisoryWork(ctx, dossierId, {
          notes: [{ criterion, state: 'done', remark, bringToCouncil: true }],
          summary: 'Đủ điều kiện.',
          version,
        }),
      )
    expect(await save(0, '')).toBe(1)
    await expect(save(0, 'x')).rejects.toMatchObject({ code: 'versionConflict' })
    await expect(save(1, 'x', '99')).rejects.toMatchObject({ code: 'badRequest' })
    await expect(actAs(world, 'advisor', (ctx) => issueAdvisoryReport(ctx, dossierId))).rejects.toMatchObject({
      fields: { 'remark:1.1': expect.anything() },
    })
    expect(await save(1, 'Tỷ lệ nguyên liệu cần làm rõ.')).toBe(2)
    await actAs(world, 'advisor', (ctx) => issueAdvisoryReport(ctx, dossierId))
    await expect(save(2, 'Sửa sau')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(actAs(world, 'communeOfficer', (ctx) => issueAdvisoryReport(ctx, dossierId))).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('the register', () => {
  test('counts, rows and search agree, and another province sees nothing', async () => {
    await proposedDossier(world, { name: "Bánh gai Tứ Trụ 100% '; drop table dossier; --" })
    const office = await actorOf(world, 'office')
    const { rows, total } = await listRegister(db(), office, whole, '2026-09-14')
    expect(rows).toHaveLength(total)
    const counts = await countStates(db(), office)
    expect([...counts.values()].reduce((sum, n) => sum + n, 0)).toBe(total)
    expect((await listRegister(db(), office, { ...whole, states: ['accepted'] }, '2026-09-14')).total).toBe(counts.get('accepted'))
    expect((await listRegister(db(), office, { ...whole, search: 'banh gai TU TRU 100%' }, '2026-09-14')).total).toBe(1)
    expect((await listRegister(db(), office, { ...whole, search: '1_0%' }, '2026-09-14')).total).toBe(0)
    const stranger = await actorOf(world, 'otherProvinceOffice')
    expect((await listRegister(db(), stranger, whole, '2026-09-14')).total).toBe(0)
    expect(await receptionQueue(db(), stranger, queue)).toEqual({ rows: [], total: 0 })
  })

  test('a product renamed since is found by both names, shown as filed, with its name of today beside', async () => {
    const { dossierId } = await proposedDossier(world, { name: 'Mắm tép Hà Yên' })
    const office = await actorOf(world, 'office')
    const find = async (search: string) => (await listRegister(db(), office, { ...whole, search }, '2026-09-14')).rows
    expect(await find('mam tep ha yen')).toMatchObject([{ id: dossierId, product: 'Mắm tép Hà Yên', productNow: null, producerNow: null }])
    const { productId } = await db().selectFrom('dossier').select('productId').where('id', '=', dossierId).executeTakeFirstOrThrow()
    await db().updateTable('product').set({ name: 'Mắm tép Tống Sơn' }).where('id', '=', productId).execute()
    for (const name of ['mắm tép hà yên', 'tống sơn'])
      expect(await find(name)).toMatchObject([{ id: dossierId, product: 'Mắm tép Hà Yên', productNow: 'Mắm tép Tống Sơn' }])
  })

  test('what was never filed is in no list and no count of the office', async () => {
    const office = await actorOf(world, 'office')
    const before = (await listRegister(db(), office, whole, '2026-09-14')).total
    await draftDossier(world, { name: 'Bản thảo riêng' })
    expect((await listRegister(db(), office, { ...whole, search: 'bản thảo riêng' }, '2026-09-14')).total).toBe(0)
    expect((await listRegister(db(), office, whole, '2026-09-14')).total).toBe(before)
    expect((await countStates(db(), office)).get('draft')).toBeUndefined()
  })
})

describe('the reception queue', () => {
  test('is read page by page, searched, filtered and sorted; every row stands on exactly one page', async () => {
    const office = await actorOf(world, 'office')
    const read = (over: Partial<QueueQuery> = {}) => receptionQueue(db(), office, { ...queue, ...over })
    const everything = await read({ perPage: 500 })
    expect(everything.total).toBe(everything.rows.length)
    expect(everything.total).toBeGreaterThan(3)
    const paged: string[] = []
    for (let page = 1; page <= Math.ceil(everything.total / 2); page++)
      paged.push(...(await read({ page, perPage: 2 })).rows.map((row) => row.id))
    expect(paged).toEqual(everything.rows.map((row) => row.id))
    expect((await read({ page: 99 })).rows).toEqual([])
    const one = await read({ search: 'MAM TEP HA YEN' })
    expect(one.rows.map((row) => row.product)).toEqual(['Mắm tép Hà Yên'])
    expect((await read({ search: '%' })).total).toBe(1)
    const returned = await read({ part: 'returned' })
    expect(returned.rows.every((row) => row.state === 'provinceSupplement')).toBe(true)
    expect((await read({ part: 'toReceive' })).total + returned.total).toBe(everything.total)
    expect((await read({ samplesOpen: true })).rows.every((row) => row.received === null)).toBe(true)
    expect((await read({ set: 26 })).total).toBe(0)
    const names = (await read({ sort: 'product', perPage: 500 })).rows.map((row) => row.product)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'vi')))
  })
})
