// Promotion events for tests, walked through the verbs.
import { actAs, type World } from '#/testing/world.ts'
import { storedProduct } from '../certificate/certificate.fixture.ts'
import { addEvent, holdEvent, openEvent } from './event.actions.ts'
import { askForPart, settlePart } from './part.actions.ts'
import type { EventInput } from './promotion.ts'

export const eventInput: EventInput = {
  kind: 'fair',
  title: 'Hội chợ OCOP',
  reach: 'province',
  startsOn: '14/09/2026',
  endsOn: '15/09/2026',
}

let made = 0

/** An event of the province's desk with one product of the producer: asked for where it is open, on the list where it was held. */
export async function eventIn(world: World, until: 'planned' | 'open' | 'held', over: EventInput & { product?: string } = {}) {
  made += 1
  const { product = 'Nước mắm hội chợ', ...input } = over
  const eventId = await actAs(world, 'office', (ctx) => addEvent(ctx, { ...eventInput, title: `Hội chợ OCOP ${made}`, ...input }))
  if (until === 'planned') return { eventId, partId: '', productId: '' }
  const productId = await storedProduct(world, `${product} ${made}`)
  await actAs(world, 'office', (ctx) => openEvent(ctx, eventId))
  await actAs(world, 'producer', (ctx) => askForPart(ctx, eventId, { productId }))
  const { id: partId } = await world.services.database.db
    .selectFrom('promotionParticipation')
    .select('id')
    .where('eventId', '=', eventId)
    .executeTakeFirstOrThrow()
  if (until === 'held')
    await actAs(world, 'office', async (ctx) => {
      await settlePart(ctx, eventId, partId, { to: 'taken' })
      await holdEvent(ctx, eventId, { visitors: '1200', result: '' })
    })
  return { eventId, partId, productId }
}
