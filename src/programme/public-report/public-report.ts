// What anyone tells the office of: topics, states, and what is typed (phản ánh vi phạm; S0:331, S2:167). Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import { Fields, type Typed, type Words } from '../fields.ts'

export const topics = ['stars', 'ended', 'quality', 'label', 'other'] as const
export type Topic = (typeof topics)[number]
export const topicWords: Record<Topic, Words> = {
  stars: { vi: 'Gắn sao OCOP cho hàng chưa được công nhận', en: 'OCOP stars on goods that never earned them' },
  ended: { vi: 'Vẫn dùng sao OCOP khi giấy chứng nhận đã hết giá trị', en: 'Stars still shown after the certificate ended' },
  quality: { vi: 'Chất lượng, an toàn của sản phẩm', en: 'Quality or safety of the product' },
  label: { vi: 'Nhãn, bao bì, tem không đúng', en: 'Wrong label, packaging or stamp' },
  other: { vi: 'Việc khác', en: 'Something else' },
}

export const reportStates = ['received', 'looking', 'joined', 'answered', 'unfounded', 'spam'] as const
export type ReportState = (typeof reportStates)[number]
export const reportTransitions: Record<ReportState, readonly ReportState[]> = {
  received: ['looking', 'joined', 'answered', 'unfounded', 'spam'],
  looking: ['joined', 'answered', 'unfounded', 'spam'],
  joined: ['looking', 'answered', 'unfounded'],
  answered: [],
  unfounded: [],
  // Taken for rubbish by mistake.
  spam: ['received'],
}
export const openStates: readonly ReportState[] = ['received', 'looking', 'joined']
export const reportStateWords: Record<ReportState, Words & { mark: 'todo' | 'info' | 'done' | 'stop' | 'ended' }> = {
  received: { vi: 'Mới tiếp nhận', en: 'Received', mark: 'todo' },
  looking: { vi: 'Đang xem xét', en: 'Being looked into', mark: 'info' },
  joined: { vi: 'Đã gộp vào vụ việc', en: 'Joined to a case', mark: 'info' },
  answered: { vi: 'Đã trả lời', en: 'Answered', mark: 'done' },
  unfounded: { vi: 'Không có cơ sở', en: 'Unfounded', mark: 'ended' },
  spam: { vi: 'Tin rác', en: 'Spam', mark: 'stop' },
}

/**
 * What the reporter reads. Interpretation: a report joined to a case reads as being looked into, so that nobody learns that others reported too;
 * spam reads as not looked into, without the word.
 */
export const publicStateWords: Record<ReportState, Words & { mark: 'todo' | 'info' | 'done' | 'ended' }> = {
  received: { vi: 'Đã tiếp nhận', en: 'Received', mark: 'todo' },
  looking: { vi: 'Đang xem xét', en: 'Being looked into', mark: 'info' },
  joined: { vi: 'Đang xem xét', en: 'Being looked into', mark: 'info' },
  answered: { vi: 'Đã trả lời', en: 'Answered', mark: 'done' },
  unfounded: { vi: 'Đã xem xét: không có cơ sở', en: 'Looked into: unfounded', mark: 'ended' },
  spam: { vi: 'Không thuộc nội dung được xem xét', en: 'Not something this office looks into', mark: 'ended' },
}

export const MOST_PHOTOS = 5

export type ReportInput = Typed<
  | 'key'
  | 'topic'
  | 'words'
  | 'about'
  | 'product'
  | 'code'
  | 'seenWhere'
  | 'seenOn'
  | 'contactName'
  | 'contactPhone'
  | 'contactEmail'
  | 'asBody'
>
export type Contact = { name: string; phone: string; email: string }

/** Throws `invalid` by field. `product` and `code` only point at what the office looks up by itself; a key that is no id is a new report. */
export function readReport(input: ReportInput, today: PlainDate) {
  const fields = new Fields<keyof ReportInput>(input)
  const key = fields.text('key', { max: 100 })
  const topic = fields.oneOf('topic', topics, { required: { vi: 'Chọn việc bạn muốn phản ánh.', en: 'Choose what is wrong.' } })
  const words = fields.text('words', {
    max: 4000,
    multiline: true,
    required: { vi: 'Kể việc bạn thấy, càng cụ thể càng tốt.', en: 'Tell what you saw, the more exactly the better.' },
  })
  const product = fields.text('product', { max: 100 })
  const code = fields.text('code', { max: 400 })
  const about = fields.text('about', { max: 300 })
  if (product === '' && code === '' && about === '')
    fields.say('about', { vi: 'Ghi tên sản phẩm hoặc người bán, người sản xuất.', en: 'Name the product, or who sells or makes it.' })
  const seenWhere = fields.text('seenWhere', { max: 300 })
  const seenOn = fields.date('seenOn', { notAfter: today })
  const name = fields.text('contactName', { max: 150 })
  const phone = fields.text('contactPhone', { max: 30 })
  if (phone !== '' && !/^\+?[\d\s.()-]{8,20}$/.test(phone))
    fields.say('contactPhone', { vi: 'Số điện thoại chưa đúng.', en: 'This is no phone number.' })
  const email = fields.text('contactEmail', { max: 200 })
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    fields.say('contactEmail', { vi: 'Địa chỉ thư điện tử chưa đúng.', en: 'This is no e-mail address.' })
  const asBody = fields.yesNo('asBody') ?? false
  const read = fields.done({ topic })
  const contact: Contact | null = name === '' && phone === '' && email === '' ? null : { name, phone, email }
  return { ...read, key: isId(key) ? key : null, words, about, product, code, seenWhere, seenOn, asBody, contact }
}
export type ReadReport = ReturnType<typeof readReport>

export const outcomes = ['answered', 'unfounded'] as const
export type Outcome = (typeof outcomes)[number]

/** The public answer and what it comes to. */
export function readAnswer(input: Typed<'outcome' | 'answer'>): { outcome: Outcome; answer: string } {
  const fields = new Fields<'outcome' | 'answer'>(input)
  const outcome = fields.oneOf('outcome', outcomes, { required: true })
  const answer = fields.text('answer', {
    max: 4000,
    multiline: true,
    required: { vi: 'Ghi nội dung trả lời người phản ánh.', en: 'Write the answer to who reported.' },
  })
  return { ...fields.done({ outcome }), answer }
}

export function isOverdue(report: { state: ReportState; dueOn: PlainDate }, today: PlainDate): boolean {
  return openStates.includes(report.state) && report.dueOn < today
}
