// A call for reports as typed: what, which period, data to which day, sent before which day, by whom.
import { addDays } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import { formatDate } from '#/platform/text/format.ts'
import { Fields } from '../fields.ts'
import { lastDayBefore } from './report.ts'

export type Asked = { desks: boolean; communes: boolean; bodies: string[] }

export type CallInput = Readonly<Record<string, unknown>>

export type ReadCall = {
  title: string
  periodFrom: string
  periodTo: string
  cutOffOn: string
  beforeOn: string
  partsBeforeOn: string | null
  dueOn: string
  partsDueOn: string | null
  source: string
  /** The plan whose targets stand beside the figures. */
  planFamilyId: string | null
  asked: Asked
}

/**
 * Reads a call; due days are reckoned here, once, and stored. Throws `invalid` by field. Interpretation: the data end within the period and
 * not after the last day in time: what has not happened yet is an estimate. The parts are due no later than the whole.
 */
export function readCall(input: CallInput, reading: 'exclusive' | 'inclusive'): ReadCall {
  const fields = new Fields<
    | 'title'
    | 'periodFrom'
    | 'periodTo'
    | 'cutOffOn'
    | 'beforeOn'
    | 'partsBeforeOn'
    | 'source'
    | 'planFamilyId'
    | 'desks'
    | 'communes'
    | 'bodies'
  >(input)
  const title = fields.text('title', { max: 200, required: { vi: 'Ghi tên đợt báo cáo.', en: 'Name the call.' } })
  const periodFrom = fields.date('periodFrom', { required: true })
  const periodTo = fields.date('periodTo', { required: true })
  const cutOffOn = fields.date('cutOffOn', { required: true })
  const beforeOn = fields.date('beforeOn', { required: true })
  const partsBeforeOn = fields.date('partsBeforeOn')
  const source = fields.text('source', { max: 300 })
  const planFamilyId = fields.text('planFamilyId', { max: 40 }) || null
  if (periodFrom && periodTo && periodTo < periodFrom)
    fields.say('periodTo', { vi: 'Ngày cuối kỳ phải sau ngày đầu kỳ.', en: 'The period ends after it begins.' })
  if (periodFrom && periodTo && periodTo > addDays(periodFrom, 366 * 10))
    fields.say('periodTo', { vi: 'Kỳ báo cáo dài nhất 10 năm.', en: 'A period is at most ten years.' })
  if (cutOffOn && periodFrom && periodTo && (cutOffOn < periodFrom || cutOffOn > periodTo))
    fields.say('cutOffOn', {
      vi: `Ngày chốt số liệu nằm trong kỳ, từ ${formatDate(periodFrom)} đến ${formatDate(periodTo)}.`,
      en: 'The data end on a day of the period.',
    })
  const dueOn = beforeOn && lastDayBefore(beforeOn, reading)
  const partsDueOn = partsBeforeOn && lastDayBefore(partsBeforeOn, reading)
  if (dueOn && cutOffOn && dueOn < cutOffOn)
    fields.say('beforeOn', { vi: 'Hạn gửi phải sau ngày chốt số liệu.', en: 'The report is due after the data end.' })
  if (dueOn && partsDueOn && partsDueOn > dueOn)
    fields.say('partsBeforeOn', {
      vi: 'Đơn vị cấp dưới gửi trước hoặc cùng hạn của báo cáo chung.',
      en: 'The parts are due no later than the whole.',
    })
  if (partsDueOn && cutOffOn && partsDueOn < cutOffOn)
    fields.say('partsBeforeOn', { vi: 'Hạn gửi phải sau ngày chốt số liệu.', en: 'The report is due after the data end.' })
  const bodies = [input['bodies']].flat().filter((one): one is string => isId(one))
  const read = fields.done({ title, periodFrom, periodTo, cutOffOn, beforeOn, dueOn })
  const asked = { desks: input['desks'] === '1', communes: input['communes'] === '1', bodies: [...new Set(bodies)].slice(0, 200) }
  return { ...read, partsBeforeOn, partsDueOn, source, planFamilyId, asked }
}
