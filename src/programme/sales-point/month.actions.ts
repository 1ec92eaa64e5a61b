// The monthly proof that a point trades: filed by its operator or the office, looked at by another of the office. A filed zero is not a missing month.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { Fields, type Typed } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must } from '../refuse.ts'
import { settingOf } from '../setting.ts'
import { logPoint, pointLocked, pointToKeep, wrongPointState } from './sales-point.load.ts'
import { monthDueDay } from './sales-point.settings.ts'
import { dueOf, monthFrom, monthOf, monthWords, readMonth, type MonthInput } from './sales-point.ts'

/** Only a month that is over, from the one it opened in; one that was returned is filed again, one that lies filed or accepted is not. */
export async function fileMonth(ctx: Ctx, pointId: string, monthText: unknown, input: MonthInput): Promise<void> {
  const point = await pointLocked(ctx, pointId)
  must(point.rights.file)
  if (point.state === 'planned') throw wrongPointState(point.state)
  const month = monthFrom(monthText)
  const today = plainDateOf(ctx.now)
  if (
    month === null ||
    month >= monthOf(today) ||
    month < monthOf(point.openedOn) ||
    (point.closedOn !== null && month > monthOf(point.closedOn))
  )
    throw new AppError(
      'invalid',
      {},
      { month: { vi: 'Chọn một tháng đã qua mà điểm hoạt động.', en: 'Choose a month that is over, in which it ran.' } },
    )
  const read = readMonth(input)
  const there = await ctx.tx
    .selectFrom('salesPointMonth')
    .selectAll()
    .where('pointId', '=', pointId)
    .where('month', '=', month)
    .forUpdate()
    .executeTakeFirst()
  if (there && there.filedAt !== null && there.verdict !== 'returned')
    throw new AppError('stateConflict', { state: monthWords[there.verdict === 'accepted' ? 'accepted' : 'filed'].vi })
  const filed = { ...read, filedBy: ctx.actor.accountId, filedAt: ctx.now, checkedBy: null, checkedAt: null, verdict: null, remark: '' }
  await ctx.tx
    .insertInto('salesPointMonth')
    .values({ pointId, month, dueOn: dueOf(month, await settingOf(ctx.tx, point.authority, monthDueDay)), ...filed })
    .onConflict((conflict) => conflict.columns(['pointId', 'month']).doUpdateSet(filed))
    .execute()
  await logPoint(ctx, point, 'salesPoint.monthFiled', {
    month,
    revenue: read.revenue,
    products: read.products,
    ocopProducts: read.ocopProducts,
  })
}

/** Accepted, or returned with what is to be mended. Never by who filed it. */
export async function judgeMonth(ctx: Ctx, pointId: string, monthText: unknown, input: Typed<'verdict' | 'remark'>): Promise<void> {
  const point = await pointToKeep(ctx, pointId)
  const month = monthFrom(monthText)
  const row = found(
    month === null
      ? null
      : await ctx.tx
          .selectFrom('salesPointMonth')
          .selectAll()
          .where('pointId', '=', pointId)
          .where('month', '=', month)
          .forUpdate()
          .executeTakeFirst(),
  )
  const fields = new Fields<'verdict' | 'remark'>(input)
  const verdict = fields.oneOf('verdict', ['accepted', 'returned'], { required: true })
  const remark = fields.text('remark', {
    max: 1000,
    multiline: true,
    required: verdict === 'returned' && { vi: 'Ghi điều cần sửa.', en: 'Say what is to be mended.' },
  })
  const read = fields.done({ verdict })
  if (row.filedAt === null) throw new AppError('stateConflict', { state: monthWords.waits.vi })
  if (row.verdict !== null)
    throw new AppError('stateConflict', { state: monthWords[row.verdict === 'accepted' ? 'accepted' : 'returned'].vi })
  if (row.filedBy === ctx.actor.accountId) throw new AppError('salesPoint.ownMonth')
  await ctx.tx
    .updateTable('salesPointMonth')
    .set({ verdict: read.verdict, remark, checkedBy: ctx.actor.accountId, checkedAt: ctx.now })
    .where('pointId', '=', pointId)
    .where('month', '=', row.month)
    .execute()
  await logPoint(ctx, point, 'salesPoint.monthJudged', { month: row.month, verdict: read.verdict, remark })
  if (read.verdict === 'returned' && point.operatorProducerId !== null)
    await notify(
      ctx,
      await accountsWithRole(ctx.tx, 'producer', { authority: point.provinceCode, producerId: point.operatorProducerId }, ctx.now),
      {
        kind: 'salesPoint.monthReturned',
        dedupe: `${pointId} ${row.month} ${ctx.now.toISOString()}`,
        subjectKind: 'salesPoint',
        subjectId: pointId,
        link: `/diem-ban/${pointId}`,
        params: { point: point.name, month: `${row.month.slice(5, 7)}/${row.month.slice(0, 4)}` },
      },
    )
}
