// The targets of a plan: figures by their scope and base, values by hand with evidence, taken back; twice, late, by the wrong person, with rubbish.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { refused } from '#/testing/refusals.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { partsOf } from '../programme-plan/part.store.ts'
import { planFor } from '../programme-plan/plan.store.ts'
import { put, recognised } from './indicator.fixture.ts'
import { keptTargets } from './kept-targets.ts'
import { targetFigures } from './target.store.ts'
import { handValues } from './target-value.store.ts'
import { enterTargetValue, takeBackTargetValue } from './target-value.actions.ts'

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

const file: IncomingFile = {
  bytes: new TextEncoder().encode('%PDF-1.4 minh chung'),
  mediaType: 'application/pdf',
  fileName: 'bien-ban.pdf',
  pageCount: 1,
}

async function plan(state: 'issued' | 'draft' = 'issued'): Promise<string> {
  const stamp = { created_at: '2026-01-01', updated_at: '2026-01-01' }
  return put(world, 'programme_plan', {
    ...stamp,
    family_id: world.producers.own,
    unit_era: 'e2025',
    kind: 'year',
    title: 'Kế hoạch 2026',
    starts_on: '2026-01-01',
    ends_on: '2026-12-31',
    state,
    issued_on: state === 'issued' ? '2026-01-05' : null,
    content: '{}',
  })
}

