// The upper desk takes in what was approved below: from then on the unit cannot pull it back.
import type { Ctx } from '../context.ts'
import { moveReport, heldReport, type ReportRecord } from './report.load.ts'

/** Holds the approved reports directly below, in order; the answer accepts them. Two steps, because a report is held before the one above it. */
export async function takeInAll(ctx: Ctx, parentId: string): Promise<() => Promise<number>> {
  const ids = await ctx.tx
    .selectFrom('report')
    .select('id')
    .where('parentId', '=', parentId)
    .where('state', '=', 'approved')
    .orderBy('id')
    .forUpdate()
    .execute()
  return async () => {
    for (const { id } of ids) {
      const child = await heldReport(ctx.tx, id)
      if (child?.state === 'approved') await takeIn(ctx, child)
    }
    return ids.length
  }
}

export function takeIn(ctx: Ctx, report: ReportRecord): Promise<void> {
  return moveReport(ctx, report, 'accepted', 'report.accepted', { set: { acceptedBy: ctx.actor.accountId, acceptedAt: ctx.now } })
}
