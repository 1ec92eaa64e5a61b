/** Page numbers worth showing: the ends, the neighbours of `page`, and 'gap' where some are left out (never for a single page). */
export function pageWindow(page: number, pages: number): (number | 'gap')[] {
  const wanted = new Set([1, pages, page - 1, page, page + 1].filter((number) => number >= 1 && number <= pages))
  const shown: (number | 'gap')[] = []
  for (let number = 1; number <= pages; number++) {
    const single = wanted.has(number - 1) && wanted.has(number + 1)
    if (wanted.has(number) || single) shown.push(number)
    else if (shown.at(-1) !== 'gap') shown.push('gap')
  }
  return shown
}
