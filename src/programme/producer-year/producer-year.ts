// A producer's year: what is asked, what must hold, what is asked about again. Pure. Unanswered is null, zero is zero.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { Fields, type Problems, type Words } from '../fields.ts'

export const yearStates = ['draft', 'filed', 'checked', 'returned'] as const
export type YearState = (typeof yearStates)[number]

export const yearTransitions: Record<YearState, readonly YearState[]> = {
  draft: ['filed'],
  /** Back to the producer: taken back by itself, or returned with a reason. */
  filed: ['draft', 'checked', 'returned'],
  returned: ['filed'],
  checked: ['returned'],
}

/** `missing`: nothing was begun. */
export const yearWords: Record<YearState | 'missing', Words & { mark: 'todo' | 'part' | 'info' | 'done' | 'back' }> = {
  missing: { vi: 'Chưa khai', en: 'Not begun', mark: 'todo' },
  draft: { vi: 'Đang khai', en: 'Being written', mark: 'part' },
  filed: { vi: 'Đã nộp, chờ kiểm tra', en: 'Filed, to be checked', mark: 'info' },
  returned: { vi: 'Trả lại để sửa', en: 'Sent back', mark: 'back' },
  checked: { vi: 'Đã kiểm tra', en: 'Checked', mark: 'done' },
}

export const peopleFields = ['workers', 'workersFemale', 'workersLocal', 'workersTrained'] as const
export const moneyFields = ['revenue', 'revenueOcop', 'revenueExport', 'averageIncome'] as const
export const yearFields = [...peopleFields, ...moneyFields] as const
export type YearField = (typeof yearFields)[number]
export type YearFigures = Record<YearField, number | null>

/** S1:63 counts workers with a fitting degree or certificate; S3:282 and the yearly reports ask for revenue and income. */
export const fieldWords: Record<YearField, Words> = {
  workers: { vi: 'Số lao động cuối năm', en: 'Workers at the end of the year' },
  workersFemale: { vi: 'Trong đó nữ', en: 'Of them women' },
  workersLocal: { vi: 'Trong đó người của xã', en: 'Of them from the commune' },
  workersTrained: { vi: 'Trong đó có bằng, chứng chỉ phù hợp công việc', en: 'Of them with a fitting degree or certificate' },
  revenue: { vi: 'Doanh thu cả năm', en: 'Revenue of the year' },
  revenueOcop: { vi: 'Trong đó từ sản phẩm OCOP', en: 'Of it from OCOP products' },
  revenueExport: { vi: 'Trong đó xuất khẩu', en: 'Of it exported' },
  averageIncome: { vi: 'Thu nhập bình quân một lao động một tháng', en: 'Average income of a worker in a month' },
}
/** Without these nothing is filed; zero is an answer. */
export const requiredFields: readonly YearField[] = ['workers', 'workersTrained', 'revenue']

export type ProductFigures = {
  productId: string
  name: string
  unit: string
  outputE3: number | null
  price: number | null
  revenue: number | null
}
/** A product in the year; `recognised`: its certificate was in force in it, so its output is asked. */
export type ProductYear = ProductFigures & { recognised: boolean }

export const MONEY_MOST = 10 ** 15
const OUTPUT_MOST = 1_000_000_000

const money: Words = { vi: 'Nhập số tiền nguyên đồng, không âm, không lẻ.', en: 'Enter whole đồng, not negative, without decimals.' }

/**
 * Reads one part of the figures: only fields that were sent are read, so that a page with four questions does not empty the others. Products
 * come as `unit.<id>`, `output.<id>`, `price.<id>`, `revenue.<id>`. Throws `invalid` by field.
 */
export function readYear(
  input: Readonly<Record<string, unknown>>,
  productIds: readonly string[],
): { figures: Partial<YearFigures>; note: string | null; products: (Partial<Omit<ProductFigures, 'name'>> & { productId: string })[] } {
  const fields = new Fields<string>(input)
  const sent = (name: string) => input[name] !== undefined
  const figures: Partial<YearFigures> = {}
  for (const name of peopleFields) if (sent(name)) figures[name] = fields.integer(name, { min: 0, max: 100_000 })
  for (const name of moneyFields) if (sent(name)) figures[name] = fields.integer(name, { min: 0, max: MONEY_MOST, wrong: money })
  const products = productIds.flatMap((productId) => {
    const names = ['unit', 'output', 'price', 'revenue'].map((part) => `${part}.${productId}`)
    if (!names.some(sent)) return []
    const [unit = '', output = '', price = '', revenue = ''] = names
    return [
      {
        productId,
        ...(sent(unit) ? { unit: fields.text(unit, { max: 20 }) || 'kg' } : {}),
        ...(sent(output) ? { outputE3: fields.decimal(output, { places: 3, min: 0, max: OUTPUT_MOST }) } : {}),
        ...(sent(price) ? { price: fields.integer(price, { min: 0, max: MONEY_MOST, wrong: money }) } : {}),
        ...(sent(revenue) ? { revenue: fields.integer(revenue, { min: 0, max: MONEY_MOST, wrong: money }) } : {}),
      },
    ]
  })
  const note = sent('note') ? fields.text('note', { max: 2000, multiline: true }) : null
  fields.done()
  return { figures, note, products }
}

