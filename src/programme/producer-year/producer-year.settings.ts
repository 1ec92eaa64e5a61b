// What a province sets about yearly figures: by when they are wanted, and what is asked about again.
import { wholeNumber } from '../setting.ts'

/** Interpretation: no plan names a day; the yearly report needs the figures of the year before, so the last day of February. */
export const yearDueMonth = wholeNumber(
  'producerYear.dueMonth',
  {
    title: { vi: 'Hạn chủ thể nộp số liệu năm trước', en: 'By when producers file the figures of the year before' },
    meaning: {
      vi: 'Ngày cuối của tháng này. Hạn được ghi lại khi bắt đầu thu số liệu; đổi thiết lập không dời hạn đã ghi.',
      en: 'The last day of this month. The day is stored when the collection begins; a later change does not move it.',
    },
    source: { vi: 'Quy định của tỉnh; các kế hoạch không ấn định', en: "The province's own rule; the plans set none" },
    effect: { vi: 'Áp dụng cho đợt thu số liệu bắt đầu sau khi đổi.', en: 'Counts for collections begun after the change.' },
  },
  { fallback: 2, min: 1, max: 12, unit: { vi: '(tháng)', en: '(month)' } },
)

const asked = {
  source: { vi: 'Quy định của tỉnh, để số liệu tin được', en: "The province's own rule, so that figures can be trusted" },
  effect: { vi: 'Áp dụng cho số liệu nộp sau khi đổi.', en: 'Counts for figures filed after the change.' },
}

/** Interpretation: three times, or a third, of the year before is asked about; exactly three times is not. */
export const yearJump = wholeNumber(
  'producerYear.jump',
  {
    title: { vi: 'Thay đổi so với năm trước phải giải thích', en: 'Change against the year before that is asked about' },
    meaning: {
      vi: 'Lớn hơn chừng này phần trăm số năm trước, hoặc nhỏ hơn phần nghịch đảo, thì người khai ghi lý do và dòng được đánh dấu theo dõi.',
      en: 'Above this percentage of the year before, or below its inverse, a reason is asked and the line is marked to follow up.',
    },
    ...asked,
  },
  { fallback: 300, min: 110, max: 10_000, unit: { vi: '%', en: '%' } },
)

export const yearPriceMin = wholeNumber(
  'producerYear.priceMin',
  {
    title: { vi: 'Giá bán thấp nhất không phải giải thích', en: 'Lowest price taken without asking' },
    meaning: { vi: 'Giá một đơn vị sản phẩm dưới mức này phải ghi lý do.', en: 'A price per unit below this needs a reason.' },
    ...asked,
  },
  { fallback: 1, min: 0, max: 999_999, unit: { vi: 'nghìn đồng', en: 'thousand đồng' } },
)

export const yearPriceMax = wholeNumber(
  'producerYear.priceMax',
  {
    title: { vi: 'Giá bán cao nhất không phải giải thích', en: 'Highest price taken without asking' },
    meaning: { vi: 'Giá một đơn vị sản phẩm trên mức này phải ghi lý do.', en: 'A price per unit above this needs a reason.' },
    ...asked,
  },
  { fallback: 50_000, min: 1, max: 999_999, unit: { vi: 'nghìn đồng', en: 'thousand đồng' } },
)

export const producerYearSettings = [yearDueMonth, yearJump, yearPriceMin, yearPriceMax]
