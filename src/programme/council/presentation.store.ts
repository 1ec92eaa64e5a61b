// When the producers of these items present; whoever shows them asks the rights first.
import type { Db, Tx } from '#/platform/database/open.ts'

export type PresentationSlot = { itemId: string; from: Date | null; to: Date | null }

export async function slotsOf(db: Db | Tx, itemIds: readonly string[]): Promise<PresentationSlot[]> {
  if (itemIds.length === 0) return []
  const rows = await db
    .selectFrom('agendaItem')
    .select(['id', 'presentsFrom', 'presentsTo'])
    .where('id', 'in', [...itemIds])
    .execute()
  return rows.map((row) => ({ itemId: row.id, from: row.presentsFrom, to: row.presentsTo }))
}
