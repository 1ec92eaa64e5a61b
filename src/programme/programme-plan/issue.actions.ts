// A plan signed: number, day, signer, the paper; the revision before it is replaced. A number may come later, for a plan of old times.
import type { Db, Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { documentNumber } from '#/platform/documents/vietnamese.ts'
import { readIssuing, type Issuing, type IssuingForm } from '../certificate/decision-input.ts'
import { numberFor } from '../certificate/paper-number.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { Fields } from '../fields.ts'
import { bodiesOf, type Body } from '../people/bodies.store.ts'
import { keepersOf, tellOfPlan } from './plan.actions.ts'
import { movePlan, planToChange, savePlan } from './plan.save.ts'
import { partsOf, type StoredParts } from './part.store.ts'
import type { PlanRecord } from './plan.store.ts'
import { relatedPlans } from './related.store.ts'
import { renderPlan } from './programme-plan.paper.ts'

/** What follows the number of a plan of a people's committee; also the kind of its number series. */
export const PLAN_SYMBOL = 'KH-UBND'

/** `numberKind` `later`: the number is not known yet and is entered by hand afterwards. */
export const NUMBER_LATER = 'later'

/** Who puts its name and number on a plan: the committee of the desk or of the commune. Null where nobody set it up. */
export async function issuerOf(db: Db | Tx, plan: Pick<PlanRecord, 'authority' | 'provinceCode' | 'communeCode'>): Promise<Body | null> {
  if (plan.communeCode === null) return (await bodiesOf(db, plan.authority)).committee
  const body = await db
    .selectFrom('body')
    .select(['id', 'name', 'shortName', 'kind'])
    .where('provinceCode', '=', plan.provinceCode)
    .where('kind', '=', 'communeCommittee')
    .where('unitCode', '=', plan.communeCode)
    .where('validTo', 'is', null)
    .executeTakeFirst()
  return body ?? null
}

export type Issued = { plan: PlanRecord; parts: StoredParts; replaced: string | null; issuedOn: PlainDate; documentId: string }

/** Issues a submitted plan. The tasks' works are made by the caller (task/issue.actions.ts), in the same transaction. */
export async function issueRevision(ctx: Ctx, planId: string, form: IssuingForm): Promise<Issued> {
  const plan = await planToChange(ctx, planId, 'issue', (rights) => rights.issue)
  const later = form.numberKind === NUMBER_LATER
  const issuing = readIssuing(later ? { ...form, numberKind: 'next' } : form, plainDateOf(ctx.now), '1990-01-01')
  const issuer = await issuerOf(ctx.tx, plan)
  if (!issuer) throw new AppError('programmePlan.noIssuer')
  const number = later ? null : await numberFor(ctx, issuer.id, PLAN_SYMBOL, issuing.issuedOn, issuing.number)
  const parts = await partsOf(ctx.tx, plan.id)
  const documentId = await storePlan(ctx, plan, parts, issuer, { issuing, bare: number?.bare ?? null, entryId: number?.entryId ?? null })
  const replaced = await ctx.tx
    .updateTable('programmePlan')
    .set({ state: 'replaced', updatedAt: ctx.now })
    .where('familyId', '=', plan.familyId)
    .where('state', '=', 'issued')
    .returning('id')
    .executeTakeFirst()
  const { issuedOn, signerName, signerPost } = issuing
  const set = {
    number: number?.printed ?? null,
    numberEntryId: number?.entryId ?? null,
    issuedOn,
    signerName,
    signerPost: signerPost.join('\n'),
    documentId,
  }
  await movePlan(ctx, plan, 'issued', 'programmePlan.issued', { set, payload: { number: set.number, issuedOn } })
  await tellOfPlan(ctx, plan, await keepersOf(ctx, plan), 'programmePlan.issued', { number: set.number ?? 'chưa ghi số' })
  return { plan, parts, replaced: replaced?.id ?? null, issuedOn, documentId }
}

async function storePlan(
  ctx: Ctx,
  plan: PlanRecord,
  parts: StoredParts,
  issuer: Body,
  given: { issuing: Issuing; bare: string | null; entryId: string | null; printed?: string; corrects?: string | null },
): Promise<string> {
  const { issuing, bare, entryId, printed, corrects } = given
  const { parent } = await relatedPlans(ctx.tx, ctx.actor, plan)
  const file = renderPlan({
    createdAt: ctx.now.toISOString(),
    demo: plan.demo,
    issuer,
    symbol: PLAN_SYMBOL,
    number: bare,
    printed,
    issuing,
    plan,
    parts,
    parent,
  })
  return storeDocument(ctx, {
    authority: plan.authority,
    bodyId: issuer.id,
    kind: 'programmePlan',
    subjectKind: 'programmePlan',
    subjectId: plan.familyId,
    title: plan.title,
    numberEntryId: entryId,
    number: printed ?? (bare === null ? null : documentNumber(bare, PLAN_SYMBOL)),
    issuedOn: issuing.issuedOn,
    signer: issuing.signerName,
    correctsId: corrects ?? null,
    file,
  })
}

/** Enters the number of an issued plan that has none ("62/KH-UBND"); a paper with the number takes the place of the one without. */
export async function numberPlan(ctx: Ctx, planId: string, input: { number?: unknown }): Promise<void> {
  const plan = await planToChange(ctx, planId, 'run', (rights) => rights.writes)
  if (plan.number !== null || plan.issuedOn === null) throw new AppError('stateConflict', { state: 'đã có số' })
  const fields = new Fields<'number'>(input)
  const number = fields.text('number', { max: 40, required: true })
  if (number !== '' && !/^\d{1,6}[a-zđ]{0,3}\/[\p{L}\d&-]+$/iu.test(number))
    fields.say('number', { vi: 'Ghi số và ký hiệu, ví dụ 62/KH-UBND.', en: 'Number and symbol, such as 62/KH-UBND.' })
  fields.done()
  const issuer = await issuerOf(ctx.tx, plan)
  if (!issuer) throw new AppError('programmePlan.noIssuer')
  const issuing: Issuing = {
    number: { kind: 'next' },
    issuedOn: plan.issuedOn,
    signerName: plan.signerName ?? '',
    signerPost: (plan.signerPost ?? '').split('\n'),
  }
  const parts = await partsOf(ctx.tx, plan.id)
  const documentId = await storePlan(ctx, plan, parts, issuer, {
    issuing,
    bare: null,
    entryId: null,
    printed: number,
    corrects: plan.documentId,
  })
  await savePlan(ctx, plan, { number, documentId }, 'programmePlan.numbered', { number })
}
