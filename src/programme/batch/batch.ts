// One batch of a product and where it comes from (truy xuất nguồn gốc theo lô; S2:89, S2:135, S0:63, S0:219). Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import { Fields, type Words } from '../fields.ts'

export const batchStates = ['draft', 'published', 'replaced', 'recalled'] as const
export type BatchState = (typeof batchStates)[number]
export const batchTransitions: Record<BatchState, readonly BatchState[]> = {
  draft: ['published'],
  published: ['replaced', 'recalled'],
  replaced: [],
  recalled: [],
}
export const batchStateWords: Record<BatchState, Words & { mark: 'todo' | 'done' | 'stop' | 'ended' }> = {
  draft: { vi: 'Bản nháp', en: 'Draft', mark: 'todo' },
  published: { vi: 'Đã công bố', en: 'Published', mark: 'done' },
  replaced: { vi: 'Đã thay bằng bản đính chính', en: 'Replaced by a correction', mark: 'ended' },
  recalled: { vi: 'Đã thu hồi', en: 'Recalled', mark: 'stop' },
}

export const stepKinds = ['harvest', 'processing', 'packing', 'test', 'shipped', 'other'] as const
export type StepKind = (typeof stepKinds)[number]
export const stepWords: Record<StepKind, Words> = {
  harvest: { vi: 'Thu hoạch, nhận nguyên liệu', en: 'Harvest, materials received' },
  processing: { vi: 'Sơ chế, chế biến', en: 'Processing' },
  packing: { vi: 'Đóng gói, dán tem', en: 'Packing' },
  test: { vi: 'Kiểm nghiệm', en: 'Test' },
  shipped: { vi: 'Xuất bán', en: 'Shipped' },
  other: { vi: 'Việc khác', en: 'Other' },
}

export const shelfKinds = ['expiry', 'bestBefore'] as const
export type ShelfKind = (typeof shelfKinds)[number]
export const shelfWords: Record<ShelfKind, Words> = {
  expiry: { vi: 'Hạn sử dụng', en: 'Use by' },
  bestBefore: { vi: 'Sử dụng tốt nhất trước', en: 'Best before' },
}

export type Step = { kind: StepKind; onDay: PlainDate; place: string; detail: string }
export const MOST_STEPS = 12

export type BatchInput = Readonly<Record<string, unknown>>

/** What a batch says of itself; names of areas and links are resolved by the verb. Throws `invalid` by field. */
export function readBatch(input: BatchInput, today: PlainDate) {
  const fields = new Fields<string>(input)
  const number = fields.text('number', { max: 60, required: { vi: 'Ghi số lô của bạn.', en: 'Write your number of the batch.' } })
  const producedOn = fields.date('producedOn', { required: true, notAfter: today })
  const shelf = fields.oneOf('shelf', shelfKinds)
  const lastsTo = fields.date('lastsTo')
  if (shelf !== null && lastsTo === null && !fields.has('lastsTo'))
    fields.say('lastsTo', { vi: 'Ghi ngày của hạn đã chọn.', en: 'Write the day.' })
  if (shelf === null && lastsTo !== null) fields.say('shelf', { vi: 'Chọn loại hạn.', en: 'Say what the day means.' })
  if (producedOn !== null && lastsTo !== null && lastsTo < producedOn)
    fields.say('lastsTo', { vi: 'Không trước ngày sản xuất.', en: 'Not before the day of production.' })
  const quantityE3 = fields.decimal('quantity', { places: 3, min: 0.001, max: 1_000_000_000, required: true })
  const unit = fields.text('unit', { max: 40, required: { vi: 'Ghi đơn vị, ví dụ chai, kg.', en: 'Write the unit, such as bottle, kg.' } })
  const stamps = readStamps(fields)
  const note = fields.text('note', { max: 2000, multiline: true })
  const correction = fields.text('correction', { max: 500 })
  const steps = readSteps(fields, today)
  const named = (prefix: string) =>
    Object.keys(input).flatMap((name) => (name.startsWith(prefix) && isId(name.slice(prefix.length)) ? [name.slice(prefix.length)] : []))
  const read = fields.done({ producedOn, quantityE3 })
  return { ...read, number, shelf, lastsTo, unit, ...stamps, note, correction, steps, areas: named('area.'), links: named('link.') }
}
export type ReadBatch = ReturnType<typeof readBatch>

