import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { productCode, readProductCode } from './product-code.ts'
import { publicStatus } from './public-status.ts'
import { readBasis } from './result-reading.ts'
import { endsAt, lastValidDay, renewalWindow } from './validity.ts'
import { newVerifyCode, printedVerifyCode, readVerifyCode, VERIFY_ALPHABET } from './verify-code.ts'

describe('the term of a certificate (QĐ 26/2026 Đ4.3: 36 months from the date of issue)', () => {
  it.each([
    ['2026-12-22', '2029-12-22'],
    ['2026-01-01', '2029-01-01'],
    ['2028-02-29', '2031-02-28'],
    ['2025-02-28', '2028-02-28'],
    ['2026-08-31', '2029-08-31'],
    ['2025-03-31', '2028-03-31'],
  ])('issued %s, last valid day %s', (issued, last) => {
    expect(lastValidDay(issued)).toBe(last)
  })

  it('clamps to the end of the month for other terms too', () => {
    expect(lastValidDay('2026-08-31', 6)).toBe('2027-02-28')
  })

  it('ends at midnight in Vietnam after the last valid day', () => {
    expect(endsAt('2029-12-22').toISOString()).toBe('2029-12-22T17:00:00.000Z')
  })

  it('opens for re-assessment 180 days and closes 120 days before the last valid day', () => {
    expect(renewalWindow('2029-12-22')).toEqual({ from: '2029-06-25', to: '2029-08-24' })
  })
})

describe('what the public is told', () => {
  const certificate = {
    state: 'valid' as const,
    issuedOn: '2026-12-22',
    lastValidOn: '2029-12-22',
    stateGround: null,
    stateDecision: null,
    stateDecisionOn: null,
    replacedByCode: null,
  }
  it.each([
    ['2026-12-21', 'notYet'],
    ['2026-12-22', 'valid'],
    ['2029-12-22', 'valid'],
    ['2029-12-23', 'expired'],
  ])('on %s: %s', (today, kind) => {
    expect(publicStatus(certificate, today).kind).toBe(kind)
  })

  it.each([
    ['withdrawn', 'withdrawn'],
    ['annulled', 'withdrawn'],
    ['replaced', 'replaced'],
  ] as const)('a %s certificate is %s, before and after its term', (state, kind) => {
    for (const today of ['2027-01-01', '2031-01-01']) expect(publicStatus({ ...certificate, state }, today).kind).toBe(kind)
  })

  it('is valid on no day outside the term', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }), (date) => {
        const today = date.toISOString().slice(0, 10)
        const inside = today >= certificate.issuedOn && today <= certificate.lastValidOn
        expect(publicStatus(certificate, today).kind === 'valid').toBe(inside)
      }),
    )
  })
})

describe('verification codes', () => {
  it('use 16 signs nobody confuses and survive how people type them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 400, maxLength: 400 }), (bytes) => {
        fc.pre(bytes.filter((byte) => byte < 240).length >= 16)
        let at = 0
        const code = newVerifyCode((count) => bytes.slice(at, (at += count)))
        expect(code).toHaveLength(16)
        expect([...code].every((sign) => VERIFY_ALPHABET.includes(sign))).toBe(true)
        expect(readVerifyCode(printedVerifyCode(code).toLowerCase())).toBe(code)
        expect(readVerifyCode(` https://ocop.example.vn/c/${code}?x=1 `)).toBe(code)
      }),
    )
  })

  it.each(['', '7KQM3RTB9WXC2HN', '7KQM3RTB9WXC2HNDD', '0KQM3RTB9WXC2HND', 'OKQM3RTB9WXC2HND', "' or 1=1 --", '../../x', 'x'.repeat(9999)])(
    '%s is none',
    (typed) => {
      expect(readVerifyCode(typed)).toBeNull()
    },
  )
})

describe('product codes (QĐ 26/2026 Phụ lục II)', () => {
  it.each([
    [{ provinceCode: '38', communeCode: '16531', serial: 5, year: 2026 }, '38-16531-05-2026'],
    [{ provinceCode: '38', communeCode: '16012', serial: 10, year: 2026 }, '38-16012-10-2026'],
    [{ provinceCode: '01', communeCode: '00004', serial: 123, year: 2027 }, '01-00004-123-2027'],
    // 148/QĐ-TTg and before: the district stands in it while the commune has one.
    [{ provinceCode: '24', districtCode: '218', communeCode: '07444', serial: 1, year: 2023 }, '24-218-07444-01-2023'],
    [{ provinceCode: '38', districtCode: null, communeCode: '16531', serial: 5, year: 2025 }, '38-16531-05-2025'],
  ])('%o is %s', (parts, code) => {
    expect(productCode(parts)).toBe(code)
    expect(readProductCode(code)).toBe(code)
  })

  it('reads the code of the time of districts, and nothing else', () => {
    expect(readProductCode(' 38 - 407 – 16621-02-2023 ')).toBe('38-407-16621-02-2023')
    for (const rubbish of ['38-16531', '38-16531-05-26', "38-16531-05-2026' or 1=1", '']) expect(readProductCode(rubbish)).toBeNull()
  })
})

describe('a stored basis', () => {
  it('reads a basis that lacks almost everything', () => {
    for (const stored of [null, 7, 'x', [], {}, { perCriterion: [null, {}], gates: 3 }]) {
      expect(readBasis(stored)).toMatchObject({ perCriterion: [], missed: [] })
    }
  })
})
