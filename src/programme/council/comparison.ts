// Members' sheets side by side: of a closed result, or the ballots that came before a meeting, criterion by criterion, with the differences marked. Pure.
import type { ResultBasis } from './result.ts'

export type ComparedRow = {
  criterion: string
  title: string
  part: string
  max: number
  /** In the order of the columns. `off`: furthest from the mean of its row where the members differ. */
  cells: { points: number; first: number | null; comment: string; off: 'high' | 'low' | null }[]
  /** Highest minus lowest. */
  gap: number
  mean: string
}

export type Comparison = { columns: { memberId: string; name: string; total: number; afterDiscussion: boolean }[]; rows: ComparedRow[] }

/** Rows in printed order; a row where all agree has no mark. */
export function comparisonOf(basis: Pick<ResultBasis, 'sheets' | 'perCriterion'>): Comparison {
  const columns = basis.sheets.map(({ memberId, name, total, afterDiscussion }) => ({ memberId, name, total, afterDiscussion }))
  const rows = basis.perCriterion.map((row): ComparedRow => {
    const points = columns.map((column) => row.points.find((entry) => entry.memberId === column.memberId))
    const values = points.map((entry) => entry?.points ?? 0)
    const high = Math.max(...values)
    const low = Math.min(...values)
    const cells = columns.map((column, index) => {
      const value = values[index] ?? 0
      const answer = basis.sheets[index]?.answers.find((entry) => entry.criterion === row.criterion)
      const off: ComparedRow['cells'][number]['off'] = high === low ? null : value === high ? 'high' : value === low ? 'low' : null
      return { points: value, first: points[index]?.first ?? null, comment: answer?.comment ?? '', off }
    })
    return {
      criterion: row.criterion,
      title: row.title,
      part: row.part,
      max: row.max,
      cells,
      gap: values.length === 0 ? 0 : high - low,
      mean: row.meanPrinted,
    }
  })
  return { columns, rows }
}
