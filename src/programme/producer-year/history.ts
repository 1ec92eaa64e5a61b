// The history of a year: what each deed said, and what it changed for who may read it. Pure.
import { yearFields, type ProductFigures, type ProductYear, type YearField, type YearFigures } from './producer-year.ts'

export const yearDeeds = ['saved', 'filed', 'takenBack', 'checked', 'returned', 'imported'] as const
export type YearDeed = (typeof yearDeeds)[number]

/** By field: a figure as it is stored, `unit.<product>`, `output.<product>` (thousandths), `price.<product>`, `revenue.<product>`, `note`. */
export type Told = Readonly<Record<string, number | string | null>>

type Year = { figures: YearFigures; products: readonly ProductFigures[] }
type Read = {
  figures: Partial<YearFigures>
  note: string | null
  products: readonly (Partial<Omit<ProductFigures, 'name'>> & { productId: string })[]
}

const parts = { unit: 'unit', output: 'outputE3', price: 'price', revenue: 'revenue' } as const
const partNames = Object.keys(parts) as (keyof typeof parts)[]

/** What a save changes of what stood there, by field. */
export function changedBy(before: Year, noteBefore: string, read: Read): Told {
  const changed: Record<string, number | string | null> = {}
  for (const name of yearFields) {
    const value = read.figures[name]
    if (value !== undefined && value !== before.figures[name]) changed[name] = value
  }
  for (const product of read.products) {
    const there = before.products.find((one) => one.productId === product.productId)
    for (const part of partNames) {
      const value = product[parts[part]]
      if (value !== undefined && value !== (there?.[parts[part]] ?? null)) changed[`${part}.${product.productId}`] = value
    }
  }
  if (read.note !== null && read.note !== noteBefore) changed['note'] = read.note
  return changed
}

/** Everything a year tells, by field; what was not answered is left out. A unit alone tells nothing. */
export function allTold(year: Year, note: string): Told {
  const told: Record<string, number | string | null> = {}
  for (const name of yearFields) if (year.figures[name] !== null) told[name] = year.figures[name]
  for (const product of year.products)
    if (product.outputE3 !== null || product.price !== null || product.revenue !== null)
      for (const part of partNames) if (product[parts[part]] !== null) told[`${part}.${product.productId}`] = product[parts[part]]
  if (note !== '') told['note'] = note
  return told
}

/** The year as it was filed: what staff read while the producer mends what was sent back. */
export function asTold(told: Told, products: readonly ProductYear[]): { figures: YearFigures; products: ProductYear[]; note: string } {
  const number = (key: string) => (typeof told[key] === 'number' ? told[key] : null)
  return {
    figures: Object.fromEntries(yearFields.map((name: YearField) => [name, number(name)])) as YearFigures,
    products: products.map((product) => ({
      ...product,
      unit: String(told[`unit.${product.productId}`] ?? product.unit),
      outputE3: number(`output.${product.productId}`),
      price: number(`price.${product.productId}`),
      revenue: number(`revenue.${product.productId}`),
    })),
    note: String(told['note'] ?? ''),
  }
}

export type YearChange = { deed: YearDeed; at: Date; who: string; figures: Told; reasons: Readonly<Record<string, string>>; remark: string }
export type YearEvent = Omit<YearChange, 'figures'> & {
  changes: { key: string; from: number | string | null; to: number | string | null }[]
}

/**
 * The history as it may be read, newest first. `changes` come oldest first. What was saved and not filed is the producer's own; others read what
 * differs from one filing to the next.
 */
export function eventsOf(changes: readonly YearChange[], owner: boolean): YearEvent[] {
  let written: Told = {}
  let filed: Told | null = null
  const events: YearEvent[] = []
  for (const { figures, ...change } of changes) {
    if (change.deed === 'saved') {
      if (owner) events.push({ ...change, changes: differences(written, { ...written, ...figures }) })
      written = { ...written, ...figures }
      continue
    }
    const tells = change.deed === 'filed' || change.deed === 'imported'
    const before: Told | null = owner ? written : filed
    events.push({ ...change, changes: tells && before !== null ? differences(before, figures) : [] })
    if (tells) {
      written = figures
      filed = figures
    }
  }
  return events.toReversed()
}

function differences(before: Told, after: Told): YearEvent['changes'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [from, to] = [before[key] ?? null, after[key] ?? null]
    return from === to ? [] : [{ key, from, to }]
  })
}
