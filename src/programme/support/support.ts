// Support to a producer: what may be supported, the states of a contract and of its milestones, and what is typed. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { Fields, type Typed, type Words } from '../fields.ts'
import { readDong } from '../money/money.input.ts'
import type { ItemCategory } from '../money/money.ts'

/**
 * What support is for (seeds S0:63, S2:95-99, S3:111-121), finer than a budget line so that a second support for labels is told apart from one
 * for tests. "The same item" is the same entry of this list, never a likeness of words.
 */
export const supportItems = [
  'advice',
  'label',
  'packaging',
  'stamp',
  'test',
  'certificate',
  'machinery',
  'salesPoint',
  'promotion',
  'digital',
  'training',
  'other',
] as const
export type SupportItem = (typeof supportItems)[number]
export const itemRules: Record<SupportItem, { category: ItemCategory; words: Words }> = {
  advice: { category: 'advice', words: { vi: 'Tư vấn, xây dựng hồ sơ', en: 'Advice, dossier' } },
  label: { category: 'upgrading', words: { vi: 'Nhãn mác, nhãn hiệu, logo', en: 'Labels, trademark, logo' } },
  packaging: { category: 'upgrading', words: { vi: 'Thiết kế, in bao bì', en: 'Packaging' } },
  stamp: { category: 'upgrading', words: { vi: 'Mã vạch, tem truy xuất nguồn gốc', en: 'Barcode, traceability stamps' } },
  test: { category: 'upgrading', words: { vi: 'Kiểm nghiệm chất lượng', en: 'Quality tests' } },
  certificate: { category: 'upgrading', words: { vi: 'Chứng nhận chất lượng, tiêu chuẩn', en: 'Quality certificates' } },
  machinery: { category: 'machinery', words: { vi: 'Máy móc, thiết bị, công nghệ', en: 'Machines, technology' } },
  salesPoint: { category: 'salesPoint', words: { vi: 'Biển hiệu, quầy kệ, điểm bán', en: 'Sign, shelves, sales point' } },
  promotion: { category: 'promotion', words: { vi: 'Hội chợ, quảng bá, bán hàng trực tuyến', en: 'Fairs, promotion, online selling' } },
  digital: { category: 'promotion', words: { vi: 'Chuyển đổi số, số hóa sản phẩm', en: 'Digital transformation' } },
  training: { category: 'training', words: { vi: 'Đào tạo, tập huấn', en: 'Training' } },
  other: { category: 'other', words: { vi: 'Nội dung khác', en: 'Other' } },
}

export const supportStates = ['asked', 'refused', 'approved', 'running', 'suspended', 'closed', 'terminated'] as const
export type SupportState = (typeof supportStates)[number]
export const supportTransitions: Record<SupportState, readonly SupportState[]> = {
  asked: ['approved', 'refused'],
  refused: [],
  approved: ['running', 'refused'],
  running: ['suspended', 'closed', 'terminated'],
  suspended: ['running', 'terminated'],
  closed: [],
  terminated: [],
}
type Mark = 'info' | 'done' | 'part' | 'back' | 'stop' | 'ended' | 'todo' | 'late'
export const supportWords: Record<SupportState, Words & { mark: Mark }> = {
  asked: { vi: 'Chờ xét', en: 'Asked for', mark: 'info' },
  refused: { vi: 'Không hỗ trợ', en: 'Refused', mark: 'back' },
  approved: { vi: 'Đã duyệt, chờ ký hợp đồng', en: 'Approved, to be signed', mark: 'part' },
  running: { vi: 'Đang thực hiện', en: 'Running', mark: 'part' },
  suspended: { vi: 'Tạm dừng', en: 'Suspended', mark: 'stop' },
  closed: { vi: 'Đã thanh lý', en: 'Closed', mark: 'done' },
  terminated: { vi: 'Đã chấm dứt', en: 'Terminated', mark: 'ended' },
}

export const milestoneStates = ['planned', 'filed', 'accepted', 'returned', 'released', 'missed'] as const
export type MilestoneState = (typeof milestoneStates)[number]
export const milestoneTransitions: Record<MilestoneState, readonly MilestoneState[]> = {
  planned: ['filed', 'missed'],
  filed: ['accepted', 'returned'],
  returned: ['filed', 'missed'],
  // Back from released where the payment failed or was not approved (money/aftermath.ts).
  accepted: ['released'],
  released: ['accepted'],
  missed: [],
}
export const milestoneWords: Record<MilestoneState, Words & { mark: Mark }> = {
  planned: { vi: 'Chưa nộp', en: 'Not filed', mark: 'todo' },
  filed: { vi: 'Đã nộp, chờ xét', en: 'Filed', mark: 'info' },
  accepted: { vi: 'Đạt, chờ chi', en: 'Accepted, to be paid', mark: 'part' },
  returned: { vi: 'Trả lại để bổ sung', en: 'Sent back', mark: 'back' },
  released: { vi: 'Đã chuyển chi', en: 'Released', mark: 'done' },
  missed: { vi: 'Không thực hiện', en: 'Missed', mark: 'late' },
}

export const receivableStates = ['open', 'paid', 'waived'] as const
export type ReceivableState = (typeof receivableStates)[number]
export const receivableWords: Record<ReceivableState, Words & { mark: Mark }> = {
  open: { vi: 'Còn phải thu', en: 'Open', mark: 'info' },
  paid: { vi: 'Đã thu đủ', en: 'Paid', mark: 'done' },
  waived: { vi: 'Đã miễn', en: 'Waived', mark: 'ended' },
}

