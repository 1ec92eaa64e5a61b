import { oneOf, wholeNumber } from '../setting.ts'

/** Interpretation: 26/2026 names no term; fifteen calendar days after the paper that told the result. */
export const objectionDays = wholeNumber(
  'objection.days',
  {
    title: { vi: 'Số ngày chủ thể được kiến nghị về kết quả', en: 'Days in which a producer may object to a result' },
    meaning: {
      vi: 'Tính theo ngày lịch, từ ngày sau ngày ra thông báo hoặc quyết định; ngày cuối là ngày nghỉ thì kết thúc vào ngày làm việc tiếp theo.',
      en: 'Calendar days from the day after the letter or decision; a last day off moves to the next working day.',
    },
    source: { vi: 'Quy định của tỉnh; QĐ 26/2026 không ấn định', en: "The province's own rule; QĐ 26/2026 sets none" },
    effect: { vi: 'Áp dụng cho kiến nghị gửi sau khi đổi.', en: 'Counts for objections made after the change.' },
  },
  { fallback: 15, min: 1, max: 90, unit: { vi: 'ngày', en: 'days' } },
)

export const objectionCertificate = oneOf(
  'objection.certificate',
  {
    title: { vi: 'Giấy chứng nhận trong lúc xét kiến nghị', en: 'The certificate while an objection is looked at' },
    meaning: {
      vi: 'Chọn “đang xem xét” thì trang công khai của giấy ghi rõ điều đó từ khi tiếp nhận kiến nghị đến khi có kết luận.',
      en: 'Under review: the public page says so from the receipt until the conclusion.',
    },
    source: { vi: 'Quy định của tỉnh; pháp luật không ấn định', en: "The province's own rule; the law sets none" },
    effect: { vi: 'Áp dụng cho kiến nghị tiếp nhận sau khi đổi.', en: 'Counts for objections received after the change.' },
  },
  {
    stays: { vi: 'Giữ nguyên', en: 'Stays as it is' },
    suspended: { vi: 'Ghi “đang xem xét”', en: 'Shown as under review' },
  },
  'stays',
)

export const objectionScorers = oneOf(
  'objection.scorers',
  {
    title: { vi: 'Ai chấm lại sau kiến nghị', en: 'Who scores again after an objection' },
    meaning: {
      vi: 'Chọn “thành viên khác” thì người đã chấm lần đầu được cho hồi tỵ ở mục đánh giá lại.',
      en: 'Other members: those who scored the first time are recused from the new item.',
    },
    source: { vi: 'Quy chế của Hội đồng; pháp luật không ấn định', en: "The council's rules; the law sets none" },
    effect: { vi: 'Áp dụng cho lần đánh giá lại bắt đầu sau khi đổi.', en: 'Counts for re-assessments begun after the change.' },
  },
  {
    any: { vi: 'Hội đồng, kể cả người đã chấm', en: 'The council, those who scored included' },
    others: { vi: 'Thành viên khác', en: 'Other members only' },
  },
  'any',
)

/** Interpretation: no term of its own in 26/2026; thirty calendar days, as for a first complaint (Luật Khiếu nại 2011 Đ28). */
export const objectionAnswerDays = wholeNumber(
  'objection.answerDays',
  {
    title: { vi: 'Số ngày trả lời kiến nghị', en: 'Days in which an objection is answered' },
    meaning: {
      vi: 'Tính theo ngày lịch, từ ngày sau ngày tiếp nhận; ngày cuối là ngày nghỉ thì kết thúc vào ngày làm việc tiếp theo.',
      en: 'Calendar days from the day after receipt; a last day off moves to the next working day.',
    },
    source: {
      vi: 'Quy định của tỉnh; tham chiếu Luật Khiếu nại 2011, Điều 28',
      en: "The province's own rule, after Luật Khiếu nại 2011 Đ28",
    },
    effect: { vi: 'Áp dụng cho kiến nghị tiếp nhận sau khi đổi.', en: 'Counts for objections received after the change.' },
  },
  { fallback: 30, min: 1, max: 90, unit: { vi: 'ngày', en: 'days' } },
)

/** Interpretation: calendar days, as the term to answer is; nothing speaks of reminders. */
export const objectionReminderDays = wholeNumber(
  'objection.answerReminderDays',
  {
    title: { vi: 'Nhắc trả lời kiến nghị trước hạn', en: 'Reminder before an objection must be answered' },
    meaning: {
      vi: 'Người được phân công giải quyết (chưa phân công thì lãnh đạo) được nhắc từ số ngày này trước hạn trả lời.',
      en: 'Who decides (the leaders while nobody is named) is reminded from so many days before the last day to answer.',
    },
    source: {
      vi: 'Pháp luật không quy định việc nhắc; phần mềm đề xuất',
      en: 'The law does not speak of reminders; proposed by the software',
    },
    effect: {
      vi: 'Áp dụng từ lần nhắc sáng hôm sau. Mỗi người được nhắc một lần cho một ngày hạn.',
      en: 'Counts from the next morning. Each person is told once of each last day.',
    },
  },
  { fallback: 5, min: 1, max: 30, unit: { vi: 'ngày', en: 'days' } },
)

export const objectionSettings = [objectionDays, objectionAnswerDays, objectionReminderDays, objectionCertificate, objectionScorers]
