// The addresses of the lists of money, read into queries. Rubbish falls back to the whole list.
import { entryKinds, entryStates, kindGroups, sourceKinds, type KindGroup } from '#/programme/money/money.ts'
import { entrySorts, type EntryQuery } from '#/programme/money/entry.store.ts'
import { sourceSorts, type SourceQuery } from '#/programme/money/money.store.ts'
import { dayAsked, pageAsked, wordsAsked, yearAsked } from '../list-address.ts'

export const PER_PAGE = 50

/** `q` search · `nam` year · `khoan` line · `nguon` source · `loai` kind or group · `trang-thai` state · `tu`, `den` days · `xep` sort · `trang` page. */
export function journalQuery(params: URLSearchParams): EntryQuery {
  const kind = params.get('loai')
  return {
    search: wordsAsked(params),
    year: yearAsked(params),
    lineId: params.get('khoan') || null,
    sourceId: params.get('nguon') || null,
    kind: entryKinds.find((one) => one === kind) ?? (Object.keys(kindGroups) as KindGroup[]).find((one) => one === kind) ?? null,
    state: entryStates.find((one) => one === params.get('trang-thai')) ?? null,
    from: dayAsked(params, 'tu'),
    to: dayAsked(params, 'den'),
    sort: entrySorts.find((one) => one === params.get('xep')) ?? 'recent',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}

/** `q` search · `loai` kind · `trang-thai` = dang-dung or da-khoa · `xep` sort · `trang` page. */
export function sourceQuery(params: URLSearchParams): SourceQuery {
  const state = params.get('trang-thai')
  return {
    search: wordsAsked(params),
    kind: sourceKinds.find((one) => one === params.get('loai')) ?? null,
    open: state === 'dang-dung' ? true : state === 'da-khoa' ? false : null,
    sort: sourceSorts.find((one) => one === params.get('xep')) ?? 'name',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}
