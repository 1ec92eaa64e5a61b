// The journal's address, read into a query. Rubbish falls back to the whole journal.
import { entryKinds, entryStates, kindGroups, type KindGroup } from '#/programme/money/money.ts'
import { entrySorts, type EntryQuery } from '#/programme/money/money.store.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

export const PER_PAGE = 50

/** `q` search · `nam` year · `khoan` line · `nguon` source · `loai` kind or group · `trang-thai` state · `xep` sort · `trang` page. */
export function journalQuery(params: URLSearchParams): EntryQuery {
  const kind = params.get('loai')
  return {
    search: wordsAsked(params),
    year: yearAsked(params),
    lineId: params.get('khoan') || null,
    sourceId: params.get('nguon') || null,
    kind: entryKinds.find((one) => one === kind) ?? (Object.keys(kindGroups) as KindGroup[]).find((one) => one === kind) ?? null,
    state: entryStates.find((one) => one === params.get('trang-thai')) ?? null,
    sort: entrySorts.find((one) => one === params.get('xep')) ?? 'recent',
    page: pageAsked(params),
    perPage: PER_PAGE,
  }
}

export function yearAsked(params: URLSearchParams): number | null {
  const year = Number(params.get('nam'))
  return Number.isInteger(year) && year >= 2018 && year <= 2100 ? year : null
}
