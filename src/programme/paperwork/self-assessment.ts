/** Mẫu số 02: báo cáo của chủ thể theo bộ tiêu chí (QĐ 26/2026/QĐ-TTg, Phụ lục III). */
import { dateInTable, dateInWords } from '#/platform/documents/vietnamese.ts'
import { type Paper, type PaperBasics, dateOrOpen, setPaper } from './paper.ts'

/** `points` null and `option` null: not answered, which is not the same as 0 points. */
export type SelfAssessedCriterion = {
  code: string
  title: string
  /** Title of the form's subgroup that begins with this criterion. */
  subgroup?: string | undefined
  max: number
  points: number | null
  option: string | null
  description: string
  /** Titles of the evidence papers attached to this criterion. */
  evidence: readonly string[]
}

export type SelfAssessedPart = {
  code: string
  title: string
  max: number
  points: number
  groups: readonly { code: string; title: string; max: number; points: number; criteria: readonly SelfAssessedCriterion[] }[]
}

export type EvidencePaper = {
  title: string
  /** Number and issuer in words. */
  source: string | null
  issuedOn: string | null
  criteria: readonly string[]
  files: readonly { name: string; sha256: string }[]
}

export type SelfAssessmentData = PaperBasics & {
  place: string
  date: string | null
  producer: {
    name: string
    legalForm: string
    head: { name: string; post: string | null; sex: string | null; ethnicity: string | null }
    registration: { number: string; issuer: string; issuedOn: string | null } | null
    address: string
    phone: string | null
    email: string | null
  }
  product: { name: string; description: string; packs?: string | undefined; set: { number: number; title: string } }
  papers: readonly { label: string; state: 'present' | 'absent' | 'notApplicable'; detail: string | null }[]
  /** Only in an upgrade or a re-assessment (26/2026 Đ6): the certificate it builds on in words, and what changed, topic by topic. */
  since?:
    | { certificate: string | null; changes: readonly { title: string; changed: boolean; text: string; evidence: readonly string[] }[] }
    | undefined
  history: string
  structure: string
  /** Part II: a table of figures by year (already formatted) and a text. */
  resultYears: readonly string[]
  results: readonly { label: string; values: readonly string[] }[]
  resultText: string
  regulation: string
  parts: readonly SelfAssessedPart[]
  total: number
  pointsStar: number
  star: number
  plan: readonly { heading: string; text: string }[]
  evidence: readonly EvidencePaper[]
  signHint?: string | undefined
}

const STATES = { present: 'có', absent: 'chưa có', notApplicable: 'không áp dụng' }

export function renderSelfAssessment(data: SelfAssessmentData): Paper {
  const { registration } = data.producer
  return setPaper('self-assessment', `Mẫu 02 - Báo cáo tự đánh giá - ${data.product.name}`, data, {
    ...data,
    date: dateOrOpen(data.date),
    producer: {
      ...data.producer,
      registration: registration
        ? `số ${registration.number}, nơi cấp: ${registration.issuer}${registration.issuedOn ? `, ${dateInWords(registration.issuedOn)}` : ''}`
        : 'chưa đăng ký',
    },
    papers: data.papers.map((paper) => ({ ...paper, state: STATES[paper.state] })),
    maxTotal: data.parts.reduce((sum, part) => sum + part.max, 0),
    starText:
      data.star === data.pointsStar
        ? `hạng ${data.star} sao`
        : `hạng ${data.star} sao (đủ điểm hạng ${data.pointsStar} sao nhưng chưa đạt yêu cầu tối thiểu của hạng này)`,
    evidence: data.evidence.map((paper) => ({ ...paper, issuedOn: paper.issuedOn ? dateInTable(paper.issuedOn) : null })),
    signHint: data.signHint ?? '(Ký, ghi rõ họ tên, đóng dấu nếu có)',
  })
}
