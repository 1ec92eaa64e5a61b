// An objection (kiến nghị, khiếu nại về kết quả): its states as data and the term it may be raised in. Pure.
import { dueDate } from '#/platform/calendar/deadline.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { WorkCalendar } from '#/platform/calendar/work-calendar.ts'

export const objectionStates = ['filed', 'received', 'deciding', 'answered', 'withdrawn'] as const
export type ObjectionState = (typeof objectionStates)[number]

export const objectionTransitions: Record<ObjectionState, readonly ObjectionState[]> = {
  filed: ['received', 'withdrawn'],
  received: ['deciding', 'withdrawn'],
  deciding: ['deciding', 'answered', 'withdrawn'],
  answered: [],
  withdrawn: [],
}

type Words = { vi: string; en: string }
export const objectionWords: Record<ObjectionState, Words & { mark: 'info' | 'part' | 'done' | 'ended' }> = {
  filed: { vi: 'Đã gửi, chờ tiếp nhận', en: 'Sent, waits to be received', mark: 'info' },
  received: { vi: 'Đã tiếp nhận, chờ phân công', en: 'Received, waits for deciders', mark: 'info' },
  deciding: { vi: 'Đang xem xét', en: 'Being looked at', mark: 'part' },
  answered: { vi: 'Đã trả lời', en: 'Answered', mark: 'done' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn', mark: 'ended' },
}

export const objectionOutcomes = ['kept', 'reassess'] as const
export type ObjectionOutcome = (typeof objectionOutcomes)[number]
export const outcomeWords: Record<ObjectionOutcome, Words> = {
  kept: { vi: 'Giữ nguyên kết quả', en: 'The result is kept' },
  reassess: { vi: 'Đánh giá lại', en: 'Assessed again' },
}

export const meanwhileWords = {
  stays: { vi: 'Giấy chứng nhận giữ nguyên hiệu lực', en: 'The certificate stays as it is' },
  suspended: { vi: 'Giấy chứng nhận ghi “đang xem xét”', en: 'The certificate is shown as under review' },
} satisfies Record<'stays' | 'suspended', Words>

/**
 * The last day to object. Interpretation: the term runs from the day after the paper's date, or after the day it was entered here where that is
 * later (nobody could have read it before); a last day off moves to the next working day (BLDS 147.2, 148.5).
 */
export function objectionTerm(
  paper: { issuedOn: PlainDate; enteredOn: PlainDate },
  days: number,
  calendar: WorkCalendar,
): { toldOn: PlainDate; dueOn: PlainDate } {
  const toldOn = paper.issuedOn > paper.enteredOn ? paper.issuedOn : paper.enteredOn
  return { toldOn, dueOn: dueDate({ startedOn: toldOn, days, unit: 'calendar', pauses: [] }, calendar) ?? toldOn }
}

/** The last day to answer, stored on receipt: counted as the term to object is. */
export function answerTerm(receivedOn: PlainDate, days: number, calendar: WorkCalendar): PlainDate {
  return dueDate({ startedOn: receivedOn, days, unit: 'calendar', pauses: [] }, calendar) ?? receivedOn
}

/** Faults of a table of states: one that cannot be reached from the first. Empty when sound. */
export function unreachable<State extends string>(table: Record<State, readonly State[]>): State[] {
  const [first] = Object.keys(table) as State[]
  const reached = new Set<State>(first === undefined ? [] : [first])
  for (const state of reached) for (const next of table[state]) reached.add(next)
  return (Object.keys(table) as State[]).filter((state) => !reached.has(state))
}
