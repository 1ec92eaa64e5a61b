// What a signer fills in, read and checked. Pure.
import { readDate, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { normaliseText } from '#/platform/text/normalise.ts'

type Words = { vi: string; en: string }

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
  const fields: Record<string, Words> = {}
  const number = readNumber(form, fields)
  const date = readDate(form.issuedOn)
  if (!date.ok) fields['issuedOn'] = dateWords[date.problem]
  else if (date.date > today)
    fields['issuedOn'] = { vi: 'Ngày ban hành không được sau hôm nay.', en: 'The date of issue cannot be after today.' }
  else if (date.date < earliest)
    fields['issuedOn'] = {
      vi: 'Ngày ban hành không được trước ngày Hội đồng chốt kết quả.',
      en: 'The date of issue cannot be before the council closed the result.',
    }
  const signerName = shortText(form.signerName, 'signerName', 120, fields, {
    vi: 'Nhập họ và tên người ký.',
    en: "Enter the signer's full name.",
  })
  const post = normaliseText(form.signerPost, { maxLength: 200, multiline: true })
  const signerPost = post.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (signerPost.length === 0 || signerPost.length > 4 || post.tooLongBy > 0)
    fields['signerPost'] = { vi: 'Nhập chức vụ người ký, tối đa 4 dòng.', en: "Enter the signer's post, at most 4 lines." }
  if (Object.keys(fields).length > 0 || !date.ok || !number) throw new AppError('invalid', {}, fields)
  return { number, issuedOn: date.date, signerName, signerPost }
}

export const dateWords: Record<'empty' | 'format' | 'noSuchDay', Words> = {
  empty: { vi: 'Nhập ngày.', en: 'Enter the date.' },
  format: { vi: 'Ngày viết theo dạng ngày/tháng/năm, ví dụ 08/10/2026.', en: 'Write the date as day/month/year, for example 08/10/2026.' },
  noSuchDay: { vi: 'Không có ngày này trong lịch.', en: 'There is no such day.' },
}

function readNumber(form: IssuingForm, fields: Record<string, Words>): NumberChoice | null {
  if (form.numberKind === 'next') return { kind: 'next' }
  if (form.numberKind === 'reserved' && form.reserved !== '') return { kind: 'reserved', entryId: form.reserved }
  if (form.numberKind === 'irregular') {
    const given = readIrregular(form.irregular)
    if (given) return { kind: 'irregular', ...given }
    fields['irregular'] = { vi: 'Số gồm chữ số, có thể thêm chữ cái, ví dụ 12a.', en: 'A number, letters may follow, for example 12a.' }
    return null
  }
  fields['numberKind'] = { vi: 'Chọn cách lấy số văn bản.', en: 'Choose how the number is taken.' }
  return null
}

/** "012a" → 12 and "a"; null for anything that is no number of a paper. */
export function readIrregular(typed: string): { number: number; suffix: string } | null {
  const match = IRREGULAR.exec(typed.trim())
  const number = Number(match?.[1] ?? 0)
  return match && number > 0 ? { number, suffix: (match[2] ?? '').toLowerCase() } : null
}

/** One required line; faults go to `fields`. */
export function shortText(
  typed: unknown,
  name: string,
  maxLength: number,
  fields: Record<string, Words>,
  missing: Words,
  multiline = false,
): string {
  const { text, tooLongBy } = normaliseText(typed, { maxLength, multiline })
  if (text === '') fields[name] = missing
  else if (tooLongBy > 0)
    fields[name] = {
      vi: `Dài quá ${tooLongBy} ký tự (tối đa ${maxLength}).`,
      en: `${tooLongBy} characters too long (at most ${maxLength}).`,
    }
  return text
}
