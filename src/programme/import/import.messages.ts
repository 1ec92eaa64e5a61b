import type { Column } from './columns.ts'
import type { NearWhy } from './match.ts'
import type { PastValues } from './row.read.ts'

type Words = { vi: string; en: string }

export const columnNames: Record<Column, Words> = {
  id: { vi: 'Mã dòng', en: 'Row id' },
  product: { vi: 'Sản phẩm', en: 'Product' },
  producer: { vi: 'Chủ thể', en: 'Producer' },
  commune: { vi: 'Xã', en: 'Commune' },
  district: { vi: 'Huyện', en: 'District' },
  province: { vi: 'Tỉnh', en: 'Province' },
  new_commune_code: { vi: 'Mã xã mới', en: 'New commune code' },
  new_commune: { vi: 'Xã mới', en: 'New commune' },
  new_province_code: { vi: 'Mã tỉnh mới', en: 'New province code' },
  new_province: { vi: 'Tỉnh mới', en: 'New province' },
  star: { vi: 'Hạng sao', en: 'Stars' },
  score: { vi: 'Điểm', en: 'Score' },
  year: { vi: 'Năm', en: 'Year' },
  round: { vi: 'Đợt', en: 'Round' },
  decision_no: { vi: 'Số quyết định', en: 'Decision number' },
  decision_date: { vi: 'Ngày quyết định', en: 'Decision date' },
  authority: { vi: 'Cơ quan', en: 'Authority' },
  status: { vi: 'Tình trạng', en: 'Status' },
  group6_inferred: { vi: 'Nhóm (suy đoán)', en: 'Group (a guess)' },
  verification: { vi: 'Mức tin cậy', en: 'Grade of the source' },
  source: { vi: 'Nguồn', en: 'Source' },
}

const near: Record<NearWhy, Words> = {
  similarName: {
    vi: 'Cùng chủ thể, tên gần giống một sản phẩm đã ghi nhận',
    en: 'Same producer, a name much like one on record',
  },
  otherDecision: {
    vi: 'Cùng sản phẩm và chủ thể nhưng khác quyết định hoặc năm',
    en: 'Same product and producer, another decision or year',
  },
  producerUnknown: {
    vi: 'Cùng sản phẩm, cùng quyết định; một bên không ghi chủ thể',
    en: 'Same product and decision; one of the two names no producer',
  },
  sameSourceId: {
    vi: 'Cùng mã dòng nhưng khác quyết định, sản phẩm hoặc chủ thể',
    en: 'Same row id, another decision, product or producer',
  },
  otherPlace: {
    vi: 'Cùng quyết định, sản phẩm, chủ thể nhưng khác địa chỉ',
    en: 'Same decision, product and producer, another address',
  },
  weakerSource: {
    vi: 'Nguồn kém tin cậy hơn muốn thay nội dung đã ghi nhận',
    en: 'A weaker source would change what is on record',
  },
}

export function nearWords(why: NearWhy, records: readonly PastValues[]): Words {
  const said = records
    .slice(0, 2)
    .map((one) => [one.product, one.decisionNo ?? (one.year === null ? '' : String(one.year))].filter(Boolean).join(', '))
    .join('; ')
    .slice(0, 240)
  return { vi: `${near[why].vi}: ${said}.`, en: `${near[why].en}: ${said}.` }
}

/** Why a question stands in the queue, by its code. */
export const questionWords: Readonly<Record<string, Words>> = {
  ...near,
  ambiguous: { vi: 'Có nhiều đơn vị trùng tên', en: 'Several units of this name' },
  eraUnclear: { vi: 'Không rõ đơn vị trước hay sau 01/07/2025', en: 'Unit before or after 01/07/2025 not clear' },
  notOnThatDay: { vi: 'Đơn vị không tồn tại vào ngày quyết định', en: 'The unit did not exist on the decision’s day' },
  notFound: { vi: 'Không có trong danh mục đơn vị hành chính', en: 'Not in the list of units' },
  contradiction: { vi: 'Địa chỉ cũ và đơn vị mới trong tệp không khớp', en: 'Old address and new unit do not agree' },
}
