/** Báo cáo kết quả đánh giá, phân hạng của Hội đồng sau kỳ họp. */
import { decimalComma } from '#/platform/documents/vietnamese.ts'
import { type Closing, type Letterhead, letterheadView, type Paper, type PaperBasics, setPaper } from './paper.ts'

export type CouncilReportData = PaperBasics &
  Closing & {
    letterhead: Letterhead
    title: string
    subject: string
    addressees: readonly string[]
    text: string
    /** `mean` as printed with a decimal point ("71.29"), null where there is none. */
    items: readonly { product: string; producer: string; set: number; mean: string | null; outcome: string }[]
    closingLine: string
  }

export function renderCouncilReport(data: CouncilReportData): Paper {
  return setPaper('council-report', data.title, data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    items: data.items.map((item) => ({ ...item, mean: item.mean === null ? null : decimalComma(item.mean) })),
  })
}
