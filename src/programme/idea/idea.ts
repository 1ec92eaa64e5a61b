// What an idea and a call for ideas are: their fields and what must be in them. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Regulation } from '#/regulation/regulation.schema.ts'
import { Fields, type Typed, type Words } from '../fields.ts'

export const ideaKinds = ['existing', 'new'] as const
export type IdeaKind = (typeof ideaKinds)[number]

export const kindWords: Record<IdeaKind, Words> = {
  existing: { vi: 'Sản phẩm đã có', en: 'Existing product' },
  new: { vi: 'Ý tưởng sản phẩm mới', en: 'New product idea' },
}

/**
 * Priority tags of selection, in the order the plans give them (seed 000 line 103, seed 002 line 73). The fourth is only encouraged there.
 */
export const priorities = ['craft', 'deepProcessing', 'culture', 'byProducts'] as const
export type Priority = (typeof priorities)[number]

export const priorityWords: Record<Priority, Words> = {
  craft: { vi: 'Thủ công mỹ nghệ, ngành nghề, làng nghề truyền thống', en: 'Handicraft, traditional trades and craft villages' },
  deepProcessing: {
    vi: 'Chế biến, chế biến sâu đặc sản, tri thức bản địa',
    en: 'Processing and deep processing of local specialities, indigenous knowledge',
  },
  culture: { vi: 'Gắn với bảo tồn văn hóa, giá trị truyền thống', en: 'Bound to the keeping of local culture' },
  byProducts: { vi: 'Tận dụng phụ phẩm nông nghiệp (khuyến khích)', en: 'By-products of farming (encouraged)' },
}

/** đồng; far above any plan and far below what a double holds exactly. */
export const MOST_DONG = 1e14

export type IdeaFields = {
  kind: IdeaKind
  productId: string | null
  name: string
  setNo: number | null
  content: string
  materials: string
  labour: string
  market: string
  workersTotal: number | null
  workersLocal: number | null
  /** Whole đồng. */
  investment: number | null
  priorities: Priority[]
}

export type IdeaInput = Typed<
  'kind' | 'productId' | 'name' | 'setNo' | 'content' | 'materials' | 'labour' | 'market' | 'workersTotal' | 'workersLocal' | 'investment'
> & { priorities?: readonly unknown[] | undefined }

const neededToSend = {
  name: { vi: 'Ghi tên sản phẩm hoặc ý tưởng.', en: 'Name the product or idea.' },
  setNo: { vi: 'Chọn bộ sản phẩm.', en: 'Choose the product set.' },
  content: { vi: 'Mô tả sản phẩm, ý tưởng.', en: 'Describe the product or idea.' },
  materials: { vi: 'Ghi nguồn nguyên liệu.', en: 'Say where the materials come from.' },
  labour: { vi: 'Ghi lao động dự kiến.', en: 'Say who will work on it.' },
  market: { vi: 'Ghi thị trường dự kiến.', en: 'Say where it will be sold.' },
  investment: { vi: 'Ghi vốn đầu tư dự kiến; không đầu tư thêm thì ghi 0.', en: 'Enter the investment; 0 when there is none.' },
} as const satisfies Partial<Record<keyof IdeaFields, Words>>

/** Reads a typed idea. Only the name is needed to keep a draft. Throws `invalid` by field. */
export function readIdea(input: IdeaInput, regulation: Pick<Regulation, 'sets'>): IdeaFields {
  const { priorities: given = [], ...typed } = input
  const fields = new Fields<string>(typed as Typed<string>)
  const kind = fields.oneOf('kind', ideaKinds, { required: true })
  const name = fields.text('name', { max: 200, required: neededToSend.name })
  const setText = fields.text('setNo', { max: 3 })
  const set = regulation.sets.find((one) => String(one.set) === setText)
  if (setText !== '' && !set)
    fields.say('setNo', { vi: 'Không có bộ sản phẩm này trong quy định.', en: 'The regulation has no such product set.' })
  const productId = fields.optional('productId', { max: 36 })
  if (kind === 'existing' && productId === null) fields.say('productId', { vi: 'Chọn sản phẩm đã có.', en: 'Choose the existing product.' })
  const text = (field: string) => fields.text(field, { max: 5000, multiline: true })
  const people = (field: string) => fields.integer(field, { min: 0, max: 100_000 })
  const [workersTotal, workersLocal] = [people('workersTotal'), people('workersLocal')]
  localWithinTotal(fields, workersTotal, workersLocal)
  const read = {
    productId: kind === 'existing' ? productId : null,
    name,
    setNo: set?.set ?? null,
    content: text('content'),
    materials: text('materials'),
    labour: text('labour'),
    market: text('market'),
    workersTotal,
    workersLocal,
    investment: fields.integer('investment', { min: 0, max: MOST_DONG }),
    priorities: readPriorities(given, fields),
  }
  return { ...read, ...fields.done({ kind }) }
}

export function localWithinTotal(fields: Fields<string>, total: number | null, local: number | null): void {
  if (total !== null && local !== null && local > total)
    fields.say('workersLocal', { vi: 'Lao động địa phương không nhiều hơn tổng số.', en: 'Local workers cannot exceed the total.' })
}

/** Known tags once each, in the order of priority. */
function readPriorities(given: readonly unknown[], fields: Fields<string>): Priority[] {
  if (given.some((one) => !priorities.includes(one as Priority)))
    fields.say('priorities', { vi: 'Lựa chọn này không có trong danh sách.', en: 'This choice is not in the list.' })
  return priorities.filter((one) => given.includes(one))
}

/** What a stored idea still lacks before it can be sent to the commune, by field. */
export function missingInIdea(idea: Record<keyof typeof neededToSend, string | number | null>): Record<string, Words> {
  return Object.fromEntries(Object.entries(neededToSend).filter(([name]) => [null, ''].includes(idea[name as 'name'] as string | null)))
}

export type CallFields = { name: string; year: number; opensOn: PlainDate; closesOn: PlainDate; guidance: string }
export type CallInput = Typed<'name' | 'opensOn' | 'closesOn' | 'guidance'>

/** Reads a typed call for ideas. The year is that of its last day. Throws `invalid` by field. */
export function readCall(input: CallInput): CallFields {
  const fields = new Fields(input)
  const name = fields.text('name', { max: 200, required: { vi: 'Đặt tên đợt nhận ý tưởng.', en: 'Name the call.' } })
  const opensOn = fields.date('opensOn', { required: true })
  const closesOn = fields.date('closesOn', { required: true })
  if (opensOn !== null && closesOn !== null && closesOn < opensOn)
    fields.say('closesOn', { vi: 'Ngày cuối nhận không được trước ngày mở.', en: 'The last day cannot be before the first.' })
  const guidance = fields.text('guidance', { max: 5000, multiline: true })
  const dates = fields.done({ opensOn, closesOn })
  return { name, ...dates, year: Number(dates.closesOn.slice(0, 4)), guidance }
}

/** True while a call takes ideas. Interpretation: the last day itself still counts, as with rounds. */
export function takesIdeas(call: { state: string; opensOn: PlainDate; closesOn: PlainDate }, today: PlainDate): boolean {
  return call.state === 'open' && call.opensOn <= today && today <= call.closesOn
}
