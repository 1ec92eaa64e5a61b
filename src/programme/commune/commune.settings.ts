// What Decision 26/2026 leaves open about supplements: it names no period for the producer's answer and nothing that follows silence.
import { oneOf, wholeNumber } from '../setting.ts'

const ours = {
  vi: 'Quyết định 26/2026/QĐ-TTg không quy định; quy định của tỉnh',
  en: "Not set by Decision 26/2026; the province's own rule",
}
const laterRequests = {
  vi: 'Áp dụng cho yêu cầu bổ sung lập sau khi sửa. Hạn đã giao cho chủ thể giữ nguyên.',
  en: 'Counts for requests made afterwards. Days already given to a producer stay.',
}
const workingDays = { vi: 'ngày làm việc', en: 'working days' }

/** Interpretation: working days the producer is given when the officer names no other day. */
export const supplementDays = wholeNumber(
  'supplement.days',
  {
    title: { vi: 'Số ngày làm việc để bổ sung hồ sơ', en: 'Working days to supplement a dossier' },
    meaning: {
      vi: 'Hạn được điền sẵn khi cán bộ trả hồ sơ để bổ sung; cán bộ có thể chọn ngày khác, không quá mức tối đa.',
      en: 'The day filled in when an officer returns a dossier; another may be chosen, up to the longest.',
    },
    source: ours,
    effect: laterRequests,
  },
  { fallback: 5, min: 1, max: 60, unit: workingDays },
)

/** Interpretation: the longest an officer may give. */
export const supplementDaysMax = wholeNumber(
  'supplement.daysMax',
  {
    title: { vi: 'Số ngày làm việc nhiều nhất để bổ sung hồ sơ', en: 'Most working days to supplement a dossier' },
    meaning: { vi: 'Hạn bổ sung xa nhất mà cán bộ được giao.', en: 'The longest an officer may give a producer.' },
    source: ours,
    effect: laterRequests,
  },
  { fallback: 20, min: 1, max: 120, unit: workingDays },
)

/** Interpretation: what silence means. `lapse` ends the dossier, which may be filed anew; `goOn` takes it further without the items. */
export const onSilence = oneOf(
  'supplement.onSilence',
  {
    title: { vi: 'Khi quá hạn mà chủ thể không bổ sung', en: 'When the producer does not answer in time' },
    meaning: {
      vi: 'Việc chương trình tự làm vào đầu ngày liền sau ngày hết hạn bổ sung.',
      en: 'What the program does early on the day after the last day.',
    },
    source: ours,
    effect: {
      vi: 'Áp dụng cho mọi yêu cầu hết hạn sau khi sửa, kể cả yêu cầu đã gửi trước đó.',
      en: 'Counts for every request that runs out afterwards, those already sent too.',
    },
  },
  {
    lapse: { vi: 'Kết thúc hồ sơ; chủ thể được nộp lại', en: 'The dossier ends; it may be filed anew' },
    goOn: { vi: 'Xét tiếp theo hồ sơ đã có', en: 'It goes on with what is there' },
  },
  'lapse',
)

export const communeSettings = [supplementDays, supplementDaysMax, onSilence] as const
