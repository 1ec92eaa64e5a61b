import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestAnswers } from '#/regulation/reachable.ts'
import { anyForm, anySheet, current, thresholds } from '#/regulation/testing.ts'
import { closingDecision, proposedScope, type ClosingFacts, type ClosingSheet } from './closing.ts'
import { lowered } from './closing.fixture.ts'
import { tallyOf } from './closing.vote.ts'
import { groundsOf } from './ending.ts'
import { openSheets, sheetsHash } from './result.ts'

const form = current.forms[9]!
const best = bestAnswers(form)
const at = new Date('2026-09-15T02:00:00Z')
const final = (memberId: string, below = 0, pass = 1): ClosingSheet => ({
  memberId,
  pass,
  state: 'final',
  finalisedAt: at,
  answers: lowered(form, best, below),
})
const draft = (memberId: string, pass = 1): ClosingSheet => ({ memberId, pass, state: 'draft', finalisedAt: null, answers: best })
const seats = (...ids: string[]) => ids.map((memberId) => ({ memberId, name: memberId }))

function facts(over: Partial<ClosingFacts> = {}): ClosingFacts {
  return {
    form,
    thresholds,
    rules: { spreadLimit: 10, onSpread: 'block', gateBasis: 'majority', reconciliationRounds: 1, afterReconciliation: 'chairRecords' },
    quorum: { met: true, counting: 3, needed: 2, chairCounts: true },
    votingSet: seats('a', 'b', 'c'),
    undecided: 0,
    sheets: [final('a'), final('b'), final('c')],
    reconciliations: [],
    resolutions: [],
    endings: [],
    openedFor: null,
    ...over,
  }
}
const codes = (blockers: readonly { code: string }[]) => blockers.map((blocker) => blocker.code)

describe('what counts', () => {
  test('drafts, voided sheets, and sheets of anyone outside the voting set are never counted', () => {
    const clean = closingDecision(facts())
    const noisy = closingDecision(
      facts({
        sheets: [
          ...facts().sheets,
          { ...final('secretary', 40) },
          { ...final('recused', 50), state: 'voided' },
          draft('left'),
          { ...final('a', 30), state: 'voided' },
        ],
      }),
    )
    expect(noisy.result).toEqual(clean.result)
    expect(noisy.sheetsHash).toBe(clean.sheetsHash)
  })

  test('one draft among those who count: no result at all, and the press is blocked', () => {
    const decision = closingDecision(facts({ sheets: [final('a'), final('b'), draft('c')] }))
    expect(decision.result).toBeNull()
    expect(decision.scoring).toMatchObject([{ code: 'unfinished', values: { final: '2', of: '3', left: '1' } }])
  })

  test('while somebody looks again, the first sheet stands and the press is blocked', () => {
    const decision = closingDecision(facts({ sheets: [...facts().sheets, draft('c', 2)], reconciliations: [{ open: true }] }))
    expect(decision.result?.members).toHaveLength(3)
    expect(codes(decision.closing)).toEqual(['unfinished', 'reconciling'])
  })

  test('after discussion the second sheet is used, not the first', () => {
    const decision = closingDecision(facts({ sheets: [final('a'), final('b', 20), final('b', 5, 2), final('c')] }))
    expect(decision.result?.spread.points).toBe(5)
  })

  test('nobody to count is no result', () => {
    expect(closingDecision(facts({ votingSet: [], quorum: { met: false, counting: 0, needed: 2, chairCounts: false } })).result).toBeNull()
  })
})

