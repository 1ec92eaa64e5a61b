// A field visit (kiểm tra thực tế): its states as data, and the reading of what was seen. Pure.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { criteriaOf } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { Fields } from '../fields.ts'

export const visitStates = ['planned', 'recorded', 'cancelled'] as const
export type VisitState = (typeof visitStates)[number]

export const visitTransitions: Record<VisitState, readonly VisitState[]> = {
  planned: ['recorded', 'cancelled'],
  recorded: [],
  cancelled: [],
}

type Words = { vi: string; en: string }
export const visitWords: Record<VisitState, Words & { mark: 'info' | 'done' | 'ended' }> = {
  planned: { vi: 'Đã lên lịch', en: 'Planned', mark: 'info' },
  recorded: { vi: 'Đã lập biên bản', en: 'Recorded', mark: 'done' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled', mark: 'ended' },
}

export const verdicts = ['matches', 'differs'] as const
export type Verdict = (typeof verdicts)[number]
export const verdictWords: Record<Verdict, Words> = {
  matches: { vi: 'Đúng như hồ sơ', en: 'As in the dossier' },
  differs: { vi: 'Khác hồ sơ', en: 'Differs' },
}

/** One line of the checklist, from the form the item is scored on. */
export type CheckLine = { code: string; title: string }
export function checklistOf(form: Form): CheckLine[] {
  return criteriaOf(form).map(({ criterion }) => ({ code: criterion.code, title: criterion.title }))
}

export type VisitPlan = { plannedOn: PlainDate; place: string; note: string }
export function readPlan(input: Readonly<Record<string, unknown>>): VisitPlan {
  const fields = new Fields<'plannedOn' | 'place' | 'note'>(input)
  const plannedOn = fields.date('plannedOn', { required: true })
  const place = fields.text('place', { max: 300, required: { vi: 'Ghi nơi kiểm tra.', en: 'Say where.' } })
  const note = fields.text('note', { max: 1000, multiline: true })
  return { ...fields.done({ plannedOn }), place, note }
}

export type VisitRecord = {
  visitedOn: PlainDate
  latitudeE6: number | null
  longitudeE6: number | null
  producerSide: string
  findings: string
  conclusion: string
  answers: { criterion: string; verdict: Verdict; remark: string }[]
}

/**
 * Reads the record: what was seen of each criterion (`v.<code>`, `n.<code>`), where it differs a remark. At least one criterion must have been
 * looked at. The place on earth is two decimal numbers or nothing. Throws `invalid` by field.
 */
export function readRecord(input: Readonly<Record<string, unknown>>, lines: readonly CheckLine[], today: PlainDate): VisitRecord {
  const fields = new Fields<string>(input)
  const visitedOn = fields.date('visitedOn', { required: true, notAfter: today })
  const latitudeE6 = degrees(fields, 'latitude', 90)
  const longitudeE6 = degrees(fields, 'longitude', 180)
  if ((latitudeE6 === null) !== (longitudeE6 === null) && !fields.has('latitude') && !fields.has('longitude'))
    fields.say('latitude', { vi: 'Ghi cả vĩ độ và kinh độ, hoặc để trống cả hai.', en: 'Give both, or leave both empty.' })
  const producerSide = fields.text('producerSide', {
    max: 300,
    required: { vi: 'Ghi người đại diện chủ thể cùng làm việc.', en: 'Say who received the visit.' },
  })
  const findings = fields.text('findings', { max: 5000, required: true, multiline: true })
  const conclusion = fields.text('conclusion', { max: 2000, required: true, multiline: true })
  const answers = lines.flatMap(({ code }) => {
    const verdict = fields.oneOf(`v.${code}`, verdicts)
    const remark = fields.text(`n.${code}`, { max: 1000, multiline: true })
    if (verdict === 'differs' && remark === '')
      fields.say(`n.${code}`, { vi: `${code}: ghi rõ điểm khác.`, en: `${code}: say what differs.` })
    if (verdict === null && remark !== '')
      fields.say(`v.${code}`, { vi: `${code}: chọn kết quả kiểm tra.`, en: `${code}: choose what was found.` })
    return verdict === null ? [] : [{ criterion: code, verdict, remark }]
  })
  if (answers.length === 0 && Object.keys(fields.problems).length === 0)
    fields.say(lines[0] ? `v.${lines[0].code}` : '_form', { vi: 'Kiểm tra ít nhất một tiêu chí.', en: 'Check at least one criterion.' })
  return { ...fields.done({ visitedOn }), latitudeE6, longitudeE6, producerSide, findings, conclusion, answers }
}

/** "19,738" or "19.738" degrees to millionths; null when empty. */
function degrees(fields: Fields<string>, name: string, most: number): number | null {
  const text = fields.text(name, { max: 20 }).replace(',', '.')
  if (text === '') return null
  const value = /^-?\d{1,3}(\.\d{1,8})?$/.test(text) ? Number(text) : Number.NaN
  if (Number.isFinite(value) && Math.abs(value) <= most) return Math.round(value * 1_000_000)
  fields.say(name, { vi: `Ghi độ thập phân, từ -${most} đến ${most}, ví dụ 19,738.`, en: `Decimal degrees between -${most} and ${most}.` })
  return null
}

/** "19,738000; 105,902000"; '' where none was taken. */
export function placeOnEarth(visit: { latitudeE6: number | null; longitudeE6: number | null }): string {
  if (visit.latitudeE6 === null || visit.longitudeE6 === null) return ''
  const words = (value: number) => (value / 1_000_000).toFixed(6).replace('.', ',')
  return `${words(visit.latitudeE6)}; ${words(visit.longitudeE6)}`
}
