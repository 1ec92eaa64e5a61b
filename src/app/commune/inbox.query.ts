// The inbox's address, read into a query. Rubbish falls back to the whole list.
import { dossierStates, type DossierState } from '#/programme/dossier/dossier.workflow.ts'
import { inboxSorts, inboxTabs, type InboxQuery } from '#/programme/commune/inbox.store.ts'

export const PER_PAGE = 30
const kinds = ['first', 'upgrade', 'renewal'] as const

/** `muc` tab · `q` search · `trang-thai` state · `loai` kind · `han` late | soon · `xep` sort · `trang` page. */
export function inboxQuery(params: URLSearchParams, today: string, soon: string, yesterday: string): InboxQuery {
  const due = params.get('han')
  const page = Number(params.get('trang'))
  return {
    tab: inboxTabs.find((tab) => tab === params.get('muc')) ?? 'doing',
    search: (params.get('q') ?? '').slice(0, 200),
    dueUntil: due === 'tre' ? yesterday : due === 'gan' ? soon : null,
    state: dossierStates.find((state): state is DossierState => state === params.get('trang-thai')) ?? null,
    kind: kinds.find((kind) => kind === params.get('loai')) ?? null,
    sort: inboxSorts.find((sort) => sort === params.get('xep')) ?? 'due',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
    perPage: PER_PAGE,
  }
}

/** The same list with some parts of the address changed; null takes one out. */
export function withParams(params: URLSearchParams, change: Record<string, string | null>): string {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  }
  const text = next.toString()
  return text === '' ? '?' : `?${text}`
}
