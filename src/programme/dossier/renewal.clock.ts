// The council's 45 calendar days for a re-assessment (26/2026 Đ7.6): from receipt of the full proposal, at each level anew. It warns and is
// shown; nothing follows from its end by itself: a person decides, silence is never consent.
import { addDays, daysBetween, plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Ctx } from '../context.ts'
import type { DossierState } from './dossier.workflow.ts'

export const RENEWAL_COUNCIL = 'renewalCouncil'

/** States in which the proposal lies, whole, with a level that assesses. */
const running = new Set<DossierState>(['proposed', 'accepted', 'onAgenda'])

/**
 * Keeps the clock in step with a re-assessment's state. Interpretation: the proposal is received when it arrives (an uploaded dossier counts
 * as received, Đ7.1), not when somebody gets to it; sent back for supplement it is not full, so the days begin anew with the answer.
 * Called by `moveDossier`; other kinds and packs without such a clock have none.
 */
export async function followRenewalClock(
  ctx: Pick<Ctx, 'tx' | 'now' | 'regulations'>,
  dossierId: string,
  from: DossierState,
  to: DossierState,
): Promise<void> {
  const wasRunning = running.has(from)
  const runs = running.has(to)
  if (wasRunning && (!runs || to === 'proposed')) await stop(ctx, dossierId, to)
  if (!runs || (wasRunning && to !== 'proposed')) return
  const dossier = await ctx.tx
    .selectFrom('dossier')
    .select(['kind', 'regulationId', 'regulationHash'])
    .where('id', '=', dossierId)
    .executeTakeFirstOrThrow()
  if (dossier.kind !== 'renewal') return
  const rule = ctx.regulations
    .pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
    .regulation.clocks.find((clock) => clock.id === RENEWAL_COUNCIL)
  if (!rule) return
  await ctx.tx
    .insertInto('dossierClock')
    .values({
      id: newId(),
      dossierId,
      kind: RENEWAL_COUNCIL,
      days: rule.days,
      dayKind: 'calendar',
      startedAt: ctx.now,
      // The day of receipt is not counted (BLDS 2015 Đ147.2): received on day 0, due on day 45.
      dueOn: addDays(plainDateOf(ctx.now), rule.days),
    })
    .onConflict((conflict) => conflict.columns(['dossierId', 'kind']).where('stoppedAt', 'is', null).doNothing())
    .execute()
}

async function stop(ctx: Pick<Ctx, 'tx' | 'now'>, dossierId: string, outcome: string): Promise<void> {
  await ctx.tx
    .updateTable('dossierClock')
    .set({ stoppedAt: ctx.now, outcome })
    .where('dossierId', '=', dossierId)
    .where('kind', '=', RENEWAL_COUNCIL)
    .where('stoppedAt', 'is', null)
    .execute()
}

export type RenewalClock = { startedOn: PlainDate; dueOn: PlainDate; daysLeft: number; over: boolean; stopped: boolean }

/** The newest such clock of each dossier; a dossier without one is left out. The due day itself still counts. */
export async function renewalClocks(db: Db | Tx, dossierIds: readonly string[], today: PlainDate): Promise<Map<string, RenewalClock>> {
  if (dossierIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('dossierClock')
    .select(['dossierId', 'startedAt', 'dueOn', 'stoppedAt'])
    .where('kind', '=', RENEWAL_COUNCIL)
    .where('dossierId', 'in', [...dossierIds])
    .orderBy('startedAt')
    .execute()
  return new Map(
    rows.map((row) => {
      const on = row.stoppedAt === null ? today : plainDateOf(row.stoppedAt)
      const daysLeft = daysBetween(on, row.dueOn)
      return [
        row.dossierId,
        { startedOn: plainDateOf(row.startedAt), dueOn: row.dueOn, daysLeft, over: daysLeft < 0, stopped: row.stoppedAt !== null },
      ]
    }),
  )
}
