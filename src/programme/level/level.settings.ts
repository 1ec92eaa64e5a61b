import { oneOf } from '../setting.ts'

/**
 * When those who judge at a level may know the scores of the levels below. Interpretation: the law has the lower council's minutes and sheets
 * sent along (148 Phụ lục II; S0:187) and does not say when the upper council reads them; by default only after it has its own result.
 */
export const lowerScores = oneOf(
  'levels.lowerScores',
  {
    title: { vi: 'Khi nào Hội đồng cấp trên được xem điểm của cấp dưới', en: 'When the upper council may see the lower level’s scores' },
    meaning: {
      vi: 'Thành viên chấm điểm ở cấp trên thấy phiếu, bảng điểm, biên bản và kết quả của Hội đồng cấp dưới theo lựa chọn này.',
      en: 'Members who score at the upper level see the lower council’s sheets, tables, minutes and result accordingly.',
    },
    source: {
      vi: 'Pháp luật yêu cầu gửi kèm biên bản, phiếu của cấp dưới nhưng không nói lúc nào được xem; mặc định để chấm độc lập',
      en: 'The law has the papers sent along and does not say when they are read; the default keeps the scoring independent',
    },
    effect: { vi: 'Áp dụng ngay cho mọi hồ sơ đang ở cấp này.', en: 'Counts at once for every dossier at this level.' },
  },
  {
    afterOwnResult: { vi: 'Sau khi Hội đồng cấp mình chốt kết quả', en: 'After its own result is closed' },
    atOnce: { vi: 'Ngay khi mở hồ sơ', en: 'As soon as the pack is opened' },
  },
  'afterOwnResult',
)
