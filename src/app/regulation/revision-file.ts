// A version, or one form of it (?bo=9), as YAML.
import { must } from '#/programme/refuse.ts'
import { revisionOf } from '#/programme/regulation-revision/revision.store.ts'
import { yamlOf } from '#/programme/regulation-revision/revision.yaml.ts'
import { readsRegulations } from '#/programme/regulation-revision/rights.ts'
import { fileResponse } from '../office/paper.server.ts'
import { pageLoader } from '../page.server.ts'

export const loader = pageLoader(async ({ db, actor, params, url, services }) => {
  must(readsRegulations(actor, services.config.provinceCode))
  const { draft, baseId } = await revisionOf(db, params['id'])
  const asked = Number(url.searchParams.get('bo'))
  const set = draft.forms[asked] ? asked : null
  return fileResponse(await yamlOf(draft, set), {
    name: `${baseId}${set === null ? '' : `-${set}`}.yaml`,
    mediaType: 'application/yaml; charset=utf-8',
    download: true,
  })
})
