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
