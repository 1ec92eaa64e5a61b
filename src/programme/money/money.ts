// Money of the programme as data: where it comes from, what it is for, how it moves. Pure.
import type { Words } from '../fields.ts'

/** Where money comes from (seeds S1:127-133, S2:105, S3:175-177). */
export const sourceKinds = ['central', 'province', 'district', 'commune', 'credit', 'own', 'integrated', 'other'] as const
export type SourceKind = (typeof sourceKinds)[number]
export const sourceWords: Record<SourceKind, Words> = {
  central: { vi: 'Ngân sách trung ương', en: 'Central budget' },
  province: { vi: 'Ngân sách tỉnh', en: 'Provincial budget' },
  district: { vi: 'Ngân sách huyện, thành phố', en: 'District or city budget' },
  commune: { vi: 'Ngân sách xã', en: 'Commune budget' },
  credit: { vi: 'Vốn tín dụng', en: 'Credit' },
  own: { vi: 'Vốn của chủ thể', en: 'Producers’ own funds' },
  integrated: { vi: 'Vốn lồng ghép', en: 'Integrated programmes' },
  other: { vi: 'Nguồn khác', en: 'Other' },
}

/** What money is for (seeds S2:107-119, S3:115-121, S1:137). */
export const itemCategories = [
  'assessment',
  'training',
  'promotion',
  'salesPoint',
  'advice',
  'upgrading',
  'reward',
  'machinery',
  'management',
  'other',
] as const
export type ItemCategory = (typeof itemCategories)[number]
export const categoryWords: Record<ItemCategory, Words> = {
  assessment: { vi: 'Đánh giá, phân hạng', en: 'Assessment' },
  training: { vi: 'Tập huấn, tuyên truyền', en: 'Training, information' },
  promotion: { vi: 'Xúc tiến thương mại', en: 'Trade promotion' },
  salesPoint: { vi: 'Điểm giới thiệu và bán sản phẩm', en: 'Points of presentation and sale' },
  advice: { vi: 'Tư vấn phát triển sản phẩm, xây dựng hồ sơ', en: 'Advice, dossiers' },
  upgrading: { vi: 'Chuẩn hóa, nâng cấp sản phẩm', en: 'Standardising and upgrading' },
  reward: { vi: 'Thưởng sản phẩm', en: 'Rewards' },
  machinery: { vi: 'Máy móc, thiết bị, công nghệ', en: 'Machines, technology' },
  management: { vi: 'Quản lý, giám sát', en: 'Management, supervision' },
  other: { vi: 'Nội dung khác', en: 'Other' },
}

export const entryKinds = [
  'allocation',
  'cut',
  'transferOut',
  'transferIn',
  'carryOver',
  'commitment',
  'release',
  'disbursement',
  'failed',
  'returned',
  'recovered',
  'settlement',
] as const
export type EntryKind = (typeof entryKinds)[number]

/**
 * What a kind does. `way`: how it counts in the balance. `answers`: the kind of entry it must (or may) name.
 * `ended`: still taken on a line or from a source that has ended, because it only winds up what was begun.
 */
export const kindRules: Record<
  EntryKind,
  { way: 1 | 0 | -1; answers: EntryKind | null; must: boolean; ended: boolean } & { words: Words }
> = {
  allocation: { way: 1, answers: null, must: false, ended: false, words: { vi: 'Phân bổ', en: 'Allocation' } },
  cut: { way: -1, answers: null, must: false, ended: true, words: { vi: 'Cắt giảm', en: 'Cut' } },
  transferOut: { way: -1, answers: null, must: false, ended: true, words: { vi: 'Điều chuyển đi', en: 'Transfer out' } },
  transferIn: { way: 1, answers: 'transferOut', must: true, ended: false, words: { vi: 'Điều chuyển đến', en: 'Transfer in' } },
  carryOver: {
    way: 1,
    answers: 'transferOut',
    must: false,
    ended: false,
    words: { vi: 'Chuyển nguồn năm trước sang', en: 'Carried over' },
  },
  commitment: { way: 0, answers: null, must: false, ended: false, words: { vi: 'Cam kết chi', en: 'Commitment' } },
  release: { way: 0, answers: 'commitment', must: true, ended: true, words: { vi: 'Giải cam kết', en: 'Release of a commitment' } },
  disbursement: { way: -1, answers: 'commitment', must: false, ended: true, words: { vi: 'Giải ngân', en: 'Disbursement' } },
  failed: { way: 1, answers: 'disbursement', must: true, ended: true, words: { vi: 'Chuyển tiền không thành', en: 'Failed payment' } },
  returned: { way: 1, answers: 'disbursement', must: true, ended: true, words: { vi: 'Hoàn trả', en: 'Returned' } },
  recovered: { way: 1, answers: 'disbursement', must: false, ended: true, words: { vi: 'Thu hồi', en: 'Recovered' } },
  settlement: { way: 0, answers: null, must: false, ended: true, words: { vi: 'Quyết toán', en: 'Settlement' } },
}

/** Kinds whose entries make one figure of the overview, so that the figure opens to its rows. */
export const kindGroups = {
  given: ['allocation', 'cut', 'transferIn', 'transferOut', 'carryOver'],
  reserved: ['commitment', 'release', 'disbursement', 'failed'],
  paid: ['disbursement', 'failed', 'returned', 'recovered'],
  moved: ['allocation', 'cut', 'transferIn', 'transferOut', 'carryOver', 'disbursement', 'failed', 'returned', 'recovered'],
} as const satisfies Record<string, readonly EntryKind[]>
export type KindGroup = keyof typeof kindGroups
export const groupWords: Record<KindGroup, Words> = {
  given: { vi: 'Giao cho khoản', en: 'Given to the line' },
  reserved: { vi: 'Cam kết và chi theo cam kết', en: 'Commitments and what they paid' },
  paid: { vi: 'Đã chi, trừ hoàn lại', en: 'Paid, less what came back' },
  moved: { vi: 'Làm nên số dư', en: 'Makes the balance' },
}

export const entryStates = ['entered', 'approved', 'refused', 'takenBack'] as const
export type EntryState = (typeof entryStates)[number]
export const entryStateWords: Record<EntryState, Words & { mark: 'info' | 'done' | 'back' | 'ended' }> = {
  entered: { vi: 'Chờ duyệt', en: 'Waits for approval', mark: 'info' },
  approved: { vi: 'Đã duyệt', en: 'Approved', mark: 'done' },
  refused: { vi: 'Không duyệt', en: 'Refused', mark: 'back' },
  takenBack: { vi: 'Đã rút lại', en: 'Taken back', mark: 'ended' },
}

/** The most one amount, and one line from one source, may hold: what a whole number here carries exactly, with room. */
export const MOST_DONG = 1_000_000_000_000_000
