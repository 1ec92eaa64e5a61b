import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeCorrespondence, composeKind } from './compose.ts'
import { checkCorrespondence, correspondenceBetween, hintFor, newSetsFor } from './correspondence.ts'
import { kinds } from './correspondence.schema.ts'
import { formOf, loadCorrespondences, loadPack } from './load.ts'

const tables = await loadCorrespondences()
const [p1048, p26] = await Promise.all(['qd-1048-2019', 'qd-26-2026'].map((id) => loadPack(id)))
const first = correspondenceBetween(tables, 'qd-1048-2019', 'qd-148-2023')!
const second = correspondenceBetween(tables, 'qd-148-2023', 'qd-26-2026')!
const composed = composeCorrespondence(first, second)

test.each([
  ['same', 'same', 'same'],
  ['same', 'wider', 'wider'],
  ['narrower', 'wider', 'narrower'],
  ['wider', 'merged', 'merged'],
  ['same', 'none', 'none'],
] as const)('%s, then %s is %s: two steps say no more than the weaker', (one, two, both) => {
  expect(composeKind(one, two)).toBe(both)
  expect(composeKind(two, one)).toBe(both)
})

test('in whatever order steps are put together, they say the same', () => {
  const kind = fc.constantFrom(...kinds)
  fc.assert(
    fc.property(kind, kind, kind, (a, b, c) => {
      expect(composeKind(composeKind(a, b), c)).toBe(composeKind(a, composeKind(b, c)))
      expect(composeKind('same', a)).toBe(a)
      expect(composeKind('none', a)).toBe('none')
    }),
  )
})

describe('1048 → 26/2026 through 148', () => {
  test('covers every set and criterion of both decisions, and nothing collides', () => {
    expect(checkCorrespondence(composed, p1048!, p26!)).toEqual([])
  })

  test('is what is found where no table is stored', () => {
    expect(correspondenceBetween(tables, 'qd-1048-2019', 'qd-26-2026')).toEqual(composed)
    expect(correspondenceBetween(tables, 'qd-26-2026', 'qd-1048-2019')).toBeUndefined()
  })

  test.each([
    [10, [9]],
    [23, [21]],
    [24, [21]],
    [25, [22]],
    [21, []],
  ])('set %i of 1048 leads to %j of 26/2026', (old, news) => {
    expect(newSetsFor(composed, old)).toEqual(news)
  })

  test('no option is better known after two steps than after one', () => {
    for (const pair of composed.forms)
      for (const row of pair.rows)
        for (const option of row.options.filter((entry) => entry.kind === 'same')) {
          const middles = first.forms
            .filter((one) => one.old === pair.old)
            .flatMap((one) => one.rows.filter((before) => before.old === row.old))
            .flatMap((before) => before.options.filter((entry) => entry.old === option.old))
          expect(middles.some((entry) => entry.kind === 'same')).toBe(true)
        }
  })

  test('a hint through two decisions names the answer of the old form and carries no points', () => {
    const form = formOf(p1048!, 10)
    const hints = hintFor(composed, { form, answers: { '1.3': 2 } }, formOf(p26!, 9))
    expect(JSON.stringify(hints)).not.toContain('points')
    expect(hints.flatMap((hint) => hint.former)).toContainEqual(expect.objectContaining({ set: 10, criterion: '1.3', option: 2 }))
  })
})

test('tables that do not meet are refused, and so are two ways to one pair of sets', () => {
  expect(() => composeCorrespondence(second, first)).toThrow(RangeError)
  const [form] = second.forms
  const twice = { ...second, forms: [...second.forms, form!] }
  expect(() => composeCorrespondence(first, twice)).toThrow(/by two ways/)
})
