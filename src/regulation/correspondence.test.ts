import { describe, expect, test } from 'vitest'
import { checkCorrespondence, correspondenceBetween, hintFor, newSetsFor } from './correspondence.ts'
import type { Correspondence } from './correspondence.schema.ts'
import { criteriaOf, findCriterion } from './form.ts'
import { formOf, loadCorrespondences, loadPack } from './load.ts'

const tables = await loadCorrespondences()
const [p1048, p148, p26] = await Promise.all(['qd-1048-2019', 'qd-148-2023', 'qd-26-2026'].map((id) => loadPack(id)))
const to26 = correspondenceBetween(tables, 'qd-148-2023', 'qd-26-2026')!
const to148 = correspondenceBetween(tables, 'qd-1048-2019', 'qd-148-2023')!

test('every old set and criterion has a row, every new criterion is covered or marked new, and nothing collides', () => {
  expect(checkCorrespondence(to26, p148!, p26!)).toEqual([])
  expect(checkCorrespondence(to148, p1048!, p148!)).toEqual([])
})

test('the forms of 148 are 1489’s too, so the table is the same', () => {
  expect(correspondenceBetween(tables, 'qd-148-1489-2025', 'qd-26-2026')).toBe(to26)
})

test.each([
  [8, [8]],
  [9, [8]],
  [23, [21]],
  [24, [21]],
  [25, [22]],
  [21, []],
])('set %i of 1048 leads to %j of 148', (old, news) => {
  expect(newSetsFor(to148, old)).toEqual(news)
})

test('the old six sectors and the names that plans still use lead to the new six (X12, X24)', () => {
  const meant = (name: string) =>
    [...to148.sectors, ...to148.formerNames].flatMap((row) => (('name' in row ? row.name : row.old) === name ? row.new : []))
  expect(meant('Vải, may mặc')).toEqual(['Hàng thủ công mỹ nghệ'])
  expect(meant('Vải và may mặc')).toEqual(['Hàng thủ công mỹ nghệ'])
  expect(new Set(meant('Thảo dược'))).toEqual(new Set(['Dược liệu và sản phẩm từ dược liệu']))
})

describe('a hint for set 1, from 148 to 26/2026', () => {
  const old = formOf(p148!, 1)
  const fresh = formOf(p26!, 1)
  const answers = { '1.a': 3, '2.a': 4, '9.a': 3, '9.b': 2, '3.đ': 2 }
  const hints = hintFor(to26, { form: old, answers }, fresh)
  const about = (criterion: string) => hints.find((hint) => hint.criterion === criterion)!

  test('there is one for every criterion of the new form, in its order, and none has points', () => {
    expect(hints.map((hint) => hint.criterion)).toEqual(criteriaOf(fresh).map(({ criterion }) => criterion.code))
    for (const hint of hints) expect(Object.keys(hint)).not.toContain('points')
  })

  test('the former answer is named with its text, and its papers are to be shown again', () => {
    expect(about('1.1')).toMatchObject({ status: 'former', near: 3, evidenceFrom: ['1.a'] })
    expect(about('1.1').former).toEqual([
      { set: 1, criterion: '1.a', option: 3, text: 'Trồng tại địa bàn cấp xã: từ 75% đến 100% sản phẩm' },
    ])
  })

  test('what nothing old speaks to is new', () => {
    for (const code of ['1.2', '2.4']) expect(about(code)).toMatchObject({ status: 'new', former: [], near: null, evidenceFrom: [] })
  })

  test('two criteria that became one: the lower option, both answers and both papers shown', () => {
    const hint = about('9')
    expect(hint).toMatchObject({ kind: 'merged', evidenceFrom: ['9.a', '9.b'] })
    const separately = ['9.a', '9.b'].map((code) =>
      hintFor(to26, { form: old, answers: { [code]: code === '9.a' ? 3 : 2 } }, fresh).find((one) => one.criterion === '9')!,
    )
    // Half an answer is none.
    expect(separately.map((one) => one.near)).toEqual([null, null])
    const options = (code: string, option: number) =>
      to26.forms[0]!.rows.find((row) => row.old === code)!
        .options.filter((entry) => entry.old === option && entry.kind !== 'none')
        .map((entry) => entry.new)
    const each = [...options('9.a', 3), ...options('9.b', 2)]
    expect(hint.near).toBe(each.length > 1 ? Math.min(...each) : null)
  })

  test('two old options that became one keep the lower reading: 2.a options 3 and 4 are both near option 3', () => {
    for (const option of [3, 4])
      expect(hintFor(to26, { form: old, answers: { '2.a': option } }, fresh).find((hint) => hint.criterion === '2.1')?.near).toBe(3)
  })

  test('no former answer gives no nearest option, and none reached stays none reached', () => {
    expect(about('4.1')).toMatchObject({ status: 'former', former: [], near: null })
    expect(hintFor(to26, { form: old, answers: { '4.a': 0 } }, fresh).find((hint) => hint.criterion === '4.1')?.near).toBe(0)
  })

  test('a set that does not lead there is refused', () => {
    expect(() => hintFor(to26, { form: old, answers }, formOf(p26!, 2))).toThrow(RangeError)
  })
})

