// Points of sale for tests, walked through the verbs.
import { actAs, type World } from '#/testing/world.ts'
import { addPoint, judgeCriteria, openPoint } from './point.actions.ts'
import { standInCriteria, type PointInput } from './sales-point.ts'

export const pointInput: PointInput = {
  kind: 'point',
  name: 'Điểm bán Sầm Sơn',
  address: '12 đường Nguyễn Du',
  commune: 'Phường Sầm Sơn',
  setting: 'shop',
  operator: '2801234567',
  openedOn: '05/06/2026',
}

export const allMet = Object.fromEntries(standInCriteria.map((_, index) => [`c${index}`, 'met']))

let made = 0

/** A point of the province's desk, run by the producer of the world. */
export async function pointIn(world: World, until: 'planned' | 'running', over: PointInput = {}): Promise<string> {
  made += 1
  const id = await actAs(world, 'office', (ctx) => addPoint(ctx, { ...pointInput, name: `${String(pointInput.name)} ${made}`, ...over }))
  if (until === 'planned') return id
  const openedOn = over.openedOn ?? pointInput.openedOn
  await actAs(world, 'office', async (ctx) => {
    await judgeCriteria(ctx, id, allMet)
    await openPoint(ctx, id, { decisionNumber: '12/QĐ-SCT', openedOn })
  })
  return id
}

export const monthInput = { revenue: '12.500.000', products: '40', ocopProducts: '18', note: '' }
