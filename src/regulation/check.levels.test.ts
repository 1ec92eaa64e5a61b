import { describe, expect, test } from 'vitest'
import { checkLevels, checkTransitions } from './check.levels.ts'
import { loadRegulation, regulationIds } from './load.ts'
import type { Regulation } from './regulation.schema.ts'

const all = await Promise.all(regulationIds().map((id) => loadRegulation(id)))
const made148 = all.find((one) => one.id === 'qd-148-2023')!

test('the four packs have a way for every result, one recogniser for every star, and councils that can be seated', () => {
  for (const regulation of all) expect(checkLevels(regulation), regulation.id).toEqual([])
  expect(checkTransitions(all)).toEqual([])
})

describe('a path is refused', () => {
  const texts = (change: (regulation: Regulation) => void): string => {
    const copy = structuredClone(made148)
    change(copy)
    return checkLevels(copy)
      .map((finding) => finding.text)
      .join('\n')
  }
  const at = (regulation: Regulation, index: number) => regulation.levels[index]!

  test.each<[string, (regulation: Regulation) => void, RegExp]>([
    [
      'a province that no longer gives 50 to 70 back',
      (one) => void delete at(one, 1).takesBack,
      /province: 50 points and 3 stars have no way/,
    ],
    ['a fall-back to itself', (one) => void (at(one, 1).takesBack![0]!.of = 'district'), /not above it/],
    ['a fall-back that is empty', (one) => void (at(one, 1).takesBack![0]!.below = 50), /takes back 50 to 50/],
    ['an invalid dossier sent upwards', (one) => void (at(one, 2).returnsInvalid!.to = 'central'), /not below it/],
    ['a level in the middle that sends nothing up', (one) => void delete at(one, 2).sendsUp, /sends nothing up/],
    ['a star without a signature', (one) => void delete at(one, 2).recogniser, /nobody signs/],
    [
      'a council too small for its mandatory seats',
      (one) => void (at(one, 1).council!.size = { min: 3, max: 5, setBy: 'decision', source: 'x' }),
      /seats are mandatory/,
    ],
    [
      'a council with the sizes exchanged',
      (one) => void (at(one, 1).council!.size = { min: 11, max: 9, setBy: 'decision', source: 'x' }),
      /11 to 9/,
    ],
    ['papers that jump a level', (one) => void (one.dossier.forwarding[0]!.to = 'province'), /no step of the path/],
    ['a ministry nobody knows', (one) => void (one.sets[0]!.ministries = ['Bộ X']), /no body of departments/],
    ['tourism asked for samples', (one) => void (one.samples.exceptSets = []), /visited and asked for samples/],
  ])('%s', (_what, change, text) => {
    expect(texts(change)).toMatch(text)
  })
})

describe('transitions are refused', () => {
  const texts = (id: string, change: (regulation: Regulation) => void): string =>
    checkTransitions(all.map((one) => (one.id === id ? ((copy) => (change(copy), copy))(structuredClone(one)) : one)))
      .map((finding) => finding.text)
      .join('\n')

  test.each<[string, string, (regulation: Regulation) => void, RegExp]>([
    [
      'a last day that is not the days counted',
      'qd-26-2026',
      (one) => void (one.transitions!.pending[0]!.finishBy = '2026-07-20'),
      /do not end on 2026-07-20/,
    ],
    [
      'an old pack that ends before its last day to finish',
      'qd-148-1489-2025',
      (one) => void (one.inForce.to = '2026-07-20'),
      /ends before the last day/,
    ],
    ['a kind without a rule', 'qd-26-2026', (one) => void one.transitions!.pending.pop(), /renewal has no rule/],
    ['days without a pack', 'qd-148-2023', (one) => void (one.inForce.to = '2025-06-30'), /no pack between/],
    ['a gap that names nobody', 'qd-148-1489-2025', (one) => void (one.transitions!.gaps[0]!.candidates = ['qd-0']), /qd-0/],
    [
      'duties passed to a level that is gone',
      'qd-148-1489-2025',
      (one) => void (one.transitions!.duties[0]!.passTo = 'district'),
      /does not have/,
    ],
    ['a pack that says nothing', 'qd-148-2023', (one) => void delete one.transitions, /says nothing/],
  ])('%s', (_what, id, change, text) => {
    expect(texts(id, change)).toMatch(text)
  })
})
