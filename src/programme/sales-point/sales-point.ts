// Points of presentation and sale, and design–promotion–sale centres, as data. Pure. S1:69, S1:99, S1:229, S2:99, S3:131-133, S3:201.
import { addMonths, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { Fields, type Typed, type Words } from '../fields.ts'
import { MOST_DONG } from '../money/money.ts'

export const pointStates = ['planned', 'running', 'suspended', 'closed'] as const
export type PointState = (typeof pointStates)[number]
export const pointTransitions: Record<PointState, readonly PointState[]> = {
  planned: ['running', 'closed'],
  running: ['suspended', 'closed'],
  suspended: ['running', 'closed'],
  closed: [],
}
export const pointStateWords: Record<PointState, Words & { mark: 'todo' | 'done' | 'stop' | 'ended' }> = {
  planned: { vi: 'Dự kiến', en: 'Planned', mark: 'todo' },
  running: { vi: 'Đang hoạt động', en: 'Running', mark: 'done' },
  suspended: { vi: 'Tạm ngừng', en: 'Suspended', mark: 'stop' },
  closed: { vi: 'Đã đóng', en: 'Closed', mark: 'ended' },
}

export const pointKinds = ['point', 'centre'] as const
export type PointKind = (typeof pointKinds)[number]
export const pointKindWords: Record<PointKind, Words> = {
  point: { vi: 'Điểm giới thiệu và bán sản phẩm', en: 'Point of presentation and sale' },
  centre: { vi: 'Trung tâm thiết kế, quảng bá, bán sản phẩm', en: 'Design, promotion and sale centre' },
}

export const settings = ['shop', 'market', 'mall', 'hotel', 'restStop', 'tourism', 'village', 'airport', 'other'] as const
export type Setting = (typeof settings)[number]
export const settingWords: Record<Setting, Words> = {
  shop: { vi: 'Cửa hàng', en: 'Shop' },
  market: { vi: 'Chợ', en: 'Market' },
  mall: { vi: 'Trung tâm thương mại, siêu thị', en: 'Mall, supermarket' },
  hotel: { vi: 'Khách sạn, nhà hàng', en: 'Hotel, restaurant' },
  restStop: { vi: 'Trạm dừng nghỉ', en: 'Rest stop' },
  tourism: { vi: 'Khu, điểm du lịch', en: 'Tourist place' },
  village: { vi: 'Làng nghề, nhà văn hóa', en: 'Craft village, community house' },
  airport: { vi: 'Sân bay, nhà ga', en: 'Airport, station' },
  other: { vi: 'Nơi khác', en: 'Other' },
}

/**
 * Interpretation: the criteria of QĐ 920/QĐ-BCT ngày 16/4/2019 (S3:201) are not at hand as text. Until a desk writes its own list from the
 * decision, this one stands in: what the plans say a point is given (S2:99) and what the registers ask of it.
 */
export const standInCriteria: readonly string[] = [
  'Có biển hiệu điểm giới thiệu và bán sản phẩm OCOP',
  'Có quầy, kệ, trang thiết bị trưng bày riêng cho sản phẩm OCOP',
  'Sản phẩm bày bán là sản phẩm OCOP có giấy chứng nhận còn giá trị',
  'Niêm yết giá, nhãn hàng hóa đầy đủ',
  'Có người giới thiệu, tư vấn sản phẩm cho khách',
  'Ghi chép, báo cáo doanh thu hằng tháng',
]
export const criteriaSource: Words = {
  vi: 'Tiêu chí điểm giới thiệu và bán sản phẩm OCOP, Quyết định số 920/QĐ-BCT ngày 16/4/2019',
  en: 'Criteria of Decision 920/QĐ-BCT of 16 April 2019',
}

/** One criterion a line, 1 to 30, none twice. Throws `invalid` on `criteria`. */
export function readCriteria(input: Typed<'criteria'>): string[] {
  const fields = new Fields<'criteria'>(input)
  const lines = fields
    .text('criteria', { max: 6000, multiline: true, required: { vi: 'Ghi mỗi tiêu chí một dòng.', en: 'Write one criterion a line.' } })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length > 30 || lines.some((line) => line.length > 300))
    fields.say('criteria', { vi: 'Nhiều nhất 30 dòng, mỗi dòng không quá 300 ký tự.', en: 'At most 30 lines of 300 characters.' })
  if (new Set(lines).size < lines.length) fields.say('criteria', { vi: 'Có tiêu chí ghi hai lần.', en: 'A criterion is there twice.' })
  fields.done()
  return lines
}

/** Each criterion in its words as they were when it was judged. Not judged is not "not met". */
export type Verdicts = Readonly<Record<string, 'met' | 'notMet'>>

/** `c0`, `c1` … of a form, by the list as shown. */
export function readVerdicts(input: Readonly<Record<string, unknown>>, criteria: readonly string[]): Verdicts {
  const fields = new Fields<string>(input)
  const verdicts = criteria.flatMap((criterion, index) => {
    const verdict = fields.oneOf(`c${index}`, ['met', 'notMet'])
    return verdict === null ? [] : [[criterion, verdict] as const]
  })
  fields.done()
  return Object.fromEntries(verdicts)
}

/** Criteria of the list that are not met or not judged: a point opens once there is none (S3:201). */
export function openCriteria(criteria: readonly string[], verdicts: Verdicts): string[] {
  return criteria.filter((criterion) => verdicts[criterion] !== 'met')
}

export type PointInput = Typed<
  | 'kind'
  | 'name'
  | 'address'
  | 'commune'
  | 'district'
  | 'outside'
  | 'setting'
  | 'operatorName'
  | 'operator'
  | 'decisionNumber'
  | 'openedOn'
  | 'coordinates'