describe('what blocks the first press', () => {
  test.each<[string, Partial<ClosingFacts>, string[]]>([
    ['all is well', {}, []],
    ['no quorum', { quorum: { met: false, counting: 3, needed: 6, chairCounts: true } }, ['noQuorum']],
    ['quorum without the chair', { quorum: { met: false, counting: 6, needed: 6, chairCounts: false } }, ['noChair']],
    ['a likely conflict undecided', { undecided: 1 }, ['undecided']],
    ['an ending raised', { endings: [{ state: 'raised' }] }, ['endingOpen']],
    ['an ending rejected before', { endings: [{ state: 'rejected' }] }, []],
  ])('%s', (_, over, expected) => {
    expect(codes(closingDecision(facts(over)).scoring)).toEqual(expected)
  })

  test('who counts has changed since the sheets were opened: the second press asks for the first again', () => {
    const decision = closingDecision(facts({ openedFor: ['a', 'b', 'c', 'd'] }))
    expect(codes(decision.scoring)).toEqual([])
    expect(codes(decision.closing)).toEqual(['setChanged'])
    expect(codes(closingDecision(facts({ openedFor: ['c', 'a', 'b'] })).closing)).toEqual([])
  })
})

describe('the spread (exactly the limit passes)', () => {
  const apart = (points: number) => [final('a'), final('b', points), final('c', Math.min(2, points))]

  test.each([
    [0, 'within', []],
    [10, 'within', []],
    [11, 'reconcile', ['spreadReconcile']],
  ] as const)('%i points under a limit of 10: %s', (points, step, blockers) => {
    const decision = closingDecision(facts({ sheets: apart(points) }))
    expect(decision.spreadStep).toBe(step)
    expect(codes(decision.closing)).toEqual(blockers)
  })

  test('where the rules warn, a written reason is enough', () => {
    const decision = closingDecision(facts({ sheets: apart(11), rules: { ...facts().rules, onSpread: 'warn' } }))
    expect(decision.spreadStep).toBe('reason')
    expect(decision.closing).toEqual([])
  })

  test.each([
    ['chairRecords', 'vote', ['spreadVote']],
    ['meanStands', 'reason', []],
    ['nextMeeting', 'nextMeeting', ['spreadNextMeeting']],
  ] as const)('after the last reconciliation, %s', (afterReconciliation, step, blockers) => {
    const decision = closingDecision(
      facts({ sheets: apart(11), reconciliations: [{ open: false }], rules: { ...facts().rules, afterReconciliation } }),
    )
    expect(decision.spreadStep).toBe(step)
    expect(codes(decision.closing)).toEqual(blockers)
  })

  test('an accepted vote counts only for the very sheets it was taken on', () => {
    const base = facts({ sheets: apart(11), reconciliations: [{ open: false }] })
    const hash = closingDecision(base).sheetsHash ?? ''
    expect(closingDecision({ ...base, resolutions: [{ state: 'accepted', sheetsHash: hash }] }).closing).toEqual([])
    expect(codes(closingDecision({ ...base, resolutions: [{ state: 'accepted', sheetsHash: 'another' }] }).closing)).toEqual(['spreadVote'])
    expect(codes(closingDecision({ ...base, resolutions: [{ state: 'voting', sheetsHash: hash }] }).closing)).toEqual(['spreadVoting'])
    expect(codes(closingDecision({ ...base, resolutions: [{ state: 'rejected', sheetsHash: hash }] }).closing)).toEqual(['spreadVote'])
  })

  test('the proposed scope is what makes the gap, with the lowest and the highest member', () => {
    const { result } = closingDecision(facts({ sheets: apart(11) }))
    const scope = result ? proposedScope(result) : []
    expect(scope.every((entry) => entry.members[0] === 'b' && entry.members[1] === 'a' && entry.points > 0)).toBe(true)
    expect(scope.reduce((sum, entry) => sum + entry.points, 0)).toBe(11)
  })
})

const anyCouncil = anyForm.chain((entry) =>
  fc.array(anySheet(entry.form, entry.choice), { minLength: 1, maxLength: 9 }).map((list) => ({
    form: entry.form,
    sheets: list.map((answers, index): ClosingSheet => ({ memberId: `m${index}`, pass: 1, state: 'final', finalisedAt: at, answers })),
  })),
)

