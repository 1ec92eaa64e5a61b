/** Quyết định thành lập Hội đồng đánh giá, phân hạng. */
import { type Closing, type Letterhead, type Paper, type PaperBasics, attachedTo, letterheadView, setPaper } from './paper.ts'

export type CouncilDecisionData = PaperBasics &
  Closing & {
    letterhead: Letterhead
    /** "Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh". */
    council: string
    /**
     * Who decides, printed in capitals above the legal bases: "Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa".
     * Interpretation: establishing a council is the chairman's own authority, signed CHỦ TỊCH or KT. CHỦ TỊCH and not TM. UBND.
     */
    authority: string
    bases: readonly string[]
    /** "2026 - 2030" or "đến hết ngày 31/12/2026". */
    term: string
    members: readonly { name: string; post: string; body: string; role: string; voting: boolean }[]
    duties: readonly string[]
    /** Secretariat, advisory team, budget. */
    support: string
    implementers: string
  }

export function renderCouncilDecision(data: CouncilDecisionData): Paper {
  return setPaper('council-decision', 'Quyết định thành lập Hội đồng', data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    attached: attachedTo('Quyết định', data.letterhead, data.authority),
  })
}
