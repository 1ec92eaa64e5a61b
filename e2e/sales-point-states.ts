// Points of sale of the province's desk in the states their presses begin from; run by the producer of the world.
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { paperFile } from '#/programme/document/incoming.ts'
import { storedProduct } from '#/programme/certificate/certificate.fixture.ts'
import { fileMonth } from '#/programme/sales-point/month.actions.ts'
import { addPointPapers } from '#/programme/sales-point/point.actions.ts'
import { monthInput, pointIn } from '#/programme/sales-point/sales-point.fixture.ts'
import { actAs, type World } from '#/testing/world.ts'

export async function salesPointStates(world: World, name: string) {
  const { db } = world.services.database
  const planned = await pointIn(world, 'planned', { name: `${name} dự kiến` })
  const running = await pointIn(world, 'running', { name: `${name} chạy` })
  await actAs(world, 'producer', (ctx) => fileMonth(ctx, running, '2026-07', monthInput))
  const productId = await storedProduct(world, `${name} bán`)
  await db.insertInto('salesPointProduct').values({ pointId: running, productId, since: '2026-06-10' }).execute()
  const file = await paperFile(onePagePdf(''), `${name}.pdf`)
  const [paperId = ''] = await actAs(world, 'office', (ctx) => addPointPapers(ctx, running, [file], ''))
  return { salesPoint: { planned, running, productId, paperId } }
}
