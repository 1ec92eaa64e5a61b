/** What every paper shares: who issues it, who signs it, how it is set. No database here; callers bring finished facts. */
import { renderPdf } from '#/platform/documents/pdf.ts'
import { type PaperData, type PaperPicture, printableData } from '#/platform/documents/typst.ts'
import { dateInWords, documentNumber } from '#/platform/documents/vietnamese.ts'
import { renderWord } from '#/platform/documents/word.ts'
import { WORD_TYPE } from '#/platform/documents/word-package.ts'
import { safeFileName } from '#/platform/documents/zip.ts'

/** A finished paper, ready to be stored by its hash. Issued papers are stored bytes and are never set again; `source` gives the Word copy. */
export type Paper = { name: string; mediaType: string; bytes: Uint8Array; source?: PaperSource }

/** What a paper was set from, kept with it so that the office can have the same text as editable Word. */
export type PaperSource = {
  readonly template: string
  readonly data: PaperData
  readonly createdAt: string
  readonly pictures: readonly PaperPicture[]
}

/** The certificate is a drawn sheet of its own and no paper of NĐ 30/2020; nobody is to edit one. */
const NOT_EDITABLE: ReadonlySet<string> = new Set(['certificate'])

/** `createdAt`: ISO instant written into the file's properties; the same data then give the same bytes. `demo` prints a mark on every page. */
export type PaperBasics = { createdAt: string; demo?: boolean | undefined }

/** `number` null: left open to be filled in when the paper is registered. `date` null: likewise. Dates are plain (yyyy-MM-dd). */
export type Letterhead = {
  parentBody?: string | undefined
  body: string
  number: string | null
  symbol: string
  place: string
  date: string | null
}

/** For instance `capacity: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']`. No academic titles before the name (NĐ 30/2020). */
export type Signature = { capacity: readonly string[]; name: string; hint?: string | undefined }

/** Left and right foot of an issued paper. `archive` is what follows "Lưu: " ("VT, NNMT"). */
export type Closing = { recipients: readonly string[]; archive: string; signature: Signature }

export type PaperProducer = { name: string; address: string }

export type PaperProduct = { name: string; set: { number: number; title: string } }

export type PaperRegulation = { id: string; title: string; contentHash: string }

/** Points of a council, both ways of saying them: `exact` "499/7", `rounded` "71.29" (two decimals, half up). */
export type MeanPoints = { exact: string; rounded: string }

export type DossierKind = 'first' | 'upgrade' | 'renewal'

export const DOSSIER_KINDS: Record<DossierKind, string> = { first: 'Lần đầu', upgrade: 'Nâng hạng', renewal: 'Đánh giá lại' }

export const PDF_TYPE = 'application/pdf'

/** "ngày … tháng … năm …" where the date is not yet known. */
export function dateOrOpen(date: string | null): string {
  return date === null ? 'ngày …… tháng …… năm ………' : dateInWords(date)
}

export function letterheadView(head: Letterhead): PaperData {
  return {
    parentBody: head.parentBody,
    body: head.body,
    number: head.symbol === '' ? null : documentNumber(head.number, head.symbol),
    place: head.place,
    date: dateOrOpen(head.date),
  }
}

/** "(Kèm theo Quyết định số 05/QĐ-UBND ngày 05 tháng 02 năm 2026 của …)" */
export function attachedTo(kind: string, head: Letterhead, issuer: string): string {
  return `(Kèm theo ${kind} số ${documentNumber(head.number, head.symbol)} ${dateOrOpen(head.date)} của ${issuer})`
}

/** "02 sản phẩm": counts below 10 take a leading 0 in official papers. */
export function countOf(count: number, noun: string): string {
  return `${count < 10 ? `0${count}` : count} ${noun}`
}

/** Sets one template. `fileName` without extension; it is made safe for every system. */
export function setPaper(
  template: string,
  fileName: string,
  basics: PaperBasics,
  view: PaperData,
  pictures: readonly PaperPicture[] = [],
): Paper {
  const data = printableData({ ...view, demo: basics.demo ?? false })
  const { createdAt } = basics
  const paper = { name: safeFileName(`${fileName}.pdf`), mediaType: PDF_TYPE, bytes: renderPdf(template, data, createdAt, pictures) }
  return NOT_EDITABLE.has(template) ? paper : { ...paper, source: { template, data, createdAt, pictures } }
}

/** The same paper as a .docx: same template, same data, same order of text. Throws PaperError as `renderWord` does. */
export async function wordCopy(source: PaperSource, pdfName: string): Promise<Paper> {
  const bytes = await renderWord(source.template, source.data, source.createdAt, source.pictures)
  return { name: safeFileName(`${pdfName.replace(/\.pdf$/i, '')}.docx`), mediaType: WORD_TYPE, bytes }
}
