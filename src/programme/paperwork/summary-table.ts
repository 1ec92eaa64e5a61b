/** Bảng tổng hợp điểm: criteria × members, as PDF (landscape) and Excel, from the same records. */
import { EXCEL_TYPE, type ExcelCell, writeExcel } from '#/platform/documents/excel.ts'
import { decimalComma } from '#/platform/documents/vietnamese.ts'
import { safeFileName } from '#/platform/documents/zip.ts'
import {
  type Letterhead,
  type MeanPoints,
  type Paper,
  type PaperBasics,
  type PaperProducer,
  type PaperProduct,
  type Signature,
  letterheadView,
  setPaper,
} from './paper.ts'

/** One row; `points` in the order of the members. `first`: a member's first points where the second score is used, else null. `mean` "2.14". */
export type SummaryCriterion = {
  code: string
  title: string
  max: number
  points: readonly (number | null)[]
  first?: readonly (number | null)[] | undefined
  mean: string
}

export type SummaryPart = {
  code: string
  title: string
  max: number
  points: readonly number[]
  mean: string
  criteria: readonly SummaryCriterion[]
}

export type SummaryTableData = PaperBasics & {
  letterhead: Letterhead
  dossierCode: string
  product: PaperProduct
  producer: PaperProducer
  session: string
  regulation: string
  members: readonly { name: string; role: string }[]
  parts: readonly SummaryPart[]
  totals: readonly number[]
  mean: MeanPoints
  /** `limit` as the council's rules set it; `exceeded` means strictly above. */
  spread: { points: number; limit: number; exceeded: boolean }
  /** Null when the assessment ended without a star; `result` then says how. */
  star: number | null
  result?: string | undefined
  sheetsHash: string
  signatures: readonly Signature[]
}

const resultOf = (data: SummaryTableData) => data.result ?? (data.star === null ? 'không xếp hạng' : `${data.star} sao`)
const spreadOf = (data: SummaryTableData) =>
  data.spread.exceeded ? `vượt mức cho phép ${data.spread.limit} điểm` : `trong mức cho phép ${data.spread.limit} điểm`

export function renderSummaryTable(data: SummaryTableData): Paper {
  return setPaper('summary-table', `Bảng tổng hợp điểm - ${data.product.name}`, data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    members: data.members.map((member) => member.name),
    maxTotal: data.parts.reduce((sum, part) => sum + part.max, 0),
    parts: data.parts.map((part) => ({
      ...part,
      mean: decimalComma(part.mean),
      criteria: part.criteria.map((criterion) => ({ ...criterion, first: criterion.first ?? null, mean: decimalComma(criterion.mean) })),
    })),
    mean: { ...data.mean, rounded: decimalComma(data.mean.rounded) },
    spreadText: spreadOf(data),
    resultText: resultOf(data),
    reconciled: data.parts.some((part) => part.criteria.some((criterion) => criterion.first?.some((points) => points !== null))),
  })
}

/** The same table as a workbook: points as numbers, a second sheet with first scores where there were any, and a sheet of facts. */
export async function summaryWorkbook(data: SummaryTableData): Promise<Paper> {
  const columns = [
    { title: 'Mã', width: 7 },
    { title: 'Tiêu chí', width: 48 },
    { title: 'Điểm tối đa', width: 9 },
    ...data.members.map((member) => ({ title: member.name, width: 12 })),
  ]
  const rows: ExcelCell[][] = []
  const boldRows: number[] = []
  const boldRow = (row: ExcelCell[]) => boldRows.push(rows.push(row) - 1)
  for (const part of data.parts) {
    boldRow([part.code, part.title, part.max, ...part.points, Number(part.mean)])
    for (const c of part.criteria) rows.push([c.code, c.title, c.max, ...c.points, Number(c.mean)])
  }
  boldRow([null, 'Tổng điểm', data.parts.reduce((sum, part) => sum + part.max, 0), ...data.totals, Number(data.mean.rounded)])
  const firsts = data.parts.flatMap((part) => part.criteria.filter((c) => c.first?.some((points) => points !== null)))
  const facts: [string, ExcelCell][] = [
    ['Sản phẩm', data.product.name],
    ['Chủ thể', data.producer.name],
    ['Hồ sơ', data.dossierCode],
    ['Kỳ họp', data.session],
    ['Bộ tiêu chí', `${data.regulation}, bộ ${data.product.set.number}`],
    ['Điểm trung bình (chính xác)', data.mean.exact],
    ['Điểm trung bình', Number(data.mean.rounded)],
    ['Chênh lệch', data.spread.points],
    ['Mức cho phép', data.spread.limit],
    ['Kết quả', resultOf(data)],
    ['Mã kiểm chứng các phiếu (SHA-256)', data.sheetsHash],
    ...(data.demo ? ([['Ghi chú', 'Dữ liệu trình diễn']] as [string, ExcelCell][]) : []),
  ]
  const bytes = await writeExcel({
    title: `Bảng tổng hợp điểm - ${data.product.name}`,
    createdAt: data.createdAt,
    sheets: [
      {
        name: 'Bảng điểm',
        columns: [...columns, { title: 'Trung bình', width: 11, format: '0.00' }],
        rows,
        boldRows,
        landscape: true,
        frozenColumns: 2,
      },
      ...(firsts.length > 0
        ? [
            {
              name: 'Điểm lần đầu',
              columns,
              rows: firsts.map((c) => [c.code, c.title, c.max, ...(c.first ?? [])]),
              landscape: true,
              frozenColumns: 2,
            },
          ]
        : []),
      {
        name: 'Thông tin',
        columns: [
          { title: 'Mục', width: 34 },
          { title: 'Nội dung', width: 70 },
        ],
        rows: facts,
      },
    ],
  })
  return { name: safeFileName(`Bảng tổng hợp điểm - ${data.product.name}.xlsx`), mediaType: EXCEL_TYPE, bytes }
}
