// A plan file into the program: as a draft of its desk, once; a changed file makes a new draft, never touches what was issued.
import { createHash } from 'node:crypto'
import { json } from '#/platform/database/json.ts'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { provinceOf } from '../people/authority.ts'
import { must } from '../refuse.ts'
import { settingOf } from '../setting.ts'
import { eraOf } from '../units/units.ts'
import { planOf } from './plan-file.ts'
import type { PlanFile } from './plan-file.schema.ts'
import { deleteParts, insertParts, linkBodies, logPlan, savePlan } from './plan.save.ts'
import { beforeDay } from './plan.settings.ts'
import { writesPlansFor } from './plan.policy.ts'
import { planFor } from './plan.store.ts'
import { linkProducts } from './product.link.ts'

export type Loaded = { planId: string; outcome: 'new' | 'changed' | 'revision' | 'unchanged' }

/**
 * Loads a plan as a draft of the actor's desk. The same file again changes nothing; a changed file rewrites the open draft, or begins a new
 * revision where the plan was issued. A draft somebody has edited since is not written over: `plan.editedSince`.
 */
export async function loadPlan(ctx: Ctx, file: PlanFile): Promise<Loaded> {
  const owner = writesPlansFor(ctx.actor)
  must(owner !== null && owner.communeCode === null)
  const { authority } = owner
  const source = `${file.id}:${createHash('sha256').update(JSON.stringify(file)).digest('hex').slice(0, 16)}`
  // Two loads at once: the second waits and finds the first one's draft.
  await ctx.tx.selectFrom('body').select('id').where('authority', '=', authority).orderBy('id').limit(1).forUpdate().execute()
  const known = await ctx.tx
    .selectFrom('programmePlan')
    .select(['id', 'familyId', 'revision', 'state', 'source', 'version'])
    .where('authority', '=', authority)
    .where('source', 'like', `${file.id}:%`)
    .where('state', 'not in', ['replaced', 'cancelled'])
    .orderBy('revision', 'desc')
    .execute()
  const [newest] = known
  if (newest?.source === source) return { planId: newest.id, outcome: 'unchanged' }
  const beforeCounts = (await settingOf(ctx.tx, authority, beforeDay)) === 'inclusive'
  const { head, parts } = planOf(file, beforeCounts)
  const linked = {
    ...parts,
    tasks: await linkBodies(ctx.tx, authority, parts.tasks),
    products: await linkProducts(ctx.tx, { authority, provinceCode: provinceOf(authority), unitEra: eraOf(file.from) }, parts.products),
  }
  const set = { title: head.title, kind: head.kind, startsOn: head.startsOn, endsOn: head.endsOn, content: json(head.content), source }
  const signer = { signerName: file.signer.name, signerPost: file.signer.post.join('\n') }

  if (newest && newest.state !== 'issued') {
    const { plan } = await planFor(ctx.tx, ctx.actor, newest.id, true)
    if (plan.state !== 'draft' || plan.version > 1) throw new AppError('programmePlan.editedSince')
    await deleteParts(ctx.tx, plan.id)
    await insertParts(ctx.tx, plan.id, linked)
    // A draft that only files have written stays at version 1: the next file may write it again.
    await savePlan(ctx, { ...plan, version: 0 }, { ...set, ...signer }, 'programmePlan.loaded', { file: file.id })
    return { planId: plan.id, outcome: 'changed' }
  }
  const id = newId()
  const revision = (newest?.revision ?? 0) + 1
  const familyId = newest?.familyId ?? newId()
  await ctx.tx
    .insertInto('programmePlan')
    .values({
      id,
      familyId,
      revision,
      provinceCode: provinceOf(authority),
      authority,
      unitEra: eraOf(file.from),
      ...set,
      ...signer,
      state: 'draft',
      changeReason: newest ? 'Tệp kế hoạch đã thay đổi' : '',
      demo: ctx.config.demo,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute()
  await insertParts(ctx.tx, id, linked)
  await logPlan(ctx, { familyId, revision, authority }, 'programmePlan.loaded', { file: file.id })
  return { planId: id, outcome: newest ? 'revision' : 'new' }
}
