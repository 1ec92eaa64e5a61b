// A version being written, one that waits for its second person, and a loaded wording, for the permission matrix.
import { criteriaOf } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { beginRevision, changeForm } from '#/programme/regulation-revision/revision.actions.ts'
import { gazetteFile } from '../src/programme/regulation-revision/revision.fixture.ts'
import { actAs, type World } from '#/testing/world.ts'

/** The fields of the page of a set's form as it opens, under another title. */
export function formFields(world: World, title: string): Record<string, string> {
  const form = formOf(world.services.regulations.current, 9)
  const fields: Record<string, string> = { title, disqualifiers: (form.disqualifiers ?? []).join('\n') }
  for (const [p, part] of form.parts.entries()) {
    fields[`part.${p}.title`] = part.title
    fields[`part.${p}.max`] = String(part.max)
    for (const [g, group] of part.groups.entries()) {
      fields[`group.${p}.${g}.title`] = group.title
      fields[`group.${p}.${g}.max`] = String(group.max)
    }
  }
  return fields
}

/** The fields of the first criterion's page as it opens. */
export function criterionFields(world: World): { code: string; fields: Record<string, string> } {
  const { criterion } = criteriaOf(formOf(world.services.regulations.current, 9))[0]!
  const fields: Record<string, string> = { title: criterion.title, max: String(criterion.max), evidence: '', notes: '' }
  for (const [index, option] of criterion.options.entries()) {
    fields[`option.${index}.text`] = option.text
    fields[`option.${index}.points`] = String(option.points)
    fields[`option.${index}.minStar`] = option.minStar === undefined ? '' : String(option.minStar)
    fields[`option.${index}.place`] = String(index + 1)
  }
  return { code: criterion.code, fields }
}

export async function regulationStates(world: World) {
  const { id: base } = world.services.regulations.current
  const { db } = world.services.database
  const writing = await actAs(world, 'admin', (ctx) => beginRevision(ctx, base))
  await actAs(world, 'admin', (ctx) => changeForm(ctx, writing, 9, 1, formFields(world, 'Bộ đã đính chính')))
  const proposed = await actAs(world, 'admin', (ctx) => beginRevision(ctx, base))
  await actAs(world, 'admin', (ctx) => changeForm(ctx, proposed, 9, 1, formFields(world, 'Bộ chờ xác nhận')))
  // Proposed by somebody else, so that the one administrator of the cast is the second person.
  await db
    .updateTable('regulationRevision')
    .set({
      state: 'proposed',
      proposedBy: world.accounts.seat8,
      proposedByName: 'Người thứ nhất',
      proposedAt: world.services.clock.now(),
      decisionNumber: '12/ĐC-TTg',
      decidedOn: '2026-09-10',
      effectiveFrom: '2026-12-01',
      reason: 'Đính chính.',
    })
    .where('id', '=', proposed)
    .execute()
  const file = gazetteFile(world.services.regulations.current, 9)
  return { revision: { base, writing, proposed, gazette: new File([file.text], file.name, { type: 'application/yaml' }), text: file.text } }
}
