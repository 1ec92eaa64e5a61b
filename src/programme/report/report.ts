// Reports: states and their steps, what a report still lacks, what is implausible, how periods add up. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { addDays, daysBetween } from '#/platform/calendar/plain-date.ts'
import type { Words } from '../fields.ts'
import { rowsOf, type FormContent } from './form.ts'

export const reportStates = ['waiting', 'open', 'ready', 'approved', 'accepted', 'sentBack', 'notExpected'] as const
export type ReportState = (typeof reportStates)[number]

type Mark = 'todo' | 'part' | 'done' | 'back' | 'late' | 'stop' | 'ended' | 'info' | 'locked'

export const reportStateWords: Record<ReportState, Words & { mark: Mark }> = {
  waiting: { vi: 'Chờ đơn vị cấp dưới', en: 'Waits for the units below', mark: 'part' },
  open: { vi: 'Đang lập', en: 'Being written', mark: 'todo' },
  ready: { vi: 'Đã lập xong, chờ duyệt', en: 'Ready, waits for approval', mark: 'info' },
  approved: { vi: 'Đã duyệt, khóa số liệu', en: 'Approved and locked', mark: 'locked' },
  accepted: { vi: 'Cấp trên đã tiếp nhận', en: 'Accepted above', mark: 'done' },
  sentBack: { vi: 'Trả lại để sửa', en: 'Sent back', mark: 'back' },
  notExpected: { vi: 'Không phải báo cáo', en: 'Not expected', mark: 'ended' },
}

export const reportTransitions: Record<ReportState, readonly ReportState[]> = {
  waiting: ['open', 'notExpected'],
  open: ['ready', 'waiting', 'notExpected'],
  ready: ['open', 'waiting', 'approved'],
  approved: ['open', 'waiting', 'accepted', 'sentBack'],
  accepted: ['open', 'waiting', 'sentBack'],
  sentBack: ['ready', 'waiting', 'notExpected'],
  notExpected: ['open', 'waiting'],
}

/** Being written by its unit: figures may change. */
export const writing: readonly ReportState[] = ['waiting', 'open', 'sentBack']
/** Figures and the rows behind them stay as they are. */
export const locked: readonly ReportState[] = ['approved', 'accepted']

/** "Trước ngày 15/6": the 14th is the last day in time, or the 15th where the office reads it so. */
export function lastDayBefore(before: PlainDate, reading: 'exclusive' | 'inclusive'): PlainDate {
  return reading === 'exclusive' ? addDays(before, -1) : before
}

export type Usual = { from: PlainDate; to: PlainDate; cutOff: PlainDate; before: PlainDate }

/**
 * The usual days of a period's report. Seed 003, line 276: half-year before 15/6, year before 01/12, both before the period ends.
 * Interpretation: the data go to the end of the month before the half-year's due day (31/5) and to 15/11 of the year; an office writes other days.
 */
export function usualDays(kind: 'halfYear' | 'year', year: number): Usual {
  return kind === 'halfYear'
    ? { from: `${year}-01-01`, to: `${year}-06-30`, cutOff: `${year}-05-31`, before: `${year}-06-15` }
    : { from: `${year}-01-01`, to: `${year}-12-31`, cutOff: `${year}-11-15`, before: `${year}-12-01` }
}

export type FiledFacts = { state: ReportState; dueOn: PlainDate; filedOn: PlainDate | null }

/**
 * Days past the due day: of the day it was first sent up, else of today. 0 in time. Interpretation: filed is approved by the unit's leader and
 * sent up; a report returned for correction was filed on its first day.
 */
export function daysLate(report: FiledFacts, today: PlainDate): number {
  if (report.state === 'notExpected') return 0
  return Math.max(0, daysBetween(report.dueOn, report.filedOn ?? today))
}

export type TypedFigure = {
  numerator: number | null
  estimate: number | null
  comment: string
  plausibleConfirmed: string | null
}

/**
 * A typed figure that asks for a second look beside the unit's last one: more than double, less than half, or nothing after something.
 * Interpretation: differences under 10 are never asked about.
 */
export function implausible(value: number | null, last: number | null): boolean {
  if (value === null || last === null || Math.abs(value - last) < 10) return false
  return value > 2 * last || 2 * value < last
}

/**
 * What earlier periods make when a new one begins: those before the last report, and that report's whole period as it came out
 * (`actual`), or as far as it was counted where nobody has trued it up.
 */
export function carriedInto(last: { carried: number | null; done: number | null }, actual: number | null): number {
  return (last.carried ?? 0) + (actual ?? last.done ?? 0)
}

export type Lack = { code: string; title: string; lack: 'figure' | 'text' | 'estimate' | 'reason' }

/** What stands between a report and "ready": typed figures and texts not there, jumps nobody explained, an estimate below what is done already. */
export function lacksOf(
  content: FormContent,
  figures: ReadonlyMap<string, TypedFigure>,
  last: ReadonlyMap<string, number | null>,
  needsEstimate: boolean,
): Lack[] {
  const lacks: Lack[] = []
  for (const row of rowsOf(content)) {
    const figure = figures.get(row.code)
    const { code, title } = row
    if (row.kind === 'text' && row.required && (figure?.comment ?? '') === '') lacks.push({ code, title, lack: 'text' })
    if (row.kind !== 'hand') continue
    if (figure === undefined || figure.numerator === null) lacks.push({ code, title, lack: 'figure' })
    else if (implausible(figure.numerator, last.get(code) ?? null) && (figure.plausibleConfirmed ?? '') === '')
      lacks.push({ code, title, lack: 'reason' })
    if (row.measure === 'flow' && needsEstimate && figure?.numerator != null && (figure.estimate ?? -1) < figure.numerator)
      lacks.push({ code, title, lack: 'estimate' })
  }
  return lacks
}

export const lackWords: Record<Lack['lack'], Words> = {
  figure: { vi: 'chưa nhập số (không có thì nhập 0)', en: 'no figure yet (0 where there is none)' },
  text: { vi: 'chưa viết nội dung', en: 'no text yet' },
  estimate: { vi: 'ước cả kỳ chưa nhập hoặc nhỏ hơn số đã thực hiện', en: 'no estimate, or one below what is done' },
  reason: { vi: 'số lệch nhiều so với báo cáo trước, cần ghi lý do', en: 'far from the last report, give the reason' },
}

/** The gap between the desk's own count and what its units reported: null where nothing was reported, or where there is no count. */
export function gapOf(own: number | null, lower: number | null): number | null {
  return own === null || lower === null ? null : lower - own
}
