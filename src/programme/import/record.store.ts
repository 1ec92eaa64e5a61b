/** Stored recognitions of the past, for matching and writing; rows go in and out as one JSON value, thousands at a time. */
import { sql } from 'kysely'

import type { Db, Tx } from '#/platform/database/open.ts'
import { fold } from '#/platform/text/fold.ts'

import type { Era } from '../units/units.ts'
import { KnownRecords, type KnownRecord } from './match.ts'
import type { Draft } from './plan.ts'
import type { PastValues } from './row.read.ts'

/** Field of a value → column of the table; `new_commune` and `new_province` are names of codes kept beside them and are not stored. */
const stored = {
  sourceId: 'source_id',
  product: 'product',
  producer: 'producer',
  commune: 'commune',
  district: 'district',
  province: 'province',
  newCommuneCode: 'now_commune_code',
  newProvinceCode: 'now_province_code',
  star: 'star',
  score: 'score',
  year: 'year',
  round: 'round',
  decisionNo: 'decision_no',
  decisionDate: 'decision_date',
  authority: 'authority',
  status: 'status',
  recognised: 'recognised',
  sector: 'sector',
  grade: 'grade',
  source: 'source',
} as const satisfies Partial<Record<keyof PastValues, string>>

type StoredRow = Record<string, string | number | boolean | null> & { id: string; identity: string; product: string }

const fieldsJson = sql.raw(
  ['id', 'identity', 'unit_era', 'unit_code', 'product_folded', 'producer_folded', ...Object.values(stored)]
    .map((name) => `'${name}', ${name === 'score' ? 'score::text' : name}`)
    .join(', '),
)

function toKnown(row: StoredRow): KnownRecord {
  const values = Object.fromEntries(Object.entries(stored).map(([field, column]) => [field, row[column] ?? null])) as PastValues
  const score = values.score === null ? null : String(Number(values.score))
  const [era, code] = [row['unit_era'], row['unit_code']]
  return {
    id: row.id,
    identity: row.identity,
    productFolded: String(row['product_folded']),
    producerFolded: String(row['producer_folded']),
    values: { ...values, score, newCommune: null, newProvince: null },
    place: era && code ? { era: era as Era, code: String(code) } : null,
  }
}

type Asked = { rowKeys: readonly string[]; values: readonly PastValues[] }

/** Everything on record that rows with these texts and values could be. `rowKeys` are hashes of the rows' texts, see batch.ts. */
export async function knownFor(tx: Tx, provinceCode: string, asked: Asked): Promise<KnownRecords> {
  const known = new KnownRecords()
  const list = (texts: readonly (string | null)[]) => JSON.stringify([...new Set(texts.filter((text) => text !== null))])
  const records = await sql<{ rows: StoredRow[] | null }>`
    with p as (select json_array_elements_text(${list(asked.values.map((row) => fold(row.product)))}::json) as t),
      h as (select json_array_elements_text(${list(asked.values.map((row) => fold(row.producer ?? '') || null))}::json) as t),
      s as (select json_array_elements_text(${list(asked.values.map((row) => row.sourceId))}::json) as t)
    select json_agg(json_build_object(${fieldsJson})) as rows from past_recognition r
    where r.province_code = ${provinceCode} and r.id in (
      select id from past_recognition where province_code = ${provinceCode} and product_folded in (select t from p)
      union select id from past_recognition where province_code = ${provinceCode} and producer_folded in (select t from h)
      union select id from past_recognition where province_code = ${provinceCode} and source_id in (select t from s))`.execute(tx)
  for (const row of records.rows[0]?.rows ?? []) known.add(toKnown(row))
  const rows = await sql<{ rows: [string, string | null][] | null }>`
    select json_agg(json_build_array(row_key, record_id)) as rows from past_source_row
    where province_code = ${provinceCode} and row_key in (select json_array_elements_text(${list(asked.rowKeys)}::json))`.execute(tx)
  for (const [rowKey, recordId] of rows.rows[0]?.rows ?? []) known.addRow(rowKey, recordId)
  return known
}

