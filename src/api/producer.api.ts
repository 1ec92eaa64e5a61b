// Producers, products and the library of papers, for the people who own them.
import { z } from '@hono/zod-openapi'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { paperFile, productPhoto } from '#/programme/document/incoming.ts'
import { addPaper, addPaperFile, editPaper, removePaper, removePaperFile, replacePaperFile } from '#/programme/paper/paper.actions.ts'
import { paperFields } from '#/programme/paper/paper.ts'
import { filesOf as filesOfPaper, listPapers, ownPaper } from '#/programme/paper/paper.store.ts'
import { hasRole, ownsProducer } from '#/programme/people/actor.ts'
import { editProducer, registerProducer } from '#/programme/producer/producer.actions.ts'
import { rights } from '#/programme/producer/producer.policy.ts'
import { findProducer, ownProducers, privateOf, searchProducers } from '#/programme/producer/producer.store.ts'
import { privateFields, producerFields } from '#/programme/producer/producer.ts'
import { addPhoto, addProduct, chooseSet, editProduct, removePhoto } from '#/programme/product/product.actions.ts'
import { listProducts, ownProduct } from '#/programme/product/product.store.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { deed, list, read, type Endpoint } from './endpoint.ts'
import { fileOf, filesOf } from './files.ts'
import { made, newVersion, record, search, typed, typedFields, version } from './schemas.ts'

const tag = 'producer'
const producer = typedFields(...producerFields, ...privateFields)
const product = z.strictObject({
  name: typed,
  description: typed,
  setNo: typed,
  packs: z
    .array(z.strictObject({ name: typed, netContent: typed, barcode: typed }))
    .max(100)
    .optional(),
})
const paper = typedFields(...paperFields)
const upload = { upload: z.string().max(64).optional() }

