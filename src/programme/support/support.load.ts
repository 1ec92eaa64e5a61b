// What a verb loads, under lock, with the rights on it.
import { sql } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { audit, type Ctx } from '../context.ts'
import { approvesMoney } from '../money/money.policy.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must, mustSee } from '../refuse.ts'
import { supportRights, type SupportRights } from './support.policy.ts'
import { milestoneTransitions, milestoneWords, supportWords, type MilestoneState, type SupportState } from './support.ts'

export type SupportRecord = Awaited<ReturnType<typeof supportToChange>>

/**
 * A contract, locked, for a verb that needs `right`. Whoever may not know it: not found; whoever lacks the right: forbidden; whoever has it at
 * another state: the state is told.
 */
export async function supportToChange(ctx: Ctx, id: unknown, role: 'owner' | 'office' | 'approver', right: keyof SupportRights) {
  const row = found(
    isId(id) ? await ctx.tx.selectFrom('supportContract').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : null,
  )
  const contract = { ...row, state: row.state as SupportState }
  const approver = await approvesMoney(ctx.tx, ctx.actor, contract.authority)
  const rights = supportRights(ctx.actor, contract, approver)
  mustSee(rights.see)
  must(role === 'owner' ? rights.owner : role === 'office' ? rights.office : approver)
  if (role === 'approver' && contract.askedBy === ctx.actor.accountId) throw new AppError('money.ownEntry')
  if (!rights[right]) throw new AppError('stateConflict', { state: supportWords[contract.state].vi.toLowerCase() })
  return contract
}

/** A milestone of the contract that may go to one of `to` now. */
export async function milestoneOf(ctx: Ctx, contractId: string, milestoneId: unknown, ...to: MilestoneState[]) {
  const row = found(
    isId(milestoneId)
      ? await ctx.tx
          .selectFrom('supportMilestone')
          .selectAll()
          .where('id', '=', milestoneId)
          .where('contractId', '=', contractId)
          .executeTakeFirst()
      : null,
  )
  const state = row.state as MilestoneState
  if (to.length > 0 && !to.some((one) => milestoneTransitions[state].includes(one)))
    throw new AppError('stateConflict', { state: milestoneWords[state].vi.toLowerCase() })
  return { ...row, state }
}

/** Paid by approved entries, less what failed, came back or was recovered. */
export async function paidOf(db: Db | Tx, contractId: string): Promise<number> {
  const { rows } = await sql<{ paid: number }>`
    select coalesce(sum(case kind when 'disbursement' then amount else -amount end), 0)::bigint as paid from money_entry
    where contract_id = ${contractId} and state = 'approved' and kind in ('disbursement', 'failed', 'returned', 'recovered')`.execute(db)
  return Number(rows[0]?.paid ?? 0)
}

/** The commitment made when the contract was signed; null until another person approved it. */
export async function commitmentOf(db: Db | Tx, contractId: string): Promise<{ id: string } | null> {
  const row = await db
    .selectFrom('moneyEntry')
    .select('id')
    .where('contractId', '=', contractId)
    .where('kind', '=', 'commitment')
    .where('state', '=', 'approved')
    .executeTakeFirst()
  return row ?? null
}

export function logSupport(
  ctx: Ctx,
  contract: { id: string; authority: string },
  verb: string,
  payload: Record<string, unknown> = {},
): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'supportContract', subjectId: contract.id, authority: contract.authority, payload })
}

type Told = { id: string; authority: string; provinceCode: string; producerId: string }

export async function tellOwner(
  ctx: Ctx,
  contract: Told,
  kind: string,
  dedupe: string,
  params: Record<string, string> = {},
): Promise<void> {
  const accounts = await accountsWithRole(
    ctx.tx,
    'producer',
    { authority: contract.provinceCode, producerId: contract.producerId },
    ctx.now,
  )
  await notify(ctx, accounts, {
    kind,
    dedupe,
    subjectKind: 'supportContract',
    subjectId: contract.id,
    link: `/ho-tro/${contract.id}`,
    params,
  })
}

export async function tellOffice(ctx: Ctx, contract: Told, kind: string, dedupe: string): Promise<void> {
  const accounts = await accountsWithRole(ctx.tx, 'office', { authority: contract.authority }, ctx.now)
  await notify(
    ctx,
    accounts.filter((id) => id !== ctx.actor.accountId),
    { kind, dedupe, subjectKind: 'supportContract', subjectId: contract.id, link: `/ho-tro/${contract.id}` },
  )
}
