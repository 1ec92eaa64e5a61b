// What follows from a recusal: the conflict on record, the person's sheets voided, a stand-in where the chair of the item is out.
import { newId } from '#/platform/database/id.ts'
import { audit, type Ctx } from '../context.ts'
import { notify } from '../people/notice.ts'
import type { ConflictCause } from './conflict.ts'
import { chairOfItem, standInByRule, type ItemFacts } from './council.ts'
import { itemForUpdate } from './council.store.ts'

/** A conflict that takes effect at once. */
export type NewConflict = {
  accountId: string
  memberId: string | null
  origin: 'declared' | 'pinned'
  cause: ConflictCause
  detail: string
}

/** Writes a conflict that stands at once and draws its consequences; the same conflict twice is one. */
export async function recuse(ctx: Ctx, item: ItemFacts, conflict: NewConflict): Promise<void> {
  const made = await ctx.tx
    .insertInto('conflict')
    .values({
      id: newId(),
      itemId: item.id,
      ...conflict,
      state: 'confirmed',
      decidedBy: ctx.actor.accountId,
      decidedAt: ctx.now,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .onConflict((on) => on.columns(['itemId', 'accountId', 'origin', 'cause']).where('state', '<>', 'lifted').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return
  if (conflict.origin === 'pinned')
    await audit(ctx, {
      verb: 'conflict.pinned',
      subjectKind: 'agendaItem',
      subjectId: item.id,
      dossierId: item.dossierId,
      payload: { accountId: conflict.accountId, cause: conflict.cause, reason: conflict.detail },
    })
  await afterRecusal(ctx, await itemForUpdate(ctx.tx, item.id), conflict.accountId, conflict.memberId, conflict.detail)
}

/** Voids the person's sheets on the item and, where the person chaired it, names the stand-in the rules give. */
export async function afterRecusal(ctx: Ctx, item: ItemFacts, accountId: string, memberId: string | null, reason: string): Promise<void> {
  if (memberId !== null) {
    const voided = await ctx.tx
      .updateTable('scoreSheet')
      .set({ state: 'voided', voidReason: reason === '' ? 'Xung đột lợi ích' : reason, voidedBy: ctx.actor.accountId, voidedAt: ctx.now })
      .where('itemId', '=', item.id)
      .where('memberId', '=', memberId)
      .where('state', '<>', 'voided')
      .returning('id')
      .execute()
    if (voided.length > 0)
      await audit(ctx, {
        verb: 'sheet.voided',
        subjectKind: 'agendaItem',
        subjectId: item.id,
        dossierId: item.dossierId,
        payload: { memberId, sheets: voided.length, reason },
      })
  }
  if (chairOfItem(item) === null) {
    const standIn = standInByRule(item)
    await setStandIn(ctx, item, standIn?.memberId ?? null, 'rule', 'Người chủ trì hồi tỵ')
  }
  await notify(ctx, [accountId], {
    kind: 'conflict.recused',
    dedupe: `${item.meeting.id}:${item.ordinal}:${ctx.now.toISOString()}`,
    subjectKind: 'meeting',
    subjectId: item.meeting.id,
    link: memberId === null ? `/tinh/hoi-dong/${item.councilId}/ky-hop/${item.meeting.id}` : `/hoi-dong/ky-hop/${item.meeting.id}`,
    params: { item: String(item.ordinal) },
  })
}

/** Names who chairs the item (null: whoever the rules give again), with a row in the ledger and a notice. */
export async function setStandIn(ctx: Ctx, item: ItemFacts, memberId: string | null, by: string, reason: string): Promise<void> {
  if (item.standInId === memberId) return
  await ctx.tx
    .updateTable('agendaItem')
    .set({ standInId: memberId, standInBy: memberId === null ? null : by, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  await audit(ctx, {
    verb: 'council.standIn',
    subjectKind: 'agendaItem',
    subjectId: item.id,
    dossierId: item.dossierId,
    payload: { memberId, by, reason },
  })
  const seat = item.seats.find((entry) => entry.memberId === memberId)
  if (seat)
    await notify(ctx, [seat.accountId], {
      kind: 'council.standIn',
      dedupe: `${item.meeting.id}:${item.ordinal}:${ctx.now.toISOString()}`,
      subjectKind: 'meeting',
      subjectId: item.meeting.id,
      link: `/hoi-dong/ky-hop/${item.meeting.id}`,
      params: { item: String(item.ordinal) },
    })
}
