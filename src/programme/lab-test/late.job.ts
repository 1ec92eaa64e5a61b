// Once a day: tells the office which laboratory tests have not come by their day. Each test once.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Services } from '../context.ts'
import { recusedFrom } from '../dossier/recused.store.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'

export const LAB_LATE_JOB = 'remind-lab-tests'

/** Returns how many tests are late today. Never those who are recused from the dossier. */
export async function remindLateTests(services: Services): Promise<number> {
  const now = services.clock.now()
  return services.database.db.transaction().execute(async (tx) => {
    const late = await tx
      .selectFrom('labTest')
      .select(['id', 'authority', 'dossierId', 'laboratory', 'dueOn'])
      .where('state', '=', 'asked')
      .where('dueOn', '<', plainDateOf(now))
      .execute()
    for (const test of late) {
      const office = await accountsWithRole(tx, 'office', { authority: test.authority }, now)
      const recused = await recusedFrom(tx, test.dossierId)
      await notify(
        { tx, now },
        office.filter((accountId) => !recused.includes(accountId)),
        {
          kind: 'labTest.late',
          dedupe: test.id,
          subjectKind: 'labTest',
          subjectId: test.id,
          link: `/tinh/kiem-nghiem/${test.id}`,
          params: { laboratory: test.laboratory, date: formatDate(test.dueOn) },
        },
      )
    }
    return late.length
  })
}
