/** Papers of the commune: mẫu số 03, the proposal, the request for supplement, the hand-over of samples (QĐ 26/2026/QĐ-TTg, Điều 6, 7). */
import type { PaperPicture } from '#/platform/documents/typst.ts'
import { dateInTable, momentInWords } from '#/platform/documents/vietnamese.ts'
import {
  type Closing,
  DOSSIER_KINDS,
  type DossierKind,
  type Letterhead,
  type Paper,
  type PaperBasics,
  type PaperProducer,
  type PaperProduct,
  countOf,
  letterheadView,
  setPaper,
} from './paper.ts'

/** The four contents on which the commune gives a written opinion, without points. */
export type CommuneOpinion = { title: string; criteria: readonly string[]; opinion: string }

export type CommuneReportData = PaperBasics &
  Closing & {
    letterhead: Letterhead
    addressees: readonly string[]
    /** The commune's committee in running text: "Ủy ban nhân dân phường Sầm Sơn". */
    body: string
    regulation: string
    product: PaperProduct
    producer: PaperProducer
    kind: DossierKind
    receivedOn: string
    componentCheck: string
    opinions: readonly CommuneOpinion[]
    conclusion: string
    /** `bytes` of a JPEG, PNG or WebP already re-encoded by the file store. */
    photos: readonly { caption: string; bytes: Uint8Array }[]
  }

/** Mẫu số 03: báo cáo đánh giá của UBND xã. */
export function renderCommuneReport(data: CommuneReportData): Paper {
  const pictures: PaperPicture[] = data.photos.map((photo, index) => ({
    name: `photo-${index + 1}${extensionOf(photo.bytes)}`,
    bytes: photo.bytes,
  }))
  const { photos, ...rest } = data
  const view = {
    ...rest,
    letterhead: letterheadView(data.letterhead),
    kindLabel: DOSSIER_KINDS[data.kind],
    receivedOn: dateInTable(data.receivedOn),
    pictures: photos.map((photo, index) => ({ caption: photo.caption, file: pictures[index]?.name })),
  }
  return setPaper('commune-report', `Mẫu 03 - Báo cáo của UBND cấp xã - ${data.product.name}`, data, view, pictures)
}

function extensionOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x89) return '.png'
  if (bytes[0] === 0x52) return '.webp'
  return '.jpg'
}

export type CommuneProposalData = PaperBasics &
  Closing & {
    letterhead: Letterhead
    addressees: readonly string[]
    body: string
    /** The body asked, in running text: "Ủy ban nhân dân tỉnh". */
    asked: string
    regulation: string
    /** `samples` null: the set needs none. */
    products: readonly { product: string; producer: string; address: string; set: number; kind: DossierKind; samples: number | null }[]
    enclosures: readonly string[]
    note?: string | undefined
  }

/** Văn bản đề nghị of the commune to the province. */
export function renderCommuneProposal(data: CommuneProposalData): Paper {
  return setPaper('commune-proposal', 'Văn bản đề nghị đánh giá, phân hạng', data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    countText: countOf(data.products.length, 'sản phẩm'),
    products: data.products.map((product) => ({ ...product, kindLabel: DOSSIER_KINDS[product.kind] })),
  })
}

export type SupplementRequestData = PaperBasics &
  Closing & {
    letterhead: Letterhead
    addressees: readonly string[]
    body: string
    regulation: string
    dossierCode: string
    product: PaperProduct
    producer: PaperProducer
    receivedOn: string
    items: readonly { component: string; finding: string; request: string; rule?: string | undefined }[]
    /** Last day to answer, and what follows when nobody answers ("hồ sơ được trả lại chủ thể"). */
    dueOn: string
    outcome: string
    stoppedOn: string
    /** Null where no clock of the law stands behind the request (the province's own). */
    workingDaysLeft: number | null
    contact?: string | undefined
  }

/** Thông báo bổ sung hồ sơ, item by item. */
export function renderSupplementRequest(data: SupplementRequestData): Paper {
  return setPaper('supplement-request', `Thông báo bổ sung ${data.dossierCode}`, data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    receivedOn: dateInTable(data.receivedOn),
    dueOn: dateInTable(data.dueOn),
    stoppedOn: dateInTable(data.stoppedOn),
  })
}

export type HandoverSide = { name: string; post: string; body: string }

export type SampleHandoverData = PaperBasics & {
  letterhead: Letterhead
  /** ISO instant of the hand-over. */
  handedAt: string
  at: string
  giver: HandoverSide
  receiver: HandoverSide
  dossierCode: string
  product: PaperProduct
  producer: PaperProducer
  /** Or the reason why there are none (set 26 needs no samples): a record is made either way. */
  samples:
    | readonly { quantity: number; unit: string; pack?: string | undefined; lot?: string | undefined; expiresOn?: string | undefined }[]
    | { none: string }
  condition: string
  note?: string | undefined
}

/** Biên bản giao nhận mẫu sản phẩm. */
export function renderSampleHandover(data: SampleHandoverData): Paper {
  const { samples } = data
  const given = 'none' in samples ? null : samples
  return setPaper('sample-handover', `Biên bản giao nhận mẫu ${data.dossierCode}`, data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    moment: momentInWords(data.handedAt),
    samples: given?.map((sample) => ({ ...sample, expiresOn: sample.expiresOn ? dateInTable(sample.expiresOn) : null })) ?? null,
    noSampleReason: 'none' in samples ? samples.none : null,
    total: given?.reduce((sum, sample) => sum + sample.quantity, 0) ?? 0,
  })
}
