// Examinations of the house that are kept, so that a page can say when the last one was and what it found.
import { json } from '#/platform/database/json.ts'
import { newId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { audit, type Ctx, type Services } from '../context.ts'
import { hasRole } from '../people/actor.ts'
import { must } from '../refuse.ts'
import { examine, type DoctorReport } from './doctor.ts'

export const EXAMINE_JOB = 'examine-house'

export type KeptReport = { at: Date; by: string; report: DoctorReport }

/** Examines now, without hashing the files, and keeps the report. Administrators. */
export async function examineHouse(ctx: Ctx): Promise<void> {
  must(hasRole(ctx.actor, 'admin'))
  const report = await examine({ db: ctx.tx as unknown as Db, files: ctx.files }, { quick: true })
  const id = await keep(ctx.tx, report, ctx.now, ctx.actor.name)
  await audit(ctx, {
    verb: 'house.examined',
    subjectKind: 'upkeepRun',
    subjectId: id,
    payload: { sound: report.sound, findings: report.findings.map((finding) => finding.name) },
  })
}

/** Every night, by the house itself. No line of the ledger: nobody did it, and a house nobody has used yet stays as good as new for a restore. */
export async function examineNightly(services: Services): Promise<void> {
  const { db } = services.database
  await keep(db, await examine({ db, files: services.files }, { quick: true }), services.clock.now(), '')
}

/** `runBy` is '' for the house itself. */
async function keep(db: Db | Tx, report: DoctorReport, at: Date, runBy: string): Promise<string> {
  const id = newId()
  await db
    .insertInto('upkeepRun')
    .values({ id, kind: 'doctor', at, sound: report.sound, report: json(report), runBy })
    .execute()
  return id
}

/** When the newest backup was finished, and whether it lacked files; null when none was taken. */
export async function lastBackup(db: Db): Promise<{ at: Date; whole: boolean } | null> {
  const row = await db
    .selectFrom('upkeepRun')
    .select(['at', 'sound'])
    .where('kind', '=', 'backup')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { at: row.at, whole: row.sound } : null
}

/** The newest examination; null when there was none yet. */
export async function lastExamination(db: Db): Promise<KeptReport | null> {
  const row = await db
    .selectFrom('upkeepRun')
    .select(['at', 'runBy', 'report'])
    .where('kind', '=', 'doctor')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { at: row.at, by: row.runBy, report: row.report as unknown as DoctorReport } : null
}
