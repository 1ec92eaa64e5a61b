// Once a day: tells the office which reports from the public have passed their stored day without an answer. Told once each.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import type { Services } from '../context.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { openStates } from './public-report.ts'

export const REPORT_LATE_JOB = 'late-public-reports'

export async function tellLateReports(services: Services): Promise<number> {
  const now = services.clock.now()
  return services.database.db.transaction().execute(async (tx) => {
    const late = await tx
      .selectFrom('publicReport')
      .select(['id', 'authority'])
      .where('state', 'in', [...openStates])
      .where('dueOn', '<', plainDateOf(now))
      .execute()
    const offices = new Map<string, string[]>()
    for (const { id, authority } of late) {
      const office = offices.get(authority) ?? (await accountsWithRole(tx, 'office', { authority }, now))
      offices.set(authority, office)
      await notify({ tx, now }, office, {
        kind: 'publicReport.late',
        dedupe: id,
        subjectKind: 'publicReport',
        subjectId: id,
        link: `/tinh/phan-anh/${id}`,
      })
    }
    return late.length
  })
}
