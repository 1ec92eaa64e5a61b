// A confirmed conflict shuts a dossier to that very person everywhere, the office's own pages included.
import { sql } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'

/** True when the person is recused from the dossier's assessment. Read here as a fact of the dossier; the council decides it. */
export async function isRecused(db: Db | Tx, accountId: string, dossierId: string): Promise<boolean> {
  const found = await sql`select 1 from agenda_item i join conflict k on k.item_id = i.id
    where i.dossier_id = ${dossierId} and i.state <> 'removed' and k.account_id = ${accountId} and k.state = 'confirmed' limit 1`.execute(
    db,
  )
  return found.rows.length > 0
}

/** Everyone recused from the dossier's assessment at any level: who is never told of it. */
export async function recusedFrom(db: Db | Tx, dossierId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('conflict as k')
    .innerJoin('agendaItem as i', 'i.id', 'k.itemId')
    .select('k.accountId')
    .distinct()
    .where('i.dossierId', '=', dossierId)
    .where('i.state', '<>', 'removed')
    .where('k.state', '=', 'confirmed')
    .execute()
  return rows.map((row) => row.accountId)
}
