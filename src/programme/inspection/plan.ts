// A plan of inspections for a year or another period (kế hoạch kiểm tra). Pure.
import { isId } from '#/platform/database/id.ts'
import { Fields, type Typed, type Words } from '../fields.ts'

export const planStates = ['draft', 'issued', 'cancelled'] as const
export type InspectionPlanState = (typeof planStates)[number]
export const planStateWords: Record<InspectionPlanState, Words & { mark: 'todo' | 'done' | 'ended' }> = {
  draft: { vi: 'Dự thảo', en: 'Draft', mark: 'todo' },
  issued: { vi: 'Đã ban hành', en: 'Issued', mark: 'done' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled', mark: 'ended' },
}

export type InspectionPlanInput = Typed<'title' | 'fromOn' | 'toOn' | 'wanted' | 'leadBodyId' | 'content'>

export function readInspectionPlan(input: InspectionPlanInput) {
  const fields = new Fields<keyof InspectionPlanInput | 'bodies'>(input)
  const title = fields.text('title', { max: 300, required: { vi: 'Ghi tên kế hoạch.', en: 'Name the plan.' } })
  const fromOn = fields.date('fromOn', { required: true })
  const toOn = fields.date('toOn', { required: true })
  if (fromOn !== null && toOn !== null && toOn < fromOn)
    fields.say('toOn', { vi: 'Ngày kết thúc không trước ngày bắt đầu.', en: 'It ends on or after its first day.' })
  const wanted = fields.integer('wanted', { min: 1, max: 5000, required: true })
  const leadBodyId = fields.text('leadBodyId', { max: 40, required: { vi: 'Chọn cơ quan chủ trì.', en: 'Choose the lead body.' } })
  const content = fields.text('content', { max: 4000, multiline: true })
  return {
    fields,
    title,
    content,
    leadBodyId: isId(leadBodyId) ? leadBodyId : null,
    read: () => fields.done({ fromOn, toOn, wanted }),
  }
}
