/**
 * Is this row something we know? Pure, over the records that could be meant.
 *
 * Identity of a recognition: number of its decision (its year where the source has no number), product, era of the unit, all folded, and the
 * producer (its place where the source names none): one decision lists "Hạt điều rang muối" of six producers. The same text of a row is
 * the same row whatever a person later made of it. Near matches are never joined by the program.
 */
import { fold } from '#/platform/text/fold.ts'

import { placeKey, type Place } from '../units/unit-book.ts'
import type { PastValues } from './row.read.ts'
import { similarity } from './similar.ts'

/** A stored recognition, as far as matching needs it. */
export type KnownRecord = {
  id: string
  identity: string
  productFolded: string
  producerFolded: string
  values: PastValues
  place: Place | null
}

export type NearWhy = 'similarName' | 'otherDecision' | 'producerUnknown' | 'sameSourceId' | 'weakerSource' | 'otherPlace'

export type Match =
  | { kind: 'none' }
  | { kind: 'sameRow'; recordId: string | null }
  | { kind: 'same'; record: KnownRecord; changes: Change[] }
  | { kind: 'near'; why: NearWhy; records: KnownRecord[] }

export type Change = { field: keyof PastValues; from: string | number | boolean | null; to: string | number | boolean | null }

/** Two names of one producer's products at least so alike may be one product. */
export const SIMILAR = 0.75

export function identityOf(values: PastValues, place: Place | null): string {
  const decision = decisionKey(values.decisionNo) ?? (values.year === null ? '?' : `năm ${values.year}`)
  const who = values.producer === null ? (place === null ? '?' : `@${placeKey(place)}`) : fold(values.producer)
  return [decision, fold(values.product), place?.era ?? '?', who].join(' | ')
}

/** "Số 590 /QĐ-UBND" and "590/qđ-ubnd" are one number. */
export function decisionKey(text: string | null): string | null {
  if (text === null) return null
  return fold(text)
    .replace(/^so:? ?(?=\d)/, '')
    .replaceAll(' ', '')
}

/** How far a source is to be believed, from its own grade: an official decision, an office's site, the press. Anything else is press. */
export function gradeRank(grade: string | null): number {
  const folded = fold(grade ?? '')
  return folded.startsWith('official') || folded.startsWith('quyet dinh') ? 3 : /^gov\b/.test(folded) ? 2 : 1
}

/** What may be compared: loaded once for many rows, grows as rows are taken. */
export class KnownRecords {
  readonly #rows = new Map<string, string | null>()
  readonly #byIdentity = new Map<string, KnownRecord>()
  readonly #byProducer = new Map<string, KnownRecord[]>()
  readonly #byProduct = new Map<string, KnownRecord[]>()
  readonly #bySourceId = new Map<string, KnownRecord>()

  /** A row's text taken before, and the record it became part of; null where it waits for a person or was rejected. */
  addRow(rowText: string, recordId: string | null): void {
    this.#rows.set(rowText, recordId)
  }

  add(record: KnownRecord): void {
    this.#byIdentity.set(record.identity, record)
    push(this.#byProduct, record.productFolded, record)
    if (record.producerFolded !== '') push(this.#byProducer, record.producerFolded, record)
    if (record.values.sourceId !== null) this.#bySourceId.set(record.values.sourceId, record)
  }

  match(rowText: string, values: PastValues, place: Place | null): Match {
    const taken = this.#rows.get(rowText)
    if (taken !== undefined) return { kind: 'sameRow', recordId: taken }
    const same = this.#byIdentity.get(identityOf(values, place))
    if (same) {
      const changes = changesTo(same.values, values)
      const weaker = changes.some((change) => change.from !== null) && gradeRank(values.grade) < gradeRank(same.values.grade)
      // Another address may be another product; one that was unknown is simply filled in.
      if (changes.some((change) => change.from !== null && addressed.includes(change.field)))
        return { kind: 'near', why: 'otherPlace', records: [same] }
      return weaker ? { kind: 'near', why: 'weakerSource', records: [same] } : { kind: 'same', record: same, changes }
    }
    return this.#near(values, place)
  }

  #near(values: PastValues, place: Place | null): Match {
    const product = fold(values.product)
    const producer = fold(values.producer ?? '')
    const named = values.sourceId === null ? undefined : this.#bySourceId.get(values.sourceId)
    if (named) return { kind: 'near', why: 'sameSourceId', records: [named] }
    const namesakes = this.#byProduct.get(product) ?? []
    const other = namesakes.filter(
      (one) =>
        one.producerFolded === producer &&
        (producer !== '' || (place !== null && one.place !== null && placeKey(one.place) === placeKey(place))),
    )
    if (other.length > 0) return { kind: 'near', why: 'otherDecision', records: other.slice(0, 5) }
    const unnamed = namesakes.filter((one) => (one.producerFolded === '') !== (producer === '') && sameList(one.values, values))
    if (unnamed.length > 0) return { kind: 'near', why: 'producerUnknown', records: unnamed.slice(0, 5) }
    const alike = (this.#byProducer.get(producer) ?? []).filter(
      (one) => !sameList(one.values, values) && similarity(one.productFolded, product) >= SIMILAR,
    )
    return alike.length > 0 ? { kind: 'near', why: 'similarName', records: alike.slice(0, 5) } : { kind: 'none' }
  }
}

function push(map: Map<string, KnownRecord[]>, key: string, record: KnownRecord): void {
  const list = map.get(key)
  if (list) list.push(record)
  else map.set(key, [record])
}

/** One decision, or one page of a source about one year, names each product once: two alike names on it are two products. */
function sameList(a: PastValues, b: PastValues): boolean {
  const [first, second] = [decisionKey(a.decisionNo), decisionKey(b.decisionNo)]
  if (first !== null && second !== null) return first === second
  return first === second && a.source !== null && a.source === b.source && a.year === b.year
}

/** Part of the identity, or names of codes that stand beside them. */
const compared: readonly (keyof PastValues)[] = ['product', 'decisionNo', 'newCommune', 'newProvince']
const addressed: readonly (keyof PastValues)[] = ['commune', 'district', 'province', 'newCommuneCode', 'newProvinceCode']

/** What a row would change of a record: cells it knows and the record has otherwise. An empty cell erases nothing. */
export function changesTo(old: PastValues, row: PastValues): Change[] {
  return (Object.keys(row) as (keyof PastValues)[])
    .filter((field) => !compared.includes(field) && row[field] !== null && row[field] !== old[field])
    .filter((field) => field !== 'producer' || fold(row.producer ?? '') !== fold(old.producer ?? ''))
    .map((field) => ({ field, from: old[field], to: row[field] }))
}
