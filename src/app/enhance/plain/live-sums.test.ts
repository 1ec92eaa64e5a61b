import { expect, test } from 'vitest'
import { casesOf } from '#/regulation/form.ts'
import { answersReaching } from '#/regulation/reachable.ts'
import { openRegulations } from '#/programme/regulations.ts'
import { sumsOf } from '#/programme/council/sheet.ts'
import { chosenPoints, groupsOf } from '../../council/sheet-model.ts'
import { liveSums, markOf, type LiveCriterion } from './live-sums.ts'

const criterion = (code: string, points: number | null, more: Partial<LiveCriterion> = {}): LiveCriterion => ({
  code,
  group: 'A1',
  part: 'A',
  points,
  onlyIf: null,
  ...more,
})

test('a group moves with the box: answered, offered and points', () => {
  const before = [criterion('1.1', 3), criterion('1.2', null), criterion('2.1', null, { group: 'A2' })]
  expect(liveSums(before).groups).toEqual({ A1: { answered: 1, offered: 2, points: 3 }, A2: { answered: 0, offered: 1, points: 0 } })
  const after = before.map((entry) => (entry.code === '1.2' ? { ...entry, points: 2 } : entry))
  expect(liveSums(after)).toMatchObject({ answered: 2, offered: 3, points: 5, groups: { A1: { answered: 2, offered: 2, points: 5 } } })
})

test('0 points is an answer', () => {
  expect(liveSums([criterion('1.1', 0)])).toMatchObject({ answered: 1, offered: 1, points: 0 })
})

test('points are told by part', () => {
  expect(liveSums([criterion('1.1', 3), criterion('2.1', 2), criterion('6.1', 5, { group: 'C6', part: 'C' })]).parts).toEqual({
    A: 5,
    C: 5,
  })
})

test.each([
  [null, 2],
  [1, 2],
  [0, 1],
])('a structure of the story is asked while the story has %s points: %i asked', (story, offered) => {
  const sheet = [criterion('5.1', story), criterion('5.2', null, { onlyIf: { code: '5.1', above: 0 } })]
  expect(liveSums(sheet).offered).toBe(offered)
})

test.each([
  [0, 5, 'todo'],
  [3, 5, 'part'],
  [5, 5, 'done'],
] as const)('%i of %i is %s', (answered, offered, mark) => {
  expect(markOf({ answered, offered })).toBe(mark)
})

test('on every form of the pack the line under the pen says what the server will say after saving', async () => {
  const { current } = await openRegulations()
  const stars = current.regulation.stars
  for (const form of Object.values(current.forms)) {
    const full = answersReaching(form, stars, 3, casesOf(form)[0]) ?? {}
    // Half a sheet, so that open criteria are among them.
    const answers = Object.fromEntries(
      Object.entries(full).flatMap(([code, option], index) => (index % 2 === 0 ? [[code, { option, comment: '', reason: '' }]] : [])),
    )
    const cases = casesOf(form)[0]
    const groups = groupsOf({ form, cases, answers, own: {}, flagged: new Set(), first: null, scope: [] })
    const live = liveSums(
      groups.flatMap((group) =>
        group.criteria.map((entry) => ({
          code: entry.code,
          group: group.key,
          part: group.part,
          points: entry.chosen === undefined ? null : chosenPoints(entry),
          onlyIf: entry.onlyIf === null ? null : { code: entry.onlyIf.criterion, above: entry.onlyIf.above },
        })),
      ),
    )
    const server = sumsOf(form, stars, cases, answers)
    expect({ ...live, groups: {} }).toEqual({
      points: server.total,
      answered: server.answered,
      offered: server.offered,
      parts: server.parts,
      groups: {},
    })
    expect(live.groups).toEqual(
      Object.fromEntries(groups.map((group) => [group.key, { answered: group.answered, offered: group.offered, points: group.points }])),
    )
  }
})
