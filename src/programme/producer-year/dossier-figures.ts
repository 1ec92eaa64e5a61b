// What a producer's filed years can fill of the three years mẫu 02 asks for (results of business). A proposal: the producer takes what it wants.
import { formatDong, formatNumber } from '#/platform/text/format.ts'
import { reportFields } from '../dossier/report.fields.ts'
import type { Words } from '../fields.ts'

/** A filed year of a producer, and what it says of the dossier's product. `outputE3` in thousandths of the unit. */
export type FiledYear = {
  year: number
  revenue: number | null
  unit: string | null
  outputE3: number | null
  productRevenue: number | null
}
export type Proposal = { name: string; label: Words; value: string; shown: string; from: Words }

/**
 * Proposals for what is still empty in `report`. `year`: of the assessment. Interpretations: the product's own revenue, else the producer's whole
 * and named so; output in whole units, and only in the unit the report is written in; what has been typed is never written over.
 */
export function proposalsOf(report: Readonly<Record<string, string>>, year: number, filed: readonly FiledYear[]): Proposal[] {
  const empty = (name: string) => (report[name] ?? '') === ''
  const within = filed.filter((one) => one.year < year && one.year >= year - 3).toSorted((a, b) => b.year - a.year)
  const unit = empty('outputUnit') ? (within.find((one) => one.outputE3 !== null)?.unit ?? null) : (report['outputUnit'] ?? null)
  const proposals: Proposal[] = []
  const propose = (name: string, value: string, shown: string, from: Words) => {
    const field = reportFields.find((one) => one.name === name)
    if (!field || !empty(name)) return
    const of = field.yearsBack === undefined ? '' : `, ${year - field.yearsBack}`
    proposals.push({
      name,
      label: { vi: field.label.vi + (of === '' ? '' : `, năm ${of.slice(2)}`), en: field.label.en + of },
      value,
      shown,
      from,
    })
  }
  const told = (one: FiledYear): Words => ({ vi: `Số liệu năm ${one.year} đã nộp`, en: `The filed figures of ${one.year}` })
  if (unit !== null && within.some((one) => one.outputE3 !== null && one.unit === unit))
    propose('outputUnit', unit, unit, { vi: 'Đơn vị tính trong số liệu năm', en: 'The unit of the yearly figures' })
  for (const one of within) {
    if (one.outputE3 === null || one.unit !== unit) continue
    const whole = Math.round(one.outputE3 / 1000)
    propose(`output${year - one.year}`, String(whole), `${formatNumber(whole)} ${unit}`, told(one))
  }
  for (const one of within) {
    const revenue = one.productRevenue ?? one.revenue
    if (revenue === null) continue
    const from = told(one)
    const whole = { vi: `${from.vi}, doanh thu cả chủ thể`, en: `${from.en}, the producer’s whole revenue` }
    propose(`revenue${year - one.year}`, String(revenue), formatDong(revenue), one.productRevenue === null ? whole : from)
  }
  return proposals
}
