// When units are reminded of their reports.
import { wholeNumber } from '../setting.ts'

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
