// Once a day: milestones of running contracts and receivables whose day comes within a week or has passed. Each is told once for each of the two.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate, formatDong } from '#/platform/text/format.ts'
import type { Services } from '../context.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'

export const SUPPORT_JOB = 'remind-support'
/** Days before the due day from which a reminder goes out. */
const AHEAD = 7

/** Returns how many things were due or late. Delivered twice it tells nothing twice. */
export async function remindSupport(services: Services): Promise<number> {
  const now = services.clock.now()
  const today = plainDateOf(now)
  const until = addDays(today, AHEAD)
  return services.database.db.transaction().execute(async (tx) => {
    const milestones = await tx
      .selectFrom('supportMilestone as m')
      .innerJoin('supportContract as c', 'c.id', 'm.contractId')
      .select(['m.id', 'm.title', 'm.dueOn', 'c.id as contractId', 'c.authority', 'c.provinceCode', 'c.producerId'])
      .where('c.state', '=', 'running')
      .where('m.state', 'in', ['planned', 'returned'])
      .where('m.dueOn', '<=', until)
      .execute()
    for (const one of milestones) {
      const late = one.dueOn < today
      const owner = await accountsWithRole(tx, 'producer', { authority: one.provinceCode, producerId: one.producerId }, now)
      const office = late ? await accountsWithRole(tx, 'office', { authority: one.authority }, now) : []
      await notify({ tx, now }, [...owner, ...office], {
        kind: late ? 'support.milestoneLate' : 'support.milestoneDue',
        dedupe: `${one.id}:${one.dueOn}`,
        subjectKind: 'supportContract',
        subjectId: one.contractId,
        link: `/ho-tro/${one.contractId}/moc/${one.id}`,
        params: { title: one.title, date: formatDate(one.dueOn) },
      })
    }
    const receivables = await tx
      .selectFrom('receivable')
      .select(['id', 'authority', 'provinceCode', 'producerId', 'amount', 'dueOn'])
      .where('state', '=', 'open')
      .where('dueOn', '<=', until)
      .execute()
    for (const one of receivables) {
      const late = one.dueOn < today
      const owner = await accountsWithRole(tx, 'producer', { authority: one.provinceCode, producerId: one.producerId }, now)
      const office = late ? await accountsWithRole(tx, 'office', { authority: one.authority }, now) : []
      await notify({ tx, now }, [...owner, ...office], {
        kind: late ? 'receivable.late' : 'receivable.due',
        dedupe: `${one.id}:${one.dueOn}`,
        subjectKind: 'receivable',
        subjectId: one.id,
        link: `/ho-tro/phai-thu/${one.id}`,
        params: { amount: formatDong(one.amount), date: formatDate(one.dueOn) },
      })
    }
    return milestones.length + receivables.length
  })
}
