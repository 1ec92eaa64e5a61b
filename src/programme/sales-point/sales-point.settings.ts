import { wholeNumber } from '../setting.ts'

/** The decisions ask points to report without naming a day. */
export const monthDueDay = wholeNumber(
  'salesPoint.dueDay',
  {
    title: { vi: 'Ngày báo cáo hằng tháng của điểm bán', en: 'Day on which points of sale report' },
    meaning: {
      vi: 'Báo cáo của một tháng đến hạn vào ngày này của tháng sau.',
      en: 'The report of a month is due on this day of the next.',
    },
    source: { vi: 'Quy định của cơ quan OCOP; các quyết định không nêu ngày', en: 'The office’s own rule; no decision names a day' },
    effect: { vi: 'Áp dụng cho các tháng chưa mở báo cáo.', en: 'Counts for months not asked for yet.' },
  },
  { fallback: 10, min: 1, max: 28, unit: { vi: 'của tháng sau', en: 'of the next month' } },
)
