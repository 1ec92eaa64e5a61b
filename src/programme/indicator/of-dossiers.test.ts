import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { HAU_LOC, makeWorld, type World } from '#/testing/world.ts'
import { concludedDossier } from '../certificate/certificate.fixture.ts'
import { figureOf } from './figures.store.ts'
import { pastRecognised, put, recognised, year2026 } from './indicator.fixture.ts'
import type { Frame } from './indicator.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.close())
beforeEach(async () => {
  await emptied(services)
  world = await makeWorld(services)
})

const figure = async (id: string, params: unknown = {}, over: Partial<Frame> = {}) => {
  const { numerator, denominator } = await figureOf(services.database.db, id, { ...year2026, ...over }, params, services.clock.now())
  return [numerator, denominator]
}
const change = (what: string) => services.database.run(what)

test('passed up with potential: 70 points exactly are 70, below the province only, on the day it was sent', async () => {
  const enough = await concludedDossier(world, { meanPrinted: '70.00' })
  const short = await concludedDossier(world, { meanPrinted: '69.99' })
  const sent = { way: 'up', ground: 'result', sent_by: 'x', from_authority: '38.380', to_authority: '38' }
  await put(world, 'transfer', { ...sent, dossier_id: enough.dossierId, result_id: enough.resultId, sent_at: '2026-12-31T16:00:00Z' })
  await put(world, 'transfer', { ...sent, dossier_id: short.dossierId, result_id: short.resultId, sent_at: '2026-06-01' })
  expect(await figure('passed-up-with-potential', { minPoints: 70 })).toEqual([1, null])
  expect(await figure('passed-up-with-potential', { minPoints: 60 })).toEqual([2, null])
  expect(await figure('passed-up-with-potential', { minPoints: 70 }, { authority: '38.381' })).toEqual([0, null])
  expect(await figure('passed-up-with-potential', { minPoints: 70 }, { to: '2026-12-30' })).toEqual([0, null])
})

test('to the ministry: each product once; the share of the potential or of all products (X16)', async () => {
  const five = await concludedDossier(world, { meanPrinted: '90.00', star: 5 })
  const approved = await concludedDossier(world, { meanPrinted: '95.00', star: 5 })
  // Closed, and nobody was told yet: not counted.
  await concludedDossier(world, { meanPrinted: '96.00', star: 5 })
  const decision = await put(world, 'recognition_decision', { kind: 'approval', title: 'x', state: 'issued', created_at: '2026-01-01' })
  await change(
    `insert into recognition_item (decision_id, result_id, dossier_id, star, ordinal) values ('${decision}', '${approved.resultId}', '${approved.dossierId}', 5, 1)`,
  )
  await concludedDossier(world, { meanPrinted: '89.99', star: 4 })
  for (let index = 0; index < 3; index++) await recognised(world)
  const sent = {
    way: 'up',
    ground: 'result',
    sent_by: 'x',
    from_authority: '38',
    to_authority: 'TW',
    dossier_id: five.dossierId,
    result_id: five.resultId,
  }
  await put(world, 'transfer', { ...sent, sent_at: '2026-05-01' })
  await put(world, 'transfer', { ...sent, sent_at: '2026-06-01' })
  expect(await figure('proposed-to-ministry')).toEqual([1, null])
  expect(await figure('five-star-potential-registered', { of: 'potential' })).toEqual([1, 2])
  expect(await figure('five-star-potential-registered', { of: 'products' })).toEqual([1, 3])
  expect(await figure('passed-up-with-potential', { minPoints: 0 })).toEqual([0, null])
})

test('assessed and screened of the dossiers filed in the period (S4:25, S4:57); communes that registered', async () => {
  const one = await concludedDossier(world)
  const two = await concludedDossier(world, { communeCode: HAU_LOC, producerId: world.producers.other })
  const taken = await concludedDossier(world)
  await change(
    `update dossier set filed_at = '2026-01-01T00:00:00+07', accepted_at = '2026-12-31T23:59:00+07' where id in ('${one.dossierId}', '${two.dossierId}')`,
  )
  await change(`update dossier set filed_at = '2026-05-01', state = 'withdrawn' where id = '${taken.dossierId}'`)
  await change(`update result set closed_at = '2027-01-01T00:00:00+07' where dossier_id = '${two.dossierId}'`)
  expect(await figure('dossiers-assessed')).toEqual([1, 2])
  expect(await figure('dossiers-assessed', {}, { to: '2027-01-01' })).toEqual([2, 2])
  expect(await figure('dossiers-screened')).toEqual([2, 2])
  expect(await figure('dossiers-screened', {}, { to: '2026-12-30' })).toEqual([0, 2])
  expect(await figure('dossiers-screened', {}, { from: '2026-01-02' })).toEqual([0, 0])
  const [communes, of] = await figure('communes-registering')
  const [wards, ofWards] = await figure('communes-registering', { kind: 'xã' })
  expect([communes, wards]).toEqual([2, 1])
  expect(Number(ofWards)).toBeLessThan(Number(of))
})

