// Budget lines from the annex of a plan or estimate: known by year and title, new ones added, planned figures and items corrected.
import type { Db, Tx } from '#/platform/database/open.ts'
import { newId } from '#/platform/database/id.ts'
import { fold } from '#/platform/text/fold.ts'
import { provinceOf } from '../people/authority.ts'
import { must, mustSee } from '../refuse.ts'
import { readCells, type RowRead, type SheetKind } from '../sheet/sheet.ts'
import { readLine, type LineFields } from './money.input.ts'
import { categoryWords, itemCategories, type ItemCategory } from './money.ts'
import { keepsMoney, readsMoney } from './money.policy.ts'

type Known = ReadonlyMap<string, { id: string; itemCategory: string; planned: number | null }>
type Values = LineFields & { id: string | null }

const categoriesTyped = new Map<string, ItemCategory>(
  itemCategories.flatMap((one) => [categoryWords[one].vi, categoryWords[one].en, one].map((word) => [fold(word), one] as const)),
)
const categoryList = itemCategories.map((one) => categoryWords[one].vi).join('; ')
const keyOf = (line: { year: number; title: string }) => `${line.year} ${fold(line.title)}`

export const lineSheet: SheetKind<Values, Known> = {
  kind: 'khoan-kinh-phi',
  title: { vi: 'Khoản kinh phí', en: 'Budget lines' },
  lead: {
    vi: 'Phụ lục kinh phí của kế hoạch, dự toán. Khoản đã có (trùng năm và tên) được cập nhật số kế hoạch và nội dung chi.',
    en: 'The budget annex of a plan. A line that is there by its year and title gets its planned figure and item.',
  },
  columns: [
    {
      key: 'title',
      title: { vi: 'Tên khoản', en: 'Title' },
      aliases: ['Nội dung', 'Khoản', 'Nội dung thực hiện'],
      required: true,
      example: 'Xúc tiến thương mại, giới thiệu sản phẩm',
    },
    { key: 'year', title: { vi: 'Năm', en: 'Year' }, aliases: ['Năm ngân sách'], required: true, example: '2026' },
    {
      key: 'itemCategory',
      title: { vi: 'Nội dung chi', en: 'Item' },
      aliases: ['Loại nội dung', 'Loại chi'],
      required: true,
      example: categoryWords.promotion.vi,
      hint: { vi: categoryList, en: itemCategories.map((one) => categoryWords[one].en).join('; ') },
    },
    {
      key: 'planned',
      title: { vi: 'Kế hoạch (đồng)', en: 'Planned (đồng)' },
      aliases: ['Kinh phí', 'Số tiền', 'Dự toán', 'Kế hoạch'],
      money: true,
      example: '58.000.000',
    },
  ],

  async rights(_db, actor) {
    mustSee(readsMoney(actor, actor.authority))
    must(keepsMoney(actor, actor.authority))
    return actor.authority
  },

  home: () => '/kinh-phi',

  async prepare(db: Db | Tx, actor): Promise<Known> {
    const rows = await db
      .selectFrom('budgetLine')
      .select(['id', 'title', 'year', 'itemCategory', 'planned'])
      .where('authority', '=', actor.authority)
      .execute()
    return new Map(rows.map((row) => [keyOf(row), row]))
  },

  readRow(cells, known): RowRead<Values> {
    const itemCategory = categoriesTyped.get(fold(cells['itemCategory'] ?? ''))
    const read = readCells(cells, (fields) => {
      if (itemCategory === undefined)
        fields.say('itemCategory', { vi: `Không có nội dung này. Chọn một trong: ${categoryList}.`, en: 'No such item.' })
      return readLine({ title: cells['title'], year: cells['year'], planned: cells['planned'], itemCategory: itemCategory ?? 'other' })
    })
    if (!read.ok) return read
    const { values: line } = read
    const there = known.get(keyOf(line))
    const same = there !== undefined && there.itemCategory === line.itemCategory && there.planned === line.planned
    return {
      ok: true,
      key: keyOf(line),
      label: line.title,
      values: { ...line, id: there?.id ?? null },
      outcome: same ? 'unchanged' : there ? 'changed' : 'new',
    }
  },

  async save(ctx, _subjectId, rows) {
    const { authority } = ctx.actor
    const placed = rows.map(({ values }) => ({ ...values, id: values.id ?? newId(), isNew: values.id === null }))
    const made = placed.filter((line) => line.isNew)
    if (made.length > 0)
      await ctx.tx
        .insertInto('budgetLine')
        .values(
          made.map(({ isNew: _isNew, ...line }) => ({
            ...line,
            provinceCode: provinceOf(authority),
            authority,
            demo: ctx.config.demo,
            createdBy: ctx.actor.accountId,
            createdAt: ctx.now,
          })),
        )
        .execute()
    for (const { id, planned, itemCategory } of placed.filter((line) => !line.isNew))
      await ctx.tx
        .updateTable('budgetLine')
        .set((expression) => ({ planned, itemCategory, version: expression('version', '+', 1) }))
        .where('id', '=', id)
        .execute()
    return placed.map((line) => line.id)
  },
}
