import { wholeNumber } from '../setting.ts'

/** The plans ask that misuse be told "in time" without naming days for the answer. */
export const reportDays = wholeNumber(
  'publicReport.days',
  {
    title: { vi: 'Thời hạn trả lời phản ánh của người dân', en: 'Days to answer a report from the public' },
    meaning: {
      vi: 'Phản ánh được trả lời trong số ngày này kể từ ngày nhận; quá hạn thì danh sách đánh dấu và cơ quan OCOP được nhắc.',
      en: 'A report is answered within so many days; a later one is marked, and the office is reminded.',
    },
    source: { vi: 'Quy định của cơ quan OCOP; các kế hoạch không nêu số ngày', en: 'The office’s own rule; the plans name no days' },
    effect: { vi: 'Áp dụng cho phản ánh nhận từ lúc đổi.', en: 'Counts for reports received from then on.' },
  },
  { fallback: 20, min: 1, max: 180, unit: { vi: 'ngày', en: 'days' } },
)
