/** What a person is told of a unit that did not exist on a day: the reason, and what to name instead. */
import { formatDate } from '#/platform/text/format.ts'

import type { OnDay, Step } from './unit-book.ts'
import { inSentence } from './units.ts'

type Words = { vi: string; en: string }

/** Null where the unit existed on that day. */
export function unitRefusal(answer: OnDay, code: string): Words | null {
  if (answer.ok) return null
  if (answer.reason === 'unknown') return { vi: `Không có đơn vị hành chính mang mã ${code}.`, en: `There is no unit with code ${code}.` }
  if (answer.reason === 'dissolved') {
    const heirs = lastNames(answer.successors)
    return {
      vi: `${answer.unit.fullName} (${code}) kết thúc hoạt động ngày ${formatDate(answer.until)}. Nay là: ${heirs}.`,
      en: `${answer.unit.fullName} (${code}) ended on ${formatDate(answer.until)}. Since then: ${heirs}.`,
    }
  }
  const before = answer.predecessors.map((step) => inSentence(step.unit.fullName)).join(', ')
  return {
    vi: `${answer.unit.fullName} (${code}) có từ ngày ${formatDate(answer.since)}. Trước đó là: ${before}.`,
    en: `${answer.unit.fullName} (${code}) exists since ${formatDate(answer.since)}. Before: ${before}.`,
  }
}

function lastNames(steps: readonly Step[]): string {
  const last = new Map(steps.map((step) => [step.unit.code, step.unit.fullName]))
  return [...last].map(([code, name]) => `${inSentence(name)} (${code})`).join(', ') || '—'
}
