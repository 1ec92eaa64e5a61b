// The typed fields of mẫu 01 and of the report parts of mẫu 02, as data: pages, checks and papers read this list.
import type { Words } from '../fields.ts'

export const reportSections = ['general', 'results', 'market', 'plan'] as const
export type ReportSection = (typeof reportSections)[number]

export const sectionTitles: Record<ReportSection, Words> = {
  general: { vi: 'Thông tin chung, lịch sử, cơ cấu tổ chức', en: 'General information, history, structure' },
  results: { vi: 'Kết quả sản xuất kinh doanh', en: 'Business results' },
  market: { vi: 'Nguyên liệu, liên kết và thị trường', en: 'Materials, linkage and markets' },
  plan: { vi: 'Kế hoạch sản xuất kinh doanh', en: 'Business plan' },
}

export type ReportField = {
  name: string
  section: ReportSection
  label: Words
  hint?: Words
  kind: 'long' | 'line' | 'number' | 'percent' | 'choice' | 'yesNo'
  required?: boolean
  max?: number
  /** Years before the year of assessment the figure is about: 1 = last year. */
  yearsBack?: 1 | 2 | 3
  unit?: Words
  choices?: readonly { value: string; label: Words }[]
}

const dong: Words = { vi: 'đồng', en: 'đồng' }
const years = [1, 2, 3] as const

function figure(name: string, vi: string, en: string, unit: Words): ReportField[] {
  return years.map((yearsBack) => ({
    name: `${name}${yearsBack}`,
    section: 'results',
    label: { vi, en },
    kind: 'number',
    yearsBack,
    unit,
  }))
}

export const reportFields: readonly ReportField[] = [
  {
    name: 'history',
    section: 'general',
    label: { vi: 'Lịch sử hình thành, phát triển', en: 'History' },
    hint: { vi: 'Để trống thì lấy theo hồ sơ chủ thể.', en: 'Left empty, it is taken from the producer’s record.' },
    kind: 'long',
    max: 5000,
  },
  {
    name: 'structure',
    section: 'general',
    label: { vi: 'Cơ cấu tổ chức', en: 'Structure' },
    hint: { vi: 'Để trống thì lấy theo hồ sơ chủ thể.', en: 'Left empty, it is taken from the producer’s record.' },
    kind: 'long',
    max: 5000,
  },
  {
    name: 'outputUnit',
    section: 'results',
    label: { vi: 'Đơn vị tính sản lượng', en: 'Unit of output' },
    hint: { vi: 'Ví dụ: lít, kg, chai', en: 'Such as litres, kg, bottles' },
    kind: 'line',
    max: 30,
  },
  ...figure('output', 'Sản lượng', 'Output', { vi: '', en: '' }),
  ...figure('revenue', 'Doanh thu', 'Revenue', dong),
  ...figure('profit', 'Lợi nhuận', 'Profit', dong),
  {
    name: 'resultText',
    section: 'results',
    label: { vi: 'Kết quả thực hiện phương án sản xuất kinh doanh', en: 'Results of the business plan' },
    kind: 'long',
    required: true,
    max: 8000,
  },
  {
    name: 'originShare',
    section: 'market',
    label: { vi: 'Tỷ lệ nguyên liệu có nguồn gốc tại địa phương', en: 'Share of local materials' },
    hint: {
      vi: 'Trong xã với nông sản tươi, sinh vật cảnh; trong tỉnh với hàng chế biến.',
      en: 'From the commune for fresh produce, from the province for processed goods.',
    },
    kind: 'percent',
  },
  {
    name: 'linkageShare',
    section: 'market',
    label: { vi: 'Tỷ lệ sản lượng có hợp đồng liên kết', en: 'Share of output under contract' },
    kind: 'percent',
  },
  {
    name: 'linkageMonths',
    section: 'market',
    label: { vi: 'Hợp đồng đã thực hiện ổn định (tháng)', en: 'Months the contracts have run' },
    kind: 'number',
  },
  {
    name: 'farthestMarket',
    section: 'market',
    label: { vi: 'Khu vực bán xa nhất', en: 'Farthest sales area' },
    kind: 'choice',
    choices: [
      { value: 'commune', label: { vi: 'Trong xã', en: 'The commune' } },
      { value: 'beyondCommune', label: { vi: 'Ngoài xã, vùng lân cận', en: 'Beyond the commune' } },
      { value: 'province', label: { vi: 'Trong tỉnh', en: 'The province' } },
      { value: 'country', label: { vi: 'Ngoài tỉnh', en: 'Other provinces' } },
      { value: 'abroad', label: { vi: 'Nước ngoài', en: 'Abroad' } },
    ],
  },
  { name: 'agents', section: 'market', label: { vi: 'Số đại lý, đại diện phân phối', en: 'Number of agents' }, kind: 'number' },
  {
    name: 'exportContract',
    section: 'market',
    label: { vi: 'Có hợp đồng xuất khẩu đã thực hiện', en: 'An export contract was carried out' },
    kind: 'yesNo',
  },
  {
    name: 'modernChannel',
    section: 'market',
    label: {
      vi: 'Có hợp đồng với siêu thị, sàn thương mại điện tử đã thực hiện',
      en: 'A contract with a supermarket or online shop was carried out',
    },
    kind: 'yesNo',
  },
  {
    name: 'planProduction',
    section: 'plan',
    label: { vi: 'Kế hoạch sản xuất', en: 'Production plan' },
    kind: 'long',
    required: true,
    max: 5000,
  },
  {
    name: 'planMarket',
    section: 'plan',
    label: { vi: 'Kế hoạch thị trường, quảng bá', en: 'Market plan' },
    kind: 'long',
    required: true,
    max: 5000,
  },
  {
    name: 'planQuality',
    section: 'plan',
    label: { vi: 'Kế hoạch chất lượng, bao bì', en: 'Quality and packaging plan' },
    kind: 'long',
    max: 5000,
  },
  {
    name: 'planFinance',
    section: 'plan',
    label: { vi: 'Kế hoạch tài chính, lao động', en: 'Finance and labour plan' },
    kind: 'long',
    max: 5000,
  },
]

export const registrationFields = [
  { name: 'contactName', label: { vi: 'Người liên hệ về hồ sơ', en: 'Contact person' }, kind: 'line', max: 120 },
  { name: 'contactPhone', label: { vi: 'Điện thoại liên hệ', en: 'Contact phone' }, kind: 'line', max: 20 },
  { name: 'note', label: { vi: 'Ghi chú gửi cơ quan tiếp nhận', en: 'Note to the receiving office' }, kind: 'long', max: 2000 },
] as const satisfies readonly { name: string; label: Words; kind: 'line' | 'long'; max: number }[]

/** What mẫu 02's sections still lack, by section. */
export function missingInReport(report: Readonly<Record<string, string>>, section: ReportSection): string[] {
  return reportFields.filter((field) => field.section === section && field.required && !report[field.name]).map((field) => field.name)
}
