// A report form: sections of rows, each an indicator with its parameters, a figure typed by hand, a text, or proposals for commendation. Pure.
import { z } from 'zod'
import { indicators, paramsOf } from '../indicator/registry.ts'
import { unitWords } from '../indicator/indicator.ts'
import type { Words } from '../fields.ts'

export const reportKinds = ['halfYear', 'year', 'adHoc', 'conference', 'commendation'] as const
export type ReportKind = (typeof reportKinds)[number]

/** Kinds that follow one another in time: an estimate of one is trued up in the next (seed 003, line 276). */
export const periodicKinds: readonly ReportKind[] = ['halfYear', 'year']

export const reportKindWords: Record<ReportKind, Words> = {
  halfYear: { vi: 'Báo cáo 6 tháng', en: 'Half-year report' },
  year: { vi: 'Báo cáo năm', en: 'Yearly report' },
  adHoc: { vi: 'Báo cáo đột xuất', en: 'Ad hoc report' },
  conference: { vi: 'Tài liệu hội nghị', en: 'Conference material' },
  commendation: { vi: 'Đề nghị khen thưởng', en: 'Commendation proposals' },
}

/** Who fills a row: the desk's own report (and a lower desk's), a commune's, a body's. */
export const unitKinds = ['desk', 'commune', 'body'] as const
export type UnitKind = (typeof unitKinds)[number]

export const unitKindWords: Record<UnitKind, Words> = {
  desk: { vi: 'Cơ quan tổng hợp', en: 'The desk' },
  commune: { vi: 'UBND cấp xã', en: 'Communes' },
  body: { vi: 'Sở, ngành, đơn vị', en: 'Bodies' },
}

export const rowKinds = ['indicator', 'hand', 'text', 'proposals'] as const
export type RowKind = (typeof rowKinds)[number]

export const rowKindWords: Record<RowKind, Words> = {
  indicator: { vi: 'Số liệu tính từ hồ sơ', en: 'Computed from records' },
  hand: { vi: 'Số liệu nhập tay', en: 'Typed by hand' },
  text: { vi: 'Nội dung viết', en: 'Text' },
  proposals: { vi: 'Danh sách đề nghị khen thưởng', en: 'Proposals for commendation' },
}

const code = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,19}$/)
const asks = z
  .array(z.enum(unitKinds))
  .min(1)
  .default([...unitKinds])
const base = { code, title: z.string().min(1).max(300), asks, source: z.string().max(60).default('') }

const rowSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('indicator'), indicator: z.string(), params: z.record(z.string(), z.unknown()).default({}) }),
  z.strictObject({
    ...base,
    kind: z.literal('hand'),
    unit: z.string().min(1).max(40),
    /** `flow`: happens in a period, so periods add up; `stock`: is so on the last day. */
    measure: z.enum(['flow', 'stock']),
  }),
  z.strictObject({ ...base, kind: z.literal('text'), required: z.boolean().default(false) }),
  z.strictObject({ ...base, kind: z.literal('proposals') }),
])
export type FormRow = z.output<typeof rowSchema>

export const formContentSchema = z.strictObject({
  sections: z.array(z.strictObject({ title: z.string().min(1).max(200), rows: z.array(rowSchema) })).min(1),
})
export type FormContent = z.output<typeof formContentSchema>

export const MOST_ROWS = 120

/** Faults no schema sees, one sentence each: a code twice, an indicator nobody knows, parameters it does not take. */
export function contentFaults(content: FormContent): string[] {
  const rows = rowsOf(content)
  const seen = new Set<string>()
  const faults = rows.length > MOST_ROWS ? [`${rows.length} rows, at most ${MOST_ROWS}`] : []
  for (const row of rows) {
    if (seen.has(row.code)) faults.push(`${row.code}: twice`)
    seen.add(row.code)
    if (row.kind !== 'indicator') continue
    const of = indicators[row.indicator]
    if (!of) faults.push(`${row.code}: no indicator ${row.indicator}`)
    else
      try {
        paramsOf(of, row.params)
      } catch (error) {
        faults.push(`${row.code}: ${(error as Error).message}`)
      }
  }
  return faults
}

export function rowsOf(content: FormContent): FormRow[] {
  return content.sections.flatMap((section) => section.rows)
}

/** What a unit of this kind is asked. Interpretation: figures are computed for places; a body counts no place, so it is asked for text and typed figures only. */
export function asked(content: FormContent, unit: UnitKind): FormContent {
  const sections = content.sections.map((section) => ({
    ...section,
    rows: section.rows.filter((row) => row.asks.includes(unit) && !(unit === 'body' && row.kind === 'indicator')),
  }))
  return { sections: sections.filter((section) => section.rows.length > 0) }
}

/** Rows that hold a number. */
export type FigureRow = Extract<FormRow, { kind: 'indicator' | 'hand' }>

export function figureRows(content: FormContent): FigureRow[] {
  return rowsOf(content).filter((row) => row.kind === 'indicator' || row.kind === 'hand')
}

/** Whether what happens in one period adds to what happened before. A ratio and a state do not. */
export function flows(row: FigureRow): boolean {
  if (row.kind === 'hand') return row.measure === 'flow'
  const of = indicators[row.indicator]
  return of !== undefined && of.kind === 'event' && of.denominator === undefined
}

export function unitOf(row: FigureRow): Words {
  if (row.kind === 'hand') return { vi: row.unit, en: row.unit }
  const of = indicators[row.indicator]
  return of ? unitWords[of.unit] : { vi: '', en: '' }
}

export type RowChange = { code: string; title: string; change: 'added' | 'removed' | 'changed' | 'moved' }

/** What a revision changes, by the code of the row: first what is new or different in its order, then what is gone. */
export function differenceOf(before: FormContent, after: FormContent): RowChange[] {
  const at = (content: FormContent) =>
    new Map(content.sections.flatMap((section) => section.rows.map((row) => [row.code, { row, section: section.title }] as const)))
  const [old, fresh] = [at(before), at(after)]
  const changes: RowChange[] = []
  for (const [key, { row, section }] of fresh) {
    const was = old.get(key)
    if (!was) changes.push({ code: key, title: row.title, change: 'added' })
    else if (JSON.stringify(was.row) !== JSON.stringify(row)) changes.push({ code: key, title: row.title, change: 'changed' })
    else if (was.section !== section) changes.push({ code: key, title: row.title, change: 'moved' })
  }
  for (const [key, { row }] of old) if (!fresh.has(key)) changes.push({ code: key, title: row.title, change: 'removed' })
  return changes
}
