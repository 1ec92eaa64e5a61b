// A kept figure as people read it: counts, đồng, percentages from their two parts; few persons are not counted out loud.
import { formatNumber } from '#/platform/text/format.ts'
import { printFigure } from '../indicator/indicator.ts'
import { FEW } from '../indicator/reader.ts'
import { indicators } from '../indicator/registry.ts'
import type { FigureRow } from './form.ts'

export type Numbers = { numerator: number | null; denominator: number | null }

export function isPersonal(row: FigureRow): boolean {
  return row.kind === 'indicator' && indicators[row.indicator]?.rows === 'personal'
}

/** "14", "33,33 %", "1.250.000 đồng", "–"; `open`: the reader may know a figure about one or two persons. */
export function figureText(row: FigureRow, figure: Numbers, open: boolean): string {
  const { numerator, denominator } = figure
  if (numerator === null) return '–'
  if (!open && isPersonal(row) && numerator < FEW) return 'ít hơn 3'
  const of = row.kind === 'indicator' ? indicators[row.indicator] : undefined
  if (!of) return formatNumber(numerator)
  return printFigure(of, { numerator, denominator, blank: denominator === 0 ? { vi: '', en: '' } : null })
}

/** "12/30" beside a percentage; '' for a count. */
export function partsText(row: FigureRow, figure: Numbers, open: boolean): string {
  if (figure.numerator === null || figure.denominator === null) return ''
  if (!open && isPersonal(row) && figure.numerator < FEW) return ''
  return `${formatNumber(figure.numerator)}/${formatNumber(figure.denominator)}`
}
