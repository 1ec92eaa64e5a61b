import { describe, expect, test } from 'vitest'
import { dutyHolder, packFor, regulationForFiling, transitionLimit } from './choose.ts'
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
  expect(transitionLimit(regulations, 'first', '2026-05-20')?.finishBy).toBe('2026-07-21')
  expect(transitionLimit(regulations, 'upgrade', '2026-05-20')?.finishBy).toBe('2026-07-21')
  expect(transitionLimit(regulations, 'renewal', '2026-05-20')?.finishBy).toBe('2026-06-21')
  expect(transitionLimit(regulations, 'first', '2026-05-22')).toBeNull()
})

describe('which pack, on the edge days of every interval', () => {
  test.each([
    // filed, kind, state, asked on, answer, pack
    ['2019-08-20', 'first', 'pending', '2019-08-20', 'none', undefined],
    ['2019-08-21', 'first', 'pending', '2019-08-21', 'pack', 'qd-1048-2019'],
    ['2023-02-23', 'first', 'pending', '2023-02-23', 'pack', 'qd-1048-2019'],
    // 148's own transition is not at hand: what was filed stays where it was filed.
    ['2023-02-23', 'first', 'pending', '2023-02-24', 'pack', 'qd-1048-2019'],
    ['2023-02-24', 'renewal', 'pending', '2023-02-24', 'pack', 'qd-148-2023'],
    ['2025-06-30', 'first', 'pending', '2025-06-30', 'pack', 'qd-148-2023'],
    // The five days without a rule, and the days on either side.
    ['2025-06-30', 'first', 'pending', '2025-07-05', 'pack', 'qd-148-2023'],
    ['2025-07-01', 'first', 'pending', '2025-07-01', 'manual', undefined],
    ['2025-07-05', 'upgrade', 'pending', '2025-07-10', 'manual', undefined],
    ['2025-07-05', 'first', 'assessed', '2025-07-10', 'manual', undefined],
    ['2025-07-06', 'first', 'pending', '2025-07-06', 'pack', 'qd-148-1489-2025'],
    // Without a result, a dossier of the districts' time goes on at the province; with one it keeps its pack.
    ['2025-06-30', 'first', 'pending', '2025-07-06', 'pack', 'qd-148-1489-2025'],
    ['2025-06-30', 'first', 'assessed', '2025-07-06', 'pack', 'qd-148-2023'],
    ['2026-05-21', 'first', 'pending', '2026-05-21', 'pack', 'qd-148-1489-2025'],
    ['2026-05-21', 'first', 'pending', '2026-07-21', 'pack', 'qd-148-1489-2025'],
    ['2026-05-21', 'first', 'pending', '2026-07-22', 'limitPassed', 'qd-148-1489-2025'],
    ['2026-05-21', 'upgrade', 'pending', '2026-07-21', 'pack', 'qd-148-1489-2025'],
    ['2026-05-21', 'renewal', 'pending', '2026-06-21', 'pack', 'qd-148-1489-2025'],
    ['2026-05-21', 'renewal', 'pending', '2026-06-22', 'limitPassed', 'qd-148-1489-2025'],
    ['2026-05-21', 'renewal', 'assessed', '2026-06-22', 'pack', 'qd-148-1489-2025'],
    ['2025-06-30', 'first', 'pending', '2026-07-22', 'limitPassed', 'qd-148-1489-2025'],
    ['2026-05-22', 'renewal', 'pending', '2026-05-22', 'pack', 'qd-26-2026'],
    ['2026-05-22', 'first', 'pending', '2030-01-01', 'pack', 'qd-26-2026'],
  ] as const)('filed %s, %s, %s, asked on %s: %s %s', (filedOn, kind, state, asOf, answer, id) => {
    const choice = packFor(regulations, { kind, filedOn, state, asOf })
    expect(choice.answer).toBe(answer)
    expect('id' in choice ? choice.id : undefined).toBe(id)
  })

  test('from 1 to 5/7/2025 a person names the pack, and only one of those that may apply', () => {
    const filing = { kind: 'first', filedOn: '2025-07-03', state: 'pending', asOf: '2025-07-03' } as const
    expect(packFor(regulations, { ...filing, override: 'qd-148-2023' })).toMatchObject({ answer: 'pack', id: 'qd-148-2023' })
    expect(packFor(regulations, { ...filing, override: 'qd-148-1489-2025' })).toMatchObject({ answer: 'pack', id: 'qd-148-1489-2025' })
    expect(packFor(regulations, { ...filing, override: 'qd-1048-2019' })).toMatchObject({ answer: 'manual' })
  })

  test('a dossier that waits is told the last day to finish as soon as it is filed late enough to meet it', () => {
    const choice = packFor(regulations, { kind: 'first', filedOn: '2026-05-20', state: 'pending', asOf: '2026-06-01' })
    expect(choice).toMatchObject({ answer: 'pack', limit: { finishBy: '2026-07-21', days: 60 } })
  })

  test('the last days are the first day of the new decision plus 60 and plus 30 calendar days', () => {
    const plus = (days: number): string => new Date(Date.parse('2026-05-22T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10)
    expect([plus(60), plus(30)]).toEqual(['2026-07-21', '2026-06-21'])
  })
})

test.each([
  ['district', 'expiryNotice', '2025-06-30', 'district'],
  ['district', 'expiryNotice', '2025-07-01', 'province'],
  ['district', 'withdrawal', '2026-08-31', 'province'],
  ['province', 'withdrawal', '2026-08-31', 'province'],
] as const)("a certificate of the %s: %s on %s is the %s's", (level, duty, asOf, holder) => {
  expect(dutyHolder(regulations, level, duty, asOf)).toBe(holder)
})

test('certificates of every replaced pack stay valid to term', () => {
  for (const regulation of regulations.filter((one) => one.transitions))
    expect(regulation.transitions?.certificates?.validToTerm).toBe(true)
})
