// The gazette's text over ours: a revision of words alone. Pure; storing and showing it is the programme's.
import { createHash } from 'node:crypto'
import { criteriaOf } from './form.ts'
import type { Criterion, Form } from './form.schema.ts'
import { canonicalJson, deepFreeze, type Pack, type WordingMark } from './load.ts'
import { sayBoth } from './regulation.messages.ts'
import { wordingMessages } from './wording.messages.ts'
import type { WordedForm, Wording } from './wording.schema.ts'

/** A pack under a wording revision. `hash` stays the pack's own (the law is the same); `wording.hash` names the words. */
export type WordedPack = Pack & { readonly wording: WordingMark }

/** One reason a wording file is refused; `option` is a number in printed order. */
export type WordingFault = {
  readonly set: number | null
  readonly criterion: string | null
  readonly option: number | null
  /** Vietnamese, then English. */
  readonly reason: string
}

export type WordingOutcome =
  | { readonly ok: true; readonly pack: WordedPack; readonly changed: number; readonly untouchedSets: readonly number[] }
  | { readonly ok: false; readonly faults: readonly WordingFault[] }

/** SHA-256 of the canonical words and of the pack they belong to: the same text loaded twice is the same revision. */
export function wordingHash(wording: Wording): string {
  return createHash('sha256').update(canonicalJson(wording)).digest('hex')
}

/**
 * The pack with the gazette's words, or every fault at once (set, criterion, option, reason) when codes or counts differ. `changed` counts
 * the texts that differ from ours. Points, gates, cases, topics and the pack's own hash stay as they are.
 */
export function applyWording(pack: Pack, wording: Wording): WordingOutcome {
  const faults = faultsOf(pack, wording)
  if (faults.length > 0) return { ok: false, faults }
  const counter = { changed: 0 }
  const forms: Record<number, Form> = { ...pack.forms }
  for (const words of wording.forms) {
    const form = pack.forms[words.set]
    if (form) forms[words.set] = worded(form, words, counter)
  }
  const sets = wording.forms.map((entry) => entry.set)
  // A set's title stands in the annex and on its form; both are shown, and `regulation check` compares them.
  const regulation = {
    ...pack.regulation,
    sets: pack.regulation.sets.map((entry) => ({ ...entry, title: { ...entry.title, vi: forms[entry.set]?.title ?? entry.title.vi } })),
  }
  const words = { hash: wordingHash(wording), source: wording.source, sets }
  return {
    ok: true,
    pack: deepFreeze({ id: pack.id, hash: pack.hash, regulation, forms, wording: words }),
    changed: counter.changed,
    untouchedSets: Object.keys(pack.forms)
      .map(Number)
      .filter((set) => !sets.includes(set)),
  }
}

function worded(form: Form, words: WordedForm, counter: { changed: number }): Form {
  const take = (before: string | undefined, after: string): string => {
    if (before !== after) counter.changed += 1
    return after
  }
  const takeAll = (before: readonly string[] | undefined, after: readonly string[]): string[] =>
    after.map((text, index) => take(before?.[index], text))
  const byCode = new Map(words.criteria.map((entry) => [entry.code, entry]))
  const criterion = (own: Criterion): Criterion => {
    const text = byCode.get(own.code)
    if (!text) return own
    return {
      ...own,
      title: take(own.title, text.title),
      ...(text.notes ? { notes: takeAll(own.notes, text.notes) } : {}),
      ...(text.evidence === undefined ? {} : { evidence: take(own.evidence, text.evidence) }),
      ...(own.cases && text.cases
        ? { cases: own.cases.map((entry, index) => ({ ...entry, label: take(entry.label, text.cases?.[index] ?? entry.label) })) }
        : {}),
      options: own.options.map((option, index) => ({ ...option, text: take(option.text, text.options[index] ?? option.text) })),
    }
  }
  return {
    ...form,
    ...(words.title === undefined ? {} : { title: take(form.title, words.title) }),
    ...(words.disqualifiers ? { disqualifiers: takeAll(form.disqualifiers, words.disqualifiers) } : {}),
    parts: form.parts.map((part) => ({
      ...part,
      groups: part.groups.map((group) => ({ ...group, criteria: group.criteria.map(criterion) })),
    })),
  }
}

function faultsOf(pack: Pack, wording: Wording): WordingFault[] {
  const found: WordingFault[] = []
  const fault = (
    key: keyof typeof wordingMessages,
    values: Record<string, string>,
    set: number | null = null,
    criterion: string | null = null,
    option: number | null = null,
  ): void => void found.push({ set, criterion, option, reason: sayBoth(wordingMessages[key], values) })
  if (wording.regulation !== pack.id) fault('otherPack', { found: wording.regulation, wanted: pack.id })
  const seen = new Set<number>()
  for (const words of wording.forms) {
    const { set } = words
    if (seen.has(set)) fault('setTwice', { set: String(set) }, set)
    seen.add(set)
    const form = pack.forms[set]
    if (!form) {
      fault('noSuchSet', { set: String(set) }, set)
      continue
    }
    if (words.disqualifiers && words.disqualifiers.length !== (form.disqualifiers ?? []).length)
      fault('disqualifierCount', { found: String(words.disqualifiers.length), wanted: String((form.disqualifiers ?? []).length) }, set)
    const own = new Map(criteriaOf(form).map(({ criterion }) => [criterion.code, criterion]))
    const codes = words.criteria.map((entry) => entry.code)
    for (const code of own.keys()) if (!codes.includes(code)) fault('missingCriterion', { code }, set, code)
    for (const [index, entry] of words.criteria.entries()) {
      const criterion = own.get(entry.code)
      if (!criterion) fault('noSuchCriterion', { code: entry.code }, set, entry.code)
      else if (codes.indexOf(entry.code) !== index) fault('criterionTwice', { code: entry.code }, set, entry.code)
      else {
        const [given, wanted] = [entry.options.length, criterion.options.length]
        if (given !== wanted)
          fault('optionCount', { found: String(given), wanted: String(wanted) }, set, entry.code, Math.min(given, wanted) + 1)
        for (const [place, text] of entry.options.entries())
          if (entry.options.indexOf(text) !== place && criterion.cases === undefined)
            fault('optionTwice', { number: String(place + 1) }, set, entry.code, place + 1)
        const cases = criterion.cases?.length ?? 0
        if (entry.cases && entry.cases.length !== cases)
          fault('caseCount', { found: String(entry.cases.length), wanted: String(cases) }, set, entry.code)
      }
    }
  }
  return found
}
