// Reports as decisions over plain data: due days, lateness, jumps, what periods make together, forms and their differences.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#/platform/calendar/plain-date.ts'
import { shippedForms, readFormFile } from './form-files.ts'
import { asked, contentFaults, differenceOf, rowsOf, type FormContent } from './form.ts'
import {
  carriedInto,
  daysLate,
  implausible,
  lacksOf,
  lastDayBefore,
  locked,
  reportStates,
  reportTransitions,
  usualDays,
  writing,
} from './report.ts'

test.each([
  // "trước ngày", reading, last day in time (seed 003, line 276)
  ['2026-06-15', 'exclusive', '2026-06-14'],
  ['2026-12-01', 'exclusive', '2026-11-30'],
  ['2026-06-15', 'inclusive', '2026-06-15'],
  ['2026-12-01', 'inclusive', '2026-12-01'],
] as const)('before %s, read %s, is in time until the end of %s', (before, reading, last) => {
  expect(lastDayBefore(before, reading)).toBe(last)
})

test.each([
  ['open', '2026-06-14', null, '2026-06-14', 0],
  ['open', '2026-06-14', null, '2026-06-15', 1],
  ['waiting', '2026-06-14', null, '2026-07-14', 30],
  ['accepted', '2026-06-14', '2026-06-14', '2026-09-01', 0],
  ['approved', '2026-06-14', '2026-06-16', '2026-09-01', 2],
  // Returned for correction after it was filed in time: not late.
  ['sentBack', '2026-06-14', '2026-06-10', '2026-09-01', 0],
  ['notExpected', '2026-06-14', null, '2026-09-01', 0],
] as const)('%s, due %s, filed %s, seen on %s: %i days late', (state, dueOn, filedOn, today, days) => {
  expect(daysLate({ state, dueOn, filedOn }, today)).toBe(days)
})

test.each([
  [100, null, false],
  [null, 100, false],
  [200, 100, false],
  [201, 100, true],
  [50, 100, false],
  [49, 100, true],
  [0, 100, true],
  // Small numbers jump by nature.
  [9, 1, false],
  [0, 9, false],
  [12, 1, true],
])('%s after %s asks for a second look: %s', (value, last, asks) => {
  expect(implausible(value, last)).toBe(asks)
})

describe('periods', () => {
  const day = (n: number) => addDays('2026-01-01', n)

  test('over any events, half-years and years with their cut-offs neither lose nor count twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 365 * 3 - 1 }), { maxLength: 60 }), (offsets) => {
        const events = offsets.map(day)
        const count = (from: string, to: string) => events.filter((one) => one >= from && one <= to).length
        // Report after report as an office files them: the half-year, then the year, three years long.
        const calls = [2026, 2027, 2028].flatMap((year) => [usualDays('halfYear', year), usualDays('year', year)])
        const kept: { to: string; from: string; carried: number; done: number; trueUp: number | null }[] = []
        calls.forEach((call, index) => {
          const previous = calls[index - 1]
          // Each report says how the whole period of the one before came out: the estimate of December is trued up here.
          const trueUp = previous ? count(previous.from, previous.to) : null
          const last = kept
            .filter((one) => one.to < call.from)
            .toSorted((a, b) => b.to.localeCompare(a.to) || a.from.localeCompare(b.from))[0]
          const told = last
            ? (kept[kept.indexOf(last) + 1]?.trueUp ?? (previous?.from === last.from && previous.to === last.to ? trueUp : null))
            : null
          const carried = last ? carriedInto(last, told) : 0
          const done = count(call.from, call.cutOff)
          kept.push({ from: call.from, to: call.to, carried, done, trueUp })
          expect(carried + done).toBe(count('2026-01-01', call.cutOff))
        })
      }),
    )
  })

  test('a period nobody trued up is carried as far as it was counted', () => {
    expect(carriedInto({ carried: 10, done: 4 }, null)).toBe(14)
    expect(carriedInto({ carried: null, done: null }, null)).toBe(0)
    expect(carriedInto({ carried: 10, done: 4 }, 7)).toBe(17)
  })
})

describe('states', () => {
  test('every state is reached from an open report and every one can be left', () => {
    const reached = new Set<string>(['open'])
    for (const state of reached) for (const next of reportTransitions[state as keyof typeof reportTransitions]) reached.add(next)
    expect([...reached].toSorted()).toEqual([...reportStates].toSorted())
    expect(reportStates.filter((state) => reportTransitions[state].length === 0)).toEqual([])
  })

  test('what is locked is not written, and only a report made ready is approved', () => {
    expect(locked.filter((state) => writing.includes(state))).toEqual([])
    expect(reportStates.filter((state) => reportTransitions[state].includes('approved'))).toEqual(['ready'])
  })
})

