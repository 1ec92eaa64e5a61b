// What stars earn: a policy as data, and what one recognition earns under it, given what its product held and was paid before. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { Fields, type Typed, type Words } from '../fields.ts'
import { readDong } from '../money/money.input.ts'

export const upgrades = ['difference', 'full'] as const
export const upgradeWords: Record<(typeof upgrades)[number], Words> = {
  difference: { vi: 'Phần chênh so với số đã thưởng', en: 'What is missing to the higher reward' },
  full: { vi: 'Toàn bộ mức của hạng mới', en: 'All of the higher reward' },
}
export const renewals = ['none', 'full'] as const
export const renewalWords: Record<(typeof renewals)[number], Words> = {
  none: { vi: 'Không thưởng', en: 'Nothing' },
  full: { vi: 'Thưởng khi hạng cũ đã hết hạn và chưa từng được thưởng', en: 'Paid once the old star had lapsed and was never paid' },
}

export const listStates = ['draft', 'decided', 'paid', 'cancelled'] as const
export type ListState = (typeof listStates)[number]
export const listWords: Record<ListState, Words & { mark: 'todo' | 'part' | 'done' | 'ended' }> = {
  draft: { vi: 'Dự thảo', en: 'Draft', mark: 'todo' },
  decided: { vi: 'Đã có quyết định', en: 'Decided', mark: 'part' },
  paid: { vi: 'Đã chi đủ', en: 'Paid', mark: 'done' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled', mark: 'ended' },
}
export type RewardState = 'listed' | 'paid' | 'failed' | 'cancelled'
export const rewardWords: Record<RewardState, Words & { mark: 'todo' | 'done' | 'late' | 'ended' }> = {
  listed: { vi: 'Chờ chi', en: 'To be paid', mark: 'todo' },
  paid: { vi: 'Đã chi', en: 'Paid', mark: 'done' },
  failed: { vi: 'Chuyển tiền không thành', en: 'Payment failed', mark: 'late' },
  cancelled: { vi: 'Bỏ khỏi danh sách', en: 'Dropped', mark: 'ended' },
}
export const policyStates = ['draft', 'approved', 'ended'] as const
export type PolicyState = (typeof policyStates)[number]
export const policyWords: Record<PolicyState, Words & { mark: 'todo' | 'done' | 'ended' }> = {
  draft: { vi: 'Chờ duyệt', en: 'To be approved', mark: 'todo' },
  approved: { vi: 'Đang áp dụng', en: 'In force', mark: 'done' },
  ended: { vi: 'Hết áp dụng', en: 'Ended', mark: 'ended' },
}

export type Policy = {
  star3: number | null
  star4: number | null
  star5: number | null
  upgrade: (typeof upgrades)[number]
  renewal: (typeof renewals)[number]
}

/** What a product held and was paid before the recognition at hand, by other recognitions. */
export type Past = {
  /** Stars it was recognised at before, imported past ones included; `lapsed`: its last valid day lay before the new decision. */
  held: readonly { star: number; lapsed: boolean }[]
  /** Rewards on lists that were not cancelled, whatever list, holder or pack. */
  rewarded: readonly { star: number; amount: number }[]
}

export type Reckoning = { base: number; deducted: number; upgrade: Policy['upgrade'] | null }
export type Earned =
  | { amount: number; reckoning: Reckoning }
  | { none: 'notInPolicy' | 'paidBefore' | 'higherPaid' | 'renewal' | 'nothingLeft' }

/**
 * What one recognition earns (seeds S3:115-119). Never twice for the same star of the same product; a fall earns nothing.
 * Interpretation: of an upgrade only what was really paid is deducted, so a lower star that was never rewarded takes nothing away.
 * Interpretation: a star held before is a renewal and earns nothing, unless the policy pays it once the old one had lapsed unpaid.
 */
export function earned(policy: Policy, star: number, past: Past): Earned {
  const base = { 3: policy.star3, 4: policy.star4, 5: policy.star5 }[star] ?? null
  if (base === null || base === 0) return { none: 'notInPolicy' }
  if (past.rewarded.some((one) => one.star === star)) return { none: 'paidBefore' }
  if (past.rewarded.some((one) => one.star > star)) return { none: 'higherPaid' }
  const before = past.held.filter((one) => one.star >= star)
  if (before.length > 0 && (policy.renewal === 'none' || before.some((one) => !one.lapsed))) return { none: 'renewal' }
  const lower = past.rewarded.reduce((sum, one) => sum + one.amount, 0)
  const deducted = policy.upgrade === 'difference' ? Math.min(base, lower) : 0
  const amount = base - deducted
  if (amount === 0) return { none: 'nothingLeft' }
  return { amount, reckoning: { base, deducted, upgrade: lower > 0 ? policy.upgrade : null } }
}

export type PolicyInput = Typed<'title' | 'decisionNumber' | 'validFrom' | 'validTo' | 'star3' | 'star4' | 'star5' | 'upgrade' | 'renewal'>

export function readPolicy(input: PolicyInput) {
  const fields = new Fields<keyof PolicyInput>(input)
  const title = fields.text('title', { max: 300, required: { vi: 'Ghi tên chính sách.', en: 'Name the policy.' } })
  const decisionNumber = fields.text('decisionNumber', {
    max: 200,
    required: { vi: 'Ghi văn bản quy định mức thưởng.', en: 'Give the paper that sets the rewards.' },
  })
  const validFrom = fields.date('validFrom', { required: true })
  const validTo = fields.date('validTo')
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    fields.say('validTo', { vi: 'Ngày cuối không trước ngày đầu.', en: 'The last day is not before the first.' })
  const star3 = readDong(fields, 'star3', { least: 0 })
  const star4 = readDong(fields, 'star4', { least: 0 })
  const star5 = readDong(fields, 'star5', { least: 0 })
  if (!star3 && !star4 && !star5) fields.say('star3', { vi: 'Ghi ít nhất một mức thưởng.', en: 'Give at least one reward.' })
  const upgrade = fields.oneOf('upgrade', upgrades, { required: true })
  const renewal = fields.oneOf('renewal', renewals, { required: true })
  return { ...fields.done({ validFrom, upgrade, renewal }), title, decisionNumber, validTo, star3, star4, star5 }
}

export type ListInput = Typed<'policyId' | 'title' | 'from' | 'to' | 'lineId' | 'sourceId'>

/** The period does not reach past today: what is not decided yet cannot be listed. */
export function readList(input: ListInput, today: PlainDate) {
  const fields = new Fields<keyof ListInput>(input)
  const policyId = fields.text('policyId', { max: 40, required: { vi: 'Chọn chính sách thưởng.', en: 'Choose the policy.' } })
  const title = fields.text('title', { max: 300, required: { vi: 'Ghi tên danh sách.', en: 'Name the list.' } })
  const periodFrom = fields.date('from', { required: true })
  const periodTo = fields.date('to', { required: true, notAfter: today })
  if (periodFrom !== null && periodTo !== null && periodTo < periodFrom)
    fields.say('to', { vi: 'Ngày cuối không trước ngày đầu.', en: 'The last day is not before the first.' })
  const lineId = fields.text('lineId', { max: 40, required: { vi: 'Chọn khoản kinh phí.', en: 'Choose the line.' } })
  const sourceId = fields.text('sourceId', { max: 40, required: { vi: 'Chọn nguồn kinh phí.', en: 'Choose the source.' } })
  return { ...fields.done({ periodFrom, periodTo }), policyId, title, lineId, sourceId }
}
