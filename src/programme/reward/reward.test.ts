import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earned, readPolicy, type Past, type Policy } from './reward.ts'

const million = 1_000_000
/** Seed S3:115-119. */
const thanhHoa: Policy = { star3: 10 * million, star4: 20 * million, star5: 100 * million, upgrade: 'difference', renewal: 'none' }
const nothing: Past = { held: [], rewarded: [] }
const paid = (star: number, amount: number): Past => ({ held: [{ star, lapsed: false }], rewarded: [{ star, amount }] })
const held = (star: number, lapsed: boolean): Past => ({ held: [{ star, lapsed }], rewarded: [] })

describe('what a recognition earns', () => {
  test.each<[string, Policy, number, Past, number | string]>([
    ['3 stars for the first time', thanhHoa, 3, nothing, 10 * million],
    ['4 stars for the first time', thanhHoa, 4, nothing, 20 * million],
    ['5 stars for the first time', thanhHoa, 5, nothing, 100 * million],
    ['3 to 4, the difference', thanhHoa, 4, paid(3, 10 * million), 10 * million],
    ['3 to 4, in full', { ...thanhHoa, upgrade: 'full' }, 4, paid(3, 10 * million), 20 * million],
    ['3 to 4 where the 3 was never rewarded', thanhHoa, 4, held(3, true), 20 * million],
    ['the same star again', thanhHoa, 3, paid(3, 10 * million), 'paidBefore'],
    ['a fall from 4 to 3', thanhHoa, 3, paid(4, 20 * million), 'higherPaid'],
    ['a renewal that was never rewarded', thanhHoa, 3, held(3, true), 'renewal'],
    ['the same where the policy pays it', { ...thanhHoa, renewal: 'full' }, 3, held(3, true), 10 * million],
    ['a renewal before the old one lapsed', { ...thanhHoa, renewal: 'full' }, 3, held(3, false), 'renewal'],
    ['a renewal rewarded before, whatever the policy', { ...thanhHoa, renewal: 'full' }, 3, paid(3, 10 * million), 'paidBefore'],
    ['a star without a reward', { ...thanhHoa, star3: null }, 3, nothing, 'notInPolicy'],
    ['an upgrade to what was paid already', { ...thanhHoa, star4: 10 * million }, 4, paid(3, 10 * million), 'nothingLeft'],
  ])('%s', (_name, policy, star, past, expected) => {
    const result = earned(policy, star, past)
    expect('none' in result ? result.none : result.amount).toBe(expected)
  })

  test('three of 3 stars, two of 4 and one of 5 come to 170 million (seed S3:115-119)', () => {
    const amounts = [3, 3, 3, 4, 4, 5].map((star) => {
      const result = earned(thanhHoa, star, nothing)
      return 'none' in result ? 0 : result.amount
    })
    expect(amounts.reduce((sum, one) => sum + one, 0)).toBe(170 * million)
  })

  test('by differences a product never earns more than its highest star is worth, and no star twice', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 3, max: 5 }), { maxLength: 12 }), (stars) => {
        const rewarded: { star: number; amount: number }[] = []
        const before: { star: number; lapsed: boolean }[] = []
        for (const star of stars) {
          const result = earned(thanhHoa, star, { held: [...before], rewarded: [...rewarded] })
          if (!('none' in result)) rewarded.push({ star, amount: result.amount })
          before.push({ star, lapsed: false })
        }
        expect(new Set(rewarded.map((one) => one.star)).size).toBe(rewarded.length)
        const worth = { 3: 10, 4: 20, 5: 100 }[Math.max(3, ...stars)] ?? 0
        expect(rewarded.reduce((sum, one) => sum + one.amount, 0)).toBeLessThanOrEqual(worth * million)
      }),
    )
  })
})

describe('a policy as typed', () => {
  const input = { title: 'Thưởng', decisionNumber: 'QĐ 1', validFrom: '01/01/2026', star3: '10', upgrade: 'full', renewal: 'none' }
  test.each([
    ['star3', { star3: '-1' }],
    ['star4', { star4: '1,5' }],
    ['star5', { star5: 'một trăm triệu' }],
    ['star3', { star3: '9999999999999999' }],
    ['star3', { star3: '' }],
    ['validTo', { validTo: '31/12/2025' }],
    ['upgrade', { upgrade: 'half' }],
  ])('%s of %j is refused at its field', (field, over) => {
    expect(() => readPolicy({ ...input, ...over })).toThrow(expect.objectContaining({ fields: { [field]: expect.anything() } }))
  })
})
