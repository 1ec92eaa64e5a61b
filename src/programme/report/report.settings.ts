// How an office reads the due days of reports, and when it reminds.
import { oneOf, wholeNumber } from '../setting.ts'

/** Interpretation: seed 003, line 276 says "trước ngày 15/6" and "trước ngày 01/12"; the day itself is late unless the office reads it otherwise. */
export const beforeReading = oneOf(
  'reports.before',
  {
    title: { vi: '“Trước ngày …” trong hạn báo cáo', en: '“Before the …” in the due days of reports' },
    meaning: {
      vi: 'Ngày cuối còn đúng hạn của một đợt báo cáo được tính từ ngày ghi trong văn bản theo lựa chọn này.',
      en: 'The last day in time of a call is reckoned from the day the text names by this choice.',
    },
    source: {
      vi: 'Kế hoạch Thanh Hóa 2021: báo cáo 6 tháng “trước ngày 15/6”, năm “trước ngày 01/12”; văn bản không nói ngày đó có tính hay không',
      en: 'Plan of Thanh Hóa 2021: “before 15/6”, “before 01/12”; the text does not say whether the day itself counts',
    },
    effect: {
      vi: 'Áp dụng cho đợt lập sau khi đổi; ngày hạn của đợt đã lập không đổi.',
      en: 'Counts for calls planned afterwards; due days that stand stay.',
    },
  },
  {
    exclusive: { vi: 'Không tính ngày đó (trước 15/6 là hết ngày 14/6)', en: 'The day itself is late (14/6 is the last)' },
    inclusive: { vi: 'Tính cả ngày đó (đến hết ngày 15/6)', en: 'The day itself still counts' },
  },
  'exclusive',
)

export const remindDays = wholeNumber(
  'reports.remindDays',
  {
    title: { vi: 'Nhắc báo cáo trước hạn', en: 'Reminder before a report is due' },
    meaning: {
      vi: 'Đơn vị chưa gửi báo cáo được nhắc khi còn từng này ngày, và một lần nữa khi quá hạn.',
      en: 'A unit whose report is not sent is reminded this many days before, and once more when it is late.',
    },
    source: { vi: 'Cách làm của cơ quan; văn bản không quy định', en: 'The office’s practice; no text says it' },
    effect: { vi: 'Áp dụng từ lần nhắc sau.', en: 'Counts from the next reminder.' },
  },
  { fallback: 5, min: 1, max: 30, unit: { vi: 'ngày', en: 'days' } },
)
