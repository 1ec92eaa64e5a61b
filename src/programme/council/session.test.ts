import { expect, test } from 'vitest'
import type { SeatFact } from './council.ts'
import { attendanceOf, placesOf, type Sitting } from './session.ts'

const at = (time: string) => new Date(`2026-09-15T${time}:00+07:00`)
const item = (id: string, state: 'scoring' | 'closed' = 'scoring', dossierState = 'onAgenda') => ({ id, state, dossierState })
const sat = (itemId: string, from: string, to: string | null): Sitting => ({
  itemId,
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
})

test.each([
  ['nothing was taken up yet', [item('a'), item('b')], [], { a: 'next', b: 'later' }],
  ['the first is in hand', [item('a'), item('b'), item('c')], [sat('a', '08:00', null)], { a: 'current', b: 'next', c: 'later' }],
  ['the first is done', [item('a'), item('b')], [sat('a', '08:00', '08:30')], { a: 'done', b: 'next' }],
  ['taken up again', [item('a'), item('b')], [sat('a', '08:00', '08:30'), sat('a', '09:00', null)], { a: 'current', b: 'next' }],
  ['taken out of order', [item('a'), item('b')], [sat('b', '08:00', '08:30')], { a: 'next', b: 'done' }],
  [
    'withdrawn and concluded ones are passed over',
    [item('a', 'scoring', 'withdrawn'), item('b', 'closed'), item('c')],
    [],
    { a: 'skipped', b: 'skipped', c: 'next' },
  ],
] as const)('order of the items: %s', (_, items, sittings, places) => {
  expect(Object.fromEntries(placesOf(items, sittings))).toEqual(places)
})

const seat = (memberId: string, ordinal: number): SeatFact => ({
  memberId,
  accountId: `account-${memberId}`,
  bodyId: null,
  name: memberId,
  post: '',
  role: 'member',
  voting: true,
  ordinal,
  leftOn: null,
})
const stay = (memberId: string, from: string, to: string | null) => ({
  memberId,
  arrivedAt: at(from),
  leftAt: to === null ? null : at(to),
})

test('who was there for an item: from start to end, for a part with its times, or not at all', () => {
  const present = attendanceOf(
    [sat('a', '08:10', '08:40')],
    [
      stay('whole', '07:50', '11:30'),
      stay('late', '08:20', '11:30'),
      stay('gone', '07:50', '08:05'),
      stay('twice', '07:50', '08:15'),
      stay('twice', '08:30', null),
    ],
    [seat('twice', 4), seat('whole', 1), seat('late', 2), seat('gone', 3)],
    new Set(),
  )
  expect(present.map((entry) => [entry.seat.name, entry.whole, entry.stays])).toEqual([
    ['whole', true, [{ from: at('08:10'), to: at('08:40') }]],
    ['late', false, [{ from: at('08:20'), to: at('08:40') }]],
    [
      'twice',
      false,
      [
        { from: at('08:10'), to: at('08:15') },
        { from: at('08:30'), to: at('08:40') },
      ],
    ],
  ])
})

test('a recused member is not counted as there, even when nobody wrote down that he went out', () => {
  expect(attendanceOf([sat('a', '08:10', null)], [stay('out', '07:50', null)], [seat('out', 1)], new Set(['account-out']))).toEqual([])
})

test('who went out while the item is still in hand was there for a part only', () => {
  expect(attendanceOf([sat('a', '08:10', null)], [stay('x', '07:50', '08:20')], [seat('x', 1)], new Set())[0]).toMatchObject({
    whole: false,
    stays: [{ from: at('08:10'), to: at('08:20') }],
  })
})
