import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldsOf, refused } from '#/testing/refusals.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { draftDossier, type DraftFixture } from '../dossier/dossier.fixture.ts'
import { fillFromYears } from './dossier-figures.actions.ts'
import { proposalsOf, type FiledYear } from './dossier-figures.ts'
import { fileYear, saveYear } from './producer-year.actions.ts'

const filed = (year: number, over: Partial<FiledYear> = {}): FiledYear => ({
  year,
  revenue: 9_000_000,
  unit: 'lít',
  outputE3: 1_500_500,
  productRevenue: 4_000_000,
  ...over,
})
const short = (report: Record<string, string>, years: readonly FiledYear[]) =>
  proposalsOf(report, 2026, years).map(({ name, value, from }) => [name, value, from.vi])

describe('what filed years propose for a dossier of 2026', () => {
  test.each<[string, Record<string, string>, FiledYear[], string[][]]>([
    [
      'the three years before it, the newest first; a half unit is rounded up',
      {},
      [filed(2023), filed(2025), filed(2024), filed(2022), filed(2026)],
      [
        ['outputUnit', 'lít', 'Đơn vị tính trong số liệu năm'],
        ['output1', '1501', 'Số liệu năm 2025 đã nộp'],
        ['output2', '1501', 'Số liệu năm 2024 đã nộp'],
        ['output3', '1501', 'Số liệu năm 2023 đã nộp'],
        ['revenue1', '4000000', 'Số liệu năm 2025 đã nộp'],
        ['revenue2', '4000000', 'Số liệu năm 2024 đã nộp'],
        ['revenue3', '4000000', 'Số liệu năm 2023 đã nộp'],
      ],
    ],
    [
      'the producer’s whole revenue, named so, where the product has none; zero is an answer',
      {},
      [filed(2025, { productRevenue: null, outputE3: null }), filed(2024, { productRevenue: 0, outputE3: null })],
      [
        ['revenue1', '9000000', 'Số liệu năm 2025 đã nộp, doanh thu cả chủ thể'],
        ['revenue2', '0', 'Số liệu năm 2024 đã nộp'],
      ],
    ],
    ['nothing for what has been typed', { outputUnit: 'lít', output1: '5', revenue1: '0' }, [filed(2025)], []],
    ['no output in another unit than the report’s', { outputUnit: 'chai', revenue1: '1' }, [filed(2025)], []],
    ['nothing where nothing was filed', {}, [], []],
  ])('%s', (_name, report, years, wanted) => {
    expect(short(report, years)).toEqual(wanted)
  })
})

describe('taking them', () => {
  let services: TestServices
  let world: World
  let draft: DraftFixture
  const fill = (taken: string[], person: Person = 'producer') => actAs(world, person, (ctx) => fillFromYears(ctx, draft.dossierId, taken))
  const report = async () =>
    (await services.database.db.selectFrom('dossier').select('report').where('id', '=', draft.dossierId).executeTakeFirstOrThrow())
      .report as Record<string, string>
  const year = async (at: string, revenue: string, filedToo: boolean) => {
    const place = { producerId: world.producers.own, year: at }
    await actAs(world, 'producer', (ctx) => saveYear(ctx, place, { workers: '8', workersTrained: '0', revenue }, 0))
    if (filedToo) await actAs(world, 'producer', (ctx) => fileYear(ctx, place, {}))
  }
  beforeAll(async () => {
    services = await testServices()
    world = await makeWorld(services)
    draft = await draftDossier(world)
    await services.database.db
      .updateTable('dossier')
      .set({ report: '{"resultText":"Đã viết"}' })
      .where('id', '=', draft.dossierId)
      .execute()
    await year('2025', '2.000.000.000', true)
    await year('2024', '1.800.000.000', false)
  })
  afterAll(() => services.close())

  test('fills what was ticked and is empty, keeps the rest, and nothing of a draft year', async () => {
    expect(await fieldsOf(fill(['revenue2', 'profit1', 'x']))).toEqual(['taken'])
    await fill(['revenue1', 'revenue2'])
    expect(await report()).toMatchObject({ resultText: 'Đã viết', revenue1: '2000000000', revenue2: '' })
    // Pressed twice, or typed meanwhile: what stands there stays.
    expect(await fieldsOf(fill(['revenue1']))).toEqual(['taken'])
  })

  test('is the producer’s own press', async () => {
    for (const person of ['otherProducer', 'office', 'communeOfficer', 'admin'] as const)
      expect([person, await refused(fill(['revenue1'], person))]).toEqual([person, 'notFound'])
  })
})
