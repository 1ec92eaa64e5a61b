// What a register is: a table described once. Verbs, lists, forms, Excel, import and API read the description; nothing here touches a database.
import type { DB } from '#/platform/database/schema.generated.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDong, formatNumber } from '#/platform/text/format.ts'
import type { Words } from '../fields.ts'

/** Tables kept as registers. Each has id, province_code, authority, ended_on, version, demo, created_by, created_at beside its fields. */
export type RegisterTable =
  | 'outlet'
  | 'channelListing'
  | 'consultant'
  | 'consultantContract'
  | 'materialArea'
  | 'valueLink'
  | 'ntmStatus'
  | 'craftVillage'
  | 'communicationItem'
  | 'libraryItem'
  | 'programmeProject'

/** What a reference points to: a record of the house, or of another register of the same desk. */
export type ReferenceTo = 'producer' | 'product' | 'outlet' | 'consultant' | 'materialArea'

type Kind =
  /** `orNull`: empty is kept as null, not as ''. */
  | { kind: 'text'; max: number; multiline?: boolean; orNull?: boolean }
  | { kind: 'link' }
  | { kind: 'choice'; choices: Readonly<Record<string, Words>> }
  /** `past`: a day that has come. */
  | { kind: 'date'; past?: boolean }
  | { kind: 'whole'; unit?: Words; max: number }
  | { kind: 'money' }
  /** Hundredths of the unit, as `area_ha_e2`; never zero. */
  | { kind: 'hundredths'; unit: Words; max: number }
  | { kind: 'yesNo' }
  | { kind: 'reference'; to: ReferenceTo }
  /** A commune (commune_code with unit_era) as it was on the day in `day`; today where that is empty. */
  | { kind: 'commune'; day: string }

export type Field<Column extends string = string> = {
  column: Column
  label: Words
  hint?: Words
  required?: boolean
  /** Stands in the list; `sort`: and sorts it. */
  list?: boolean
  sort?: boolean
  /** Name of the filter in the address, for choices. */
  filter?: string
  /** A heading of the same meaning in sheets, beside the label. */
  aliases?: readonly string[]
} & Kind

/** Beside the desk's office, leader and advisers: rows of one's own commune or producer, every row of the desk, or none. */
export type Reach = 'all' | 'own' | 'none'

export type Values = Readonly<Record<string, unknown>>
export type Say = (column: string, problem: Words) => void

export type Description<Column extends string = string> = {
  table: RegisterTable
  /** Last part of its address. */
  slug: string
  title: Words
  /** One record, for "Thêm …". */
  one: Words
  about: Words
  source: string
  fields: readonly Field<Column>[]
  /** The field that names a record. */
  head: Column
  /** The day of a record, for the filter by year; its newest come first. Without one the list is by name. */
  day?: Column
  /** Own folded columns the search reads; names of references and communes are always read. */
  search: readonly string[]
  commune: { reads: Reach; writes: boolean }
  producer: { reads: Reach; writes: boolean }
  /** The office confirms what others entered (checked_by, checked_on). */
  checked?: boolean
  /** What no two open records of a province may share, and the field that says so. */
  unique?: { columns: readonly Column[]; problem: Words }
  /** What holds between the fields, once each is right by itself. */
  judge?: (values: Values, say: Say) => void
  /** Filled in from others before it is judged: a name from the chosen outlet. */
  complete?: (values: Values, names: Readonly<Record<string, string>>) => Values
}

/** A description whose fields are columns of its table: a wrong name does not compile. */
export function describe<const T extends RegisterTable>(description: Description<keyof DB[T] & string> & { table: T }): Description {
  return description as unknown as Description
}

export function fieldOf(register: Description, column: string): Field | undefined {
  return register.fields.find((field) => field.column === column)
}

export const unitFields = (register: Description) => register.fields.filter((field) => field.kind === 'commune')
export const references = (register: Description) =>
  register.fields.filter((field): field is Field & { kind: 'reference'; to: ReferenceTo } => field.kind === 'reference')

/** A record as it is read: its columns, and beside each reference or commune its name under `<column>Name`. */
export type RecordRow = Readonly<Record<string, unknown>> & {
  id: string
  authority: string
  version: number
  endedOn: PlainDate | null
  checkedOn: PlainDate | null
  createdAt: Date
}

const yesNo: Record<string, Words> = { true: { vi: 'Có', en: 'Yes' }, false: { vi: 'Không', en: 'No' } }

/** A value as people read it; '' when nothing is recorded. */
export function valueText(field: Field, row: Values, language: 'vi' | 'en'): string {
  const value = row[field.column]
  if (value === null || value === undefined || value === '') return ''
  switch (field.kind) {
    case 'choice':
      return field.choices[String(value)]?.[language] ?? String(value)
    case 'date':
      return formatDate(String(value))
    case 'money':
      return formatDong(Number(value))
    case 'whole':
      return `${formatNumber(Number(value))}${field.unit ? ` ${field.unit[language]}` : ''}`
    case 'hundredths':
      return `${formatNumber(Number(value) / 100)} ${field.unit[language]}`
    case 'yesNo':
      return yesNo[String(value)]?.[language] ?? ''
    case 'reference':
    case 'commune':
      return String(row[`${field.column}Name`] ?? value)
    case 'text':
    case 'link':
      return String(value)
  }
}

/** What a form shows to be changed, as a person would type it. */
export function inputText(field: Field, row: Values): string {
  const value = row[field.column]
  if (value === null || value === undefined) return ''
  if (field.kind === 'date') return formatDate(String(value))
  if (field.kind === 'hundredths') return formatNumber(Number(value) / 100)
  if (field.kind === 'yesNo') return value === true ? 'yes' : 'no'
  return String(value)
}

export function headText(register: Description, row: Values, language: 'vi' | 'en' = 'vi'): string {
  const field = fieldOf(register, register.head)
  return field ? valueText(field, row, language) : ''
}
