import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mustCarry, positionOf, type Answered, type Position, type Sums } from './balance.ts'
import { entryKinds, kindRules, type EntryKind } from './money.ts'

const million = 1_000_000
const codeOf = (position: Position, kind: EntryKind, amount: number, answered: Answered | null = null) => {
  try {
    mustCarry(position, kind, amount, answered)
    return 'carried'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a position', () => {
  test.each<[string, Sums, Partial<Position>]>([
    ['nothing', {}, { allocated: 0, balance: 0, free: 0 }],
    ['an allocation less a cut', { allocation: 60, cut: 10 }, { allocated: 50, balance: 50, free: 50 }],
    ['money from elsewhere', { transferIn: 5, carryOver: 7, transferOut: 2 }, { allocated: 10, balance: 10 }],
    ['a commitment reserves', { allocation: 50, commitment: 30 }, { balance: 50, committed: 30, free: 20 }],
    [
      'a payment draws its commitment',
      { allocation: 50, commitment: 30, disbursement: 10, drawn: 10 },
      { balance: 40, committed: 20, free: 20 },
    ],
    ['a payment outside any commitment', { allocation: 50, commitment: 30, disbursement: 10 }, { balance: 40, committed: 30, free: 10 }],
    [
      'failed, returned and recovered come back',
      { allocation: 50, disbursement: 30, failed: 5, returned: 3, recovered: 2 },
      { balance: 30, disbursed: 20 },
    ],
    ['a settlement moves nothing', { allocation: 50, disbursement: 30, settlement: 30 }, { balance: 20, settled: 30, unsettled: 0 }],
  ])('%s', (_name, sums, expected) => expect(positionOf(sums)).toMatchObject(expected))
})

describe('what a position carries', () => {
  const position = positionOf({ allocation: 50 * million, commitment: 20 * million, disbursement: 10 * million, settlement: 4 * million })
  const commitment: Answered = { kind: 'commitment', left: 20 * million }
  const payment: Answered = { kind: 'disbursement', left: 10 * million }
  test.each<[EntryKind, number, Answered | null, string]>([
    ['disbursement', 20 * million, null, 'carried'],
    ['disbursement', 20 * million + 1, null, 'money.overFree'],
    ['cut', 20 * million, null, 'carried'],
    ['cut', 20 * million + 1, null, 'money.overFree'],
    ['transferOut', 20 * million + 1, null, 'money.overFree'],
    ['commitment', 20 * million + 1, null, 'money.overFree'],
    ['disbursement', 20 * million, commitment, 'carried'],
    ['disbursement', 20 * million + 1, commitment, 'money.overCommitment'],
    ['release', 20 * million + 1, commitment, 'money.overCommitment'],
    ['returned', 6 * million, payment, 'carried'],
    ['returned', 6 * million + 1, payment, 'money.settled'],
    ['failed', 10 * million + 1, payment, 'money.overPayment'],
    ['recovered', 10 * million, payment, 'carried'],
    ['recovered', 10 * million + 1, payment, 'money.overPayment'],
    ['recovered', 10 * million + 1, null, 'money.overPayment'],
    ['settlement', 6 * million, null, 'carried'],
    ['settlement', 6 * million + 1, null, 'money.overSettlement'],
    ['allocation', 1_000_000_000 * million, null, 'money.tooMuch'],
  ])('%s of %i answering %j: %s', (kind, amount, answered, expected) => expect(codeOf(position, kind, amount, answered)).toBe(expected))

  test('the refusal tells the figures', () => {
    expect(() => mustCarry(position, 'disbursement', 30 * million, null)).toThrow(
      /30\.000\.000.*20\.000\.000.*50\.000\.000.*10\.000\.000.*20\.000\.000/,
    )
  })
})

describe('any sequence of entries', () => {
  type Deed = { kind: EntryKind; amount: number; pick: number }
  type Done = Deed & { answers: number | null }
  const deed = fc.record({ kind: fc.constantFrom(...entryKinds), amount: fc.integer({ min: 1, max: 100 }), pick: fc.nat(50) })

  const sumsOf = (entries: readonly Done[], book: readonly Done[]): Sums => {
    const sums: Record<string, number> = { drawn: 0 }
    for (const entry of entries) {
      sums[entry.kind] = (sums[entry.kind] ?? 0) + entry.amount
      const drew =
        entry.answers !== null && (entry.kind === 'disbursement' || (entry.kind === 'failed' && book[entry.answers]?.answers !== null))
      if (drew) sums['drawn'] = (sums['drawn'] ?? 0) + (entry.kind === 'failed' ? -entry.amount : entry.amount)
    }
    return sums
  }
  const leftOf = (book: readonly Done[], at: number): number => {
    const failed = (index: number) =>
      book.filter((one) => one.kind === 'failed' && one.answers === index).reduce((sum, one) => sum + one.amount, 0)
    return book.reduce(
      (left, one, index) => (one.answers === at ? left - one.amount + (one.kind === 'disbursement' ? failed(index) : 0) : left),
      book[at]?.amount ?? 0,
    )
  }
  /** What the verbs would let through. */
  const played = (deeds: readonly Deed[]): Done[] => {
    const book: Done[] = []
    for (const one of deeds) {
      const wanted = kindRules[one.kind].answers
      const candidates = book.flatMap((entry, index) =>
        wanted !== null && wanted !== 'transferOut' && entry.kind === wanted ? [index] : [],
      )
      const answers =
        candidates.length > 0 && (kindRules[one.kind].must || one.pick % 2 === 0)
          ? (candidates[one.pick % candidates.length] ?? null)
          : null
      if (answers === null && kindRules[one.kind].must && wanted !== 'transferOut') continue
      const answered = answers === null || wanted === null ? null : { kind: wanted, left: leftOf(book, answers) }
      if (codeOf(positionOf(sumsOf(book, book)), one.kind, one.amount, answered) === 'carried') book.push({ ...one, answers })
    }
    return book
  }

  test('never takes balance, commitments, free or disbursed money below zero', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        const book = played(deeds)
        for (let length = 1; length <= book.length; length += 1) {
          const { balance, committed, free, disbursed } = positionOf(sumsOf(book.slice(0, length), book))
          expect(Math.min(balance, committed, free, disbursed)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('gives the same position in any order, and the balance is the sum', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), fc.nat(), (deeds, seed) => {
        const book = played(deeds)
        const shuffled = book.toSorted((a, b) => ((a.pick * 31 + seed) % 17) - ((b.pick * 31 + seed) % 17))
        expect(positionOf(sumsOf(shuffled, book))).toEqual(positionOf(sumsOf(book, book)))
        const sum = book.reduce((total, one) => total + kindRules[one.kind].way * one.amount, 0)
        expect(positionOf(sumsOf(book, book)).balance).toBe(sum)
      }),
    )
  })
})
