/** Quyết định phê duyệt kết quả: results that go up, before they do: 90 points and more to the ministry (QĐ 26/2026 Đ7.3.e), 70 under 148 to the province (S0:187). */
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
    /** Least points of the results that go up. */
    from: number
    /** Whom the dossiers are sent to, and the level it assesses at. */
    asked: string
    askedLevel: string
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
