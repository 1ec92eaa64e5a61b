import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checklistOf, currentChecklist } from './checklist.ts'
import { inspectionTransitions } from './inspection.ts'
import { rankByRisk, reasonText, riskOf, type RiskFacts } from './risk.ts'
import { firstState, isLate, violationTransitions } from './violation.ts'

const facts = (over: Partial<RiskFacts> = {}): RiskFacts => ({
  productId: 'p',
  certificateId: 'k',
  producerId: 'o',
  productCode: '38-16531-05-2026',
  star: 4,
  lastValidOn: '2029-12-22',
  testEndsOn: null,
  lastInspectedOn: '2027-02-01',
  worst: null,
  reports: 0,
  ...over,
})
const day = '2027-03-01'

describe('risk', () => {
  test.each<[Partial<RiskFacts>, number, string[]]>([
    [{}, 0, []],
    [{ lastInspectedOn: null }, 2, ['neverInspected']],
    // A year to the day is not longer ago than a year.
    [{ lastInspectedOn: '2026-03-01' }, 0, []],
    [{ lastInspectedOn: '2026-02-28' }, 1, ['longAgo']],
    [{ testEndsOn: '2027-02-28' }, 3, ['testEnded']],
    // The last day still holds.
    [{ testEndsOn: '2027-03-01' }, 1, ['testEnds']],
    [{ testEndsOn: '2027-04-30' }, 1, ['testEnds']],
    [{ testEndsOn: '2027-05-01' }, 0, []],
    [{ lastValidOn: '2027-08-28' }, 2, ['ends']],
    [{ lastValidOn: '2027-08-29' }, 0, []],
    [{ star: 5 }, 1, ['fiveStars']],
    [{ reports: 3 }, 5, ['reported']],
    [{ worst: 'minor' }, 1, ['minor']],
    [
      { worst: 'critical', reports: 1, testEndsOn: '2027-01-01', lastInspectedOn: null, lastValidOn: '2027-04-01', star: 5 },
      17,
      ['reported', 'critical', 'testEnded', 'neverInspected', 'ends', 'fiveStars'],
    ],
  ])('%j is worth %i points: %j', (over, points, codes) => {
    const line = riskOf(facts(over), day)
    expect([line.points, line.reasons.map((reason) => reason.code)]).toEqual([points, codes])
  })

  test('each line says its points and the fact behind them', () => {
    const [reason] = riskOf(facts({ testEndsOn: '2027-01-20' }), day).reasons
    expect(reason && [reasonText(reason, 'vi'), reasonText(reason, 'en')]).toEqual([
      '3 điểm: phiếu kiểm nghiệm hết hạn từ 20/01/2027',
      '3 points: test report ended on 20/01/2027',
    ])
  })

  test('the order is the same however the facts come, and the points are the sum of their reasons', () => {
    const days = fc.constantFrom('2026-01-01', '2027-02-01', '2027-03-01', '2027-04-01', '2027-08-01', '2029-12-22')
    const fact = fc.record({
      productId: fc.uuid(),
      certificateId: fc.uuid(),
      producerId: fc.uuid(),
      productCode: fc.constantFrom('38-16531-05-2026', '38-16531-06-2026'),
      star: fc.integer({ min: 3, max: 5 }),
      lastValidOn: days,
      testEndsOn: fc.option(days),
      lastInspectedOn: fc.option(days),
      worst: fc.option(fc.constantFrom('minor' as const, 'major' as const, 'critical' as const)),
      reports: fc.nat(3),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(fact, { selector: (one) => one.productId, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (all, shuffle) => {
          const keys = new Map(all.map((one) => [one.productId, Number(shuffle.next().value)]))
          const mixed = all.toSorted((a, b) => (keys.get(a.productId) ?? 0) - (keys.get(b.productId) ?? 0))
          const ranked = rankByRisk(all, day)
          expect(rankByRisk(mixed, day)).toEqual(ranked)
          for (const line of ranked) expect(line.points).toBe(line.reasons.reduce((sum, reason) => sum + reason.points, 0))
          for (const [index, line] of ranked.entries()) expect(line.points).toBeLessThanOrEqual(ranked[index - 1]?.points ?? 99)
        },
      ),
    )
  })
})

describe('data', () => {
  test('a checklist in use never changes: another wording is another list', () => {
    const hash = createHash('sha256')
      .update(JSON.stringify(checklistOf('hau-kiem-1')))
      .digest('hex')
    expect(hash.slice(0, 16)).toBe('a8ce32a0391ba585')
    expect(currentChecklist.items.map((item) => item.id)).toHaveLength(new Set(currentChecklist.items.map((item) => item.id)).size)
    expect(() => checklistOf('nope')).toThrow(RangeError)
  })

  test('every state of an inspection and of a violation can be reached', () => {
    const reached = (transitions: Record<string, readonly string[]>, from: readonly string[]) => {
      const seen = new Set(from)
      for (const state of seen) for (const next of transitions[state] ?? []) seen.add(next)
      return Object.keys(transitions).filter((state) => !seen.has(state))
    }
    expect(reached(inspectionTransitions, ['planned'])).toEqual([])
    expect(reached(violationTransitions, [firstState('fix'), firstState('warn'), firstState('forward')])).toEqual([])
  })

  test.each([
    ['open', '2027-03-01', false],
    ['open', '2027-02-28', true],
    ['returned', '2027-02-28', true],
    ['answered', '2027-02-28', false],
    ['open', null, false],
  ] as const)('%s and due on %s is late: %s', (state, dueOn, late) => {
    expect(isLate({ state, dueOn }, day)).toBe(late)
  })
})
