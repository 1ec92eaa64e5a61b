// What a producer does with its products.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { audit, type Ctx } from '../context.ts'
import { storeFile } from '../document/document.ts'
import { finalStates } from '../dossier/dossier.workflow.ts'
import { mustBeVersion } from '../fields.ts'
import { found, mustSee } from '../refuse.ts'
import { ownsProducer } from '../people/actor.ts'
import type { IncomingPhoto } from '../document/incoming.ts'
import { MAX_PHOTOS, readProduct, type Product, type ProductInput } from './product.ts'

async function ownProductForUpdate(ctx: Ctx, productId: string) {
  const product = found(
    isId(productId) ? await ctx.tx.selectFrom('product').selectAll().where('id', '=', productId).forUpdate().executeTakeFirst() : null,
  )
  mustSee(ownsProducer(ctx.actor, product.producerId))
  return product
}

/** Describes a new product of one's own producer under the pack in force. Returns its id. Throws `invalid` by field. */
export async function addProduct(ctx: Ctx, producerId: string, input: ProductInput): Promise<string> {
  mustSee(isId(producerId) && ownsProducer(ctx.actor, producerId))
  const producer = found(
    await ctx.tx.selectFrom('producer').select(['provinceCode', 'demo']).where('id', '=', producerId).executeTakeFirst(),
  )
  const pack = ctx.regulations.forDay(plainDateOf(ctx.now))
  const { packs, ...product } = readProduct(input, pack.regulation)
  const id = newId()
  await ctx.tx
    .insertInto('product')
    .values({
      id,
      provinceCode: producer.provinceCode,
      producerId,
      ...product,
      regulationId: pack.id,
      demo: producer.demo,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute()
  await savePacks(ctx, id, packs)
  await audit(ctx, {
    verb: 'product.added',
    subjectKind: 'product',
    subjectId: id,
    authority: producer.provinceCode,
    payload: { name: product.name, setNo: product.setNo },
  })
  return id
}

/** Saves the description and packs. The set stays while a dossier is open: its form hangs on it. Returns the new version. */
export async function editProduct(ctx: Ctx, productId: string, input: ProductInput, version: number): Promise<number> {
  const before = await ownProductForUpdate(ctx, productId)
  const { packs, ...product } = readProduct(input, ctx.regulations.get(before.regulationId).regulation)
  mustBeVersion(before.version, version)
  if (product.setNo !== before.setNo && (await hasOpenDossier(ctx, productId))) throw new AppError('product.inDossier')
  await ctx.tx
    .updateTable('product')
    .set({ ...product, version: version + 1, updatedAt: ctx.now })
    .where('id', '=', productId)
    .execute()
  await savePacks(ctx, productId, packs)
  const changed = (['name', 'description', 'setNo'] as const).filter((field) => before[field] !== product[field])
  await audit(ctx, {
    verb: 'product.edited',
    subjectKind: 'product',
    subjectId: productId,
    authority: before.provinceCode,
    payload: { changed, packs: packs.length },
  })
  return version + 1
}

/** Adds a photo, already drawn anew. The same picture twice is once. */
export async function addPhoto(ctx: Ctx, productId: string, photo: IncomingPhoto, caption = ''): Promise<string> {
  const product = await ownProductForUpdate(ctx, productId)
  const photos = await ctx.tx.selectFrom('productPhoto').select(['id', 'sha256', 'ordinal']).where('productId', '=', productId).execute()
  const sha256 = await storeFile(ctx, photo.bytes, photo.mediaType)
  const same = photos.find((one) => one.sha256 === sha256)
  if (same) return same.id
  if (photos.length >= MAX_PHOTOS)
    throw new AppError(
      'invalid',
      {},
      { photos: { vi: `Nhiều nhất ${MAX_PHOTOS} ảnh. Bỏ bớt một ảnh rồi thêm.`, en: `At most ${MAX_PHOTOS} photos. Remove one first.` } },
    )
  const id = newId()
  await ctx.tx
    .insertInto('productPhoto')
    .values({
      id,
      productId,
      sha256,
      mediaType: photo.mediaType,
      caption: caption.slice(0, 200),
      ordinal: Math.max(0, ...photos.map((one) => one.ordinal)) + 1,
      createdAt: ctx.now,
    })
    .execute()
  await audit(ctx, {
    verb: 'product.photoAdded',
    subjectKind: 'product',
    subjectId: productId,
    authority: product.provinceCode,
    payload: { photoId: id },
  })
  return id
}

export async function removePhoto(ctx: Ctx, productId: string, photoId: string): Promise<void> {
  const product = await ownProductForUpdate(ctx, productId)
  if (!isId(photoId)) return
  const gone = await ctx.tx.deleteFrom('productPhoto').where('id', '=', photoId).where('productId', '=', productId).executeTakeFirst()
  if (gone.numDeletedRows === 0n) return
  await audit(ctx, {
    verb: 'product.photoRemoved',
    subjectKind: 'product',
    subjectId: productId,
    authority: product.provinceCode,
    payload: { photoId },
  })
}

async function hasOpenDossier(ctx: Ctx, productId: string): Promise<boolean> {
  const open = await ctx.tx
    .selectFrom('dossier')
    .select('id')
    .where('productId', '=', productId)
    .where('state', 'not in', [...finalStates])
    .executeTakeFirst()
  return open !== undefined
}

async function savePacks(ctx: Ctx, productId: string, packs: Product['packs']): Promise<void> {
  await ctx.tx.deleteFrom('productPack').where('productId', '=', productId).execute()
  if (packs.length === 0) return
  await ctx.tx
    .insertInto('productPack')
    .values(packs.map((pack, index) => ({ id: newId(), productId, ...pack, ordinal: index + 1 })))
    .execute()
}

/** Chooses the product set, found by words. Not while a dossier is open. Returns the new version. */
export async function chooseSet(ctx: Ctx, productId: string, setNo: unknown, version: number): Promise<number> {
  const product = await ownProductForUpdate(ctx, productId)
  const set = ctx.regulations.get(product.regulationId).regulation.sets.find((one) => String(one.set) === String(setNo))
  if (!set) throw new AppError('invalid', {}, { setNo: { vi: 'Chọn một bộ sản phẩm trong danh sách.', en: 'Choose one of the sets.' } })
  if (product.setNo === set.set) return product.version
  mustBeVersion(product.version, version)
  if (await hasOpenDossier(ctx, productId)) throw new AppError('product.inDossier')
  await ctx.tx
    .updateTable('product')
    .set({ setNo: set.set, version: version + 1, updatedAt: ctx.now })
    .where('id', '=', productId)
    .execute()
  await audit(ctx, {
    verb: 'product.setChosen',
    subjectKind: 'product',
    subjectId: productId,
    authority: product.provinceCode,
    payload: { from: product.setNo, to: set.set },
  })
  return version + 1
}
