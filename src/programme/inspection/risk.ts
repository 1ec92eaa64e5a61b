// In which order products are inspected: points for facts as of one day, each said in words. Deterministic: the same facts give the same order. Pure.
import { addDays, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Words } from '../fields.ts'

/** The number of this rule; a plan keeps it. A change of points or facts is another number. */
export const RISK_RULE = 1

export type RiskFacts = {
  productId: string
  certificateId: string
  producerId: string
  productCode: string
  star: number
  lastValidOn: PlainDate
  /** The newest test report of the dossier's evidence; null where none with a term is on record. */
  testEndsOn: PlainDate | null
  lastInspectedOn: PlainDate | null
  /** Worst violation found within three years before the day. */
  worst: 'minor' | 'major' | 'critical' | null
  /** Reports of the public within a year before the day that were not found false. */
  reports: number
}

const codes = ['reported', 'critical', 'major', 'minor', 'testEnded', 'testEnds', 'neverInspected', 'longAgo', 'ends', 'fiveStars'] as const
type RiskCode = (typeof codes)[number]
export type RiskReason = { code: RiskCode; points: number; day?: PlainDate; count?: number }
export type RiskLine = Pick<RiskFacts, 'productId' | 'certificateId' | 'producerId'> & { points: number; reasons: RiskReason[] }

/**
 * Interpretation: Đ9 names no order. Points: reported by the public 5; a violation found within three years 4, 3 or 1 by severity; a test report
 * that has ended 3, that ends within 60 days 1; never inspected 2, longer ago than a year 1; a certificate that ends within 180 days 2 (the window of
 * re-assessment, Đ7.6); five stars 1.
 */
export function riskOf(facts: RiskFacts, day: PlainDate): RiskLine {
  const reasons: RiskReason[] = []
  const add = (code: RiskCode, points: number, more: { day?: PlainDate; count?: number } = {}) => reasons.push({ code, points, ...more })
  if (facts.reports > 0) add('reported', 5, { count: facts.reports })
  if (facts.worst !== null) add(facts.worst, { critical: 4, major: 3, minor: 1 }[facts.worst])
  if (facts.testEndsOn !== null && facts.testEndsOn < day) add('testEnded', 3, { day: facts.testEndsOn })
  else if (facts.testEndsOn !== null && facts.testEndsOn <= addDays(day, 60)) add('testEnds', 1, { day: facts.testEndsOn })
  if (facts.lastInspectedOn === null) add('neverInspected', 2)
  else if (facts.lastInspectedOn < addDays(day, -365)) add('longAgo', 1, { day: facts.lastInspectedOn })
  if (facts.lastValidOn <= addDays(day, 180)) add('ends', 2, { day: facts.lastValidOn })
  if (facts.star === 5) add('fiveStars', 1)
  const { productId, certificateId, producerId } = facts
  return { productId, certificateId, producerId, points: reasons.reduce((sum, one) => sum + one.points, 0), reasons }
}

/** Most points first; then the certificate that ends sooner, then the product's code, then its id: no two orders of the same facts. */
export function rankByRisk(facts: readonly RiskFacts[], day: PlainDate): RiskLine[] {
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return facts
    .map((one) => ({ one, line: riskOf(one, day) }))
    .toSorted(
      (a, b) =>
        b.line.points - a.line.points ||
        text(a.one.lastValidOn, b.one.lastValidOn) ||
        text(a.one.productCode, b.one.productCode) ||
        text(a.one.productId, b.one.productId),
    )
    .map(({ line }) => line)
}

const words: Record<RiskCode, Words> = {
  reported: { vi: 'có {count} phản ánh trong 12 tháng', en: '{count} reports within 12 months' },
  critical: { vi: 'đã có vi phạm rất nghiêm trọng trong 3 năm', en: 'a critical violation within 3 years' },
  major: { vi: 'đã có vi phạm nghiêm trọng trong 3 năm', en: 'a major violation within 3 years' },
  minor: { vi: 'đã có vi phạm nhẹ trong 3 năm', en: 'a minor violation within 3 years' },
  testEnded: { vi: 'phiếu kiểm nghiệm hết hạn từ {day}', en: 'test report ended on {day}' },
  testEnds: { vi: 'phiếu kiểm nghiệm hết hạn ngày {day}', en: 'test report ends on {day}' },
  neverInspected: { vi: 'chưa kiểm tra lần nào', en: 'never inspected' },
  longAgo: { vi: 'kiểm tra lần cuối ngày {day}', en: 'last inspected on {day}' },
  ends: { vi: 'giấy chứng nhận hết hạn ngày {day}', en: 'certificate ends on {day}' },
  fiveStars: { vi: 'sản phẩm 5 sao', en: 'five stars' },
}

/** "3 điểm: phiếu kiểm nghiệm hết hạn từ 01/06/2026". */
export function reasonText(reason: RiskReason, language: 'vi' | 'en'): string {
  const said = (words[reason.code] ?? { vi: reason.code, en: reason.code })[language]
    .replace('{day}', reason.day === undefined ? '' : formatDate(reason.day))
    .replace('{count}', String(reason.count ?? ''))
  return language === 'vi' ? `${reason.points} điểm: ${said}` : `${reason.points} points: ${said}`
}
