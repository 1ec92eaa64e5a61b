// A business plan (step 3): the producer writes and sends it, the office takes it in, sends it back item by item, or approves it by number.
import { newId } from '#/platform/database/id.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { issuingBodies } from '../certificate/decision.actions.ts'
import { readIssuing, type IssuingForm } from '../certificate/decision-input.ts'
import { numberFor } from '../certificate/paper-number.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { collect, Fields, mustBeVersion, readReason, type Problems } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { ideaToChange, logPlan, movePlan, planToChange, type PlanRecord } from './idea.load.ts'
import { fieldsOf, planRows } from './plan.load.ts'
import { missingInPlan, partWords, planParts, readPlan, type PlanFields, type PlanInput, type PlanPart } from './plan.ts'
import { renderPlanApproval } from './plan-approval.paper.ts'

/** Symbol of the notice of approval; also the kind of its number series. */
export const APPROVAL_SYMBOL = 'TB-VPĐP'

/**
 * Begins the plan of a selected idea, with what the idea already says: nothing is typed twice. Pressed again it gives the same plan.
 * Interpretation: only after the list has gone up; until then the selection may still change.
 */
export async function startPlan(ctx: Ctx, ideaId: string): Promise<string> {
  const idea = await ideaToChange(ctx, ideaId, 'owner', 'owner')
  if (idea.state !== 'selected' || idea.listedCallId === null) throw new AppError('idea.notSelected')
  const known = await ctx.tx.selectFrom('businessPlan').select('id').where('ideaId', '=', ideaId).executeTakeFirst()
  if (known) return known.id
  const id = newId()
  await ctx.tx
    .insertInto('businessPlan')
    .values({
      id,
      ideaId,
      provinceCode: idea.provinceCode,
      communeCode: idea.communeCode,
      producerId: idea.producerId,
      state: 'draft',
      materials: idea.materials,
      workforce: idea.labour,
      market: idea.market,
      workersTotal: idea.workersTotal,
      workersLocal: idea.workersLocal,
      investmentTotal: idea.investment,
      demo: idea.demo,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute()
  await logPlan(ctx, { id, provinceCode: idea.provinceCode }, 'plan.started', { ideaId })
  return id
}

/** Saves a plan that is being written or was returned. Returns the new version. Throws `invalid` by field. */
export async function savePlan(ctx: Ctx, planId: string, input: PlanInput, version: number): Promise<number> {
  const plan = await planToChange(ctx, planId, 'owner', 'edit')
  const fields = readPlan(input, Number(plainDateOf(ctx.now).slice(0, 4)))
  mustBeVersion(plan.version, version)
  await writePlan(ctx, plan, fields)
  await logPlan(ctx, plan, 'plan.saved', { years: fields.years.length, milestones: fields.milestones.length })
  return version + 1
}

async function writePlan(ctx: Ctx, plan: PlanRecord, { years, sources, milestones, ...set }: PlanFields): Promise<void> {
  const { tx, now } = ctx
  const planId = plan.id
  await tx
    .updateTable('businessPlan')
    .set({ ...set, version: plan.version + 1, updatedAt: now })
    .where('id', '=', planId)
    .execute()
  // A plan that can still be edited was never approved, so nothing hangs on its rows yet.
  for (const table of ['planYear', 'planSource', 'planMilestone'] as const)
    await tx.deleteFrom(table).where('planId', '=', planId).execute()
  if (years.length > 0)
    await tx
      .insertInto('planYear')
      .values(years.map((row) => ({ planId, ...row })))
      .execute()
  if (sources.length > 0)
    await tx
      .insertInto('planSource')
      .values(sources.map((row) => ({ planId, ...row })))
      .execute()
  if (milestones.length > 0)
    await tx
      .insertInto('planMilestone')
      .values(milestones.map((row, index) => ({ id: newId(), planId, ordinal: index + 1, ...row })))
      .execute()
}

/** Sends the plan to the office. What it lacks is named by field. */
export async function submitPlan(ctx: Ctx, planId: string): Promise<void> {
  const plan = await planToChange(ctx, planId, 'owner', 'submit')
  const missing: Problems = missingInPlan(fieldsOf(plan, await planRows(ctx.tx, planId)))
  if (Object.keys(missing).length > 0) throw new AppError('invalid', {}, missing)
  await ctx.tx.updateTable('planReturn').set({ answeredAt: ctx.now }).where('planId', '=', planId).where('answeredAt', 'is', null).execute()
  await movePlan(ctx, plan, 'submitted', 'plan.submitted', { set: { submittedAt: plan.submittedAt ?? ctx.now } })
  await notify(ctx, await accountsWithRole(ctx.tx, 'office', { authority: plan.provinceCode }, ctx.now), {
    kind: 'plan.submitted',
    dedupe: `${planId}:${plan.version}`,
    subjectKind: 'businessPlan',
    subjectId: planId,
    link: `/tinh/phuong-an/${planId}`,
    params: { name: await nameOf(ctx, plan) },
  })
}

/** Takes back what the office has not received. */
export async function takeBackPlan(ctx: Ctx, planId: string): Promise<void> {
  const plan = await planToChange(ctx, planId, 'owner', 'takeBack')
  await movePlan(ctx, plan, 'draft', 'plan.takenBack')
}

/** Gives the plan up, with a reason. */
export async function stopPlan(ctx: Ctx, planId: string, input: { reason?: unknown }): Promise<void> {
  const plan = await planToChange(ctx, planId, 'owner', 'stop')
  const reason = readReason(input.reason)
  await movePlan(ctx, plan, 'stopped', 'plan.stopped', { set: { endReason: reason, endedAt: ctx.now }, payload: { reason } })
}

export async function receivePlan(ctx: Ctx, planId: string): Promise<void> {
  const plan = await planToChange(ctx, planId, 'office', 'receive')
  await movePlan(ctx, plan, 'received', 'plan.received', { set: { receivedBy: ctx.actor.name, receivedAt: ctx.now } })
  await tellOwner(ctx, plan, 'plan.received', {})
}

/** Sends the plan back with what is to be changed, part by part; at least one. `items` by part, empty ones are nothing asked. */
export async function returnPlan(ctx: Ctx, planId: string, input: { readonly [part in PlanPart]?: unknown }): Promise<void> {
  const plan = await planToChange(ctx, planId, 'office', 'judge')
  const fields = new Fields<PlanPart>(input)
  const items = planParts.flatMap((part) => {
    const ask = fields.text(part, { max: 1000, multiline: true })
    return ask === '' ? [] : [{ part, ask }]
  })
  if (items.length === 0) fields.say('_form', { vi: 'Ghi ít nhất một nội dung cần sửa.', en: 'Name at least one part to change.' })
  fields.done()
  const { last } = await ctx.tx
    .selectFrom('planReturn')
    .select((expression) => expression.fn.max('round').as('last'))
    .where('planId', '=', planId)
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('planReturn')
    .values(items.map((item) => ({ id: newId(), planId, round: (last ?? 0) + 1, ...item, askedBy: ctx.actor.name, askedAt: ctx.now })))
    .execute()
  await movePlan(ctx, plan, 'returned', 'plan.returned', {
    payload: { items: items.map(({ part, ask }) => `${partWords[part].vi}: ${ask}`) },
  })
  await tellOwner(ctx, plan, 'plan.returned', { count: String(items.length) })
}

/** Approves the plan with a reason, as a numbered notice to the producer and its commune. */
export async function approvePlan(
  ctx: Ctx,
  planId: string,
  form: IssuingForm & { reason: string },
): Promise<{ documentId: string; number: string }> {
  const plan = await planToChange(ctx, planId, 'office', 'judge')
  const rows = await planRows(ctx.tx, planId)
  const problems: Problems = {}
  const reason = collect(problems, () => readReason(form.reason, 2000, { vi: 'Ghi lý do phê duyệt.', en: 'Give the reason.' }))
  const sentOn = plainDateOf(plan.submittedAt ?? ctx.now)
  const issuing = collect(problems, () => readIssuing(form, plainDateOf(ctx.now), sentOn))
  if (reason === null || issuing === null) throw new AppError('invalid', {}, problems)
  const idea = await ctx.tx
    .selectFrom('idea')
    .innerJoin('producer', 'producer.id', 'idea.producerId')
    .innerJoin('ideaCall', 'ideaCall.id', 'idea.listedCallId')
    .innerJoin('document', 'document.id', 'ideaCall.listDocumentId')
    .select(['idea.name', 'producer.name as producerName', 'document.number as listNumber', 'document.issuedOn as listedOn'])
    .where('idea.id', '=', plan.ideaId)
    .executeTakeFirstOrThrow()
  const { committee, office } = await issuingBodies(ctx.tx, plan.provinceCode)
  const number = await numberFor(ctx, office.id, APPROVAL_SYMBOL, issuing.issuedOn, issuing.number)
  const file = renderPlanApproval({
    createdAt: ctx.now.toISOString(),
    demo: plan.demo,
    office: office.name,
    committee: committee.name,
    number: number.bare,
    symbol: APPROVAL_SYMBOL,
    issuing,
    reason,
    name: idea.name,
    producer: idea.producerName,
    list: { number: idea.listNumber ?? '', issuedOn: idea.listedOn },
    submittedOn: sentOn,
    plan: fieldsOf(plan, rows),
  })
  const documentId = await storeDocument(ctx, {
    authority: plan.provinceCode,
    bodyId: office.id,
    kind: 'planApproval',
    subjectKind: 'businessPlan',
    subjectId: planId,
    title: `Thông báo phê duyệt phương án sản xuất kinh doanh ${idea.name}`,
    numberEntryId: number.entryId,
    number: number.printed,
    issuedOn: issuing.issuedOn,
    signer: issuing.signerName,
    file,
  })
  await movePlan(ctx, plan, 'approved', 'plan.approved', {
    set: { approvedBy: ctx.actor.name, approvedAt: ctx.now, approvalReason: reason, approvalDocumentId: documentId },
    payload: { reason, number: number.printed },
  })
  await tellOwner(ctx, plan, 'plan.approved', { number: number.printed })
  await tellPlanCommune(ctx, plan, 'plan.approvedInCommune', `${planId}`, { number: number.printed })
  return { documentId, number: number.printed }
}

async function nameOf(ctx: Ctx, plan: { ideaId: string }): Promise<string> {
  return (await ctx.tx.selectFrom('idea').select('name').where('id', '=', plan.ideaId).executeTakeFirstOrThrow()).name
}

async function tellOwner(ctx: Ctx, plan: PlanRecord, kind: string, params: Record<string, string>): Promise<void> {
  await notify(ctx, await accountsWithRole(ctx.tx, 'producer', { authority: plan.provinceCode, producerId: plan.producerId }, ctx.now), {
    kind,
    dedupe: `${plan.id}:${plan.version}`,
    subjectKind: 'businessPlan',
    subjectId: plan.id,
    link: `/phuong-an/${plan.id}`,
    params: { name: await nameOf(ctx, plan), ...params },
  })
}

/** Tells the plan's commune something it may have to confirm. */
export async function tellPlanCommune(
  ctx: Ctx,
  plan: PlanRecord,
  kind: string,
  dedupe: string,
  params: Record<string, string> = {},
): Promise<void> {
  const place = { authority: plan.provinceCode, communeCode: plan.communeCode }
  const officers = await accountsWithRole(ctx.tx, 'communeOfficer', place, ctx.now)
  const leaders = await accountsWithRole(ctx.tx, 'communeLeader', place, ctx.now)
  await notify(ctx, [...officers, ...leaders], {
    kind,
    dedupe,
    subjectKind: 'businessPlan',
    subjectId: plan.id,
    link: `/xa/phuong-an/${plan.id}`,
    params: { name: await nameOf(ctx, plan), ...params },
  })
}
