// What the minutes of a meeting say, from the frozen results and the presence book. Pure: the same records print the same minutes.
import { decimalComma } from '#/platform/documents/vietnamese.ts'
import { formatDate, formatInstantDate, formatTime } from '#/platform/text/format.ts'
import type { Letterhead } from '../paperwork/paper.ts'
import type { MinutesData, MinutesItem } from '../paperwork/minutes.ts'
import type { PresenceFact, SeatFact } from './council.ts'
import type { CompositionCheck } from '#/regulation/composition.ts'
import { roleWords } from './council.messages.ts'
import { checkText } from './validity.ts'
import type { BasisSheet, BasisVotes, ResultBasis } from './result.ts'
import type { FirstResult } from '../objection/reassessment.store.ts'
import type { Attendance, Sitting } from './session.ts'

export type MinutesFacts = {
  letterhead: Letterhead
  createdAt: string
  demo: boolean
  meeting: {
    name: string
    roundName: string
    place: string
    mode: 'meeting' | 'writtenOpinion'
    openedAt: Date
    closedAt: Date
    notes: string
  }
  councilName: string
  seats: readonly SeatFact[]
  bodyNames: ReadonlyMap<string, string>
  presence: readonly PresenceFact[]
  quorum: number
  /** As they stood when the session opened, and the reason written for those that only warn. */
  checks: readonly CompositionCheck[]
  openingReason: string | null
  items: readonly MinutesSource[]
  deferred: readonly { itemId: string; ordinal: number; reason: string; notes: string }[]
  /** Copies with items left out that were stored with these minutes. */
  copies: readonly { ordinals: readonly number[]; sha256: string }[]
  /** What this rendition leaves out, by item; null in the minutes themselves. */
  withheld: readonly { itemId: string; ordinal: number }[] | null
}

export type MinutesSource = {
  itemId: string
  ordinal: number
  recused: number
  standIn: string | null
  basis: ResultBasis
  /** Assessed again: the result this one follows, as it stands on record. */
  first: FirstResult | null
  sittings: readonly Sitting[]
  attendance: readonly Attendance[]
  notes: string
}

/** Presence as it stood at a moment, in the shape "who is here now" that the validity checks read. */
export function presenceAt(presence: readonly PresenceFact[], at: Date): PresenceFact[] {
  return presence.filter((row) => row.arrivedAt <= at && (row.leftAt === null || row.leftAt > at)).map((row) => ({ ...row, leftAt: null }))
}

/**
 * Interpretation: a recusal is printed as a number per item, never with a name or a cause (the council's rules set no other wording).
 * Where items are withheld, nothing that counts, names or speaks of them is left: no figure of the conclusion, no line on recusals, no notes
 * of the meeting as a whole, which may speak of any item.
 */
export function minutesOf(facts: MinutesFacts): MinutesData {
  const { meeting, seats, withheld } = facts
  const hidden = new Set(withheld?.map((item) => item.itemId))
  const shown = facts.items.filter((item) => !hidden.has(item.itemId))
  const came = (seat: SeatFact) => facts.presence.filter((row) => row.memberId === seat.memberId)
  const voting = seats.filter((seat) => seat.voting && (seat.leftOn === null || came(seat).length > 0))
  const present = voting.filter((seat) => came(seat).length > 0)
  const chair =
    seats.find((seat) => seat.role === 'chair' && came(seat).length > 0) ?? present.find((seat) => seat.role === 'viceChair') ?? present[0]
  const secretary = seats.find((seat) => seat.role === 'secretary' && seat.leftOn === null)
  const body = (seat: SeatFact) => (seat.bodyId && facts.bodyNames.get(seat.bodyId)) ?? ''
  return {
    createdAt: facts.createdAt,
    demo: facts.demo,
    letterhead: facts.letterhead,
    subject: `${meeting.name} của ${facts.councilName}, ${meeting.roundName}`,
    mode: meeting.mode === 'meeting' ? 'meeting' : 'written',
    startedAt: meeting.openedAt.toISOString(),
    endedAt: meeting.closedAt.toISOString(),
    at: meeting.mode === 'meeting' ? meeting.place : 'lấy ý kiến bằng văn bản, thành viên chấm điểm trên hệ thống',
    chair: {
      name: chair?.name ?? '',
      post: chair ? `${chair.post}, ${roleWords[chair.role].vi}` : '',
      capacity: [chair?.role === 'chair' ? 'CHỦ TỊCH HỘI ĐỒNG' : 'NGƯỜI CHỦ TRÌ'],
    },
    secretary: { name: secretary?.name ?? '', post: secretary?.post ?? '' },
    memberCount: voting.length,
    present: present.map((seat) => ({
      name: seat.name,
      body: body(seat),
      role: roleWords[seat.role].vi,
      times: meeting.mode === 'meeting' ? timesOf(came(seat)) : undefined,
    })),
    absent: voting
      .filter((seat) => came(seat).length === 0)
      .map((seat) => ({ name: seat.name, reason: meeting.mode === 'meeting' ? 'không có mặt' : 'không mở hồ sơ, không gửi phiếu' })),
    guests: seats.filter((seat) => !seat.voting && came(seat).length > 0).map((seat) => `${seat.name} (${roleWords[seat.role].vi})`),
    quorum: facts.quorum,
    conflictRule: 'Thành viên có xung đột lợi ích không xem, không chấm và không biểu quyết đối với mục liên quan.',
    conflicts: [],
    recusals: shown.flatMap(recusalText),
    checks: facts.checks.map((check) => ({ text: checkText(check).vi.replace(/\.$/, ''), met: check.met })),
    checksReason: facts.openingReason ?? undefined,
    substitutes: seats.flatMap((seat) => substituteText(seat, seats)),
    items: [...shown.map(printedOf), ...(withheld ?? []).map(blankOf)].toSorted((a, b) => a.ordinal - b.ordinal).map((entry) => entry.item),
    deferred: facts.deferred.filter((item) => !hidden.has(item.itemId)).map(deferredText),
    notes: withheld === null ? meeting.notes : '',
    copies: facts.copies.map(
      (copy) => `Bản trích không hiển thị ${copy.ordinals.map((ordinal) => `mục ${ordinal}`).join(', ')}: SHA-256 ${copy.sha256}`,
    ),
    extract: withheld !== null,
    conclusion: conclusionOf(shown, withheld !== null),
  }
}

