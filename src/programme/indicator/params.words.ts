/** The parameters of a figure in words: the reading that stands beside it. */
import type { Words } from '#/regulation/level.schema.ts'
import { productGroups } from './product-group.ts'

const values: Readonly<Record<string, Words>> = {
  valid: { vi: 'còn hiệu lực vào ngày tính', en: 'in force on the day' },
  ever: { vi: 'đã từng được công nhận', en: 'ever recognised' },
  district: { vi: 'cấp huyện', en: 'district' },
  province: { vi: 'cấp tỉnh', en: 'province' },
  central: { vi: 'trung ương', en: 'central' },
  commune: { vi: 'cấp xã', en: 'commune' },
  reached: { vi: 'đạt chuẩn', en: 'reached' },
  advanced: { vi: 'nâng cao', en: 'advanced' },
  model: { vi: 'kiểu mẫu', en: 'model' },
  products: { vi: 'mọi sản phẩm còn hiệu lực', en: 'all products in force' },
  potential: { vi: 'sản phẩm tiềm năng 5 sao', en: 'products of five-star potential' },
  new: { vi: 'công nhận mới', en: 'new' },
  upgrade: { vi: 'nâng hạng', en: 'upgrade' },
  renewal: { vi: 'công nhận lại', en: 'renewal' },
  xã: { vi: 'xã, không tính phường', en: 'communes (xã), no wards' },
  all: { vi: 'mọi đơn vị cấp xã', en: 'every commune-level unit' },
  income: { vi: 'số 10 (thu nhập)', en: '10 (income)' },
  labour: { vi: 'số 12 (lao động)', en: '12 (labour)' },
  organisation: { vi: 'số 13 (tổ chức sản xuất)', en: '13 (organisation)' },
  mall: { vi: 'trung tâm thương mại', en: 'malls' },
  supermarket: { vi: 'siêu thị', en: 'supermarkets' },
  convenience: { vi: 'cửa hàng tiện lợi', en: 'convenience stores' },
  floor: { vi: 'sàn thương mại điện tử', en: 'e-commerce floors' },
  training: { vi: 'tập huấn', en: 'training' },
  studyTour: { vi: 'tham quan học tập', en: 'study tours' },
  conference: { vi: 'hội nghị', en: 'conferences' },
  cycle: { vi: 'chu trình OCOP', en: 'the OCOP cycle' },
  cooperative: { vi: 'hợp tác xã', en: 'co-operatives' },
  cooperativeGroup: { vi: 'tổ hợp tác', en: 'co-operative groups' },
  privateEnterprise: { vi: 'doanh nghiệp tư nhân', en: 'private enterprises' },
  limitedCompany: { vi: 'công ty TNHH', en: 'limited companies' },
  jointStockCompany: { vi: 'công ty cổ phần', en: 'joint-stock companies' },
  point: { vi: 'điểm bán hàng', en: 'points' },
  centre: { vi: 'trung tâm', en: 'centres' },
  ...Object.fromEntries(Object.entries(productGroups).map(([id, names]) => [id, { vi: names[0].toLowerCase(), en: id }])),
}

const names: Readonly<Record<string, Words>> = {
  star: { vi: 'từ # sao trở lên', en: '# stars or more' },
  stars: { vi: 'hạng # sao', en: '# stars' },
  from: { vi: 'từ hạng # sao', en: 'from # stars' },
  to: { vi: 'lên hạng # sao', en: 'to # stars' },
  minPoints: { vi: 'từ # điểm trở lên', en: '# points or more' },
  within: { vi: 'trong # ngày', en: 'within # days' },
  year: { vi: 'năm #', en: 'year #' },
  sets: { vi: 'bộ sản phẩm số #', en: 'sets #' },
  authorityLevel: { vi: 'do # công nhận', en: 'recognised by: #' },
  ntm: { vi: 'xã nông thôn mới #', en: 'new-countryside standing: #' },
  group: { vi: 'nhóm #', en: 'group: #' },
  of: { vi: 'mẫu số là #', en: 'of #' },
  criteria: { vi: 'tiêu chí #', en: 'criteria #' },
  kinds: { vi: 'loại: #', en: 'kinds: #' },
  kind: { vi: 'loại: #', en: 'kind: #' },
  forms: { vi: 'loại hình: #', en: 'legal forms: #' },
  form: { vi: 'loại hình: #', en: 'legal form: #' },
  topic: { vi: 'nội dung: #', en: 'topic: #' },
  source: { vi: 'nguồn: #', en: 'source: #' },
  valid: { vi: '#', en: '#' },
}

/** "từ 3 sao trở lên; đã từng được công nhận". What the indicator took by itself is told too. Empty where there is nothing to choose. */
export function readingOf(params: unknown, lang: 'vi' | 'en'): string {
  const said = Object.entries(params as Record<string, unknown>).flatMap(([name, value]) => {
    if (name === 'towns') return [towns[value === true ? 'with' : 'without'][lang]]
    const pattern = names[name]
    if (pattern === undefined || value === undefined || (Array.isArray(value) && value.length === 0)) return []
    const list = (Array.isArray(value) ? value : [value]).map((one) => values[String(one)]?.[lang] ?? String(one))
    return [pattern[lang].replace('#', list.join(', '))]
  })
  return said.join('; ')
}

const towns = {
  with: { vi: 'tính cả thành phố', en: 'cities counted' },
  without: { vi: 'không tính thành phố', en: 'cities left out' },
}
