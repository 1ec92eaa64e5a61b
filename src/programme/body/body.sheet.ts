// Bodies of a desk from a sheet: known by their name, new ones added, short names and kinds corrected.
import { fold } from '#/platform/text/fold.ts'
import { must, mustSee } from '../refuse.ts'
import { readCells, type RowRead, type SheetKind } from '../sheet/sheet.ts'
import { bodyKindWords, bodyRights, partnerKinds, readBody, type BodyInput, type BodyKind, type PartnerKind } from './body.ts'
import { bodiesByName, changeBodies, holdBodies, insertBodies } from './body.store.ts'

type Known = Awaited<ReturnType<typeof bodiesByName>>
type Values = BodyInput & { id: string | null }

/** What offices write for a kind: its words, or the plain word of everyday. */
const kindsTyped = new Map<string, PartnerKind>([
  ...partnerKinds.flatMap((kind) => [bodyKindWords[kind].vi, bodyKindWords[kind].en, kind].map((word) => [fold(word), kind] as const)),
  ...(['sở', 'ban', 'ngành', 'phòng', 'đài', 'trung tâm'] as const).map((word) => [fold(word), 'department'] as const),
  ...(['hội', 'đoàn thể', 'liên minh'] as const).map((word) => [fold(word), 'association'] as const),
  [fold('tư vấn'), 'consultant'],
  [fold('khác'), 'other'],
])

const kindList = partnerKinds.map((kind) => bodyKindWords[kind].vi).join('; ')

export const bodySheet: SheetKind<Values, Known> = {
  kind: 'co-quan',
  title: { vi: 'Cơ quan, đơn vị', en: 'Bodies' },
  lead: {
    vi: 'Sở, phòng, hội và đơn vị có phần việc trong Chương trình. Cơ quan đã có (trùng tên) được cập nhật tên viết tắt và loại.',
    en: 'Departments, associations and others with a part in the programme. One that is there by its name gets its short name and kind.',
  },
  columns: [
    {
      key: 'name',
      title: { vi: 'Tên cơ quan, đơn vị', en: 'Name' },
      aliases: ['Tên', 'Cơ quan', 'Đơn vị', 'Cơ quan, đơn vị', 'Tên đơn vị', 'Tên cơ quan'],
      required: true,
      example: 'Sở Công Thương',
    },
    { key: 'shortName', title: { vi: 'Tên viết tắt', en: 'Short name' }, aliases: ['Viết tắt'], required: true, example: 'SCT' },
    {
      key: 'kind',
      title: { vi: 'Loại', en: 'Kind' },
      aliases: ['Loại cơ quan', 'Loại đơn vị'],
      required: true,
      example: bodyKindWords.department.vi,
      hint: { vi: kindList, en: partnerKinds.map((kind) => bodyKindWords[kind].en).join('; ') },
    },
  ],

  async rights(_db, actor) {
    const rights = bodyRights(actor, actor.authority)
    mustSee(rights.see)
    must(rights.keep)
    return actor.authority
  },

  home: () => '/co-quan',

  hold: (tx, authority) => holdBodies(tx, authority),

  prepare: (db, actor) => bodiesByName(db, actor.authority),

  readRow(cells, known): RowRead<Values> {
    const kind = kindsTyped.get(fold(cells['kind'] ?? ''))
    const read = readCells(cells, (fields) => {
      if (kind === undefined)
        fields.say('kind', { vi: `Không có loại này. Chọn một trong: ${kindList}.`, en: `No such kind. One of: ${kindList}.` })
      return readBody({ name: cells['name'], shortName: cells['shortName'], kind: kind ?? 'other' })
    })
    if (!read.ok) return read
    const { values: body } = read
    const there = known.get(fold(body.name))
    if (there && !isPartner(there.kind)) return { ok: false, reasons: [{ column: 'name', ...setUpApart(there.kind) }] }
    const same = there !== undefined && there.shortName === body.shortName && there.kind === body.kind
    return {
      ok: true,
      key: fold(body.name),
      label: body.name,
      values: { ...body, id: there?.id ?? null },
      outcome: same ? 'unchanged' : there ? 'changed' : 'new',
    }
  },

  async save(ctx, _subjectId, rows) {
    const { provinceCode, authority } = ctx.actor
    const made = rows.filter(({ values }) => values.id === null).map(({ values }) => values)
    const ids = await insertBodies(ctx.tx, { provinceCode, authority, now: ctx.now }, made)
    const idOf = new Map(made.map((values, index) => [values, ids[index] ?? '']))
    await changeBodies(
      ctx.tx,
      rows.flatMap(({ values: { id, ...body } }) => (id === null ? [] : [{ id, ...body }])),
    )
    return rows.map(({ values }) => values.id ?? idOf.get(values) ?? '')
  },
}

function isPartner(kind: BodyKind): kind is PartnerKind {
  return (partnerKinds as readonly BodyKind[]).includes(kind)
}

function setUpApart(kind: BodyKind) {
  return {
    vi: `Tên này là của một ${bodyKindWords[kind].vi}: lập cùng cấp của nó, không sửa bằng bảng.`,
    en: `This is the name of a ${bodyKindWords[kind].en}: set up with its level, not changed by a sheet.`,
  }
}
