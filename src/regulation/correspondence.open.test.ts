import { describe, expect, test } from 'vitest'
import { openRows } from './correspondence.open.ts'
import { correspondenceBetween } from './correspondence.ts'
import { criteriaOf } from './form.ts'
import { loadCorrespondences, loadPack } from './load.ts'

const tables = await loadCorrespondences()
const [p1048, p148, p26] = await Promise.all(['qd-1048-2019', 'qd-148-2023', 'qd-26-2026'].map((id) => loadPack(id)))

describe.each([
  ['1048 → 148', correspondenceBetween(tables, 'qd-1048-2019', 'qd-148-2023')!, p1048!, p148!],
  ['148 → 26/2026', correspondenceBetween(tables, 'qd-148-2023', 'qd-26-2026')!, p148!, p26!],
] as const)('what %s leaves to a person', (_name, table, from, to) => {
  const rows = openRows(table, from, to)

  test('a row that has an equal option and is neither new, gone, split nor merged is not listed', () => {
    expect(rows.filter((row) => row.kind === 'unequal' && row.equal > 0)).toEqual([])
    const settled = table.forms.flatMap((pair) =>
      pair.rows.filter((row) => ['same', 'wider', 'narrower'].includes(row.kind) && row.options.some((option) => option.kind === 'same')),
    ).length
    const all = table.forms.flatMap((pair) => pair.rows).length
    expect(rows.filter((row) => row.old?.code && row.new?.code)).toHaveLength(all - settled)
  })

  test('every new criterion, every criterion that is gone, every new set and every set that ended is listed once', () => {
    const count = (of: (pair: (typeof table.forms)[number]) => readonly string[]) => table.forms.flatMap(of).length
    expect(rows.filter((row) => row.kind === 'new' && row.new?.code)).toHaveLength(count((pair) => pair.newCriteria))
    expect(rows.filter((row) => row.kind === 'none' && row.old?.code && !row.new?.code)).toHaveLength(count((pair) => pair.dropped))
    expect(rows.filter((row) => row.kind === 'new' && !row.new?.code).map((row) => row.new?.set)).toEqual(
      table.newSets.map((row) => row.set),
    )
    expect(rows.filter((row) => row.new === null).map((row) => row.old?.set)).toEqual(
      table.sets.filter((row) => row.new.length === 0).map((row) => row.old),
    )
  })

  test('criteria stand in the order the newer form prints them, with both titles', () => {
    for (const set of new Set(rows.map((row) => row.new?.set))) {
      const form = set === undefined ? undefined : to.forms[set]
      if (!form) continue
      const printed = criteriaOf(form).map(({ criterion }) => criterion.code)
      for (const pair of table.forms.filter((one) => one.new === set)) {
        const places = rows
          .filter((row) => row.new?.set === set && row.new?.code !== null && (row.old === null || row.old.set === pair.old))
          .filter((row) => row.old !== null)
          .map((row) => printed.indexOf(row.new?.code ?? ''))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }
    }
    expect(rows.filter((row) => (row.old?.code && row.old.title === '') || (row.new?.code && row.new.title === ''))).toEqual([])
  })
})

test('an unequal row shows each option of the older form with what is said of it', () => {
  const row = openRows(correspondenceBetween(tables, 'qd-1048-2019', 'qd-148-2023')!, p1048!, p148!).find(
    (one) => one.old?.set === 1 && one.old.code === '1.1',
  )!
  expect(row).toMatchObject({ kind: 'unequal', equal: 0, new: { set: 1, code: '1.a' } })
  expect(row.options.map(({ old, new: to, kind }) => [old, to, kind])).toEqual([
    [1, 0, 'none'],
    [2, 0, 'none'],
    [3, 0, 'none'],
  ])
  expect(row.options.every((option) => option.oldText !== '' && option.newText === '')).toBe(true)
})