export type AskInput = Typed<'item' | 'detail' | 'productId' | 'asked' | 'ownShare'>

export function readAsk(input: AskInput) {
  const fields = new Fields<keyof AskInput>(input)
  const itemCategory = fields.oneOf('item', supportItems, { required: true })
  const itemDetail = fields.text('detail', {
    max: 1000,
    multiline: true,
    required: { vi: 'Ghi việc cần hỗ trợ.', en: 'Say what the support is for.' },
  })
  const productId = fields.optional('productId', { max: 40 })
  const asked = readDong(fields, 'asked', { required: true })
  const ownShare = readDong(fields, 'ownShare', { least: 0 })
  if (itemCategory === null) fields.say('item', { vi: 'Chọn nội dung hỗ trợ.', en: 'Choose the item.' })
  const { itemCategory: item, ...amounts } = fields.done({ itemCategory, asked })
  return { ...amounts, itemCategory: item, itemDetail, productId, ownShare }
}

export type ApproveInput = Typed<'approved' | 'lineId' | 'sourceId' | 'twinReason'>

/** Interpretation: what is approved may be less than what was asked, never more; who needs more asks anew. */
export function readApproval(input: ApproveInput, asked: number) {
  const fields = new Fields<keyof ApproveInput>(input)
  const approved = readDong(fields, 'approved', { required: true })
  if (approved !== null && approved > asked)
    fields.say('approved', { vi: 'Số duyệt không quá số đề nghị.', en: 'No more than what was asked for.' })
  const lineId = fields.text('lineId', { max: 40, required: { vi: 'Chọn khoản kinh phí.', en: 'Choose the line.' } })
  const sourceId = fields.text('sourceId', { max: 40, required: { vi: 'Chọn nguồn kinh phí.', en: 'Choose the source.' } })
  const twinReason = fields.text('twinReason', { max: 1000, multiline: true })
  return { ...fields.done({ approved }), lineId, sourceId, twinReason }
}

export type MilestoneInput = Typed<'title' | 'evidenceAsked' | 'dueOn' | 'amount' | 'retained'>

/** `retained` is the part of the amount that is held back until the contract closes. A due day lies after today. */
export function readMilestone(input: MilestoneInput, today: PlainDate) {
  const fields = new Fields<keyof MilestoneInput>(input)
  const title = fields.text('title', { max: 300, required: { vi: 'Ghi tên mốc.', en: 'Name the milestone.' } })
  const evidenceAsked = fields.text('evidenceAsked', { max: 1000, multiline: true })
  const dueOn = fields.date('dueOn', { required: true })
  if (dueOn !== null && dueOn <= today) fields.say('dueOn', { vi: 'Hạn của mốc phải sau hôm nay.', en: 'The due day lies after today.' })
  const amount = readDong(fields, 'amount', { required: true, least: 0 })
  const retained = readDong(fields, 'retained', { least: 0 }) ?? 0
  if (amount !== null && retained > amount)
    fields.say('retained', { vi: 'Số giữ lại không quá số tiền của mốc.', en: 'No more than the milestone’s amount.' })
  return { ...fields.done({ dueOn, amount }), title, evidenceAsked, retained }
}

export function readSigning(input: Typed<'number' | 'signedOn'>, today: PlainDate) {
  const fields = new Fields<'number' | 'signedOn'>(input)
  const number = fields.text('number', { max: 100, required: { vi: 'Ghi số hợp đồng.', en: 'Give the number of the contract.' } })
  const signedOn = fields.date('signedOn', { required: true, notAfter: today })
  return { ...fields.done({ signedOn }), number }
}

export type ClawBackInput = Typed<'reason' | 'amount' | 'dueOn' | 'decisionNumber'>

/** Why the contract ends, and what is to come back of what was paid: nothing, or up to all of it, with its own due day. */
export function readClawBack(input: ClawBackInput, paid: number, today: PlainDate) {
  const fields = new Fields<keyof ClawBackInput>(input)
  const reason = fields.text('reason', { max: 1000, multiline: true, required: true })
  const amount = readDong(fields, 'amount', { least: 0 }) ?? 0
  if (amount > paid) fields.say('amount', { vi: 'Số thu hồi không quá số đã chi.', en: 'No more than what was paid.' })
  const dueOn = fields.date('dueOn', amount > 0 ? { required: true } : {})
  if (dueOn !== null && dueOn <= today) fields.say('dueOn', { vi: 'Hạn nộp phải sau hôm nay.', en: 'The due day lies after today.' })
  const decisionNumber = fields.text('decisionNumber', {
    max: 100,
    required: amount > 0 && { vi: 'Ghi số quyết định thu hồi.', en: 'Give the number of the decision.' },
  })
  fields.done()
  return { reason, amount, dueOn, decisionNumber }
}

export function readReceipt(input: Typed<'amount' | 'receivedOn' | 'paper'>, left: number, today: PlainDate) {
  const fields = new Fields<'amount' | 'receivedOn' | 'paper'>(input)
  const amount = readDong(fields, 'amount', { required: true })
  if (amount !== null && amount > left)
    fields.say('amount', { vi: 'Số thu không quá số còn phải thu.', en: 'No more than what is still owed.' })
  const receivedOn = fields.date('receivedOn', { required: true, notAfter: today })
  const paper = fields.text('paper', { max: 100, required: { vi: 'Ghi số chứng từ.', en: 'Give the number of the receipt.' } })
  return { ...fields.done({ amount, receivedOn }), paper }
}
