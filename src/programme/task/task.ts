// Work of a plan's tasks: its states, what a report says, when it is late. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { Fields, type Typed, type Words } from '../fields.ts'

export const workStates = ['open', 'doing', 'done', 'notNeeded'] as const
export type WorkState = (typeof workStates)[number]

type Mark = 'todo' | 'part' | 'done' | 'ended'
export const workStateWords: Record<WorkState, Words & { mark: Mark }> = {
  open: { vi: 'Chưa báo cáo', en: 'Not reported', mark: 'todo' },
  doing: { vi: 'Đang làm', en: 'Being done', mark: 'part' },
  done: { vi: 'Đã xong', en: 'Done', mark: 'done' },
  notNeeded: { vi: 'Không cần làm', en: 'Not needed', mark: 'ended' },
}

export const workParts = ['lead', 'co'] as const
export type WorkPart = (typeof workParts)[number]
export const workPartWords: Record<WorkPart, Words> = { lead: { vi: 'Chủ trì', en: 'Lead' }, co: { vi: 'Phối hợp', en: 'Co-operates' } }

/** Late from the day after the due day, which itself still counts. Work that is done or not needed is never late. */
export function isLate(work: { state: WorkState; dueOn: PlainDate }, today: PlainDate): boolean {
  return (work.state === 'open' || work.state === 'doing') && work.dueOn < today
}

export type ReportInput = Typed<'state' | 'percent' | 'content' | 'difficulties'>
export type WorkReport = { state: 'doing' | 'done' | 'notNeeded'; percent: number | null; content: string; difficulties: string }

/** "Not needed" needs its reason, done is 100 per cent. Throws `invalid` by field. */
export function readReport(input: ReportInput): WorkReport {
  const fields = new Fields<'state' | 'percent' | 'content' | 'difficulties'>(input)
  const state = fields.oneOf('state', ['doing', 'done', 'notNeeded'], { required: true })
  const percent = fields.integer('percent', { min: 0, max: 100 })
  const content = fields.text('content', {
    max: 5000,
    multiline: true,
    required:
      state === 'notNeeded'
        ? { vi: 'Ghi lý do không cần làm.', en: 'Say why it is not needed.' }
        : { vi: 'Ghi kết quả đã làm.', en: 'Say what was done.' },
  })
  const difficulties = fields.text('difficulties', { max: 5000, multiline: true })
  const read = fields.done({ state })
  return { ...read, percent: read.state === 'done' ? 100 : read.state === 'notNeeded' ? null : percent, content, difficulties }
}
