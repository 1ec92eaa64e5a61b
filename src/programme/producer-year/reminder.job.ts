// Once a day: begins the collection of the year before, reminds producers who owe their figures before the day they are due, and once it has passed.
import { sql } from 'kysely'
import { daysBetween, plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Tx } from '#/platform/database/open.ts'
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
/** Days after it in which one who is late is told, once of each last day; a collection long over is not told of anew. */
const LATE_WITHIN = 30

/** Returns how many producers were told today. A collection whose day had passed before it could begin is left to the office. */
export async function remindProducerYears(services: Services): Promise<number> {
  const now = services.clock.now()
  const today = plainDateOf(now)
  return services.database.db.transaction().execute(async (tx) => {
    await beginCollections(tx, now, today)
    const told = new Set<string>()
    for (const year of await yearsDue(tx, today))
      for (const row of await unfiled(tx, year, today)) {
        const left = daysBetween(today, row.dueOn)
        const step = YEAR_REMIND_BEFORE.toReversed().find((days) => left <= days)
        told.add(`${row.producerId}:${year}`)
        await notify({ tx, now }, [row.accountId], {
          kind: left < 0 ? 'producerYear.late' : 'producerYear.due',
          dedupe: `${row.producerId}:${year}:${left < 0 ? row.dueOn : step}`,
          subjectKind: 'producerYear',
          subjectId: row.producerId,
          link: `/so-lieu-nam/${row.producerId}/${year}/khai`,
          params: { year: String(year), date: formatDate(row.dueOn) },
        })
      }
    return told.size
  })
}

async function beginCollections(tx: Tx, now: Date, today: PlainDate): Promise<void> {
  const year = Number(today.slice(0, 4)) - 1
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
}

const near = (today: PlainDate) =>
  sql<boolean>`t.due_on between ${today}::date - ${LATE_WITHIN}::int and ${today}::date + ${YEAR_REMIND_BEFORE[0]}::int`

/** Years whose day is near or has just passed, in any province: the office may have moved one far. */
async function yearsDue(tx: Tx, today: PlainDate): Promise<number[]> {
  const { rows } = await sql<{
    year: number
  }>`select distinct t.year from producer_year_term t where ${near(today)} order by t.year`.execute(tx)
  return rows.map((row) => row.year)
}

/** Who owes the year or has begun it, and has not filed; one row for each account of the producer. */
async function unfiled(tx: Tx, year: number, today: PlainDate): Promise<{ producerId: string; dueOn: PlainDate; accountId: string }[]> {
  const { rows } = await sql<{ producerId: string; dueOn: PlainDate; accountId: string }>`
    select p.id as producer_id, t.due_on, g.account_id
      from producer_year_term t join producer p on p.province_code = t.province_code
      left join producer_year y on y.producer_id = p.id and y.year = ${year}
      join role_grant g on g.producer_id = p.id and g.role = 'producer' and g.revoked_at is null
       and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to >= ${today}::date)
     where t.year = ${year} and ${near(today)} and coalesce(y.state, 'draft') not in ('filed', 'checked') and (y.id is not null or ${owes(year)})`.execute(
    tx,
  )
  return rows
}
