// SQL of conflicts: the facts the proposals are made from, and every declaration and decision on record.
import { sql } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { readSnapshot } from '../dossier/snapshot.ts'
import { found } from '../refuse.ts'
import type { ConflictCause, ConflictFacts, ConflictPerson } from './conflict.ts'
import type { ItemFacts } from './council.ts'

/** What `likelyConflicts` compares: seats and office staff of the province against the filed dossier and its commune report. */
export async function conflictFacts(db: Db | Tx, item: Pick<ItemFacts, 'dossierId' | 'seats' | 'authority'>): Promise<ConflictFacts> {
  const seats = item.seats.filter((seat) => seat.leftOn === null)
  const staff = await db
    .selectFrom('roleGrant')
    .select(['accountId', 'bodyId'])
    .where('authority', '=', item.authority)
    .where('role', 'in', ['office', 'advisor'])
    .where('revokedAt', 'is', null)
    .execute()
  const others = staff.filter((grant) => !seats.some((seat) => seat.accountId === grant.accountId))
  const who = [
    ...seats.map((seat) => ({ accountId: seat.accountId, memberId: seat.memberId as string | null, bodyId: seat.bodyId })),
    // A member of the office's own staff works for the office's body; that body is no sign of a conflict.
    ...[...new Set(others.map((grant) => grant.accountId))].map((accountId) => ({
      accountId,
      memberId: null,
      bodyId: null as string | null,
    })),
  ]
  const accountIds = who.map((person) => person.accountId)
  const accounts =
    accountIds.length === 0 ? [] : await db.selectFrom('authUser').select(['id', 'name', 'phone']).where('id', 'in', accountIds).execute()
  const producing =
    accountIds.length === 0
      ? []
      : await db
          .selectFrom('roleGrant')
          .select(['accountId', 'producerId'])
          .where('accountId', 'in', accountIds)
          .where('role', '=', 'producer')
          .where('revokedAt', 'is', null)
          .execute()
  const bodyIds = who.flatMap((person) => (person.bodyId ? [person.bodyId] : []))
  const bodies =
    bodyIds.length === 0
      ? []
      : await db.selectFrom('body').select(['id', 'kind', 'name', 'shortName', 'taxCode', 'address']).where('id', 'in', bodyIds).execute()
  const people = who.map((person): ConflictPerson => ({
    accountId: person.accountId,
    memberId: person.memberId,
    name: accounts.find((account) => account.id === person.accountId)?.name ?? '',
    phone: accounts.find((account) => account.id === person.accountId)?.phone ?? null,
    producerIds: producing.flatMap((grant) => (grant.accountId === person.accountId && grant.producerId ? [grant.producerId] : [])),
    body: bodies.find((body) => body.id === person.bodyId) ?? null,
  }))
  const snapshot = await filedSnapshot(db, item.dossierId)
  const report = await sql<{ bodyId: string }>`
    select distinct g.body_id from commune_report r
      join role_grant g on g.account_id in (r.issued_by, r.written_by) and g.body_id is not null and g.role in ('communeOfficer', 'communeLeader')
     where r.dossier_id = ${item.dossierId} and r.state = 'issued'`.execute(db)
  const { producer, papers } = snapshot
  return {
    people,
    producer: {
      id: producer.id,
      name: producer.name,
      taxCode: producer.taxCode,
      headName: producer.headName,
      phone: producer.phone,
      addressLine: producer.addressLine,
    },
    reportBodyIds: report.rows.map((row) => row.bodyId),
    papers: papers.map(({ title, issuer, holder }) => ({ title, issuer, holder })),
  }
}

/** The dossier as last filed. */
export async function filedSnapshot(db: Db | Tx, dossierId: string) {
  const row = found(
    await db
      .selectFrom('dossierSubmission')
      .select('snapshot')
      .where('dossierId', '=', dossierId)
      .orderBy('ordinal', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  return readSnapshot(row.snapshot)
}

export type ConflictRow = {
  id: string
  itemId: string
  accountId: string
  memberId: string | null
  name: string
  origin: 'declared' | 'proposed' | 'pinned'
  cause: ConflictCause
  detail: string
  state: 'open' | 'confirmed' | 'dismissed' | 'lifted'
  decidedBy: string | null
  decidedAt: Date | null
  decisionReason: string | null
  createdAt: Date
}

/** Every conflict ever noted on the item, whatever became of it. For those who decide and for the minutes. */
export async function conflictsOf(db: Db | Tx, itemId: string): Promise<ConflictRow[]> {
  const rows = await db
    .selectFrom('conflict as c')
    .innerJoin('authUser as u', 'u.id', 'c.accountId')
    .leftJoin('authUser as d', 'd.id', 'c.decidedBy')
    .select(['c.id', 'c.itemId', 'c.accountId', 'c.memberId', 'u.name', 'c.origin', 'c.cause', 'c.detail', 'c.state'])
    .select(['d.name as decidedBy', 'c.decidedAt', 'c.decisionReason', 'c.createdAt'])
    .where('c.itemId', '=', itemId)
    .orderBy('c.createdAt')
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    origin: row.origin as ConflictRow['origin'],
    cause: row.cause as ConflictCause,
    state: row.state as ConflictRow['state'],
  }))
}

/** The conflict and the item it belongs to, or "not found". */
export async function conflictById(tx: Tx, conflictId: string) {
  if (!isId(conflictId)) return found<never>(null)
  return found(await tx.selectFrom('conflict').selectAll().where('id', '=', conflictId).executeTakeFirst())
}
