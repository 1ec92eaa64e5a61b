// The address of a list: what is searched, which page, and the same list with some of it changed.
import { readDate, type PlainDate } from '#/platform/calendar/plain-date.ts'

/** Rows an export holds at most; the link to it says so where the list is longer. */
export const EXPORT_MOST = 20_000

/** How many of a list's rows its export holds, and whether that is less than all. */
export function exportOf(total: number): { rows: number; cut: boolean } {
  return { rows: Math.min(total, EXPORT_MOST), cut: total > EXPORT_MOST }
}

/** Words of a search, at most 200 signs; a NUL would be refused by the database. */
export function wordsAsked(params: URLSearchParams, name = 'q', most = 200): string {
  return (params.get(name) ?? '').replaceAll('\0', '').slice(0, most).trim()
}

/** `trang` from 1; rubbish is the first page. Nobody reads deeper than `most`, and a deep offset costs. */
export function pageAsked(params: URLSearchParams, most = 2000): number {
  const page = Number(params.get('trang'))
  return Number.isInteger(page) && page >= 1 && page <= most ? page : 1
}

/** A day as dd/MM/yyyy or ISO; rubbish is none. */
export function dayAsked(params: URLSearchParams, name: string): PlainDate | null {
  const read = readDate(params.get(name) ?? '')
  return read.ok ? read.date : null
}

/** `nam`; rubbish is none. */
export function yearAsked(params: URLSearchParams): number | null {
  const year = Number(params.get('nam'))
  return Number.isInteger(year) && year >= 2018 && year <= 2100 ? year : null
}

/** The same list with some parts of its address changed; null takes one out. */
export function withParams(params: URLSearchParams | string, change: Record<string, string | null>): string {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  return text === '' ? '?' : `?${text}`
}
