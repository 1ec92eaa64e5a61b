// Reward policies: written by the office, approved by another person, ended; what lists already reckoned stays.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { mustBeVersion } from '../fields.ts'
import { approvesMoney, keepsMoney, readsMoney } from '../money/money.policy.ts'
import { provinceOf } from '../people/authority.ts'
import { found, must, mustSee } from '../refuse.ts'
import { policyWords, readPolicy, type PolicyInput, type PolicyState } from './reward.ts'

export async function addPolicy(ctx: Ctx, input: PolicyInput): Promise<string> {
  const { authority } = ctx.actor
  must(keepsMoney(ctx.actor, authority))
  const policy = readPolicy(input)
  const id = newId()
  await ctx.tx
    .insertInto('rewardPolicy')
    .values({
      id,
      provinceCode: provinceOf(authority),
      authority,
      ...policy,
      state: 'draft',
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
      demo: ctx.config.demo,
    })
    .execute()
  await log(ctx, { id, authority }, 'rewardPolicy.added', policy)
  return id
}

async function policyToChange(ctx: Ctx, id: unknown, state: PolicyState) {
  const policy = found(
    isId(id) ? await ctx.tx.selectFrom('rewardPolicy').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() : null,
  )
  mustSee(readsMoney(ctx.actor, policy.authority))
  return { policy, mustStand: () => mustBeAt(policy.state, state) }
}

function mustBeAt(state: string, wanted: PolicyState): void {
  if (state !== wanted) throw new AppError('stateConflict', { state: policyWords[state as PolicyState].vi.toLowerCase() })
}

/** Changes a policy before it is approved; afterwards another one is written. Returns the new version. */
export async function changePolicy(ctx: Ctx, id: string, input: PolicyInput, version: number): Promise<number> {
  const { policy, mustStand } = await policyToChange(ctx, id, 'draft')
  must(keepsMoney(ctx.actor, policy.authority))
  mustStand()
  const changed = readPolicy(input)
  mustBeVersion(policy.version, version)
  // Whoever changes it last is who answers for it, so that nobody approves their own words.
  await ctx.tx
    .updateTable('rewardPolicy')
    .set({ ...changed, createdBy: ctx.actor.accountId, version: version + 1 })
    .where('id', '=', policy.id)
    .execute()
  await log(ctx, policy, 'rewardPolicy.changed', changed)
  return version + 1
}

export async function approvePolicy(ctx: Ctx, id: string): Promise<void> {
  const { policy, mustStand } = await policyToChange(ctx, id, 'draft')
  must(await approvesMoney(ctx.tx, ctx.actor, policy.authority))
  if (policy.createdBy === ctx.actor.accountId) throw new AppError('money.ownEntry')
  mustStand()
  await ctx.tx
    .updateTable('rewardPolicy')
    .set({ state: 'approved', approvedBy: ctx.actor.accountId, approvedAt: ctx.now, version: policy.version + 1 })
    .where('id', '=', policy.id)
    .execute()
  await log(ctx, policy, 'rewardPolicy.approved', {})
}

/** Ends a policy: it rewards no recognition decided after today, or after its own last day where that came before. */
export async function endPolicy(ctx: Ctx, id: string): Promise<void> {
  const { policy, mustStand } = await policyToChange(ctx, id, 'approved')
  must(keepsMoney(ctx.actor, policy.authority))
  mustStand()
  const today = plainDateOf(ctx.now)
  const last = policy.validTo !== null && policy.validTo < today ? policy.validTo : today
  const validTo = last < policy.validFrom ? policy.validFrom : last
  await ctx.tx
    .updateTable('rewardPolicy')
    .set({ state: 'ended', validTo, version: policy.version + 1 })
    .where('id', '=', policy.id)
    .execute()
  await log(ctx, policy, 'rewardPolicy.ended', { validTo })
}

function log(ctx: Ctx, policy: { id: string; authority: string }, verb: string, payload: Record<string, unknown>): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'rewardPolicy', subjectId: policy.id, authority: policy.authority, payload })
}