>

export function readPoint(input: PointInput) {
  const fields = new Fields<keyof PointInput>(input)
  const kind = fields.oneOf('kind', pointKinds, { required: true })
  const name = fields.text('name', { max: 200, required: { vi: 'Ghi tên điểm bán.', en: 'Name the point.' } })
  const address = fields.text('address', { max: 300, required: { vi: 'Ghi địa chỉ.', en: 'Write the address.' } })
  const communeText = fields.text('commune', { max: 200 })
  const districtText = fields.text('district', { max: 200 })
  const outside = fields.yesNo('outside') ?? false
  const setting = fields.oneOf('setting', settings, { required: true })
  const operatorName = fields.text('operatorName', { max: 200 })
  const operatorText = fields.text('operator', { max: 400 })
  const decisionNumber = fields.optional('decisionNumber', { max: 100 })
  const openedOn = fields.date('openedOn', { required: true })
  const place = readCoordinates(fields.text('coordinates', { max: 60 }))
  if (place === 'wrong')
    fields.say('coordinates', {
      vi: 'Dán tọa độ dạng 19.806712, 105.785234.',
      en: 'Paste coordinates such as 19.806712, 105.785234.',
    })
  if (operatorName === '' && operatorText === '')
    fields.say('operatorName', { vi: 'Ghi đơn vị vận hành, hoặc chọn chủ thể.', en: 'Name the operator, or choose a producer.' })
  if (!outside && communeText === '' && districtText === '')
    fields.say('commune', {
      vi: 'Ghi xã, phường; điểm ngoài tỉnh thì đánh dấu “Ngoài tỉnh”.',
      en: 'Write the commune, or mark it outside.',
    })
  return {
    fields,
    read: () => fields.done({ kind, setting, openedOn }),
    name,
    address,
    communeText,
    districtText,
    outside,
    operatorName,
    operatorText,
    decisionNumber,
    place: place === 'wrong' ? null : place,
    openedOn,
  }
}

/** Millionths of a degree; a place in Vietnam, its islands among them. */
function readCoordinates(text: string): { latitudeE6: number; longitudeE6: number } | null | 'wrong' {
  if (text === '') return null
  const [, lat, lon] = /^(\d{1,2}\.\d{1,12})\s*[,;\s]\s*(\d{2,3}\.\d{1,12})$/.exec(text) ?? []
  const [latitude, longitude] = [Number(lat), Number(lon)]
  if (!(latitude >= 6 && latitude <= 24 && longitude >= 102 && longitude <= 118)) return 'wrong'
  return { latitudeE6: Math.round(latitude * 1e6), longitudeE6: Math.round(longitude * 1e6) }
}

export function mapLink(point: { latitudeE6: number | null; longitudeE6: number | null }): string | null {
  if (point.latitudeE6 === null || point.longitudeE6 === null) return null
  return `https://www.google.com/maps?q=${point.latitudeE6 / 1e6},${point.longitudeE6 / 1e6}`
}

export type MonthInput = Typed<'revenue' | 'products' | 'ocopProducts' | 'note'>

/** Zero is a figure; an empty box is not. */
export function readMonth(input: MonthInput) {
  const fields = new Fields<keyof MonthInput>(input)
  const dong: Words = { vi: 'Ghi số đồng nguyên, từ 0; không bán được thì ghi 0.', en: 'Write whole đồng from 0; nothing sold is 0.' }
  const revenue = fields.integer('revenue', { min: 0, max: MOST_DONG, required: dong, wrong: dong })
  const products = fields.integer('products', { min: 0, max: 100_000, required: true })
  const ocopProducts = fields.integer('ocopProducts', { min: 0, max: 100_000, required: true })
  const note = fields.text('note', { max: 1000, multiline: true })
  if (products !== null && ocopProducts !== null && ocopProducts > products)
    fields.say('ocopProducts', { vi: 'Không nhiều hơn tổng số sản phẩm.', en: 'Not more than all products.' })
  return { ...fields.done({ revenue, products, ocopProducts }), note }
}

/** "2026-08" or a plain date of the month to its first day; null for rubbish. */
export function monthFrom(text: unknown): PlainDate | null {
  const [, year, month] = typeof text === 'string' ? (/^(20\d{2})-(0[1-9]|1[0-2])(?:-\d{2})?$/.exec(text) ?? []) : []
  return year === undefined ? null : `${year}-${month}-01`
}

export const monthOf = (day: PlainDate): PlainDate => `${day.slice(0, 7)}-01`

/** The day the proof of a month is due: that day of the next month. */
export function dueOf(month: PlainDate, day: number): PlainDate {
  return `${addMonths(month, 1).slice(0, 8)}${String(day).padStart(2, '0')}`
}

export type MonthFacts = { filedAt: Date | null; verdict: string | null; dueOn: PlainDate }
export const monthWords = {
  waits: { vi: 'Chưa báo cáo', en: 'Not filed', mark: 'todo' },
  late: { vi: 'Quá hạn', en: 'Overdue', mark: 'late' },
  filed: { vi: 'Chờ kiểm tra', en: 'To be checked', mark: 'info' },
  accepted: { vi: 'Đã chấp nhận', en: 'Accepted', mark: 'done' },
  returned: { vi: 'Trả lại', en: 'Returned', mark: 'back' },
} as const satisfies Record<string, Words & { mark: string }>
export type MonthState = keyof typeof monthWords

export function monthState(month: MonthFacts, today: PlainDate): MonthState {
  if (month.verdict === 'returned') return 'returned'
  if (month.filedAt === null) return month.dueOn < today ? 'late' : 'waits'
  return month.verdict === 'accepted' ? 'accepted' : 'filed'
}
