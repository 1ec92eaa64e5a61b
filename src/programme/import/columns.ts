/** The columns of a file of past recognitions, and what a head line that differs is told. Pure. */
import { fold } from '#/platform/text/fold.ts'

export const columns = [
  'id',
  'product',
  'producer',
  'commune',
  'district',
  'province',
  'new_commune_code',
  'new_commune',
  'new_province_code',
  'new_province',
  'star',
  'score',
  'year',
  'round',
  'decision_no',
  'decision_date',
  'authority',
  'status',
  'group6_inferred',
  'verification',
  'source',
] as const

export type Column = (typeof columns)[number]
export type Cells = Record<Column, string>

export type HeadFault = { missing: string[]; unknown: string[]; twice: string[] }

/** Position of each column, in whatever order they stand; or what is wrong with the head line. Exactly these columns, none more. */
export function readHead(head: readonly string[]): { ok: true; at: Record<Column, number> } | { ok: false; fault: HeadFault } {
  const names = head.map((cell) => fold(cell).replaceAll(' ', '_'))
  while (names.length > columns.length && names.at(-1) === '') names.pop()
  const missing = columns.filter((column) => !names.includes(column))
  const unknown = names.filter((name) => !columns.includes(name as Column)).map((name) => name || '(trống)')
  const twice = [...new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index))]
  if (missing.length + unknown.length + twice.length > 0) return { ok: false, fault: { missing, unknown, twice } }
  return { ok: true, at: Object.fromEntries(columns.map((column) => [column, names.indexOf(column)])) as Record<Column, number> }
}

export function headFaultText({ missing, unknown, twice }: HeadFault): { vi: string; en: string } {
  const said = (vi: string, names: string[]) => (names.length === 0 ? [] : [`${vi}: ${names.slice(0, 25).join(', ')}`])
  return {
    vi: `Dòng tiêu đề chưa đúng. ${[...said('Thiếu cột', missing), ...said('Cột lạ', unknown), ...said('Cột lặp', twice)].join('. ')}.`,
    en: `The head line is not right. ${[...said('Missing', missing), ...said('Unknown', unknown), ...said('Twice', twice)].join('. ')}.`,
  }
}
