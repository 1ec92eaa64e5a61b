// Who may read a file of a record that is no dossier: asked through the record, never by hash.
import { isId } from '#/platform/database/id.ts'
import type { Db } from '#/platform/database/open.ts'
import type { AttachmentSubject } from '../attachment/attachment.ts'
import { attachmentById } from '../attachment/attachment.store.ts'
import { readsBatch } from '../batch/batch.store.ts'
import { readsBody } from '../body/body.store.ts'
import { readsInspection } from '../inspection/inspection.store.ts'
import { readsViolation } from '../inspection/violation.store.ts'
import { readsTargetValue } from '../indicator/target-value.store.ts'
import { readsEntry } from '../money/entry.store.ts'
import { readsReport as readsUnitReport } from '../report/report.load.ts'
import { readsMilestone } from '../support/support.store.ts'
import { readsCourse, readsMaterial } from '../training/training.store.ts'
import { readsReportOriginal, readsReportPhoto } from '../public-report/public-report.store.ts'
import { readsPoint } from '../sales-point/sales-point.store.ts'
import type { Actor } from '../people/actor.ts'
import { readsReport } from '../task/task.store.ts'
import type { Bytes } from './access.ts'

/** One line for each kind of record: may this person read it, and with it its files? */
const attachmentReaders: Record<AttachmentSubject, (db: Db, actor: Actor, subjectId: string) => Promise<boolean>> = {
  body: readsBody,
  moneyEntry: readsEntry,
  report: readsUnitReport,
  supportMilestone: readsMilestone,
  targetValue: readsTargetValue,
  taskReport: readsReport,
  trainingCourse: readsCourse,
  trainingMaterial: readsMaterial,
  salesPoint: readsPoint,
  inspection: readsInspection,
  violation: readsViolation,
  publicReport: readsReportOriginal,
  publicReportPhoto: readsReportPhoto,
  batch: readsBatch,
}

/** The file, or null for whoever may not know it; a kind without a reader has no readers. */
export async function readableAttachment(db: Db, actor: Actor | null, id: string): Promise<Bytes | null> {
  if (!actor || !isId(id)) return null
  const file = await attachmentById(db, id)
  if (!file || !Object.hasOwn(attachmentReaders, file.subjectKind)) return null
  if (!(await attachmentReaders[file.subjectKind as AttachmentSubject](db, actor, file.subjectId))) return null
  return { sha256: file.sha256, mediaType: file.mediaType, fileName: file.fileName }
}
