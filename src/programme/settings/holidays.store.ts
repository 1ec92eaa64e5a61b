// The office's own rows of the calendar, and the promises that rest on it.
import { sql } from 'kysely'
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import type { HolidayKind, HolidayRow } from '#/platform/calendar/work-calendar.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { COMMUNE_REVIEW, periodOf } from '../commune/clock.ts'
import type { Moved, Promised } from './deadlines.ts'

export async function ownHolidays(db: Db | Tx): Promise<HolidayRow[]> {
  const rows = await db.selectFrom('holiday').select(['day', 'kind', 'name', 'source']).orderBy('day').execute()
  return rows.map((row) => ({ date: row.day, kind: row.kind as HolidayKind, name: row.name, source: row.source }))
}

/**
 * Clocks that run and requests that wait. A clock that is paused promises no day: it gets one from the calendar of the day it goes on.
 * With `lock` their rows are held, so that what is judged is what is changed.
 */
export async function promises(db: Db | Tx, options: { lock: boolean }): Promise<Promised[]> {
  let clocks = db
    .selectFrom('dossierClock as c')
    .select(['c.id', 'c.dossierId', 'c.days', 'c.dayKind', 'c.startedAt', 'c.dueOn'])
    .where('c.kind', '=', COMMUNE_REVIEW)
    .where('c.stoppedAt', 'is', null)
    .where(sql<boolean>`not exists (select 1 from dossier_clock_pause p where p.clock_id = c.id and p.resumed_at is null)`)
    .orderBy('c.id')
  let requests = db.selectFrom('supplementRequest').select(['id', 'dossierId', 'dueOn']).where('outcome', 'is', null).orderBy('id')
  if (options.lock) {
    clocks = clocks.forUpdate()
    requests = requests.forUpdate()
  }
  const running = await clocks.execute()
  const pauses =
    running.length === 0
      ? []
      : await db
          .selectFrom('dossierClockPause')
          .select(['clockId', 'pausedAt', 'resumedAt'])
          .where(
            'clockId',
            'in',
            running.map((clock) => clock.id),
          )
          .orderBy('pausedAt')
          .execute()
  const byClock = Map.groupBy(pauses, (pause) => pause.clockId)
  return [
    ...running.map((clock) => ({
      kind: 'clock' as const,
      subjectId: clock.id,
      dossierId: clock.dossierId,
      dueOn: clock.dueOn,
      period: periodOf(clock, byClock.get(clock.id) ?? []),
    })),
    ...(await requests.execute()).map((request) => ({
      kind: 'supplement' as const,
      subjectId: request.id,
      dossierId: request.dossierId,
      dueOn: request.dueOn,
      period: null,
    })),
  ]
}

export type NamedMove = Moved & { product: string; producer: string; slipNumber: string | null; commune: string }

/** The moves with the words an officer knows the dossiers by. */
export async function named(db: Db | Tx, moved: readonly Moved[]): Promise<NamedMove[]> {
  if (moved.length === 0) return []
  const rows = await db
    .selectFrom('dossier as d')
    .innerJoin('product as p', 'p.id', 'd.productId')
    .innerJoin('producer as o', 'o.id', 'd.producerId')
    .leftJoin('unit as u', (join) => join.onRef('u.code', '=', 'd.communeCode').onRef('u.era', '=', 'd.unitEra'))
    .select(['d.id', 'd.slipNumber', 'p.name as product', 'o.name as producer', 'u.fullName as commune'])
    .where(
      'd.id',
      'in',
      moved.map((one) => one.dossierId),
    )
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return moved.map((one) => {
    const row = byId.get(one.dossierId)
    return {
      ...one,
      product: row?.product ?? '',
      producer: row?.producer ?? '',
      slipNumber: row?.slipNumber ?? null,
      commune: row?.commune ?? '',
    }
  })
}

export type CalendarChange = { at: Date; by: string; set: HolidayRow[]; removed: PlainDate[]; reason: string; moved: number }

/** Changes of the calendar, newest first, from the ledger. */
export async function calendarHistory(db: Db, provinceCode: string): Promise<CalendarChange[]> {
  const rows = await db
    .selectFrom('auditEntry')
    .select(['at', 'actorName', 'payload'])
    .where('provinceCode', '=', provinceCode)
    .where('subjectKind', '=', 'calendar')
    .orderBy('seq', 'desc')
    .limit(50)
    .execute()
  return rows.map(({ at, actorName, payload }) => {
    const { set, removed, reason, moved } = payload as Pick<CalendarChange, 'set' | 'removed' | 'reason'> & { moved: unknown[] }
    return { at, by: actorName, set, removed, reason, moved: moved.length }
  })
}

/** Years that can be looked at: those of the shipped table and of own rows, and the next ones to prepare. */
export function yearsOf(shipped: readonly HolidayRow[], own: readonly HolidayRow[], now: Date): number[] {
  const today = Number(plainDateOf(now).slice(0, 4))
  return [...new Set([...shipped, ...own].map((row) => Number(row.date.slice(0, 4))).concat(today, today + 1))].toSorted((a, b) => a - b)
}
