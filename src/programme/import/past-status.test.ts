import { expect, test } from 'vitest'

import { pastStatus, publicProducer } from './past-status.ts'

test.each([
  [true, null, 'unknown'],
  [null, '2026-01-01', 'notStated'],
  [false, '2026-01-01', 'notRecognised'],
  [true, '2021-03-01', 'expired'],
  [true, '2025-10-15', 'termRuns'],
] as const)('recognised %s, decided %s: %s; never "valid"', (recognised, decisionDate, kind) => {
  expect(pastStatus({ recognised, decisionDate }, '2026-09-15').kind).toBe(kind)
})

test('the last day of 36 months still belongs to the term', () => {
  const record = { recognised: true, decisionDate: '2023-09-15' }
  expect(pastStatus(record, '2026-09-15')).toEqual({ kind: 'termRuns', lastDay: '2026-09-15' })
  expect(pastStatus(record, '2026-09-16').kind).toBe('expired')
})

test('the public reads names of organisations, not of households or persons', () => {
  expect(publicProducer('HTX Dịch vụ Nông nghiệp Hằng Hiếu')).toContain('HTX')
  expect(publicProducer('Hộ SXKD Võ Thị Hiền')).toBeNull()
  expect(publicProducer('Xuân Trường')).toBeNull()
  expect(publicProducer(null)).toBeNull()
})
