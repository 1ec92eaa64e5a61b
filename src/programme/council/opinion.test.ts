import { expect, test } from 'vitest'
import { councilResult } from '#/regulation/council.ts'
import { formOf, loadPacks } from '#/regulation/load.ts'
import { answersReaching, bestAnswers } from '#/regulation/reachable.ts'
import type { Answers } from '#/regulation/form.ts'
import { lowered } from './closing.fixture.ts'
import { defaultRules, readRules } from './council.rules.ts'
import { ballotsDiffer, ballotsOver, callGround, extensionFault, leastBallots } from './opinion.ts'

const pack = (await loadPacks())[0]
if (!pack) throw new Error('no pack')
const form = formOf(pack, 9)
const { stars } = pack.regulation
const rules = defaultRules(pack)
const four = answersReaching(form, stars, 4)
if (!four) throw new Error('set 9 reaches four stars')
const differ = (ballots: readonly Answers[], over: Partial<typeof rules> = {}) =>
  ballotsDiffer(
    form,
    stars,
    ballots,
    councilResult(
      form,
      stars,
      ballots.map((answers, index) => ({ member: String(index), answers })),
      { maxSpread: 10 },
    ),
    { ...rules, ...over },
  )

test('ballots that say the same agree', () => {
  expect(differ([four, four, four])).toEqual([])
})

test('another star, a spread over the limit and a split gate are each a way to differ, and each can be switched off', () => {
  const five = bestAnswers(form)
  expect(differ([five, four])).toContain('star')
  expect(differ([five, four], { opinionDifferStar: false })).not.toContain('star')
  const apart = [five, lowered(form, five, 11)]
  expect(differ(apart)).toContain('spread')
  expect(differ([five, lowered(form, five, 10)])).not.toContain('spread')
  expect(differ(apart, { opinionDifferSpread: false })).not.toContain('spread')
  expect(differ([five, four])).toContain('gate')
  expect(differ([five, four], { opinionDifferStar: false, opinionDifferSpread: false, opinionDifferGate: false })).toEqual([])
})

test('a gate of a star no ballot reaches by points splits nobody', () => {
  const low = lowered(form, four, 1)
  const result = councilResult(
    form,
    stars,
    [
      { member: 'a', answers: four },
      { member: 'b', answers: low },
    ],
    { maxSpread: 100 },
  )
  const above = result.gates.filter((gate) => gate.star === 5).map((gate) => ({ ...gate, meeting: 1, sheets: 2 }))
  expect(above.length).toBeGreaterThan(0)
  expect(ballotsDiffer(form, stars, [four, low], { ...result, gates: above }, rules)).not.toContain('gate')
})

test.each([
  ['writtenOpinion', '2026-09-25', '2026-09-25T16:59:59Z', false],
  ['writtenOpinion', '2026-09-25', '2026-09-25T17:00:00Z', true],
  ['writtenOpinion', null, '2027-01-01T00:00:00Z', false],
  ['meeting', '2026-09-25', '2027-01-01T00:00:00Z', false],
] as const)('%s with %s as last day, at %s: over is %s', (mode, opinionDueOn, at, over) => {
  const meeting = {
    id: 'm',
    state: 'open',
    mode,
    startsAt: new Date(0),
    releasedAt: null,
    openedAt: null,
    closedAt: null,
    opinionDueOn,
  } as const
  expect(ballotsOver({ meeting }, new Date(at))).toBe(over)
})

test.each([
  [0, 8, 6],
  [0, 9, 7],
  [5, 9, 5],
])('least %i of %i voting members is %i ballots', (opinionLeast, voting, least) => {
  expect(leastBallots({ opinionLeast, quorumPercent: 75 }, voting)).toBe(least)
})

test.each([
  ['scored', ['star'], false, true, false, 'differ'],
  ['scored', [], false, true, false, null],
  ['scoring', [], true, false, false, 'few'],
  ['scoring', [], false, false, false, null],
  ['scoring', [], true, true, false, null],
  ['scoring', [], false, false, true, 'overdue'],
  ['scored', [], true, true, true, 'overdue'],
  ['closed', ['star'], true, false, true, null],
] as const)(
  'an item %s, ballots differing in %j, over %s, enough %s, 45 days over %s: %s',
  (state, ways, over, enough, clockOver, ground) => {
    expect(callGround({ state, ways, over, enough, clockOver })).toBe(ground)
  },
)

test('a last day is only ever moved later, and not into the past', () => {
  expect(extensionFault('2026-09-25', '2026-09-25', '2026-09-20')).toBe('notLater')
  expect(extensionFault('2026-09-25', '2026-09-26', '2026-09-27')).toBe('past')
  expect(extensionFault('2026-09-25', '2026-09-27', '2026-09-27')).toBeNull()
})

test('rules sent without the settings of written opinions get their starting values', () => {
  const { opinionDays: _days, opinionDifferGate: _gate, ...rest } = rules
  expect(readRules(rest).rules).toEqual(rules)
})
