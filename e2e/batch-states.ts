// Batches of the producer of the world in the states their presses begin from.
import { paperFile } from '#/programme/document/incoming.ts'
import { addBatchPapers } from '#/programme/batch/batch.actions.ts'
import { batchInput, draftBatch, publishedBatch } from '#/programme/batch/batch.fixture.ts'
import { publishBatch } from '#/programme/batch/publish.actions.ts'
import { storedProduct } from '#/programme/certificate/certificate.fixture.ts'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { actAs, type World } from '#/testing/world.ts'

export async function batchStates(world: World, name: string) {
  const product = await storedProduct(world, `${name} theo lô`)
  const draft = await draftBatch(world, product, { number: `${name} nháp` })
  const published = await publishedBatch(world, product, { number: name })
  const papered = await draftBatch(world, product, { ...batchInput, number: `${name} có giấy` })
  const file = await paperFile(onePagePdf(''), `${name}.pdf`)
  const [paper = ''] = await actAs(world, 'producer', (ctx) => addBatchPapers(ctx, papered, [file], ''))
  await actAs(world, 'producer', (ctx) => publishBatch(ctx, papered))
  const [draftPaper = ''] = await actAs(world, 'producer', (ctx) => addBatchPapers(ctx, draft, [file], ''))
  const { code } = await world.services.database.db.selectFrom('batch').select('code').where('id', '=', published).executeTakeFirstOrThrow()
  return { batch: { product, draft, published, code, paper, draftPaper } }
}
