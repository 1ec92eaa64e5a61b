// From step 4 to step 5: a dossier opened from a plan with what the person confirmed; a product that failed, registered again (seed 003, line 81).
import { json } from '#/platform/database/json.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { saveRegistration, saveReport, startDossier } from '../dossier/dossier.actions.ts'
import { reportSections } from '../dossier/report.fields.ts'
import type { DossierState } from '../dossier/dossier.workflow.ts'
import { ownsProducer } from '../people/actor.ts'
import { addProduct } from '../product/product.actions.ts'
import { found, must, mustSee } from '../refuse.ts'
import { insertIdea } from './idea.actions.ts'
import { planToChange } from './idea.load.ts'
import type { IdeaFields, IdeaKind, Priority } from './idea.ts'
import { fieldsOf, planFor, type PlanFile } from './plan.load.ts'
import { prefillOf, type Prefill } from './prefill.ts'
import { mayComeBack } from './return.ts'

export type StartInput = {
  /** Names of the fields the person confirmed; every other stays empty in the dossier. */
  taken?: readonly unknown[] | undefined
  /** What stands in the confirmed fields, when the person changed it. */
  values?: Readonly<Record<string, unknown>> | undefined
}

/** The fields a dossier opened now could take over. The caller has judged that the plan may be seen. */
export async function prefillFor(db: Db | Tx, file: PlanFile, now: Date): Promise<Prefill[]> {
  const producer = await db
    .selectFrom('producer')
    .select(['headName', 'phone'])
    .where('id', '=', file.plan.producerId)
    .executeTakeFirstOrThrow()
  return prefillOf({
    plan: { ...fieldsOf(file.plan, file), approvalNumber: file.plan.approvalNumber },
    milestones: file.milestones,
    reports: file.reports,
    producer,
    year: Number(plainDateOf(now).slice(0, 4)),
  })
}

/**
 * Opens the dossier of an approved plan: the product is described from the idea where it is new, the dossier opened by the usual verb, and
 * the confirmed fields of mẫu 01 and 02 saved by the usual verbs. What was taken over, and what the person changed, is kept beside it.
 */
export async function startDossierFromPlan(ctx: Ctx, planId: string, input: StartInput): Promise<string> {
  await planToChange(ctx, planId, 'owner', 'startDossier')
  const file = await planFor(ctx.tx, ctx.actor, planId)
  const proposed = await prefillFor(ctx.tx, file, ctx.now)
  const taken = proposed.filter((field) => input.taken?.includes(field.name))
  if ((input.taken ?? []).some((name) => !proposed.some((field) => field.name === name)))
    throw new AppError(
      'invalid',
      {},
      { taken: { vi: 'Có ô không nằm trong danh sách điền sẵn.', en: 'One of the fields is not offered.' } },
    )
  const values = new Map(taken.map((field) => [field.name, input.values?.[field.name] ?? field.value]))
  const idea = await ctx.tx.selectFrom('idea').selectAll().where('id', '=', file.plan.ideaId).forUpdate().executeTakeFirstOrThrow()
  const productId =
    idea.productId ??
    (await addProduct(ctx, idea.producerId, {
      name: idea.name,
      description: idea.content,
      setNo: idea.setNo === null ? '' : String(idea.setNo),
    }))
  if (idea.productId === null) await ctx.tx.updateTable('idea').set({ productId }).where('id', '=', idea.id).execute()
  const dossierId = await startDossier(ctx, productId)
  const inTarget = (target: Prefill['target']) =>
    Object.fromEntries(taken.filter((field) => field.target === target).map((field) => [field.name, values.get(field.name)]))
  let version = (await ctx.tx.selectFrom('dossier').select('version').where('id', '=', dossierId).executeTakeFirstOrThrow()).version
  const registration = inTarget('registration')
  if (Object.keys(registration).length > 0) version = await saveRegistration(ctx, dossierId, registration, version)
  for (const section of reportSections) {
    const report = inTarget(section)
    if (Object.keys(report).length > 0) version = await saveReport(ctx, dossierId, section, report, version)
  }
  const origin = Object.fromEntries(
    taken.map((field) => [field.name, { from: field.from.vi, changed: String(values.get(field.name)) !== field.value }]),
  )
  await ctx.tx
    .insertInto('dossierOrigin')
    .values({ dossierId, ideaId: idea.id, planId, earlierDossierId: idea.earlierDossierId, taken: json(origin), createdAt: ctx.now })
    .execute()
  await audit(ctx, {
    verb: 'dossier.startedFromPlan',
    subjectKind: 'businessPlan',
    subjectId: planId,
    authority: idea.provinceCode,
    dossierId,
    payload: { ideaId: idea.id, taken: origin },
  })
  return dossierId
}

/** A dossier of one's own whose product may come back, locked with its product. */
async function failedDossier(ctx: Ctx, dossierId: string) {
  const dossier = found(
    isId(dossierId) ? await ctx.tx.selectFrom('dossier').selectAll().where('id', '=', dossierId).forUpdate().executeTakeFirst() : null,
  )
  mustSee(ownsProducer(ctx.actor, dossier.producerId))
  must(mayComeBack(dossier.state as DossierState))
  return dossier
}

/** Opens the next dossier of a product that failed, linked to the earlier one. Refusals are those of opening any dossier. */
export async function reopenAfter(ctx: Ctx, earlierDossierId: string): Promise<string> {
  const earlier = await failedDossier(ctx, earlierDossierId)
  const dossierId = await startDossier(ctx, earlier.productId)
  await ctx.tx
    .insertInto('dossierOrigin')
    .values({ dossierId, earlierDossierId, taken: json({}), createdAt: ctx.now })
    .execute()
  await audit(ctx, {
    verb: 'dossier.reopened',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: earlier.provinceCode,
    dossierId,
    payload: { earlierDossierId },
  })
  return dossierId
}

/**
 * Registers a product that failed again as an idea, with what is known of it; linked to the earlier dossier. Pressed again while that idea
 * is alive it gives the same one.
 */
export async function registerAgain(ctx: Ctx, earlierDossierId: string): Promise<string> {
  const earlier = await failedDossier(ctx, earlierDossierId)
  const known = await ctx.tx
    .selectFrom('idea')
    .select('id')
    .where('earlierDossierId', '=', earlierDossierId)
    .where('state', 'not in', ['withdrawn', 'notSelected'])
    .executeTakeFirst()
  if (known) return known.id
  const product = await ctx.tx.selectFrom('product').selectAll().where('id', '=', earlier.productId).executeTakeFirstOrThrow()
  const before = await ctx.tx
    .selectFrom('idea')
    .selectAll()
    .where('productId', '=', product.id)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const fields: IdeaFields = {
    kind: 'existing' satisfies IdeaKind,
    productId: product.id,
    name: product.name,
    setNo: product.setNo,
    content: before?.content || product.description,
    materials: before?.materials ?? '',
    labour: before?.labour ?? '',
    market: before?.market ?? '',
    workersTotal: before?.workersTotal ?? null,
    workersLocal: before?.workersLocal ?? null,
    investment: before?.investment ?? null,
    priorities: (before?.priorities ?? []) as Priority[],
  }
  return insertIdea(ctx, earlier.producerId, fields, earlierDossierId)
}
