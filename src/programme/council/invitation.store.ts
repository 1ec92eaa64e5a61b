// Invitations of a meeting with their invitees, for the office and for the one who was invited.
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'

export type Invitee = { ordinal: number; name: string; post: string; accountId: string | null; openedAt: Date | null }
export type InvitationRow = {
  id: string
  documentId: string
  number: string | null
  issuedOn: string | null
  issuedAt: Date
  content: string
  cancelledAt: Date | null
  cancelReason: string | null
  invitees: Invitee[]
}

/** Every invitation of the meeting, the newest first; at most one is not cancelled. */
export async function invitationsOf(db: Db | Tx, meetingId: string): Promise<InvitationRow[]> {
  if (!isId(meetingId)) return []
  const rows = await db
    .selectFrom('invitation as v')
    .innerJoin('document as d', 'd.id', 'v.documentId')
    .select(['v.id', 'v.documentId', 'd.number', 'd.issuedOn', 'v.issuedAt', 'v.content', 'v.cancelledAt', 'v.cancelReason'])
    .where('v.meetingId', '=', meetingId)
    .orderBy('v.issuedAt', 'desc')
    .orderBy('v.id', 'desc')
    .execute()
  if (rows.length === 0) return []
  const invitees = await db
    .selectFrom('invitee')
    .selectAll()
    .where(
      'invitationId',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => ({ ...row, invitees: invitees.filter((one) => one.invitationId === row.id) }))
}

/** The valid invitation of this person to the meeting; null where there is none. */
export async function ownInvitation(
  db: Db | Tx,
  meetingId: string,
  accountId: string,
): Promise<{ id: string; documentId: string; number: string | null; openedAt: Date | null } | null> {
  const row = (await invitationsOf(db, meetingId)).find((entry) => entry.cancelledAt === null)
  const mine = row?.invitees.find((one) => one.accountId === accountId)
  return row && mine ? { id: row.id, documentId: row.documentId, number: row.number, openedAt: mine.openedAt } : null
}
