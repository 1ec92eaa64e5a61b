// An evidence paper as a record: kind, number, issuer, dates, holder. Pure.
import { addDays, daysBetween, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { Fields, type Typed } from '../fields.ts'
import { paperKind, paperKindIds } from './paper.kinds.ts'

export const paperFields = ['kind', 'title', 'number', 'issuer', 'issuedOn', 'expiresOn', 'holder', 'scope', 'confidential'] as const
export type PaperInput = Typed<(typeof paperFields)[number]>

export type PaperRecord = {
  kind: string
  title: string
  number: string | null
  issuer: string | null
  issuedOn: PlainDate | null
  expiresOn: PlainDate | null
  holder: string | null
  scope: string | null
  confidential: boolean
}

/** `soon`: 60 days or fewer left, the time a renewal takes (interpretation). The last day itself is still valid. */
export type Expiry =
  | { state: 'none' }
  | { state: 'valid' | 'soon'; on: PlainDate; daysLeft: number }
  | { state: 'expired'; on: PlainDate; daysAgo: number }

export const SOON_DAYS = 60

export function expiryOf(expiresOn: PlainDate | null, today: PlainDate): Expiry {
  if (expiresOn === null) return { state: 'none' }
  const left = daysBetween(today, expiresOn)
  if (left < 0) return { state: 'expired', on: expiresOn, daysAgo: -left }
  return { state: left <= SOON_DAYS ? 'soon' : 'valid', on: expiresOn, daysLeft: left }
}

/** The last day that counts as "expiring" on `today`, for lists. */
export function soonUntil(today: PlainDate): PlainDate {
  return addDays(today, SOON_DAYS)
}

/** Reads a typed paper; an empty title takes the kind's own words. Throws `invalid` by field. */
export function readPaper(input: PaperInput, today: PlainDate): PaperRecord {
  const fields = new Fields(input)
  const kind = fields.oneOf('kind', paperKindIds, { required: { vi: 'Chọn loại giấy tờ.', en: 'Choose the kind of paper.' } })
  const title = fields.text('title', { max: 200 })
  const issuedOn = fields.date('issuedOn', { notAfter: today })
  const expiresOn = fields.date('expiresOn')
  if (issuedOn !== null && expiresOn !== null && expiresOn < issuedOn)
    fields.say('expiresOn', { vi: 'Ngày hết hạn không thể trước ngày cấp.', en: 'It cannot end before it was issued.' })
  const record: PaperRecord = {
    kind: kind ?? '',
    title: title || (kind ? (paperKind(kind)?.title.vi ?? '') : ''),
    number: fields.optional('number', { max: 100 }),
    issuer: fields.optional('issuer', { max: 200 }),
    issuedOn,
    expiresOn,
    holder: fields.optional('holder', { max: 200 }),
    scope: fields.optional('scope', { max: 500 }),
    confidential: fields.yesNo('confidential') ?? paperKind(kind ?? '')?.confidential ?? false,
  }
  fields.done()
  return record
}
