// The ledger: one row per verb, chained by hash within a province, written in the verb's own transaction.
import { sql } from 'kysely'
import { json } from '../database/json.ts'
import type { Db, Tx } from '../database/open.ts'
import { canonicalJson, sha256Hex } from './canonical.ts'

export type LedgerEntry = {
  provinceCode: string
  at: Date
  accountId: string | null
  actorName: string
  verb: string
  subjectKind: string
  subjectId: string
  dossierId?: string | null
  payload: Record<string, unknown>
}

const GENESIS = '0'.repeat(64)

/** Appends one entry. Locks the province's head row: appends queue up, the chain never forks. */
export async function append(tx: Tx, entry: LedgerEntry): Promise<void> {
  const head = (await lockHead(tx, entry.provinceCode)) ?? (await firstHead(tx, entry.provinceCode))
  const seq = head.seq + 1
  const payload = JSON.parse(JSON.stringify(entry.payload)) as Record<string, unknown>
  const row = { ...entry, payload, dossierId: entry.dossierId ?? null, seq, prevHash: head.hash }
  const hash = hashOf(row)
  await tx
    .insertInto('auditEntry')
    .values({ ...row, payload: json(payload), hash })
    .execute()
  await tx.updateTable('auditHead').set({ seq, hash }).where('provinceCode', '=', entry.provinceCode).execute()
}

function lockHead(tx: Tx, provinceCode: string): Promise<{ seq: number; hash: string } | undefined> {
  return tx.selectFrom('auditHead').select(['seq', 'hash']).where('provinceCode', '=', provinceCode).forUpdate().executeTakeFirst()
}

/** The province's very first entry; of two at once, the second waits for the first's row and then locks it. */
async function firstHead(tx: Tx, provinceCode: string): Promise<{ seq: number; hash: string }> {
  await tx
    .insertInto('auditHead')
    .values({ provinceCode, seq: 0, hash: GENESIS })
    .onConflict((conflict) => conflict.column('provinceCode').doNothing())
    .execute()
  const head = await lockHead(tx, provinceCode)
  if (!head) throw new Error(`no ledger head for ${provinceCode}`)
  return head
}

type Hashed = Omit<LedgerEntry, 'at'> & { at: Date; seq: number; prevHash: string }

function hashOf(row: Hashed): string {
  return sha256Hex(
    canonicalJson([
      row.provinceCode,
      row.seq,
      row.at.toISOString(),
      row.accountId,
      row.actorName,
      row.verb,
      row.subjectKind,
      row.subjectId,
      row.dossierId ?? null,
      row.payload,
      row.prevHash,
    ]),
  )
}

export type ChainFault = { provinceCode: string; seq: number; fault: 'hash' | 'link' | 'gap' | 'head' }

/** Recomputes every chain from its start. Returns the first fault of each province, and how many entries were read. */
export async function verifyLedger(db: Db): Promise<{ entries: number; faults: ChainFault[] }> {
  const heads = await db.selectFrom('auditHead').selectAll().orderBy('provinceCode').execute()
  const strays = await sql<{ provinceCode: string }>`
    select distinct province_code from audit_entry e where not exists (select 1 from audit_head h where h.province_code = e.province_code)`.execute(
    db,
  )
  const faults: ChainFault[] = strays.rows.map((row) => ({ provinceCode: row.provinceCode, seq: 0, fault: 'head' }))
  let entries = 0
  for (const head of heads) {
    let seq = 0
    let prev = GENESIS
    let fault: ChainFault | null = null
    for (;;) {
      const rows = await db
        .selectFrom('auditEntry')
        .selectAll()
        .where('provinceCode', '=', head.provinceCode)
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(1000)
        .execute()
      for (const row of rows) {
        entries += 1
        const kind =
          row.seq !== seq + 1
            ? 'gap'
            : row.prevHash !== prev
              ? 'link'
              : hashOf({ ...row, payload: row.payload as Record<string, unknown> }) !== row.hash
                ? 'hash'
                : null
        if (kind && !fault) fault = { provinceCode: head.provinceCode, seq: row.seq, fault: kind }
        seq = row.seq
        prev = row.hash
      }
      if (rows.length < 1000) break
    }
    if (!fault && (seq !== head.seq || prev !== head.hash)) fault = { provinceCode: head.provinceCode, seq: head.seq, fault: 'head' }
    if (fault) faults.push(fault)
  }
  return { entries, faults }
}
