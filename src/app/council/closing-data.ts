// The inputs of a closed result as `ocop council` reads them, for those to whom the scores are open.
import { resultView } from '#/programme/council/result.view.ts'
import { councilInput } from '#/programme/council/result.ts'
import { pageLoader } from '../page.server.ts'

export const loader = pageLoader(async ({ db, actor, params, now }) => {
  const { basis, basisHash } = await resultView(db, actor, params['itemId'] ?? '', now)
  const { sheetsHash, mean, star } = basis
  const body = {
    ...councilInput(basis),
    regulationHash: basis.regulation.hash,
    sheetsHash,
    basisHash,
    stated: { mean: mean?.exact ?? null, star },
  }
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="ket-qua-bo-${basis.set.no}.json"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
