// An issued paper as editable Word: a copy for working on, written anew from what the paper was set from. The stored PDF stays the record.
import { isId } from '#/platform/database/id.ts'
import type { Services } from '../context.ts'
import { sourceOf } from '../document/source.store.ts'
import type { Actor } from '../people/actor.ts'
import { type Paper, wordCopy } from '../paperwork/paper.ts'
import { readableDocument } from './access.ts'

/** The .docx for whoever may read the PDF, else null. `none`: readable, but nothing to write it from was kept. `open`: anyone may read it. */
export async function readableWord(
  services: Services,
  actor: Actor | null,
  documentId: string,
  now: Date,
): Promise<(Paper & { open: boolean }) | 'none' | null> {
  if (!isId(documentId)) return null
  const { db } = services.database
  const paper = await readableDocument(db, actor, documentId, now)
  if (!paper) return null
  const source = await sourceOf(db, services.files, documentId)
  return source ? { ...(await wordCopy(source, paper.fileName)), open: paper.open } : 'none'
}
