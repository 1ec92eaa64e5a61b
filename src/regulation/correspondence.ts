// Former answers as hints under a newer decision. Pure. Points are never carried: only which answer was accepted and what proved it.
import { composeCorrespondence } from './compose.ts'
import type { Correspondence, CorrespondenceKind, CriterionRow } from './correspondence.schema.ts'
import { criteriaOf, findCriterion, type Answers } from './form.ts'
import type { CriterionCode, Form } from './form.schema.ts'
import type { Pack } from './load.ts'
import type { Finding } from './finding.ts'

/** An accepted answer under the older form; `text` is the option's own text, empty for option 0. */
export type FormerAnswer = { readonly set: number; readonly criterion: CriterionCode; readonly option: number; readonly text: string }

/**
 * For one new criterion: what was answered before, the option it comes closest to, and where to look for papers.
 * `near` is an option number of the NEW criterion (0 = none reached), the lower one where several meet; null = nothing can be said.
 * `evidenceFrom`: criteria of the old form whose papers are worth showing again. There are no points in a hint.
 */
export type Hint = {
  readonly criterion: CriterionCode
  readonly status: 'former' | 'new'
  readonly kind: CorrespondenceKind | null
  readonly former: readonly FormerAnswer[]
  readonly near: number | null
  readonly evidenceFrom: readonly CriterionCode[]
  readonly note: string | null
}

/**
 * The pair's table, with the pack ids that share the older forms; where none is stored, the two that lead there through a decision between
 * them, composed. Undefined where there is no way.
 */
export function correspondenceBetween(all: readonly Correspondence[], from: string, to: string): Correspondence | undefined {
  const stored = (one: string, other: string) =>
    all.find((entry) => entry.to === other && (entry.from === one || entry.alsoFrom.includes(one)))
  const direct = stored(from, to)
  if (direct) return direct
  for (const first of all.filter((entry) => entry.from === from || entry.alsoFrom.includes(from))) {
    const second = stored(first.to, to)
    if (second) return composeCorrespondence(first, second)
  }
  return undefined
}

/** New sets an old set leads to; a product of an old set that leads nowhere, or to several, needs a person's choice. */
export function newSetsFor(table: Correspondence, oldSet: number): readonly number[] {
  return table.sets.find((entry) => entry.old === oldSet)?.new ?? []
}

function nearOf(row: CriterionRow, option: number | undefined): number | null {
  if (option === undefined) return null
  if (option === 0) return 0
  const meant = row.options.filter((entry) => entry.old === option && entry.kind !== 'none').map((entry) => entry.new)
  return meant.length > 0 ? Math.min(...meant) : null
}

/**
 * One hint per criterion of the new form, in its printed order. `answers` are the accepted ones under the old form.
 * Interpretation: where several old answers or options meet, the lower new option is the hint.
 * Throws RangeError when the table does not lead from the old form to the new one.
 */
export function hintFor(table: Correspondence, old: { readonly form: Form; readonly answers: Answers }, form: Form): Hint[] {
  const pair = table.forms.find((entry) => entry.old === old.form.set && entry.new === form.set)
  if (!pair) throw new RangeError(`${table.from} set ${old.form.set} does not lead to ${table.to} set ${form.set}`)
  return criteriaOf(form).map(({ criterion }): Hint => {
    const rows = pair.rows.filter((row) => row.new === criterion.code && row.kind !== 'none')
    if (rows.length === 0)
      return { criterion: criterion.code, status: 'new', kind: null, former: [], near: null, evidenceFrom: [], note: null }
    const former = rows.flatMap((row): FormerAnswer[] => {
      const option = Object.hasOwn(old.answers, row.old) ? old.answers[row.old] : undefined
      if (option === undefined) return []
      const text = findCriterion(old.form, row.old)?.criterion.options[option - 1]?.text ?? ''
      return [{ set: old.form.set, criterion: row.old, option, text }]
    })
    const near = rows.map((row) => nearOf(row, former.find((answer) => answer.criterion === row.old)?.option))
    const known = near.filter((value) => value !== null)
    const notes = rows.flatMap((row) => row.note ?? [])
    return {
      criterion: criterion.code,
      status: 'former',
      kind: rows.length > 1 ? 'merged' : (rows[0]?.kind ?? null),
      former,
      // One part unknown leaves the whole unknown: a merged criterion is not half answered.
      near: known.length === near.length && known.length > 0 ? Math.min(...known) : null,
      evidenceFrom: rows.map((row) => row.old),
      note: notes.length > 0 ? notes.join(' ') : null,
    }
  })
}

