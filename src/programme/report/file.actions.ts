// Files that go with a report: what a unit encloses beside its figures. They stand with the report once it is approved.
import { addAttachments, removeAttachment } from '../attachment/attachment.actions.ts'
import type { AttachmentOwner } from '../attachment/attachment.ts'
import type { Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { reportToChange, type ReportRecord } from './report.load.ts'

const ownerOf = (report: ReportRecord): AttachmentOwner => ({ kind: 'report', id: report.id, authority: report.authority })

/** Encloses files while the unit writes its report; the same file again is the same row. Returns their ids. */
export async function addReportFiles(ctx: Ctx, reportId: string, files: readonly IncomingFile[], caption: unknown): Promise<string[]> {
  const report = await reportToChange(ctx, reportId, 'unit', 'fill')
  return addAttachments(ctx, ownerOf(report), files, { caption })
}

/** Takes a file out again while the report is written; what was approved keeps its files. */
export async function removeReportFile(ctx: Ctx, reportId: string, attachmentId: unknown): Promise<void> {
  const report = await reportToChange(ctx, reportId, 'unit', 'fill')
  await removeAttachment(ctx, ownerOf(report), attachmentId)
}
