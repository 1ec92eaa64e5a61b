/** How official papers write dates, numbers and document symbols (NĐ 30/2020/NĐ-CP, Phụ lục I). Pure text, no clock. */

const PLAIN_DATE = /^(\d{4})-(\d{2})-(\d{2})$/

function partsOf(date: string): { year: string; month: string; day: string } {
  const [, year, month, day] = PLAIN_DATE.exec(date) ?? []
  const valid = year && month && day && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)
  if (!valid) throw new RangeError(`not a plain date (yyyy-MM-dd): ${date}`)
  return { year, month, day }
}

/**
 * "ngày 05 tháng 02 năm 2026" from "2026-02-05". Phụ lục I of NĐ 30/2020, mục II.4: a leading 0 for days below 10 and for months 1 and 2 only.
 * Throws RangeError for anything that is not an existing plain date.
 */
export function dateInWords(date: string): string {
  const { year, month, day } = partsOf(date)
  const monthNumber = Number(month)
  return `ngày ${day} tháng ${monthNumber <= 2 ? month : monthNumber} năm ${year}`
}

/** "05/02/2026" from "2026-02-05", as tables write it. */
export function dateInTable(date: string): string {
  const { year, month, day } = partsOf(date)
  return `${day}/${month}/${year}`
}

const VIETNAM = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** "14:05:09 ngày 05/02/2026" in Vietnam's time, from an ISO instant. */
export function instantInVietnam(instant: string): string {
  const part = Object.fromEntries(VIETNAM.formatToParts(new Date(instant)).map((p) => [p.type, p.value]))
  return `${part['hour']}:${part['minute']}:${part['second']} ngày ${part['day']}/${part['month']}/${part['year']}`
}

/** "14 giờ 05 phút, ngày 05 tháng 02 năm 2026" in Vietnam's time, as minutes of a meeting write it. */
export function momentInWords(instant: string): string {
  const part = Object.fromEntries(VIETNAM.formatToParts(new Date(instant)).map((p) => [p.type, p.value]))
  return `${part['hour']} giờ ${part['minute']} phút, ${dateInWords(`${part['year']}-${part['month']}-${part['day']}`)}`
}

/** "1.234,5" from 1234.5; at most `decimals` digits after the comma (3 unless told). */
export function numberInVietnamese(value: number, decimals = 3): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: decimals }).format(value)
}

/** "71,29" from the exact text "71.29"; the digits are left as they are, so nothing is rounded twice. */
export function decimalComma(decimal: string): string {
  return decimal.replace('.', ',')
}

/**
 * "05/QĐ-UBND" from ("5", "QĐ-UBND"): leading 0 below 10 (NĐ 30/2020, Phụ lục I, II.3). Irregular numbers ("05a") stay as given.
 * Without a number the place is left open to be written by hand.
 */
export function documentNumber(number: string | null, symbol: string): string {
  if (number === null) return `\u2003\u2003/${symbol}`
  return `${/^\d$/.test(number) ? `0${number}` : number}/${symbol}`
}

const POINT_LETTERS = 'abcdđeghiklmnopqrstuvxy'

/** Letter of the n-th point of a clause (from 0): a, b, c, d, đ, e, g, h, i, k … */
export function pointLetter(index: number): string {
  return POINT_LETTERS[index] ?? String(index + 1)
}
