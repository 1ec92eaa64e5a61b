// The reception queue's address, read into a query. Rubbish falls back to the whole list.
import { queueSorts, type QueueQuery } from '#/programme/round/reception.store.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 50

/** `q` search · `viec` cho-tiep-nhan | cho-bo-sung · `xa` commune · `bo` set · `mau` cho-nhan · `xep` sort · `trang` page. */
export function receptionQuery(params: URLSearchParams): QueueQuery {
  const part = params.get('viec')
  const set = Number(params.get('bo'))
  const commune = params.get('xa') ?? ''
  return {
    search: wordsAsked(params),
    part: part === 'cho-tiep-nhan' ? 'toReceive' : part === 'cho-bo-sung' ? 'returned' : null,
    commune: /^\d{5}$/.test(commune) ? commune : null,
    set: Number.isInteger(set) && set >= 1 && set <= 99 ? set : null,
    samplesOpen: params.get('mau') === 'cho-nhan',
    sort: queueSorts.find((sort) => sort === params.get('xep')) ?? 'proposed',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
