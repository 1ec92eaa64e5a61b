// A plan of inspections: drafted, its products ordered by risk as of the day, chosen, issued with its number. By the office of the desk.
import { sql } from 'kysely'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields, readReason, type Typed } from '../fields.ts'
import { serves } from '../people/actor.ts'
import { provinceOf } from '../people/authority.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must, mustSee } from '../refuse.ts'
import { planStateWords, readInspectionPlan, type InspectionPlanInput, type InspectionPlanState } from './plan.ts'
import { planRights, readsPlans, riskFacts } from './plan.store.ts'
import { rankByRisk, RISK_RULE } from './risk.ts'

/** `bodies`: those that co-operate. The same title from the same day is refused, so a form sent twice makes one. */
export async function addInspectionPlan(ctx: Ctx, input: InspectionPlanInput, bodies: readonly string[]): Promise<string> {
  const { authority } = ctx.actor
  mustSee(readsPlans(ctx.actor))
  must(serves(ctx.actor, authority, 'office'))
  const { fields, title, content, leadBodyId, read } = readInspectionPlan(input)
  const others = [...new Set(bodies)].filter((id) => id !== leadBodyId)
  if (leadBodyId !== null && !(await areOfDesk(ctx, [leadBodyId])))
    fields.say('leadBodyId', { vi: 'Chọn cơ quan trong danh sách.', en: 'Choose a body of the list.' })
  if (!others.every(isId) || !(await areOfDesk(ctx, others)))
    fields.say('bodies', { vi: 'Chọn cơ quan trong danh sách.', en: 'Choose bodies of the list.' })
  if (leadBodyId === null) fields.say('leadBodyId', { vi: 'Chọn cơ quan trong danh sách.', en: 'Choose a body of the list.' })
  const { fromOn, toOn, wanted } = read()
  await sql`select pg_advisory_xact_lock(hashtextextended(${`inspectionPlan:${authority}`}, 0))`.execute(ctx.tx)
  const same = await ctx.tx
    .selectFrom('inspectionPlan')
    .select('id')
    .where('authority', '=', authority)
    .where('title', '=', title)
    .where('fromOn', '=', fromOn)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
  if (same)
    throw new AppError('invalid', {}, { title: { vi: 'Đã có kế hoạch cùng tên, cùng ngày bắt đầu.', en: 'There is such a plan already.' } })
  const id = newId()
  await ctx.tx
    .insertInto('inspectionPlan')
    .values({
      id,
      provinceCode: provinceOf(authority),
      authority,
      title,
      fromOn,
      toOn,
      wanted,
      leadBodyId: leadBodyId ?? '',
      content,
      state: 'draft',
      demo: ctx.config.demo,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  if (others.length > 0)
    await ctx.tx
      .insertInto('inspectionPlanBody')
      .values(others.map((bodyId) => ({ planId: id, bodyId })))
      .execute()
  await logPlan(ctx, { id, authority }, 'inspectionPlan.added', { title, wanted })
  return id
}

async function areOfDesk(ctx: Ctx, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const rows = await ctx.tx
    .selectFrom('body')
    .select('id')
    .where('authority', '=', ctx.actor.authority)
    .where('validTo', 'is', null)
    .where('id', 'in', [...ids])
    .execute()
  return rows.length === ids.length
}

/**
 * Orders the products in force today by risk and chooses the first ones. Each line keeps its points and their facts; pressed again on another day
 * the order is made anew and choices by hand are gone. Returns how many products were ordered.
 */
export async function rankInspectionPlan(ctx: Ctx, id: unknown): Promise<number> {
  const plan = await planToKeep(ctx, id)
  const today = plainDateOf(ctx.now)
  const lines = rankByRisk(await riskFacts(ctx.tx, plan.authority, today), today)
  if (lines.length === 0) throw new AppError('inspection.nothingToRank')
  await ctx.tx.deleteFrom('inspectionPlanLine').where('planId', '=', plan.id).execute()
  const rows = lines.map((line, index) => ({ ...line, place: index + 1, chosen: index < plan.wanted }))
  await sql`
    insert into inspection_plan_line (plan_id, product_id, certificate_id, producer_id, place, points, reasons, chosen)
    select ${plan.id}, "productId", "certificateId", "producerId", place, points, reasons, chosen
    from json_to_recordset(${JSON.stringify(rows)}::json) as row ("productId" uuid, "certificateId" uuid, "producerId" uuid, place int, points int,
      reasons jsonb, chosen boolean)`.execute(ctx.tx)
  await ctx.tx
    .updateTable('inspectionPlan')
    .set({ rankedOn: today, rule: RISK_RULE, version: plan.version + 1 })
    .where('id', '=', plan.id)
    .execute()
  await logPlan(ctx, plan, 'inspectionPlan.ranked', { day: today, rule: RISK_RULE, products: lines.length })
  return lines.length
}

/** Puts a product of the order in, or takes it out, with the reason. */
export async function chooseForInspection(ctx: Ctx, id: unknown, input: Typed<'productId' | 'chosen' | 'note'>): Promise<void> {
  const plan = await planToKeep(ctx, id)
  const fields = new Fields<'productId' | 'chosen' | 'note'>(input)
  const productId = fields.text('productId', { max: 40, required: { vi: 'Chọn sản phẩm.', en: 'Choose a product.' } })
  const chosen = fields.yesNo('chosen')
  const note = fields.text('note', { max: 500, required: { vi: 'Ghi lý do.', en: 'Say why.' } })
  if (chosen === null) fields.say('chosen', { vi: 'Chọn đưa vào hay bỏ ra.', en: 'Choose in or out.' })
  const read = fields.done({ chosen })
  const line = isId(productId)
    ? await ctx.tx
        .updateTable('inspectionPlanLine')
        .set({ chosen: read.chosen, note })
        .where('planId', '=', plan.id)
        .where('productId', '=', productId)
        .executeTakeFirst()
    : null
  if (!line || line.numUpdatedRows === 0n)
    throw new AppError(
      'invalid',
      {},
      { productId: { vi: 'Sản phẩm này không có trong danh sách xếp theo rủi ro.', en: 'The product is not in the plan’s order.' } },
    )
  await logPlan(ctx, plan, 'inspectionPlan.chosen', { productId, chosen: read.chosen, reason: note })
}

/** Issued with the number and day of the paper that orders it; from then on its lines stay as they are. */
export async function issueInspectionPlan(ctx: Ctx, id: unknown, input: Typed<'number' | 'issuedOn'>): Promise<void> {
  const plan = await planToKeep(ctx, id)
  const fields = new Fields<'number' | 'issuedOn'>(input)
  const number = fields.text('number', { max: 60, required: { vi: 'Ghi số kế hoạch.', en: 'Give its number.' } })
  const issuedOn = fields.date('issuedOn', { required: true, notAfter: plainDateOf(ctx.now) })
  const read = fields.done({ issuedOn })
  const chosen = await ctx.tx
    .selectFrom('inspectionPlanLine')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('planId', '=', plan.id)
    .where('chosen', '=', true)
    .executeTakeFirstOrThrow()
  if (Number(chosen.n) === 0) throw new AppError('inspection.nothingChosen')
  await ctx.tx
    .updateTable('inspectionPlan')
    .set({ state: 'issued', number, issuedOn: read.issuedOn, version: plan.version + 1 })
    .where('id', '=', plan.id)
    .execute()
  await logPlan(ctx, plan, 'inspectionPlan.issued', { number, issuedOn: read.issuedOn, products: Number(chosen.n) })
  const told: string[] = []
  for (const bodyId of plan.bodies)
    told.push(...(await accountsWithRole(ctx.tx, 'bodyOfficer', { authority: plan.authority, bodyId }, ctx.now)))
  await notify(ctx, told, {
    kind: 'inspection.planIssued',
    dedupe: plan.id,
    subjectKind: 'inspectionPlan',
    subjectId: plan.id,
    link: `/hau-kiem/ke-hoach/${plan.id}`,
    params: { title: plan.title, number },
  })
}

export async function cancelInspectionPlan(ctx: Ctx, id: unknown, input: { reason?: unknown }): Promise<void> {
  const plan = await planToKeep(ctx, id)
  const reason = readReason(input.reason)
  await ctx.tx
    .updateTable('inspectionPlan')
    .set({ state: 'cancelled', endReason: reason, version: plan.version + 1 })
    .where('id', '=', plan.id)
    .execute()
  await logPlan(ctx, plan, 'inspectionPlan.cancelled', { reason })
}

/** A draft of the actor’s own desk, locked: nothing of an issued plan changes. */
async function planToKeep(ctx: Ctx, id: unknown) {
  const row = found(
    isId(id) ? await ctx.tx.selectFrom('inspectionPlan').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : null,
  )
  const others = await ctx.tx.selectFrom('inspectionPlanBody').select('bodyId').where('planId', '=', row.id).execute()
  const bodies = [row.leadBodyId, ...others.map((one) => one.bodyId)]
  const rights = planRights(ctx.actor, { ...row, bodies })
  mustSee(rights.see)
  must(rights.keep)
  const state = row.state as InspectionPlanState
  if (state !== 'draft') throw new AppError('stateConflict', { state: planStateWords[state].vi.toLowerCase() })
  return { ...row, bodies }
}

function logPlan(ctx: Ctx, plan: { id: string; authority: string }, verb: string, payload: Record<string, unknown>): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'inspectionPlan', subjectId: plan.id, authority: plan.authority, payload })
}
