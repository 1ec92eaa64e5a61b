// Batches: the producer writes and publishes them; anyone reads one by its code.
import { z } from '@hono/zod-openapi'
import { addBatch, changeBatch } from '#/programme/batch/batch.actions.ts'
import { batchFor, listBatches } from '#/programme/batch/batch.store.ts'
import { batchStates } from '#/programme/batch/batch.ts'
import { lookUpBatch } from '#/programme/batch/look-up.ts'
import { correctBatch, publishBatch, recallBatch } from '#/programme/batch/publish.actions.ts'
import { deed, list, open, read, type Endpoint } from './endpoint.ts'
import { id, made, newVersion, reason, record, search, typed, version } from './schemas.ts'
import { windowOf } from './window.ts'

const tag = 'batch'
const fields = z.record(z.string().max(60), typed)
const about = {
  vi: 'number, producedOn, shelf, lastsTo, quantity, unit, stampFrom, stampTo, stampCount, note; steps.0.kind, steps.0.onDay, steps.0.place, steps.0.detail … steps.11; area.<id>, link.<id>: "1".',
  en: 'number, producedOn, shelf, lastsTo, quantity, unit, stampFrom, stampTo, stampCount, note; steps.0.kind, steps.0.onDay, steps.0.place, steps.0.detail … steps.11; area.<id>, link.<id>: "1".',
}

export const batchEndpoints: Endpoint[] = [
  open('/traces/{code}', {
    tag,
    title: { vi: 'Truy xuất một lô theo mã trên tem', en: 'The trace of a batch by the code on its label' },
    answer: record,
    run: ({ db, address, now }, { params }) => lookUpBatch(db, params.code, { address, now }),
  }),
  list('/batches', {
    tag,
    title: { vi: 'Lô sản xuất bạn được đọc', en: 'Batches you may read' },
    query: z.strictObject({ q: search, state: z.enum(batchStates).optional(), productId: id.optional() }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      let total = 0
      const rows = await windowOf(paging, async (page, perPage) => {
        const asked = { search: query.q ?? '', state: query.state ?? null, product: query.productId ?? null }
        const found = await listBatches(db, actor, { ...asked, sort: 'produced', page, perPage })
        total = found.total
        return found.rows
      })
      return { rows, total }
    },
  }),
  deed('post', '/products/{productId}/batches', {
    tag,
    title: { vi: 'Lập bản nháp một lô', en: 'A draft of a batch' },
    about,
    body: fields,
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await addBatch(ctx, params.productId, body) }),
  }),
  read('/batches/{batchId}', {
    tag,
    title: { vi: 'Một lô với nguyên liệu, công đoạn, các bản và quyền', en: 'A batch with its parts, revisions and rights' },
    answer: record,
    run: ({ db, actor }, { params }) => batchFor(db, actor, params.batchId),
  }),
  deed('put', '/batches/{batchId}', {
    tag,
    title: { vi: 'Sửa bản nháp', en: 'Change a draft' },
    about,
    body: z.strictObject({ version, fields }),
    answer: newVersion,
    run: async (ctx, { params, body }) => ({ version: await changeBatch(ctx, params.batchId, body.fields, body.version) }),
  }),
  deed('post', '/batches/{batchId}/publish', {
    tag,
    title: { vi: 'Công bố một lô', en: 'Publish a batch' },
    run: (ctx, { params }) => publishBatch(ctx, params.batchId),
  }),
  deed('post', '/batches/{batchId}/correct', {
    tag,
    title: { vi: 'Lập bản đính chính', en: 'Begin a correction' },
    body: z.strictObject({ correction: z.string() }),
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await correctBatch(ctx, params.batchId, body) }),
  }),
  deed('post', '/batches/{batchId}/recall', {
    tag,
    title: { vi: 'Thu hồi một lô', en: 'Recall a batch' },
    body: reason,
    run: (ctx, { params, body }) => recallBatch(ctx, params.batchId, body),
  }),
]
