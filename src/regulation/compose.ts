// Two tables of former answers, one after the other, as one: 1048 → 148 → 26/2026. Computed, never stored. Pure.
import type { Correspondence, CorrespondenceKind, CriterionRow } from './correspondence.schema.ts'

/** From the most that can be said to nothing. */
const strength: readonly CorrespondenceKind[] = ['same', 'wider', 'narrower', 'split', 'merged', 'none']

/** Two steps say no more than the weaker of them. Commutative, associative, `same` changes nothing, `none` ends everything. */
export function composeKind(first: CorrespondenceKind, second: CorrespondenceKind): CorrespondenceKind {
  return strength[Math.max(strength.indexOf(first), strength.indexOf(second))] ?? 'none'
}

/**
 * The table from the first's older decision to the second's newer one. Throws RangeError where the second does not begin where the first
 * ends, or where two ways through the middle reach the same pair of sets: that is a person's to decide.
 */
export function composeCorrespondence(first: Correspondence, second: Correspondence): Correspondence {
  if (first.to !== second.from && !second.alsoFrom.includes(first.to))
    throw new RangeError(`${second.from} → ${second.to} does not follow ${first.from} → ${first.to}`)
  const source = `interpretation: composed through ${first.to}`
  const sets = composeSets(first, second, source)
  const reached = new Set(sets.flatMap((row) => row.new))
  const all = [...second.sets.flatMap((row) => row.new), ...second.newSets.map((row) => row.set)]
  const noteOf = (set: number): string => {
    const through = second.sets.filter((row) => row.new.includes(set)).map((row) => row.old)
    return [...second.newSets.filter((row) => row.set === set), ...first.newSets.filter((row) => through.includes(row.set))]
      .map((row) => row.note)
      .join('; ')
  }
  return {
    from: first.from,
    alsoFrom: first.alsoFrom,
    to: second.to,
    provenance: { vi: `${first.provenance.vi} ${second.provenance.vi}`, en: `${first.provenance.en} ${second.provenance.en}` },
    sectors: first.sectors.map((row) => {
      const next = second.sectors.filter((one) => row.new.includes(one.old))
      return {
        old: row.old,
        new: unique(next.flatMap((one) => one.new)),
        kind: next.reduce((kind, one) => composeKind(kind, one.kind), row.kind),
        source,
      }
    }),
    formerNames: first.formerNames.flatMap((row) => {
      const names = unique(second.sectors.filter((one) => row.new.includes(one.old)).flatMap((one) => one.new))
      return names.length === 0 ? [] : [{ name: row.name, new: names, source: row.source }]
    }),
    sets,
    newSets: unique(all)
      .filter((set) => !reached.has(set))
      .toSorted((a, b) => a - b)
      .map((set) => ({ set, note: noteOf(set), source })),
    forms: composeForms(first, second, source),
  }
}

function composeSets(first: Correspondence, second: Correspondence, source: string): Correspondence['sets'] {
  const rows = first.sets.map((row) => {
    const next = second.sets.filter((one) => row.new.includes(one.old) && one.kind !== 'none')
    const kind = next.reduce((so, one) => composeKind(so, one.kind), row.kind)
    const notes = [row, ...next].flatMap((one) => one.note ?? [])
    return {
      old: row.old,
      new: unique(next.flatMap((one) => one.new)),
      kind,
      source,
      ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
    }
  })
  const times = (set: number) => rows.filter((row) => row.new.includes(set)).length
  return rows.map((row) => {
    if (row.new.length === 0) return { ...row, kind: 'none' as const }
    if (row.new.some((set) => times(set) > 1)) return { ...row, kind: 'merged' as const }
    const alone = row.kind === 'merged' || (row.kind === 'split' && row.new.length < 2)
    return alone ? { ...row, kind: 'narrower' as const } : row
  })
}

type Pair = Correspondence['forms'][number]

function composeForms(first: Correspondence, second: Correspondence, source: string): Pair[] {
  const found: Pair[] = []
  for (const one of first.forms)
    for (const two of second.forms.filter((pair) => pair.old === one.new)) {
      if (found.some((pair) => pair.old === one.old && pair.new === two.new))
        throw new RangeError(`set ${one.old} of ${first.from} reaches set ${two.new} of ${second.to} by two ways`)
      found.push(composePair(one, two, source))
    }
  return found
}

function composePair(one: Pair, two: Pair, source: string): Pair {
  const ways = one.rows.flatMap((before) =>
    two.rows
      .filter((after) => after.old === before.new && before.kind !== 'none' && after.kind !== 'none')
      .map((after): CriterionRow => {
        const notes = [before, after].flatMap((row) => row.note ?? [])
        return {
          old: before.old,
          new: after.new,
          kind: composeKind(before.kind, after.kind),
          options: composeOptions(before, after),
          source,
          ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
        }
      }),
  )
  const rows = joined(ways)
  const count = (side: 'old' | 'new', code: string) => rows.filter((row) => row[side] === code).length
  const settled = rows.map((row): CriterionRow => {
    if (count('new', row.new) > 1) return { ...row, kind: 'merged' }
    if (count('old', row.old) > 1) return { ...row, kind: 'split' }
    return row.kind === 'merged' || row.kind === 'split' ? { ...row, kind: 'narrower' } : row
  })
  const left = (codes: readonly string[], used: readonly string[]) => unique(codes).filter((code) => !used.includes(code))
  return {
    old: one.old,
    new: two.new,
    rows: settled,
    newCriteria: left(
      [...two.rows.map((row) => row.new), ...two.newCriteria],
      rows.map((row) => row.new),
    ),
    dropped: left(
      [...one.rows.map((row) => row.old), ...one.dropped],
      rows.map((row) => row.old),
    ),
  }
}

/** Each old option as far as both steps carry it; one that is carried nowhere says so. */
function composeOptions(before: CriterionRow, after: CriterionRow): CriterionRow['options'] {
  return unique(before.options.map((entry) => entry.old)).flatMap((old) => {
    const carried = before.options
      .filter((entry) => entry.old === old && entry.kind !== 'none')
      .flatMap((entry) =>
        entry.new === 0
          ? [{ old, new: 0, kind: entry.kind }]
          : after.options
              .filter((next) => next.old === entry.new && next.kind !== 'none')
              .map((next) => ({ old, new: next.new, kind: composeKind(entry.kind, next.kind) })),
      )
    return carried.length > 0 ? weakest(carried) : [{ old, new: 0, kind: 'none' as const }]
  })
}

/** Ways that meet again in the same pair become one row, by the weaker of them. */
function joined(rows: readonly CriterionRow[]): CriterionRow[] {
  return rows.reduce<CriterionRow[]>((found, row) => {
    const at = found.findIndex((one) => one.old === row.old && one.new === row.new)
    const known = found[at]
    if (!known) return [...found, row]
    const options = weakest([...known.options, ...row.options])
    const sure = options.filter((entry) => entry.kind !== 'none' || !options.some((one) => one.old === entry.old && one.kind !== 'none'))
    return found.with(at, { ...known, kind: composeKind(known.kind, row.kind), options: sure })
  }, [])
}

function weakest(entries: readonly CriterionRow['options'][number][]): CriterionRow['options'] {
  return entries.reduce<CriterionRow['options']>((found, entry) => {
    const at = found.findIndex((one) => one.old === entry.old && one.new === entry.new)
    const known = found[at]
    return known ? found.with(at, { ...known, kind: composeKind(known.kind, entry.kind) }) : [...found, entry]
  }, [])
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
