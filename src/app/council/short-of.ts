// What keeps a product from the next star, in one sentence: points, minimum requirements, or both. Pure.
import { decimalComma } from '#/platform/documents/vietnamese.ts'
import type { BasisGate, BasisProofRow } from '#/programme/council/result.ts'
import type { Language } from '../ui/language.ts'
import { fill, words } from './closing-pages.messages.ts'

/** Gates up to this star that are not met, one per criterion: where a criterion misses several stars, its highest one says it all. */
export function missingGates(gates: readonly BasisGate[], star: number): BasisGate[] {
  const missed = gates.filter((gate) => gate.star <= star && !gate.met)
  return missed.filter((gate) => !missed.some((other) => other.criterion === gate.criterion && other.star > gate.star))
}

/** "4 sao: thiếu 3,29 điểm và 2 tiêu chí chưa đạt yêu cầu tối thiểu"; what is not short is not named. */
export function shortOf(row: BasisProofRow, gates: readonly BasisGate[], language: Language): string {
  const count = missingGates(gates, row.star).length
  const parts = [
    ...(row.pointsMet ? [] : [fill(words.shortPoints[language], { short: decimalComma(row.shortPrinted) })]),
    ...(count === 0 ? [] : [fill((count === 1 ? words.shortOne : words.shortMany)[language], { count })]),
  ]
  const [first = '', second] = parts
  const what = second === undefined ? first : fill(words.shortBoth[language], { first, second })
  return fill(words.proofNext[language], { star: row.star, what })
}
