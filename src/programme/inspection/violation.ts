// A violation found by an inspection, what is ordered and what becomes of it. Pure. S2:133, S2:175, S0:307, S0:347; QĐ 26/2026 Đ8.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { Fields, type Typed, type Words } from '../fields.ts'

export const violationKinds = ['quality', 'foodSafety', 'environment', 'label', 'mark', 'trademark', 'ceased', 'dossier', 'other'] as const
export type ViolationKind = (typeof violationKinds)[number]
export const violationKindWords: Record<ViolationKind, Words> = {
  quality: { vi: 'Chất lượng sản phẩm', en: 'Quality' },
  foodSafety: { vi: 'An toàn thực phẩm', en: 'Food safety' },
  environment: { vi: 'Bảo vệ môi trường', en: 'Environment' },
  label: { vi: 'Nhãn hàng hóa, bao bì', en: 'Labels, packaging' },
  mark: { vi: 'Biểu trưng, hạng sao OCOP', en: 'The OCOP mark and stars' },
  trademark: { vi: 'Nhãn hiệu, sở hữu trí tuệ', en: 'Trademark, intellectual property' },
  ceased: { vi: 'Không còn sản xuất, kinh doanh', en: 'No longer produced' },
  dossier: { vi: 'Hồ sơ, giấy tờ không đúng', en: 'Untrue papers' },
  other: { vi: 'Vi phạm khác', en: 'Other' },
}

/** Misuse of the mark, the stars or a trademark: shown with the right to use the mark. */
export const misuseKinds: readonly ViolationKind[] = ['mark', 'trademark']

export const severities = ['minor', 'major', 'critical'] as const
export type Severity = (typeof severities)[number]

export const severityWords: Record<Severity, Words> = {
  minor: { vi: 'Nhẹ', en: 'Minor' },
  major: { vi: 'Nghiêm trọng', en: 'Major' },
  critical: { vi: 'Rất nghiêm trọng', en: 'Critical' },
}

export const remedies = ['fix', 'warn', 'forward', 'withdraw'] as const
export type Remedy = (typeof remedies)[number]
export const remedyWords: Record<Remedy, Words> = {
  fix: { vi: 'Yêu cầu khắc phục', en: 'To be remedied' },
  warn: { vi: 'Nhắc nhở, cảnh báo', en: 'Warning' },
  forward: { vi: 'Chuyển cơ quan có thẩm quyền', en: 'Passed to a competent body' },
  withdraw: { vi: 'Đề nghị thu hồi công nhận', en: 'Withdrawal to be proposed' },
}

export const violationStates = ['open', 'answered', 'returned', 'settled', 'forwarded', 'proposed', 'withdrawn', 'lifted'] as const
export type ViolationState = (typeof violationStates)[number]
/** Back from `proposed` where the proposal was refused. */
export const violationTransitions: Record<ViolationState, readonly ViolationState[]> = {
  open: ['answered', 'settled', 'proposed', 'lifted', 'forwarded'],
  answered: ['settled', 'returned', 'proposed', 'lifted'],
  returned: ['answered', 'proposed', 'lifted', 'forwarded'],
  forwarded: ['settled', 'proposed', 'lifted'],
  proposed: ['withdrawn', 'open', 'answered', 'returned', 'forwarded', 'settled'],
  settled: ['proposed'],
  withdrawn: [],
  lifted: [],
}
export const violationStateWords: Record<ViolationState, Words & { mark: 'todo' | 'info' | 'done' | 'stop' | 'ended' | 'back' | 'part' }> =
  {
    open: { vi: 'Chờ xử lý', en: 'Open', mark: 'todo' },
    answered: { vi: 'Chủ thể đã giải trình, chờ xét', en: 'Answered', mark: 'info' },
    returned: { vi: 'Giải trình chưa đạt', en: 'Answer sent back', mark: 'back' },
    settled: { vi: 'Đã xử lý xong', en: 'Settled', mark: 'done' },
    forwarded: { vi: 'Đã chuyển cơ quan có thẩm quyền', en: 'Passed on', mark: 'part' },
    proposed: { vi: 'Đã đề nghị thu hồi', en: 'Withdrawal proposed', mark: 'stop' },
    withdrawn: { vi: 'Đã thu hồi công nhận', en: 'Certificate withdrawn', mark: 'ended' },
    lifted: { vi: 'Đã bỏ: không có vi phạm', en: 'Lifted: no violation', mark: 'ended' },
  }

/** Late: the promised day has passed and nothing was answered. */
export function isLate(violation: { state: ViolationState; dueOn: PlainDate | null }, today: PlainDate): boolean {
  return (violation.state === 'open' || violation.state === 'returned') && violation.dueOn !== null && violation.dueOn < today
}

export type ViolationInput = Typed<
  'productId' | 'goods' | 'kind' | 'ground' | 'severity' | 'what' | 'remedy' | 'ordered' | 'forwardedTo' | 'dueOn'
>

/** `known`: the inspection concerns a producer or names the product; without either the goods are described. `grounds`: of the law in force. */
export function readViolation(input: ViolationInput, given: { known: boolean; grounds: readonly string[]; today: PlainDate }) {
  const fields = new Fields<keyof ViolationInput>(input)
  const kind = fields.oneOf('kind', violationKinds, { required: true })
  const severity = fields.oneOf('severity', severities, { required: true })
  const remedy = fields.oneOf('remedy', remedies, { required: true })
  const ground = fields.oneOf('ground', given.grounds)
  const what = fields.text('what', { max: 2000, multiline: true, required: { vi: 'Ghi rõ vi phạm.', en: 'Say what was found.' } })
  const goods = fields.text('goods', {
    max: 500,
    required: !given.known && {
      vi: 'Ghi hàng hóa và người bán, hoặc chọn sản phẩm.',
      en: 'Name the goods and the seller, or choose a product.',
    },
  })
  const ordered = fields.text('ordered', {
    max: 1000,
    multiline: true,
    required: remedy === 'fix' && { vi: 'Ghi việc phải khắc phục.', en: 'Say what is to be done.' },
  })
  const forwardedTo = fields.text('forwardedTo', {
    max: 300,
    required: remedy === 'forward' && { vi: 'Ghi cơ quan nhận.', en: 'Name the body.' },
  })
  const dueOn = fields.date('dueOn', remedy === 'fix' ? { required: { vi: 'Ghi hạn khắc phục.', en: 'Give the due day.' } } : {})
  if (dueOn !== null && dueOn <= given.today) fields.say('dueOn', { vi: 'Hạn phải sau hôm nay.', en: 'The due day lies after today.' })
  return { ...fields.done({ kind, severity, remedy }), ground, what, goods, ordered, forwardedTo, dueOn }
}

/** Where a violation begins by what is ordered: a warning is done with, the rest waits. */
export function firstState(remedy: Remedy): ViolationState {
  return remedy === 'warn' ? 'settled' : remedy === 'forward' ? 'forwarded' : 'open'
}
