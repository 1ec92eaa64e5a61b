// Once a day: asks running points for the months that are over, each with its stored day, and tells who is late. Told once each.
import { sql } from 'kysely'
import { addMonths, plainDateOf } from '#/platform/calendar/plain-date.ts'
import type { Services } from '../context.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { settingOf } from '../setting.ts'
import { monthDueDay } from './sales-point.settings.ts'
import { monthOf } from './sales-point.ts'

export const POINT_MONTHS_JOB = 'ask-sales-points'

/**
 * Returns how many months were asked for now and how many are late. Interpretation: months before the point was entered here are not asked for,
 * and a point that runs again after a suspension is asked for the months between too (it files zero).
 */
export async function askPointMonths(services: Services): Promise<{ asked: number; late: number }> {
  const now = services.clock.now()
  const today = plainDateOf(now)
  const last = addMonths(monthOf(today), -1)
  return services.database.db.transaction().execute(async (tx) => {
    const desks = await tx.selectFrom('salesPoint').select('authority').distinct().where('state', '=', 'running').execute()
    let asked = 0
    for (const { authority } of desks) {
      const day = await settingOf(tx, authority, monthDueDay)
      const { numAffectedRows } = await sql`
        insert into sales_point_month (point_id, month, due_on)
        select s.id, m::date, (m + interval '1 month')::date + ${day - 1}::integer
        from sales_point s cross join lateral generate_series(
          date_trunc('month', greatest(s.opened_on::timestamp, s.created_at at time zone 'Asia/Ho_Chi_Minh')), ${last}::timestamp, interval '1 month') m
        where s.authority = ${authority} and s.state = 'running'
        on conflict do nothing`.execute(tx)
      asked += Number(numAffectedRows ?? 0n)
    }
    const late = await tx
      .selectFrom('salesPointMonth as m')
      .innerJoin('salesPoint as s', 's.id', 'm.pointId')
      .select(['s.id', 's.name', 's.authority', 's.provinceCode', 's.operatorProducerId', 'm.month'])
      .where('m.filedAt', 'is', null)
      .where('m.dueOn', '<', today)
      .where('s.state', '=', 'running')
      .execute()
    for (const one of late) {
      const office = await accountsWithRole(tx, 'office', { authority: one.authority }, now)
      const operator =
        one.operatorProducerId === null
          ? []
          : await accountsWithRole(tx, 'producer', { authority: one.provinceCode, producerId: one.operatorProducerId }, now)
      await notify({ tx, now }, [...office, ...operator], {
        kind: 'salesPoint.monthLate',
        dedupe: `${one.id} ${one.month}`,
        subjectKind: 'salesPoint',
        subjectId: one.id,
        link: `/diem-ban/${one.id}`,
        params: { point: one.name, month: `${one.month.slice(5, 7)}/${one.month.slice(0, 4)}` },
      })
    }
    return { asked, late: late.length }
  })
}
