// The test vectors that follow from the five plans, each citing its line (S<plan>:<line>). Those that need the calendar or a person's rights
// stand in src/programme/seed-vectors.test.ts: the law knows neither.
import { describe, expect, test } from 'vitest'
import { compositionFindings, leadDays, visitBeforeScoring, type SeatedMember } from './composition.ts'
import { criteriaOf, type Answers } from './form.ts'
import type { Form } from './form.schema.ts'
import { councilResult } from './council.ts'
import { compareFractions, formatHalfUp, fraction, fractionText, meanOf, subtractFractions } from './fraction.ts'
import { afterResult, componentsFor } from './levels.ts'
import { formOf, loadPack } from './load.ts'
import { cumulativeProducts, inTimeBefore, planTotal, rewardTotal } from './plan-figures.ts'
import { totalOf } from './score.ts'

const [old, made148] = await Promise.all(['qd-1048-2019', 'qd-148-2023'].map((id) => loadPack(id)))
const form = formOf(made148!, 5)

/** A sheet of exactly `total` points: criteria answered one after another by the most that still fits. */
function sheetOf(on: Form, total: number): Answers {
  const answers: Record<string, number> = {}
  let left = total
  // Big steps first, so that the ones of 1 point are left to fill up.
  for (const { criterion } of [...criteriaOf(on)].toSorted((a, b) => b.criterion.max - a.criterion.max)) {
    const best = criterion.options.reduce((most, option, index) => {
      const before = criterion.options[most - 1]?.points ?? 0
      return option.points <= left && option.points > before ? index + 1 : most
    }, 0)
    answers[criterion.code] = best
    left -= criterion.options[best - 1]?.points ?? 0
  }
  return answers
}

function result(totals: readonly number[]) {
  const sheets = totals.map((total, index) => ({ member: `m${index}`, answers: sheetOf(form, total) }))
  expect(sheets.map((sheet) => totalOf(form, sheet.answers))).toEqual(totals)
  return councilResult(form, made148!.regulation.stars, sheets, { maxSpread: made148!.regulation.councilRules.spreadLimit })
}

describe('mean and spread', () => {
  test('S0:177: 70, 75, 80 have a mean of 75,0 and a spread of 10, and may close', () => {
    const { mean, spread } = result([70, 75, 80])
    expect(formatHalfUp(mean, 1, ',')).toBe('75,0')
    expect(spread).toMatchObject({ points: 10, exceeded: false })
    expect(made148!.regulation.councilRules.onSpread).toBe('block')
  })

  test('S0:177: a spread above 10 must be discussed; 80 less 69,5 is 10,5', () => {
    expect(result([69, 75, 80]).spread).toMatchObject({ points: 11, exceeded: true })
    const spread = subtractFractions(fraction(80), fraction(139, 2))
    expect(formatHalfUp(spread, 1, ',')).toBe('10,5')
    expect(compareFractions(spread, fraction(made148!.regulation.councilRules.spreadLimit))).toBeGreaterThan(0)
  })

  test('S4:59: seven members 71, 72, 70, 69, 73, 74, 70 have 499/7, shown 71,29, and a spread of 5', () => {
    const totals = [71, 72, 70, 69, 73, 74, 70]
    const { mean, spread } = result(totals)
    expect(fractionText(mean)).toBe('499/7')
    expect(mean).toEqual(meanOf(totals))
    expect(formatHalfUp(mean, 2, ',')).toBe('71,29')
    expect(spread.points).toBe(5)
  })
})

const hundredths = (value: number) => fraction(Math.round(value * 100), 100)
const starOf = (value: number): number => (value >= 90 ? 5 : value >= 70 ? 4 : value >= 50 ? 3 : value >= 30 ? 2 : 1)

describe('passed up', () => {
  test.each([
    [69.99, false],
    [70, true],
    [100, true],
  ])('S0:131: a district under 148 sends %d points to the province: %s', (points, up) => {
    const after = afterResult(made148!, 'district', { outcome: 'scored', mean: hundredths(points), star: starOf(points) })
    expect(after.step === 'sendUp').toBe(up)
  })

  test.each([
    [49.99, false],
    [50, true],
    [100, true],
  ])('S4:61: a district under 1048 sends %d points to the province: %s', (points, up) => {
    const after = afterResult(old!, 'district', { outcome: 'scored', mean: hundredths(points), star: starOf(points) })
    expect(after.step === 'sendUp').toBe(up)
  })

  test.each([
    [69.9, 'returnDown'],
    [50.1, 'returnDown'],
    [50, 'personDecides'],
    [49.9, 'letter'],
  ])('S0:133: the province under 148 gives %d points, and the district may recognise on it: %s', (points, step) => {
    const after = afterResult(made148!, 'province', { outcome: 'scored', mean: hundredths(points), star: starOf(points) })
    expect(after.step).toBe(step)
    if (after.step === 'returnDown') expect(after).toMatchObject({ to: 'district', choices: ['recogniseOnThatResult', 'reassess'] })
  })
})

