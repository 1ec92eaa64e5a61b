// Fairs, trade-link conferences, displays, livestreams and the like, as data. Pure. S0:239, S1:67, S2:83, S3:99-101, S3:135-137.
import { Fields, type Typed, type Words } from '../fields.ts'
import { MOST_DONG } from '../money/money.ts'

export const eventStates = ['planned', 'open', 'held', 'cancelled'] as const
export type EventState = (typeof eventStates)[number]
export const eventTransitions: Record<EventState, readonly EventState[]> = {
  planned: ['open', 'cancelled'],
  open: ['held', 'cancelled'],
  held: [],
  cancelled: [],
}
export const eventStateWords: Record<EventState, Words & { mark: 'todo' | 'info' | 'done' | 'ended' }> = {
  planned: { vi: 'Dự kiến', en: 'Planned', mark: 'todo' },
  open: { vi: 'Đang nhận đăng ký', en: 'Registration open', mark: 'info' },
  held: { vi: 'Đã tổ chức', en: 'Held', mark: 'done' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled', mark: 'ended' },
}

export const eventKinds = ['fair', 'tradeLink', 'display', 'livestream', 'tour', 'conference', 'survey', 'festival', 'stall'] as const
export type EventKind = (typeof eventKinds)[number]
export const eventKindWords: Record<EventKind, Words> = {
  fair: { vi: 'Hội chợ, triển lãm', en: 'Fair' },
  tradeLink: { vi: 'Kết nối cung cầu', en: 'Trade-link meeting' },
  display: { vi: 'Trưng bày, giới thiệu', en: 'Display' },
  livestream: { vi: 'Bán hàng trực tiếp trên mạng', en: 'Livestream' },
  tour: { vi: 'Tua, tuyến du lịch', en: 'Tour' },
  conference: { vi: 'Hội nghị', en: 'Conference' },
  survey: { vi: 'Khảo sát thị trường', en: 'Market survey' },
  festival: { vi: 'Lễ hội, tuần hàng', en: 'Festival' },
  stall: { vi: 'Gian hàng', en: 'Stall' },
}

/** Kinds whose producers stand at a numbered stall. */
export const hasStalls = (kind: EventKind): boolean => ['fair', 'tradeLink', 'display', 'festival', 'stall'].includes(kind)

export const reaches = ['province', 'country', 'abroad', 'online'] as const
export type EventReach = (typeof reaches)[number]
export const reachWords: Record<EventReach, Words> = {
  province: { vi: 'Trong tỉnh', en: 'In the province' },
  country: { vi: 'Trong nước, ngoài tỉnh', en: 'Elsewhere in the country' },
  abroad: { vi: 'Nước ngoài', en: 'Abroad' },
  online: { vi: 'Trực tuyến', en: 'Online' },
}

/** asked: by the producer · invited: by the office · taken: on the list · present, absent: as it was. */
export const partStates = ['asked', 'invited', 'taken', 'declined', 'present', 'absent'] as const
export type PartState = (typeof partStates)[number]
export const partStateWords: Record<PartState, Words & { mark: 'info' | 'todo' | 'done' | 'ended' | 'part' }> = {
  asked: { vi: 'Chủ thể đăng ký', en: 'Asked for', mark: 'info' },
  invited: { vi: 'Được mời', en: 'Invited', mark: 'todo' },
  taken: { vi: 'Trong danh sách', en: 'On the list', mark: 'part' },
  declined: { vi: 'Không tham gia', en: 'Declined', mark: 'ended' },
  present: { vi: 'Có mặt', en: 'Present', mark: 'done' },
  absent: { vi: 'Vắng', en: 'Absent', mark: 'ended' },
}
/** What the office does to a part while the event is open, and afterwards. The producer answers an invitation, or takes its asking back. */
export const officeSteps: Record<'open' | 'held', Partial<Record<PartState, readonly PartState[]>>> = {
  open: { asked: ['taken', 'declined'], invited: ['declined'], taken: ['declined'], declined: ['invited'] },
  held: { taken: ['present', 'absent'], present: ['absent'], absent: ['present'] },
}
export const producerSteps: Partial<Record<PartState, readonly PartState[]>> = {
  asked: ['declined'],
  invited: ['taken', 'declined'],
  taken: ['declined'],
}

export type EventInput = Typed<'kind' | 'title' | 'organiser' | 'place' | 'reach' | 'startsOn' | 'endsOn' | 'content' | 'task'>

export function readEvent(input: EventInput) {
  const fields = new Fields<keyof EventInput>(input)
  const kind = fields.oneOf('kind', eventKinds, { required: true })
  const title = fields.text('title', { max: 300, required: { vi: 'Ghi tên hoạt động.', en: 'Name the event.' } })
  const organiser = fields.text('organiser', { max: 300 })
  const place = fields.text('place', { max: 300 })
  const reach = fields.oneOf('reach', reaches, { required: true })
  const startsOn = fields.date('startsOn', { required: true })
  const endsOn = fields.date('endsOn', { required: true })
  const content = fields.text('content', { max: 4000, multiline: true })
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    fields.say('endsOn', { vi: 'Ngày kết thúc không trước ngày bắt đầu.', en: 'It ends on or after its first day.' })
  return { ...fields.done({ kind, reach, startsOn, endsOn }), title, organiser, place, content }
}

export type ResultInput = Typed<'revenue' | 'contracts' | 'contractValue'>

/** What a product brought home; each may be unknown, zero is a figure. */
export function readResult(input: ResultInput) {
  const fields = new Fields<keyof ResultInput>(input)
  const dong: Words = { vi: 'Ghi số đồng nguyên, từ 0.', en: 'Write whole đồng from 0.' }
  const revenue = fields.integer('revenue', { min: 0, max: MOST_DONG, wrong: dong })
  const contracts = fields.integer('contracts', { min: 0, max: 100_000 })
  const contractValue = fields.integer('contractValue', { min: 0, max: MOST_DONG, wrong: dong })
  if (contractValue !== null && contractValue > 0 && !contracts)
    fields.say('contracts', { vi: 'Ghi số hợp đồng của giá trị này.', en: 'Write how many contracts make this value.' })
  fields.done()
  return { revenue, contracts, contractValue }
}

/** "A12", "Dãy B, số 3"; empty takes the number back. */
export function readStall(input: Typed<'stall'>): string | null {
  const fields = new Fields<'stall'>(input)
  const stall = fields.optional('stall', { max: 30 })
  fields.done()
  return stall
}
