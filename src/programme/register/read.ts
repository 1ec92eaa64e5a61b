// Reads what is typed for a record, from a form, the API or a row of a sheet: the same questions, the same answers.
import type { Db, Tx } from '#/platform/database/open.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { fold } from '#/platform/text/fold.ts'
import { Fields, type Problems, type Words } from '../fields.ts'
import { CURRENT_ERA, eraOf, type Era } from '../units/units.ts'
import { references, unitFields, type Description, type Field, type Values } from './register.ts'
import { communeResolver, resolver, type Resolved } from './resolve.ts'

export type RecordInput = Readonly<Record<string, unknown>>
/** Columns to be written and the name of the record; or what is wrong, by column. */
export type ReadRecord = { values: Values; label: string } | { problems: Problems }

/** Whose records may be written; `null`: everyone's at the desk. */
export type Entered = { communes: string[]; producers: string[] } | null

const MONEY_MOST = 10 ** 15

/** Lookups once, then each row is judged without the database. `inputs`: what will be asked; null: anything, as from a sheet. */
export async function recordReader(
  db: Db | Tx,
  register: Description,
  desk: { authority: string; entered: Entered },
  inputs: readonly RecordInput[] | null,
  today: PlainDate,
): Promise<(input: RecordInput) => ReadRecord> {
  const ways = new Map<string, (text: string, producerId: string | null) => Resolved>()
  for (const field of references(register))
    ways.set(field.column, await resolver(db, field.to, desk.authority, inputs?.map((input) => textOf(input, field.column)) ?? null))
  const places = unitFields(register)
  const eras: Era[] =
    places.length > 0 && (inputs ?? [{ communeCode: '?' }]).some((input) => textOf(input, 'communeCode') !== '')
      ? ['e2023', CURRENT_ERA]
      : []
  const communeOf = await communeResolver(db, desk.authority, eras)

  return (given) => {
    const input = coded(register, given)
    const fields = new Fields<string>(input)
    let values: Record<string, unknown> = {}
    const names: Record<string, string> = {}
    for (const field of register.fields) values[field.column] = plainValue(fields, field, today)
    // The producer first: it tells which product of several namesakes is meant.
    for (const field of references(register)) {
      const text = textOf(input, field.column)
      if (text === '') continue
      const found = ways.get(field.column)?.(text, field.to === 'product' ? ((values['producerId'] as string | null) ?? null) : null)
      if (!found) continue
      if ('problem' in found) fields.say(field.column, found.problem)
      else {
        values[field.column] = found.id
        names[field.column] = found.name
        // A product says whose it is.
        if (field.to === 'product' && 'producerId' in values) values['producerId'] ??= found.producerId
      }
    }
    for (const field of places) {
      const text = textOf(input, field.column)
      const day = values[(field as Field & { day: string }).day]
      const era = typeof day === 'string' ? eraOf(day) : CURRENT_ERA
      values['unitEra'] = text === '' ? null : era
      values[field.column] = null
      if (text === '') continue
      const found = communeOf(text, era)
      if ('problem' in found) fields.say(field.column, found.problem)
      else {
        values[field.column] = found.code
        names[field.column] = found.name
      }
    }
    values = { ...(register.complete?.(values, names) ?? values) }
    register.judge?.(values, (column, problem) => fields.say(column, problem))
    if (Object.keys(fields.problems).length === 0) sayForeign(fields, register, values, desk.entered)
    return Object.keys(fields.problems).length > 0
      ? { problems: fields.problems }
      : { values, label: names[register.head] ?? String(values[register.head] ?? '') }
  }
}

/** Producers and communes write what is their own. */
function sayForeign(fields: Fields<string>, register: Description, values: Values, entered: Entered): void {
  if (entered === null) return
  const inCommune = values['unitEra'] === CURRENT_ERA && entered.communes.includes(String(values['communeCode']))
  const own = entered.producers.includes(String(values['producerId']))
  if (inCommune || own) return
  const place = entered.communes.length > 0 && register.commune.writes
  const problem: Words = place
    ? { vi: 'Tài khoản này chỉ ghi cho xã, phường của mình.', en: 'This account enters records of its own commune only.' }
    : { vi: 'Tài khoản này chỉ ghi cho chủ thể của mình.', en: 'This account enters records of its own producer only.' }
  fields.say(place ? 'communeCode' : 'producerId', problem)
}

const yesNoWords: Record<string, string> = { co: 'yes', khong: 'no' }

/** A sheet holds the words of a choice ("Siêu thị", "Có"); they are read as its code. */
function coded(register: Description, input: RecordInput): RecordInput {
  const changed: Record<string, unknown> = {}
  for (const field of register.fields) {
    if (field.kind !== 'choice' && field.kind !== 'yesNo') continue
    const text = fold(textOf(input, field.column))
    const code =
      field.kind === 'yesNo'
        ? yesNoWords[text]
        : Object.entries(field.choices).find(([, words]) => fold(words.vi) === text || fold(words.en) === text)?.[0]
    if (text !== '' && code !== undefined) changed[field.column] = code
  }
  return { ...input, ...changed }
}

const textOf = (input: RecordInput, column: string): string => new Fields<string>(input).text(column, { max: 400 })

/** What needs no lookup; references and communes stay null here, and say so themselves where they are required. */
function plainValue(fields: Fields<string>, field: Field, today: PlainDate): unknown {
  const { column } = field
  const required = field.required ?? false
  const rule = required ? { required: true as const } : {}
  switch (field.kind) {
    case 'text': {
      const text = fields.text(column, { max: field.max, required: required && true, multiline: field.multiline ?? false })
      return text === '' && field.orNull ? null : text
    }
    case 'link':
      return readLink(fields, column)
    case 'choice':
      return fields.oneOf(column, Object.keys(field.choices), rule)
    case 'date':
      return fields.date(column, { ...rule, ...(field.past ? { notAfter: today } : {}) })
    case 'whole':
      return fields.integer(column, { min: 0, max: field.max, ...rule })
    case 'money':
      return fields.integer(column, { min: 0, max: MONEY_MOST, ...rule, wrong: wrongMoney })
    case 'hundredths':
      return fields.decimal(column, { places: 2, min: 0.01, max: field.max, ...rule })
    case 'yesNo':
      return fields.yesNo(column)
    case 'reference':
    case 'commune':
      fields.text(column, { max: 400, required: required && true })
      return null
  }
}

const wrongMoney: Words = {
  vi: 'Nhập số tiền nguyên đồng, không âm, không lẻ.',
  en: 'Enter whole đồng, not negative, without decimals.',
}

/** https is added where it was left out; anything but a web address is refused. */
function readLink(fields: Fields<string>, column: string): string | null {
  const text = fields.text(column, { max: 500 })
  if (text === '') return null
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (URL.canParse(full) && /^https?:$/.test(new URL(full).protocol) && /\.[^\s.]+/.test(new URL(full).hostname)) return full
  fields.say(column, { vi: 'Địa chỉ trang chưa đúng dạng ten-mien.vn/duong-dan.', en: 'This is not a web address.' })
  return null
}
