// What the word on an entry means for the thing it was made for: a reward, a milestone, a receivable. In the same transaction, so that neither
// can say what the other denies. Here and not in their nouns, because entries are decided here and imports go one way.
import { sql } from 'kysely'
import type { Tx } from '#/platform/database/open.ts'
import type { EntryRecord } from './money.load.ts'

export async function afterApproval(tx: Tx, entry: EntryRecord): Promise<void> {
  if (entry.kind === 'disbursement' && entry.rewardId !== null) {
    await tx.updateTable('reward').set({ state: 'paid', paidOn: entry.onDay }).where('id', '=', entry.rewardId).execute()
    await listPaidOrNot(tx, entry.rewardId)
  }
  if (entry.kind === 'failed' && entry.answersId !== null) {
    const failed = await tx
      .updateTable('reward')
      .set({ state: 'failed', paidOn: null, entryId: null })
      .where('entryId', '=', entry.answersId)
      .where('state', '=', 'paid')
      .returning('id')
      .execute()
    for (const { id } of failed) await listPaidOrNot(tx, id)
    await unrelease(tx, entry.answersId)
  }
  if (entry.kind === 'recovered')
    await sql`
      update receivable r set state = 'paid' where r.state = 'open'
        and r.id = (select p.receivable_id from receivable_receipt p where p.entry_id = ${entry.id})
        and r.amount = (select sum(p.amount) from receivable_receipt p join money_entry e on e.id = p.entry_id and e.state = 'approved'
                        where p.receivable_id = r.id)`.execute(tx)
}

/** Refused or taken back: what waited for this payment may be paid by another. */
export async function afterRefusal(tx: Tx, entry: EntryRecord): Promise<void> {
  if (entry.kind !== 'disbursement') return
  await tx.updateTable('reward').set({ entryId: null }).where('entryId', '=', entry.id).execute()
  await unrelease(tx, entry.id)
}

/** The milestone is accepted still, and may be paid again. */
async function unrelease(tx: Tx, entryId: string): Promise<void> {
  await tx
    .updateTable('supportMilestone')
    .set({ state: 'accepted', entryId: null })
    .where('entryId', '=', entryId)
    .where('state', '=', 'released')
    .execute()
}

async function listPaidOrNot(tx: Tx, rewardId: string): Promise<void> {
  await sql`
    update reward_list l set state = case when exists (select 1 from reward r where r.list_id = l.id and r.state in ('listed', 'failed'))
                                          then 'decided' else 'paid' end
    where l.id = (select list_id from reward where id = ${rewardId}) and l.state in ('decided', 'paid')`.execute(tx)
}
