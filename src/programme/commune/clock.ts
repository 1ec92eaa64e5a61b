// The commune's clock of 15 working days (QĐ 26/2026/QĐ-TTg, Điều 7; the days come from the pack). Its due date is stored when it is promised:
// a return for supplement adds a pause row, the answer closes it and stores the new due date. Nothing due is computed from today.
// This file knows nothing of dossiers' states, so that filing (programme/dossier) may call it without a circle.
import { dueDate, periodState, type Period, type PeriodState } from '#/platform/calendar/deadline.ts'
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import type { WorkCalendar } from '#/platform/calendar/work-calendar.ts'
import { newId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Ctx } from '../context.ts'
import { calendarOf } from '../reference.ts'

export const COMMUNE_REVIEW = 'communeReview'

/** Why a clock stopped for good. `proposed`: sent to the province, in time or late. */
export type ClockOutcome = 'proposed' | 'rejected' | 'lapsed' | 'withdrawn'

export type ClockRow = {
  id: string
  days: number
  dayKind: string
  startedAt: Date
  dueOn: PlainDate
  stoppedAt: Date | null
  outcome: string | null
}
export type PauseRow = { pausedAt: Date; resumedAt: Date | null; dueBefore: PlainDate; dueAfter: PlainDate | null; reason: string }

/** The stored rows as a period of plain days in Vietnam. */
export function periodOf(
  clock: Pick<ClockRow, 'days' | 'dayKind' | 'startedAt'>,
  pauses: readonly Pick<PauseRow, 'pausedAt' | 'resumedAt'>[],
): Period {
  return {
    startedOn: plainDateOf(clock.startedAt),
    days: clock.days,
    unit: clock.dayKind === 'working' ? 'working' : 'calendar',
    pauses: pauses.map((pause) => ({
      stoppedOn: plainDateOf(pause.pausedAt),
      resumedOn: pause.resumedAt === null ? null : plainDateOf(pause.resumedAt),
    })),
  }
}

/**
 * The due date to store when a wait ends. A clock that ran out before it was paused keeps its old date: a pause does not heal a delay.
 * Every pause must be closed.
 */
export function dueAfterPause(period: Period, calendar: WorkCalendar): PlainDate {
  const due = dueDate(period, calendar)
  if (due === null) throw new RangeError('a clock with an open pause has no due date')
  return due
}

/** Where a clock stands on `today`; a stopped clock is read on the day it stopped, so that late stays late. */
export function clockState(clock: ClockRow, pauses: readonly PauseRow[], calendar: WorkCalendar, today: PlainDate): PeriodState {
  return periodState(periodOf(clock, pauses), calendar, clock.stoppedAt === null ? today : plainDateOf(clock.stoppedAt))
}

/**
 * Starts the commune's clock at filing. Does nothing while one runs, so that a second press is harmless. Returns the stored due date.
 * Interpretation: receipt is the server time of the filing, because an uploaded dossier counts as filed (Điều 7.1).
 */
export async function startClock(
  ctx: Pick<Ctx, 'tx' | 'now' | 'regulations'>,
  dossierId: string,
  regulationId: string,
): Promise<PlainDate> {
  const running = await openClock(ctx.tx, dossierId)
  if (running) return running.dueOn
  const rule = ctx.regulations.get(regulationId).regulation.clocks.find((clock) => clock.id === COMMUNE_REVIEW)
  const days = rule?.days ?? 15
  const unit = rule === undefined || rule.unit === 'workingDays' ? 'working' : 'calendar'
  const calendar = await calendarOf(ctx.tx)
  const dueOn = dueAfterPause({ startedOn: plainDateOf(ctx.now), days, unit, pauses: [] }, calendar)
  await ctx.tx
    .insertInto('dossierClock')
    .values({ id: newId(), dossierId, kind: COMMUNE_REVIEW, days, dayKind: unit, startedAt: ctx.now, dueOn })
    .execute()
  return dueOn
}

/** Stops the clock while the producer supplements. Does nothing when it already waits or no clock runs. */
export async function pauseClock(ctx: Pick<Ctx, 'tx' | 'now'>, dossierId: string, reason: string): Promise<void> {
  const clock = await openClock(ctx.tx, dossierId)
  if (!clock || (await openPause(ctx.tx, clock.id))) return
  await ctx.tx
    .insertInto('dossierClockPause')
    .values({ id: newId(), clockId: clock.id, pausedAt: ctx.now, dueBefore: clock.dueOn, reason })
    .execute()
}

/**
 * Lets the clock go on after the producer's answer, with the days left, and stores the new due date. Returns it; null when no clock waits
 * (a supplement asked by the province, or a second press).
 */
export async function resumeClock(ctx: Pick<Ctx, 'tx' | 'now'>, dossierId: string): Promise<PlainDate | null> {
  const clock = await openClock(ctx.tx, dossierId)
  const pause = clock && (await openPause(ctx.tx, clock.id))
  if (!clock || !pause) return null
  await ctx.tx.updateTable('dossierClockPause').set({ resumedAt: ctx.now }).where('id', '=', pause.id).execute()
  const dueOn = dueAfterPause(periodOf(clock, await pausesOf(ctx.tx, clock.id)), await calendarOf(ctx.tx))
  await ctx.tx.updateTable('dossierClockPause').set({ dueAfter: dueOn }).where('id', '=', pause.id).execute()
  await ctx.tx.updateTable('dossierClock').set({ dueOn }).where('id', '=', clock.id).execute()
  return dueOn
}

/** Stops the clock for good. An open wait ends with it, its due date unchanged. Does nothing when no clock runs. */
export async function stopClock(ctx: Pick<Ctx, 'tx' | 'now'>, dossierId: string, outcome: ClockOutcome): Promise<void> {
  const clock = await openClock(ctx.tx, dossierId)
  if (!clock) return
  await ctx.tx
    .updateTable('dossierClockPause')
    .set((expression) => ({ resumedAt: ctx.now, dueAfter: expression.ref('dueBefore') }))
    .where('clockId', '=', clock.id)
    .where('resumedAt', 'is', null)
    .execute()
  await ctx.tx.updateTable('dossierClock').set({ stoppedAt: ctx.now, outcome }).where('id', '=', clock.id).execute()
}

/** The dossier's newest commune clock with its pauses, oldest first; null when it was never filed. */
export async function clockOf(db: Db | Tx, dossierId: string): Promise<{ clock: ClockRow; pauses: PauseRow[] } | null> {
  const clock = await db
    .selectFrom('dossierClock')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .where('kind', '=', COMMUNE_REVIEW)
    .orderBy('startedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return clock ? { clock, pauses: await pausesOf(db, clock.id) } : null
}

function openClock(tx: Tx, dossierId: string) {
  return tx
    .selectFrom('dossierClock')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .where('kind', '=', COMMUNE_REVIEW)
    .where('stoppedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

function openPause(tx: Tx, clockId: string) {
  return tx.selectFrom('dossierClockPause').selectAll().where('clockId', '=', clockId).where('resumedAt', 'is', null).executeTakeFirst()
}

function pausesOf(db: Db | Tx, clockId: string) {
  return db.selectFrom('dossierClockPause').selectAll().where('clockId', '=', clockId).orderBy('pausedAt').execute()
}