describe('council size', () => {
  const settings = { quorumPercent: 75, quorumNeedsChair: true, leadWorkingDays: 1, onLead: 'block' } as const
  const departments = ['agriculture', 'science', 'environment', 'industryTrade', 'health', 'cultureTourism'] as const
  function members(count: number): SeatedMember[] {
    const seat = (id: string, role: SeatedMember['role']): SeatedMember => ({
      id,
      role,
      voting: role !== 'secretary',
      department: null,
      leader: false,
      from: null,
      until: null,
    })
    const voting = Array.from({ length: count - 1 }, (_, index) => ({
      ...seat(`m${index}`, 'member'),
      department: departments[index] ?? null,
    }))
    return [{ ...seat('chair', 'chair'), leader: true }, ...voting, ...['s1', 's2', 's3'].map((id) => seat(id, 'secretary'))]
  }
  const sizeFault = (pack: typeof old, count: number) =>
    compositionFindings(pack!, {
      level: 'district',
      sets: [],
      members: members(count),
      termFrom: '2020-01-01',
      termTo: '2020-12-31',
      settings,
    }).some((finding) => finding.rule === 'size' && finding.severity === 'block')

  test.each([
    [8, true],
    [9, false],
    [11, false],
    [12, true],
  ])('S0:137: a district council of %i under 148 is an error: %s', (count, error) => {
    expect(sizeFault(made148, count)).toBe(error)
  })

  test('S4:37: seven are right under the regulation of 2020', () => {
    expect(sizeFault(old, 7)).toBe(false)
  })
})

test.each([
  ['2023-08-11', true],
  ['2023-08-13', false],
])('S0:169: meeting Monday 14/8/2023, pack sent %s: in time %s', (sentOn, inTime) => {
  const { leadCounting, leadWorkingDays } = made148!.regulation.councilRules
  const weekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  expect(leadWorkingDays).toBe(1)
  expect(leadDays(weekday, sentOn, '2023-08-14', leadCounting) >= leadWorkingDays).toBe(inTime)
})

describe('figures of the plans', () => {
  test('S3:276: a report received on 15/6 is late if "trước ngày 15/6" leaves that day out, which is a setting', () => {
    expect(inTimeBefore('2021-06-15', '2021-06-15', 'exclusive')).toBe(false)
    expect(inTimeBefore('2021-06-15', '2021-06-15', 'inclusive')).toBe(true)
    expect(inTimeBefore('2021-06-15', '2021-06-14', 'exclusive')).toBe(true)
  })

  test('S2:105–119: 20, 20, 58, 60, 30, 50 and 12 are 250 million', () => {
    expect(planTotal([20, 20, 58, 60, 30, 50, 12])).toBe(250)
  })

  test('S3:115–119: three 3★, two 4★ and one 5★ are 30 + 40 + 100 = 170 million', () => {
    expect(rewardTotal({ 3: 10, 4: 20, 5: 100 }, { 3: 3, 4: 2, 5: 1 })).toBe(170)
  })

  test('S2:39: 11 products, 3 new and 1 upgraded are 14: an upgrade adds no product', () => {
    const recognitions = [{ kind: 'first' }, { kind: 'first' }, { kind: 'first' }, { kind: 'upgrade' }] as const
    expect(cumulativeProducts(11, recognitions)).toBe(14)
  })

  test('S1:59: 100 products and 150 new ones are 250', () => {
    expect(
      cumulativeProducts(
        100,
        Array.from({ length: 150 }, () => ({ kind: 'first' as const })),
      ),
    ).toBe(250)
  })
})

test('S0:167: a tourism service without a visit on site cannot be scored, and is asked for no sample', () => {
  expect(visitBeforeScoring(made148!, 26)).toBe(true)
  expect(componentsFor(made148!, 'district', 'first', 26).map((part) => part.id)).not.toContain('samples')
  const session = { on: '2023-08-14', present: ['chair'], undeclared: [], leadDays: 1, withoutSamples: [], withoutVisit: ['dossier'] }
  const findings = compositionFindings(made148!, {
    level: 'district',
    sets: [26],
    members: [],
    termFrom: '2023-01-01',
    termTo: '2023-12-31',
    settings: { quorumPercent: 75, quorumNeedsChair: true, leadWorkingDays: 1, onLead: 'block' },
    session,
  })
  expect(findings.find((finding) => finding.rule === 'fieldVisit')).toMatchObject({ met: false, severity: 'block' })
})
