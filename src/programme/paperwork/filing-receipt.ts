/** Giấy tiếp nhận hồ sơ: what was filed, when by the server's clock, under which pack, and the hashes that prove it. */
import { dateInTable, instantInVietnam } from '#/platform/documents/vietnamese.ts'
import {
  DOSSIER_KINDS,
  type DossierKind,
  type Letterhead,
  type Paper,
  type PaperBasics,
  type PaperProducer,
  type PaperProduct,
  type PaperRegulation,
  letterheadView,
  setPaper,
} from './paper.ts'

export type FilingReceiptData = PaperBasics & {
  letterhead: Letterhead
  dossierCode: string
  /** ISO instant of the server. */
  filedAt: string
  kind: DossierKind
  product: PaperProduct
  producer: PaperProducer
  /** The commune's office that handles the dossier. */
  receiver: string
  regulation: PaperRegulation
  /** Last day of the commune's clock (plain date) and the rule in words ("15 ngày làm việc, Điều 7"). */
  due: { on: string; rule: string } | null
  /** `hashes`: SHA-256 of the files in hexadecimal. */
  components: readonly { title: string; hashes: readonly string[] }[]
  snapshotHash: string
}

export function renderFilingReceipt(data: FilingReceiptData): Paper {
  return setPaper('filing-receipt', `Giấy tiếp nhận ${data.dossierCode}`, data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    filedAt: `${instantInVietnam(data.filedAt)} (giờ Việt Nam)`,
    kindLabel: DOSSIER_KINDS[data.kind],
    dueOn: data.due ? dateInTable(data.due.on) : null,
    dueRule: data.due?.rule,
    components: data.components.map((component) => ({ ...component, files: component.hashes.length })),
  })
}
