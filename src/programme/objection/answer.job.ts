// Once a day: reminds who must answer an objection whose last day is near or has passed. Each person is told once of each last day.
import { daysBetween, plainDateOf } from '#/platform/calendar/plain-date.ts'
import type { Tx } from '#/platform/database/open.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Services } from '../context.ts'
import { recusedFrom } from '../dossier/recused.store.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { settingOf } from '../setting.ts'
import { objectionReminderDays } from './objection.settings.ts'

export const OBJECTION_JOB = 'remind-objections'

/** Returns how many objections were near their last day, or past it. */
export async function remindObjections(services: Services): Promise<number> {
  const now = services.clock.now()
  const today = plainDateOf(now)
  return services.database.db.transaction().execute(async (tx) => {
    const open = await tx
      .selectFrom('objection')
      .select(['id', 'dossierId', 'authority', 'answerDueOn'])
      .where('state', 'in', ['received', 'deciding'])
      .where('answerDueOn', 'is not', null)
      .orderBy('answerDueOn')
      .execute()
    const days = new Map<string, number>()
    let near = 0
    for (const { answerDueOn, ...objection } of open) {
      const before = days.get(objection.authority) ?? (await settingOf(tx, objection.authority, objectionReminderDays))
      days.set(objection.authority, before)
      if (answerDueOn === null || daysBetween(today, answerDueOn) > before) continue
      near += 1
      await notify({ tx, now }, await whoAnswers(tx, objection, now), {
        kind: 'objection.answerDue',
        dedupe: `${objection.id}:${answerDueOn}`,
        subjectKind: 'objection',
        subjectId: objection.id,
        link: `/tinh/kien-nghi/${objection.id}`,
        params: { due: formatDate(answerDueOn) },
      })
    }
    return near
  })
}

/** Those named; the leaders, who name them, while nobody is. Whoever has been recused from the dossier since hears nothing. */
async function whoAnswers(tx: Tx, objection: { id: string; dossierId: string; authority: string }, now: Date): Promise<string[]> {
  const named = await tx.selectFrom('objectionDecider').select('accountId').where('objectionId', '=', objection.id).execute()
  const people =
    named.length > 0 ? named.map((one) => one.accountId) : await accountsWithRole(tx, 'leader', { authority: objection.authority }, now)
  const recused = await recusedFrom(tx, objection.dossierId)
  return people.filter((account) => !recused.includes(account))
}
