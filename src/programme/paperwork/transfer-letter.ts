/** Công văn by which a dossier goes between levels: up with its approved result and samples, or down with a result or as not valid. */
import {
  type Closing,
  type Letterhead,
  letterheadView,
  type Paper,
  type PaperBasics,
  type PaperProducer,
  type PaperProduct,
  setPaper,
} from './paper.ts'

export type TransferLetterData = PaperBasics &
  Closing & {
    letterhead: Letterhead
    /** What follows "V/v": lower case, no full stop. */
    about: string
    title: string
    addressees: readonly string[]
    regulation: string
    /** The sentence before the table, beginning in lower case and ending with a colon. */
    opening: string
    product: PaperProduct
    producer: PaperProducer
    /** "71,29 điểm, 4 sao"; "hồ sơ không hợp lệ". */
    result: string
    /** The decision or council session the result stands on. */
    ground: string
    enclosures: readonly string[]
    note: string
    /** The last sentence without its full stop. */
    closingLine: string
  }

/** NĐ 30/2020, Phụ lục III mẫu 1.5 (công văn). */
export function renderTransferLetter(data: TransferLetterData): Paper {
  return setPaper('transfer-letter', data.title, data, { ...data, letterhead: letterheadView(data.letterhead) })
}
