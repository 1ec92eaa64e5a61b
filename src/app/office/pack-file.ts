import { worksWithDecisions } from '#/programme/certificate/certificate.policy.ts'
import { ministryPacks } from '#/programme/certificate/register.store.ts'
import { found, mustSee } from '#/programme/refuse.ts'
import { pageLoader } from '../page.server.ts'
import { fileResponse } from './paper.server.ts'

export const loader = pageLoader(async ({ db, actor, params, services }) => {
  mustSee(worksWithDecisions(actor))
  const packs = await ministryPacks(db, actor.authority)
  const pack = found(packs.find((one) => one.id === params['pack'] && one.resultId === params['id']))
  return fileResponse(await services.files.open(pack.sha256), { name: pack.manifest.name, mediaType: 'application/zip', download: true })
})
