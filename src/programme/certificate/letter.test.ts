import { expect, test } from 'vitest'
import { current } from '#/regulation/testing.ts'
import { reasonsOf } from './letter.actions.ts'
import { readBasis } from './result-reading.ts'

const form = current.forms[9]!

test('missed gates of three stars come first, then every criterion below its maximum', () => {
  const basis = readBasis({
    perCriterion: [
      { criterion: '1.1', meanPrinted: '2.86' },
      { criterion: '2.2', meanPrinted: '1.00' },
      { criterion: '3.2', meanPrinted: '1.00' },
      { criterion: '3.5', meanPrinted: '0.43' },
    ],
    gates: [
      { criterion: '3.5', star: 3, needed: 1, met: false },
      { criterion: '2.2', star: 3, needed: 2, met: false },
      { criterion: '4.1', star: 4, needed: 3, met: false },
      { criterion: '1.1', star: 3, needed: 1, met: true },
    ],
  })
  const reasons = reasonsOf(form, basis)
  // 2.2 and 3.5 in printed order, then 1.1 (2.86 of 5); 3.2 is full; the four-star gate of 4.1 is no reason here.
  expect(reasons.map(({ code, points, max }) => [code, points, max])).toEqual([
    ['2.2', '1.00', 3],
    ['3.5', '0.43', 3],
    ['1.1', '2.86', 5],
  ])
  expect(reasons[0]?.reason).toContain('từ 2 điểm')
})

test('an assessment that ended has no criterion to give as a reason', () => {
  expect(reasonsOf(form, readBasis({ perCriterion: [], gates: [], ending: { ruleText: 'Giả mạo hồ sơ' } }))).toEqual([])
})
