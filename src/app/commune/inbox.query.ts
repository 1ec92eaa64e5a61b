// The inbox's address, read into a query. Rubbish falls back to the whole list.
import { dossierStates, type DossierState } from '#/programme/dossier/dossier.workflow.ts'
import { inboxSorts, inboxTabs, type InboxQuery } from '#/programme/commune/inbox.store.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 30
const kinds = ['first', 'upgrade', 'renewal'] as const

/** `muc` tab · `q` search · `trang-thai` state · `loai` kind · `han` late | soon · `xep` sort · `trang` page. */
export function inboxQuery(params: URLSearchParams, today: string, soon: string, yesterday: string): InboxQuery {
  const due = params.get('han')
  return {
    tab: inboxTabs.find((tab) => tab === params.get('muc')) ?? 'doing',
    search: wordsAsked(params),
    dueUntil: due === 'tre' ? yesterday : due === 'gan' ? soon : null,
    state: dossierStates.find((state): state is DossierState => state === params.get('trang-thai')) ?? null,
    kind: kinds.find((kind) => kind === params.get('loai')) ?? null,
    sort: inboxSorts.find((sort) => sort === params.get('xep')) ?? 'due',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
