// One row of a report as typed: `v.<row>` done, `e.<row>` estimate, `t.<row>` the whole period before, `c.<row>` comment, `p.<row>` why it is right. Pure.
import { formatNumber } from '#/platform/text/format.ts'
import type { Fields } from '../fields.ts'
import type { KeptFigure } from './figures.store.ts'
import { flows, type FormRow } from './form.ts'

/** Counts and đồng alike: no figure of a province is larger. */
const MOST = 1_000_000_000_000_000

export type FillInput = Readonly<Record<string, unknown>>

/** What stands in the row now, and whether the unit had a report before this one to true up. */
export type Known = { kept: KeptFigure | undefined; trueUp: boolean }

/** Reads what was sent of one row. Only what is in `input` is read; faults are said at the fields of the same names. */
export function readFigure(fields: Fields<string>, input: FillInput, row: FormRow, { kept, trueUp }: Known): Partial<KeptFigure> {
  const figure: Partial<KeptFigure> = {}
  const has = (letter: string) => `${letter}.${row.code}` in input
  const whole = (letter: string) => fields.integer(`${letter}.${row.code}`, { min: 0, max: MOST })
  if (has('c')) figure.comment = fields.text(`c.${row.code}`, { max: row.kind === 'text' ? 20_000 : 1000, multiline: true })
  if (row.kind === 'text' || row.kind === 'proposals') return figure
  if (row.kind === 'hand' && has('v')) {
    figure.numerator = whole('v')
    figure.origin = 'hand'
  }
  if (flows(row) && has('e')) figure.estimate = whole('e')
  if (row.kind === 'hand' && flows(row) && trueUp && has('t')) figure.trueUp = whole('t')
  if (row.kind === 'hand' && has('p')) figure.plausibleConfirmed = fields.text(`p.${row.code}`, { max: 500, multiline: true }) || null
  const done = figure.numerator ?? kept?.numerator ?? null
  if (figure.estimate != null && done !== null && figure.estimate < done)
    fields.say(`e.${row.code}`, {
      vi: `Ước cả kỳ không nhỏ hơn số đã thực hiện (${formatNumber(done)}).`,
      en: `The estimate is at least what is done already (${formatNumber(done)}).`,
    })
  return figure
}
