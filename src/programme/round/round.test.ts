import { beforeAll, describe, expect, test } from 'vitest'
import { openRegulations, type Regulations } from '../regulations.ts'
import { checkRoundDates, isInTime, legalDates, roundFor, roundWarnings, setsToConfirm } from './round.ts'

let regulations: Regulations
beforeAll(async () => {
  regulations = await openRegulations()
})

describe('rounds of the province (QĐ 26/2026 Điều 5)', () => {
  test.each([
    [1, { opensOn: '2027-01-01', proposalsDueOn: '2027-04-29', closesOn: '2027-06-29' }],
    [2, { opensOn: '2027-04-30', proposalsDueOn: '2027-10-29', closesOn: '2027-12-29' }],
    [3, null],
  ])('round %d of 2027: "before" a day ends with the day before', (ordinal, dates) => {
    expect(legalDates(regulations.current.regulation, 2027, ordinal)).toEqual(dates)
  })

  test.each([
    ['2027-10-29', '2027-12-29', []],
    ['2027-10-30', '2027-12-29', ['proposalsDueOn']],
    ['2027-10-29', '2027-12-30', ['closesOn']],
    ['2027-09-15', '2027-12-29', ['proposalsDueOn']],
  ])('a cut-off on %s and an end on %s depart at %j', (proposalsDueOn, closesOn, fields) => {
    const dates = { opensOn: '2027-04-30', proposalsDueOn, closesOn }
    expect(roundWarnings(regulations.current.regulation, 2027, 2, dates).map((warning) => warning.field)).toEqual(fields)
  })

  test('dates in the wrong order are named by field', () => {
    const faults = {}
    checkRoundDates(faults, 2027, { opensOn: '2027-05-01', proposalsDueOn: '2027-04-01', closesOn: '2027-03-01' })
    expect(Object.keys(faults)).toEqual(['proposalsDueOn', 'closesOn'])
  })

  test('the cut-off day itself is in time, the next day belongs to the next round, and a closed round takes nothing', () => {
    const rounds = [
      { id: 'b', proposalsDueOn: '2027-10-29', state: 'planned' as const },
      { id: 'a', proposalsDueOn: '2027-04-29', state: 'open' as const },
    ]
    expect(isInTime({ proposalsDueOn: '2027-04-29' }, '2027-04-29')).toBe(true)
    expect(roundFor(rounds, '2027-04-29')?.id).toBe('a')
    expect(roundFor(rounds, '2027-04-30')?.id).toBe('b')
    expect(roundFor(rounds, '2027-10-30')).toBeNull()
    expect(roundFor([{ proposalsDueOn: '2027-04-29', state: 'closed' as const }], '2027-04-01')).toBeNull()
  })

  test('forms with a doubt about points are listed for confirmation, in order', () => {
    const sets = setsToConfirm(regulations.current)
    expect(sets).toEqual([...sets].sort((a, b) => a - b))
    for (const set of sets) expect(regulations.current.forms[set]?.confirmBeforeUse).toBe(true)
  })
})
