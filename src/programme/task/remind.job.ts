// Once a day: work that is due soon, due today, late. The body's people first, then the office, then the leader; each told once for each due day.
import { sql } from 'kysely'
import { addDays, plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import type { Tx } from '#/platform/database/open.ts'
import type { Services } from '../context.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { settingOf } from '../setting.ts'
import { escalateAfter, remindBefore } from './task.settings.ts'

export const TASK_JOB = 'remind-tasks'

type DueWork = {
  id: string
  instanceId: string
  authority: string
  provinceCode: string
  bodyId: string | null
  communeCode: string | null
  committeeDesk: string | null
  title: string
  dueOn: PlainDate
}

/** Returns how many works somebody was told of. Run twice on a day, it tells nobody again. */
export async function remindTasks(services: Services): Promise<number> {
  const now = services.clock.now()
  const today = plainDateOf(now)
  return services.database.db.transaction().execute(async (tx) => {
    const desks = await tx.selectFrom('taskWork').select('authority').distinct().where('state', 'in', ['open', 'doing']).execute()
    let told = 0
    for (const { authority } of desks) {
      const before = await settingOf(tx, authority, remindBefore)
      const after = await settingOf(tx, authority, escalateAfter)
      const works = await dueWorks(tx, authority, addDays(today, before))
      told += works.length
      await tellWorkers(tx, now, works, today)
      const late = works.filter((work) => work.dueOn < today)
      await tellDesk(tx, now, late, 'office', 'task.lateOffice')
      await tellDesk(
        tx,
        now,
        late.filter((work) => addDays(work.dueOn, after) < today),
        'leader',
        'task.lateLeader',
      )
    }
    return told
  })
}

/** Work not done that is due on `until` at the latest, of plans in force. */
async function dueWorks(tx: Tx, authority: string, until: PlainDate): Promise<DueWork[]> {
  const rows = await sql<DueWork>`
    select w.id, i.id as "instanceId", w.authority, p.province_code as "provinceCode", w.body_id as "bodyId", w.commune_code as "communeCode",
      case when b.kind in ('provinceCommittee', 'districtCommittee', 'ministry') then b.authority end as "committeeDesk",
      t.title, w.due_on as "dueOn"
    from task_work w join task_instance i on i.id = w.instance_id join programme_task t on t.id = i.task_id
      join programme_plan p on p.id = t.plan_id left join body b on b.id = w.body_id
    where w.authority = ${authority} and w.state in ('open', 'doing') and w.due_on <= ${until}::date and i.ended_on is null
      and p.state = 'issued' and p.commune_code is null
    order by w.due_on, w.id`.execute(tx)
  return rows.rows
}

async function tellWorkers(tx: Tx, now: Date, works: readonly DueWork[], today: PlainDate): Promise<void> {
  if (works.length === 0) return
  const grants = await tx
    .selectFrom('roleGrant')
    .select(['accountId', 'role', 'authority', 'provinceCode', 'bodyId', 'communeCode'])
    .where('role', 'in', ['bodyOfficer', 'office', 'communeOfficer', 'communeLeader'])
    .where('provinceCode', 'in', [...new Set(works.map((work) => work.provinceCode))])
    .where('revokedAt', 'is', null)
    .where('validFrom', '<=', today)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', today)]))
    .execute()
  const staff = grants.filter((grant) => grant.role === 'bodyOfficer' || grant.role === 'office')
  const ofBody = Map.groupBy(staff, (grant) => grant.bodyId ?? '')
  const ofDesk = Map.groupBy(
    staff.filter((grant) => grant.role === 'office'),
    (grant) => grant.authority,
  )
  const ofCommune = Map.groupBy(grants, (grant) => `${grant.provinceCode}.${grant.communeCode ?? ''}`)
  for (const work of works) {
    const people = [
      ...(work.bodyId === null ? [] : (ofBody.get(work.bodyId) ?? [])),
      ...(work.committeeDesk === null ? [] : (ofDesk.get(work.committeeDesk) ?? [])),
      ...(work.communeCode === null ? [] : (ofCommune.get(`${work.provinceCode}.${work.communeCode}`) ?? [])),
    ]
    const kind = work.dueOn < today ? 'task.late' : work.dueOn === today ? 'task.dueToday' : 'task.dueSoon'
    await notify(
      { tx, now },
      people.map((grant) => grant.accountId),
      {
        kind,
        dedupe: `${work.id}:${work.dueOn}`,
        subjectKind: 'taskWork',
        subjectId: work.id,
        link: `/nhiem-vu/${work.id}`,
        params: { title: work.title, date: formatDate(work.dueOn) },
      },
    )
  }
}

/** One notice for each time a task is due, however many bodies and communes are late with it. */
async function tellDesk(tx: Tx, now: Date, late: readonly DueWork[], role: 'office' | 'leader', kind: string): Promise<void> {
  for (const [instanceId, works] of Map.groupBy(late, (work) => work.instanceId)) {
    const [first] = works
    if (!first) continue
    await notify({ tx, now }, await accountsWithRole(tx, role, { authority: first.authority }, now), {
      kind,
      dedupe: `${instanceId}:${first.dueOn}`,
      subjectKind: 'taskInstance',
      subjectId: instanceId,
      link: '/nhiem-vu/bang?khi=late',
      params: { title: first.title, date: formatDate(first.dueOn), count: String(works.length) },
    })
  }
}
