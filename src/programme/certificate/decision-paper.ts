// A decision as a paper: the same facts give the preview (no number, no date) and the issued PDF. Pure but for the setting of the page.
import { dateInWords } from '#/platform/documents/vietnamese.ts'
import type { Paper } from '../paperwork/paper.ts'
import { renderRecognitionDecision } from '../paperwork/result-papers.ts'
import type { Snapshot } from '../dossier/snapshot.ts'
import { renderApprovalDecision } from './approval-paper.ts'
import { lastValidDay } from './validity.ts'

export type DecisionPaper = {
  kind: 'recognition' | 'approval'
  title: string
  /** "đợt 2 năm 2026"; empty when the list is of no round. */
  session: string
  provinceName: string
  committee: string
  office: string
  regulation: { number: string; issuedOn: string | null; title: string }
  months: number
  /** Null in a preview. */
  issue: { bare: string; issuedOn: string; signerName: string; signerPost: string[] } | null
  createdAt: string
  demo: boolean
  products: { snapshot: Snapshot; star: number; meanPrinted: string | null; code: string | null }[]
}

export const DECISION_SYMBOL = 'QĐ-UBND'

export function decisionPaper(paper: DecisionPaper): Paper {
  const { issue, products } = paper
  const authority = `Chủ tịch ${paper.committee}`
  const dated = paper.regulation.issuedOn === null ? '' : ` ${dateInWords(paper.regulation.issuedOn)}`
  const common = {
    createdAt: paper.createdAt,
    demo: paper.demo,
    letterhead: {
      body: paper.committee,
      number: issue?.bare ?? null,
      symbol: DECISION_SYMBOL,
      place: placeOf(paper.provinceName),
      date: issue?.issuedOn ?? null,
    },
    subject: paper.title,
    authority,
    bases: [
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
      `Căn cứ Quyết định số ${paper.regulation.number}${dated} của Thủ tướng Chính phủ về đánh giá, phân hạng sản phẩm OCOP`,
      'Căn cứ kết quả đánh giá, phân hạng của Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh',
      `Theo đề nghị của ${paper.office}`,
    ],
    session: paper.session,
    duties: `${paper.office} thông báo kết quả cho chủ thể và Ủy ban nhân dân cấp xã, công khai kết quả, theo dõi và kiểm tra sau công nhận.`,
    implementers:
      'Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, ngành, Chủ tịch Ủy ban nhân dân cấp xã và các chủ thể có tên trong danh sách',
    recipients: ['Như Điều 4', 'Bộ Nông nghiệp và Môi trường (để báo cáo)', 'Chủ tịch, các Phó Chủ tịch UBND tỉnh'],
    archive: 'VT, NNMT',
    signature: { capacity: issue?.signerPost ?? ['CHỦ TỊCH'], name: issue?.signerName ?? '' },
  }
  const listed = products.map(({ snapshot, star, meanPrinted, code }) => ({
    product: snapshot.product.name,
    producer: snapshot.producer.name,
    address: addressOf(snapshot),
    set: snapshot.set.no,
    star,
    mean: meanPrinted ?? '',
    code: code ?? 'cấp khi ban hành',
  }))
  if (paper.kind === 'approval') return renderApprovalDecision({ ...common, products: listed })
  return renderRecognitionDecision({
    ...common,
    products: listed,
    months: paper.months,
    // A preview has no day yet; the last valid day is counted from the day of issue.
    lastValidDay: issue ? lastValidDay(issue.issuedOn, paper.months) : lastValidDay(paper.createdAt.slice(0, 10), paper.months),
  })
}

/** "Tổ dân phố Trung Kỳ, phường Sầm Sơn, tỉnh Thanh Hóa" */
export function addressOf(snapshot: Snapshot): string {
  const { addressLine, communeName, provinceName } = snapshot.producer
  return [addressLine, communeName, provinceName].filter((part) => part !== '').join(', ')
}

/** "Thanh Hóa" from "Tỉnh Thanh Hóa": the place of issue on a paper of the province. */
export function placeOf(provinceName: string): string {
  return provinceName.replace(/^(tỉnh|thành phố)\s+/i, '')
}
