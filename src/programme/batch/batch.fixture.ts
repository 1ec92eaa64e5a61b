// Batches for tests, as their producer writes them.
import { actAs, type Person, type World } from '#/testing/world.ts'
import { addBatch } from './batch.actions.ts'
import { publishBatch } from './publish.actions.ts'

export const batchInput = {
  number: 'L01',
  producedOn: '01/09/2026',
  shelf: 'expiry',
  lastsTo: '01/09/2027',
  quantity: '1.250,5',
  unit: 'lít',
  'steps.0.kind': 'harvest',
  'steps.0.onDay': '20/08/2026',
  'steps.0.place': 'Bến cá Sầm Sơn',
  'steps.0.detail': 'Cá cơm tươi',
  'steps.2.kind': 'packing',
  'steps.2.onDay': '02/09/2026',
  'steps.2.detail': 'Đóng chai 500 ml',
}

export async function draftBatch(world: World, productId: string, over: Record<string, unknown> = {}, person: Person = 'producer') {
  return actAs(world, person, (ctx) => addBatch(ctx, productId, { ...batchInput, ...over }))
}

export async function publishedBatch(world: World, productId: string, over: Record<string, unknown> = {}): Promise<string> {
  const id = await draftBatch(world, productId, over)
  await actAs(world, 'producer', (ctx) => publishBatch(ctx, id))
  return id
}
