import type { Language, Text } from '../ui/language.ts'

const verbs: Record<string, Text> = {
  'certificate.recorded': { vi: 'Ghi nhận từ quyết định trước đây', en: 'Recorded from an earlier decision' },
  'certificate.created': { vi: 'Cấp giấy chứng nhận', en: 'Certificate issued' },
  'certificate.replaced': { vi: 'Được thay bằng giấy mới', en: 'Replaced by a newer one' },
  'certificate.endTold': { vi: 'Gửi thông báo thời hạn', en: 'Holder told of the end on paper' },
  'certificate.withdrawn': { vi: 'Thu hồi', en: 'Withdrawn' },
  'certificate.underReview': { vi: 'Ghi “đang xem xét”', en: 'Shown as under review' },
  'certificate.reviewEnded': { vi: 'Thôi ghi “đang xem xét”', en: 'No longer under review' },
  'decision.recalled': { vi: 'Hủy bỏ do việc công nhận bị thu hồi', en: 'Annulled: the recognition was recalled' },
}

/** What a verb of the ledger says to a reader; the code itself where it has no words yet. */
export function verbWords(verb: string, language: Language): string {
  return verbs[verb]?.[language] ?? verb
}
