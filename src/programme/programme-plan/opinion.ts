// What a body may think of a draft. Pure.
import type { Words } from '../fields.ts'

export const verdicts = ['agree', 'agreeWithRemarks', 'disagree'] as const
export type PlanVerdict = (typeof verdicts)[number]
export const verdictWords: Record<PlanVerdict, Words> = {
  agree: { vi: 'Nhất trí', en: 'Agrees' },
  agreeWithRemarks: { vi: 'Nhất trí, có góp ý', en: 'Agrees with remarks' },
  disagree: { vi: 'Không nhất trí', en: 'Disagrees' },
}
