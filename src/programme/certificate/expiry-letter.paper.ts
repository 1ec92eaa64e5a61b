// The notice (thông báo) that tells a holder when its certificate ends and what to do by which day (S0:199; QĐ 26/2026 Đ4.3, Đ7.6).
import { addDays, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { dateInTable, dateInWords } from '#/platform/documents/vietnamese.ts'
import { letterheadView, setPaper, type Closing, type Letterhead, type Paper, type PaperBasics } from '../paperwork/paper.ts'
import { renewalWindow } from './validity.ts'

export type ExpiryLetter = PaperBasics &
  Closing & {
    letterhead: Letterhead
    body: string
    product: string
    producer: string
    /** "UBND phường Sầm Sơn". */
    commune: string
    code: string
    star: number
    issuedOn: PlainDate
    lastValidOn: PlainDate
    /** "Quyết định số 4127/QĐ-UBND ngày 22/12/2026 của Chủ tịch UBND tỉnh Thanh Hóa". */
    decision: string
    /** The day of the letter: what is still ahead on it, and what is over, is said so. */
    on: PlainDate
  }

/**
 * What the holder must do, as of the day of the letter. Interpretation: Đ12.3 keeps a late dossier for the transition alone, so where the time for
 * filing is over the letter says to ask the office, not that a dossier is taken.
 */
export function renewalText(lastValidOn: PlainDate, on: PlainDate): string {
  const { from, to } = renewalWindow(lastValidOn)
  if (on <= to)
    return `Để được đánh giá, phân hạng lại, chủ thể nộp hồ sơ từ ngày ${dateInTable(from)} đến hết ngày ${dateInTable(to)} (từ 180 đến 120 ngày trước ngày Giấy chứng nhận hết giá trị) tại Ủy ban nhân dân cấp xã.`
  return `Thời gian nộp hồ sơ đánh giá, phân hạng lại (từ ngày ${dateInTable(from)} đến hết ngày ${dateInTable(to)}) đã qua. Nếu đã nộp, chủ thể theo dõi kết quả; nếu chưa, liên hệ ngay cơ quan gửi thông báo này để được hướng dẫn.`
}

export function renderExpiryLetter(letter: ExpiryLetter): Paper {
  const { on, lastValidOn } = letter
  return setPaper('expiry-letter', `Thông báo thời hạn Giấy chứng nhận - ${letter.product}`, letter, {
    ...letter,
    letterhead: letterheadView(letter.letterhead),
    addressees: [letter.producer, letter.commune],
    bases: [
      'Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ (khoản 3 Điều 4, khoản 6 Điều 7)',
      `Căn cứ ${letter.decision}`,
    ],
    issuedOn: dateInTable(letter.issuedOn),
    lastDay: dateInWords(lastValidOn),
    endsOn: dateInTable(addDays(lastValidOn, 1)),
    renewal: renewalText(lastValidOn, on),
  })
}
