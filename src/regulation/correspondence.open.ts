// What a table of former answers leaves for a person to decide: rows without an equal option, and whatever is new, gone, split or merged. Pure.
import type { Correspondence, CorrespondenceKind, CriterionRow } from './correspondence.schema.ts'
import { findCriterion } from './form.ts'
import type { CriterionCode, Form } from './form.schema.ts'
import type { Pack } from './load.ts'

/** `unequal`: the criteria lead to each other, but no option of the one is the same as one of the other. */
export const openKinds = ['new', 'none', 'split', 'merged', 'unequal'] as const
export type OpenKind = (typeof openKinds)[number]

type Side = { readonly set: number; readonly code: CriterionCode | null; readonly title: string }
/** One option of the older criterion and what is said of it; `new` 0 = none reached, its text empty. */
export type OpenOption = {
  readonly old: number
  readonly oldText: string
  readonly new: number
  readonly newText: string
  readonly kind: CorrespondenceKind
}

/** A whole set where both codes are null, else a criterion. A side is null where nothing stands there. */
export type OpenRow = {
  readonly kind: OpenKind
  readonly old: Side | null
  readonly new: Side | null
  readonly options: readonly OpenOption[]
  /** How many options are the same on both sides. */
  readonly equal: number
  readonly note: string
  readonly source: string
}

const openOf = (kind: CorrespondenceKind): OpenKind => (kind === 'none' || kind === 'split' || kind === 'merged' ? kind : 'unequal')

/** Every row a person should look at, in the order of the newer decision's sets and criteria; sets that lead nowhere come last. */
export function openRows(table: Correspondence, from: Pack, to: Pack): OpenRow[] {
  const oldSet = (set: number): Side => ({ set, code: null, title: titleOf(from, set) })
  const newSet = (set: number): Side => ({ set, code: null, title: titleOf(to, set) })
  const nothing = { options: [], equal: 0 }
  const ended = table.sets
    .filter((row) => row.new.length === 0)
    .map((row): OpenRow => ({ kind: 'none', old: oldSet(row.old), new: null, ...nothing, note: row.note ?? '', source: row.source }))
  const moved = table.sets
    .filter((row) => row.kind === 'split' || row.kind === 'merged')
    .flatMap((row) =>
      row.new.map((set): OpenRow => ({
        kind: openOf(row.kind),
        old: oldSet(row.old),
        new: newSet(set),
        ...nothing,
        note: row.note ?? '',
        source: row.source,
      })),
    )
  const fresh = table.newSets.map((row): OpenRow => ({
    kind: 'new',
    old: null,
    new: newSet(row.set),
    ...nothing,
    note: row.note,
    source: row.source,
  }))
  const criteria = table.forms.flatMap((pair) => {
    const [oldForm, newForm] = [from.forms[pair.old], to.forms[pair.new]]
    return oldForm && newForm ? openCriteria(pair, oldForm, newForm) : []
  })
  const inSet = (rows: readonly OpenRow[], set: number) => rows.filter((row) => row.new?.set === set)
  const sets = to.regulation.sets.map(({ set }) => set)
  return [...sets.flatMap((set) => [...inSet(fresh, set), ...inSet(moved, set), ...inSet(criteria, set)]), ...ended]
}

function openCriteria(pair: Correspondence['forms'][number], oldForm: Form, newForm: Form): OpenRow[] {
  const side = (form: Form, code: CriterionCode): Side => ({ set: form.set, code, title: findCriterion(form, code)?.criterion.title ?? '' })
  const place = (row: OpenRow) => findCriterion(newForm, row.new?.code ?? '')?.index ?? Number.POSITIVE_INFINITY
  const joined = pair.rows.flatMap((row): OpenRow[] => {
    const options = row.options.map((entry) => optionOf(row, entry, oldForm, newForm))
    const equal = options.filter((option) => option.kind === 'same').length
    const kind = openOf(row.kind)
    if (kind === 'unequal' && equal > 0) return []
    const { note = '', source } = row
    return [{ kind, old: side(oldForm, row.old), new: side(newForm, row.new), options, equal, note, source }]
  })
  const bare = { options: [], equal: 0, note: '', source: '' }
  const added = pair.newCriteria.map((code): OpenRow => ({ kind: 'new', old: null, new: side(newForm, code), ...bare }))
  // A criterion that is gone stands with the set its product goes to: that is where an office looks for it.
  const gone = pair.dropped.map((code): OpenRow => ({
    kind: 'none',
    old: side(oldForm, code),
    new: { set: newForm.set, code: null, title: '' },
    ...bare,
  }))
  return [...[...joined, ...added].toSorted((a, b) => place(a) - place(b)), ...gone]
}

function optionOf(row: CriterionRow, entry: CriterionRow['options'][number], oldForm: Form, newForm: Form): OpenOption {
  const text = (form: Form, code: CriterionCode, option: number) => findCriterion(form, code)?.criterion.options[option - 1]?.text ?? ''
  return {
    old: entry.old,
    oldText: text(oldForm, row.old, entry.old),
    new: entry.new,
    newText: text(newForm, row.new, entry.new),
    kind: entry.kind,
  }
}

const titleOf = (pack: Pack, set: number): string => pack.regulation.sets.find((entry) => entry.set === set)?.title.vi ?? ''
