/** Words of the pages of figures: the dictionary, one figure, the targets of a plan. */
import type { Text } from '../ui/language.ts'

export const words = {
  targets: { vi: 'Chỉ tiêu', en: 'Targets' },
  dictionary: { vi: 'Danh mục chỉ số', en: 'Indicators' },
  dictionaryLead: {
    vi: 'Mỗi con số của Chương trình được tính từ sổ sách theo công thức ghi ở đây; bấm vào để xem số liệu và từng dòng phía sau.',
    en: 'Every figure of the programme is computed from records by the formula written here; open one to see it and the rows behind it.',
  },
  dictionarySearch: { vi: 'Tìm chỉ số', en: 'Search indicators' },
  noneFound: { vi: 'Không có chỉ số nào khớp.', en: 'No indicator matches.' },
  clear: { vi: 'Xem tất cả', en: 'Show all' },
  indicator: { vi: 'Chỉ số', en: 'Indicator' },
  formula: { vi: 'Công thức', en: 'Formula' },
  kind: { vi: 'Loại', en: 'Kind' },
  adds: { vi: 'Cộng theo đơn vị', en: 'Over units' },
  unit: { vi: 'Đơn vị tính', en: 'Unit' },
  registers: { vi: 'Đọc từ', en: 'Read from' },
  source: { vi: 'Nguồn', en: 'Source' },
  zero: { vi: 'Khi mẫu số bằng 0', en: 'When there is nothing to divide by' },
  reading: { vi: 'Cách đọc', en: 'Reading' },
  live: { vi: 'Số liệu trực tiếp', en: 'Live figures' },
  liveHint: {
    vi: 'Tính từ sổ sách lúc mở trang. Số liệu đã khóa nằm trong báo cáo đã duyệt.',
    en: 'Computed from the records as the page opens. Locked figures are in approved reports.',
  },
  value: { vi: 'Số liệu', en: 'Figure' },
  numerator: { vi: 'Tử số', en: 'Numerator' },
  denominator: { vi: 'Mẫu số', en: 'Denominator' },
  asOf: { vi: 'Tính đến ngày', en: 'As of' },
  computedAt: { vi: 'Tính lúc', en: 'Computed at' },
  period: { vi: 'Kỳ', en: 'Period' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  place: { vi: 'Phạm vi', en: 'Place' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  district: { vi: 'Huyện', en: 'District' },
  province: { vi: 'Tỉnh, thành phố', en: 'Province' },
  whole: { vi: 'Toàn bộ', en: 'The whole' },
  byUnit: { vi: 'Theo đơn vị', en: 'By unit' },
  unknownUnit: { vi: 'Chưa xác định', en: 'Not determined' },
  unknownUnitHint: {
    vi: '“Chưa xác định”: tính ở cả tỉnh nhưng chưa rõ thuộc xã nào, vì xã cũ đã chia cho nhiều xã, hoặc sổ không ghi xã.',
    en: '“Not determined”: counted in the province, but of no commune for certain: the old commune was split, or the record names none.',
  },
  emptyUnits: { vi: '{n} đơn vị chưa có số liệu.', en: '{n} units have nothing.' },
  showEmpty: { vi: 'Xem cả các đơn vị đó', en: 'Show them too' },
  rows: { vi: 'Từng dòng phía sau', en: 'The rows behind' },
  rowsOfNumerator: { vi: 'Tử số', en: 'Numerator' },
  rowsOfDenominator: { vi: 'Mẫu số', en: 'Denominator' },
  noRows: { vi: 'Không có dòng nào.', en: 'There are no rows.' },
  rowsHidden: {
    vi: 'Từng dòng của số liệu này chỉ cơ quan phụ trách được mở.',
    en: 'The rows of this figure are opened by the office in charge only.',
  },
  few: { vi: 'Ít hơn 3', en: 'Fewer than 3' },
  label: { vi: 'Nội dung', en: 'What' },
  amount: { vi: 'Giá trị', en: 'Amount' },
  searchRows: { vi: 'Tìm trong các dòng', en: 'Search the rows' },
  show: { vi: 'Xem', en: 'Show' },
  excel: { vi: 'Tải Excel', en: 'Excel file' },
  badDates: { vi: 'Ngày chưa đúng; đang tính theo năm nay.', en: 'The days are not right; the present year is shown.' },
} satisfies Record<string, Text>

export const kindWords = {
  event: { vi: 'Phát sinh trong kỳ', en: 'What happened in the period' },
  state: { vi: 'Tình trạng vào ngày tính', en: 'What is so on the day' },
  cumulative: { vi: 'Lũy kế đến ngày tính', en: 'All until the day' },
} satisfies Record<string, Text>

export const addsWords = {
  additive: { vi: 'Các đơn vị cộng lại bằng toàn bộ.', en: 'The units add up to the whole.' },
  distinct: {
    vi: 'Một đối tượng có thể nằm ở nhiều đơn vị: các đơn vị cộng lại không bằng toàn bộ.',
    en: 'One thing may stand in several units: the units do not add up to the whole.',
  },
  ratio: {
    vi: 'Tỷ lệ chung tính từ tổng tử số và tổng mẫu số, không lấy trung bình các tỷ lệ.',
    en: 'The overall share is of the sums of numerators and denominators, never a mean of shares.',
  },
  none: { vi: 'Không chia theo đơn vị.', en: 'Not divided over units.' },
} satisfies Record<string, Text>

export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
