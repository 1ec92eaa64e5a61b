// An inspection after recognition (kiểm tra, giám sát sau công nhận): kinds and states as data, and what is typed. Pure. QĐ 26/2026 Đ9; S0:229-231.
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import { Fields, type Typed, type Words } from '../fields.ts'
import { readAnswers, type CheckAnswer, type Checklist } from './checklist.ts'

export const inspectionKinds = ['periodic', 'adhoc'] as const
export type InspectionKind = (typeof inspectionKinds)[number]
export const inspectionKindWords: Record<InspectionKind, Words> = {
  periodic: { vi: 'Định kỳ', en: 'Periodic' },
  adhoc: { vi: 'Đột xuất', en: 'Ad hoc' },
}

export const sites = ['producer', 'market'] as const
export type Site = (typeof sites)[number]
export const siteWords: Record<Site, Words> = {
  producer: { vi: 'Tại cơ sở của chủ thể', en: 'At the producer' },
  market: { vi: 'Trên thị trường, điểm bán', en: 'On the market' },
}

export const inspectionStates = ['planned', 'recorded', 'signed', 'unsigned', 'cancelled'] as const
export type InspectionState = (typeof inspectionStates)[number]
/** recorded: the record waits for the other side · signed: read and signed · unsigned: refused or left unsigned, with the reason. */
export const inspectionTransitions: Record<InspectionState, readonly InspectionState[]> = {
  planned: ['recorded', 'cancelled'],
  recorded: ['signed', 'unsigned'],
  signed: [],
  unsigned: [],
  cancelled: [],
}
export const inspectionStateWords: Record<InspectionState, Words & { mark: 'todo' | 'info' | 'done' | 'stop' | 'ended' }> = {
  planned: { vi: 'Đã lên lịch', en: 'Planned', mark: 'todo' },
  recorded: { vi: 'Đã lập biên bản, chờ ký', en: 'Recorded, to be signed', mark: 'info' },
  signed: { vi: 'Đã ký biên bản', en: 'Record signed', mark: 'done' },
  unsigned: { vi: 'Không ký biên bản', en: 'Record not signed', mark: 'stop' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled', mark: 'ended' },
}

/** What led to an inspection, kept as text: the noun it names may not know this one. */
export type InspectionSource = { kind: 'report'; id: string }

/** What a link or the API names as the source of an inspection; rubbish is none. */
export function sourceFrom(reportId: unknown): InspectionSource | null {
  return isId(reportId) ? { kind: 'report', id: reportId } : null
}

export type InspectionInput = Typed<
  'kind' | 'site' | 'producer' | 'products' | 'place' | 'commune' | 'plannedOn' | 'reason' | 'planId' | 'lead' | 'others'
>

/** Most products of one inspection, and most people without an account in its team. */
const MOST_LINES = 30

export function readInspection(input: InspectionInput) {
  const fields = new Fields<keyof InspectionInput | 'members'>(input)
  const kind = fields.oneOf('kind', inspectionKinds, { required: true })
  const site = fields.oneOf('site', sites, { required: true })
  const producerText = fields.text('producer', {
    max: 400,
    required: site === 'producer' && { vi: 'Ghi tên chủ thể được kiểm tra.', en: 'Name the producer.' },
  })
  const productTexts = linesOf(fields.text('products', { max: 8000, multiline: true }))
  if (productTexts.length > MOST_LINES)
    fields.say('products', { vi: `Nhiều nhất ${MOST_LINES} sản phẩm một lần.`, en: `At most ${MOST_LINES} products.` })
  const place = fields.text('place', { max: 300, required: { vi: 'Ghi nơi kiểm tra.', en: 'Say where.' } })
  const communeText = fields.text('commune', { max: 200 })
  const plannedOn = fields.date('plannedOn', { required: true })
  const reason = fields.text('reason', {
    max: 1000,
    multiline: true,
    required: kind === 'adhoc' && { vi: 'Ghi lý do kiểm tra đột xuất.', en: 'Say why it is held.' },
  })
  const planId = fields.text('planId', { max: 40 })
  const lead = fields.text('lead', { max: 60, required: { vi: 'Chọn trưởng đoàn.', en: 'Choose who leads.' } })
  const others = linesOf(fields.text('others', { max: 8000, multiline: true }))
  if (others.length > MOST_LINES) fields.say('others', { vi: `Nhiều nhất ${MOST_LINES} người.`, en: `At most ${MOST_LINES} people.` })
  return {
    fields,
    producerText,
    productTexts,
    place,
    communeText,
    reason,
    planId: isId(planId) ? planId : null,
    planWrong: planId !== '' && !isId(planId),
    lead,
    others: others.map(personOf),
    read: () => fields.done({ kind, site, plannedOn }),
  }
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]

/** "Lê Văn Ba; Trưởng phòng; Sở Công Thương": the name, and the rest as the post. */
function personOf(line: string): { name: string; post: string } {
  const [name = '', ...rest] = line.split(';').map((part) => part.trim())
  return { name, post: rest.filter((part) => part !== '').join(', ') }
}

export type InspectionRecord = {
  doneOn: PlainDate
  metBy: string
  findings: string
  conclusion: string
  answers: CheckAnswer[]
}

/** The record, from a form. `plannedOn` may be late or early; what was done lies not in the future. */
export function readRecord(input: Readonly<Record<string, unknown>>, list: Checklist, today: PlainDate): InspectionRecord {
  const fields = new Fields<string>(input)
  const doneOn = fields.date('doneOn', { required: true, notAfter: today })
  const metBy = fields.text('metBy', {
    max: 300,
    required: { vi: 'Ghi người đại diện nơi được kiểm tra.', en: 'Say who represented the other side.' },
  })
  const findings = fields.text('findings', { max: 5000, required: true, multiline: true })
  const conclusion = fields.text('conclusion', { max: 2000, required: true, multiline: true })
  const answers = readAnswers(fields, list)
  return { ...fields.done({ doneOn }), metBy, findings, conclusion, answers }
}
