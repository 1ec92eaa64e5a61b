// Once a day: tells units whose report is soon due, and once more when it is late. An extension makes a new due day, so they are told anew.
import { sql } from 'kysely'
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import type { Services } from '../context.ts'
import { settingOf } from '../setting.ts'
import { remindDays } from './report.settings.ts'
import { tellReport } from './tell.ts'

export const REPORT_REMIND_JOB = 'remind-reports'

type Due = {
  id: string
  authority: string
  communeCode: string | null
  bodyId: string | null
  upperAuthority: string | null
  unitEra: string
  unitName: string
  callTitle: string
  callAuthority: string
  dueOn: string
}

/** Returns how many reports were reminded of, told before or not. */
export async function remindReports(services: Services): Promise<number> {
  const now = services.clock.now()
  const today = plainDateOf(now)
  return services.database.db.transaction().execute(async (tx) => {
    const { rows } = await sql<Due>`
      select r.id, r.authority, r.commune_code, r.body_id, r.upper_authority, c.unit_era, r.unit_name, c.title as call_title,
        c.authority as call_authority, r.due_on
      from report r join report_call c on c.id = r.call_id
      where r.filed_on is null and r.state <> 'notExpected' and c.state = 'open'
        and r.due_on between ${addDays(today, -60)}::date and ${addDays(today, remindDays.takes.kind === 'number' ? remindDays.takes.max : 0)}::date`.execute(
      tx,
    )
    const days = new Map<string, number>()
    let told = 0
    for (const report of rows) {
      if (!days.has(report.callAuthority)) days.set(report.callAuthority, await settingOf(tx, report.callAuthority, remindDays))
      const late = report.dueOn < today
      if (!late && addDays(today, days.get(report.callAuthority) ?? 0) < report.dueOn) continue
      told += 1
      await tellReport({ tx, now }, report, 'unit', late ? 'report.late' : 'report.soon', `${report.id}:${report.dueOn}`)
    }
    return told
  })
}
