/** Phụ lục, also as an annex of corrections: a paper that was frozen is corrected by a new one, never rewritten. */
import { type Closing, type Letterhead, type Paper, type PaperBasics, letterheadView, setPaper } from './paper.ts'

export type AnnexData = PaperBasics & {
  letterhead: Letterhead
  /** "Phụ lục I", "Phụ lục đính chính số 01". */
  annexNumber: string
  title: string
  /** "(Kèm theo Biên bản số 12/BB-HĐ ngày …)" */
  attachedTo: string
  text: string
  corrections: readonly { place: string; was: string; becomes: string; reason: string }[]
  /** `width` in millimetres, absent: shares what is left. `number` aligns right. Cells are text as printed. */
  tables: readonly {
    caption?: string | undefined
    columns: readonly { title: string; width?: number | undefined; number?: boolean | undefined }[]
    rows: readonly (readonly string[])[]
  }[]
} & Closing

export function renderAnnex(data: AnnexData): Paper {
  return setPaper('annex', `${data.annexNumber} - ${data.title}`, data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    tables: data.tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({ title: column.title, width: column.width ?? null, number: column.number ?? false })),
    })),
  })
}
