import { wholeNumber } from '../setting.ts'

/** How long after its date a paper may still get its signed scan. */
export const signedCopyDays = wholeNumber(
  'signedCopy.days',
  {
    title: {
      vi: 'Số ngày được đính bản ký sau ngày ban hành',
      en: 'Days in which the signed scan may be attached after the date of issue',
    },
    meaning: {
      vi: 'Văn thư đính bản chụp đã ký, đóng dấu trong thời gian này, tính theo ngày lịch từ ngày ghi trên văn bản.',
      en: 'Calendar days from the date on the paper in which the clerk may attach its signed scan.',
    },
    source: { vi: 'Quy định của tỉnh; pháp luật không ấn định', en: "The province's own rule; the law sets none" },
    effect: {
      vi: 'Áp dụng ngay cho mọi văn bản, kể cả văn bản đã ban hành.',
      en: 'Counts at once for every paper, those already issued too.',
    },
  },
  { fallback: 30, min: 1, max: 366, unit: { vi: 'ngày', en: 'days' } },
)
