import { wholeNumber } from '../setting.ts'

/** How long after its date a paper may still get its signed scan. */
export const signedCopyDays = wholeNumber(
  'signedCopy.days',
  { vi: 'Số ngày được đính bản ký sau ngày ban hành', en: 'Days in which the signed scan may be attached after the date of issue' },
  { vi: 'Quy định của tỉnh; pháp luật không ấn định', en: "The province's own rule; the law sets none" },
  { fallback: 30, min: 1, max: 366 },
)
