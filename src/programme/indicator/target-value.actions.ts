// Figures entered by hand, with their evidence: for targets that no query computes. Never changed, only taken back with a reason.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { addAttachments } from '../attachment/attachment.actions.ts'
import { audit, type Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { Fields, readReason } from '../fields.ts'
import { partsOf } from '../programme-plan/part.store.ts'
import { planFor } from '../programme-plan/plan.store.ts'
import { found, must } from '../refuse.ts'

type Input = Readonly<Record<string, unknown>>

/** The plan's office; the target must be one without an indicator, of the issued revision. Returns the value's id. */
export async function enterTargetValue(
  ctx: Ctx,
  planId: string,
  code: string,
  input: Input,
  files: readonly IncomingFile[],
): Promise<string> {
  const { plan, target } = await openTarget(ctx, planId, code)
  const fields = new Fields<'asOf' | 'numerator' | 'denominator' | 'note'>(input)
  const asOf = fields.date('asOf', { required: true, notAfter: plainDateOf(ctx.now) })
  const numerator = fields.integer('numerator', { min: 0, max: MOST, required: true })
  const share = target.unit === 'percent'
  const denominator = share ? fields.integer('denominator', { min: 0, max: MOST, required: true }) : null
  const note = fields.text('note', { max: 1000, required: true, multiline: true })
  if (asOf !== null && asOf < target.startsOn) fields.say('asOf', before)
  if (share && numerator !== null && denominator !== null && numerator > denominator) fields.say('numerator', above)
  fields.done()
  const id = newId()
  await ctx.tx
    .insertInto('programmeTargetValue')
    .values({
      id,
      familyId: plan.familyId,
      targetCode: code,
      asOf: asOf ?? '',
      numerator: numerator ?? 0,
      denominator,
      note,
      enteredBy: ctx.actor.accountId,
      enteredAt: ctx.now,
    })
    .execute()
  await addAttachments(ctx, { kind: 'targetValue', id, authority: plan.authority }, files)
  await log(ctx, plan, 'target.valueEntered', { id, code, asOf, numerator, denominator, note })
  return id
}

/** Takes a value out of the reckoning; it stays readable with the reason. Pressed twice: the second is told. */
export async function takeBackTargetValue(ctx: Ctx, planId: string, code: string, valueId: unknown, input: Input): Promise<void> {
  const { plan } = await openTarget(ctx, planId, code)
  const reason = readReason(input['reason'])
  found(isId(valueId) ? valueId : null)
  const value = found(
    await ctx.tx
      .selectFrom('programmeTargetValue')
      .select(['id', 'takenBackAt'])
      .where('id', '=', String(valueId))
      .where('familyId', '=', plan.familyId)
      .where('targetCode', '=', code)
      .forUpdate()
      .executeTakeFirst(),
  )
  if (value.takenBackAt !== null) throw new AppError('versionConflict')
  await ctx.tx
    .updateTable('programmeTargetValue')
    .set({ takenBackBy: ctx.actor.accountId, takenBackAt: ctx.now, takenBackReason: reason })
    .where('id', '=', value.id)
    .execute()
  await log(ctx, plan, 'target.valueTakenBack', { id: value.id, code, reason })
}

const MOST = 1_000_000_000_000_000
const before = { vi: 'Ngày này trước khi chỉ tiêu bắt đầu.', en: 'This is before the target begins.' }
const above = { vi: 'Tử số không lớn hơn mẫu số.', en: 'The numerator may not be above the denominator.' }

async function openTarget(ctx: Ctx, planId: string, code: string) {
  const { plan, rights } = await planFor(ctx.tx, ctx.actor, planId)
  must(rights.writes && plan.state === 'issued')
  const target = found((await partsOf(ctx.tx, plan.id)).targets.find((one) => one.code === code))
  if (target.indicator !== null) throw new AppError('badRequest', { reason: 'indicator' })
  return { plan, target }
}

async function log(ctx: Ctx, plan: { familyId: string; authority: string }, verb: string, payload: Record<string, unknown>): Promise<void> {
  await audit(ctx, { verb, subjectKind: 'programmePlan', subjectId: plan.familyId, authority: plan.authority, payload })
}