export const producerEndpoints: Endpoint[] = [
  list('/producers', {
    tag,
    title: { vi: 'Các chủ thể tôi được xem', en: 'Producers I may see' },
    about: { vi: 'Chủ thể thấy của mình; cơ quan OCOP thấy cả tỉnh.', en: 'Producers see their own, the OCOP office its province.' },
    query: z.strictObject({ q: search }),
    answer: record,
    run: async ({ db, actor }, { query }, paging) => {
      if (hasRole(actor, 'office')) return searchProducers(db, { provinceCode: actor.provinceCode }, query.q ?? '', paging)
      const own = await ownProducers(db, actor)
      return { total: own.length, rows: own.slice(paging.offset, paging.offset + paging.limit) }
    },
  }),
  read('/producers/{producerId}', {
    tag,
    title: { vi: 'Một chủ thể', en: 'A producer' },
    about: { vi: 'Trường nhạy cảm chỉ trả cho chính chủ thể.', en: 'Sensitive fields are given to the producer itself only.' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const row = found(await findProducer(db, params.producerId))
      mustSee(rights(actor, row).see)
      const { nameFolded: _folded, ...shown } = row
      return ownsProducer(actor, row.id) ? { ...shown, ...(await privateOf(db, row.id)) } : shown
    },
  }),
  deed('post', '/producers', {
    tag,
    title: { vi: 'Đăng ký chủ thể', en: 'Register a producer' },
    body: producer,
    status: 201,
    answer: made,
    run: async (ctx, { body }) => ({ id: await registerProducer(ctx, body) }),
  }),
  deed('put', '/producers/{producerId}', {
    tag,
    title: { vi: 'Sửa mô tả chủ thể', en: 'Edit a producer' },
    body: producer.extend({ version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, ...input } }) => ({
      version: await editProducer(ctx, params.producerId, input, seen),
    }),
  }),

  list('/products', {
    tag,
    title: { vi: 'Sản phẩm của tôi', en: 'My products' },
    query: z.strictObject({ q: search }),
    answer: record,
    run: ({ db, actor }, { query }, paging) => listProducts(db, actor, query.q ?? '', paging),
  }),
  read('/products/{productId}', {
    tag,
    title: { vi: 'Một sản phẩm của tôi', en: 'A product of mine' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const { nameFolded: _folded, photos, ...row } = found(await ownProduct(db, actor, params.productId))
      return { ...row, photos: photos.map(({ id, caption, ordinal }) => ({ id, caption, ordinal, file: `/api/v1/files/photos/${id}` })) }
    },
  }),
  deed('post', '/producers/{producerId}/products', {
    tag,
    title: { vi: 'Thêm sản phẩm', en: 'Add a product' },
    body: product,
    status: 201,
    answer: made,
    run: async (ctx, { params, body }) => ({ id: await addProduct(ctx, params.producerId, body as never) }),
  }),
  deed('put', '/products/{productId}', {
    tag,
    title: { vi: 'Sửa sản phẩm', en: 'Edit a product' },
    body: product.extend({ version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, ...input } }) => ({
      version: await editProduct(ctx, params.productId, input as never, seen),
    }),
  }),
  deed('put', '/products/{productId}/set', {
    tag,
    title: { vi: 'Chọn bộ sản phẩm', en: 'Choose the product set' },
    body: z.strictObject({ setNo: z.number().int(), version }),
    answer: newVersion,
    run: async (ctx, { params, body }) => ({ version: await chooseSet(ctx, params.productId, body.setNo, body.version) }),
  }),
  deed('post', '/products/{productId}/photos', {
    tag,
    title: { vi: 'Thêm ảnh sản phẩm', en: 'Add a product photo' },
    body: z.strictObject({ caption: z.string().max(200).optional(), ...upload }),
    status: 201,
    answer: made,
    prepare: async (call, files, fields) => {
      const { bytes, name } = await fileOf(call, files, fields)
      return productPhoto(bytes, name, 'file')
    },
    run: async (ctx, { params, body }, photo) => ({ id: await addPhoto(ctx, params.productId, photo, body.caption ?? '') }),
  }),
  deed('delete', '/products/{productId}/photos/{photoId}', {
    tag,
    title: { vi: 'Bỏ một ảnh', en: 'Remove a photo' },
    run: (ctx, { params }) => removePhoto(ctx, params.productId, params.photoId),
  }),

  list('/papers', {
    tag,
    title: { vi: 'Kho giấy tờ của tôi', en: 'My library of papers' },
    query: z.strictObject({
      q: search,
      kind: z.string().max(60).optional(),
      expiry: z.enum(['soon', 'expired']).optional(),
      producerId: z.string().optional(),
    }),
    answer: record,
    run: ({ db, actor, now }, { query: { q, ...filter } }, paging) =>
      listPapers(db, actor, { ...(q === undefined ? {} : { query: q }), ...(filter as { kind?: string }) }, plainDateOf(now), paging),
  }),
  read('/papers/{paperId}', {
    tag,
    title: { vi: 'Một giấy tờ với các tệp', en: 'A paper with its files' },
    answer: record,
    run: async ({ db, actor }, { params }) => {
      const row = found(await ownPaper(db, actor, params.paperId))
      const files = await filesOfPaper(db, row.id)
      return {
        ...row,
        files: files.map(({ id, fileName, mediaType, size, sha256, pageCount, ordinal }) => ({
          id,
          fileName,
          mediaType,
          size,
          sha256,
          pageCount,
          ordinal,
          file: `/api/v1/files/papers/${id}`,
        })),
      }
    },
  }),
  deed('post', '/producers/{producerId}/papers', {
    tag,
    title: { vi: 'Thêm giấy tờ, có thể kèm tệp', en: 'Add a paper, with files if there are any' },
    body: paper.extend(upload),
    status: 201,
    answer: made,
    prepare: async (call, files, fields) => {
      const all = await filesOf(call, files, fields, true)
      return Promise.all(all.map(({ bytes, name }) => paperFile(bytes, name)))
    },
    run: async (ctx, { params, body: { upload: _upload, ...input } }, files) => ({
      id: await addPaper(ctx, params.producerId, input, files),
    }),
  }),
  deed('put', '/papers/{paperId}', {
    tag,
    title: { vi: 'Sửa thông tin giấy tờ', en: 'Edit a paper' },
    body: paper.extend({ version }),
    answer: newVersion,
    run: async (ctx, { params, body: { version: seen, ...input } }) => ({ version: await editPaper(ctx, params.paperId, input, seen) }),
  }),
  deed('delete', '/papers/{paperId}', {
    tag,
    title: { vi: 'Gỡ giấy tờ khỏi kho', en: 'Remove a paper' },
    run: (ctx, { params }) => removePaper(ctx, params.paperId),
  }),
  deed('post', '/papers/{paperId}/files', {
    tag,
    title: { vi: 'Thêm tệp vào giấy tờ', en: 'Add a file to a paper' },
    body: z.strictObject(upload),
    status: 201,
    answer: made,
    prepare: async (call, files, fields) => {
      const { bytes, name } = await fileOf(call, files, fields)
      return paperFile(bytes, name)
    },
    run: async (ctx, { params }, file) => ({ id: await addPaperFile(ctx, params.paperId, file) }),
  }),
  deed('put', '/papers/{paperId}/files/{fileId}', {
    tag,
    title: { vi: 'Thay tệp; hồ sơ đã nộp vẫn giữ tệp cũ', en: 'Replace a file; filed dossiers keep the old one' },
    body: z.strictObject(upload),
    answer: made,
    prepare: async (call, files, fields) => {
      const { bytes, name } = await fileOf(call, files, fields)
      return paperFile(bytes, name)
    },
    run: async (ctx, { params }, file) => ({ id: await replacePaperFile(ctx, params.paperId, params.fileId, file) }),
  }),
  deed('delete', '/papers/{paperId}/files/{fileId}', {
    tag,
    title: { vi: 'Gỡ một tệp', en: 'Remove a file' },
    run: (ctx, { params }) => removePaperFile(ctx, params.paperId, params.fileId),
  }),
]