export async function recordsByIds(db: Db | Tx, provinceCode: string, ids: readonly string[]): Promise<KnownRecord[]> {
  if (ids.length === 0) return []
  const found = await sql<{ rows: StoredRow[] | null }>`
    select json_agg(json_build_object(${fieldsJson}) order by id) as rows from past_recognition
    where province_code = ${provinceCode} and id::text in (select json_array_elements_text(${JSON.stringify(ids)}::json))`.execute(db)
  return (found.rows[0]?.rows ?? []).map(toKnown)
}

type Origin = { provinceCode: string; batchId: string; now: Date }

const types: Record<string, string> = {
  star: 'int',
  score: 'numeric',
  year: 'int',
  decision_date: 'date',
  recognised: 'boolean',
  line: 'int',
  id: 'uuid',
}

/** Writes new recognitions. The caller has made sure of their identities; a second of one identity is refused by the table. */
export async function insertRecords(tx: Tx, drafts: readonly Draft[], origin: Origin): Promise<void> {
  if (drafts.length === 0) return
  const rows = drafts.map((draft) => ({
    ...columnsOf(draft.values),
    id: draft.id,
    identity: draft.identity,
    unit_era: draft.place?.era ?? null,
    unit_code: draft.place?.code ?? null,
    now_commune_code: draft.found.nowCommuneCode,
    now_province_code: draft.found.nowProvinceCode,
    product_folded: draft.productFolded,
    producer_folded: draft.producerFolded,
    line: draft.line,
  }))
  const names = Object.keys(rows[0] ?? {})
  const shape = sql.raw(names.map((name) => `${name} ${types[name] ?? 'text'}`).join(', '))
  const list = sql.raw(names.join(', '))
  await sql`
    insert into past_recognition (${list}, province_code, batch_id, created_at, updated_at)
    select ${list}, ${origin.provinceCode}, ${origin.batchId}::uuid, ${origin.now}::timestamptz, ${origin.now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (${shape})`.execute(tx)
}

function columnsOf(values: PastValues): Record<string, string | number | boolean | null> {
  return Object.fromEntries(Object.entries(stored).map(([field, column]) => [column, values[field as keyof PastValues]]))
}

/** Writes a record's values, identity and places anew. */
export async function updateRecord(
  tx: Tx,
  record: KnownRecord,
  now: Date,
  today?: { nowCommuneCode: string | null; nowProvinceCode: string | null },
): Promise<void> {
  const { values } = record
  await tx
    .updateTable('pastRecognition')
    .set((set) => ({
      sourceId: values.sourceId,
      producer: values.producer,
      commune: values.commune,
      district: values.district,
      province: values.province,
      star: values.star,
      score: values.score,
      year: values.year,
      round: values.round,
      decisionNo: values.decisionNo,
      decisionDate: values.decisionDate,
      authority: values.authority,
      status: values.status,
      recognised: values.recognised,
      sector: values.sector,
      grade: values.grade,
      source: values.source,
      identity: record.identity,
      unitEra: record.place?.era ?? null,
      unitCode: record.place?.code ?? null,
      nowCommuneCode: today ? today.nowCommuneCode : values.newCommuneCode,
      nowProvinceCode: today ? today.nowProvinceCode : values.newProvinceCode,
      producerFolded: fold(values.producer ?? ''),
      updatedAt: now,
      version: set('version', '+', 1),
    }))
    .where('id', '=', record.id)
    .execute()
}

/** Remembers which texts of rows were taken and what they became part of. */
export async function rememberRows(
  tx: Tx,
  rows: readonly { rowKey: string; line: number; recordId: string | null }[],
  origin: Origin,
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into past_source_row (province_code, row_key, batch_id, line, record_id)
    select ${origin.provinceCode}, k, ${origin.batchId}::uuid, l, r
    from json_to_recordset(${JSON.stringify(rows.map((row) => ({ k: row.rowKey, l: row.line, r: row.recordId })))}::json) as row (k text, l int, r uuid)
    on conflict (province_code, row_key) do nothing`.execute(tx)
}