let ordinal = 0
async function target(planId: string, over: Record<string, string | number | null>): Promise<void> {
  ordinal += 1
  const row = {
    id: null,
    plan_id: planId,
    ordinal,
    code: `T0${ordinal}`,
    title: 'Chỉ tiêu',
    op: 'min',
    value_min: 1,
    unit: 'product',
    starts_on: '2026-01-01',
    due_on: '2026-12-31',
    scope: 'whole',
    params: '{}',
    ...over,
  }
  const names = Object.keys(row).filter((name) => name !== 'id')
  await services.database.run(
    `insert into programme_target (id, ${names.join(', ')}) values (gen_random_uuid(), ${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    names.map((name) => row[name as keyof typeof row]),
  )
}

async function figures(planId: string, asOf = '2026-09-15') {
  return actAs(world, 'leader', async ({ tx, actor, now }) => {
    const { plan: head } = await planFor(tx, actor, planId)
    const read = await targetFigures(tx, head, (await partsOf(tx, planId)).targets, asOf, now)
    return read.map(({ target: { code }, judged, units }) => [
      code,
      judged.state,
      judged.value,
      units && { reaching: units.reaching, of: units.of, expected: units.expected },
    ])
  })
}

const input = { asOf: '01/09/2026', numerator: '12', note: 'Theo biên bản kiểm tra.' }
const enter = (
  person: 'office' | 'leader' | 'otherProvinceOffice' | 'producer',
  planId: string,
  over: Record<string, string> = {},
  files = [file],
) => actAs(world, person, (ctx) => enterTargetValue(ctx, planId, 'TAY', { ...input, ...over }, files))

test('computed, cumulative over the plan’s base, of each commune, of a name nobody knows, and before it begins', async () => {
  const id = await plan()
  await recognised(world, { on: '2025-05-01' })
  await recognised(world, { on: '2026-03-01' })
  await recognised(world, { on: '2026-04-01', producerId: world.producers.other })
  await target(id, { code: 'A', indicator: 'recognised-new', value_min: 2 })
  await target(id, { code: 'B', indicator: 'recognised-cumulative', value_min: 14, base: 11, params: '{"star":3,"valid":"ever"}' })
  await target(id, { code: 'C', indicator: 'recognised-cumulative', value_min: 3 })
  await target(id, { code: 'D', indicator: 'recognised-new', scope: 'eachCommune' })
  await target(id, { code: 'E', indicator: 'no-such' })
  await target(id, { code: 'F', indicator: 'recognised-new', params: '{"star":9}' })
  await target(id, { code: 'G', indicator: 'recognised-new', starts_on: '2026-10-01' })
  await target(id, { code: 'H', indicator: 'districts-with-centre', scope: 'eachDistrict', unit: 'centre' })
  expect(await figures(id)).toEqual([
    ['A', 'reached', 2, null],
    ['B', 'behind', 13, null],
    ['C', 'reached', 3, null],
    ['D', 'behind', 120, { reaching: 2, of: 166, expected: 2 }],
    ['E', 'noValue', null, null],
    ['F', 'noValue', null, null],
    ['G', 'notBegun', null, null],
    ['H', 'noDenominator', null, { reaching: 0, of: 0, expected: null }],
  ])
})

test('promised to each unit each year: every year and every unit with its own verdict, one missed year is a missed target', async () => {
  const id = await plan()
  const point = (opened: string, communeCode: string) =>
    put(world, 'sales_point', {
      kind: 'point',
      name: 'Điểm',
      unit_era: 'e2025',
      commune_code: communeCode,
      setting: 'shop',
      operator_name: 'HTX',
      created_by: 'x',
      created_at: '2026-01-01',
      opened_on: opened,
      state: 'running',
    })
  await point('2024-05-01', '16531')
  await point('2025-05-01', '16531')
  await point('2026-02-01', '16531')
  await target(id, {
    code: 'NAM',
    indicator: 'sales-points-new',
    unit: 'salesPoint',
    starts_on: '2024-03-01',
    due_on: '2027-06-30',
    params: '{"every":"year"}',
  })
  await target(id, {
    code: 'XA',
    indicator: 'sales-points-new',
    unit: 'salesPoint',
    starts_on: '2025-01-01',
    scope: 'eachCommune',
    params: '{"every":"year"}',
  })
  const { plan: head } = await actAs(world, 'leader', ({ tx, actor }) => planFor(tx, actor, id))
  const { targets } = await actAs(world, 'leader', ({ tx }) => partsOf(tx, id))
  const [whole, each] = await targetFigures(services.database.db, head, targets, '2026-09-15', services.clock.now())
  const told = (figure: typeof whole) =>
    figure?.years?.map(({ startsOn, dueOn, judged, units }) => [startsOn, dueOn, judged.state, judged.value, units?.reaching])
  expect(told(whole)).toEqual([
    ['2024-03-01', '2024-12-31', 'reached', 1, undefined],
    ['2025-01-01', '2025-12-31', 'reached', 1, undefined],
    ['2026-01-01', '2026-12-31', 'reached', 1, undefined],
    ['2027-01-01', '2027-06-30', 'notBegun', null, undefined],
  ])
  expect([whole?.judged.state, whole?.figure?.numerator]).toEqual(['reached', 1])
  // One commune of 166 in either year: 2025 is over and missed, and so is the target.
  expect(told(each)).toEqual([
    ['2025-01-01', '2025-12-31', 'missed', 60, 1],
    ['2026-01-01', '2026-12-31', 'behind', 60, 1],
  ])
  expect(each?.judged.state).toBe('missed')
  const unit = each?.units?.each.find((one) => one.code === '16531')
  expect([unit?.judged.state, unit?.judged.forecast]).toEqual(['reached', 1])
})

test('the dashboard’s figures are at most a minute old; values by hand are those of now', async () => {
  const id = await plan()
  await target(id, { code: 'MAY', indicator: 'recognised-new', value_min: 2 })
  await target(id, { code: 'TAY', indicator: null, value_min: 10 })
  const { plan: head } = await actAs(world, 'leader', ({ tx, actor }) => planFor(tx, actor, id))
  const { targets } = await actAs(world, 'leader', ({ tx }) => partsOf(tx, id))
  const at = async (time: string) => {
    const { figures: read, computedAt } = await keptTargets(services.database.db, head, targets, '2026-09-15', new Date(time))
    return [computedAt.toISOString().slice(11, 19), ...read.map(({ judged }) => judged.value)]
  }
  await recognised(world, { on: '2026-03-01' })
  expect(await at('2026-09-15T02:00:00Z')).toEqual(['02:00:00', 1, null])
  await recognised(world, { on: '2026-04-01', producerId: world.producers.other })
  await enter('office', id)
  expect(await at('2026-09-15T02:00:59Z')).toEqual(['02:00:00', 1, 12])
  expect(await at('2026-09-15T02:01:00Z')).toEqual(['02:01:00', 2, 12])
})

test('a value by hand holds from its day until the next; taken back it stays readable and counts no more', async () => {
  const id = await plan()
  await target(id, { code: 'TAY', indicator: null, value_min: 10 })
  expect(await figures(id)).toEqual([['TAY', 'noValue', null, null]])
  await enter('office', id, { asOf: '01/06/2026', numerator: '5' })
  const later = await enter('office', id)
  expect(await figures(id)).toEqual([['TAY', 'reached', 12, null]])
  expect(await figures(id, '2026-08-31')).toEqual([['TAY', 'below', 5, null]])
  const back = (person: 'office' | 'leader' = 'office', value: unknown = later, reason = 'Đếm trùng.') =>
    actAs(world, person, (ctx) => takeBackTargetValue(ctx, id, 'TAY', value, { reason }))
  expect(await refused(back('leader'))).toBe('forbidden')
  expect(await refused(back('office', later, ''))).toBe('invalid')
  expect(await refused(back('office', 'rubbish'))).toBe('notFound')
  await back()
  expect(await refused(back())).toBe('versionConflict')
  expect(await figures(id)).toEqual([['TAY', 'below', 5, null]])
  const values = await handValues(services.database.db, world.producers.own, 'TAY')
  expect(values.map(({ numerator, takenBackReason }) => [numerator, takenBackReason])).toEqual([
    [12, 'Đếm trùng.'],
    [5, null],
  ])
  const { rows } = await services.database.run(`select verb from audit_entry where verb like 'target.%' order by seq`)
  expect(rows).toEqual([{ verb: 'target.valueEntered' }, { verb: 'target.valueEntered' }, { verb: 'target.valueTakenBack' }])
})

test('a value is refused from others, without evidence, of a day to come, as rubbish, for what is computed, for a draft', async () => {
  const id = await plan()
  await target(id, { code: 'TAY', indicator: null, value_min: 4_000, unit: 'percent' })
  await target(id, { code: 'MAY', indicator: 'recognised-new' })
  const share = { denominator: '20' }
  expect(await refused(enter('leader', id, share))).toBe('forbidden')
  expect(await refused(enter('producer', id, share))).toBe('notFound')
  expect(await refused(enter('otherProvinceOffice', id, share))).toBe('notFound')
  expect(await refused(enter('office', id, share, []))).toBe('invalid')
  expect(await refused(enter('office', id))).toBe('invalid')
  for (const over of [
    { asOf: '16/09/2026' },
    { asOf: '31/12/2025' },
    { asOf: '31/02/2026' },
    { numerator: '-1' },
    { numerator: '1,5' },
    { numerator: '21' },
    { note: '' },
  ])
    expect(await refused(enter('office', id, { ...share, ...over })), JSON.stringify(over)).toBe('invalid')
  expect(await refused(actAs(world, 'office', (ctx) => enterTargetValue(ctx, id, 'MAY', input, [file])))).toBe('badRequest')
  expect(await refused(actAs(world, 'office', (ctx) => enterTargetValue(ctx, id, 'KHONG', input, [file])))).toBe('notFound')
  const { rows } = await services.database.run('select count(*)::int as n from programme_target_value')
  expect(rows).toEqual([{ n: 0 }])
  await enter('office', id, share)
  expect(await figures(id)).toEqual([
    ['TAY', 'reached', 6_000, null],
    ['MAY', 'behind', 0, null],
  ])
  await emptied(services)
  world = await makeWorld(services)
  const draft = await plan('draft')
  await target(draft, { code: 'TAY', indicator: null, value_min: 1 })
  expect(await refused(enter('office', draft))).toBe('forbidden')
})
