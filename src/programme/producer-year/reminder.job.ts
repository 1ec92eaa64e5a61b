// Once a day: begins the collection of the year before, and reminds producers who owe their figures before the day they are due.
import { sql } from 'kysely'
import { daysBetween, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Services } from '../context.ts'
import { notify } from '../people/notice.ts'
import { settingOf } from '../setting.ts'
import { dueDay } from './producer-year.ts'
import { yearDueMonth } from './producer-year.settings.ts'
import { owes } from './producer-year.store.ts'

export const YEAR_JOB = 'remind-producer-years'
/** Days before the last day on which a producer is told; the nearest one due is sent, missed ones are not made up. */
export const YEAR_REMIND_BEFORE = [30, 14, 3] as const

/** Returns how many producers were told today. A collection whose day had passed before it could begin is left to the office. */
export async function remindProducerYears(services: Services): Promise<number> {
  const now = services.clock.now()
  const today = plainDateOf(now)
  const year = Number(today.slice(0, 4)) - 1
  return services.database.db.transaction().execute(async (tx) => {
    const provinces = await tx.selectFrom('producer').select('provinceCode').distinct().execute()
    for (const { provinceCode } of provinces) {
      const dueOn = dueDay(year, await settingOf(tx, provinceCode, yearDueMonth))
      if (dueOn < today) continue
      await tx
        .insertInto('producerYearTerm')
        .values({ provinceCode, year, dueOn, createdAt: now })
        .onConflict((conflict) => conflict.columns(['provinceCode', 'year']).doNothing())
        .execute()
    }
    const owed = await sql<{ producerId: string; producer: string; dueOn: string; accountId: string }>`
      select p.id as producer_id, p.name as producer, t.due_on, g.account_id
        from producer_year_term t join producer p on p.province_code = t.province_code
        join role_grant g on g.producer_id = p.id and g.role = 'producer' and g.revoked_at is null
         and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to >= ${today}::date)
       where t.year = ${year} and t.due_on >= ${today}::date and t.due_on <= ${today}::date + ${YEAR_REMIND_BEFORE[0]}::int
         and ${owes(year)} and not exists (select 1 from producer_year y where y.producer_id = p.id and y.year = ${year} and y.state in ('filed', 'checked'))`.execute(
      tx,
    )
    const told = new Set<string>()
    for (const row of owed.rows) {
      const left = daysBetween(today, row.dueOn)
      const step = YEAR_REMIND_BEFORE.toReversed().find((days) => left <= days)
      if (step === undefined) continue
      told.add(row.producerId)
      await notify({ tx, now }, [row.accountId], {
        kind: 'producerYear.due',
        dedupe: `${row.producerId}:${year}:${step}`,
        subjectKind: 'producerYear',
        subjectId: row.producerId,
        link: `/so-lieu-nam/${row.producerId}/${year}/khai`,
        params: { year: String(year), date: formatDate(row.dueOn) },
      })
    }
    return told.size
  })
}
