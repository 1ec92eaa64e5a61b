// SQL of a running session: the stretches of its items, the scribe's notes per item.
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Sitting } from './session.ts'

/** Every stretch of the meeting's items, in time. */
export async function sittingsOf(db: Db | Tx, meetingId: string): Promise<Sitting[]> {
  return db
    .selectFrom('itemSitting')
    .select(['itemId', 'startedAt', 'endedAt'])
    .where('meetingId', '=', meetingId)
    .orderBy('startedAt')
    .execute()
}

export type ItemNote = { itemId: string; text: string; version: number }

/** Notes of these items; who may read them is for `rights`. */
export async function notesOf(db: Db | Tx, itemIds: readonly string[]): Promise<ItemNote[]> {
  if (itemIds.length === 0) return []
  return db
    .selectFrom('itemNote')
    .select(['itemId', 'text', 'version'])
    .where('itemId', 'in', [...itemIds])
    .execute()
}

/** Ends what is in hand in the meeting, or this one item of it. Returns the ids of the items it ended. */
export async function endSittings(tx: Tx, meetingId: string, end: { at: Date; by: string; itemId?: string }): Promise<string[]> {
  let query = tx
    .updateTable('itemSitting')
    .set({ endedAt: end.at, endedBy: end.by })
    .where('meetingId', '=', meetingId)
    .where('endedAt', 'is', null)
  if (end.itemId !== undefined) query = query.where('itemId', '=', end.itemId)
  return (await query.returning('itemId').execute()).map((row) => row.itemId)
}
