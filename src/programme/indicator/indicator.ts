/**
 * What a figure is. An indicator is a named query whose rows can be read: the figure is their count (each thing once) or the sum of their
 * amounts, a ratio is two such figures that travel together. Nothing here rounds; `printFigure` does, at the end.
 */
import { z } from 'zod'
import type { RawBuilder } from 'kysely'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatDong, formatNumber } from '#/platform/text/format.ts'
import type { Words } from '#/regulation/level.schema.ts'

/** Whose figure, and of when. Both days inclusive; a state is read on `to`. Place codes are of `era`. */
export type Frame = {
  authority: string
  provinceCode: string
  communeCode: string | null
  districtCode: string | null
  era: string
  from: PlainDate
  to: PlainDate
}

/** One counted thing. The same `key` is the same thing; `communeCode` (a commune, or a district) is of the frame's era, null where it is not certain. */
export type IndicatorRow = {
  key: string
  communeCode: string | null
  amount: number | null
  label: string
  href: string | null
  subjectKind: string
  subjectId: string
}

/** SQL of the rows of the frame's province and desk; the parts of it (a commune, a district) are taken by the engine. No order, no limit. */
export type Rows<P> = (frame: Frame, params: P) => RawBuilder<IndicatorRow>
export type Measure<P> = { rows: Rows<P>; counts: 'rows' | 'amount' }

export type UnitOfCount = keyof typeof unitWords

export type Indicator = {
  id: string
  title: Words
  /** How it is computed, for people who answer for the figure. */
  formula: Words
  /** `event`: things that happened in the period · `state`: what is so on its last day · `cumulative`: all that happened until its last day. */
  kind: 'event' | 'state' | 'cumulative'
  /** Over units: `additive` parts make the whole · `distinct` one thing may stand in two parts · `ratio` of the sums, never a mean · `none`. */
  adds: 'additive' | 'distinct' | 'ratio' | 'none'
  unit: UnitOfCount
  numerator: Measure<unknown>
  denominator?: Measure<unknown>
  /** Why there is no figure where the denominator is nothing. */
  zeroDenominator?: Words
  params: z.ZodType
  /** Parameters the page opens with where there is none to leave out. */
  example?: unknown
  /**
   * Who opens the rows: `open` every reader of figures · `desk` not people of other bodies: work of the desk, business of producers ·
   * `personal` facts of persons (Luật 91/2025/QH15): the office only, small counts hidden from the rest.
   */
  rows: 'open' | 'desk' | 'personal'
  source: string
  registers: readonly Words[]
}

/** The one way to write an indicator: its measures see the parameters as its schema reads them. */
export function indicator<P>(
  given: Omit<Indicator, 'numerator' | 'denominator' | 'params' | 'rows'> & {
    params: z.ZodType<P>
    numerator: Measure<P>
    denominator?: Measure<P>
    rows?: Indicator['rows']
  },
): Indicator {
  // Every measure is called with what `params` of the same indicator has read.
  return { rows: 'open', ...given } as Indicator
}

export const noParams = z.object({})

export type Figure = {
  numerator: number
  /** Null for a count. */
  denominator: number | null
  /** Why nothing can be printed; null where there is a figure. */
  blank: Words | null
  asOf: PlainDate
  computedAt: Date
}

export const unitWords = {
  product: { vi: 'sản phẩm', en: 'products' },
  producer: { vi: 'chủ thể', en: 'producers' },
  commune: { vi: 'xã, phường', en: 'communes' },
  district: { vi: 'huyện', en: 'districts' },
  group: { vi: 'nhóm sản phẩm', en: 'product groups' },
  dossier: { vi: 'hồ sơ', en: 'dossiers' },
  course: { vi: 'lớp', en: 'courses' },
  round: { vi: 'đợt', en: 'rounds' },
  event: { vi: 'hoạt động', en: 'activities' },
  point: { vi: 'điểm bán hàng', en: 'sales points' },
  report: { vi: 'báo cáo', en: 'reports' },
  person: { vi: 'người', en: 'persons' },
  dong: { vi: 'đồng', en: 'đồng' },
  percent: { vi: '%', en: '%' },
} satisfies Record<string, Words>

/** Hundredths of a percent, half up: 1 of 3 → 3333. Exact; null where there is nothing to divide by. */
export function basisPoints(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null
  const [above, below] = [BigInt(numerator), BigInt(denominator)]
  return Number((above * 20_000n + below) / (below * 2n))
}

/** "33,33 %", "40 %": hundredths of a percent as people write them. */
export function printPercent(hundredths: number): string {
  const digits = String(hundredths).padStart(3, '0')
  const fraction = digits.slice(-2).replace(/0+$/, '')
  return `${formatNumber(BigInt(digits.slice(0, -2)))}${fraction === '' ? '' : `,${fraction}`}\u00a0%`
}

/** The figure alone: "14", "33,33 %", "1.250.000 đồng"; a dash where it is blank. */
export function printFigure(of: Pick<Indicator, 'unit'>, figure: Pick<Figure, 'numerator' | 'denominator' | 'blank'>): string {
  if (figure.blank !== null) return '–'
  if (of.unit === 'percent') {
    const hundredths = figure.denominator === null ? null : basisPoints(figure.numerator, figure.denominator)
    return hundredths === null ? '–' : printPercent(hundredths)
  }
  const value = figure.denominator === null ? figure.numerator : roundedShare(figure.numerator, figure.denominator)
  return of.unit === 'dong' ? formatDong(value) : formatNumber(value)
}

/** A quotient that is no percentage (cost per star), half up. */
function roundedShare(numerator: number, denominator: number): number {
  const [above, below] = [BigInt(numerator), BigInt(denominator)]
  return below === 0n ? 0 : Number((above * 2n + below) / (below * 2n))
}
