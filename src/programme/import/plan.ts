/** What will happen to each row of a file: decided once for the preview, and again, by the same function, when it is written. Pure. */
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { fold } from '#/platform/text/fold.ts'

import type { FileRow } from './columns.ts'
import { identityOf, type Change, type KnownRecord, type KnownRecords, type NearWhy } from './match.ts'
import { nearWords } from './import.messages.ts'
import { resolvePlace, type FoundPlace, type Gazetteer } from './place.ts'
import { readRow, rowText, type PastValues, type Reason } from './row.read.ts'

export const outcomes = ['new', 'unchanged', 'changed', 'person', 'bad'] as const
export type Outcome = (typeof outcomes)[number]
export type Counts = Record<Outcome, number>

export type Draft = KnownRecord & { found: FoundPlace; rowKey: string; line: number }

export type Planned = { line: number; rowKey: string; reasons: Reason[] } & (
  | { outcome: 'bad' }
  | { outcome: 'unchanged'; recordId: string | null; known: boolean }
  | { outcome: 'changed'; record: KnownRecord; changes: Change[] }
  /** `new` goes in as it is; `person` with a draft goes in with its unit open; `person` with records waits outside. */
  | { outcome: 'new'; draft: Draft }
  | { outcome: 'person'; draft: Draft }
  | { outcome: 'person'; near: { why: NearWhy; records: KnownRecord[] } }
)

export function noCounts(): Counts {
  return { new: 0, unchanged: 0, changed: 0, person: 0, bad: 0 }
}

/** Decides one row and remembers what it adds, so that a later row of the same file is compared with it. `newId` gives ids,
 * `keyOf` the key under which a row's text is remembered. */
export function planRow(
  row: FileRow,
  known: KnownRecords,
  places: Gazetteer,
  today: PlainDate,
  newId: () => string,
  keyOf: (text: string) => string = (text) => text,
): Planned {
  const text = keyOf(rowText(row.cells))
  const base = { line: row.line, rowKey: text }
  const read = readRow(row, today)
  if (!read.ok) return { ...base, outcome: 'bad', reasons: read.reasons }
  const found = resolvePlace(places, read.values)
  const match = known.match(text, read.values, found.place)
  if (match.kind === 'sameRow') return { ...base, outcome: 'unchanged', recordId: match.recordId, known: true, reasons: [] }
  if (match.kind === 'same') {
    known.addRow(text, match.record.id)
    if (match.changes.length === 0) return { ...base, outcome: 'unchanged', recordId: match.record.id, known: false, reasons: [] }
    const record = {
      ...match.record,
      values: changed(match.record.values, match.changes),
      place: match.record.place ?? (found.question ? null : found.place),
    }
    known.add(record)
    return { ...base, outcome: 'changed', record, changes: match.changes, reasons: match.changes.map(changeReason) }
  }
  if (match.kind === 'near') {
    known.addRow(text, null)
    const { why, records } = match
    return {
      ...base,
      outcome: 'person',
      near: { why, records },
      reasons: [
        {
          column: 'product',
          ...nearWords(
            why,
            records.map((one) => one.values),
          ),
        },
      ],
    }
  }
  const draft = draftOf(row.line, text, read.values, found, newId())
  known.add(draft)
  known.addRow(text, draft.id)
  if (!found.question) return { ...base, outcome: 'new', draft, reasons: [] }
  const { vi, en } = found.question
  return { ...base, outcome: 'person', draft, reasons: [{ column: 'commune', vi, en }] }
}

export function draftOf(line: number, text: string, values: PastValues, found: FoundPlace, id: string): Draft {
  return {
    id,
    line,
    rowKey: text,
    values,
    found,
    place: found.place,
    identity: identityOf(values, found.place),
    productFolded: fold(values.product),
    producerFolded: fold(values.producer ?? ''),
  }
}

function changed(values: PastValues, changes: readonly Change[]): PastValues {
  return Object.assign({ ...values }, Object.fromEntries(changes.map((change) => [change.field, change.to])))
}

function changeReason({ field, from, to }: Change): Reason {
  const said = (value: Change['from']) => (value === null ? '—' : String(value).slice(0, 80))
  return { column: null, vi: `${field}: ${said(from)} → ${said(to)}`, en: `${field}: ${said(from)} → ${said(to)}` }
}
