// The address of a list: its page, and the same list with one part changed.

/** `trang` from 1; rubbish is the first page. */
export function pageNumber(params: URLSearchParams): number {
  const page = Number(params.get('trang'))
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}

export function hrefWith(search: string, change: Record<string, string>): string {
  const params = new URLSearchParams(search)
  for (const [name, value] of Object.entries(change)) {
    if (value === '') params.delete(name)
    else params.set(name, value)
  }
  return `?${params.toString()}`
}