/** Faults of a table against the two packs it joins: what is missing, what collides, what does not exist. Empty = usable. */
export function checkCorrespondence(table: Correspondence, from: Pack, to: Pack): Finding[] {
  const found: Finding[] = []
  const fault = (text: string, set?: number, criterion?: string): void =>
    void found.push({ level: 'fault', text, ...(set === undefined ? {} : { set }), ...(criterion === undefined ? {} : { criterion }) })
  const twice = (values: readonly (string | number)[]): (string | number)[] => [
    ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
  ]
  const names = (pack: Pack): Set<string> => new Set(pack.regulation.sets.map((entry) => entry.sector.vi))
  for (const sector of names(from)) if (!table.sectors.some((row) => row.old === sector)) fault(`sector "${sector}" leads nowhere`)
  for (const row of [...table.sectors, ...table.formerNames])
    for (const name of row.new) if (!names(to).has(name)) fault(`"${name}" is no sector of ${to.id}`)
  const oldSets = from.regulation.sets.map((entry) => entry.set)
  const newSets = to.regulation.sets.map((entry) => entry.set)
  const reached = table.sets.flatMap((row) => row.new)
  for (const set of twice(table.sets.map((row) => row.old))) fault(`old set ${set} has two rows`)
  for (const set of oldSets) if (!table.sets.some((row) => row.old === set)) fault(`old set ${set} has no row`)
  for (const row of table.sets) {
    if (!oldSets.includes(row.old)) fault(`${from.id} has no set ${row.old}`)
    if ((row.kind === 'none') !== (row.new.length === 0)) fault(`old set ${row.old}: kind ${row.kind} with ${row.new.length} new sets`)
    if (row.kind === 'split' && row.new.length < 2) fault(`old set ${row.old}: a split into ${row.new.length}`)
    if (row.kind === 'merged' && row.new.every((set) => reached.filter((one) => one === set).length < 2))
      fault(`old set ${row.old} is merged with nothing`)
    for (const set of row.new) {
      if (!newSets.includes(set)) fault(`${to.id} has no set ${set}`)
      if (!table.forms.some((pair) => pair.old === row.old && pair.new === set)) fault(`old set ${row.old} has no criteria`, set)
    }
  }
  const declared = table.newSets.map((row) => row.set)
  for (const set of newSets)
    if (reached.includes(set) === declared.includes(set))
      fault(declared.includes(set) ? 'both reached and marked new' : 'neither reached nor marked new', set)
  for (const pair of table.forms) {
    const oldForm = from.forms[pair.old]
    const newForm = to.forms[pair.new]
    if (!oldForm || !newForm) fault(`no form for ${pair.old} → ${pair.new}`)
    else checkPair(pair, oldForm, newForm, (text, criterion) => fault(`(${pair.old} →) ${text}`, pair.new, criterion))
  }
  return found
}

type Pair = Correspondence['forms'][number]

function checkPair(pair: Pair, oldForm: Form, newForm: Form, fault: (text: string, criterion?: string) => void): void {
  const olds = criteriaOf(oldForm).map(({ criterion }) => criterion.code)
  const news = criteriaOf(newForm).map(({ criterion }) => criterion.code)
  for (const code of news) {
    const covered = pair.rows.some((row) => row.new === code)
    if (covered && pair.newCriteria.includes(code)) fault('covered and marked new', code)
    if (!covered && !pair.newCriteria.includes(code)) fault('neither covered nor marked new', code)
  }
  for (const code of olds) {
    const used = pair.rows.some((row) => row.old === code)
    if (used && pair.dropped.includes(code)) fault(`old criterion ${code} is used and dropped`)
    if (!used && !pair.dropped.includes(code)) fault(`old criterion ${code} is neither used nor dropped`)
  }
  for (const code of [...pair.newCriteria, ...pair.rows.map((row) => row.new)]) if (!news.includes(code)) fault('no such criterion', code)
  for (const code of [...pair.dropped, ...pair.rows.map((row) => row.old)]) if (!olds.includes(code)) fault(`no old criterion ${code}`)
  for (const row of pair.rows) {
    const sameNew = pair.rows.filter((one) => one.new === row.new)
    const sameOld = pair.rows.filter((one) => one.old === row.old)
    if (sameNew.filter((one) => one.old === row.old).length > 1) fault(`${row.old} twice`, row.new)
    if (sameNew.length > 1 && row.kind !== 'merged' && row.kind !== 'split') fault(`${row.old} is "${row.kind}" and shares it`, row.new)
    if (row.kind === 'merged' && sameNew.length < 2) fault(`${row.old} is merged with nothing`, row.new)
    if (row.kind === 'split' && sameOld.length < 2) fault(`${row.old} is split into one`, row.new)
    checkOptions(row, oldForm, newForm, fault)
  }
}

function checkOptions(row: CriterionRow, oldForm: Form, newForm: Form, fault: (text: string, criterion?: string) => void): void {
  const most = findCriterion(oldForm, row.old)?.criterion.options.length ?? 0
  const last = findCriterion(newForm, row.new)?.criterion.options.length ?? 0
  for (let option = 1; option <= most; option += 1)
    if (!row.options.some((entry) => entry.old === option)) fault(`${row.old} option ${option} has no row`, row.new)
  for (const entry of row.options) {
    if (entry.old > most) fault(`${row.old} has no option ${entry.old}`, row.new)
    if (entry.new > last) fault(`no option ${entry.new}`, row.new)
    if (row.options.filter((one) => one.old === entry.old && one.new === entry.new).length > 1)
      fault(`option ${entry.old} → ${entry.new} twice`, row.new)
    const equal = row.options.filter((one) => one.kind === 'same')
    if (entry.kind === 'same' && equal.some((one) => one !== entry && (one.new === entry.new || one.old === entry.old)))
      fault(`option ${entry.old} is "same" as ${entry.new} and so is another`, row.new)
  }
}
