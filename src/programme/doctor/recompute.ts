// What SQL cannot recompute: hashes over canonical JSON, and a mean from the sheets it was made of.
import { sql } from 'kysely'
import { canonicalJson, sha256Hex } from '#/platform/audit/canonical.ts'
import type { Db } from '#/platform/database/open.ts'
import { contentHash } from '#/regulation/load.ts'
import { applyWording } from '#/regulation/wording.ts'
import type { ResultBasis } from '../council/result.ts'
import { readContent } from '../regulation-revision/shelf.store.ts'
import { wordingRevisions } from '../regulation-revision/wording.store.ts'
import type { Words } from './invariant.ts'

export type Recomputation = {
  name: string
  holds: Words
  remedy: Words
  /** Rows that do not agree with themselves. */
  faults: (db: Db) => Promise<Record<string, unknown>[]>
}

const BATCH = 200

/** Every submission's snapshot still gives the hash stored beside it. */
async function snapshotFaults(db: Db): Promise<Record<string, unknown>[]> {
  const faults: Record<string, unknown>[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await db
      .selectFrom('dossierSubmission')
      .select(['id', 'dossierId', 'snapshot', 'snapshotHash'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute()
    for (const row of rows) {
      const now = sha256Hex(canonicalJson(row.snapshot))
      if (now !== row.snapshotHash) faults.push({ id: row.id, dossier: row.dossierId, stored: row.snapshotHash, recomputed: now })
    }
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return faults
    after = last.id
  }
}

type StoredResult = {
  id: string
  onPaper: boolean
  basis: unknown
  basisHash: string
  outcome: string
  numerator: number | null
  denominator: number | null
}

/** Every result's basis still gives its hash, and its mean is the mean of the totals the basis names. */
async function resultFaults(db: Db): Promise<Record<string, unknown>[]> {
  const faults: Record<string, unknown>[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await sql<StoredResult>`
      select id, item_id is null as on_paper, basis, basis_hash, outcome, mean_numerator as numerator, mean_denominator as denominator
      from result where id > ${after}::uuid order by id limit ${BATCH}`.execute(db)
    for (const row of rows) {
      const now = sha256Hex(canonicalJson(row.basis))
      if (now !== row.basisHash) faults.push({ id: row.id, fault: 'hash', stored: row.basisHash, recomputed: now })
      // The ministry's own figure, from its paper: there are no sheets here to add up.
      else if (!row.onPaper && !meanAgrees(row)) faults.push({ id: row.id, fault: 'mean', stored: `${row.numerator}/${row.denominator}` })
    }
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return faults
    after = last.id
  }
}

/** True when the stored fraction equals the sum of the counted totals over their number, or when nothing was scored. */
export function meanAgrees(row: Pick<StoredResult, 'basis' | 'outcome' | 'numerator' | 'denominator'>): boolean {
  if (row.outcome !== 'scored') return row.numerator === null
  const totals = totalsIn(row.basis)
  if (totals === null || totals.length === 0 || row.numerator === null || row.denominator === null) return false
  const sum = totals.reduce((all, total) => all + total, 0)
  return row.numerator * totals.length === sum * row.denominator
}

/** The counted members' totals, each summed anew from its answers; null when there are none or one does not add up. */
export function totalsIn(basis: unknown): number[] | null {
  const sheets = (basis as Partial<ResultBasis> | null)?.sheets
  if (!Array.isArray(sheets)) return null
  const totals = sheets.map((sheet) => sheet.answers.reduce((sum, answer) => sum + answer.points, 0))
  return totals.every((total, index) => total === sheets[index]?.total) ? totals : null
}

/** Every regulation content kept still gives its hash: one that does not is read by nobody, and who pinned it reads today's instead. */
async function contentFaults(db: Db): Promise<Record<string, unknown>[]> {
  const rows = await db.selectFrom('regulationContent').selectAll().execute()
  return rows.flatMap((row) => {
    const { regulation, forms } = readContent(row)
    const now = contentHash(regulation, forms)
    return now === row.hash ? [] : [{ id: row.hash, regulation: row.regulationId, recomputed: now }]
  })
}

/** The newest words of a regulation fit every version of it that was published here, also one that waits for its day. */
async function wordsFaults(db: Db): Promise<Record<string, unknown>[]> {
  const published = await db
    .selectFrom('regulationRevision as r')
    .innerJoin('regulationContent as c', 'c.hash', 'r.publishedHash')
    .select(['c.hash', 'c.regulationId', 'c.regulation', 'c.forms', 'r.effectiveFrom'])
    .where('r.state', '=', 'published')
    .orderBy('r.effectiveFrom', 'desc')
    .execute()
  const faults: Record<string, unknown>[] = []
  for (const row of published) {
    // An earlier version is read in the words that were pinned with it.
    if (published.find((one) => one.regulationId === row.regulationId) !== row) continue
    const wording = (await wordingRevisions(db, row.regulationId))[0]?.wording
    const outcome = wording ? applyWording(readContent(row), wording) : null
    if (outcome && !outcome.ok) faults.push({ id: row.hash, regulation: row.regulationId, places: outcome.faults.length })
  }
  return faults
}

export const recomputations: readonly Recomputation[] = [
  {
    name: 'snapshot-hash',
    holds: { vi: 'Bản nộp tính lại ra đúng mã băm đã lưu.', en: 'A submission still gives its stored hash.' },
    remedy: { vi: 'Bản nộp đã bị sửa: khôi phục từ bản sao lưu.', en: 'The submission was altered: restore it from a backup.' },
    faults: snapshotFaults,
  },
  {
    name: 'result-basis-and-mean',
    holds: {
      vi: 'Kết quả tính lại từ căn cứ ra đúng mã băm và điểm trung bình.',
      en: 'A result recomputed from its basis gives its hash and its mean.',
    },
    remedy: { vi: 'Kết quả đã bị sửa: khôi phục từ bản sao lưu.', en: 'The result was altered: restore it from a backup.' },
    faults: resultFaults,
  },
  {
    name: 'kept-regulation-content',
    holds: { vi: 'Nội dung quy định đã lưu tính lại ra đúng mã băm.', en: 'A regulation content that was kept still gives its hash.' },
    remedy: {
      vi: 'Nội dung đã bị sửa ngoài chương trình: khôi phục từ bản sao lưu.',
      en: 'The content was altered outside the program: restore it from a backup.',
    },
    faults: contentFaults,
  },
  {
    name: 'wording-fits-its-regulation',
    holds: {
      vi: 'Lời văn Công báo đang dùng khớp mã và số mức của bản quy định mới nhất.',
      en: 'The gazette’s words in use fit the codes and option counts of the newest version.',
    },
    remedy: {
      vi: 'Nạp lời văn khớp với bản mới; đến khi đó chương trình dùng lời của mình.',
      en: 'Load words that fit the new version; until then the program’s own are shown.',
    },
    faults: wordsFaults,
  },
]
