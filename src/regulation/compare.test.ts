import { describe, expect, test } from 'vitest'
import { answersThatShift, comparePacks } from './compare.ts'
import { dryRunPack } from './dry-run.ts'
import { criteriaOf } from './form.ts'
import type { Form } from './form.schema.ts'
import type { Regulation } from './regulation.schema.ts'
import { current } from './testing.ts'

type Draft = { regulation: Regulation; forms: Record<number, Form> }

function edited(change: (draft: Draft) => void): Draft {
  const draft = structuredClone({ regulation: current.regulation, forms: { ...current.forms } })
  change(draft)
  return draft
}
const criterion = (draft: Draft, set: number, code: string) =>
  criteriaOf(draft.forms[set]!).find((placed) => placed.criterion.code === code)!.criterion

describe('two versions of a pack side by side', () => {
  test('the same pack has no difference', () => {
    const comparison = comparePacks(
      current,
      edited(() => undefined),
    )
    expect(comparison.regulation).toEqual([])
    expect(comparison.sets.filter((set) => set.status !== 'same')).toEqual([])
    expect(answersThatShift(comparison)).toEqual([])
  })

  test('an option put in the middle is one added option; the ones after it moved, and stored answers there mean something else', () => {
    const draft = edited((one) => criterion(one, 1, '1.3').options.splice(1, 0, { points: 2, text: 'Mức mới' }))
    const comparison = comparePacks(current, draft)
    const row = comparison.sets.find((set) => set.set === 1)?.criteria.find((one) => one.code === '1.3')
    expect(row?.options.map(({ before, after, status, moved }) => [before, after, status, moved])).toEqual([
      [1, 1, 'same', false],
      [null, 2, 'added', false],
      [2, 3, 'same', true],
      [3, 4, 'same', true],
    ])
    expect(answersThatShift(comparison)).toEqual([{ set: 1, criterion: '1.3' }])
  })

  test('an option with another text and the same points is the same option, changed; other points show both figures', () => {
    const reworded = comparePacks(
      current,
      edited((one) => void (criterion(one, 1, '1.3').options[1]!.text = 'Lời khác')),
    )
    const row = (comparison: typeof reworded) => comparison.sets[0]?.criteria.find((one) => one.code === '1.3')
    expect(row(reworded)?.options[1]).toMatchObject({
      before: 2,
      after: 2,
      status: 'changed',
      changes: [{ what: 'text', after: 'Lời khác' }],
    })
    expect(answersThatShift(reworded)).toEqual([])
    const repriced = comparePacks(
      current,
      edited((one) => void (criterion(one, 1, '1.3').options[2]!.points = 4)),
    )
    expect(row(repriced)?.options[2]?.changes).toEqual([{ what: 'points', before: '3', after: '4' }])
  })

  test('criteria and sets that came or went, and blocks of the decision that changed, are named', () => {
    const comparison = comparePacks(
      current,
      edited((draft) => {
        delete draft.forms[26]
        draft.forms[1]!.parts[0]!.groups[0]!.criteria.pop()
        draft.regulation.certificate.months = 48
      }),
    )
    expect(comparison.regulation.map((change) => change.what)).toEqual(['certificate'])
    expect(comparison.sets.find((set) => set.set === 26)?.status).toBe('removed')
    expect(
      comparison.sets
        .find((set) => set.set === 1)
        ?.criteria.filter((one) => one.status === 'removed')
        .map((one) => one.code),
    ).toEqual(['1.7'])
  })
})

describe('a dry run of an edited pack', () => {
  test('finds nothing in the pack as it stands, and gives it the hash it has', () => {
    const run = dryRunPack(edited(() => undefined))
    expect(run.faults).toEqual([])
    expect(run.pack?.hash).toBe(current.hash)
  })

  test('lists every fault at once, with its row, its criterion and the reason', () => {
    const run = dryRunPack(
      edited((draft) => {
        criterion(draft, 1, '1.3').options[2]!.points = 9
        Object.assign(criterion(draft, 2, '1.1').options[0]!, { points: 'two', extra: 1 })
        draft.regulation.levels[1]!.sendsUp!.to = 'district'
        draft.regulation.stars[0]!.from = 60
      }),
    )
    expect(run.pack).toBeNull()
    const told = run.faults.map(({ row, code, reason }) => `${row} | ${code} | ${reason}`).join('\n')
    expect(told).toMatch(/set 2: parts\.0\.groups\.0\.criteria\.0\.options\.0.* \| 1\.1/)
    expect(told).toMatch(/set 1 \| 1\.3 \| best option gives 9/)
    expect(told).toContain('province sends to district')
    expect(told).toContain('star thresholds do not rise')
    expect(told).not.toContain('no form')
  })

  test('a shape that is no pack at all is told, not thrown', () => {
    const run = dryRunPack({ regulation: null, forms: { 1: 'x' } })
    expect(run.faults.map((fault) => fault.row)).toEqual(['regulation: ', 'set 1: '])
  })
})
