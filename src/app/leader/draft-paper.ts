// The draft as it would be printed, or with ?dang=word as editable Word; nothing is stored and no number is taken.
import { decisionRights } from '#/programme/certificate/certificate.policy.ts'
import { previewDecision } from '#/programme/certificate/decision.actions.ts'
import { decisionById } from '#/programme/certificate/decision.store.ts'
import { wordCopy } from '#/programme/paperwork/paper.ts'
import { mustSee } from '#/programme/refuse.ts'
import { fileResponse } from '../office/paper.server.ts'
import { pageLoader } from '../page.server.ts'

export const loader = pageLoader(async ({ db, actor, params, now, services, url }) => {
  const decision = await decisionById(db, actor.authority, params['id'] ?? '')
  mustSee(decisionRights(actor, decision).see)
  const paper = await previewDecision(db, { regulations: services.regulations, now }, decision)
  const asked = url.searchParams.get('dang') === 'word' && paper.source ? await wordCopy(paper.source, paper.name) : paper
  return fileResponse(new Uint8Array(asked.bytes), asked)
})