test('rounds of the desk that were opened in the period; a planned one is none', async () => {
  const round = {
    year: 2026,
    name: 'Đợt',
    regulation_id: 'qd-26-2026',
    regulation_hash: 'x',
    proposals_due_on: '2026-06-01',
    closes_on: '2026-07-01',
    created_at: '2026-01-01',
  }
  await put(world, 'round', { ...round, authority: '38', ordinal: 1, opens_on: '2026-01-01', state: 'closed' })
  await put(world, 'round', { ...round, authority: '38', ordinal: 2, opens_on: '2026-12-31', state: 'open' })
  await put(world, 'round', { ...round, authority: '38', ordinal: 3, opens_on: '2026-12-31', state: 'planned' })
  await put(world, 'round', { ...round, authority: '38.380', ordinal: 1, opens_on: '2026-03-01', state: 'open' })
  expect(await figure('rounds-held')).toEqual([2, null])
  expect(await figure('rounds-held', {}, { authority: '38.380' })).toEqual([1, null])
})

test('an upgrade: a higher star than the recognition before, also where that one is of the past', async () => {
  const one = await recognised(world, { on: '2024-01-01', star: 3 })
  await recognised(world, { productId: one.productId, on: '2026-01-01', star: 4 })
  const same = await recognised(world, { on: '2024-01-01', star: 4 })
  await recognised(world, { productId: same.productId, on: '2026-02-01', star: 4 })
  await pastRecognised(world, { product: 'Chè lam', star: 3, day: '2021-05-01' })
  await recognised(world, { name: 'Chè Lam', on: '2026-03-01', star: 5 })
  expect(await figure('recognised-upgraded')).toEqual([2, null])
  expect(await figure('recognised-upgraded', { from: 3, to: 4 })).toEqual([1, null])
  expect(await figure('recognised-upgraded', {}, { from: '2026-01-02' })).toEqual([1, null])
})

test('terms that ended and what was recognised again; products of one year recognised again', async () => {
  const renewed = await recognised(world, { on: '2023-05-01' })
  await recognised(world, { productId: renewed.productId, on: '2026-04-20' })
  await recognised(world, { on: '2023-05-02' })
  await recognised(world, { on: '2023-01-01', lastValidOn: '2027-01-01' })
  await recognised(world, { on: '2023-05-03', state: 'withdrawn', withdrawnOn: '2024-01-01' })
  expect(await figure('expired-renewed')).toEqual([1, 2])
  expect(await figure('expired-renewed', {}, { from: '2026-05-02' })).toEqual([0, 1])
  expect(await figure('expired-of-year', { year: 2023 })).toEqual([1, 3])
  expect(await figure('expired-of-year', { year: 2020 })).toEqual([0, 0])
})

test('by the level that decided: the desk of the decision, else what the paper calls the issuer', async () => {
  const province = await recognised(world)
  const district = await recognised(world)
  await recognised(world)
  await change(
    `insert into recognition_decision (id, authority, kind, title, state, created_at) values (gen_random_uuid(), '38.380', 'recognition', 'x', 'draft', now())`,
  )
  await change(`update certificate set decision_id = (select id from recognition_decision) where id = '${district.id}'`)
  await change(
    `update certificate set snapshot = jsonb_set(snapshot, '{decision,issuer}', '"Chủ tịch UBND huyện Hậu Lộc"') where id not in ('${province.id}', '${district.id}')`,
  )
  expect(await figure('recognised-new', { authorityLevel: 'province' })).toEqual([1, null])
  expect(await figure('recognised-new', { authorityLevel: 'district' })).toEqual([2, null])
  expect(await figure('recognised-new', { authorityLevel: 'central' })).toEqual([0, null])
})

test('products of sets, and of the annex of an issued plan, recognised in the way the annex says', async () => {
  const fresh = await recognised(world)
  const old = await recognised(world, { on: '2024-01-01' })
  await recognised(world, { productId: old.productId, star: 4 })
  expect(await figure('recognised-in-sets', { sets: [9, 10] })).toEqual([2, null])
  expect(await figure('recognised-in-sets', { sets: [10] })).toEqual([0, null])
  const family = world.producers.own
  const plan = await put(world, 'programme_plan', {
    family_id: family,
    unit_era: 'e2025',
    kind: 'year',
    title: 'Kế hoạch',
    starts_on: '2026-01-01',
    ends_on: '2026-12-31',
    state: 'issued',
    issued_on: '2026-01-05',
    content: '{}',
    created_at: '2026-01-01',
    updated_at: '2026-01-01',
  })
  const line = (ordinal: number, kind: string, productId: string | null) =>
    change(
      `insert into programme_product (id, plan_id, ordinal, kind, product_name, product_id) values (gen_random_uuid(), '${plan}', ${ordinal}, '${kind}', 'x', ${productId ? `'${productId}'` : 'null'})`,
    )
  await line(1, 'new', fresh.productId)
  await line(2, 'new', old.productId)
  await line(3, 'upgrade', old.productId)
  await line(4, 'new', null)
  expect(await figure('plan-products-done', { kind: 'new', planFamilyId: family })).toEqual([1, null])
  expect(await figure('plan-products-done', { kind: 'upgrade' })).toEqual([1, null])
  expect(await figure('plan-products-done', { kind: 'renewal' })).toEqual([0, null])
  expect(await figure('plan-products-done', { kind: 'new', planFamilyId: world.producers.other })).toEqual([0, null])
})
