// An issued paper, or one of its signed scans, for the province's staff.
import { inProvince } from '#/programme/people/actor.ts'
import { paperById } from '#/programme/certificate/register.store.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { pageLoader } from '../page.server.ts'
import { fileResponse } from './paper.server.ts'

/** Kinds of papers this address opens: the province's own and the certificates. Sheets and minutes of the council have their own rights elsewhere. */
const OPEN = new Set(['recognitionDecision', 'approvalDecision', 'resultLetter', 'certificate', 'councilDecision'])

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  mustSee(inProvince(actor, actor.provinceCode, 'office', 'leader', 'clerk', 'advisor', 'admin'))
  const paper = await paperById(db, actor.provinceCode, params['id'] ?? '')
  // The clerk must see what is signed, whatever its kind.
  mustSee(OPEN.has(paper.kind) || inProvince(actor, actor.provinceCode, 'clerk'))
  const copyId = params['copy']
  const file = copyId === undefined ? paper : found(paper.copies.find((copy) => copy.id === copyId))
  return fileResponse(await services.files.open(file.sha256), { name: file.fileName, mediaType: file.mediaType })
})
