/** Biên bản họp Hội đồng (or of taking written opinions). */
import { decimalComma, momentInWords } from '#/platform/documents/vietnamese.ts'
import { type Letterhead, type MeanPoints, type Paper, type PaperBasics, letterheadView, setPaper } from './paper.ts'

export type Votes = { yes: number; no: number; abstain: number }

export type MinutesItem = {
  product: string
  producer: string
  set: number
  dossierCode: string
  /** Number of valid sheets of this item's own voting set. */
  sheets: number
  /** Asked in writing: members who sent no ballot; they count neither for nor against. */
  silent?: number | undefined
  /** Null where an ending stopped the assessment before a mean. */
  mean: MeanPoints | null
  spread: number | null
  /** What was discussed, who changed what, how it ended. */
  reconciliation?: string | undefined
  opinions: readonly { by: string; text: string }[]
  ending: { label: string; reason: string; votes: Votes | null } | null
  /** "đạt 4 sao", "không đánh giá" … */
  conclusion: string
  /** Assessed again: the first result and the ground, in words. */
  follows?: string | undefined
  /** When it was in hand and who was there, in words. */
  session?: string | undefined
  /** The scribe's notes of this item. */
  notes?: string | undefined
}

/** An item a copy leaves out: one sentence and nothing else. */
export type WithheldItem = { withheld: string }

export type MinutesData = PaperBasics & {
  letterhead: Letterhead
  /** "Họp Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh, đợt 2 năm 2026". */
  subject: string
  mode: 'meeting' | 'written'
  startedAt: string
  endedAt: string
  /** Where the meeting was held, or how the opinions were taken. */
  at: string
  chair: { name: string; post: string; capacity: readonly string[] }
  secretary: { name: string; post: string }
  /** Voting members by the establishing decision. */
  memberCount: number
  /** `times`: "07:55–11:30", as recorded. */
  present: readonly { name: string; body: string; role: string; times?: string | undefined }[]
  absent: readonly { name: string; reason: string }[]
  guests: readonly string[]
  /** Quorum by the council's rules (number of voting members). */
  quorum: number
  /** How the rules treat a conflict, then each case. */
  conflictRule: string
  conflicts: readonly { member: string; product: string; basis: string; handling: string }[]
  items: readonly (MinutesItem | WithheldItem)[]
  /** Conditions of a valid session, met or not, in words. */
  checks?: readonly { text: string; met: boolean }[] | undefined
  /** Why the session opened although a check that only warns was not met. */
  checksReason?: string | undefined
  /** Who sat for whom, by which letter. */
  substitutes?: readonly string[] | undefined
  /** Recusals by item as a number, where the rules keep names and reasons out of the minutes; then who chaired in place of the chair. */
  recusals?: readonly string[] | undefined
  /** Items sent to a later meeting, by their number. */
  deferred?: readonly string[] | undefined
  /** The scribe's notes. */
  notes?: string | undefined
  conclusion: string
  /** Lines naming the copies with items left out, by their hash. */
  copies?: readonly string[] | undefined
  /** This is such a copy. */
  extract?: boolean | undefined
}

export function renderMinutes(data: MinutesData): Paper {
  const valid = data.present.length >= data.quorum
  const written = data.mode === 'written'
  return setPaper('minutes', `Biên bản ${written ? 'tổng hợp ý kiến bằng văn bản: ' : ''}${data.subject}`, data, {
    ...data,
    letterhead: letterheadView(data.letterhead),
    written,
    startedAt: momentInWords(data.startedAt),
    endedAt: momentInWords(data.endedAt),
    chair: `${data.chair.name}, ${data.chair.post}`,
    chairName: data.chair.name,
    chairCapacity: data.chair.capacity,
    secretary: `${data.secretary.name}, ${data.secretary.post}`,
    secretaryName: data.secretary.name,
    validity: written
      ? `Theo Quy chế, mỗi mục cần ít nhất ${data.quorum} phiếu. Thành viên không gửi phiếu không tính là đồng ý hay không đồng ý.`
      : valid
        ? `Theo Quy chế, cần ít nhất ${data.quorum} thành viên; cuộc họp hợp lệ.`
        : `Theo Quy chế, cần ít nhất ${data.quorum} thành viên; cuộc họp không đủ số thành viên.`,
    checks: data.checks ?? [],
    checksReason: data.checksReason ?? '',
    substitutes: data.substitutes ?? [],
    recusals: data.recusals ?? [],
    deferred: data.deferred ?? [],
    notes: data.notes ?? '',
    present: data.present.map((member) => ({ ...member, role: member.times ? `${member.role} (${member.times})` : member.role })),
    copies: data.copies ?? [],
    extract: data.extract ?? false,
    items: data.items.map((item) =>
      'withheld' in item ? item : { ...item, mean: item.mean ? decimalComma(item.mean.rounded) : null, exact: item.mean?.exact },
    ),
  })
}
