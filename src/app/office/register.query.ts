// The register's address, read into a query. Rubbish falls back to the whole list.
import { dossierStates, type DossierState } from '#/programme/dossier/dossier.workflow.ts'
import { registerSorts, type RegisterQuery } from '#/programme/round/office.store.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 50
const kinds = ['first', 'upgrade', 'renewal'] as const

/** `q` search · `trang-thai` states, by comma · `loai` kind · `xa` commune · `dot` round · `bo` set · `tre` late at the commune · `xep` sort · `trang` page. */
export function registerQuery(params: URLSearchParams): RegisterQuery {
  const asked = (params.get('trang-thai') ?? '').split(',')
  const set = Number(params.get('bo'))
  const commune = params.get('xa') ?? ''
  return {
    search: wordsAsked(params),
    states: dossierStates.filter((state): state is DossierState => asked.includes(state)),
    kind: kinds.find((kind) => kind === params.get('loai')) ?? null,
    commune: /^\d{5}$/.test(commune) ? commune : null,
    round: params.get('dot') || null,
    set: Number.isInteger(set) && set >= 1 && set <= 99 ? set : null,
    lateAtCommune: params.get('tre') === '1',
    sort: registerSorts.find((sort) => sort === params.get('xep')) ?? 'recent',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
