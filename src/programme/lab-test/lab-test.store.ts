// SQL of laboratory tests. Whoever shows them asks the rights on the dossier first.
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { caseFilesOf, type CaseFileLine } from '../case-file/case-file.ts'
import { isRecused } from '../dossier/recused.store.ts'
import { serves, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import type { LabState, LabVerdict } from './lab-test.ts'

export type LabLine = {
  id: string
  state: LabState
  criterion: string | null
  what: string
  laboratory: string
  dueOn: string
  verdict: LabVerdict | null
  resultNumber: string | null
  resultOn: string | null
  summary: string
  files: CaseFileLine[]
}

/** Tests of a dossier with their files, newest first. */
export async function labTestsOf(db: Db | Tx, dossierId: string): Promise<LabLine[]> {
  const rows = await db
    .selectFrom('labTest')
    .select(['id', 'state', 'criterion', 'what', 'laboratory', 'dueOn', 'verdict', 'resultNumber', 'resultOn', 'summary'])
    .where('dossierId', '=', dossierId)
    .orderBy('askedAt', 'desc')
    .execute()
  const files = await caseFilesOf(
    db,
    'labTest',
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    ...row,
    state: row.state as LabState,
    verdict: row.verdict as LabVerdict | null,
    files: files.filter((file) => file.subjectId === row.id),
  }))
}

/** One test for staff of its desk, or of the desk the dossier lies at now; not who is recused. */
export async function labTestFor(db: Db | Tx, actor: Actor, id: string | undefined) {
  const row = found(
    isId(id ?? '')
      ? await db
          .selectFrom('labTest as t')
          .innerJoin('dossier as d', 'd.id', 't.dossierId')
          .innerJoin('product as p', 'p.id', 'd.productId')
          .selectAll('t')
          .select(['d.authority as deskNow', 'p.name as productName'])
          .where('t.id', '=', id ?? '')
          .executeTakeFirst()
      : null,
  )
  const staff = [row.authority, row.deskNow].some((desk) => serves(actor, desk, 'office', 'leader', 'clerk', 'advisor'))
  mustSee(staff && !(await isRecused(db, actor.accountId, row.dossierId)))
  return {
    test: { ...row, state: row.state as LabState, verdict: row.verdict as LabVerdict | null },
    files: await caseFilesOf(db, 'labTest', [row.id]),
    answer: row.state === 'asked' && serves(actor, row.authority, 'office'),
  }
}