function timesOf(rows: readonly PresenceFact[]): string {
  return rows.map((row) => `${formatTime(row.arrivedAt)}–${row.leftAt ? formatTime(row.leftAt) : ''}`).join(', ')
}

function substituteText(seat: SeatFact, seats: readonly SeatFact[]): string[] {
  if (!seat.substitutes) return []
  const { memberId, mandateNumber, mandateDate } = seat.substitutes
  const absent = seats.find((entry) => entry.memberId === memberId)
  return [`${seat.name} (${seat.post}) dự thay ${absent?.name ?? ''} theo văn bản số ${mandateNumber} ngày ${formatDate(mandateDate)}`]
}

function recusalText({ ordinal, recused, standIn }: MinutesFacts['items'][number]): string[] {
  if (recused === 0 && standIn === null) return []
  const number = recused > 0 ? `${recused} thành viên hồi tỵ` : 'không có thành viên hồi tỵ'
  return [`Mục ${ordinal}: ${number}${standIn === null ? '' : `; ${standIn} chủ trì thay`}.`]
}

type Placed = { ordinal: number; item: MinutesData['items'][number] }

function printedOf(source: MinutesSource): Placed {
  const { ordinal, basis, first, sittings, attendance, notes } = source
  const item = itemOf(basis)
  if (first) item.follows = followsText(first)
  if (sittings.length > 0) item.session = `Xem xét ${spansOf(sittings)}; ${attendanceText(attendance)}.`
  if (notes !== '') item.notes = notes
  return { ordinal, item }
}

/** The first result beside the new one, with the ground on which it was taken up again. */
function followsText(first: FirstResult): string {
  const told = first.outcome === 'scored' ? `${decimalComma(first.meanPrinted ?? '')} điểm, ${first.star} sao` : 'không xếp hạng'
  return `Kết quả lần đầu: ${told}, chốt ngày ${formatInstantDate(first.closedAt)}. ${first.reason}`
}

/** All that a recused reader's copy says of an item. */
function blankOf({ ordinal }: { ordinal: number }): Placed {
  return { ordinal, item: { withheld: `Mục ${ordinal}: mục này không hiển thị do hồi tỵ.` } }
}

function spansOf(sittings: readonly Sitting[]): string {
  return sittings.map((one) => `từ ${formatTime(one.startedAt)}${one.endedAt === null ? '' : ` đến ${formatTime(one.endedAt)}`}`).join(', ')
}

/** Who may score and was there; who was there for a part only, with the times. */
function attendanceText(attendance: readonly Attendance[]): string {
  const voting = attendance.filter(({ seat }) => seat.voting)
  const times = (entry: Attendance) =>
    entry.stays.map((stay) => `${formatTime(stay.from)}–${stay.to ? formatTime(stay.to) : ''}`).join(', ')
  const partly = voting.filter((entry) => !entry.whole).map((entry) => `${entry.seat.name} (${times(entry)})`)
  return `có mặt ${voting.length} thành viên có quyền chấm điểm${partly.length === 0 ? '' : `, trong đó một phần thời gian: ${partly.join('; ')}`}`
}

