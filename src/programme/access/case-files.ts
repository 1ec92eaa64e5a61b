// Who may read a file of a visit, a laboratory test, an objection or the ministry's request: asked through the record and its dossier.
import { isId } from '#/platform/database/id.ts'
import type { Db } from '#/platform/database/open.ts'
import type { Actor } from '../people/actor.ts'
import type { CaseSubject } from '../case-file/case-file.ts'
import { mayReadDossier, type Bytes } from './access.ts'
import type { Audience } from './audience.ts'

/** Interpretation: the council reads what is evidence (visit, laboratory), not what is said about its own result. */
const readers: Record<CaseSubject, readonly Audience[]> = {
  fieldVisit: ['producer', 'commune', 'province', 'council'],
  labTest: ['producer', 'province', 'council'],
  objection: ['producer', 'province'],
  ministryRequest: ['province'],
  ministryAnswer: ['producer', 'commune', 'province'],
}

/** The file, or null for whoever may not know it; a conflict closes it whatever the role. */
export async function readableCaseFile(db: Db, actor: Actor | null, fileId: string, now: Date): Promise<Bytes | null> {
  if (!actor || !isId(fileId)) return null
  const file = await db
    .selectFrom('caseFile as f')
    .innerJoin('dossier as d', 'd.id', 'f.dossierId')
    .select(['f.sha256', 'f.mediaType', 'f.fileName', 'f.subjectKind'])
    .select(['d.id', 'd.provinceCode', 'd.authority', 'd.pastAuthorities', 'd.communeCode', 'd.producerId', 'd.filedAt'])
    .where('f.id', '=', fileId)
    .executeTakeFirst()
  if (!file) return null
  if (!(await mayReadDossier(db, actor, file, readers[file.subjectKind as CaseSubject], now))) return null
  return { sha256: file.sha256, mediaType: file.mediaType, fileName: file.fileName }
}
