// Products at an event: asked for by their producer or invited by the office, on the list, there or not, and what they brought home.
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { Fields, type Typed } from '../fields.ts'
import { ownsProducer, producersOf } from '../people/actor.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must, mustSee } from '../refuse.ts'
import { resolver } from '../register/resolve.ts'
import { eventLocked, eventToKeep, logEvent, partLocked, wrongEventState, type EventRecord } from './promotion.load.ts'
import {
  hasStalls,
  officeSteps,
  partStates,
  partStateWords,
  producerSteps,
  readResult,
  readStall,
  type PartState,
  type ResultInput,
} from './promotion.ts'

/** A producer asks for one of its products to take part. */
export async function askForPart(ctx: Ctx, eventId: string, input: Typed<'productId'>): Promise<void> {
  const event = await eventLocked(ctx, eventId)
  must(producersOf(ctx.actor).length > 0)
  if (event.state !== 'open') throw wrongEventState(event.state)
  const product = found(
    isId(input.productId)
      ? await ctx.tx.selectFrom('product').select(['id', 'producerId', 'name']).where('id', '=', input.productId).executeTakeFirst()
      : null,
  )
  mustSee(ownsProducer(ctx.actor, product.producerId))
  await addPart(ctx, event, { id: product.id, producerId: product.producerId, name: product.name }, 'asked', 'productId')
}

/** The office invites a product of its province; its producer answers. */
export async function invitePart(ctx: Ctx, eventId: string, input: Typed<'product'>): Promise<void> {
  const event = await eventToKeep(ctx, eventId, ['open'])
  const fields = new Fields<'product'>(input)
  const text = fields.text('product', { max: 400, required: { vi: 'Ghi tên sản phẩm.', en: 'Name the product.' } })
  const meant = text === '' ? null : (await resolver(ctx.tx, 'product', event.authority, [text]))(text, null)
  if (meant && 'problem' in meant) fields.say('product', meant.problem)
  const { product } = fields.done({
    product: meant && 'id' in meant && meant.producerId !== null ? { ...meant, producerId: meant.producerId } : null,
  })
  await addPart(ctx, event, product, 'invited', 'product')
  await notify(
    ctx,
    await accountsWithRole(ctx.tx, 'producer', { authority: event.provinceCode, producerId: product.producerId }, ctx.now),
    {
      kind: 'promotion.invited',
      dedupe: `${eventId} ${product.id}`,
      subjectKind: 'promotionEvent',
      subjectId: eventId,
      link: `/xuc-tien/${eventId}`,
      params: { event: event.title, product: product.name },
    },
  )
}

async function addPart(
  ctx: Ctx,
  event: EventRecord,
  product: { id: string; producerId: string; name: string },
  state: 'asked' | 'invited',
  field: string,
): Promise<void> {
  const done = await ctx.tx
    .insertInto('promotionParticipation')
    .values({
      id: newId(),
      eventId: event.id,
      producerId: product.producerId,
      productId: product.id,
      state,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['eventId', 'productId']).doNothing())
    .executeTakeFirst()
  if (done.numInsertedOrUpdatedRows === 0n)
    throw new AppError(
      'invalid',
      {},
      { [field]: { vi: 'Sản phẩm này đã có trong danh sách của hoạt động.', en: 'The product is on its list already.' } },
    )
  await logEvent(ctx, event, `promotion.${state}`, { product: product.name })
}

/** The office settles a part: on the list or not while the event is open, there or not once it was held. */
export async function settlePart(ctx: Ctx, eventId: string, partId: unknown, input: Typed<'to'>): Promise<void> {
  const event = await eventToKeep(ctx, eventId, ['open', 'held'])
  const part = await partLocked(ctx, event, partId)
  await stepPart(ctx, event, part, input.to, officeSteps[event.state === 'held' ? 'held' : 'open'][part.state] ?? [])
}

