// Reading of the ministry's answers on paper.
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { caseFilesOf } from '../case-file/case-file.ts'
import { isRecused } from '../dossier/recused.store.ts'
import { serves, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import type { Regulations } from '../regulations.ts'
import { ministryChoices, type MinistryOutcome } from './ministry-answer.ts'

/** The day the dossier's newest pack was recorded as sent; null where none was. */
export async function sentToMinistryOn(db: Db | Tx, dossierId: string): Promise<PlainDate | null> {
  const row = await db
    .selectFrom('ministryPack')
    .select('sentAt')
    .where('dossierId', '=', dossierId)
    .where('sentAt', 'is not', null)
    .orderBy('sentAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.sentAt ? plainDateOf(row.sentAt) : null
}

/** For staff of the dossier's desk, not who is recused: what was answered, and what its office may record now (nothing unless it is awaited). */
export async function ministryAnswersFor(db: Db, regulations: Regulations, actor: Actor, dossierId: string | undefined) {
  const dossier = found(
    isId(dossierId)
      ? await db
          .selectFrom('dossier as d')
          .innerJoin('product as p', 'p.id', 'd.productId')
          .select(['d.id', 'd.authority', 'd.state', 'd.proposedAt', 'd.regulationId', 'd.regulationHash', 'p.name as productName'])
          .where('d.id', '=', dossierId)
          .executeTakeFirst()
      : null,
  )
  mustSee(dossier.proposedAt !== null && serves(actor, dossier.authority, 'office', 'leader', 'clerk', 'advisor'))
  mustSee(!(await isRecused(db, actor.accountId, dossier.id)))
  const awaited = serves(actor, dossier.authority, 'office') && dossier.state === 'sentToMinistry'
  const pack = regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  return {
    id: dossier.id,
    productName: dossier.productName,
    answers: await answersTo(db, dossier.id),
    choices: awaited ? ministryChoices(pack) : [],
  }
}

async function answersTo(db: Db | Tx, dossierId: string) {
  const rows = await db
    .selectFrom('ministryAnswer as a')
    .leftJoin('result as r', 'r.id', 'a.resultId')
    .select(['a.id', 'a.outcome', 'a.number', 'a.datedOn', 'a.content', 'a.certificateId', 'a.recordedAt', 'r.meanPrinted', 'r.star'])
    .where('a.dossierId', '=', dossierId)
    .orderBy('a.recordedAt', 'desc')
    .execute()
  const files = await caseFilesOf(
    db,
    'ministryAnswer',
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    ...row,
    outcome: row.outcome as MinistryOutcome,
    files: files.filter((file) => file.subjectId === row.id),
  }))
}