/** The digits a stamp's number ends with, and what stands before them. */
const tail = (stamp: string): { head: string; digits: string } => {
  const digits = /\d{1,12}$/.exec(stamp)?.[0] ?? ''
  return { head: stamp.slice(0, stamp.length - digits.length), digits }
}

/** Stamps that run from one number to another: their count follows from the numbers; typed otherwise it is refused. */
export function stampCount(from: string, to: string): number | null {
  const [first, last] = [tail(from), tail(to)]
  if (first.digits === '' || first.head !== last.head || first.digits.length !== last.digits.length) return null
  const count = Number(last.digits) - Number(first.digits) + 1
  return count > 0 && count <= 1_000_000_000 ? count : null
}

function readStamps(fields: Fields<string>) {
  const [stampFrom, stampTo] = [fields.text('stampFrom', { max: 60 }), fields.text('stampTo', { max: 60 })]
  const typed = fields.integer('stampCount', { min: 1, max: 1_000_000_000 })
  const counted = stampFrom !== '' && stampTo !== '' ? stampCount(stampFrom, stampTo) : null
  if ((stampFrom === '') !== (stampTo === ''))
    fields.say(stampFrom === '' ? 'stampFrom' : 'stampTo', { vi: 'Ghi cả số đầu và số cuối.', en: 'Write both numbers.' })
  else if (stampFrom !== '' && counted === null)
    fields.say('stampTo', {
      vi: 'Dãy tem cùng phần đầu, cùng số chữ số, số cuối không nhỏ hơn số đầu.',
      en: 'Same beginning, same digits, and not below the first.',
    })
  if (counted !== null && typed !== null && typed !== counted)
    fields.say('stampCount', { vi: `Theo hai số, dãy này có ${counted} tem.`, en: `By the numbers these are ${counted} stamps.` })
  return { stampFrom, stampTo, stampCount: counted ?? typed }
}

/** `steps.0.kind`, `steps.0.onDay` … of a form; rows left empty are none. In the order of their days. */
function readSteps(fields: Fields<string>, today: PlainDate): Step[] {
  const steps: Step[] = []
  for (let index = 0; index < MOST_STEPS; index++) {
    const at = (name: string) => `steps.${index}.${name}`
    const kind = fields.oneOf(at('kind'), stepKinds)
    const onDay = fields.date(at('onDay'), { notAfter: today })
    const place = fields.text(at('place'), { max: 200 })
    const detail = fields.text(at('detail'), { max: 500 })
    if (kind === null && onDay === null && place === '' && detail === '') continue
    if (kind === null) fields.say(at('kind'), { vi: 'Chọn công đoạn.', en: 'Choose the step.' })
    if (onDay === null) fields.say(at('onDay'), { vi: 'Ghi ngày của công đoạn.', en: 'Write its day.' })
    if (kind !== null && onDay !== null) steps.push({ kind, onDay, place, detail })
  }
  return steps.toSorted((a, b) => a.onDay.localeCompare(b.onDay))
}

export type BatchCertificate = {
  star: number
  issuedOn: PlainDate
  lastValidOn: PlainDate
  state: 'valid' | 'withdrawn' | 'replaced' | 'annulled'
  /** The day the certificate stopped holding by a decision; null while none did. */
  endedOn: PlainDate | null
  verifyCode: string
}

/**
 * The certificate a product held on a day, the newest where two touch. Interpretation: on the day a decision ends it a certificate holds no more;
 * one annulled (Đ10.1.b) never held.
 */
export function certificateOn<C extends BatchCertificate>(certificates: readonly C[], day: PlainDate): C | null {
  const held = certificates.filter(
    (one) =>
      one.state !== 'annulled' &&
      one.issuedOn <= day &&
      day <= one.lastValidOn &&
      (one.state === 'valid' || (one.endedOn !== null && day < one.endedOn)),
  )
  return held.toSorted((a, b) => b.issuedOn.localeCompare(a.issuedOn))[0] ?? null
}

/** What is frozen with a published batch: names as they were. */
export type FrozenBatch = {
  format: 1
  product: string
  producer: string
  place: string
  areas: { name: string; code: string | null; crop: string }[]
  links: { partner: string }[]
}

/** Opens what was frozen with any format shipped so far. */
export function readFrozen(stored: unknown): FrozenBatch {
  const frozen = stored as FrozenBatch
  if (frozen?.format !== 1) throw new Error(`unknown batch format ${String((stored as { format?: unknown } | null)?.format)}`)
  return frozen
}
