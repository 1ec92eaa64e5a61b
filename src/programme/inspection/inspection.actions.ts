// An inspection planned with its team, and called off. By the office of the desk.
import { sql } from 'kysely'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Ctx } from '../context.ts'
import { readReason } from '../fields.ts'
import { serves } from '../people/actor.ts'
import { provinceOf } from '../people/authority.ts'
import { notify } from '../people/notice.ts'
import { must, mustSee } from '../refuse.ts'
import { communeResolver, resolver } from '../register/resolve.ts'
import { settingOf } from '../setting.ts'
import { CURRENT_ERA } from '../units/units.ts'
import { currentChecklist } from './checklist.ts'
import { inspectionFor, logInspection, tellProducer } from './inspection.load.ts'
import { knowsInspections } from './inspection.policy.ts'
import { scorersInspect } from './inspection.settings.ts'
import { readInspection, type InspectionInput, type InspectionSource } from './inspection.ts'
import { teamCandidates, type Candidate } from './team.store.ts'

/**
 * Plans an inspection of a producer, or of a place on the market. `members`: accounts of the team, the leader of the team (`lead`) is one of them.
 * `source`: what led to it, such as a report of the public; read by the desk and the team alone. Returns the id. The same inspection is planned once.
 */
export async function planInspection(
  ctx: Ctx,
  input: InspectionInput,
  given: { members: readonly string[]; source?: InspectionSource | null },
): Promise<string> {
  const { authority } = ctx.actor
  mustSee(knowsInspections(ctx.actor))
  must(serves(ctx.actor, authority, 'office'))
  const asked = readInspection(input)
  const { fields } = asked
  const what = await inspectedThings(ctx, asked)
  const place = await placeOf(ctx, asked, what.producer)
  if (asked.planWrong || (asked.planId !== null && !(await isIssuedPlan(ctx, asked.planId))))
    fields.say('planId', { vi: 'Không có kế hoạch kiểm tra đã ban hành này.', en: 'There is no such issued plan.' })
  const team = await teamOf(ctx, asked, given.members, { authority, ...what.ids, communeCode: place?.communeCode ?? null })
  const { kind, site, plannedOn } = asked.read()
  await sql`select pg_advisory_xact_lock(hashtextextended(${`inspection:${authority}`}, 0))`.execute(ctx.tx)
  const same = await sql`select 1 from inspection where authority = ${authority} and state = 'planned' and planned_on = ${plannedOn}::date
    and place = ${asked.place} and producer_id is not distinct from ${what.producer?.id ?? null}::uuid`.execute(ctx.tx)
  if (same.rows.length > 0)
    throw new AppError(
      'invalid',
      {},
      { plannedOn: { vi: 'Cuộc kiểm tra này đã lên lịch vào ngày đó.', en: 'This inspection is planned for that day already.' } },
    )
  const inspection = {
    id: newId(),
    provinceCode: provinceOf(authority),
    authority,
    planId: asked.planId,
    kind,
    site,
    producerId: what.producer?.id ?? null,
    place: asked.place,
    unitEra: place?.unitEra ?? null,
    communeCode: place?.communeCode ?? null,
    plannedOn,
    reason: asked.reason,
    sourceKind: given.source?.kind ?? null,
    sourceId: given.source?.id ?? null,
    checklist: currentChecklist.id,
    state: 'planned',
    demo: ctx.config.demo,
    createdBy: ctx.actor.accountId,
    createdAt: ctx.now,
  }
  await ctx.tx.insertInto('inspection').values(inspection).execute()
  if (what.products.length > 0)
    await ctx.tx
      .insertInto('inspectionProduct')
      .values(what.products.map(({ producerId: _, ...one }) => ({ inspectionId: inspection.id, ...one })))
      .execute()
  await ctx.tx
    .insertInto('inspectionMember')
    .values(
      [
        ...team.map(({ accountId, bodyId, name, post }) => ({ accountId, bodyId, name, post, lead: accountId === asked.lead })),
        ...asked.others.map(({ name, post }) => ({ accountId: null, bodyId: null, name, post, lead: false })),
      ].map((one) => ({ id: newId(), inspectionId: inspection.id, ...one })),
    )
    .execute()
  const { id } = inspection
  await logInspection(ctx, inspection, 'inspection.planned', {
    kind,
    plannedOn,
    producerId: inspection.producerId,
    people: team.length + asked.others.length,
    source: given.source?.kind ?? null,
  })
  const params = { date: formatDate(plannedOn), place: asked.place }
  await notify(
    ctx,
    team.map((one) => one.accountId).filter((one) => one !== ctx.actor.accountId),
    { kind: 'inspection.planned', dedupe: id, subjectKind: 'inspection', subjectId: id, link: `/hau-kiem/${id}`, params },
  )
  if (kind === 'periodic')
    await tellProducer(ctx, inspection, 'inspection', { kind: 'inspection.announced', dedupe: id, link: `/hau-kiem/${id}`, params })
  return id
}

