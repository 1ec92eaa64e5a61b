/** Quyết định phê duyệt kết quả: results of 90 points and more, before they go to the ministry (QĐ 26/2026 Đ7.3.e). */
import { decimalComma } from '#/platform/documents/vietnamese.ts'
import {
  attachedTo,
  countOf,
  letterheadView,
  setPaper,
  type Closing,
  type Letterhead,
  type Paper,
  type PaperBasics,
} from '../paperwork/paper.ts'

export type ApprovalDecisionData = PaperBasics &
  Closing & {
    letterhead: Letterhead
    subject: string
    authority: string
    bases: readonly string[]
    session: string
    /** `mean` to two decimals with a point: "91.29". */
    products: readonly { product: string; producer: string; address: string; set: number; mean: string }[]
    duties: string
    implementers: string
  }

export function renderApprovalDecision(data: ApprovalDecisionData): Paper {
  return setPaper('approval-decision', 'Quyết định phê duyệt kết quả đánh giá sản phẩm OCOP', data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    countText: countOf(data.products.length, 'sản phẩm'),
    products: data.products.map((product) => ({ ...product, mean: decimalComma(product.mean) })),
    attached: attachedTo('Quyết định', data.letterhead, data.authority),
  })
}
