import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isAppError } from '#/platform/errors/app-error.ts'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { storedCertificate } from '../certificate/certificate.fixture.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { checkYear, fileYear, moveYearTerm, returnYear, saveYear, takeBackYear } from './producer-year.actions.ts'
import { listYears, ownYears, yearFor, yearHistory, type YearQuery } from './producer-year.store.ts'
import { remindProducerYears } from './reminder.job.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.close())
beforeEach(async () => {
  services.clock.set('2026-01-20T02:00:00Z')
  await emptied(services)
  world = await makeWorld(services)
})

const at = (year = '2025') => ({ producerId: world.producers.own, year })
const figures = { workers: '20', workersTrained: '5', revenue: '2.000.000.000', revenueOcop: '0' }
const save = (input: Record<string, unknown>, version: number, year = '2025', person: Person = 'producer') =>
  actAs(world, person, (ctx) => saveYear(ctx, at(year), input, version))
const file = (input: Record<string, unknown> = {}, year = '2025', person: Person = 'producer') =>
  actAs(world, person, (ctx) => fileYear(ctx, at(year), input))
const seen = async (person: Person, year = '2025') => yearFor(services.database.db, await actorOf(world, person), world.producers.own, year)

async function refusal(work: Promise<unknown>, field?: string): Promise<string | undefined> {
  try {
    await work
  } catch (error) {
    if (isAppError(error)) return field ? (error.fieldMessages('vi')[field] ?? error.code) : error.code
    throw error
  }
  return undefined
}

const query: YearQuery = { year: 2025, search: '', state: null, only: null, sort: 'name', page: 1, perPage: 20 }
const listed = async (person: Person, over: Partial<YearQuery> = {}, today = '2026-01-20') =>
  listYears(services.database.db, await actorOf(world, person), { ...query, ...over }, today)

describe('a year', () => {
  test('is written in parts, filed, returned, filed again and checked', async () => {
    expect(await save({ workers: '20' }, 0)).toBe(1)
    expect(await refusal(save({ workers: '9' }, 0))).toBe('versionConflict')
    expect(await refusal(file(), 'revenue')).toMatch(/ghi 0/)
    await save({ workersTrained: '5', revenue: '2.000.000.000', revenueOcop: '0' }, 1)
    expect((await seen('producer')).figures).toMatchObject({ workers: 20, workersFemale: null, revenueOcop: 0 })
    expect(await refusal(seen('office'))).toBe('notFound')
    await file()
    expect(await refusal(file())).toBe('stateConflict')
    expect(await refusal(save({ workers: '1' }, 3))).toBe('forbidden')
    expect((await seen('office')).row).toMatchObject({ state: 'filed', followUp: false })
    expect(
      await refusal(
        actAs(world, 'communeOfficer', (ctx) => returnYear(ctx, at(), {})),
        'reason',
      ),
    ).toMatch(/Ghi rõ/)
    await actAs(world, 'communeOfficer', (ctx) => returnYear(ctx, at(), { reason: 'Doanh thu thiếu sản phẩm mới.' }))
    await save({ revenue: '2.500.000.000' }, 4)
    await file()
    await actAs(world, 'office', (ctx) => checkYear(ctx, at(), { remark: '' }))
    expect(await refusal(actAs(world, 'office', (ctx) => checkYear(ctx, at(), {})))).toBe('stateConflict')
    expect(await refusal(actAs(world, 'communeOfficer', (ctx) => returnYear(ctx, at(), { reason: 'x' })))).toBe('forbidden')
    await actAs(world, 'office', (ctx) => returnYear(ctx, at(), { reason: 'Chủ thể báo nhầm.' }))
    expect((await seen('producer')).row).toMatchObject({ state: 'returned', remark: 'Chủ thể báo nhầm.' })
  })

  test('filed can be taken back until it is checked', async () => {
    await save(figures, 0)
    await file()
    await actAs(world, 'producer', (ctx) => takeBackYear(ctx, at()))
    expect((await seen('producer')).row?.state).toBe('draft')
    expect(await refusal(seen('communeOfficer'))).toBe('notFound')
    await file()
    await actAs(world, 'communeLeader', (ctx) => checkYear(ctx, at(), {}))
    expect(await refusal(actAs(world, 'producer', (ctx) => takeBackYear(ctx, at())))).toBe('stateConflict')
  })

  test('begun in two tabs at once is one year, and the second tab is told', async () => {
    const both = await Promise.allSettled([save({ workers: '1' }, 0), save({ workers: '2' }, 0)])
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const rows = await services.database.db.selectFrom('producerYear').select('id').execute()
    expect(rows).toHaveLength(1)
  })

  test('that is not over cannot be told, and rubbish is no year', async () => {
    expect(await refusal(save({ workers: '1' }, 0, '2026'))).toBe('producerYear.notOver')
    for (const year of ['1999', '20xx', '', '2025; drop']) expect(await refusal(save({ workers: '1' }, 0, year))).toBe('notFound')
    for (const person of ['otherProducer', 'office', 'communeOfficer', 'leader', 'admin', 'otherProvinceOffice'] as const)
      expect([person, await refusal(save({ workers: '1' }, 0, '2025', person))]).toEqual([person, 'notFound'])
  })

  test('a jump against the year before asks for a reason, and is to be followed up until it is checked', async () => {
    await save(figures, 0, '2024')
    await file({}, '2024')
    await save({ ...figures, workers: '90' }, 0)
    expect(await refusal(file(), 'reason.workers')).toMatch(/ghi lý do/)
    await file({ 'reason.workers': 'Mở thêm xưởng.' })
    expect((await seen('office')).row).toMatchObject({ followUp: true, confirmedJumps: { workers: 'Mở thêm xưởng.' } })
    expect((await listed('office', { only: 'followUp' })).total).toBe(1)
    await actAs(world, 'office', (ctx) => checkYear(ctx, at(), { remark: 'Đã xem bảng lương.' }))
    expect((await seen('office')).row?.followUp).toBe(false)
  })
})

