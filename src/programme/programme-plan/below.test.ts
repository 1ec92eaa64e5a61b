import { expect, test } from 'vitest'
import { belowOf } from './below.ts'
import { shippedPlan, planOf } from './plan-file.ts'

const [some] = planOf(shippedPlan('binh-phuoc-2022'), false).parts.targets
if (!some) throw new Error('no target')
const target = (over: Partial<typeof some>) => ({ ...some, parentCode: null, ...over })
const below = (id: string, ...targets: ReturnType<typeof target>[]) => ({ id, owner: id, title: id, targets })

test('the province’s 150 beside what its districts promise: the gap is shown, a target without a link is listed', () => {
  const { sums, loose } = belowOf(
    [target({ code: 'T09', valueMin: 150 }), target({ code: 'T13', unit: 'percent', valueMin: 10_000 })],
    [
      below('a', target({ code: 'T1', valueMin: 60, parentCode: 'T09' }), target({ code: 'T2', valueMin: 5 })),
      below(
        'b',
        target({ code: 'T1', valueMin: 70, parentCode: 'T09' }),
        target({ code: 'T2', unit: 'percent', valueMin: 9000, parentCode: 'T13' }),
      ),
    ],
  )
  expect(sums.map((one) => [one.target.code, one.sum, one.gap])).toEqual([
    ['T09', 130, -20],
    ['T13', null, null],
  ])
  expect(loose.map((one) => [one.planId, one.target.code])).toEqual([['a', 'T2']])
})