describe('a row of each kind', () => {
  const old = formOf(p148!, 9)
  const fresh = formOf(p26!, 9)
  /** Set 9's table with the rows to one new criterion put in place of its own. */
  const rowsTo = (rows: { old: string; new: string; kind: 'split' | 'merged' | 'none' | 'wider'; options: [number, number][] }[]) => {
    const table = structuredClone(to26)
    const pair = table.forms.find((entry) => entry.old === 9 && entry.new === 9)!
    pair.rows = rows.map(({ options, ...row }) => ({
      ...row,
      options: options.map(([from, to]) => ({ old: from, new: to, kind: 'narrower' as const })),
      source: 'test',
    }))
    return table
  }
  const hint = (table: Correspondence, answers: Record<string, number>, code: string) =>
    hintFor(table, { form: old, answers }, fresh).find((one) => one.criterion === code)

  test('split: one old answer speaks to each of the new criteria by its own options', () => {
    const table = rowsTo([
      { old: '4.b', new: '4.1', kind: 'split', options: [[3, 2]] },
      { old: '4.b', new: '4.2', kind: 'split', options: [[3, 4]] },
    ])
    expect(hint(table, { '4.b': 3 }, '4.1')).toMatchObject({ kind: 'split', near: 2, evidenceFrom: ['4.b'] })
    expect(hint(table, { '4.b': 3 }, '4.2')).toMatchObject({ kind: 'split', near: 4, evidenceFrom: ['4.b'] })
  })

  test('merged: the lower of the two, and nothing while one of them is unanswered', () => {
    const table = rowsTo([
      { old: '8.a', new: '8', kind: 'merged', options: [[3, 3]] },
      { old: '8.b', new: '8', kind: 'merged', options: [[2, 1]] },
    ])
    expect(hint(table, { '8.a': 3, '8.b': 2 }, '8')).toMatchObject({ kind: 'merged', near: 1, evidenceFrom: ['8.a', '8.b'] })
    expect(hint(table, { '8.a': 3 }, '8')).toMatchObject({ near: null, evidenceFrom: ['8.a', '8.b'] })
  })

  test('none: as if the criterion were new', () => {
    const table = rowsTo([{ old: '4.b', new: '4.2', kind: 'none', options: [[3, 4]] }])
    expect(hint(table, { '4.b': 3 }, '4.2')).toMatchObject({ status: 'new', former: [], near: null, evidenceFrom: [] })
  })
})

test('an old option without points never suggests one with points, unless the two say the same', () => {
  for (const [table, from, to] of [
    [to26, p148!, p26!],
    [to148, p1048!, p148!],
  ] as const)
    for (const pair of table.forms)
      for (const row of pair.rows)
        for (const entry of row.options) {
          const points = (pack: typeof from, set: number, code: string, option: number) =>
            findCriterion(formOf(pack, set), code)?.criterion.options[option - 1]?.points ?? 0
          if (entry.kind !== 'same' && points(from, pair.old, row.old, entry.old) === 0)
            expect(points(to, pair.new, row.new, entry.new), `${pair.old} ${row.old} → ${pair.new} ${row.new}`).toBe(0)
        }
})

describe('a table is refused', () => {
  const changed = (change: (table: Correspondence) => void): string[] => {
    const copy = structuredClone(to26)
    change(copy)
    return checkCorrespondence(copy, p148!, p26!).map((finding) => finding.text)
  }
  const first = (table: Correspondence) => table.forms[0]!

  test.each<[string, (table: Correspondence) => void, RegExp]>([
    ['a new criterion nobody speaks of', (table) => void first(table).newCriteria.pop(), /neither covered nor marked new/],
    ['a new criterion both covered and new', (table) => void first(table).newCriteria.push('1.1'), /covered and marked new/],
    ['an old criterion left out', (table) => void first(table).dropped.pop(), /neither used nor dropped/],
    ['an unknown criterion', (table) => void first(table).newCriteria.push('99'), /no such criterion/],
    [
      'a "same" that shares its new criterion',
      (table) => void first(table).rows.push({ ...first(table).rows[0]!, new: '1.3' }),
      /shares it/,
    ],
    ['an option without a row', (table) => void first(table).rows[0]!.options.pop(), /has no row/],
    ['an option that does not exist', (table) => void (first(table).rows[0]!.options[0]!.new = 9), /no option 9/],
    [
      'two options "same" as one',
      (table) => void Object.assign(first(table).rows[0]!.options[0]!, { new: 3, kind: 'same' }),
      /so is another/,
    ],
    ['a set left out', (table) => void table.sets.pop(), /old set 26 has no row/],
    ['a set reached and marked new', (table) => void table.newSets.push({ set: 1, note: 'x', source: 'x' }), /both reached and marked new/],
    ['a sector that does not exist', (table) => void (table.sectors[0]!.new = ['Khác']), /is no sector/],
  ])('%s', (_what, change, text) => {
    expect(changed(change).join('\n')).toMatch(text)
  })
})
