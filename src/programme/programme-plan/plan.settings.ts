// What a desk may set for its plans and tasks.
import { oneOf } from '../setting.ts'

export const beforeDay = oneOf(
  'programmePlan.beforeDay',
  {
    title: { vi: '“Trước ngày …” trong kế hoạch và báo cáo', en: '“Before the day …” in plans and reports' },
    meaning: {
      vi: 'Hạn cuối của việc, của báo cáo phải xong “trước ngày 15/6”.',
      en: 'The last day of work, and of reports, due “before 15/6”.',
    },
    source: {
      vi: 'Kế hoạch Thanh Hóa 2021: báo cáo trước ngày 15/6, trước ngày 01/12; văn bản không nói ngày đó có tính hay không.',
      en: 'Thanh Hóa 2021: reports before 15/6 and before 01/12; the text does not say whether the day itself counts.',
    },
    effect: {
      vi: 'Áp dụng khi ghi nhiệm vụ mới, lập đợt báo cáo mới; hạn đã ghi giữ nguyên.',
      en: 'Counts when a task or a call for reports is written; days already written stay.',
    },
  },
  {
    exclusive: { vi: 'Xong chậm nhất ngày hôm trước (14/6)', en: 'Done the day before at the latest (14/6)' },
    inclusive: { vi: 'Chính ngày đó vẫn kịp (15/6)', en: 'The day itself is in time (15/6)' },
  },
  'exclusive',
)
