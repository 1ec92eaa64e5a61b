// When a meeting may go ahead. Pure: the same checks are shown before the session and printed in the minutes.
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { workingDaysBetween, type WorkCalendar } from '#/platform/calendar/work-calendar.ts'
import { hasOpenConflict, isConflicted, isPresent, type ItemFacts, type MeetingMode, type PresenceFact, type SeatFact } from './council.ts'
import type { CouncilRules } from './council.rules.ts'

export type Lead = { days: number; needed: number; late: boolean }

/**
 * Working days between the day the pack goes out and the day of the meeting; the release day is not counted, the meeting day is not either.
 * Interpretation: "n working days before" means n whole working days lie between the two (Bộ luật Dân sự 2015 Điều 147.2 leaves out the first day).
 */
export function leadTime(calendar: WorkCalendar, releasedOn: PlainDate, meetingOn: PlainDate, needed: number): Lead {
  const through = workingDaysBetween(calendar, releasedOn, meetingOn)
  const meetingDayCounts = meetingOn > releasedOn && workingDaysBetween(calendar, meetingDayBefore(meetingOn), meetingOn) === 1
  const days = Math.max(0, through - (meetingDayCounts ? 1 : 0))
  return { days, needed, late: days < needed }
}

function meetingDayBefore(day: PlainDate): PlainDate {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}

export type ValidityCheck = {
  code: 'size' | 'chair' | 'term' | 'declared' | 'lead' | 'samples'
  met: boolean
  /** Figures for the sentence in council.messages.ts. */
  values: Record<string, string>
}

export type ValidityFacts = {
  mode: MeetingMode
  startsAt: Date
  releasedAt: Date | null
  rules: CouncilRules
  termFrom: PlainDate
  termTo: PlainDate
  seats: readonly SeatFact[]
  presence: readonly PresenceFact[]
  items: readonly ItemFacts[]
  /** Item ids whose samples are not recorded as received although the set needs them. */
  withoutSamples: readonly string[]
}

/** Session quorum: present voting members against the share of all of them. Per-item quorum after recusals is `quorumOf`. */
export function sessionQuorum(facts: Pick<ValidityFacts, 'seats' | 'presence' | 'rules'>): {
  present: number
  voting: number
  needed: number
  chair: boolean
  met: boolean
} {
  const voting = facts.seats.filter((seat) => seat.voting && seat.leftOn === null)
  const present = voting.filter((seat) => isPresent(facts, seat.memberId))
  const needed = Math.max(1, Math.ceil((voting.length * facts.rules.quorumPercent) / 100))
  const chair = present.some((seat) => seat.role === 'chair' || seat.role === 'viceChair')
  return {
    present: present.length,
    voting: voting.length,
    needed,
    chair,
    met: present.length >= needed && (chair || !facts.rules.quorumNeedsChair),
  }
}

/**
 * Every condition of a valid session with its figures, met or not. Interpretation: for the session a present vice-chair stands for an absent
 * chair; each item then asks for its own chair (`quorumOf`).
 */
export function meetingValidity(facts: ValidityFacts, calendar: WorkCalendar): ValidityCheck[] {
  const quorum = sessionQuorum(facts)
  const day = plainDateOf(facts.startsAt)
  const lead =
    facts.releasedAt === null
      ? { days: 0, needed: facts.rules.leadWorkingDays, late: true }
      : leadTime(calendar, plainDateOf(facts.releasedAt), day, facts.rules.leadWorkingDays)
  const missing = facts.items.reduce((sum, item) => sum + undeclared(item).length, 0)
  return [
    {
      code: 'size',
      met: quorum.present >= quorum.needed,
      values: { present: String(quorum.present), voting: String(quorum.voting), needed: String(quorum.needed) },
    },
    { code: 'chair', met: quorum.chair || !facts.rules.quorumNeedsChair, values: {} },
    { code: 'term', met: day >= facts.termFrom && day <= facts.termTo, values: { from: facts.termFrom, to: facts.termTo } },
    { code: 'declared', met: missing === 0, values: { missing: String(missing) } },
    { code: 'lead', met: !lead.late, values: { days: String(lead.days), needed: String(lead.needed) } },
    { code: 'samples', met: facts.withoutSamples.length === 0, values: { missing: String(facts.withoutSamples.length) } },
  ]
}

/** Present voting members who have neither declared on the item nor been recused. */
export function undeclared(item: ItemFacts): SeatFact[] {
  return item.seats.filter(
    (seat) =>
      seat.voting &&
      seat.leftOn === null &&
      isPresent(item, seat.memberId) &&
      !isConflicted(item, seat.accountId) &&
      (hasOpenConflict(item, seat.accountId) || !item.declarations.some((row) => row.memberId === seat.memberId)),
  )
}
