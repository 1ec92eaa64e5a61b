// What Decision 26/2026 leaves open about supplements: it names no period for the producer's answer and nothing that follows silence.
import { oneOf, wholeNumber } from '../setting.ts'

const ours = {
  vi: 'Quyết định 26/2026/QĐ-TTg không quy định; quy định của tỉnh',
  en: "Not set by Decision 26/2026; the province's own rule",
}

/** Interpretation: working days the producer is given when the officer names no other day. */
export const supplementDays = wholeNumber(
  'supplement.days',
  { vi: 'Số ngày làm việc để bổ sung hồ sơ', en: 'Working days to supplement a dossier' },
  ours,
  {
    fallback: 5,
    min: 1,
    max: 60,
  },
)

/** Interpretation: the longest an officer may give. */
export const supplementDaysMax = wholeNumber(
  'supplement.daysMax',
  { vi: 'Số ngày làm việc nhiều nhất để bổ sung hồ sơ', en: 'Most working days to supplement a dossier' },
  ours,
  { fallback: 20, min: 1, max: 120 },
)

/** Interpretation: what silence means. `lapse` ends the dossier, which may be filed anew; `goOn` takes it further without the items. */
export const onSilence = oneOf(
  'supplement.onSilence',
  { vi: 'Khi quá hạn mà chủ thể không bổ sung', en: 'When the producer does not answer in time' },
  ours,
  ['lapse', 'goOn'],
  'lapse',
)

export const communeSettings = [supplementDays, supplementDaysMax, onSilence] as const
