// Files of records that are no dossier: a body, a plan, a task, a training course, a report. Pure.

/** What may own files. Each kind has its reader in access/attachments.ts, which says who may open them. */
export type AttachmentSubject =
  | 'body'
  | 'moneyEntry'
  | 'report'
  | 'supportMilestone'
  | 'targetValue'
  | 'taskReport'
  | 'trainingCourse'
  | 'trainingMaterial'
  | 'salesPoint'
  | 'inspection'
  | 'violation'
  /** Photos as they came, and as they are shown. */
  | 'publicReport'
  | 'publicReportPhoto'
  | 'batch'

/** The record that owns the files, and the desk it belongs to. Whoever passes it has asked the rights on it. */
export type AttachmentOwner = { kind: AttachmentSubject; id: string; authority: string }

export type AttachmentLine = {
  id: string
  subjectId: string
  fileName: string
  mediaType: string
  size: number
  caption: string | null
  addedAt: Date
}

/** How many files one form may send: at least one unless the form does not need any. */
export type AttachmentRule = { field?: string; least?: 0 | 1; caption?: unknown }

export const MOST_AT_ONCE = 10
