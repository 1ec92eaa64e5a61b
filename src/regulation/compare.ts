// Two versions of a pack side by side, for the page where an administrator makes a new one from an old one. Pure.
import { criteriaOf } from './form.ts'
import type { Criterion, Form, Option } from './form.schema.ts'
import { canonicalJson, type Pack } from './load.ts'

export type Change = { readonly what: string; readonly before: string | null; readonly after: string | null }

/**
 * One option under its identity: `before` and `after` are its numbers in the two versions, null where it is not. `moved` = the same option
 * under another number: an answer stored as a number means another option there, so answers never cross pack revisions by number.
 */
export type OptionChange = {
  readonly before: number | null
  readonly after: number | null
  readonly status: 'same' | 'changed' | 'added' | 'removed'
  readonly moved: boolean
  readonly changes: readonly Change[]
}

export type CriterionChange = {
  readonly code: string
  readonly status: 'same' | 'changed' | 'added' | 'removed'
  readonly changes: readonly Change[]
  readonly options: readonly OptionChange[]
}

export type SetChange = {
  readonly set: number
  readonly status: 'same' | 'changed' | 'added' | 'removed'
  readonly changes: readonly Change[]
  readonly criteria: readonly CriterionChange[]
}

export type PackComparison = { readonly regulation: readonly Change[]; readonly sets: readonly SetChange[] }

const shown = (value: unknown): string | null => (value === undefined ? null : typeof value === 'string' ? value : canonicalJson(value))

function changesOf(before: object, after: object, without: readonly string[]): Change[] {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => !without.includes(key))
    .flatMap((what) => {
      const [was, is] = [shown(a[what]), shown(b[what])]
      return was === is ? [] : [{ what, before: was, after: is }]
    })
}

/**
 * Pairs options by what they say: the same text (and case) first, then, among those left between two paired ones, the same points in order.
 * What stays single was removed or added.
 */
function pairOptions(before: readonly Option[], after: readonly Option[]): (readonly [number | null, number | null])[] {
  const taken = new Map<number, number>()
  const free = (index: number): boolean => ![...taken.values()].includes(index)
  const pair = (fits: (a: Option, b: Option) => boolean): void => {
    for (const [index, option] of before.entries()) {
      if (taken.has(index)) continue
      const found = after.findIndex((other, place) => free(place) && option.case === other.case && fits(option, other))
      if (found >= 0) taken.set(index, found)
    }
  }
  pair((a, b) => a.text === b.text)
  pair((a, b) => a.points === b.points)
  const kept = before.map((_, index) => [index, taken.get(index) ?? null] as const)
  const added = after.flatMap((_, place) => (free(place) ? [[null, place] as const] : []))
  return [...kept, ...added].toSorted((x, y) => (x[1] ?? x[0] ?? 0) - (y[1] ?? y[0] ?? 0))
}

function compareOptions(before: readonly Option[], after: readonly Option[]): OptionChange[] {
  return pairOptions(before, after).map(([a, b]): OptionChange => {
    const [was, is] = [a === null ? undefined : before[a], b === null ? undefined : after[b]]
    const numbers = { before: a === null ? null : a + 1, after: b === null ? null : b + 1 }
    if (!was || !is) return { ...numbers, status: was ? 'removed' : 'added', moved: false, changes: [] }
    const changes = changesOf(was, is, [])
    return { ...numbers, status: changes.length > 0 ? 'changed' : 'same', moved: a !== b, changes }
  })
}

function compareCriterion(code: string, before: Criterion | undefined, after: Criterion | undefined): CriterionChange {
  const options = compareOptions(before?.options ?? [], after?.options ?? [])
  if (!before || !after) return { code, status: before ? 'removed' : 'added', changes: [], options }
  const changes = changesOf(before, after, ['options'])
  const same = changes.length === 0 && options.every((option) => option.status === 'same' && !option.moved)
  return { code, status: same ? 'same' : 'changed', changes, options }
}

function compareForms(set: number, before: Form | undefined, after: Form | undefined): SetChange {
  const criteria = (form: Form | undefined): Map<string, Criterion> =>
    new Map(form ? criteriaOf(form).map(({ criterion }) => [criterion.code, criterion]) : [])
  const [a, b] = [criteria(before), criteria(after)]
  const rows = [...new Set([...b.keys(), ...a.keys()])].map((code) => compareCriterion(code, a.get(code), b.get(code)))
  if (!before || !after) return { set, status: before ? 'removed' : 'added', changes: [], criteria: rows }
  const outline = (form: Form): object =>
    form.parts.map((part) => ({
      ...part,
      groups: part.groups.map((group) => ({ ...group, criteria: group.criteria.map((criterion) => criterion.code) })),
    }))
  const changes = changesOf({ ...before, parts: outline(before) }, { ...after, parts: outline(after) }, [])
  const same = changes.length === 0 && rows.every((row) => row.status === 'same')
  return { set, status: same ? 'same' : 'changed', changes, criteria: rows }
}

/** What differs from `before` to `after`: the decision's own blocks, then every set, criterion and option, the unchanged ones included. */
export function comparePacks(before: Pick<Pack, 'regulation' | 'forms'>, after: Pick<Pack, 'regulation' | 'forms'>): PackComparison {
  const sets = [...new Set([...Object.keys(after.forms), ...Object.keys(before.forms)].map(Number))].toSorted((a, b) => a - b)
  return {
    regulation: changesOf(before.regulation, after.regulation, []),
    sets: sets.map((set) => compareForms(set, before.forms[set], after.forms[set])),
  }
}

/** Criteria whose stored answers would mean something else under the other version: an option moved or went. */
export function answersThatShift(comparison: PackComparison): { readonly set: number; readonly criterion: string }[] {
  return comparison.sets.flatMap(({ set, criteria }) =>
    criteria
      .filter((row) => row.status !== 'added' && row.options.some((option) => option.moved || option.status === 'removed'))
      .map((row) => ({ set, criterion: row.code })),
  )
}
