// Rounds: the law's dates, a province's own, and into which round a proposal falls (QĐ 26/2026/QĐ-TTg, Điều 5). Pure.
import { addDays, isPlainDate, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Pack } from '#/regulation/load.ts'
import type { Regulation } from '#/regulation/regulation.schema.ts'
import type { Problems } from '../fields.ts'
import type { AssessingLevel } from '../people/authority.ts'

export type RoundDates = { opensOn: PlainDate; proposalsDueOn: PlainDate; closesOn: PlainDate }
export type RoundState = 'planned' | 'open' | 'closed'
export type Warning = { field: keyof RoundDates | 'ordinal'; text: { vi: string; en: string } }

function lawRound(regulation: Pick<Regulation, 'rounds'>, ordinal: number, level: AssessingLevel) {
  return regulation.rounds.find((one) => one.level === level && one.round === ordinal)
}

/**
 * The law's dates for a round of the province: round 1 before 30/6 for proposals before 30/4, round 2 before 30/12 for proposals before 30/10.
 * Interpretation: "before" means by the end of the day before. Null for a round the law does not name.
 */
export function legalDates(
  regulation: Pick<Regulation, 'rounds'>,
  year: number,
  ordinal: number,
  level: AssessingLevel = 'province',
): RoundDates | null {
  const rule = lawRound(regulation, ordinal, level)
  if (!rule) return null
  const before = lawRound(regulation, ordinal - 1, level)
  return {
    opensOn: before ? `${year}-${before.proposalsBefore}` : `${year}-01-01`,
    proposalsDueOn: addDays(`${year}-${rule.proposalsBefore}`, -1),
    closesOn: addDays(`${rule.assessNextYear ? year + 1 : year}-${rule.assessBefore}`, -1),
  }
}

/** Where a round departs from the law. Told, not forbidden: an extra round may stand in the council's rules and the yearly plan. */
export function roundWarnings(
  regulation: Pick<Regulation, 'rounds'>,
  year: number,
  ordinal: number,
  dates: RoundDates,
  level: AssessingLevel = 'province',
): Warning[] {
  // A decision that names no rounds of this level leaves them to the plan (148, 1048).
  if (!regulation.rounds.some((one) => one.level === level)) return []
  const law = legalDates(regulation, year, ordinal, level)
  if (!law)
    return [
      {
        field: 'ordinal',
        text: {
          vi: `Quyết định nêu 2 đợt mỗi năm; đợt ${ordinal} phải có trong quy chế Hội đồng và kế hoạch của tỉnh.`,
          en: `The decision names two rounds a year; round ${ordinal} must stand in the council's rules and the province's plan.`,
        },
      },
    ]
  const late = (field: 'proposalsDueOn' | 'closesOn', what: { vi: string; en: string }): Warning[] =>
    dates[field] > law[field]
      ? [
          {
            field,
            text: {
              vi: `${what.vi} muộn hơn ngày ${formatDate(law[field])} theo Điều 5 Quyết định 26/2026/QĐ-TTg.`,
              en: `${what.en} is later than ${formatDate(law[field])} (Article 5, Decision 26/2026).`,
            },
          },
        ]
      : []
  const early: Warning[] =
    dates.proposalsDueOn < law.proposalsDueOn
      ? [
          {
            field: 'proposalsDueOn',
            text: {
              vi: `Hạn nhận đề nghị sớm hơn ngày ${formatDate(law.proposalsDueOn)}: hồ sơ đề nghị giữa hai ngày này vẫn thuộc đợt theo Điều 5.`,
              en: `The cut-off is earlier than ${formatDate(law.proposalsDueOn)}: proposals between the two days still belong to this round under Article 5.`,
            },
          },
        ]
      : []
  return [
    ...early,
    ...late('proposalsDueOn', { vi: 'Hạn nhận đề nghị', en: 'The cut-off' }),
    ...late('closesOn', { vi: 'Ngày kết thúc đánh giá', en: 'The end of the assessment' }),
  ]
}

/** Dates that contradict each other, by field. */
export function checkRoundDates(faults: Problems, year: number, dates: RoundDates): void {
  if (!isPlainDate(dates.opensOn) || !isPlainDate(dates.proposalsDueOn) || !isPlainDate(dates.closesOn)) return
  if (dates.proposalsDueOn < dates.opensOn)
    faults['proposalsDueOn'] = { vi: 'Hạn nhận đề nghị không thể trước ngày mở đợt.', en: 'The cut-off cannot lie before the opening.' }
  if (dates.closesOn < dates.proposalsDueOn)
    faults['closesOn'] = { vi: 'Ngày kết thúc không thể trước hạn nhận đề nghị.', en: 'The end cannot lie before the cut-off.' }
  if (dates.proposalsDueOn.slice(0, 4) !== String(year))
    faults['proposalsDueOn'] ??= { vi: `Hạn nhận đề nghị phải trong năm ${year}.`, en: `The cut-off must lie in ${year}.` }
}

/** Sets whose form has a doubt about points that a person must confirm before a round uses it. */
export function setsToConfirm(pack: Pick<Pack, 'forms'>): number[] {
  return Object.values(pack.forms)
    .filter((form) => form.confirmBeforeUse === true)
    .map((form) => form.set)
    .sort((a, b) => a - b)
}

/** A proposal of the cut-off day itself is in time; the day is one of Vietnam. */
export function isInTime(round: Pick<RoundDates, 'proposalsDueOn'>, proposedOn: PlainDate): boolean {
  return proposedOn <= round.proposalsDueOn
}

/** The round a proposal falls into: the first one, by cut-off, that it is in time for. Null: none is planned yet. */
export function roundFor<T extends { proposalsDueOn: PlainDate; state: RoundState }>(
  rounds: readonly T[],
  proposedOn: PlainDate,
): T | null {
  const open = rounds.filter((round) => round.state !== 'closed' && isInTime(round, proposedOn))
  return open.sort((a, b) => (a.proposalsDueOn < b.proposalsDueOn ? -1 : 1))[0] ?? null
}
