import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { indicators } from '../indicator/registry.ts'
import { planFileIds, planOf, readPlanFile, shippedPlan } from './plan-file.ts'
import { partsGap } from './programme-plan.ts'

const text = (id: string) => readFileSync(join(import.meta.dirname, `../../../plans/${id}.yaml`), 'utf8')
const faultOf = (id: string, from: string | RegExp, to: string): string => {
  const changed = text(id).replace(from, to)
  expect(changed).not.toBe(text(id))
  try {
    readPlanFile(changed, 'thu.yaml')
  } catch (error) {
    return (error as Error).message
  }
  return 'read'
}

describe('the five plans', () => {
  test('are read, with the 45 targets between them, each under a code of its own', () => {
    const targets = planFileIds().flatMap((id) => shippedPlan(id).targets.map((target) => target.code))
    expect(targets.toSorted()).toEqual(Array.from({ length: 45 }, (_, index) => `T${String(index + 1).padStart(2, '0')}`))
  })

  test('name only indicators the program computes', () => {
    const named = planFileIds().flatMap((id) => shippedPlan(id).targets.flatMap((target) => target.indicator ?? []))
    expect(named.length).toBe(45)
    expect(named.filter((id) => !Object.hasOwn(indicators, id))).toEqual([])
  })

  test('Việt Trì’s seven lines make 250 million (S2:105–119)', () => {
    const { money } = planOf(shippedPlan('viet-tri-2023'), false).parts
    expect(money.filter((line) => line.partOf === 'K01').map((line) => line.amount)).toEqual([20e6, 20e6, 58e6, 60e6, 30e6, 50e6, 12e6])
    expect(partsGap(money, 'K01')).toBe(0)
  })

  test('percentages are kept in hundredths, counts as they are; a range has both ends', () => {
    const targets = (id: string) => new Map(planOf(shippedPlan(id), false).parts.targets.map((target) => [target.code, target]))
    expect(targets('binh-phuoc-2022').get('T19')).toMatchObject({ op: 'more', valueMin: 9000, unit: 'percent' })
    expect(targets('binh-phuoc-2022').get('T10')).toMatchObject({ op: 'equal', valueMin: 250, base: 100 })
    expect(targets('son-tay-2023').get('T01')).toMatchObject({ op: 'range', valueMin: 5, valueMax: 7 })
    expect(targets('son-tay-2023').get('T03')).toMatchObject({ conditionState: 'waiting' })
  })

  test.each([
    [false, '2021-06-14', '2021-11-30'],
    [true, '2021-06-15', '2021-12-01'],
  ])('“trước ngày” with the day itself counting %s (S3:276)', (counts, half, year) => {
    const tasks = new Map(planOf(shippedPlan('thanh-hoa-2021'), counts).parts.tasks.map((task) => [task.code, task]))
    expect([tasks.get('N43')?.dueOn, tasks.get('N44')?.dueOn]).toEqual([half, year])
  })
})

describe('a plan file with a fault is refused with its place and reason', () => {
  test.each<[string, string | RegExp, string, RegExp]>([
    ['viet-tri-2023', 'amount: 58000000', 'amount: 58000001', /money\.K01: Các khoản thành phần cộng lại lệch 1 đồng/],
    ['viet-tri-2023', 'amount: 58000000', 'amount: -58000000', /money\.3\.amount/],
    ['viet-tri-2023', 'amount: 58000000', 'amount: 58000000.5', /money\.3\.amount/],
    ['viet-tri-2023', 'lead: [taiChinh], co: [kinhTe]', 'lead: [khongCo], co: [kinhTe]', /tasks\.N16: unknown body khongCo/],
    ['viet-tri-2023', 'indicator: expired-of-year, ', '', /targets\.T34: .*mẫu số/],
    ['viet-tri-2023', 'target: T37', 'target: T99', /tasks\.N19: .*T99/],
    ['viet-tri-2023', 'code: N02', 'code: N01', /tasks\.N01: Mã N01 bị trùng/],
    ['viet-tri-2023', 'when: "2023-H1"', 'when: "mùa xuân"', /tasks\.N24\.when/],
    ['son-tay-2023', 'starts: "2023-07-01", due: "2023-12-31"', 'starts: "2024-07-01", due: "2023-12-31"', /targets\.T05: Hạn trước/],
    ['son-tay-2023', 'min: 5, max: 7', 'min: 7, max: 5', /targets\.T01: Khoảng/],
    ['luc-nam-2020', 'kind: assessment', 'kind: assessment\nkhac: 1', /khac/],
    ['luc-nam-2020', 'source: "S4:69"', 'source: "S4"', /money\.0\.source/],
    ['luc-nam-2020', 'id: luc-nam-2020', 'id: [', /thu\.yaml/],
  ])('%s with %s', (id, from, to, wanted) => {
    expect(faultOf(id, from, to)).toMatch(wanted)
  })
})
