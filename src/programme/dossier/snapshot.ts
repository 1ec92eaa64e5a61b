// What a submission freezes: the producer, the product, every answer with the words as shown, the papers as they were.
// A reader for every format ever shipped stays here; later readers never look at the live tables for a filed dossier.

export type SnapshotPaper = {
  id: string
  kind: string
  title: string
  number: string | null
  issuer: string | null
  issuedOn: string | null
  expiresOn: string | null
  holder: string | null
  confidential: boolean
  files: { id: string; sha256: string; fileName: string; mediaType: string; size: number; pageCount: number | null }[]
}

export type SnapshotAnswer = {
  criterion: string
  title: string
  part: string
  group: string
  max: number
  /** Option number in printed order; 0 = no option reached. */
  option: number
  optionText: string
  points: number
  origin: 'own' | 'proposed' | 'former'
  description: string
  paperIds: string[]
}

export type Snapshot = {
  format: 1
  kind: 'first' | 'upgrade' | 'renewal'
  filedAt: string
  /** `wording`: hash of the gazette's words worn by the labels; absent: the program's own words. */
  regulation: { id: string; hash: string; number: string; title: string; wording?: string }
  set: { no: number; title: string; sector: string; group: string; ministry: string }
  cases: Record<string, number>
  producer: {
    id: string
    name: string
    legalForm: string
    legalFormLabel: string
    taxCode: string | null
    registrationNumber: string | null
    registrationDate: string | null
    registrationIssuer: string | null
    addressLine: string
    communeCode: string
    communeName: string
    provinceName: string
    oldNames: string[]
    headName: string
    headPost: string
    phone: string | null
    email: string | null
    website: string | null
    workersTotal: number | null
    workersLocal: number | null
    history: string
    structure: string
  }
  /** Sensitive: shown only where the policy says so, and on mẫu 02 for the offices that receive it. */
  producerPrivate: { headSex: string | null; headEthnicity: string | null; headDisability: boolean | null }
  product: {
    id: string
    name: string
    description: string
    packs: { name: string; netContent: string; barcode: string | null }[]
    photos: { id: string; sha256: string; mediaType: string; caption: string }[]
  }
  /** Typed fields of mẫu 01 and of the report parts of mẫu 02, as given. */
  registration: Record<string, string>
  report: Record<string, string>
  /** Only in an upgrade or a re-assessment: the certificate it builds on, and what changed since, topic by topic. */
  since?: {
    certificate: { id: string; productCode: string; star: number; issuedOn: string; lastValidOn: string; regulation: string } | null
    changes: { topic: string; title: string; changed: boolean; text: string; paperIds: string[] }[]
  }
  components: { code: string; label: string; present: boolean; paperIds: string[] }[]
  answers: SnapshotAnswer[]
  papers: SnapshotPaper[]
  totals: {
    total: number
    parts: Record<string, number>
    pointsStar: number
    star: number
    missed: { star: number; criterion: string; needed: number; points: number }[]
  }
}

/** Opens a stored snapshot of any format shipped so far. Throws on a format this program does not know. */
export function readSnapshot(stored: unknown): Snapshot {
  const snapshot = stored as Snapshot
  if (snapshot?.format !== 1) throw new Error(`unknown snapshot format ${String((stored as { format?: unknown } | null)?.format)}`)
  return snapshot
}
