/** Phiếu đánh giá của thành viên, frozen at closing. */
import { instantInVietnam } from '#/platform/documents/vietnamese.ts'
import { type Letterhead, type Paper, type PaperBasics, type PaperProducer, type PaperProduct, letterheadView, setPaper } from './paper.ts'

/** `points` and `option` are those that count; `first` is kept where they were changed in the council's discussion. */
export type SheetCriterion = {
  code: string
  title: string
  max: number
  points: number | null
  option: string | null
  comment: string
  first: { points: number; option: string; reason: string } | null
}

export type MemberSheetData = PaperBasics & {
  letterhead: Letterhead
  dossierCode: string
  product: PaperProduct
  producer: PaperProducer
  member: { name: string; post: string; body: string; role: string }
  session: string
  regulation: string
  parts: readonly { code: string; title: string; max: number; criteria: readonly SheetCriterion[] }[]
  comment: string
  finalisedAt: string
  sheetHash: string
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Totals are computed here from the criteria, so the paper cannot disagree with itself. */
export function renderMemberSheet(data: MemberSheetData): Paper {
  const criteria = data.parts.flatMap((part) => part.criteria)
  return setPaper('member-sheet', `Phiếu đánh giá - ${data.member.name} - ${data.product.name}`, data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    parts: data.parts.map((part) => ({ ...part, points: sum(part.criteria.map((c) => c.points ?? 0)) })),
    total: sum(criteria.map((c) => c.points ?? 0)),
    firstTotal: sum(criteria.map((c) => c.first?.points ?? c.points ?? 0)),
    maxTotal: sum(data.parts.map((part) => part.max)),
    discussed: criteria.filter((c) => c.first !== null).length,
    finalisedAt: instantInVietnam(data.finalisedAt),
  })
}
