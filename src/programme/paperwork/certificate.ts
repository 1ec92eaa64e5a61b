/** Giấy chứng nhận: one landscape A4 page, vector stars, a QR code that opens the public verification page. */
import { qrSvg } from '#/platform/documents/qr.ts'
import { dateInTable, dateInWords } from '#/platform/documents/vietnamese.ts'
import { type Paper, type PaperBasics, type Signature, setPaper } from './paper.ts'

export type CertificateData = PaperBasics & {
  /** "Chủ tịch Ủy ban nhân dân tỉnh Thanh Hóa"; printed in capitals. */
  issuer: string
  product: string
  packs: string | null
  star: number
  producer: string
  address: string
  /** "38-16531-05-2026" */
  code: string
  decision: { number: string; date: string }
  /** Plain dates; the last valid day is inclusive. */
  issuedOn: string
  lastValidDay: string
  months: number
  verifyUrl: string
  place: string
  signature: Signature
}

/**
 * Interpretation: no decision prescribes this layout (it is not among the 29 kinds of NĐ 30/2020, Điều 7), so it is the province's own; it carries
 * no state emblem. The last valid day is printed as included ("đến hết ngày").
 */
export function renderCertificate(data: CertificateData): Paper {
  return setPaper('certificate', `Giấy chứng nhận ${data.code}`, data, {
    ...data,
    decision: `Quyết định số ${data.decision.number} ${dateInWords(data.decision.date)}`,
    validity: `Có giá trị ${data.months} tháng, từ ngày ${dateInTable(data.issuedOn)} đến hết ngày ${dateInTable(data.lastValidDay)}`,
    date: dateInWords(data.issuedOn),
    qrSvg: qrSvg(data.verifyUrl),
    verifyHost: new URL(data.verifyUrl).host,
  })
}
