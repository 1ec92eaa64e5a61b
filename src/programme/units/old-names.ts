// Earlier names of a place as people read them: one sentence per day and district instead of the same beginning again and again. Pure.

const line = /^((?:Trước|Before) [\d/]+): (.+?)(?:, ([^,]+))?$/u

/**
 * "Trước 01/7/2025: phường Bắc Sơn, thành phố Sầm Sơn" and six more like it become one line that says the day and the city once.
 * Lines of another shape stay as they are, in their order.
 */
export function gatherOldNames(names: readonly string[]): string[] {
  const gathered = new Map<string, { head: string; district: string; units: string[] }>()
  const out: (string | { head: string; district: string; units: string[] })[] = []
  for (const name of names) {
    const [, head, unit, district = ''] = line.exec(name) ?? []
    if (head === undefined || unit === undefined) {
      out.push(name)
      continue
    }
    const key = `${head}|${district}`
    const known = gathered.get(key)
    if (known) known.units.push(unit)
    else {
      const first = { head, district, units: [unit] }
      gathered.set(key, first)
      out.push(first)
    }
  }
  return out.map((one) => {
    if (typeof one === 'string') return one
    const units = one.units.join(', ')
    if (one.district === '') return `${one.head}: ${units}`
    return one.units.length === 1 ? `${one.head}: ${units}, ${one.district}` : `${one.head}: ${units} (${one.district})`
  })
}