describe('the history of a year', () => {
  const history = async (person: Person) => yearHistory(services.database.db, await seen(person))
  const deeds = async (person: Person) =>
    (await history(person)).map(({ deed, changes }) => [deed, ...changes.map(({ key, from, to }) => `${key} ${from} ${to}`)])

  test('stands beside it for who reads its figures: all of it for the producer, what was filed for the others', async () => {
    await save({ workers: '20', workersTrained: '5' }, 0)
    await save({ workers: '21', revenue: '3.141.592.653' }, 1)
    await file()
    await actAs(world, 'communeOfficer', (ctx) => returnYear(ctx, at(), { reason: 'Xem lại lao động.' }))
    await save({ workers: '19', note: 'Đã đếm lại.' }, 4)
    // Figures being mended are the producer's own: the others read what was filed.
    expect((await seen('producer')).figures.workers).toBe(19)
    expect(await seen('office')).toMatchObject({ figures: { workers: 21, revenue: 3_141_592_653 }, row: { note: '' } })
    expect(await listed('office')).toMatchObject({ rows: [{ state: 'returned', workers: null, revenue: null }] })
    expect(await deeds('office')).toEqual([['returned'], ['filed']])
    await file()
    expect(await deeds('office')).toEqual([['filed', 'workers 21 19', 'note null Đã đếm lại.'], ['returned'], ['filed']])
    expect(await deeds('producer')).toEqual([
      ['filed'],
      ['saved', 'workers 21 19', 'note null Đã đếm lại.'],
      ['returned'],
      ['filed'],
      ['saved', 'workers 20 21', 'revenue null 3141592653'],
      ['saved', 'workers null 20', 'workersTrained null 5'],
    ])
    expect((await history('leader')).find((event) => event.deed === 'returned')).toMatchObject({
      remark: 'Xem lại lao động.',
      who: 'Lê Văn Định',
    })
    for (const person of ['admin', 'otherProducer', 'otherCommuneOfficer', 'otherProvinceOffice'] as const)
      expect([person, await refusal(history(person))]).toEqual([person, 'notFound'])
  })

  test('the ledger names the fields that changed and holds no figure', async () => {
    const { productId } = await storedCertificate(world, { issuedOn: '2025-03-01', lastValidOn: '2028-03-01' })
    await save({ ...figures, revenue: '3.141.592.653', [`output.${productId}`]: '271,828', [`price.${productId}`]: '161.803' }, 0)
    await file()
    const entries = await services.database.db
      .selectFrom('auditEntry')
      .select(['verb', 'payload'])
      .where('subjectKind', '=', 'producerYear')
      .execute()
    expect(entries.map((entry) => entry.payload)).toEqual([
      { year: 2025, fields: ['workers', 'workersTrained', 'revenue', 'revenueOcop', `output.${productId}`, `price.${productId}`] },
      { year: 2025, explained: [] },
    ])
    expect(JSON.stringify(entries)).not.toMatch(/3141592653|271828|161803/)
  })

  test('is never changed or taken away', async () => {
    await save(figures, 0)
    for (const sql of ["update producer_year_change set figures = '{}'", 'delete from producer_year_change'])
      await expect(services.database.run(sql)).rejects.toThrow(/does not change/)
  })
})

