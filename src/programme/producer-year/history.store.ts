// The history of yearly figures: written with each deed, never changed. Whoever reads it was judged to see the year.
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Ctx } from '../context.ts'
import type { Told, YearChange, YearDeed } from './history.ts'

export type NewChange = {
  provinceCode: string
  producerYearId: string
  version: number
  deed: YearDeed
  figures?: Told
  reasons?: Readonly<Record<string, string>>
  remark?: string
}

export async function keepChange(ctx: Pick<Ctx, 'tx' | 'actor' | 'now'>, changes: readonly NewChange[]): Promise<void> {
  const rows = changes.map(({ figures = {}, reasons = {}, remark = '', ...change }) => ({
    id: newId(),
    ...change,
    figures: json(figures),
    reasons: json(reasons),
    remark,
    accountId: ctx.actor.accountId,
    actorName: ctx.actor.name,
    at: ctx.now,
  }))
  for (let start = 0; start < rows.length; start += 1000)
    await ctx.tx
      .insertInto('producerYearChange')
      .values(rows.slice(start, start + 1000))
      .execute()
}

/** Oldest first. */
export async function changesOf(db: Db | Tx, producerYearId: string): Promise<YearChange[]> {
  const rows = await db
    .selectFrom('producerYearChange')
    .select(['deed', 'at', 'actorName as who', 'figures', 'reasons', 'remark'])
    .where('producerYearId', '=', producerYearId)
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    ...row,
    deed: row.deed as YearDeed,
    figures: row.figures as Told,
    reasons: row.reasons as Record<string, string>,
  }))
}

/** All that was told when the year was last filed or brought in; null where that was before there was a history. */
export async function lastTold(db: Db | Tx, producerYearId: string): Promise<Told | null> {
  const row = await db
    .selectFrom('producerYearChange')
    .select('figures')
    .where('producerYearId', '=', producerYearId)
    .where('deed', 'in', ['filed', 'imported'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? (row.figures as Told) : null
}
