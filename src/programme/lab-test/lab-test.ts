// A laboratory test asked for and received (kiểm nghiệm; seed S3:89): its states as data, and what is typed. Pure. Evidence only: no points follow.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { Fields } from '../fields.ts'

export const labStates = ['asked', 'received', 'cancelled'] as const
export type LabState = (typeof labStates)[number]

export const labTransitions: Record<LabState, readonly LabState[]> = {
  asked: ['received', 'cancelled'],
  received: [],
  cancelled: [],
}

type Words = { vi: string; en: string }
export const labWords: Record<LabState, Words & { mark: 'info' | 'done' | 'ended' }> = {
  asked: { vi: 'Chờ kết quả', en: 'Waits for the result', mark: 'info' },
  received: { vi: 'Đã có kết quả', en: 'Result received', mark: 'done' },
  cancelled: { vi: 'Không kiểm nghiệm nữa', en: 'Called off', mark: 'ended' },
}

export const labVerdicts = ['meets', 'fails', 'information'] as const
export type LabVerdict = (typeof labVerdicts)[number]
export const labVerdictWords: Record<LabVerdict, Words> = {
  meets: { vi: 'Đạt chỉ tiêu được hỏi', en: 'Meets what was asked' },
  fails: { vi: 'Không đạt chỉ tiêu được hỏi', en: 'Does not meet it' },
  information: { vi: 'Số liệu để tham khảo', en: 'For information' },
}

export type LabRequest = {
  askedByCouncil: boolean
  criterion: string | null
  what: string
  why: string
  laboratory: string
  dueOn: PlainDate
}

/** Throws `invalid` by field. `criteria`: codes of the item's form; a due day lies after today. */
export function readLabRequest(input: Readonly<Record<string, unknown>>, criteria: readonly string[], today: PlainDate): LabRequest {
  const fields = new Fields<'askedBy' | 'criterion' | 'what' | 'why' | 'laboratory' | 'dueOn'>(input)
  const askedBy = fields.oneOf('askedBy', ['office', 'council'], { required: true })
  const criterion = fields.oneOf('criterion', criteria)
  const what = fields.text('what', {
    max: 500,
    required: { vi: 'Ghi chỉ tiêu cần kiểm nghiệm.', en: 'Say what is to be tested.' },
    multiline: true,
  })
  const why = fields.text('why', { max: 1000, required: { vi: 'Ghi lý do.', en: 'Give the reason.' }, multiline: true })
  const laboratory = fields.text('laboratory', { max: 300, required: { vi: 'Ghi cơ sở kiểm nghiệm.', en: 'Name the laboratory.' } })
  const dueOn = fields.date('dueOn', { required: true })
  if (dueOn !== null && dueOn <= today)
    fields.say('dueOn', { vi: 'Hạn trả kết quả phải sau hôm nay.', en: 'The due day lies after today.' })
  return { ...fields.done({ dueOn }), askedByCouncil: askedBy === 'council', criterion, what, why, laboratory }
}

export type LabResult = { resultNumber: string; resultOn: PlainDate; verdict: LabVerdict; summary: string }

export function readLabResult(input: Readonly<Record<string, unknown>>, today: PlainDate): LabResult {
  const fields = new Fields<'resultNumber' | 'resultOn' | 'verdict' | 'summary'>(input)
  const resultNumber = fields.text('resultNumber', {
    max: 60,
    required: { vi: 'Ghi số phiếu kết quả.', en: 'Enter the number of the result.' },
  })
  const resultOn = fields.date('resultOn', { required: true, notAfter: today })
  const verdict = fields.oneOf('verdict', labVerdicts, { required: true })
  const summary = fields.text('summary', { max: 2000, required: true, multiline: true })
  return { ...fields.done({ resultOn, verdict }), resultNumber, summary }
}
