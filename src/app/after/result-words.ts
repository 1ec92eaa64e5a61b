import { decimalComma } from '#/platform/documents/vietnamese.ts'
import { fill } from '../idea/idea.messages.ts'
import type { Language } from '../ui/language.ts'
import { words } from './after.messages.ts'

/** "71,29 điểm, 4 sao"; "không xếp hạng" where an assessment ended. */
export function resultWords(result: { meanPrinted: string | null; star: number | null }, language: Language): string {
  if (result.star === null) return words.noRank[language]
  const points = fill(words.points[language], { n: decimalComma(result.meanPrinted ?? '') })
  return `${points}, ${fill(words.stars[language], { n: result.star })}`
}
