// The office (or a commune) writes its plan: a draft begun, its head, words and parts changed, sent to be signed, given up.
import { json } from '#/platform/database/json.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { readReason } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { provinceOf } from '../people/authority.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { must } from '../refuse.ts'
import { settingOf } from '../setting.ts'
import { eraOf } from '../units/units.ts'
import { readHead, readWords, type Head, type HeadInput, type WordsInput } from './head.input.ts'
import { writesPlansFor } from './plan.policy.ts'
import { draftToEdit, insertParts, linkBodies, logPlan, moveDays, movePlan, planToChange, savePlan } from './plan.save.ts'
import { beforeDay } from './plan.settings.ts'
import { linkProducts, placeAnew } from './product.link.ts'
import { partsOf } from './part.store.ts'
import type { PlanRecord } from './plan.store.ts'
import { possibleParents } from './related.store.ts'
import { emptyContent, planFaults, type Fault } from './programme-plan.ts'

/** Begins a plan of the actor's desk or commune. Returns its id. Throws `invalid` by field. */
export async function startPlan(ctx: Ctx, input: HeadInput): Promise<string> {
  const owner = writesPlansFor(ctx.actor)
  must(owner !== null)
  const head = readHead(input)
  const place = { ...owner, provinceCode: provinceOf(owner.authority) }
  await mustBeParent(ctx, place, head)
  const id = newId()
  const familyId = newId()
  const { outsideParent, ...columns } = head
  await ctx.tx
    .insertInto('programmePlan')
    .values({
      id,
      familyId,
      ...place,
      ...columns,
      unitEra: eraOf(head.startsOn),
      state: 'draft',
      content: json({ ...emptyContent, outsideParent }),
      demo: ctx.config.demo,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute()
  await logPlan(ctx, { familyId, revision: 1, authority: owner.authority }, 'programmePlan.started', { title: head.title })
  return id
}

/**
 * Changes name, kind, period and the plan above. With `moveDays` the days of targets and tasks go along by as many years as the first day
 * moves: a plan of another year taken as a pattern would otherwise give out work due years ago. Communes that its products name are those of the
 * plan's own days. Returns the new version.
 */
export async function editHead(ctx: Ctx, planId: string, input: HeadInput & { moveDays?: unknown }, version: number): Promise<number> {
  const plan = await draftToEdit(ctx, planId, version)
  const head = readHead(input)
  await mustBeParent(ctx, plan, head)
  const { outsideParent, ...columns } = head
  const years = input.moveDays === '1' ? Number(head.startsOn.slice(0, 4)) - Number(plan.startsOn.slice(0, 4)) : 0
  if (years !== 0) await moveDays(ctx.tx, plan.id, years)
  const unitEra = eraOf(head.startsOn)
  if (unitEra !== plan.unitEra) await placeAnew(ctx.tx, { ...plan, unitEra }, (await partsOf(ctx.tx, plan.id)).products)
  const set = { ...columns, unitEra, content: json({ ...plan.content, outsideParent }) }
  return savePlan(ctx, plan, set, 'programmePlan.headChanged', { ...columns, ...(years === 0 ? {} : { daysMovedByYears: years }) })
}

async function mustBeParent(ctx: Ctx, plan: Pick<PlanRecord, 'authority' | 'communeCode' | 'provinceCode'>, head: Head): Promise<void> {
  if (head.parentFamilyId === null) return
  const parents = isId(head.parentFamilyId) ? await possibleParents(ctx.tx, ctx.actor, plan) : []
  if (!parents.some((parent) => parent.familyId === head.parentFamilyId))
    throw new AppError(
      'invalid',
      {},
      { parentFamilyId: { vi: 'Chọn một kế hoạch đã ban hành của cấp trên.', en: 'Choose an issued plan of a level above.' } },
    )
}

/** Changes the plan's words. Returns the new version. */
export async function editWords(ctx: Ctx, planId: string, input: WordsInput, version: number): Promise<number> {
  const plan = await draftToEdit(ctx, planId, version)
  const content = readWords(input, plan.content)
  return savePlan(ctx, plan, { content: json(content) }, 'programmePlan.wordsChanged')
}

/**
 * Sends the draft to be signed. Refused while something in it points nowhere or does not sum: `plan.faults` names the first ones with their
 * place.
 */
export async function submitPlan(ctx: Ctx, planId: string): Promise<void> {
  await sendToSign(ctx, await planToChange(ctx, planId, 'submit', (rights) => rights.writes))
}

/** What every way of sending a draft shares; `payload`: what the ledger tells of the paper that goes with it. */
export async function sendToSign(ctx: Ctx, plan: PlanRecord, payload: Record<string, unknown> = {}): Promise<void> {
  const parts = await partsOf(ctx.tx, plan.id)
  if (parts.targets.length + parts.tasks.length === 0) throw new AppError('programmePlan.empty')
  const faults = planFaults(plan, parts)
  if (faults.length > 0) throw new AppError('programmePlan.faults', {}, { _form: { vi: listed(faults, 'vi'), en: listed(faults, 'en') } })
  await movePlan(ctx, plan, 'submitted', 'programmePlan.submitted', { payload })
  const leaders =
    plan.communeCode === null
      ? await accountsWithRole(ctx.tx, 'leader', { authority: plan.authority }, ctx.now)
      : await accountsWithRole(ctx.tx, 'communeLeader', { authority: plan.authority, communeCode: plan.communeCode }, ctx.now)
  await tellOfPlan(ctx, plan, leaders, 'programmePlan.submitted')
}

/** The first faults with their place; a plan that is wrong all over is mended a few lines at a time. */
function listed(faults: readonly Fault[], language: 'vi' | 'en'): string {
  return faults
    .slice(0, 5)
    .map(({ place, reason }) => `${place.replace(/^\w+\./, '')}: ${reason[language]}`)
    .join(' ')
}

/** The leader sends it back to be changed. */
export async function returnPlan(ctx: Ctx, planId: string, reason: unknown): Promise<void> {
  const plan = await planToChange(ctx, planId, 'issue', (rights) => rights.issue || rights.writes)
  const text = readReason(reason)
  await movePlan(ctx, plan, 'draft', 'programmePlan.returned', { payload: { reason: text } })
  await tellOfPlan(ctx, plan, await keepersOf(ctx, plan), 'programmePlan.returned', { reason: text })
}

/** Gives a draft up; the issued revision, if any, stays in force. */
export async function cancelPlan(ctx: Ctx, planId: string, reason: unknown): Promise<void> {
  const plan = await planToChange(ctx, planId, 'cancel', (rights) => rights.writes)
  await movePlan(ctx, plan, 'cancelled', 'programmePlan.cancelled', { payload: { reason: readReason(reason) } })
}

/** Begins a new revision of an issued plan as a copy of it. Refused while another one is open. Returns its id. */
export async function adjustPlan(ctx: Ctx, planId: string, reason: unknown): Promise<string> {
  const plan = await planToChange(ctx, planId, 'adjust', (rights) => rights.writes)
  const changeReason = readReason(reason)
  const family = await ctx.tx.selectFrom('programmePlan').select(['revision', 'state']).where('familyId', '=', plan.familyId).execute()
  if (family.some((one) => ['draft', 'opinion', 'submitted'].includes(one.state))) throw new AppError('programmePlan.revisionOpen')
  const id = newId()
  const revision = Math.max(...family.map((one) => one.revision)) + 1
  const { familyId, provinceCode, authority, communeCode, unitEra, parentFamilyId, kind, title, startsOn, endsOn, source, demo } = plan
  await ctx.tx
    .insertInto('programmePlan')
    .values({
      id,
      familyId,
      revision,
      provinceCode,
      authority,
      communeCode,
      unitEra,
      parentFamilyId,
      kind,
      title,
      startsOn,
      endsOn,
      source,
      demo,
      state: 'draft',
      content: json(plan.content),
      signerName: plan.signerName,
      signerPost: plan.signerPost,
      changeReason,
      // Not 1: a person began it, so no plan file writes over it.
      version: 2,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute()
  const { targets, money, products, tasks } = await partsOf(ctx.tx, plan.id)
  // Tasks given out of turn have become part of the plan's work.
  const copied = tasks.map(({ id: _id, ...task }) => task)
  const named = products.map(({ id: _id, ...row }) => row)
  await insertParts(ctx.tx, id, {
    targets,
    money,
    products: await linkProducts(ctx.tx, plan, named),
    tasks: await linkBodies(ctx.tx, authority, copied),
  })
  await logPlan(ctx, { familyId, revision, authority }, 'programmePlan.adjusted', { reason: changeReason })
  return id
}

/** Office of the desk, or the commune's people. */
export async function keepersOf(ctx: Ctx, plan: Pick<PlanRecord, 'authority' | 'communeCode'>): Promise<string[]> {
  const { authority, communeCode } = plan
  return communeCode === null
    ? accountsWithRole(ctx.tx, 'office', { authority }, ctx.now)
    : accountsWithRole(ctx.tx, 'communeOfficer', { authority, communeCode }, ctx.now)
}

export async function tellOfPlan(
  ctx: Ctx,
  plan: Pick<PlanRecord, 'id' | 'familyId' | 'title' | 'version'>,
  accounts: readonly string[],
  kind: string,
  params: Record<string, string> = {},
): Promise<void> {
  await notify(ctx, accounts, {
    kind,
    dedupe: `${plan.id}:${plan.version}`,
    subjectKind: 'programmePlan',
    subjectId: plan.familyId,
    link: `/ke-hoach/${plan.id}`,
    params: { title: plan.title, ...params },
  })
}

/** Whether "trước ngày" counts the day itself at this desk. */
export async function beforeCounts(ctx: Ctx, authority: string): Promise<boolean> {
  return (await settingOf(ctx.tx, authority, beforeDay)) === 'inclusive'
}
