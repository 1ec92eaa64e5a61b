import { expect, test } from 'vitest'
import { finishBy, regulationForFiling } from './choose.ts'
import { loadRegulation, regulationIds } from './load.ts'

const regulations = await Promise.all(regulationIds().map((id) => loadRegulation(id)))

test.each([
  ['2019-08-20', undefined],
  ['2019-08-21', 'qd-1048-2019'],
  ['2023-02-23', 'qd-1048-2019'],
  ['2023-02-24', 'qd-148-2023'],
  ['2025-07-05', 'qd-148-2023'],
  ['2025-07-06', 'qd-148-1489-2025'],
  ['2026-05-21', 'qd-148-1489-2025'],
  ['2026-05-22', 'qd-26-2026'],
  ['2027-01-01', 'qd-26-2026'],
])('a dossier filed on %s runs under %s', (day, id) => {
  expect(regulationForFiling(regulations, day)?.id).toBe(id)
})

test('a dossier filed on 20/5/2026 is finished by 21/7/2026, a re-assessment by 21/6/2026 (26/2026 Đ12.2)', () => {
  const old = regulationForFiling(regulations, '2026-05-20')!
  expect(finishBy(old, 'first', '2026-05-20')).toBe('2026-07-21')
  expect(finishBy(old, 'upgrade', '2026-05-20')).toBe('2026-07-21')
  expect(finishBy(old, 'renewal', '2026-05-20')).toBe('2026-06-21')
  expect(finishBy(regulationForFiling(regulations, '2026-05-22')!, 'first', '2026-05-22')).toBeUndefined()
})
