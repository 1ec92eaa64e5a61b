// What the law wants in the pack for the ministry, in its order, against what is there. Pure.
import type { Regulation } from '#/regulation/regulation.schema.ts'

type Stored = { id: string; kind: string; title: string; sha256: string; fileName: string }

export type PackSource = {
  documents: readonly Stored[]
  signed: readonly { documentId: string; sha256: string; fileName: string }[]
  /** `secret`: marked by its producer as a business secret; named in the pack, never packed. */
  evidence: readonly { title: string; sha256: string; fileName: string; secret?: boolean }[]
}

export type PackEntry = { title: string; name: string; sha256: string; folder?: string }
export type PackList = { entries: PackEntry[]; missing: { paper: string; reason: string }[] }

/** Kinds of stored papers that make up each component of the forwarding list; the first list is the order in the pack. */
const kindsOf: Record<string, readonly string[]> = {
  advisoryReport: ['advisoryReport'],
  councilReport: ['minutes', 'summaryTable', 'proofSheet'],
  approvalDecision: ['approvalDecision'],
  agencyReport: ['agencyReport'],
  productDossier: ['registrationSlip', 'selfAssessment', 'communeReport', 'communeProposal'],
  extraTests: ['extraTest'],
  samples: ['sampleHandover'],
}

/**
 * The components the province forwards to the ministry (QĐ 26/2026 Đ6), each with its papers; a signed scan stands before the file it is of.
 * Interpretation: the council's report is its minutes, summary table and star proof sheet; members' own sheets are not sent.
 */
export function ministryList(regulation: Regulation, kind: 'first' | 'upgrade' | 'renewal', setNo: number, source: PackSource): PackList {
  const forwarding = regulation.dossier.forwarding.find((entry) => entry.from === 'province' && entry.to === 'central')
  const wanted = (forwarding?.components ?? []).filter(
    (component) => component.kinds.includes(kind) && !component.exceptSets?.includes(setNo),
  )
  const list: PackList = { entries: [], missing: [] }
  for (const component of wanted) {
    if (component.id === 'provinceProposal') {
      list.missing.push({ paper: component.title.vi, reason: 'Bản ký được bổ sung khi lấy số và gửi; tệp đầu tiên là bản trình ký' })
      continue
    }
    const papers = paperEntries(kindsOf[component.id] ?? [], component.title.vi, source)
    const evidence = component.id === 'productDossier' ? evidenceEntries(source) : []
    list.entries.push(...papers, ...evidence)
    if (component.id === 'productDossier') list.missing.push(...withheld(source))
    if (papers.length === 0 && component.need === 'always')
      list.missing.push({ paper: component.title.vi, reason: reasonFor(component.id) })
  }
  return list
}

function paperEntries(kinds: readonly string[], title: string, source: PackSource): PackEntry[] {
  return kinds.flatMap((kind) =>
    source.documents
      .filter((document) => document.kind === kind)
      .flatMap((document): PackEntry[] => [
        ...source.signed
          .filter((copy) => copy.documentId === document.id)
          .map((copy) => ({ title: `${title} (bản ký)`, name: copy.fileName, sha256: copy.sha256 })),
        { title, name: document.fileName, sha256: document.sha256 },
      ]),
  )
}

/** Each file once, though many criteria may lean on it. */
function evidenceEntries(source: PackSource): PackEntry[] {
  const seen = new Set<string>()
  // The same bytes may hang on a second paper without the mark; the mark wins.
  const secret = new Set(source.evidence.filter((file) => file.secret).map((file) => file.sha256))
  return source.evidence.flatMap((file) => {
    if (seen.has(file.sha256) || secret.has(file.sha256)) return []
    seen.add(file.sha256)
    return [{ title: `Minh chứng: ${file.title}`, name: file.fileName, sha256: file.sha256, folder: 'minh-chung' }]
  })
}

/** Interpretation: a business secret does not travel in a file that many hands open; the ministry asks for it where it needs it. */
function withheld(source: PackSource): { paper: string; reason: string }[] {
  const titles = new Set(source.evidence.filter((file) => file.secret).map((file) => file.title))
  return [...titles].map((title) => ({
    paper: `Minh chứng: ${title}`,
    reason: 'Chủ thể đánh dấu bí mật kinh doanh, không gửi kèm; cung cấp riêng khi Bộ yêu cầu',
  }))
}

function reasonFor(component: string): string {
  if (component === 'samples') return 'Chưa có biên bản bàn giao mẫu; mẫu sản phẩm gửi kèm bằng hiện vật'
  if (component === 'advisoryReport') return 'Tổ tư vấn chưa ban hành báo cáo trong phần mềm'
  return 'Chưa có bản đã ban hành trong phần mềm'
}
