// Once a day: remedies that are soon due or late, samples whose result did not come, withdrawals not decided. Each is told once for each of its days.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Services } from '../context.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { settingOf } from '../setting.ts'
import { remindViolation } from './inspection.settings.ts'

export const INSPECTION_JOB = 'remind-inspections'
/** The furthest a desk may set its reminder ahead (inspection.settings.ts). */
const FURTHEST = 60

/** Returns how many things were told. Delivered twice it tells nothing twice. */
export async function remindInspections(services: Services): Promise<number> {
  const now = services.clock.now()
  const today = plainDateOf(now)
  return services.database.db.transaction().execute(async (tx) => {
    const ahead = new Map<string, number>()
    const daysOf = async (authority: string) => {
      const days = ahead.get(authority) ?? (await settingOf(tx, authority, remindViolation))
      ahead.set(authority, days)
      return days
    }
    const offices = new Map<string, string[]>()
    const officeOf = async (authority: string) => {
      const accounts = offices.get(authority) ?? (await accountsWithRole(tx, 'office', { authority }, now))
      offices.set(authority, accounts)
      return accounts
    }
    let told = 0
    const violations = await tx
      .selectFrom('violation')
      .select(['id', 'authority', 'provinceCode', 'producerId', 'dueOn'])
      .where('state', 'in', ['open', 'returned'])
      .where('dueOn', '<=', addDays(today, FURTHEST))
      .execute()
    for (const { dueOn, ...one } of violations) {
      if (dueOn === null || dueOn > addDays(today, await daysOf(one.authority))) continue
      const late = dueOn < today
      const owner =
        one.producerId === null
          ? []
          : await accountsWithRole(tx, 'producer', { authority: one.provinceCode, producerId: one.producerId }, now)
      await notify({ tx, now }, [...owner, ...(late ? await officeOf(one.authority) : [])], {
        kind: late ? 'violation.late' : 'violation.due',
        dedupe: `${one.id}:${dueOn}`,
        subjectKind: 'violation',
        subjectId: one.id,
        link: `/hau-kiem/vi-pham/${one.id}`,
        params: { date: formatDate(dueOn) },
      })
      told += 1
    }
    const samples = await tx
      .selectFrom('inspectionSample as s')
      .innerJoin('inspection as i', 'i.id', 's.inspectionId')
      .select(['s.id', 's.what', 's.dueOn', 'i.id as inspectionId', 'i.authority'])
      .where('s.verdict', 'is', null)
      .where('s.dueOn', '<', today)
      .execute()
    for (const one of samples) {
      await notify({ tx, now }, await officeOf(one.authority), {
        kind: 'inspection.sampleLate',
        dedupe: one.id,
        subjectKind: 'inspection',
        subjectId: one.inspectionId,
        link: `/hau-kiem/${one.inspectionId}`,
        params: { what: one.what, date: formatDate(one.dueOn) },
      })
      told += 1
    }
    const proposals = await tx
      .selectFrom('withdrawalProposal')
      .select(['id', 'violationId', 'authority', 'dueOn'])
      .where('state', '=', 'open')
      .where('dueOn', '<', today)
      .execute()
    for (const one of proposals) {
      await notify({ tx, now }, await accountsWithRole(tx, 'leader', { authority: one.authority }, now), {
        kind: 'violation.decisionLate',
        dedupe: one.id,
        subjectKind: 'violation',
        subjectId: one.violationId,
        link: `/hau-kiem/vi-pham/${one.violationId}`,
        params: { date: formatDate(one.dueOn) },
      })
      told += 1
    }
    return told
  })
}
