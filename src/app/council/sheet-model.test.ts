import { expect, test } from 'vitest'
import { criterionOf } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { openRegulations } from '#/programme/regulations.ts'
import { currentCriterion, groupsOf, levelsOf, type ModelInput } from './sheet-model.ts'

const form = formOf((await openRegulations()).current, 9)
const input: ModelInput = { form, cases: undefined, answers: {}, own: {}, flagged: new Set(), first: null, scope: [] }
const answer = (option: number) => ({ option, comment: '', reason: '' })

test('a criterion without a printed 0 offers “none reached”; one with a printed 0 offers it once', () => {
  expect(
    levelsOf(criterionOf(form, '1.1').criterion, form, undefined, undefined, null).map((level) => [level.value, level.points]),
  ).toEqual([
    ['0', 0],
    ['1', 1],
    ['2', 3],
    ['3', 5],
  ])
  expect(
    levelsOf(criterionOf(form, '1.4').criterion, form, undefined, undefined, null).map((level) => [level.value, level.points]),
  ).toEqual([
    ['1', 0],
    ['2', 1],
    ['3', 2],
    ['4', 3],
  ])
})

test('a stored 0 is shown as chosen and goes back as it was', () => {
  expect(levelsOf(criterionOf(form, '1.4').criterion, form, undefined, 0, 0)[0]).toMatchObject({ value: '0', points: 0, self: true })
})

test('nothing is chosen beforehand, whatever the producer answered', () => {
  const groups = groupsOf({ ...input, own: { '1.1': 3 } })
  expect(groups.flatMap((group) => group.criteria).filter((criterion) => criterion.chosen !== undefined)).toEqual([])
  expect(groups[0]?.criteria[0]?.levels.find((level) => level.self)?.value).toBe('3')
})

test('flagged criteria come into hand first, then the first without an answer', () => {
  expect(currentCriterion(groupsOf({ ...input, flagged: new Set(['5.3']) }), null)?.code).toBe('5.3')
  expect(currentCriterion(groupsOf({ ...input, answers: { '1.1': answer(1) } }), null)?.code).toBe('1.2')
  expect(currentCriterion(groupsOf(input), '6.1')?.code).toBe('6.1')
})

test('in a second pass only the reopened criteria are open, and the earlier points stand beside', () => {
  const all = groupsOf({ ...input, answers: { '1.1': answer(2) }, first: { '1.1': answer(3) }, scope: ['1.1'] }).flatMap(
    (group) => group.criteria,
  )
  expect(all.filter((criterion) => criterion.open).map((criterion) => [criterion.code, criterion.earlier])).toEqual([['1.1', '5']])
})