const content: FormContent = {
  sections: [
    {
      title: 'I',
      rows: [
        { code: 'a', kind: 'hand', title: 'A', unit: 'cái', measure: 'flow', asks: ['desk', 'commune'], source: '' },
        { code: 't', kind: 'text', title: 'T', required: true, asks: ['desk', 'commune', 'body'], source: '' },
      ],
    },
    {
      title: 'II',
      rows: [{ code: 'n', kind: 'indicator', title: 'N', indicator: 'recognised-new', params: {}, asks: ['desk', 'body'], source: '' }],
    },
  ],
}

describe('forms', () => {
  test('those that come with the program are sound, one for each kind', () => {
    expect(shippedForms().map((form) => form.kind)).toEqual(['halfYear', 'year', 'adHoc', 'conference', 'commendation'])
    const [half, year] = shippedForms()
    // Periods follow one another by the code of the row.
    expect(rowsOf(half?.content as FormContent).map((row) => row.code)).toEqual(rowsOf(year?.content as FormContent).map((row) => row.code))
  })

  test.each([
    ['a code twice', { ...content, sections: [...content.sections, { title: 'III', rows: [content.sections[0]?.rows[0]] }] }, 'a: twice'],
    [
      'an unknown indicator',
      { sections: [{ title: 'I', rows: [{ ...content.sections[1]?.rows[0], indicator: 'no-such' }] }] },
      'n: no indicator no-such',
    ],
    [
      'parameters it does not take',
      { sections: [{ title: 'I', rows: [{ ...content.sections[1]?.rows[0], params: { star: 9 } }] }] },
      'n: recognised-new: star',
    ],
  ])('%s is named', (_what, bad, fault) => {
    expect(contentFaults(bad as FormContent).join()).toContain(fault)
  })

  test('a broken file names itself and the place', () => {
    expect(() => readFormFile('x', 'kind: halfYear\ntitle: T\nsections: []')).toThrow('x.yaml: sections')
  })

  test('a body is asked for no computed figure, a commune only what its rows ask', () => {
    expect(rowsOf(asked(content, 'body')).map((row) => row.code)).toEqual(['t'])
    expect(rowsOf(asked(content, 'commune')).map((row) => row.code)).toEqual(['a', 't'])
  })

  test('the difference of two revisions names what is new, changed, moved and gone', () => {
    const [first, second] = content.sections
    if (!first || !second) throw new Error('content')
    const [a, t] = first.rows
    const [n] = second.rows
    if (!a || !t || !n) throw new Error('rows')
    const after: FormContent = {
      sections: [
        { title: 'I', rows: [{ ...a, title: 'A2' }, n] },
        { title: 'II', rows: [{ ...t, code: 'z' }] },
      ],
    }
    expect(differenceOf(content, after).map(({ code, change }) => `${change} ${code}`)).toEqual([
      'changed a',
      'moved n',
      'added z',
      'removed t',
    ])
    expect(differenceOf(content, content)).toEqual([])
  })
})

test('what a report lacks: a typed zero is no lack, an empty figure, a text, a low estimate and an unexplained jump are', () => {
  const figure = (over: object) => ({ numerator: null, estimate: null, comment: '', plausibleConfirmed: null, ...over })
  const lacks = (a: object, t: object, last: number | null = null) =>
    lacksOf(
      content,
      new Map([
        ['a', figure(a)],
        ['t', figure(t)],
      ]),
      new Map([['a', last]]),
      true,
    ).map((one) => `${one.code} ${one.lack}`)
  expect(lacks({ numerator: 0, estimate: 0 }, { comment: 'x' })).toEqual([])
  expect(lacks({}, {})).toEqual(['a figure', 't text'])
  expect(lacks({ numerator: 5 }, { comment: 'x' })).toEqual(['a estimate'])
  expect(lacks({ numerator: 5, estimate: 4 }, { comment: 'x' })).toEqual(['a estimate'])
  expect(lacks({ numerator: 50, estimate: 60 }, { comment: 'x' }, 10)).toEqual(['a reason'])
  expect(lacks({ numerator: 50, estimate: 60, plausibleConfirmed: 'Hai hội chợ lớn' }, { comment: 'x' }, 10)).toEqual([])
})
