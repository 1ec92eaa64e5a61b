// The doctor: every invariant, the frozen hashes, the files and the ledger, in one report.
import { sql } from 'kysely'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import type { Db } from '#/platform/database/open.ts'
import type { FileHealth, FileStore } from '#/platform/files/file-store.ts'
import type { Words } from './invariant.ts'
import { invariants } from './invariants.ts'
import { recomputations } from './recompute.ts'

export type Finding = {
  name: string
  severity: 'fault' | 'warning'
  holds: Words
  remedy: Words
  /** How many rows break it. */
  count: number
  /** The first of them. */
  rows: Record<string, unknown>[]
}

export type DoctorReport = { checks: number; findings: Finding[]; files: number; hashed: boolean; ledgerEntries: number; sound: boolean }

export const ROWS_SHOWN = 5

/**
 * Runs every check. `quick` asks only whether each file is there and leaves out hashing its bytes.
 * `sound` is false as soon as one finding is a fault.
 */
export async function examine(house: { db: Db; files: FileStore }, options: { quick: boolean }): Promise<DoctorReport> {
  const findings: Finding[] = []
  for (const invariant of invariants) {
    const { count, rows } = await broken(house.db, invariant.sql)
    if (count > 0) findings.push({ ...named(invariant), severity: invariant.severity, count, rows })
  }
  for (const recomputation of recomputations) {
    const rows = await recomputation.faults(house.db)
    if (rows.length > 0) findings.push({ ...named(recomputation), severity: 'fault', count: rows.length, rows: rows.slice(0, ROWS_SHOWN) })
  }
  const files = await examineFiles(house, options.quick)
  if (files.bad.length > 0)
    findings.push({ ...fileCheck, severity: 'fault', count: files.bad.length, rows: files.bad.slice(0, ROWS_SHOWN) })
  const ledger = await verifyLedger(house.db)
  if (ledger.faults.length > 0)
    findings.push({ ...ledgerCheck, severity: 'fault', count: ledger.faults.length, rows: ledger.faults.slice(0, ROWS_SHOWN) })
  return {
    checks: invariants.length + recomputations.length + 2,
    findings,
    files: files.count,
    hashed: !options.quick,
    ledgerEntries: ledger.entries,
    sound: findings.every((finding) => finding.severity === 'warning'),
  }
}

const fileCheck = {
  name: 'files-present-and-whole',
  holds: { vi: 'Mọi tệp đã ghi sổ đều còn và đúng mã băm.', en: 'Every recorded file is there and matches its hash.' },
  remedy: { vi: 'Khôi phục tệp từ bản sao lưu (ocop restore, hoặc chép lại tệp).', en: 'Restore the file from a backup.' },
}
const ledgerCheck = {
  name: 'ledger-chain',
  holds: { vi: 'Chuỗi nhật ký không đứt và không bị sửa.', en: 'The ledger’s chain is unbroken.' },
  remedy: {
    vi: 'Nhật ký đã bị sửa ngoài chương trình: đối chiếu với bản sao lưu.',
    en: 'The ledger was altered outside the program: compare with a backup.',
  },
}

function named({ name, holds, remedy }: { name: string; holds: Words; remedy: Words }) {
  return { name, holds, remedy }
}

/** How many rows a query of an invariant returns, and the first few. */
export async function broken(db: Db, query: string): Promise<{ count: number; rows: Record<string, unknown>[] }> {
  const { rows } = await sql<{ count: number; rows: Record<string, unknown>[] | null }>`
    with broken as (${sql.raw(query)})
    select (select count(*)::int from broken) as count, (select json_agg(f) from (select * from broken limit ${ROWS_SHOWN}) f) as rows`.execute(
    db,
  )
  const [row] = rows
  return { count: row?.count ?? 0, rows: row?.rows ?? [] }
}

async function examineFiles(house: { db: Db; files: FileStore }, quick: boolean) {
  const bad: { id: string; fault: Exclude<FileHealth, 'ok'> }[] = []
  let count = 0
  for (let after = ''; ;) {
    const rows = await house.db.selectFrom('storedFile').select('sha256').where('sha256', '>', after).orderBy('sha256').limit(500).execute()
    for (const { sha256 } of rows) {
      count += 1
      const health: FileHealth = quick ? ((await house.files.exists(sha256)) ? 'ok' : 'missing') : await house.files.verify(sha256)
      if (health !== 'ok') bad.push({ id: sha256, fault: health })
    }
    const last = rows.at(-1)
    if (!last || rows.length < 500) return { bad, count }
    after = last.sha256
  }
}