describe('who owes figures', () => {
  test('has a recognition in force in the year: named as missing, then late from the day after, reminded before', async () => {
    const { productId: product } = await storedCertificate(world, { issuedOn: '2025-03-01', lastValidOn: '2028-03-01' })
    services.clock.set('2026-02-14T02:00:00Z')
    expect(await remindProducerYears(services)).toBe(1)
    expect(await remindProducerYears(services)).toBe(1)
    const notices = await services.database.db
      .selectFrom('notice')
      .select(['kind', 'params'])
      .where('kind', '=', 'producerYear.due')
      .execute()
    expect(notices).toMatchObject([{ params: { date: '28/02/2026' } }])
    expect(await listed('office', {}, '2026-02-28')).toMatchObject({ total: 1, late: 0, missing: 1, rows: [{ state: null, late: false }] })
    expect(await listed('communeOfficer', { only: 'late' }, '2026-03-01')).toMatchObject({ total: 1, late: 1 })
    expect((await listed('otherCommuneOfficer')).total).toBe(0)
    expect(await refusal(listed('producer'))).toBe('notFound')
    await save(figures, 0)
    expect((await listed('office', { state: 'draft' })).rows).toMatchObject([{ workers: null }])
    expect(await refusal(file(), `output.${product}`)).toMatch(/sản lượng/)
    await save({ [`output.${product}`]: '0' }, 1)
    await file()
    services.clock.set('2026-02-25T02:00:00Z')
    expect(await remindProducerYears(services)).toBe(0)
    expect(await listed('office', {}, '2026-06-01')).toMatchObject({ late: 0, rows: [{ workers: 20, late: false }] })
  })

  test('who has not filed is told once the day has passed, one who only began too, and anew of a later day', async () => {
    const lateOnes = async () => {
      const rows = await services.database.db.selectFrom('notice').select('params').where('kind', '=', 'producerYear.late').execute()
      return rows.map((row) => (row.params as { date: string }).date)
    }
    await remindProducerYears(services)
    await save({ workers: '20' }, 0)
    services.clock.set('2026-02-28T02:00:00Z')
    await remindProducerYears(services)
    expect(await lateOnes()).toEqual([])
    for (const day of ['2026-03-01', '2026-03-02', '2026-03-20']) {
      services.clock.set(`${day}T02:00:00Z`)
      expect(await remindProducerYears(services)).toBe(1)
    }
    expect(await lateOnes()).toEqual(['28/02/2026'])
    await actAs(world, 'office', (ctx) => moveYearTerm(ctx, '2025', { dueOn: '25/03/2026', reason: 'Mưa lũ.' }))
    services.clock.set('2026-03-26T02:00:00Z')
    await remindProducerYears(services)
    expect((await lateOnes()).toSorted()).toEqual(['25/03/2026', '28/02/2026'])
    // A collection long over is not told of anew.
    await services.database.db.deleteFrom('notice').execute()
    services.clock.set('2026-06-01T02:00:00Z')
    expect(await remindProducerYears(services)).toBe(0)
    expect(await lateOnes()).toEqual([])
  })

  test('the office moves the day, with a reason, never into the past; the producer reads it', async () => {
    expect(
      await refusal(
        actAs(world, 'office', (ctx) => moveYearTerm(ctx, '2025', { dueOn: '19/01/2026', reason: 'x' })),
        'dueOn',
      ),
    ).toMatch(/quá khứ/)
    await actAs(world, 'office', (ctx) => moveYearTerm(ctx, '2025', { dueOn: '15/03/2026', reason: 'Mưa lũ.' }))
    const years = await ownYears(services.database.db, await actorOf(world, 'producer'), [2025])
    expect(years).toMatchObject([{ year: 2025, state: null, dueOn: '2026-03-15' }])
    for (const [person, code] of [
      ['leader', 'forbidden'],
      ['communeOfficer', 'forbidden'],
      ['producer', 'notFound'],
    ] as const)
      expect(await refusal(actAs(world, person, (ctx) => moveYearTerm(ctx, '2025', { dueOn: '20/03/2026', reason: 'x' })))).toBe(code)
  })
})