/** The producer takes up or declines an invitation, or takes its asking back. */
export async function answerPart(ctx: Ctx, eventId: string, partId: unknown, input: Typed<'to'>): Promise<void> {
  const event = await eventLocked(ctx, eventId)
  const part = await partLocked(ctx, event, partId)
  const own = ownsProducer(ctx.actor, part.producerId)
  mustSee(own || event.rights.parts === 'all')
  must(own)
  if (event.state !== 'open') throw wrongEventState(event.state)
  await stepPart(ctx, event, part, input.to, producerSteps[part.state] ?? [])
}

async function stepPart(
  ctx: Ctx,
  event: EventRecord,
  part: { id: string; state: PartState; version: number; productId: string },
  to: unknown,
  allowed: readonly PartState[],
): Promise<void> {
  const next = partStates.find((state) => state === to)
  if (next === part.state) return
  if (next === undefined || !allowed.includes(next)) throw new AppError('stateConflict', { state: partStateWords[part.state].vi })
  const gone = {
    ...(next === 'absent' ? { revenue: null, contracts: null, contractValue: null } : {}),
    ...(next === 'declined' ? { stall: null } : {}),
  }
  await ctx.tx
    .updateTable('promotionParticipation')
    .set({ ...gone, state: next, version: part.version + 1 })
    .where('id', '=', part.id)
    .execute()
  await logEvent(ctx, event, 'promotion.partSettled', { productId: part.productId, from: part.state, to: next })
}

/** Revenue and contracts of a product that was there: by its producer or the office. */
export async function recordPartResult(ctx: Ctx, eventId: string, partId: unknown, input: ResultInput): Promise<void> {
  const event = await eventLocked(ctx, eventId)
  const part = await partLocked(ctx, event, partId)
  const own = ownsProducer(ctx.actor, part.producerId)
  mustSee(own || event.rights.parts === 'all')
  must(own || event.rights.keep)
  if (event.state !== 'held') throw wrongEventState(event.state)
  if (part.state !== 'present') throw new AppError('stateConflict', { state: partStateWords[part.state].vi })
  const result = readResult(input)
  await ctx.tx
    .updateTable('promotionParticipation')
    .set({ ...result, version: part.version + 1 })
    .where('id', '=', part.id)
    .execute()
  await logEvent(ctx, event, 'promotion.resultRecorded', { productId: part.productId, ...result })
}

/** The stall of a producer at an open or held fair, on all its products that are on the list or there; an empty one is taken back. */
export async function giveStall(ctx: Ctx, eventId: string, input: Typed<'producerId' | 'stall'>): Promise<void> {
  const event = await eventToKeep(ctx, eventId, ['open', 'held'])
  const stall = readStall(input)
  const { producerId } = input
  const listed = isId(producerId)
    ? await ctx.tx
        .selectFrom('promotionParticipation')
        .select(['id', 'stall'])
        .where('eventId', '=', eventId)
        .where('producerId', '=', producerId)
        .where('state', 'in', ['taken', 'present'])
        .forUpdate()
        .execute()
    : []
  if (!isId(producerId) || listed.length === 0 || !hasStalls(event.kind))
    throw new AppError(
      'invalid',
      {},
      { producerId: { vi: 'Chọn một chủ thể trong danh sách tham gia.', en: 'Choose a producer on the list of the event.' } },
    )
  if (listed.every((part) => part.stall === stall)) return
  await ctx.tx
    .updateTable('promotionParticipation')
    .set((set) => ({ stall, version: set('version', '+', 1) }))
    .where(
      'id',
      'in',
      listed.map((part) => part.id),
    )
    .execute()
  await logEvent(ctx, event, 'promotion.stallGiven', { producerId, stall: stall ?? '' })
  if (stall !== null)
    await notify(ctx, await accountsWithRole(ctx.tx, 'producer', { authority: event.provinceCode, producerId }, ctx.now), {
      kind: 'promotion.stall',
      dedupe: `${eventId} ${producerId} ${stall}`,
      subjectKind: 'promotionEvent',
      subjectId: eventId,
      link: `/xuc-tien/${eventId}`,
      params: { event: event.title, stall },
    })
}