function deferredText({ ordinal, reason, notes }: MinutesFacts['deferred'][number]): string {
  return `Mục ${ordinal}: chuyển sang kỳ họp sau. Lý do: ${reason}${notes === '' ? '' : ` Ghi chép: ${notes}`}`
}

/** One item: mean and spread, discussion with first and second points, opinions without points, endings with their vote, the conclusion. */
export function itemOf(basis: ResultBasis): MinutesItem {
  const { mean, spread, ending } = basis
  const discussion = discussionOf(basis)
  return {
    product: basis.product.name,
    producer: basis.producer.name,
    set: basis.set.no,
    dossierCode: basis.dossier.code,
    sheets: basis.sheets.length,
    ...(basis.meeting.mode === 'writtenOpinion' ? { silent: basis.members.filter((member) => member.place === 'silent').length } : {}),
    mean: mean ? { exact: mean.exact, rounded: mean.printed } : null,
    spread: spread?.points ?? null,
    ...(discussion === '' ? {} : { reconciliation: discussion }),
    opinions: [...basis.sheets.flatMap(opinionsOf), ...basis.endings.filter((row) => row.state === 'rejected').map(rejectedOf)],
    ending: ending ? { label: `${ending.kindLabel} (${ending.ruleText})`, reason: ending.reason, votes: votesOf(ending.votes) } : null,
    conclusion:
      basis.star === null
        ? `không xếp hạng: ${ending?.kindLabel ?? ''}.`
        : `đạt ${basis.star} sao, điểm trung bình ${decimalComma(mean?.printed ?? '')}.`,
  }
}

function votesOf({ voters, yes, no }: BasisVotes) {
  return { yes: yes.length, no: no.length, abstain: voters - yes.length - no.length }
}

function rejectedOf(row: ResultBasis['endings'][number]): { by: string; text: string } {
  const { yes, no } = votesOf(row.votes)
  return {
    by: row.raisedBy,
    text: `đề nghị ${row.kindLabel.toLocaleLowerCase('vi')} (${row.ruleText}); lý do: ${row.reason}; Hội đồng không tán thành (${yes} tán thành, ${no} không tán thành)`,
  }
}

function opinionsOf(sheet: BasisSheet): { by: string; text: string }[] {
  const lines = sheet.answers.flatMap((answer) => (answer.comment === '' ? [] : [`tiêu chí ${answer.criterion}: ${answer.comment}`]))
  const all = [...(sheet.comment === '' ? [] : [sheet.comment]), ...lines]
  return all.length === 0 ? [] : [{ by: sheet.name, text: all.join('; ') }]
}

function discussionOf(basis: ResultBasis): string {
  const rounds = basis.reconciliations.map(
    (round) =>
      `lần ${round.ordinal}, lý do: ${round.reason}; chênh lệch từ ${round.spreadBefore} còn ${round.spreadAfter ?? round.spreadBefore} điểm`,
  )
  const changes = basis.sheets.flatMap((sheet) =>
    sheet.changes.map(
      (change) =>
        `${sheet.name}, tiêu chí ${change.criterion}: lần đầu ${change.first.points} điểm, sau thảo luận ${change.second.points} điểm, lý do: ${change.reason}`,
    ),
  )
  const vote = basis.spreadResolution
  return [
    ...rounds,
    ...changes,
    ...(vote
      ? [
          `chênh lệch ${vote.spread} điểm được giữ, lý do: ${vote.reason}; biểu quyết ${vote.votes.yes.length} tán thành, ${vote.votes.no.length} không tán thành trong ${vote.votes.voters}`,
        ]
      : []),
    ...(basis.spreadReason ? [`điểm trung bình được giữ dù chênh lệch vượt mức, lý do: ${basis.spreadReason}`] : []),
  ].join('. ')
}

function conclusionOf(items: readonly MinutesSource[], isExtract: boolean): string {
  const stars = new Map<number, number>()
  for (const { basis } of items) if (basis.star !== null) stars.set(basis.star, (stars.get(basis.star) ?? 0) + 1)
  const ended = items.filter(({ basis }) => basis.star === null).length
  const parts = [...stars].toSorted((a, b) => b[0] - a[0]).map(([star, count]) => `${count} sản phẩm đạt ${star} sao`)
  if (ended > 0) parts.push(`${ended} sản phẩm không xếp hạng`)
  const counted = parts.length === 0 ? '' : `: ${parts.join(', ')}`
  if (isExtract) return `Trong các mục hiển thị ở bản này, Hội đồng đã đánh giá ${items.length} sản phẩm${counted}.`
  return `Hội đồng đã đánh giá ${items.length} sản phẩm${counted}. Hội đồng báo cáo Chủ tịch Ủy ban nhân dân tỉnh xem xét, quyết định.`
}
