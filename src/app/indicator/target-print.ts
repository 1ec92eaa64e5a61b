// A target's numbers as people write them. Pure.
import { formatDong, formatNumber } from '#/platform/text/format.ts'
import { basisPoints, printPercent } from '#/programme/indicator/indicator.ts'
import type { TargetFigure } from '#/programme/indicator/target.store.ts'
import { unitWords, type Target } from '#/programme/programme-plan/programme-plan.ts'
import { fill } from './indicator.messages.ts'
import { words } from './target.messages.ts'

/** A value in the target's own measure: "14 sản phẩm", "40 %", "250.000.000 đồng". */
export function printValue(unit: Target['unit'], value: number, lang: 'vi' | 'en'): string {
  if (unit === 'percent') return printPercent(value)
  return unit === 'dong' ? formatDong(value) : `${formatNumber(value)} ${unitWords[unit][lang]}`
}

/** "ít nhất 5 sản phẩm", "trên 90 %", "5 – 7 sản phẩm", "toàn bộ"; empty where no number was promised. */
export function printPromise(target: Pick<Target, 'op' | 'valueMin' | 'valueMax' | 'unit'>, lang: 'vi' | 'en'): string {
  const { op, valueMin, valueMax, unit } = target
  if (op === 'none') return '–'
  if (op === 'all' || valueMin === null) return lang === 'vi' ? 'toàn bộ' : 'all'
  const least = printValue(unit, valueMin, lang)
  if (op === 'range' && valueMax !== null)
    return `${unit === 'percent' ? printPercent(valueMin) : formatNumber(valueMin)} – ${printValue(unit, valueMax, lang)}`
  const before = {
    min: { vi: 'ít nhất ', en: 'at least ' },
    more: { vi: 'trên ', en: 'more than ' },
    equal: { vi: '', en: '' },
    range: { vi: '', en: '' },
  }[op]
  return `${before[lang]}${least}`
}

/** What was done so far; a dash where there is nothing to print. A share tells its parts. */
export function printDone({ target, figure, judged, units }: Omit<TargetFigure, 'years'>, lang: 'vi' | 'en'): string {
  if (units !== null) return fill(words.units[lang], { n: units.reaching, of: units.of })
  if (figure === null || judged.value === null) return '–'
  if (figure.denominator === null) return printValue(target.unit, judged.value, lang)
  return `${printPercent(judged.value)} (${formatNumber(figure.numerator)}/${formatNumber(figure.denominator)})`
}

/** What it comes to by the due day: units that will reach it, or the value itself; null where nothing is forecast. */
export function printForecast({ target, judged, units }: Omit<TargetFigure, 'years' | 'figure'>, lang: 'vi' | 'en'): string | null {
  if (units !== null) return units.expected === null ? null : fill(words.units[lang], { n: units.expected, of: units.of })
  return judged.forecast === null ? null : printValue(target.unit, judged.forecast, lang)
}

/** A value by hand: a count, or its parts and the percentage. */
export function basisText(unit: Target['unit'], value: { numerator: number; denominator: number | null }, lang: 'vi' | 'en'): string {
  if (value.denominator === null) return printValue(unit, value.numerator, lang)
  const hundredths = basisPoints(value.numerator, value.denominator)
  return `${hundredths === null ? '–' : printPercent(hundredths)} (${formatNumber(value.numerator)}/${formatNumber(value.denominator)})`
}
