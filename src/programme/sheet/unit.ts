// What the money of a file is counted in: read from a column's head or from "Đơn vị tính" above the table, exact to the đồng. Pure.
import { fold } from '#/platform/text/fold.ts'
import { formatDong } from '#/platform/text/format.ts'
import type { Words } from '../fields.ts'

export const moneyUnits = ['dong', 'thousand', 'million', 'billion'] as const
export type MoneyUnit = (typeof moneyUnits)[number]
export const moneyUnitWords: Record<MoneyUnit, Words> = {
  dong: { vi: 'đồng', en: 'đồng' },
  thousand: { vi: 'nghìn đồng', en: 'thousand đồng' },
  million: { vi: 'triệu đồng', en: 'million đồng' },
  billion: { vi: 'tỷ đồng', en: 'billion đồng' },
}
const zeros: Record<MoneyUnit, number> = { dong: 0, thousand: 3, million: 6, billion: 9 }

/** `at`: the cell that says it; null where nothing does, or a person chose. */
export type UnitRead = { unit: MoneyUnit; from: 'head' | 'above' | 'chosen' | 'nothing'; at: string | null }

const patterns: readonly [MoneyUnit, RegExp][] = [
  ['billion', /\bty\s*(dong|vnd|d)\b|1[.,\s]?000[.,\s]?000[.,\s]?000\s*(dong|vnd|d)\b/],
  ['million', /\b(trieu|tr)\.?\s*(dong|vnd|d)\b|\btrieu\b|1[.,\s]?000[.,\s]?000\s*(dong|vnd|d)\b/],
  ['thousand', /\b(nghin|ngan)\b|1[.,\s]?000\s*(dong|vnd|d)\b/],
  ['dong', /\b(dong|vnd)\b|^d$/],
]

function unitNamed(folded: string): MoneyUnit | null {
  return patterns.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

/** Of a head: "Kinh phí (triệu đồng)", "Dự toán (1.000đ)", "Số tiền, nghìn đồng". Null where it names none. */
export function unitOfHead(head: string): MoneyUnit | null {
  return unitNamed(fold(head))
}

/** Of a line above the table: "Đơn vị tính: triệu đồng", "ĐVT: 1.000 đồng", "(Đồng)". A sum named in a title is no unit, nor is "Đơn vị: Sở A". */
export function unitOfLine(cell: string): MoneyUnit | null {
  const text = fold(cell)
  const said = /\b(?:don vi(?: tinh)?|dvt)\b\s*[:.-]?\s*(.*)$/.exec(text)?.[1] ?? /^\((.*)\)$/.exec(text)?.[1]
  return said === undefined ? null : unitNamed(said.replace(/[()]/g, ' ').trim())
}

/** A head without its unit: "Kinh phí triệu đồng" is the column "Kinh phí". `name`: as `headName` spells it. */
export function withoutUnit(name: string): string {
  return name.replace(/ (?:(?:ty|trieu|tr|nghin|ngan|1 000|1 000 000|1000) ?)?(?:dong|d|vnd)$/, '')
}

/** Dots group by three, the comma parts; anything else is left to the reader of the column. */
const typed = /^(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(\d+))?$/

/** The cell in đồng as one would have typed it: "58" million is "58000000", "0,0000005" million "0,5". What is no number stays as it is. */
export function inDong(cell: string, unit: MoneyUnit): string {
  const [, grouped, part = ''] = typed.exec(cell.replace(/[\s\u00a0]/g, '')) ?? []
  if (grouped === undefined) return cell
  const shifted = part.padEnd(zeros[unit], '0')
  const rest = shifted.slice(zeros[unit]).replace(/0+$/, '')
  const whole = `${grouped.replaceAll('.', '')}${shifted.slice(0, zeros[unit])}`.replace(/^0+(?=\d)/, '')
  return rest === '' ? whole : `${whole},${rest}`
}

/** Why an amount cannot be taken: a fraction of a đồng, or dots that do not group by three ("12.5" may be twelve and a half). */
export function amountFault(cell: string, unit: MoneyUnit): Words | null {
  const text = cell.replace(/[\s\u00a0]/g, '')
  if (/^\d+(\.\d+)+(,\d+)?$/.test(text) && !typed.test(text))
    return {
      vi: 'Dấu chấm chỉ dùng để nhóm ba chữ số; phần lẻ ghi sau dấu phẩy, ví dụ 12,5.',
      en: 'Dots group three digits; decimals stand behind a comma, such as 12,5.',
    }
  if (!inDong(cell, unit).includes(',')) return null
  return {
    vi: `${cell} ${moneyUnitWords[unit].vi} không thành số đồng nguyên. Xem lại số, hoặc đơn vị tính của tệp.`,
    en: `${cell} ${moneyUnitWords[unit].en} is no whole number of đồng. Look at the number, or at the unit of the file.`,
  }
}

/** "58.000.000 đồng" beside a cell that counts in another unit; null where there is nothing to say. */
export function amountShown(cell: string, unit: MoneyUnit): string | null {
  const dong = inDong(cell, unit)
  return unit === 'dong' || !/^\d{1,15}$/.test(dong) ? null : formatDong(Number(dong))
}
