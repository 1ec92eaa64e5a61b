// Reference data every database needs before its first use: administrative units by era.
import { sql } from 'kysely'
import { calendarWith } from '#/platform/calendar/default-holidays.ts'
import type { WorkCalendar } from '#/platform/calendar/work-calendar.ts'
import type { Db, OpenDatabase, Tx } from '#/platform/database/open.ts'
import { loadUnits } from './units/units.load.ts'

/** Fills the units once; does nothing when they are there. */
export async function loadReferenceData(database: OpenDatabase): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7262002)`.execute(tx)
    const unit = await tx.selectFrom('unit').select('code').limit(1).executeTakeFirst()
    if (!unit) await loadUnits(tx)
  })
}

/** The shipped calendar with the office's own rows laid over it. */
export async function calendarOf(db: Db | Tx): Promise<WorkCalendar> {
  const rows = await db.selectFrom('holiday').selectAll().execute()
  return calendarWith(rows.map((row) => ({ date: row.day, kind: row.kind as 'holiday', name: row.name, source: row.source })))
}

/** True when nobody has an account yet. */
export async function isEmpty(database: OpenDatabase): Promise<boolean> {
  const account = await database.db.selectFrom('authUser').select('id').limit(1).executeTakeFirst()
  return account === undefined
}

/** True when the demo province was loaded here. */
export async function holdsDemo(database: OpenDatabase): Promise<boolean> {
  const account = await database.db.selectFrom('authUser').select('id').where('demo', '=', true).limit(1).executeTakeFirst()
  return account !== undefined
}

/** The province whose demo was loaded here; null where none was. */
export async function demoProvince(database: OpenDatabase): Promise<string | null> {
  const account = await database.db.selectFrom('authUser').select('provinceCode').where('demo', '=', true).limit(1).executeTakeFirst()
  return account?.provinceCode ?? null
}
