// Batches of the main producer of the demo province: two published, one recalled, a draft. All invented.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { addBatch } from '../batch/batch.actions.ts'
import { publishBatch, recallBatch } from '../batch/publish.actions.ts'
import { act, type Services } from '../context.ts'
import type { DemoPeople } from './people.ts'
import { daysAgo } from './walk.ts'

export async function makeBatches(services: Services, people: DemoPeople): Promise<void> {
  const producer = await people.as('producer')
  const own = producer.grants.find((grant) => grant.role === 'producer')?.producerId ?? null
  const { db } = services.database
  const product = await db
    .selectFrom('product as p')
    .leftJoin('certificate as c', 'c.productId', 'p.id')
    .select('p.id')
    .where('p.producerId', '=', own)
    .orderBy('c.issuedOn')
    .limit(1)
    .executeTakeFirst()
  if (!product) return
  const area = await db.selectFrom('materialArea').select('id').where('areaCode', '=', 'TH-SS-001').executeTakeFirst()
  const link = await db.selectFrom('valueLink').select('id').where('producerId', '=', own).limit(1).executeTakeFirst()
  const today = plainDateOf(services.clock.now())
  const make = async (ago: number, number: string, quantity: string): Promise<string> => {
    const day = (before: number) => formatDate(addDays(today, -ago - before))
    return act(daysAgo(services, ago), producer, (ctx) =>
      addBatch(ctx, product.id, {
        number,
        producedOn: day(2),
        shelf: 'expiry',
        lastsTo: formatDate(addDays(today, 720 - ago)),
        quantity,
        unit: 'chai',
        ...(area ? { [`area.${area.id}`]: '1' } : {}),
        ...(link ? { [`link.${link.id}`]: '1' } : {}),
        'steps.0.kind': 'harvest',
        'steps.0.onDay': day(380),
        'steps.0.place': 'Bến cá phường Sầm Sơn',
        'steps.0.detail': 'Cá cơm than tươi, 4 tấn',
        'steps.1.kind': 'processing',
        'steps.1.onDay': day(375),
        'steps.1.place': 'Nhà thùng số 2',
        'steps.1.detail': 'Ủ chượp 12 tháng',
        'steps.2.kind': 'test',
        'steps.2.onDay': day(10),
        'steps.2.detail': 'Đạm tổng số, histamin đạt',
        'steps.3.kind': 'packing',
        'steps.3.onDay': day(2),
        'steps.3.detail': 'Chai thủy tinh 500 ml, dán tem',
      }),
    )
  }
  const publish = (ago: number, id: string) => act(daysAgo(services, ago), producer, (ctx) => publishBatch(ctx, id))
  const old = await make(60, 'NM-2401', '800')
  await publish(60, old)
  await act(daysAgo(services, 30), producer, (ctx) => recallBatch(ctx, old, { reason: 'Nắp chai không kín, có thể lên men lại.' }))
  await publish(28, await make(28, 'NM-2402', '1.200'))
  await publish(5, await make(5, 'NM-2403', '1.000'))
  await make(1, 'NM-2404', '950')
}
