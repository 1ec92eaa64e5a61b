/** Mẫu số 01: phiếu đăng ký (QĐ 26/2026/QĐ-TTg, Phụ lục III). */
import { dateInTable } from '#/platform/documents/vietnamese.ts'
import { DOSSIER_KINDS, type DossierKind, type Paper, type PaperBasics, dateOrOpen, setPaper } from './paper.ts'

/** What an office writes into its part: `slipNumber` "…/PĐK-38-16531-2026". Dates are plain. */
export type OfficePart = { slipNumber: string | null; receivedOn: string | null; receivedBy: string | null }

export type RegistrationSlipData = PaperBasics & {
  addressees: readonly string[]
  place: string
  date: string | null
  producer: {
    name: string
    legalForm: string
    head: { name: string; post: string }
    address: string
    phone: string | null
    email: string | null
  }
  product: { name: string; sector: string; group: string; set: { number: number; title: string }; packs?: string | undefined }
  kind: DossierKind
  /** "Báo cáo tự đánh giá (mẫu 02): 01 bản gốc và 01 bản điện tử", "Mẫu sản phẩm: 05 đơn vị" … */
  enclosures: readonly string[]
  /** The regulation in words, as in "Quyết định số 26/2026/QĐ-TTg ngày 22/5/2026 của Thủ tướng Chính phủ". */
  regulation: string
  /** Shown above the name: how the declaration was made when it was filed by the signed-in producer. */
  signHint?: string | undefined
  commune: OfficePart | null
  province: OfficePart | null
}

export function renderRegistrationSlip(data: RegistrationSlipData): Paper {
  const office = (part: OfficePart | null) => ({ ...part, receivedOn: part?.receivedOn ? dateInTable(part.receivedOn) : null })
  return setPaper('registration-slip', `Mẫu 01 - Phiếu đăng ký - ${data.product.name}`, data, {
    ...data,
    date: dateOrOpen(data.date),
    kinds: Object.entries(DOSSIER_KINDS).map(([kind, label]) => ({ label, chosen: kind === data.kind })),
    offices: [office(data.commune), office(data.province)],
    signHint: data.signHint ?? '(Ký, ghi rõ họ tên, đóng dấu nếu có)',
  })
}
