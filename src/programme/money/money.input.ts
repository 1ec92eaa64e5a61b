// What is typed about sources, lines and entries, read and checked. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { Fields, type Typed, type Words } from '../fields.ts'
import { itemCategories, kindRules, MOST_DONG, sourceKinds, type EntryKind, type ItemCategory, type SourceKind } from './money.ts'

/** Said wherever an amount is no whole number of đồng, negative, zero or too large. */
const wrongDong: Words = {
  vi: 'Ghi số tiền là số đồng nguyên, lớn hơn 0, không quá 15 chữ số, ví dụ 20.000.000.',
  en: 'Write a whole number of đồng above 0, of at most 15 digits, such as 20.000.000.',
}

/** A whole number of đồng. */
export function readDong<Name extends string>(fields: Fields<Name>, name: Name, rule: { required?: true; least?: 0 } = {}): number | null {
  const { required, least = 1 } = rule
  return fields.integer(name, { min: least, max: MOST_DONG, wrong: wrongDong, ...(required ? { required } : {}) })
}

export type SourceInput = Typed<'kind' | 'name'>

export function readSource(input: SourceInput): { kind: SourceKind; name: string } {
  const fields = new Fields<'kind' | 'name'>(input)
  const kind = fields.oneOf('kind', sourceKinds, { required: true })
  const name = fields.text('name', { max: 300, required: { vi: 'Ghi tên nguồn kinh phí.', en: 'Name the source.' } })
  return { ...fields.done({ kind }), name }
}

export type LineInput = Typed<'title' | 'year' | 'itemCategory' | 'planned'>
export type LineFields = { title: string; year: number; itemCategory: ItemCategory; planned: number | null }

export function readLine(input: LineInput): LineFields {
  const fields = new Fields<'title' | 'year' | 'itemCategory' | 'planned'>(input)
  const title = fields.text('title', { max: 300, required: { vi: 'Ghi tên khoản kinh phí.', en: 'Name the line.' } })
  const year = fields.integer('year', {
    min: 2018,
    max: 2100,
    required: true,
    wrong: { vi: 'Ghi năm ngân sách, ví dụ 2026.', en: 'Enter the budget year, such as 2026.' },
  })
  const itemCategory = fields.oneOf('itemCategory', itemCategories, { required: true })
  const planned = readDong(fields, 'planned', { least: 0 })
  return { ...fields.done({ year, itemCategory }), title, planned }
}

export type EntryInput = Typed<'sourceId' | 'amount' | 'onDay' | 'decisionNumber' | 'payee' | 'answersId' | 'note' | 'toLineId' | 'again'>
export type EntryFields = {
  /** '' where an answered entry says it. */
  sourceId: string
  amount: number
  onDay: PlainDate
  decisionNumber: string
  payee: string
  answersId: string | null
  note: string
  /** The line money goes to; only of transfers and carry-overs. */
  toLineId: string | null
  /** The person says that an equal entry really is another. */
  again: boolean
}

/** Kinds that move money by a paper of an authority; the paper's number is asked for. */
const byDecision: readonly EntryKind[] = ['allocation', 'cut', 'transferOut', 'carryOver', 'settlement']

/** Throws `invalid` by field. The day may not lie in the future nor before the year that precedes the line's. */
export function readEntry(kind: EntryKind, input: EntryInput, line: { year: number }, today: PlainDate): EntryFields {
  const fields = new Fields<keyof EntryInput>(input)
  const answersId = fields.optional('answersId', { max: 40 })
  const sourceId = fields.text('sourceId', {
    max: 40,
    required: answersId === null && { vi: 'Chọn nguồn kinh phí.', en: 'Choose the source.' },
  })
  const amount = readDong(fields, 'amount', { required: true })
  const onDay = fields.date('onDay', { required: true, notAfter: today })
  if (onDay !== null && Number(onDay.slice(0, 4)) < line.year - 1)
    fields.say('onDay', {
      vi: `Ngày này trước năm ${line.year - 1}: khoản này là của năm ${line.year}.`,
      en: `This day lies before ${line.year - 1}: the line is of ${line.year}.`,
    })
  const decisionNumber = fields.text('decisionNumber', {
    max: 100,
    required: byDecision.includes(kind) && { vi: 'Ghi số văn bản làm căn cứ.', en: 'Give the number of the paper it rests on.' },
  })
  const payee = fields.text('payee', {
    max: 300,
    required: (kind === 'commitment' || (kind === 'disbursement' && answersId === null)) && {
      vi: 'Ghi đơn vị nhận.',
      en: 'Say who is paid.',
    },
  })
  if (kindRules[kind].must && kind !== 'transferIn' && answersId === null)
    fields.say('answersId', { vi: 'Chọn bút toán liên quan.', en: 'Choose the entry it answers.' })
  const toLineId = fields.optional('toLineId', { max: 40 })
  if (kind === 'transferOut' && toLineId === null) fields.say('toLineId', { vi: 'Chọn khoản nhận.', en: 'Choose the line that receives.' })
  const note = fields.text('note', { max: 1000, multiline: true })
  const again = fields.yesNo('again') ?? false
  return { ...fields.done({ amount, onDay }), sourceId, decisionNumber, payee, answersId, note, toLineId, again }
}
