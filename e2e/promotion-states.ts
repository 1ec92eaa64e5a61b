// Promotion events of the province's desk in the states their presses begin from, each with a product of the producer.
import { storedProduct } from '#/programme/certificate/certificate.fixture.ts'
import { settlePart } from '#/programme/promotion/part.actions.ts'
import { eventIn } from '#/programme/promotion/promotion.fixture.ts'
import { actAs, type World } from '#/testing/world.ts'

export async function promotionStates(world: World, name: string) {
  const over = (what: string) => ({ title: `${name} ${what}`, product: `${name} ${what}` })
  const planned = await eventIn(world, 'planned', over('dự kiến'))
  const open = await eventIn(world, 'open', over('mở'))
  const held = await eventIn(world, 'held', over('xong'))
  await actAs(world, 'office', (ctx) => settlePart(ctx, held.eventId, held.partId, { to: 'present' }))
  return { promotion: { planned, open, held, freeProductId: await storedProduct(world, `${name} rỗi`) } }
}
