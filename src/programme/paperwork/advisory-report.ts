/** Báo cáo thẩm định của Tổ tư vấn (QĐ 26/2026 Đ7.5): the team's work by criterion and its summary, for the council and the ministry. */
import { dateInTable } from '#/platform/documents/vietnamese.ts'
import {
  type Closing,
  DOSSIER_KINDS,
  type DossierKind,
  type Letterhead,
  type Paper,
  type PaperBasics,
  type PaperProducer,
  type PaperProduct,
  letterheadView,
  setPaper,
} from './paper.ts'

export type AdvisedCriterion = {
  code: string
  title: string
  /** Points the producer gave itself; the team gives none. */
  points: number
  max: number
  seen: boolean
  remark: string
  bringToCouncil: boolean
}

export type AdvisoryReportData = PaperBasics &
  Closing & {
    letterhead: Letterhead
    addressees: readonly string[]
    regulation: string
    dossierCode: string
    product: PaperProduct
    producer: PaperProducer
    kind: DossierKind
    /** The filing the team read; `filedOn` plain date. */
    filing: { ordinal: number; filedOn: string }
    selfTotal: number
    /** In printed order. */
    criteria: readonly AdvisedCriterion[]
    summary: string
    /** Day on which the text was frozen, plain date. */
    frozenOn: string
    /** Number of the report this one replaces; null for the first. */
    replaces: string | null
  }

export function renderAdvisoryReport(data: AdvisoryReportData): Paper {
  return setPaper('advisory-report', `Báo cáo thẩm định của Tổ tư vấn - ${data.product.name}`, data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    kindLabel: DOSSIER_KINDS[data.kind],
    filing: { ...data.filing, filedOn: dateInTable(data.filing.filedOn) },
    frozenOn: dateInTable(data.frozenOn),
    seen: data.criteria.filter((one) => one.seen).length,
    brought: data.criteria.filter((one) => one.bringToCouncil),
  })
}
