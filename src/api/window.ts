// Stores count in pages; a cursor may stand anywhere. The one or two pages that hold the window are read.
import type { Paging } from './endpoint.ts'

export async function windowOf<Row>(
  { limit, offset }: Pick<Paging, 'limit' | 'offset'>,
  pageOf: (page: number, size: number) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const page = Math.floor(offset / limit) + 1
  const skip = offset % limit
  const first = await pageOf(page, limit)
  const second = skip === 0 ? [] : await pageOf(page + 1, limit)
  return [...first, ...second].slice(skip, skip + limit)
}

/** The same for a store that answers a page with the number of all rows. */
export async function listWindow<Row>(
  paging: Pick<Paging, 'limit' | 'offset'>,
  pageOf: (page: number, size: number) => Promise<{ rows: readonly Row[]; total: number }>,
): Promise<{ rows: Row[]; total: number }> {
  let total = 0
  const rows = await windowOf(paging, async (page, size) => {
    const found = await pageOf(page, size)
    total = found.total
    return found.rows
  })
  return { rows, total }
}
