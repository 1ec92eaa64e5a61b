// The address of the open rows of a table, and the rows it asks for. Rubbish falls back to the first table, all rows.
import type { Correspondence } from '#/regulation/correspondence.schema.ts'
import { openKinds, openRows, type OpenKind, type OpenRow } from '#/regulation/correspondence.open.ts'
import { fold, wordMatcher } from '#/platform/text/fold.ts'
import type { Regulations } from '#/programme/regulations.ts'
import { pageAsked, wordsAsked } from '../list-address.ts'

type AskedRows = { table: string; set: number | null; kind: OpenKind | null; search: string; sort: 'print' | 'kind'; page: number }

export const tableKey = ({ from, to }: Pick<Correspondence, 'from' | 'to'>): string => `${from}--${to}`

/** `bang` table · `bo` set of the newer decision (0: what leads to none) · `loai` kind · `q` search · `xep` = loai: by kind · `trang` page. */
export async function askedRows(
  regulations: Regulations,
  params: URLSearchParams,
): Promise<{ asked: AskedRows; tables: readonly Correspondence[]; table: Correspondence; all: OpenRow[]; rows: OpenRow[] }> {
  const tables = await regulations.correspondences()
  // The newest table first: it is the one that is used.
  const table = tables.find((one) => tableKey(one) === params.get('bang')) ?? tables.at(-1)
  if (!table) throw new Error('rules/correspondence is empty')
  const set = /^\d{1,2}$/.test(params.get('bo') ?? '') ? Number(params.get('bo')) : null
  const asked: AskedRows = {
    table: tableKey(table),
    set,
    kind: openKinds.find((kind) => kind === params.get('loai')) ?? null,
    search: wordsAsked(params),
    sort: params.get('xep') === 'loai' ? 'kind' : 'print',
    page: pageAsked(params),
  }
  const all = openRows(table, regulations.get(table.from), regulations.get(table.to))
  const matches = wordMatcher(asked.search)
  const found = all.filter(
    (row) =>
      (asked.kind === null || row.kind === asked.kind) &&
      (asked.set === null || (row.new?.set ?? 0) === asked.set) &&
      (asked.search === '' || [row.old, row.new].some((side) => side !== null && matches(fold(`${side.code ?? ''} ${side.title}`)))),
  )
  const rows = asked.sort === 'print' ? found : found.toSorted((a, b) => openKinds.indexOf(a.kind) - openKinds.indexOf(b.kind))
  return { asked, tables, table, all, rows }
}