describe('properties', () => {
  test('closing is order-independent: shuffled sheets give the same decision to the letter', () => {
    fc.assert(
      fc.property(
        anyCouncil.chain((council) =>
          fc.tuple(fc.constant(council), fc.shuffledSubarray(council.sheets, { minLength: council.sheets.length })),
        ),
        ([council, shuffled]) => {
          const votingSet = seats(...council.sheets.map((sheet) => sheet.memberId))
          const decide = (sheets: readonly ClosingSheet[]) => closingDecision(facts({ form: council.form, votingSet, sheets }))
          expect(decide(shuffled)).toEqual(decide(council.sheets))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('a draft more or a voided sheet more never changes a result', () => {
    fc.assert(
      fc.property(anyCouncil, fc.constantFrom('draft' as const, 'voided' as const), (council, state) => {
        const votingSet = seats(...council.sheets.map((sheet) => sheet.memberId))
        const plain = closingDecision(facts({ form: council.form, votingSet, sheets: council.sheets }))
        const stray = { ...council.sheets[0]!, memberId: 'stranger', state }
        expect(closingDecision(facts({ form: council.form, votingSet, sheets: [stray, ...council.sheets] }))).toEqual(plain)
      }),
      { numRuns: 40 },
    )
  })

  test('the hash of the sheets does not depend on their order, and sees every answer', () => {
    fc.assert(
      fc.property(anyCouncil, (council) => {
        const open = openSheets(
          council.sheets.map((sheet) => ({
            name: sheet.memberId,
            answers: Object.entries(sheet.answers).map(([criterion, option]) => ({ criterion, option })),
          })),
        )
        expect(sheetsHash(open.toReversed())).toBe(sheetsHash(open))
        const [first, ...rest] = open
        const code = Object.keys(first!.answers)[0]!
        expect(sheetsHash([{ ...first!, answers: { ...first!.answers, [code]: first!.answers[code]! + 1 } }, ...rest])).not.toBe(
          sheetsHash(open),
        )
      }),
      { numRuns: 30 },
    )
  })
})

describe('votes', () => {
  test.each([
    // yes, no, of: more than half of the whole set; an even split rejects; silence never agrees
    [3, 0, 5, 'confirmed'],
    [2, 0, 5, 'open'],
    [2, 2, 4, 'rejected'],
    [2, 3, 5, 'rejected'],
    [4, 4, 8, 'rejected'],
    [5, 3, 8, 'confirmed'],
    [0, 0, 3, 'open'],
  ] as const)('%i yes, %i no of %i: %s', (yes, no, of, outcome) => {
    const set = Array.from({ length: of }, (_, index) => ({ memberId: `m${index}` }))
    const votes = set.slice(0, yes + no).map(({ memberId }, index) => ({ memberId, agrees: index < yes }))
    expect(tallyOf(set, votes).outcome).toBe(outcome)
  })

  test('a vote of somebody recused since is not read', () => {
    const set = [{ memberId: 'a' }, { memberId: 'b' }]
    expect(
      tallyOf(set, [
        { memberId: 'a', agrees: true },
        { memberId: 'gone', agrees: true },
      ]),
    ).toMatchObject({ yes: ['a'], outcome: 'open' })
  })
})

test('two members of one name are told apart in what is published', () => {
  const sheets = openSheets([
    { name: 'Lê Thị Thu', answers: [] },
    { name: 'Lê Thị Thu', answers: [] },
  ])
  expect(sheets.map((sheet) => sheet.member)).toEqual(['Lê Thị Thu', 'Lê Thị Thu (2)'])
})

test('every ground of every form has its own id and the form’s own words', () => {
  for (const one of Object.values(current.forms)) {
    const grounds = groundsOf(one)
    expect(new Set(grounds.map((ground) => ground.ruleId)).size).toBe(grounds.length)
    expect(grounds.every((ground) => ground.text.length > 0)).toBe(true)
  }
})
