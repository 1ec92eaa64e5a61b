import { expect, test } from 'vitest'

import { dueDate, periodState } from './deadline.ts'
import type { Pause, Period } from './deadline.ts'
import { calendarWith } from './default-holidays.ts'

const calendar = calendarWith()

function fifteen(startedOn: string, pauses: Pause[] = []): Period {
  return { startedOn, days: 15, unit: 'working', pauses }
}

test.each([
  ['with no stop', fifteen('2026-11-02'), '2026-11-23'],
  ['over Tết', fifteen('2026-02-02'), '2026-03-02'],
  // used 3–6/11 (4 days), stopped 6/11, answered 18/11, 11 days left from 19/11
  ['stopped once', fifteen('2026-11-02', [{ stoppedOn: '2026-11-06', resumedOn: '2026-11-18' }]), '2026-12-03'],
  ['returned and answered on one day', fifteen('2026-11-02', [{ stoppedOn: '2026-11-06', resumedOn: '2026-11-06' }]), '2026-11-23'],
  [
    'stopped twice',
    fifteen('2026-11-02', [
      { stoppedOn: '2026-11-06', resumedOn: '2026-11-10' },
      { stoppedOn: '2026-11-12', resumedOn: '2026-11-13' },
    ]),
    '2026-11-26',
  ],
  [
    'answered on a Sunday, the same as on the Friday before',
    fifteen('2026-11-02', [{ stoppedOn: '2026-11-04', resumedOn: '2026-11-08' }]),
    '2026-11-25',
  ],
  ['still waiting', fifteen('2026-11-02', [{ stoppedOn: '2026-11-06', resumedOn: null }]), null],
  ['stopped on the day it began', fifteen('2026-11-02', [{ stoppedOn: '2026-11-02', resumedOn: '2026-11-04' }]), '2026-11-25'],
  ['stopped only after the last day', fifteen('2026-11-02', [{ stoppedOn: '2026-11-30', resumedOn: null }]), '2026-11-23'],
  ['45 calendar days', { startedOn: '2026-11-02', days: 45, unit: 'calendar', pauses: [] } satisfies Period, '2026-12-17'],
  ['calendar days ending on a Saturday', { startedOn: '2026-11-02', days: 5, unit: 'calendar', pauses: [] } satisfies Period, '2026-11-09'],
])('the period %s is due on the right day', (_, period, due) => {
  expect(dueDate(period, calendar)).toBe(due)
})

test('where the period stands, day by day', () => {
  const period = fifteen('2026-11-02')
  expect(periodState(period, calendar, '2026-11-02')).toEqual({ kind: 'running', dueOn: '2026-11-23', used: 0, left: 15, overdueDays: 0 })
  expect(periodState(period, calendar, '2026-11-23')).toEqual({ kind: 'running', dueOn: '2026-11-23', used: 15, left: 0, overdueDays: 0 })
  expect(periodState(period, calendar, '2026-11-24')).toEqual({ kind: 'overdue', dueOn: '2026-11-23', used: 15, left: 0, overdueDays: 1 })
  expect(periodState(period, calendar, '2026-11-29')).toMatchObject({ kind: 'overdue', overdueDays: 4 })
})

test('while a supplement is awaited no day is used, however long it takes', () => {
  const waiting = fifteen('2026-11-02', [{ stoppedOn: '2026-11-06', resumedOn: null }])
  expect(periodState(waiting, calendar, '2026-11-09')).toEqual({ kind: 'paused', since: '2026-11-06', used: 4, left: 11 })
  expect(periodState(waiting, calendar, '2027-03-01')).toEqual({ kind: 'paused', since: '2026-11-06', used: 4, left: 11 })
})

test('a return for supplement after the last day does not heal the delay', () => {
  const late = fifteen('2026-11-02', [{ stoppedOn: '2026-11-25', resumedOn: null }])
  expect(periodState(late, calendar, '2026-11-27')).toMatchObject({ kind: 'overdue', dueOn: '2026-11-23', overdueDays: 4 })
})

test('a pause that ends before it begins is a fault', () => {
  expect(() => dueDate(fifteen('2026-11-02', [{ stoppedOn: '2026-11-06', resumedOn: '2026-11-05' }]), calendar)).toThrow(RangeError)
})
