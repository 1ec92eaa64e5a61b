// Mã số sản phẩm (T)-(X)-(STT)-(năm): QĐ 26/2026/QĐ-TTg, Phụ lục II, head of every form. Pure.

/** Today's form "38-16531-05-2026" and the one before 1/7/2025 with the district, "38-407-16621-02-2023"; old codes are never translated. */
const NOW = /^\d{2}-\d{5}-\d{1,6}-\d{4}$/
const BEFORE = /^\d{2}-\d{3}-\d{5}-\d{1,6}-\d{4}$/

/** True where the pack's code names the district: 1048, 148 and 1489 print (tỉnh)-(huyện)-(xã)-(STT)-(năm). */
export function codeNamesDistrict(regulation: { productCode: { parts: { en: string } } }): boolean {
  return regulation.productCode.parts.en.includes('(district)')
}

/**
 * `serial` is the product's number in its commune's list, `year` the year of assessment.
 * Interpretation: the serial runs on over the years and stays with the product, so a renewal changes only the year; the year of assessment
 * is the year in which the council closed the result; serials under 10 take a leading 0, as numbers of papers do (NĐ 30/2020, Phụ lục I).
 * Interpretation: `districtCode` stands where the pack's code has it and the commune's era had districts; from 01/7/2025 it is left out.
 */
export function productCode(parts: {
  provinceCode: string
  districtCode?: string | null
  communeCode: string
  serial: number
  year: number
}): string {
  const serial = parts.serial < 10 ? `0${parts.serial}` : String(parts.serial)
  return [parts.provinceCode, parts.districtCode, parts.communeCode, serial, parts.year]
    .filter((part) => part !== null && part !== undefined)
    .join('-')
}

/** The product code in what a person typed from a label, or null. Blanks and long dashes are forgiven. */
export function readProductCode(typed: string): string | null {
  const code = typed.trim().replace(/\s*[-–—]\s*/g, '-')
  return NOW.test(code) || BEFORE.test(code) ? code : null
}
