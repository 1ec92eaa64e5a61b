import { oneOf } from '../setting.ts'

/** Interpretation: Đ12.3 speaks of certificates at the transition only; whether later late-comers are taken is the province's rule. */
export const lateRenewal = oneOf(
  'renewal.late',
  {
    title: { vi: 'Nhận hồ sơ đánh giá lại nộp muộn', en: 'Take late dossiers for re-assessment' },
    meaning: {
      vi: 'Cho nộp hồ sơ đánh giá lại sau khi hết thời gian nộp (120 ngày trước ngày hết hạn), đến 180 ngày sau ngày hết hạn.',
      en: 'Whether a re-assessment may be filed after its window (120 days before expiry) and until 180 days after expiry.',
    },
    source: {
      vi: 'Quyết định 26/2026/QĐ-TTg Đ12.3 chỉ nêu cho trường hợp chuyển tiếp; các trường hợp sau do tỉnh quy định',
      en: 'Decision 26/2026 Art. 12.3 speaks of the transition only; later cases are the province’s own rule',
    },
    effect: {
      vi: 'Áp dụng cho hồ sơ mở hoặc nộp sau khi sửa. Giấy chứng nhận đã hết hạn không vì vậy mà còn hiệu lực.',
      en: 'Counts for dossiers opened or filed afterwards. It does not make an expired certificate valid.',
    },
  },
  { off: { vi: 'Không nhận', en: 'Not taken' }, on: { vi: 'Có nhận', en: 'Taken' } },
  'off',
)
