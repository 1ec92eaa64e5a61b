// What a signer fills in, read and checked. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { Fields } from '../fields.ts'

/** Number of a paper: the next of the register, one reserved before, or one given outside ("12a"). */
export type NumberChoice = { kind: 'next' } | { kind: 'reserved'; entryId: string } | { kind: 'irregular'; number: number; suffix: string }

export type Issuing = {
  number: NumberChoice
  issuedOn: PlainDate
  signerName: string
  /** One line per printed line: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
  signerPost: string[]
}

export type IssuingForm = {
  numberKind: string
  reserved: string
  irregular: string
  issuedOn: string
  signerName: string
  signerPost: string
}

const IRREGULAR = /^(\d{1,6})([a-zđ]{0,3})$/i

/** Reads the issuing form. `earliest` is the day of what the paper rests on. Throws `invalid` with every fault by field. */
export function readIssuing(form: IssuingForm, today: PlainDate, earliest: PlainDate): Issuing {
  const fields = new Fields(form)
  const typed = {
    number: readNumber(form, fields),
    issuedOn: fields.date('issuedOn', { required: { vi: 'Nhập ngày.', en: 'Enter the date.' } }),
  }
  if (typed.issuedOn !== null && typed.issuedOn > today)
    fields.say('issuedOn', { vi: 'Ngày ban hành không được sau hôm nay.', en: 'The date of issue cannot be after today.' })
  else if (typed.issuedOn !== null && typed.issuedOn < earliest)
    fields.say('issuedOn', {
      vi: 'Ngày ban hành không được trước ngày Hội đồng chốt kết quả.',
      en: 'The date of issue cannot be before the council closed the result.',
    })
  const signerName = fields.text('signerName', {
    max: 120,
    required: { vi: 'Nhập họ và tên người ký.', en: "Enter the signer's full name." },
  })
  const signerPost = fields
    .text('signerPost', { max: 200, multiline: true })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (signerPost.length === 0 || signerPost.length > 4)
    fields.say('signerPost', { vi: 'Nhập chức vụ người ký, tối đa 4 dòng.', en: "Enter the signer's post, at most 4 lines." })
  return { ...fields.done(typed), signerName, signerPost }
}

function readNumber(form: IssuingForm, fields: Fields<keyof IssuingForm>): NumberChoice | null {
  if (form.numberKind === 'next') return { kind: 'next' }
  if (form.numberKind === 'reserved' && form.reserved !== '') return { kind: 'reserved', entryId: form.reserved }
  if (form.numberKind === 'irregular') {
    const given = readIrregular(form.irregular)
    if (given) return { kind: 'irregular', ...given }
    fields.say('irregular', irregularWords)
    return null
  }
  fields.say('numberKind', { vi: 'Chọn cách lấy số văn bản.', en: 'Choose how the number is taken.' })
  return null
}

export const irregularWords = { vi: 'Số gồm chữ số, có thể thêm chữ cái, ví dụ 12a.', en: 'A number, letters may follow, for example 12a.' }

/** "012a" → 12 and "a"; null for anything that is no number of a paper. */
export function readIrregular(typed: string): { number: number; suffix: string } | null {
  const match = IRREGULAR.exec(typed.trim())
  const number = Number(match?.[1] ?? 0)
  return match && number > 0 ? { number, suffix: (match[2] ?? '').toLowerCase() } : null
}
