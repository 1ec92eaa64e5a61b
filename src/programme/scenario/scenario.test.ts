// The plans as data, and the sheets made for them.
import { beforeAll, describe, expect, test } from 'vitest'
import { formOf, loadPacks, type Pack } from '#/regulation/load.ts'
import { scoreSheet } from '#/regulation/score.ts'
import { loadScenario, scenarioIds, strayKeys } from './load.ts'
import { sheetWorth } from './totals.ts'

let packs: Map<string, Pack>
beforeAll(async () => {
  packs = new Map((await loadPacks()).map((pack) => [pack.id, pack]))
})

test('the five plans are there', () => {
  expect(scenarioIds()).toEqual(['binh-phuoc-2022', 'luc-nam-2020', 'son-tay-2023', 'thanh-hoa-2021', 'viet-tri-2023'])
})

test.each(scenarioIds())('%s reads, names only its own desks and dossiers, and says what it does not cover', (id) => {
  const plan = loadScenario(id)
  expect(packs.has(plan.pack)).toBe(true)
  expect(plan.notCovered.length).toBeGreaterThan(0)
})

test('a line that names a desk or dossier the plan does not have is refused', () => {
  const plan = structuredClone(loadScenario('luc-nam-2020'))
  plan.steps.push({ do: 'sendUp', on: '2020-11-02', desk: 'xa', dossiers: ['nhan'], source: 'S4:61' })
  expect(strayKeys(plan)).toEqual([`step ${plan.steps.length}: desk xa`, `step ${plan.steps.length}: dossier nhan`])
})

test('so is an idea nobody registered, and one of a producer the plan does not have', () => {
  const plan = structuredClone(loadScenario('thanh-hoa-2021'))
  plan.steps.push({ do: 'businessPlan', desk: 'tinh', ideas: ['yNhan'], sentOn: '2021-02-04', approvedOn: '2021-02-18', source: 'S3:63' })
  plan.producers = plan.producers.filter((one) => one.key !== 'gai')
  plan.dossiers = plan.dossiers.filter((one) => one.producer !== 'gai')
  expect(strayKeys(plan)).toEqual(expect.arrayContaining(['idea yKeo: producer gai', `step ${plan.steps.length}: idea yNhan`]))
})

test('a plan nobody knows is refused by name', () => {
  expect(() => loadScenario('ha-noi-1999')).toThrow(/ha-noi-1999\.yaml: no such plan/)
})

describe('a sheet of a given total', () => {
  test.each([
    ['qd-1048-2019', 1, 71, 4],
    ['qd-1048-2019', 4, 50, 3],
    ['qd-148-2023', 8, 63, 3],
    ['qd-148-2023', 4, 80, 4],
    ['qd-148-2023', 7, 93, 5],
    ['qd-26-2026', 9, 90, 5],
  ])('%s set %i: %i points and the minimums of %i stars', (id, set, total, star) => {
    const pack = packs.get(id) as Pack
    const form = formOf(pack, set)
    const sheet = scoreSheet(form, pack.regulation.stars, sheetWorth(form, total, star))
    expect({ total: sheet.total, star: sheet.star }).toEqual({ total, star })
  })

  test('one that cannot be made is refused', () => {
    expect(() => sheetWorth(formOf(packs.get('qd-148-2023') as Pack, 8), 101, 3)).toThrow(RangeError)
  })
})
