// The columns of a file of past recognitions, and its rows. Exactly these columns, none more, in whatever order they stand.
import { readFile, type FileRow as SheetRow } from '../sheet/file.read.ts'

export const columns = [
  'id',
  'product',
  'producer',
  'commune',
  'district',
  'province',
  'new_commune_code',
  'new_commune',
  'new_province_code',
  'new_province',
  'star',
  'score',
  'year',
  'round',
  'decision_no',
  'decision_date',
  'authority',
  'status',
  'group6_inferred',
  'verification',
  'source',
] as const

export type Column = (typeof columns)[number]
export type Cells = Record<Column, string>
export type FileRow = SheetRow<Column>

const heads = columns.map((key) => ({ key, names: [key], required: true }))

/** Throws `invalid` on the field `file` where the file as a whole cannot be taken: nothing of it is kept then. */
export async function readRows(bytes: Uint8Array): Promise<FileRow[]> {
  return (await readFile(bytes, heads, 'refused')).rows
}
