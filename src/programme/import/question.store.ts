/** The queue of what a person decides: which unit is meant, whether two rows are one recognition. */
import type { Db, Tx } from '#/platform/database/open.ts'

import type { Cells } from './columns.ts'

export type Question = {
  id: string
  provinceCode: string
  batchId: string
  line: number
  kind: 'unit' | 'near'
  why: string
  rowKey: string
  cells: Cells
  /** Places for `unit`, ids of records for `near`. */
  candidates: unknown[]
  recordId: string | null
  answer: string | null
  reason: string | null
  createdAt: Date
}

const shown = [
  'id',
  'provinceCode',
  'batchId',
  'line',
  'kind',
  'why',
  'rowKey',
  'cells',
  'candidates',
  'recordId',
  'answer',
  'reason',
  'createdAt',
] as const

type Stored = Omit<Question, 'kind' | 'cells' | 'candidates'> & { kind: string; cells: unknown; candidates: unknown }

function toQuestion(row: Stored): Question {
  return { ...row, kind: row.kind as Question['kind'], cells: row.cells as Cells, candidates: row.candidates as unknown[] }
}

export async function questionById(db: Db | Tx, id: string): Promise<Question | null> {
  const row = await db.selectFrom('importQuestion').select(shown).where('id', '=', id).executeTakeFirst()
  return row ? toQuestion(row) : null
}

export async function lockQuestion(tx: Tx, id: string): Promise<Question | null> {
  const row = await tx.selectFrom('importQuestion').select(shown).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toQuestion(row) : null
}

/** Open questions, oldest first, a page at a time; of one kind or both. */
export async function openQuestions(
  db: Db | Tx,
  provinceCode: string,
  asked: { kind: Question['kind'] | null; page: number; size: number },
): Promise<{ unit: number; near: number; rows: Question[] }> {
  const open = db.selectFrom('importQuestion').where('provinceCode', '=', provinceCode).where('answer', 'is', null)
  const counts = await open
    .select(['kind', (select) => select.fn.countAll<number>().as('n')])
    .groupBy('kind')
    .execute()
  const rows = await open
    .select(shown)
    .$if(asked.kind !== null, (query) => query.where('kind', '=', asked.kind ?? ''))
    .orderBy('createdAt')
    .orderBy('id')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
  const count = (kind: string) => Number(counts.find((row) => row.kind === kind)?.n ?? 0)
  return { unit: count('unit'), near: count('near'), rows: rows.map(toQuestion) }
}
