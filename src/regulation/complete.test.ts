import { describe, expect, test } from 'vitest'
import { answerFaults } from './answers.ts'
import { completeness } from './complete.ts'
import { councilStops, endingsOf, machineStops } from './endings.ts'
import { criteriaOf, findCriterion, type Answers } from './form.ts'
import { bestAnswers } from './reachable.ts'
import { current } from './testing.ts'

const fishSauce = current.forms[9]!
const tourism = current.forms[26]!
const water = current.forms[16]!

describe('a sheet to be finalised', () => {
  test('every offered criterion is answered by hand, and 0 is an answer', () => {
    const zeros: Answers = Object.fromEntries(criteriaOf(fishSauce).map(({ criterion }) => [criterion.code, 0]))
    expect(completeness(fishSauce, zeros)).toMatchObject({ complete: true, unanswered: [] })
    const { '1.1': _left, ...rest } = zeros
    expect(completeness(fishSauce, rest)).toMatchObject({ complete: false, unanswered: ['1.1'] })
    expect(completeness(fishSauce, {}).unanswered).toHaveLength(criteriaOf(fishSauce).length)
  })

  test("a story's structure counts only where there is a story", () => {
    const best = bestAnswers(fishSauce)
    expect(findCriterion(fishSauce, '5.2')?.criterion.onlyIf).toEqual({ criterion: '5.1', above: 0 })
    const noStory: Answers = { ...best, '5.1': 1 }
    expect(completeness(fishSauce, noStory)).toMatchObject({ complete: false, notApplicable: [{ criterion: '5.2', dependsOn: '5.1' }] })
    expect(completeness(fishSauce, { ...noStory, '5.2': 0 }).complete).toBe(true)
    const { '5.2': _structure, ...without } = noStory
    expect(completeness(fishSauce, without).complete).toBe(true)
  })

  test('set 26 asks for the case, and refuses options of the other one', () => {
    const first = bestAnswers(tourism, 1)
    expect(completeness(tourism, first, 1).complete).toBe(true)
    expect(completeness(tourism, first)).toMatchObject({ complete: false, caseMissing: ['8', '9', '15'] })
    expect(completeness(tourism, first, 3).caseMissing).toEqual(['8', '9', '15'])
    expect(completeness(tourism, first, 2).faults.map((fault) => [fault.criterion, fault.rule])).toEqual([
      ['8', 'otherCase'],
      ['9', 'otherCase'],
      ['15', 'otherCase'],
    ])
  })

  test.each([
    ['99.9', 1, 'unknownCriterion'],
    ['constructor', 1, 'unknownCriterion'],
    ['4.1', 5, 'noSuchOption'],
    ['4.1', -1, 'noSuchOption'],
    ['4.1', 1.5, 'notWholeNumber'],
    ['4.1', '2', 'notWholeNumber'],
    ['4.1', null, 'notWholeNumber'],
  ])('criterion %s with %j is a fault: %s', (code, value, rule) => {
    expect(answerFaults(fishSauce, { [code]: value }).map((fault) => fault.rule)).toEqual([rule])
  })
})

describe('endings, whatever the points', () => {
  test('every form of sets 1 to 25 has a disqualifier at its head, set 26 none', () => {
    for (const form of Object.values(current.forms))
      expect(endingsOf(form).some((ending) => ending.kind === 'disqualifier')).toBe(form.set !== 26)
  })

  test('set 9: only imported material eliminates, a contaminant stops; both are raised by a person', () => {
    const own = endingsOf(fishSauce).filter((ending) => ending.kind !== 'disqualifier')
    expect(own.map((ending) => [ending.criterion, ending.outcome])).toEqual([
      ['1.1', 'eliminated'],
      ['2.1', 'eliminated'],
      ['6.1', 'stopped'],
    ])
    expect(machineStops(fishSauce, Object.fromEntries(criteriaOf(fishSauce).map(({ criterion }) => [criterion.code, 0])))).toEqual([])
  })

  test('set 1: a common staple product is not to be assessed', () => {
    expect(endingsOf(current.forms[1]!)).toContainEqual(expect.objectContaining({ criterion: '2.1', outcome: 'notAssessed' }))
  })

  test.each([
    [{ '6.3': 0 }, ['6.3']],
    [{ '6.3': 1 }, ['6.3']],
    [{ '6.1': 1, '6.4': 0 }, ['6.1', '6.4']],
    [{ '6.1': 2 }, []],
    [{}, []],
    [{ '7': 0 }, []],
  ])('set 16 with %j is stopped by machine at %j', (answers, criteria) => {
    expect(machineStops(water, answers).flatMap((stop) => stop.criteria)).toEqual(criteria)
  })

  test("a council's stop names who raised it and whether they are more than half", () => {
    const sheets = [
      { member: 'a', answers: { '6.1': 0 } },
      { member: 'b', answers: { '6.1': 2 } },
      { member: 'c', answers: { '6.2': 1 } },
    ]
    expect(councilStops(water, sheets)).toMatchObject([{ raisedBy: ['a', 'c'], sheets: 3, majority: true }])
    expect(councilStops(water, sheets.slice(0, 2))).toMatchObject([{ raisedBy: ['a'], majority: false }])
  })
})
