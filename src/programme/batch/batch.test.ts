import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { batchStates, batchTransitions, certificateOn, readBatch, stampCount, type BatchCertificate } from './batch.ts'
import { batchInput } from './batch.fixture.ts'

const today = '2026-09-15'
const fieldsOf = (over: Record<string, unknown>): string[] => {
  try {
    readBatch({ ...batchInput, ...over }, today)
    return []
  } catch (error) {
    if (error instanceof AppError) return Object.keys(error.fields).toSorted()
    throw error
  }
}

describe('what a batch says', () => {
  test('is read with its steps in the order of their days, a quantity to the thousandth', () => {
    const read = readBatch({ ...batchInput, 'steps.5.kind': 'test', 'steps.5.onDay': '21/08/2026', quantity: '0,125' }, today)
    expect(read.steps.map((step) => step.kind)).toEqual(['harvest', 'test', 'packing'])
    expect(read.quantityE3).toBe(125)
  })

  test.each([
    [{ number: '' }, ['number']],
    [{ producedOn: '16/09/2026' }, ['producedOn']],
    [{ producedOn: '31/02/2026' }, ['producedOn']],
    [{ lastsTo: '' }, ['lastsTo']],
    [{ shelf: '' }, ['shelf']],
    [{ lastsTo: '31/08/2026' }, ['lastsTo']],
    [{ quantity: '0' }, ['quantity']],
    [{ quantity: '-1' }, ['quantity']],
    [{ quantity: '1,2345' }, ['quantity']],
    [{ unit: ' ' }, ['unit']],
    [{ 'steps.0.onDay': '' }, ['steps.0.onDay']],
    [{ 'steps.0.onDay': '16/09/2026' }, ['steps.0.onDay']],
    [{ 'steps.1.detail': 'Lọc' }, ['steps.1.kind', 'steps.1.onDay']],
    [{ 'steps.0.kind': 'x' }, ['steps.0.kind']],
    [{ stampFrom: 'A001' }, ['stampTo']],
    [{ stampFrom: 'A001', stampTo: 'B100' }, ['stampTo']],
    [{ stampFrom: 'A001', stampTo: 'A100', stampCount: '99' }, ['stampCount']],
    [{ stampCount: '0' }, ['stampCount']],
  ])('%j is refused at %j', (over, fields) => expect(fieldsOf(over)).toEqual(fields))

  test('stamps are counted from their numbers', () => {
    expect(readBatch({ ...batchInput, stampFrom: 'A001', stampTo: 'A100' }, today).stampCount).toBe(100)
    expect(readBatch({ ...batchInput, stampCount: '40' }, today).stampCount).toBe(40)
  })

  test('a run of stamps has as many as lie between its numbers, its ends among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99_999 }), (a, b) => {
        const stamp = (n: number) => `TH-${String(n).padStart(5, '0')}`
        expect(stampCount(stamp(a), stamp(b))).toBe(b >= a ? b - a + 1 : null)
      }),
    )
  })
})

describe('the certificate on a day', () => {
  const certificate = (over: Partial<BatchCertificate> = {}): BatchCertificate => ({
    star: 3,
    issuedOn: '2024-01-10',
    lastValidOn: '2027-01-09',
    state: 'valid',
    endedOn: null,
    verifyCode: 'A',
    ...over,
  })
  const upgrade = certificate({ star: 4, issuedOn: '2026-05-01', lastValidOn: '2029-04-30', verifyCode: 'B' })

  test.each([
    ['the day before it was issued', [certificate()], '2024-01-09', null],
    ['the day it was issued', [certificate()], '2024-01-10', 3],
    ['its last day', [certificate()], '2027-01-09', 3],
    ['the day after', [certificate()], '2027-01-10', null],
    ['before it was withdrawn', [certificate({ state: 'withdrawn', endedOn: '2026-03-01' })], '2026-02-28', 3],
    ['the day it was withdrawn', [certificate({ state: 'withdrawn', endedOn: '2026-03-01' })], '2026-03-01', null],
    ['annulled: it never held', [certificate({ state: 'annulled', endedOn: '2026-03-01' })], '2025-01-01', null],
    ['before the upgrade', [upgrade, certificate({ state: 'replaced', endedOn: '2026-05-01' })], '2026-04-30', 3],
    ['from the upgrade on', [upgrade, certificate({ state: 'replaced', endedOn: '2026-05-01' })], '2026-05-01', 4],
  ])('%s', (_name, certificates, day, star) => expect(certificateOn(certificates, day)?.star ?? null).toBe(star))

  test('never one that had not begun or was over', () => {
    const some = fc.record({
      from: fc.integer({ min: 0, max: 900 }),
      days: fc.integer({ min: 1, max: 900 }),
      star: fc.integer({ min: 3, max: 5 }),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 5 }), fc.integer({ min: 0, max: 1800 }), (all, at) => {
        const day = addDays('2024-01-01', at)
        const held = certificateOn(
          all.map(({ from, days, star }) => {
            const issuedOn = addDays('2024-01-01', from)
            return certificate({ star, issuedOn, lastValidOn: addDays(issuedOn, days) })
          }),
          day,
        )
        expect(held === null || (held.issuedOn <= day && day <= held.lastValidOn)).toBe(true)
        expect(held !== null).toBe(all.some(({ from, days }) => from <= at && at <= from + days))
      }),
    )
  })
})

test('nothing leads out of a recall or back to a draft', () => {
  expect(batchTransitions.recalled).toEqual([])
  expect(batchStates.flatMap((state) => batchTransitions[state])).not.toContain('draft')
})
