/**
 * How dates, numbers and money are written: the Vietnamese way in both languages (dd/MM/yyyy, 1.234,5), because the
 * papers beside the screen are. Digits are set by hand, not by Intl, so that a server's ICU cannot change a paper.
 */
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'

const NBSP = '\u00a0'

/** 2026-02-05 → 05/02/2026. */
export function formatDate(date: PlainDate): string {
  const [year, month, day] = date.split('-')
  return `${day}/${month}/${year}`
}

/** The day of an instant in Vietnam, dd/MM/yyyy. */
export function formatInstantDate(instant: Date): string {
  return formatDate(plainDateOf(instant))
}

/** 14:05 21/11/2026, Vietnamese time. */
export function formatDateTime(instant: Date): string {
  return `${formatTime(instant)} ${formatInstantDate(instant)}`
}

/** 14:05, Vietnamese time; with `seconds` 14:05:09 (receipts). */
export function formatTime(instant: Date, options: { seconds?: boolean } = {}): string {
  const clock = new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(11, 19)
  return options.seconds ? clock : clock.slice(0, 5)
}

/**
 * As official papers write it: "ngày 05 tháng 02 năm 2026". A zero stands before days under 10 and months 1 and 2
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.4).
 */
export function formatLongDate(date: PlainDate): string {
  const [year, month = '', day] = date.split('-')
  const written = Number(month) <= 2 ? month : String(Number(month))
  return `ngày ${day} tháng ${written} năm ${year}`
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.')
}

/**
 * 1234.5 → "1.234,5". `decimals` rounds half away from zero and pads; without it the shortest exact writing is kept.
 * Not for scores or money that were divided: those come as exact fractions with their own writing.
 */
export function formatNumber(value: number | bigint, options: { decimals?: number } = {}): string {
  if (typeof value === 'bigint') return value < 0n ? `-${group(String(-value))}` : group(String(value))
  if (!Number.isFinite(value)) return '–'
  const written = options.decimals === undefined ? plainDigits(Math.abs(value)) : roundHalfUp(Math.abs(value), options.decimals)
  const [whole = '0', fraction] = written.split('.')
  const sign = value < 0 && /[1-9]/.test(written) ? '-' : ''
  return `${sign}${group(whole)}${fraction ? `,${fraction}` : ''}`
}

function plainDigits(value: number): string {
  const written = String(value)
  return written.includes('e') ? BigInt(Math.round(value)).toString() : written
}

function roundHalfUp(value: number, decimals: number): string {
  // Rounds the decimal writing, not the binary value: 1.005 → 1.01.
  const written = plainDigits(value)
  const [whole = '0', fraction = ''] = written.split('.')
  const scaled = BigInt(whole + fraction.padEnd(decimals + 1, '0').slice(0, decimals + 1))
  const rounded = String((scaled + 5n) / 10n).padStart(decimals + 1, '0')
  return decimals === 0 ? rounded : `${rounded.slice(0, -decimals)}.${rounded.slice(-decimals)}`
}

/** Whole đồng: 10000000n → "10.000.000 đồng" (no line break before the word). */
export function formatDong(amount: number | bigint): string {
  return `${formatNumber(amount)}${NBSP}đồng`
}

/** 0.4 → "40%". */
export function formatPercent(share: number, decimals = 0): string {
  const written = formatNumber(share * 100, { decimals })
  return `${written.includes(',') ? written.replace(/,?0+$/, '') : written}%`
}

/** Bytes as people read them, 1 KB = 1024: 1572864 → "1,5 MB". */
export function formatFileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes}${NBSP}byte`
  const units = ['KB', 'MB', 'GB', 'TB']
  let value = bytes / 1024
  let unit = 0
  while (value >= 1023.95 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${formatNumber(value, { decimals: 1 }).replace(/,0$/, '')}${NBSP}${units[unit]}`
}

/** Sorts Vietnamese text as a dictionary does: a ă â … d đ … */
export const byVietnamese = new Intl.Collator('vi').compare
