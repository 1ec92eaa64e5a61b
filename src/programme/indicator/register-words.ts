/** The registers figures are read from, named the same everywhere. */
import type { Words } from '#/regulation/level.schema.ts'

export const registers = {
  certificate: { vi: 'Sổ giấy chứng nhận', en: 'Register of certificates' },
  past: { vi: 'Kết quả công nhận trước đây', en: 'Recognitions of the past' },
  dossier: { vi: 'Hồ sơ, kết quả đánh giá', en: 'Dossiers and results' },
  idea: { vi: 'Ý tưởng sản phẩm', en: 'Product ideas' },
  round: { vi: 'Đợt đánh giá', en: 'Rounds' },
  ntm: { vi: 'Sổ xã nông thôn mới', en: 'Register of new-countryside communes' },
  training: { vi: 'Sổ tập huấn', en: 'Register of training' },
  promotion: { vi: 'Sổ xúc tiến thương mại', en: 'Register of promotion' },
  inspection: { vi: 'Sổ kiểm tra sau công nhận', en: 'Inspections after recognition' },
  salesPoint: { vi: 'Sổ điểm bán hàng', en: 'Register of sales points' },
  outlet: { vi: 'Sổ cửa hàng, siêu thị, sàn', en: 'Register of outlets' },
  channel: { vi: 'Sổ kênh bán hàng', en: 'Register of channels' },
  link: { vi: 'Sổ liên kết', en: 'Register of links' },
  producer: { vi: 'Hồ sơ chủ thể', en: 'Producers' },
  year: { vi: 'Số liệu năm của chủ thể', en: 'Producers’ yearly figures' },
  support: { vi: 'Hợp đồng hỗ trợ', en: 'Support contracts' },
  money: { vi: 'Sổ kinh phí', en: 'Register of money' },
  reward: { vi: 'Danh sách thưởng', en: 'Rewards' },
  plan: { vi: 'Kế hoạch và phụ biểu', en: 'Plans and their annexes' },
  report: { vi: 'Báo cáo', en: 'Reports' },
  unit: { vi: 'Danh mục đơn vị hành chính', en: 'Administrative units' },
} satisfies Record<string, Words>