type Asked = ReturnType<typeof readInspection>
type Product = { productId: string; certificateId: string | null; name: string; producerId: string | null }

/** The producer and the products by their names in the registers, never guessed; with the certificate in force today. */
async function inspectedThings(ctx: Ctx, asked: Asked) {
  const { authority } = ctx.actor
  const { fields, producerText, productTexts } = asked
  const producer = producerText === '' ? null : (await resolver(ctx.tx, 'producer', authority, [producerText]))(producerText, null)
  if (producer && 'problem' in producer) fields.say('producer', producer.problem)
  const known = producer && 'id' in producer ? producer : null
  const products: Product[] = []
  const productOf = await resolver(ctx.tx, 'product', authority, productTexts)
  for (const text of productTexts) {
    const meant = productOf(text, known?.id ?? null)
    if ('problem' in meant) fields.say('products', { vi: `“${text}”: ${meant.problem.vi}`, en: `“${text}”: ${meant.problem.en}` })
    else if (!products.some((one) => one.productId === meant.id))
      products.push({ productId: meant.id, certificateId: null, name: meant.name, producerId: meant.producerId })
  }
  if (products.length > 0) {
    const today = plainDateOf(ctx.now)
    const certificates = await ctx.tx
      .selectFrom('certificate')
      .select(['id', 'productId'])
      .where(
        'productId',
        'in',
        products.map((one) => one.productId),
      )
      .where('state', '=', 'valid')
      .where('issuedOn', '<=', today)
      .where('lastValidOn', '>=', today)
      .orderBy('issuedOn')
      .execute()
    for (const one of products) one.certificateId = certificates.findLast((entry) => entry.productId === one.productId)?.id ?? null
  }
  const producerIds = [...new Set([known?.id ?? null, ...products.map((one) => one.producerId)].filter((id) => id !== null))]
  return { producer: known, products, ids: { producerIds, productIds: products.map((one) => one.productId) } }
}

/** The commune: as typed, else the producer’s own. */
async function placeOf(ctx: Ctx, asked: Asked, producer: { id: string } | null) {
  if (asked.communeText !== '') {
    const meant = (await communeResolver(ctx.tx, ctx.actor.authority, [CURRENT_ERA]))(asked.communeText, CURRENT_ERA)
    if ('problem' in meant) asked.fields.say('commune', meant.problem)
    return 'problem' in meant ? null : { unitEra: CURRENT_ERA as string, communeCode: meant.code }
  }
  if (!producer) return null
  return (await ctx.tx.selectFrom('producer').select(['unitEra', 'communeCode']).where('id', '=', producer.id).executeTakeFirst()) ?? null
}

async function isIssuedPlan(ctx: Ctx, planId: string): Promise<boolean> {
  const plan = await ctx.tx
    .selectFrom('inspectionPlan')
    .select('id')
    .where('id', '=', planId)
    .where('authority', '=', ctx.actor.authority)
    .where('state', '=', 'issued')
    .executeTakeFirst()
  return plan !== undefined
}

async function teamOf(
  ctx: Ctx,
  asked: Asked,
  members: readonly string[],
  inspected: Parameters<typeof teamCandidates>[1],
): Promise<Candidate[]> {
  const { fields, lead } = asked
  const wanted = new Set([...members, lead].filter((id) => id !== ''))
  const candidates = await teamCandidates(ctx.tx, inspected, plainDateOf(ctx.now))
  const going = candidates.filter((one) => wanted.has(one.accountId))
  if (going.length < wanted.size) fields.say('members', { vi: 'Chỉ chọn người trong danh sách.', en: 'Choose only people of the list.' })
  const shut = (await settingOf(ctx.tx, ctx.actor.authority, scorersInspect)) === 'exclude'
  const refused = going.filter((one) => one.conflicted || (shut && one.scored)).map((one) => one.name)
  if (refused.length > 0)
    fields.say('members', {
      vi: `Có xung đột lợi ích với nơi được kiểm tra: ${refused.join(', ')}. Chọn người khác.`,
      en: `In conflict with what is inspected: ${refused.join(', ')}. Choose others.`,
    })
  return going
}

export async function cancelInspection(ctx: Ctx, id: unknown, input: { reason?: unknown }): Promise<void> {
  const inspection = await inspectionFor(ctx, id, 'keep', ['planned'])
  const reason = readReason(input.reason)
  await ctx.tx
    .updateTable('inspection')
    .set({ state: 'cancelled', endReason: reason, version: inspection.version + 1 })
    .where('id', '=', inspection.id)
    .execute()
  await logInspection(ctx, inspection, 'inspection.cancelled', { reason })
  if (inspection.kind === 'periodic')
    await tellProducer(ctx, inspection, 'inspection', {
      kind: 'inspection.cancelled',
      dedupe: inspection.id,
      link: '/hau-kiem-cua-toi',
      params: { date: formatDate(inspection.plannedOn) },
    })
}
