/** One row of a file as values: what is empty is unknown, what cannot be read is a fault with its column and reason. Pure. */
import { readDate, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { fold } from '#/platform/text/fold.ts'
import { normaliseText } from '#/platform/text/normalise.ts'

import type { Cells, Column, FileRow } from './columns.ts'

export type Reason = { column: Column | null; vi: string; en: string }

/** What the source says of one recognition; null is unknown. `score` 0–100 as decimal text with a dot. */
export type PastValues = {
  sourceId: string | null
  product: string
  producer: string | null
  commune: string | null
  district: string | null
  province: string | null
  newCommuneCode: string | null
  newCommune: string | null
  newProvinceCode: string | null
  newProvince: string | null
  star: number | null
  score: string | null
  year: number | null
  round: string | null
  decisionNo: string | null
  decisionDate: PlainDate | null
  authority: string | null
  status: string | null
  /** Whether the status says that the product was recognised; null where there is none. */
  recognised: boolean | null
  sector: string | null
  grade: string | null
  source: string | null
}

export type ReadRow = { ok: true; values: PastValues } | { ok: false; reasons: Reason[] }

const longest: Partial<Record<Column, number>> = { product: 300, producer: 300, source: 1000, status: 300 }

/** `today`: no decision was made after it. */
export function readRow(row: Omit<FileRow, 'line'>, today: PlainDate): ReadRow {
  const reasons: Reason[] = []
  const say = (column: Column | null, vi: string, en: string) => void reasons.push({ column, vi, en })
  const text = (column: Column): string | null => {
    const most = longest[column] ?? 200
    const read = normaliseText(row.cells[column], { maxLength: most })
    if (read.tooLongBy > 0) say(column, `Dài quá ${most} ký tự.`, `Longer than ${most} characters.`)
    return read.text === '' ? null : read.text
  }
  const whole = (column: Column, min: number, max: number): number | null => {
    const typed = text(column)
    if (typed === null) return null
    const value = /^\d{1,6}([.,]0+)?$/.test(typed) ? Math.trunc(Number(typed.replace(',', '.'))) : Number.NaN
    if (value >= min && value <= max) return value
    say(
      column,
      `“${short(typed)}” không phải số nguyên từ ${min} đến ${max}.`,
      `“${short(typed)}” is no whole number from ${min} to ${max}.`,
    )
    return null
  }
  const code = (column: Column, digits: number): string | null => {
    const typed = text(column)
    if (typed === null) return null
    // Excel takes 07603 for a number and drops its zero; a code has a fixed number of digits, so it comes back.
    if (/^\d+$/.test(typed) && typed.length <= digits) return typed.padStart(digits, '0')
    say(column, `“${short(typed)}” không phải mã ${digits} chữ số.`, `“${short(typed)}” is no code of ${digits} digits.`)
    return null
  }
  if (row.extra > 0)
    say(
      null,
      'Dòng có nhiều ô hơn tiêu đề (dấu phẩy thiếu ngoặc kép?).',
      'The row has more cells than the head line (a comma without quotes?).',
    )
  if (row.merged !== null)
    say(
      null,
      `Ô gộp ${row.merged}: bỏ gộp rồi điền từng dòng, vì ô gộp chỉ giữ một giá trị.`,
      `Merged cells ${row.merged}: unmerge and fill each row; merged cells hold one value only.`,
    )
  const product = text('product')
  if (product === null) say('product', 'Thiếu tên sản phẩm.', 'No product name.')
  const year = whole('year', 2018, Number(today.slice(0, 4)))
  const decisionDate = date(text('decision_date'), today, say)
  if (year !== null && decisionDate !== null && Number(decisionDate.slice(0, 4)) < year)
    say('decision_date', `Quyết định có trước năm đánh giá ${year}.`, `The decision is older than the year of assessment ${year}.`)
  const status = text('status')
  const values: PastValues = {
    sourceId: text('id'),
    product: product ?? '',
    producer: text('producer'),
    commune: text('commune'),
    district: text('district'),
    province: text('province'),
    newCommuneCode: code('new_commune_code', 5),
    newCommune: text('new_commune'),
    newProvinceCode: code('new_province_code', 2),
    newProvince: text('new_province'),
    star: whole('star', 1, 5),
    score: score(text('score'), say),
    year,
    round: text('round'),
    decisionNo: text('decision_no'),
    decisionDate,
    authority: text('authority'),
    status,
    recognised: saysRecognised(status),
    sector: text('group6_inferred'),
    grade: text('verification'),
    source: text('source'),
  }
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, values }
}

type Say = (column: Column | null, vi: string, en: string) => void

function date(typed: string | null, today: PlainDate, say: Say): PlainDate | null {
  if (typed === null) return null
  const read = readDate(typed)
  if (!read.ok) {
    if (read.problem === 'noSuchDay')
      say('decision_date', `Ngày “${short(typed)}” không có trong lịch.`, `There is no day “${short(typed)}”.`)
    else say('decision_date', `“${short(typed)}” không phải ngày dd/MM/yyyy.`, `“${short(typed)}” is no date dd/MM/yyyy.`)
    return null
  }
  if (read.date <= today) return read.date
  say('decision_date', 'Ngày quyết định chưa đến.', 'The day of the decision is in the future.')
  return null
}

function score(typed: string | null, say: Say): string | null {
  if (typed === null) return null
  const plain = typed.replace(',', '.')
  if (/^\d{1,3}(\.\d{1,2})?$/.test(plain) && Number(plain) <= 100) return String(Number(plain))
  say('score', `“${short(typed)}” không phải điểm từ 0 đến 100.`, `“${short(typed)}” is no score from 0 to 100.`)
  return null
}

function short(text: string): string {
  return [...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text
}

/**
 * Interpretation: only a source that says so tells of a recognition. "Scored", "proposed to centre", "council agreed" are steps before one:
 * kept as printed, never counted or shown as recognised.
 */
export function saysRecognised(status: string | null): boolean | null {
  if (status === null) return null
  return /^(re-)?recognised\b|^(da )?(duoc )?cong nhan( lai)?\b/.test(fold(status))
}

/** What the row says, in one spelling: the same row again, from whatever file, is the same text. */
export function rowText(cells: Cells): string {
  return JSON.stringify(Object.values(cells).map((cell) => normaliseText(cell, { maxLength: 10_000 }).text))
}
