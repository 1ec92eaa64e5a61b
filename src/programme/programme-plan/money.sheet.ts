// A draft's money from the annex: known by code or title. The running of it, line by line and year by year, is the money register's.
import { fold } from '#/platform/text/fold.ts'
import { readCells, type RowRead, type SheetKind } from '../sheet/sheet.ts'
import { annexLoaded, draftOf, ofOneDraft, tooMany } from './annex.sheet.ts'
import { readMoney } from './part.input.ts'
import { MOST_PARTS } from './part.actions.ts'
import { moneyRow } from './plan.save.ts'
import { partsOf } from './part.store.ts'
import { fundSources, fundSourceWords, type FundSource, type MoneyLine } from './programme-plan.ts'

/**
 * `lines`: those of the draft, then those of the file as far as it was read: a whole stands above its parts, and codes are given in order.
 * `stored`: how many the draft has.
 */
type Known = { lines: MoneyLine[]; stored: number }
type Values = { line: MoneyLine; isNew: boolean }

const sourcesTyped = new Map<string, FundSource>(
  fundSources.flatMap((one) => [one, fundSourceWords[one].vi, fundSourceWords[one].en].map((word) => [fold(word), one] as const)),
)
const sourceList = fundSources.map((one) => fundSourceWords[one].vi).join('; ')
const said = ({ title, amount, sources, note, partOf }: MoneyLine) => JSON.stringify([title, amount, [...sources].sort(), note, partOf])
const named = (lines: readonly MoneyLine[], text: string) =>
  lines.find((line) => line.code === text) ?? lines.find((line) => fold(line.title) === fold(text))

export const planMoneySheet: SheetKind<Values, Known> = {
  kind: 'phu-bieu-kinh-phi',
  title: { vi: 'Kinh phí của kế hoạch', en: 'Money of a plan' },
  lead: {
    vi: 'Phụ biểu kinh phí của dự thảo. Khoản đã có (trùng mã, hoặc trùng tên) được sửa theo tệp. Khoản tổng đứng trên các khoản thành phần.',
    en: 'The money annex of a draft. A line that is there by code or title is corrected. A whole stands above its parts.',
  },
  columns: [
    {
      key: 'title',
      title: { vi: 'Khoản kinh phí', en: 'Money line' },
      aliases: ['Nội dung', 'Khoản', 'Nội dung thực hiện', 'Nội dung chi', 'Tên khoản'],
      required: true,
      example: 'Xúc tiến thương mại, giới thiệu sản phẩm',
    },
    {
      key: 'amount',
      title: { vi: 'Số tiền (đồng)', en: 'Amount (đồng)' },
      aliases: ['Kinh phí', 'Số tiền', 'Dự toán', 'Thành tiền', 'Đồng', 'Nghìn đồng', 'Triệu đồng'],
      money: true,
      example: '58.000.000',
      hint: { vi: 'Để trống khi kế hoạch không nêu số.', en: 'Empty where no amount is named.' },
    },
    {
      key: 'sources',
      title: { vi: 'Nguồn', en: 'Sources' },
      aliases: ['Nguồn vốn', 'Nguồn kinh phí'],
      example: 'Ngân sách tỉnh; Vốn tự có',
      hint: { vi: sourceList, en: fundSources.map((one) => fundSourceWords[one].en).join('; ') },
    },
    { key: 'partOf', title: { vi: 'Thuộc khoản', en: 'Part of' }, aliases: ['Trong đó của', 'Là một phần của khoản'], example: '' },
    { key: 'code', title: { vi: 'Mã', en: 'Code' }, aliases: ['Mã khoản'], example: 'K02' },
    { key: 'note', title: { vi: 'Ghi chú', en: 'Note' }, example: '' },
  ],
  ...ofOneDraft('kinh-phi'),

  async prepare(db, actor, subjectId): Promise<Known> {
    const { money } = await partsOf(db, (await draftOf(db, actor, subjectId)).id)
    return { lines: [...money], stored: money.length }
  },

  readRow(cells, known): RowRead<Values> {
    const { lines } = known
    const code = (cells['code'] ?? '').trim()
    const there = named(lines, code === '' ? (cells['title'] ?? '').trim() : code) ?? null
    if (there === null && lines.length >= MOST_PARTS) return tooMany()
    const read = readCells(cells, (fields) => {
      const words = (cells['sources'] ?? '').split(/[;,\n]/).filter((word) => word.trim() !== '')
      const sources = words.map((word) => sourcesTyped.get(fold(word)))
      if (sources.includes(undefined))
        fields.say('sources', { vi: `Không có nguồn này. Ghi một hoặc nhiều trong: ${sourceList}.`, en: 'No such source.' })
      const whole = (cells['partOf'] ?? '').trim()
      return readMoney(
        {
          code,
          title: cells['title'],
          amount: cells['amount'],
          sources: sources.filter((one) => one !== undefined),
          note: cells['note'],
          partOf: whole === '' ? '' : (named(lines, whole)?.code ?? whole),
        },
        { money: lines },
        there,
      )
    })
    if (!read.ok) return read
    const line = read.values
    const isNew = there === null || lines.indexOf(there) >= known.stored
    if (there === null) lines.push(line)
    const outcome = isNew ? 'new' : said(there) === said(line) ? 'unchanged' : 'changed'
    return { ok: true, key: line.code, label: line.title, values: { line, isNew }, outcome }
  },

  async save(ctx, subjectId, rows, known) {
    const plan = await draftOf(ctx.tx, ctx.actor, subjectId)
    const made = rows
      .filter(({ values }) => values.isNew)
      .map(({ values }, index) => moneyRow(plan.id, known.stored + index + 1, values.line))
    if (made.length > 0) await ctx.tx.insertInto('programmeMoney').values(made).execute()
    const kept: { id: string; code: string }[] = [...made]
    for (const { values } of rows)
      if (!values.isNew) {
        const { code, ...set } = values.line
        const changed = await ctx.tx
          .updateTable('programmeMoney')
          .set(set)
          .where('planId', '=', plan.id)
          .where('code', '=', code)
          .returning(['id', 'code'])
          .execute()
        kept.push(...changed)
      }
    await annexLoaded(ctx, subjectId, 'money', rows.length)
    const ids = new Map(kept.map((row) => [row.code, row.id]))
    return rows.map(({ values }) => ids.get(values.line.code) ?? '')
  },
}
