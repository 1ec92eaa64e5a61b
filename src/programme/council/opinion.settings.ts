// How long before their last day people are reminded. The law sets the 45 days (26/2026 Đ7.6) and the council the days for ballots; neither speaks of reminders.
import { wholeNumber } from '../setting.ts'

const ours = {
  vi: 'Quyết định 26/2026/QĐ-TTg (Điều 7, khoản 6) không quy định việc nhắc; phần mềm đề xuất',
  en: 'Decision 26/2026 (Article 7.6) does not speak of reminders; proposed by the software',
}
const effect = {
  vi: 'Áp dụng từ lần nhắc sáng hôm sau. Mỗi người được nhắc một lần cho một ngày hạn.',
  en: 'Counts from the next morning. Each person is told once of each last day.',
}
const days = { vi: 'ngày', en: 'days' }

/** Interpretation: calendar days, as the days for ballots are. */
export const ballotReminderDays = wholeNumber(
  'opinion.reminderDays',
  {
    title: { vi: 'Nhắc gửi phiếu lấy ý kiến trước hạn', en: 'Reminder before the last day for ballots' },
    meaning: {
      vi: 'Thành viên còn mục chưa gửi phiếu được nhắc từ số ngày này trước hạn gửi phiếu.',
      en: 'Members with a ballot still to send are reminded from so many days before the last one.',
    },
    source: ours,
    effect,
  },
  { fallback: 3, min: 1, max: 30, unit: days },
)

export const clockReminderDays = wholeNumber(
  'renewal.clockReminderDays',
  {
    title: { vi: 'Nhắc trước khi hết 45 ngày đánh giá lại', en: 'Reminder before the 45 days of a re-assessment end' },
    meaning: {
      vi: 'Người chủ trì mục và cơ quan thường trực được nhắc từ số ngày này trước ngày hết hạn, khi hồ sơ chưa có kết quả.',
      en: 'Who chairs the item and the office are reminded from so many days before the end, while there is no result.',
    },
    source: ours,
    effect,
  },
  { fallback: 7, min: 1, max: 40, unit: days },
)

export const opinionSettings = [ballotReminderDays, clockReminderDays] as const
