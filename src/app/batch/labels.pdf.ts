// The sheet of labels of a published batch, for its producer. Drawn anew each time: it holds what the public page holds.
import { batchLabels } from '#/programme/batch/labels.paper.ts'
import { batchFor } from '#/programme/batch/batch.store.ts'
import { readFrozen } from '#/programme/batch/batch.ts'
import { must } from '#/programme/refuse.ts'
import { pageLoader } from '../page.server.ts'

export const loader = pageLoader(async ({ db, actor, params, services, now }) => {
  const { batch, rights } = await batchFor(db, actor, params['id'])
  must(rights.keep && batch.state === 'published')
  const { product, producer } = readFrozen(batch.frozen)
  const bytes = batchLabels({ ...batch, product, producer }, services.config.baseUrl, now)
  return new Response(new Uint8Array(bytes), {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="tem-lo-${batch.code}.pdf"` },
  })
})
