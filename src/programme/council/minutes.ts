// What the minutes of a meeting say, from the frozen results and the presence book. Pure: the same records print the same minutes.
import { decimalComma } from '#/platform/documents/vietnamese.ts'
import { formatDate, formatTime } from '#/platform/text/format.ts'
import type { Letterhead } from '../paperwork/paper.ts'
import type { MinutesData, MinutesItem } from '../paperwork/minutes.ts'
import type { PresenceFact, SeatFact } from './council.ts'
import { roleWords, validityWords } from './council.messages.ts'
import type { ValidityCheck } from './meeting.ts'
import type { BasisSheet, BasisVotes, ResultBasis } from './result.ts'

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
  checks: readonly ValidityCheck[]
  items: readonly { ordinal: number; recused: number; standIn: string | null; basis: ResultBasis }[]
  deferred: readonly { ordinal: number; reason: string }[]
}

/** Presence as it stood at a moment, in the shape "who is here now" that the validity checks read. */
export function presenceAt(presence: readonly PresenceFact[], at: Date): PresenceFact[] {
  return presence.filter((row) => row.arrivedAt <= at && (row.leftAt === null || row.leftAt > at)).map((row) => ({ ...row, leftAt: null }))
}

/** Interpretation: a recusal is printed as a number per item, never with a name or a cause (the council's rules set no other wording). */
export function minutesOf(facts: MinutesFacts): MinutesData {
  const { meeting, seats } = facts
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
    present: present.map((seat) => ({ name: seat.name, body: body(seat), role: roleWords[seat.role].vi, times: timesOf(came(seat)) })),
    absent: voting.filter((seat) => came(seat).length === 0).map((seat) => ({ name: seat.name, reason: 'không có mặt' })),
    guests: seats.filter((seat) => !seat.voting && came(seat).length > 0).map((seat) => `${seat.name} (${roleWords[seat.role].vi})`),
    quorum: facts.quorum,
    conflictRule: 'Thành viên có xung đột lợi ích không xem, không chấm và không biểu quyết đối với mục liên quan.',
    conflicts: [],
    recusals: facts.items.flatMap(recusalText),
    checks: facts.checks.map((check) => ({ text: checkText(check), met: check.met })),
    items: facts.items.map((item) => itemOf(item.basis)),
    deferred: facts.deferred.map((item) => `Mục ${item.ordinal}: chuyển sang kỳ họp sau. Lý do: ${item.reason}`),
    notes: meeting.notes,
    conclusion: conclusionOf(facts),
  }
}

function timesOf(rows: readonly PresenceFact[]): string {
  return rows.map((row) => `${formatTime(row.arrivedAt)}–${row.leftAt ? formatTime(row.leftAt) : ''}`).join(', ')
}

function checkText(check: ValidityCheck): string {
  const shown = Object.fromEntries(
    Object.entries(check.values).map(([name, value]) => [name, /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value]),
  )
  return validityWords[check.code].vi.replace(/\{(\w+)\}/g, (whole, name: string) => shown[name] ?? whole)
}

function recusalText({ ordinal, recused, standIn }: MinutesFacts['items'][number]): string[] {
  if (recused === 0 && standIn === null) return []
  const number = recused > 0 ? `${recused} thành viên hồi tỵ` : 'không có thành viên hồi tỵ'
  return [`Mục ${ordinal}: ${number}${standIn === null ? '' : `; ${standIn} chủ trì thay`}.`]
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

function conclusionOf(facts: MinutesFacts): string {
  const stars = new Map<number, number>()
  for (const { basis } of facts.items) if (basis.star !== null) stars.set(basis.star, (stars.get(basis.star) ?? 0) + 1)
  const ended = facts.items.filter(({ basis }) => basis.star === null).length
  const parts = [...stars].toSorted((a, b) => b[0] - a[0]).map(([star, count]) => `${count} sản phẩm đạt ${star} sao`)
  if (ended > 0) parts.push(`${ended} sản phẩm không xếp hạng`)
  return `Hội đồng đã đánh giá ${facts.items.length} sản phẩm: ${parts.join(', ')}. Hội đồng báo cáo Chủ tịch Ủy ban nhân dân tỉnh xem xét, quyết định.`
}
