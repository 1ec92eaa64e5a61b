// What a council is set up for: its pack, its size where the decision leaves it open, the bodies that must be seated, the chair handed on.
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { levelOf as levelRule } from '#/regulation/levels.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields } from '../fields.ts'
import { levelOf } from '../people/authority.ts'
import { councilForUpdate } from './council.guard.ts'
import { isDepartment, type CouncilComposition } from './composition.ts'

/** Sizes empty = the pack's; `mandatory` absent or empty = the pack's list. */
export type CompositionInput = { regulationId: unknown; sizeMin: unknown; sizeMax: unknown; mandatory: unknown; chairDelegation: unknown }

/**
 * Sets what the law leaves to the council. A size the decision fixes (148: 9–11, seed R15) cannot be changed here. Interpretation (seed X01,
 * R57): the list of bodies and an open size belong to the desk, because the plans of one law name different ones. Returns the new version.
 */
export async function setComposition(ctx: Ctx, councilId: string, input: CompositionInput, version: number): Promise<number> {
  const council = await councilForUpdate(ctx, councilId)
  if (council.version !== version) throw new AppError('versionConflict')
  const level = levelOf(council.authority)
  const form = new Fields(input)
  const packs = ctx.regulations.packs.filter((pack) => levelRule(pack, level)?.role === 'assessment')
  const regulationId = form.oneOf(
    'regulationId',
    packs.map((pack) => pack.id),
    { required: true },
  )
  const pack = packs.find((entry) => entry.id === regulationId)
  const fixed = pack ? levelRule(pack, level)?.council?.size?.setBy === 'decision' : false
  const min = sizeOf(form, 'sizeMin')
  const max = sizeOf(form, 'sizeMax')
  if (fixed && (min !== null || max !== null))
    form.say('sizeMin', {
      vi: 'Số thành viên do Quyết định quy định, để trống ô này.',
      en: 'The decision sets the size; leave this empty.',
    })
  else if ((min === null) !== (max === null) || (min !== null && max !== null && min > max))
    form.say('sizeMax', { vi: 'Ghi cả hai số, số sau không nhỏ hơn số trước.', en: 'Give both numbers, the second not below the first.' })
  const given = (Array.isArray(input.mandatory) ? input.mandatory : [input.mandatory]).filter(
    (value) => value !== undefined && value !== null && value !== '',
  )
  const mandatory = given.filter(isDepartment)
  if (mandatory.length !== given.length) form.say('mandatory', { vi: 'Chọn lĩnh vực trong danh sách.', en: 'Choose fields from the list.' })
  const chairDelegation = form.text('chairDelegation', { max: 300 })
  if (chairDelegation !== '' && pack && levelRule(pack, level)?.council?.chair.mayDelegate !== true)
    form.say('chairDelegation', {
      vi: 'Quyết định này không cho ủy quyền Chủ tịch Hội đồng.',
      en: 'This decision lets nobody hand the chair on.',
    })
  form.done()
  const composition: CouncilComposition = {
    ...(min !== null && max !== null ? { size: { min, max } } : {}),
    ...(mandatory.length > 0 ? { mandatory } : {}),
    ...(chairDelegation === '' ? {} : { chairDelegation }),
  }
  await ctx.tx
    .updateTable('council')
    .set({ regulationId, composition: json(composition), version: version + 1 })
    .where('id', '=', councilId)
    .execute()
  await audit(ctx, {
    verb: 'council.compositionSet',
    subjectKind: 'council',
    subjectId: councilId,
    authority: council.authority,
    payload: { regulationId, before: council.composition, after: composition },
  })
  return version + 1
}

function sizeOf(form: Fields<keyof CompositionInput>, name: 'sizeMin' | 'sizeMax'): number | null {
  const text = form.text(name, { max: 3 })
  if (text === '') return null
  const size = /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (size < 3 || size > 50) form.say(name, { vi: 'Nhập số nguyên từ 3 đến 50.', en: 'A whole number from 3 to 50.' })
  return size
}
