// Courses, study tours and conferences as data: states, words, and what is typed. Pure. Seeds S0:81-85, S1:61, S1:100, S2:65, S3:45-55.
import { randomInt } from 'node:crypto'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { Fields, type Typed, type Words } from '../fields.ts'

export const courseStates = ['planned', 'open', 'running', 'held', 'cancelled'] as const
export type CourseState = (typeof courseStates)[number]

/** Without registration (by invitation) a course runs straight from planned. */
export const courseTransitions: Record<CourseState, readonly CourseState[]> = {
  planned: ['open', 'running', 'cancelled'],
  open: ['running', 'cancelled'],
  running: ['held', 'cancelled'],
  held: [],
  cancelled: [],
}

export const courseStateWords: Record<CourseState, Words & { mark: 'todo' | 'info' | 'part' | 'done' | 'ended' }> = {
  planned: { vi: 'Dự kiến', en: 'Planned', mark: 'todo' },
  open: { vi: 'Đang nhận đăng ký', en: 'Registration open', mark: 'info' },
  running: { vi: 'Đang diễn ra', en: 'Running', mark: 'part' },
  held: { vi: 'Đã tổ chức', en: 'Held', mark: 'done' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled', mark: 'ended' },
}

export const courseKinds = ['training', 'studyTour', 'conference'] as const
export type CourseKind = (typeof courseKinds)[number]
export const courseKindWords: Record<CourseKind, Words> = {
  training: { vi: 'Lớp tập huấn', en: 'Training course' },
  studyTour: { vi: 'Tham quan học tập', en: 'Study tour' },
  conference: { vi: 'Hội nghị', en: 'Conference' },
}

export const topics = [
  'cycle',
  'management',
  'production',
  'quality',
  'packaging',
  'marketing',
  'digital',
  'intellectualProperty',
  'other',
] as const
export type Topic = (typeof topics)[number]
export const topicWords: Record<Topic, Words> = {
  cycle: { vi: 'Chu trình OCOP', en: 'The OCOP cycle' },
  management: { vi: 'Quản lý, quản trị', en: 'Management' },
  production: { vi: 'Kỹ thuật sản xuất', en: 'Production' },
  quality: { vi: 'Chất lượng, an toàn thực phẩm', en: 'Quality and food safety' },
  packaging: { vi: 'Bao bì, nhãn mác, truy xuất', en: 'Packaging, labels, tracing' },
  marketing: { vi: 'Tiếp thị, bán hàng', en: 'Marketing' },
  digital: { vi: 'Chuyển đổi số, bán hàng trên mạng', en: 'Digital, online selling' },
  intellectualProperty: { vi: 'Sở hữu trí tuệ', en: 'Intellectual property' },
  other: { vi: 'Nội dung khác', en: 'Other' },
}

export const audiences = ['officials', 'producers', 'both'] as const
export type CourseAudience = (typeof audiences)[number]
export const audienceWords: Record<CourseAudience, Words> = {
  officials: { vi: 'Cán bộ', en: 'Officials' },
  producers: { vi: 'Chủ thể', en: 'Producers' },
  both: { vi: 'Cán bộ và chủ thể', en: 'Officials and producers' },
}

/** Frameworks the plans name for curricula and materials. */
export const frameworks: Record<string, Words> = {
  'QĐ 4464/QĐ-BNN-VPĐP': {
    vi: 'Bộ tài liệu tập huấn, QĐ 4464/QĐ-BNN-VPĐP ngày 06/11/2020',
    en: 'Materials of Decision 4464/QĐ-BNN-VPĐP (2020)',
  },
  'QĐ 3360/QĐ-BNN-VPĐP': {
    vi: 'Khung chương trình tập huấn nông thôn mới, QĐ 3360/QĐ-BNN-VPĐP ngày 06/9/2022',
    en: 'Framework of Decision 3360/QĐ-BNN-VPĐP (2022)',
  },
  'QĐ 919/QĐ-TTg': {
    vi: 'Khung đào tạo Chương trình OCOP, QĐ 919/QĐ-TTg ngày 01/8/2022',
    en: 'OCOP framework of Decision 919/QĐ-TTg (2022)',
  },
}

export const roleWords = {
  producer: { vi: 'Chủ thể', en: 'Producer' },
  official: { vi: 'Cán bộ', en: 'Official' },
  other: { vi: 'Khác', en: 'Other' },
} as const satisfies Record<string, Words>
export type AttendeeRole = keyof typeof roleWords
export const attendeeRoles = Object.keys(roleWords) as AttendeeRole[]

export type CourseInput = Typed<
  | 'kind'
  | 'title'
  | 'topic'
  | 'audience'
  | 'content'
  | 'organiser'
  | 'place'
  | 'online'
  | 'startsOn'
  | 'endsOn'
  | 'registerUntil'
  | 'seats'
  | 'task'
>

/** Throws `invalid` by field. Registration closes on or before the first day. */
export function readCourse(input: CourseInput) {
  const fields = new Fields<keyof CourseInput>(input)
  const kind = fields.oneOf('kind', courseKinds, { required: true })
  const title = fields.text('title', { max: 300, required: { vi: 'Ghi tên lớp.', en: 'Name the course.' } })
  const topic = fields.oneOf('topic', topics, { required: true })
  const audience = fields.oneOf('audience', audiences, { required: true })
  const content = fields.text('content', { max: 4000, multiline: true })
  const organiser = fields.text('organiser', { max: 300 })
  const place = fields.text('place', { max: 300 })
  const online = fields.yesNo('online') ?? false
  const startsOn = fields.date('startsOn', { required: true })
  const endsOn = fields.date('endsOn', { required: true })
  const registerUntil = fields.date('registerUntil')
  const seats = fields.integer('seats', { min: 1, max: 5000 })
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    fields.say('endsOn', { vi: 'Ngày kết thúc không trước ngày bắt đầu.', en: 'It ends on or after its first day.' })
  if (startsOn !== null && registerUntil !== null && registerUntil > startsOn)
    fields.say('registerUntil', { vi: 'Hạn đăng ký không sau ngày bắt đầu.', en: 'Registration closes on or before the first day.' })
  return { ...fields.done({ kind, topic, audience, startsOn, endsOn }), title, content, organiser, place, online, registerUntil, seats }
}

export type SessionInput = Typed<'heldOn' | 'startsAt' | 'title' | 'teacher'>

export function readSession(input: SessionInput, course: { startsOn: PlainDate; endsOn: PlainDate }) {
  const fields = new Fields<keyof SessionInput>(input)
  const heldOn = fields.date('heldOn', { required: true })
  const startsAt = fields.time('startsAt')
  const title = fields.text('title', { max: 300, required: { vi: 'Ghi nội dung buổi học.', en: 'Say what the session is about.' } })
  const teacher = fields.text('teacher', { max: 200 })
  if (heldOn !== null && (heldOn < course.startsOn || heldOn > course.endsOn))
    fields.say('heldOn', { vi: 'Buổi học nằm trong các ngày của lớp.', en: 'A session lies within the days of the course.' })
  return { ...fields.done({ heldOn }), startsAt, title, teacher }
}

export type MaterialInput = Typed<'title' | 'framework' | 'topic' | 'link' | 'courseId'>

export function readMaterial(input: MaterialInput) {
  const fields = new Fields<keyof MaterialInput>(input)
  const title = fields.text('title', { max: 300, required: { vi: 'Ghi tên tài liệu.', en: 'Name the material.' } })
  const framework = fields.text('framework', { max: 200 })
  const topic = fields.oneOf('topic', topics, { required: true })
  const link = fields.optional('link', { max: 500 })
  if (link !== null && !/^https?:\/\/\S+$/.test(link))
    fields.say('link', { vi: 'Ghi địa chỉ đầy đủ, bắt đầu bằng https://.', en: 'Write the full address, beginning with https://.' })
  return { ...fields.done({ topic }), title, framework, link }
}

/** No letters that are taken for another when read from a board: I, O, J, S, W, Z. */
const letters = 'ABCDEFGHKLMNPQRTUVXY'
export const CODE_LENGTH = 6

export function newAttendanceCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => letters.charAt(randomInt(letters.length))).join('')
}

/** What a typed code means; small letters, spaces and dashes do not matter. */
export function judgeCode(
  course: { attendanceCode: string | null; codeOpenUntil: Date | null },
  typed: unknown,
  now: Date,
): 'right' | 'wrong' | 'closed' {
  if (course.attendanceCode === null || course.codeOpenUntil === null || now >= course.codeOpenUntil) return 'closed'
  const code = typeof typed === 'string' ? typed.replace(/[\s-]/g, '').toUpperCase() : ''
  return code === course.attendanceCode ? 'right' : 'wrong'
}

/** How long a code may stay open. */
export const CODE_MINUTES = { least: 5, most: 240, usual: 30 }
