// Bodies of the programme: who decides, who keeps the work, and everybody who has a part in it. Pure.
import { Fields, type Words } from '../fields.ts'
import { bodiesOf, serves, type Actor } from '../people/actor.ts'

export const bodyKinds = [
  'provinceCommittee',
  'districtCommittee',
  'ministry',
  'ocopOffice',
  'department',
  'communeCommittee',
  'association',
  'laboratory',
  'consultant',
  'other',
] as const
export type BodyKind = (typeof bodyKinds)[number]

/** Bodies a desk may have any number of. The others stand at its head or over a commune and are set up with it. */
export const partnerKinds = ['department', 'association', 'laboratory', 'consultant', 'other'] as const satisfies readonly BodyKind[]
export type PartnerKind = (typeof partnerKinds)[number]

export const bodyKindWords: Record<BodyKind, Words> = {
  provinceCommittee: { vi: 'UBND cấp tỉnh', en: 'Provincial committee' },
  districtCommittee: { vi: 'UBND cấp huyện', en: 'District committee' },
  ministry: { vi: 'Bộ', en: 'Ministry' },
  ocopOffice: { vi: 'Cơ quan giữ việc OCOP', en: 'OCOP office' },
  department: { vi: 'Sở, ban, ngành, phòng', en: 'Department' },
  communeCommittee: { vi: 'UBND cấp xã', en: 'Commune committee' },
  association: { vi: 'Hội, đoàn thể, liên minh', en: 'Association or union' },
  laboratory: { vi: 'Phòng thử nghiệm', en: 'Laboratory' },
  consultant: { vi: 'Đơn vị tư vấn', en: 'Consultant' },
  other: { vi: 'Cơ quan, đơn vị khác', en: 'Other body' },
}

/** Rights over the bodies of a desk: its office and administrator keep the register, those beside them read it; a body's officer reads the own body. */
export function bodyRights(actor: Actor | null, authority: string, bodyId?: string): { see: boolean; keep: boolean } {
  const keep = serves(actor, authority, 'office', 'admin')
  const own = actor !== null && bodyId !== undefined && bodiesOf(actor).includes(bodyId)
  return { see: keep || own || serves(actor, authority, 'leader', 'clerk', 'advisor'), keep }
}

export type BodyInput = { name: string; shortName: string; kind: PartnerKind }

/** Name, short name and kind as typed. Throws `invalid` by field. */
export function readBody(input: { readonly [name in keyof BodyInput]?: unknown }): BodyInput {
  const fields = new Fields(input)
  const name = fields.text('name', { max: 200, required: { vi: 'Ghi tên cơ quan, đơn vị.', en: 'Write the name of the body.' } })
  const shortName = fields.text('shortName', { max: 60, required: { vi: 'Ghi tên viết tắt.', en: 'Write the short name.' } })
  return fields.done({
    name,
    shortName,
    kind: fields.oneOf('kind', partnerKinds, { required: { vi: 'Chọn loại cơ quan, đơn vị.', en: 'Choose the kind of body.' } }),
  })
}
