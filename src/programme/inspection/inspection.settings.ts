import { oneOf, wholeNumber } from '../setting.ts'

const source = {
  vi: 'Quyết định 26/2026 Điều 9 chỉ giao kiểm tra định kỳ, đột xuất; cách tổ chức đoàn là cách làm của cơ quan.',
  en: 'QĐ 26/2026 Đ9 only orders periodic and ad hoc inspections; how a team is made up is the office’s own way.',
}

export const scorersInspect = oneOf(
  'inspection.scorers',
  {
    title: { vi: 'Người đã chấm điểm sản phẩm đi kiểm tra', en: 'Who scored a product inspects it' },
    meaning: {
      vi: 'Được đi thì ghi rõ cạnh tên; không được thì không chọn vào đoàn. Người có xung đột lợi ích không bao giờ được chọn.',
      en: 'Allowed, it is told beside the name; else such a person is not chosen. Who has a conflict never is.',
    },
    source,
    effect: { vi: 'Áp dụng cho đoàn lập từ nay.', en: 'Counts for teams made from now on.' },
  },
  { allow: { vi: 'Được, có ghi chú', en: 'Allowed, and told' }, exclude: { vi: 'Không được', en: 'Not allowed' } },
  'allow',
)

export const remindViolation = wholeNumber(
  'inspection.remindBefore',
  {
    title: { vi: 'Nhắc hạn khắc phục vi phạm', en: 'Reminder of a remedy' },
    meaning: {
      vi: 'Số ngày trước hạn thì nhắc chủ thể; quá hạn thì báo chủ thể và cơ quan thường trực.',
      en: 'Days before the due day the producer is told; past it, the producer and the office.',
    },
    source,
    effect: { vi: 'Áp dụng cho lần nhắc tới.', en: 'Counts from the next reminder.' },
  },
  { fallback: 3, min: 1, max: 60, unit: { vi: 'ngày', en: 'days' } },
)

export const inspectionSettings = [scorersInspect, remindViolation] as const