/** What must hold before the figures are filed; a part is never more than its whole. Empty when nothing stands against it. */
export function faultsOf(figures: YearFigures, products: readonly ProductYear[]): Problems {
  const faults: Problems = {}
  for (const name of requiredFields)
    if (figures[name] === null) faults[name] = { vi: 'Cần trả lời; không có thì ghi 0.', en: 'This needs an answer; write 0 for none.' }
  const within = (part: YearField, whole: YearField): void => {
    const [small, large] = [figures[part], figures[whole]]
    if (small !== null && large !== null && small > large)
      faults[part] = {
        vi: `Không thể lớn hơn “${fieldWords[whole].vi.toLowerCase()}”.`,
        en: `It cannot be more than “${fieldWords[whole].en.toLowerCase()}”.`,
      }
  }
  for (const part of ['workersFemale', 'workersLocal', 'workersTrained'] as const) within(part, 'workers')
  for (const part of ['revenueOcop', 'revenueExport'] as const) within(part, 'revenue')
  for (const product of products)
    if (product.recognised && product.outputE3 === null)
      faults[`output.${product.productId}`] = {
        vi: `Ghi sản lượng của ${product.name}; không sản xuất thì ghi 0.`,
        en: `Give the output of ${product.name}; 0 if none was made.`,
      }
  const sold = products.reduce((sum, product) => sum + (product.revenue ?? 0), 0)
  if (figures.revenue !== null && sold > figures.revenue)
    faults['revenue'] = {
      vi: 'Doanh thu cả năm nhỏ hơn tổng doanh thu các sản phẩm bên dưới.',
      en: 'The revenue of the year is less than that of the products together.',
    }
  return faults
}

export type YearLimits = { jumpPercent: number; priceMin: number; priceMax: number }
/** `key`: the field, or `output.<product>`, `price.<product>`. `from`: of the year before; null where the figure is unusual by itself. */
export type Jump = { key: string; label: Words; from: number | null; to: number; scale: number }

/** More than `percent` of the year before, or less than its inverse; compared without division. Nothing is asked about a start from zero. */
export function isJump(from: number | null, to: number | null, percent: number): boolean {
  if (from === null || to === null || from === 0) return false
  return BigInt(to) * 100n > BigInt(from) * BigInt(percent) || BigInt(to) * BigInt(percent) < BigInt(from) * 100n
}

/** What is asked about again before filing: jumps against the year before, and prices out of bounds (đồng). */
export function jumpsOf(
  now: { figures: YearFigures; products: readonly ProductFigures[] },
  before: { figures: YearFigures; products: readonly ProductFigures[] } | null,
  limits: YearLimits,
): Jump[] {
  const jumps: Jump[] = []
  for (const name of yearFields) {
    const [from, to] = [before?.figures[name] ?? null, now.figures[name]]
    if (to !== null && isJump(from, to, limits.jumpPercent)) jumps.push({ key: name, label: fieldWords[name], from, to, scale: 1 })
  }
  for (const product of now.products) {
    const last = before?.products.find((one) => one.productId === product.productId && one.unit === product.unit)
    const { outputE3, price } = product
    if (outputE3 !== null && isJump(last?.outputE3 ?? null, outputE3, limits.jumpPercent))
      jumps.push({
        key: `output.${product.productId}`,
        label: { vi: `Sản lượng ${product.name}`, en: `Output of ${product.name}` },
        from: last?.outputE3 ?? null,
        to: outputE3,
        scale: 1000,
      })
    if (price === null) continue
    const jumped = isJump(last?.price ?? null, price, limits.jumpPercent)
    if (jumped || price < limits.priceMin || price > limits.priceMax)
      jumps.push({
        key: `price.${product.productId}`,
        label: { vi: `Giá bán ${product.name}`, en: `Price of ${product.name}` },
        from: jumped ? (last?.price ?? null) : null,
        to: price,
        scale: 1,
      })
  }
  return jumps
}

/** The reasons given for what was asked about again, as `reason.<key>`; throws `invalid` where one is missing. */
export function readReasons(input: Readonly<Record<string, unknown>>, jumps: readonly Jump[]): Record<string, string> {
  const fields = new Fields<string>(input)
  const reasons: Record<string, string> = {}
  for (const jump of jumps)
    reasons[jump.key] = fields.text(`reason.${jump.key}`, {
      max: 500,
      multiline: true,
      required: { vi: 'Xem lại số này; nếu đúng, ghi lý do.', en: 'Look at this figure again; if it is right, say why.' },
    })
  fields.done()
  return reasons
}

/** The last day of a month of the year after: "2026", 2 → 2027-02-28. */
export function dueDay(year: number, month: number): PlainDate {
  const last = new Date(Date.UTC(year + 1, month, 0)).getUTCDate()
  return `${year + 1}-${String(month).padStart(2, '0')}-${String(last).padStart(2, '0')}`
}

/** Filed after its day, or not filed and the day is over. Without a day nothing is late. */
export function isLate(dueOn: PlainDate | null, filedOn: PlainDate | null, today: PlainDate): boolean {
  return dueOn !== null && (filedOn ?? today) > dueOn
}
