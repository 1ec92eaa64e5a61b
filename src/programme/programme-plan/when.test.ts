import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '#/platform/calendar/plain-date.ts'
import { instancesOf, readWhen, recurrences } from './when.ts'

const plan = { startsOn: '2023-01-01', dueOn: '2024-03-31' }

describe('the time of a task', () => {
  test.each([
    ['allYear', '2023-01-01', '2024-03-31', 'allYear'],
    ['period', '2023-01-01', '2024-03-31', 'period'],
    ['2023', '2023-01-01', '2023-12-31', 'year'],
    ['2023-H2', '2023-07-01', '2023-12-31', 'half'],
    ['2024-Q1', '2024-01-01', '2024-03-31', 'quarter'],
    ['2023-Q3..', '2023-07-01', '2024-03-31', 'quarter'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['2023-05-21', '2023-05-21', '2023-05-21', 'day'],
    ['<2023-06-15', '2023-01-01', '2023-06-14', 'day'],
  ])('%s is due from %s to %s', (text, startsOn, dueOn, precision) => {
    expect(readWhen(text, plan, false)).toMatchObject({ startsOn, dueOn, precision })
  })

  test.each(['', '2023-Q5', '2023-13', '2023-02-30', '<2023-02-30', 'hằng năm', '23'])('%j is no time', (text) => {
    expect(readWhen(text, plan, false)).toBeNull()
  })

  test.each([
    ['once', 1],
    ['monthly', 15],
    ['quarterly', 5],
    ['halfYear', 3],
    ['yearly', 2],
  ] as const)('%s comes %d times in fifteen months', (recurrence, times) => {
    expect(instancesOf(plan, recurrence)).toHaveLength(times)
  })

  test('instances cover the span without gap or overlap, whatever its days', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2020-01-01', days))
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 30 }), fc.constantFrom(...recurrences), (startsOn, length, recurrence) => {
        const span = { startsOn, dueOn: addMonths(startsOn, length) }
        const parts = instancesOf(span, recurrence)
        expect(parts[0]?.startsOn).toBe(span.startsOn)
        expect(parts.at(-1)?.dueOn).toBe(span.dueOn)
        for (const [index, part] of parts.entries()) {
          expect(part.startsOn <= part.dueOn).toBe(true)
          if (index > 0) expect(part.startsOn).toBe(addDays(parts[index - 1]?.dueOn ?? '', 1))
        }
      }),
    )
  })
})
