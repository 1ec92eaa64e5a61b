import type { Language, Text } from '../ui/language.ts'

const verbs: Record<string, Text> = {
  'certificate.recorded': { vi: 'Ghi nhận từ quyết định trước đây', en: 'Recorded from an earlier decision' },
  'certificate.created': { vi: 'Cấp giấy chứng nhận', en: 'Certificate issued' },
  'certificate.replaced': { vi: 'Được thay bằng giấy mới', en: 'Replaced by a newer one' },
  'certificate.withdrawn': { vi: 'Thu hồi', en: 'Withdrawn' },
}

/** What a verb of the ledger says to a reader; the code itself where it has no words yet. */
export function verbWords(verb: string, language: Language): string {
  return verbs[verb]?.[language] ?? verb
}
