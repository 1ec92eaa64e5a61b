// A decision as a paper: the same facts give the preview (no number, no date) and the issued PDF. Pure but for the setting of the page.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { dateInWords } from '#/platform/documents/vietnamese.ts'
import type { Paper } from '../paperwork/paper.ts'
import { renderRecognitionDecision } from '../paperwork/result-papers.ts'
import { draftMarkOn, localGovernmentLaw, ministryOn } from '../paperwork/titles.ts'
import type { Snapshot } from '../dossier/snapshot.ts'
import { renderApprovalDecision } from './approval-paper.ts'
import { levelNames } from '../level/level.words.ts'
import type { AssessingLevel } from '../people/authority.ts'
import { placeOfCommittee } from '../people/bodies.store.ts'
import { lastValidDay } from './validity.ts'

export type DecisionPaper = {
  kind: 'recognition' | 'approval'
  title: string
  /** "đợt 2 năm 2026"; empty when the list is of no round. */
  session: string
  /** The desk's level: the paper names its council and those who carry it out. */
  level: AssessingLevel
  committee: string
  office: string
  regulation: { number: string; issuedOn: string | null; title: string }
  months: number
  /** From how many points a result goes up from this level, and to which. */
  sendsUp: { from: number; to: AssessingLevel }
  /** Null in a preview. */
  issue: { bare: string; issuedOn: string; signerName: string; signerPost: string[] } | null
  createdAt: string
  demo: boolean
  products: { snapshot: Snapshot; star: number; meanPrinted: string | null; code: string | null }[]
}

export const DECISION_SYMBOL = 'QĐ-UBND'

export function decisionPaper(paper: DecisionPaper): Paper {
  const { issue, products } = paper
  const day = issue?.issuedOn ?? paper.createdAt.slice(0, 10)
  const authority = `Chủ tịch ${paper.committee}`
  const dated = paper.regulation.issuedOn === null ? '' : ` ${dateInWords(paper.regulation.issuedOn)}`
  const common = {
    createdAt: paper.createdAt,
    demo: paper.demo,
    letterhead: {
      body: paper.committee,
      number: issue?.bare ?? null,
      symbol: DECISION_SYMBOL,
      place: placeOfCommittee(paper.committee),
      date: issue?.issuedOn ?? null,
    },
    subject: paper.title,
    authority,
    bases: [
      localGovernmentLaw(day),
      `Căn cứ Quyết định số ${paper.regulation.number}${dated} của Thủ tướng Chính phủ về đánh giá, phân hạng sản phẩm OCOP`,
      `Căn cứ kết quả đánh giá, phân hạng của Hội đồng đánh giá, phân hạng sản phẩm OCOP ${levels[paper.level].name}`,
      `Theo đề nghị của ${paper.office}`,
    ],
    session: paper.session,
    duties: `${paper.office} thông báo kết quả cho chủ thể và Ủy ban nhân dân cấp xã, công khai kết quả, theo dõi và kiểm tra sau công nhận.`,
    implementers: levels[paper.level].implementers,
    recipients: ['Như Điều 4', ...levels[paper.level].recipients(day)],
    archive: `VT, ${draftMarkOn(day)}`,
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
  if (paper.kind === 'approval') {
    const { from, to } = paper.sendsUp
    const { vi } = levelNames[to]
    return renderApprovalDecision({
      ...common,
      products: listed,
      from,
      asked: to === 'central' ? ministryOn(day) : `Ủy ban nhân dân ${vi}`,
      askedLevel: to === 'central' ? 'cấp quốc gia' : vi,
    })
  }
  return renderRecognitionDecision({
    ...common,
    products: listed,
    months: paper.months,
    // A preview has no day yet; the last valid day is counted from the day of issue.
    lastValidDay: issue ? lastValidDay(issue.issuedOn, paper.months) : lastValidDay(paper.createdAt.slice(0, 10), paper.months),
  })
}

const levels: Record<AssessingLevel, { name: string; implementers: string; recipients: (day: PlainDate) => string[] }> = {
  district: {
    name: 'cấp huyện',
    implementers:
      'Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Trưởng các phòng, ban, Chủ tịch Ủy ban nhân dân các xã, phường, thị trấn và các chủ thể có tên trong danh sách',
    recipients: () => ['Cơ quan OCOP cấp tỉnh (để báo cáo)', 'Chủ tịch, các Phó Chủ tịch UBND cấp huyện'],
  },
  province: {
    name: 'cấp tỉnh',
    implementers:
      'Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, ngành, Chủ tịch Ủy ban nhân dân cấp xã và các chủ thể có tên trong danh sách',
    recipients: (day) => [`${ministryOn(day)} (để báo cáo)`, 'Chủ tịch, các Phó Chủ tịch UBND tỉnh'],
  },
  central: {
    name: 'cấp trung ương',
    implementers: 'Chánh Văn phòng Bộ, Chủ tịch Ủy ban nhân dân cấp tỉnh và các chủ thể có tên trong danh sách',
    recipients: () => ['UBND cấp tỉnh nơi có sản phẩm', 'Lãnh đạo Bộ'],
  },
}

/** "Tổ dân phố Trung Kỳ, phường Sầm Sơn, tỉnh Thanh Hóa" */
export function addressOf(snapshot: Snapshot): string {
  const { addressLine, communeName, provinceName } = snapshot.producer
  return [addressLine, communeName, provinceName].filter((part) => part !== '').join(', ')
}
