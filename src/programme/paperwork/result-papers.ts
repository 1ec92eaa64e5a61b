/** Papers of the province's leader: recognition decision, letter for one and two stars, submission to the ministry. */
import { dateInTable, decimalComma } from '#/platform/documents/vietnamese.ts'
import {
  type Closing,
  type Letterhead,
  type MeanPoints,
  type Paper,
  type PaperBasics,
  type PaperProducer,
  type PaperProduct,
  attachedTo,
  countOf,
  letterheadView,
  setPaper,
} from './paper.ts'

export type RecognisedProduct = { product: string; producer: string; address: string; set: number; code: string; star: number }

export type RecognitionDecisionData = PaperBasics &
  Closing & {
    letterhead: Letterhead
    /** "Về việc công nhận sản phẩm đạt hạng sao OCOP cấp tỉnh đợt 2 năm 2026". */
    subject: string
    authority: string
    bases: readonly string[]
    /** "đợt 2 năm 2026". */
    session: string
    products: readonly RecognisedProduct[]
    /** Months of validity from the day of issue, and the last valid day (plain), inclusive. */
    months: number
    lastValidDay: string
    /** Article 3: duties of the offices. */
    duties: string
    implementers: string
  }

/** Quyết định công nhận, with the list as its annex. Products are printed in the order given. */
export function renderRecognitionDecision(data: RecognitionDecisionData): Paper {
  const stars = [...new Set(data.products.map((product) => product.star))].sort((a, b) => b - a)
  const byStar = stars.map(
    (star) => `${countOf(data.products.filter((product) => product.star === star).length, 'sản phẩm')} hạng ${star} sao`,
  )
  return setPaper('recognition-decision', 'Quyết định công nhận sản phẩm OCOP', data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    countText: countOf(data.products.length, 'sản phẩm'),
    byStarText: byStar.join(' và '),
    validText: `đến hết ngày ${dateInTable(data.lastValidDay)}`,
    attached: attachedTo('Quyết định', data.letterhead, data.authority),
  })
}

export type ResultLetterData = PaperBasics &
  Closing & {
    letterhead: Letterhead
    addressees: readonly string[]
    body: string
    council: string
    session: string
    dossierCode: string
    product: PaperProduct
    producer: PaperProducer
    mean: MeanPoints | null
    star: number | null
    /** How the assessment ended, when it ended without a star ("bị loại: …"). */
    ending?: string | undefined
    /** `points` is the mean to two decimals ("1.43"). */
    reasons: readonly { code: string; title: string; points: string; max: number; reason: string }[]
    advice: string
  }

/** Thông báo kết quả: one and two stars get no decision and no certificate (QĐ 26/2026/QĐ-TTg, Điều 4.1.a). */
export function renderResultLetter(data: ResultLetterData): Paper {
  const points = data.mean ? `được ${decimalComma(data.mean.rounded)} điểm` : ''
  const star = data.star === null ? (data.ending ?? 'không được xếp hạng') : `đạt ${data.star} sao`
  return setPaper('result-letter', `Thông báo kết quả - ${data.product.name}`, data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    resultText: [points, star].filter((text) => text !== '').join(', '),
    consequence:
      data.star !== null && data.star < 3
        ? `Sản phẩm đạt ${data.star} sao không thuộc diện ban hành quyết định công nhận và cấp giấy chứng nhận. Chủ thể có thể hoàn thiện sản phẩm và đăng ký đánh giá ở đợt sau.`
        : 'Chủ thể có thể hoàn thiện hồ sơ, sản phẩm và đăng ký đánh giá ở đợt sau.',
    reasons: data.reasons.map((reason) => ({ ...reason, points: decimalComma(reason.points) })),
  })
}

export type MinistrySubmissionData = PaperBasics &
  Closing & {
    letterhead: Letterhead
    addressees: readonly string[]
    body: string
    asked: string
    regulation: string
    /** `approval`: number and date of the chairman's decision approving the result, in words. */
    products: readonly { product: string; producer: string; address: string; set: number; mean: string; approval: string }[]
    enclosures: readonly string[]
    /** Papers that should be there and are not, each with its reason. */
    missing: readonly { paper: string; reason: string }[]
    /** SHA-256 of the zip, when the letter is made after the package. */
    packageHash?: string | undefined
  }

/** Công văn to the ministry for products of 90 points and more. */
export function renderMinistrySubmission(data: MinistrySubmissionData): Paper {
  return setPaper('ministry-submission', 'Công văn đề nghị đánh giá cấp quốc gia', data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    countText: countOf(data.products.length, 'sản phẩm'),
    products: data.products.map((product) => ({ ...product, mean: decimalComma(product.mean) })),
  })
}
