// A draft's products from the annex as offices keep it: known by product and producer, new ones added, the rest corrected.
import { fold } from '#/platform/text/fold.ts'
import { readCells, type RowRead, type SheetKind } from '../sheet/sheet.ts'
import { annexLoaded, draftOf, ofOneDraft, tooMany } from './annex.sheet.ts'
import { readProduct } from './part.input.ts'
import { MOST_PARTS } from './part.actions.ts'
import { productRow } from './plan.save.ts'
import { partsOf, type StoredProduct } from './part.store.ts'
import { linkProducts, productKey } from './product.link.ts'
import { productKinds, productKindWords, type PlanProduct, type ProductKind } from './programme-plan.ts'

/** Rows of the draft by what they are about; `room`: how many more it takes. */
type Known = { rows: ReadonlyMap<string, StoredProduct>; room: number }
type Values = { row: PlanProduct; old: StoredProduct | null }

const kindsTyped = new Map<string, ProductKind>([
  ...productKinds.flatMap((kind) =>
    [kind, productKindWords[kind].vi, productKindWords[kind].en].map((word) => [fold(word), kind] as const),
  ),
  ...(['phát triển mới', 'sản phẩm mới', 'xây dựng mới'] as const).map((word) => [fold(word), 'new'] as const),
  ...(['nâng sao', 'nâng cấp'] as const).map((word) => [fold(word), 'upgrade'] as const),
  ...(['đánh giá lại', 'công nhận lại', 'hết hạn'] as const).map((word) => [fold(word), 'renewal'] as const),
])

const said = ({ kind, productName, producerName, communeName, targetStar, note }: PlanProduct) =>
  JSON.stringify([kind, productName, producerName, communeName, targetStar, note])

export const planProductSheet: SheetKind<Values, Known> = {
  kind: 'phu-bieu-san-pham',
  title: { vi: 'Danh mục sản phẩm của kế hoạch', en: 'Products of a plan' },
  lead: {
    vi: 'Phụ biểu sản phẩm của dự thảo. Tên trùng với sản phẩm, chủ thể, xã đã có thì tự liên kết; còn lại giữ nguyên tên, liên kết sau.',
    en: 'The products annex of a draft. Names of known products, producers and communes link by themselves; others stay names, to be linked later.',
  },
  columns: [
    {
      key: 'productName',
      title: { vi: 'Sản phẩm', en: 'Product' },
      aliases: ['Tên sản phẩm', 'Sản phẩm tham gia'],
      required: true,
      example: 'Nước mắm Vạn Triều',
    },
    {
      key: 'producerName',
      title: { vi: 'Chủ thể', en: 'Producer' },
      aliases: ['Tên chủ thể', 'Chủ thể sản xuất', 'Cơ sở sản xuất', 'Đơn vị sản xuất'],
      example: 'Hợp tác xã Vạn Triều',
    },
    {
      key: 'communeName',
      title: { vi: 'Xã, phường', en: 'Commune' },
      aliases: ['Xã', 'Địa chỉ', 'Địa phương', 'Xã, phường, thị trấn', 'Địa bàn'],
      example: 'Phường Sầm Sơn',
    },
    {
      key: 'kind',
      title: { vi: 'Loại', en: 'Kind' },
      aliases: ['Hình thức', 'Phân loại'],
      example: productKindWords.new.vi,
      hint: {
        vi: `${productKinds.map((kind) => productKindWords[kind].vi).join('; ')}. Để trống là Mới.`,
        en: `${productKinds.map((kind) => productKindWords[kind].en).join('; ')}. Empty: new.`,
      },
    },
    {
      key: 'targetStar',
      title: { vi: 'Hạng sao mục tiêu', en: 'Target star' },
      aliases: ['Hạng sao', 'Hạng sao dự kiến', 'Dự kiến hạng sao', 'Số sao'],
      example: '4',
    },
    { key: 'note', title: { vi: 'Ghi chú', en: 'Note' }, example: '' },
  ],
  ...ofOneDraft('san-pham'),

  async prepare(db, actor, subjectId): Promise<Known> {
    const { products } = await partsOf(db, (await draftOf(db, actor, subjectId)).id)
    return { rows: new Map(products.map((row) => [productKey(row), row])), room: MOST_PARTS - products.length }
  },

  readRow(cells, known): RowRead<Values> {
    const kind = (cells['kind'] ?? '').trim() === '' ? 'new' : kindsTyped.get(fold(cells['kind'] ?? ''))
    const read = readCells(cells, (fields) => {
      if (kind === undefined)
        fields.say('kind', {
          vi: 'Không có loại này. Ghi: Mới, Nâng hạng hoặc Công nhận lại.',
          en: 'No such kind: New, Upgrade or Renewal.',
        })
      const targetStar = (cells['targetStar'] ?? '').replace(/\s*(sao|\*|★)\s*$/i, '')
      return readProduct({ ...cells, kind: kind ?? 'new', targetStar })
    })
    if (!read.ok) return read
    const { values: row } = read
    const key = productKey(row)
    const old = known.rows.get(key) ?? null
    if (!old) {
      if (known.room <= 0) return tooMany()
      known.room -= 1
    }
    const outcome = old === null ? 'new' : said(old) === said(row) ? 'unchanged' : 'changed'
    return { ok: true, key, label: row.productName, values: { row, old }, outcome }
  },

  async save(ctx, subjectId, rows, known) {
    const plan = await draftOf(ctx.tx, ctx.actor, subjectId)
    // A row that a person linked, or that found its record before, stays linked under its new words.
    const typed = rows.map(({ values: { row, old } }) =>
      old === null
        ? row
        : { ...row, productId: old.productId, producerId: old.producerId, communeCode: old.productId === null ? null : old.communeCode },
    )
    const linked = await linkProducts(ctx.tx, plan, typed)
    const placed = linked.map((row, index) => ({ old: rows[index]?.values.old ?? null, row }))
    const made = placed.filter(({ old }) => old === null).map(({ row }, index) => productRow(plan.id, known.rows.size + index + 1, row))
    if (made.length > 0) await ctx.tx.insertInto('programmeProduct').values(made).execute()
    for (const { old, row } of placed)
      if (old !== null) await ctx.tx.updateTable('programmeProduct').set(row).where('id', '=', old.id).execute()
    await annexLoaded(ctx, subjectId, 'product', rows.length)
    const ids = made.map((row) => row.id).values()
    return placed.map(({ old }) => old?.id ?? ids.next().value ?? '')
  },
}
