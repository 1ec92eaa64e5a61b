// What stands on one line from one source, and what may still move. Pure: sums of approved entries in, a position or a refusal out.
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDong } from '#/platform/text/format.ts'
import { entryKinds, kindRules, MOST_DONG, type EntryKind } from './money.ts'

/** Sums of approved entries by kind. `drawn`: disbursements that answer a commitment, less those of them whose payment failed. */
export type Sums = { readonly [kind in EntryKind]?: number } & { readonly drawn?: number }

export type Position = {
  /** Given to the line: allocations and money from other lines and years, less cuts and money given away. */
  allocated: number
  /** Commitments not yet released or drawn. */
  committed: number
  /** Paid out, less payments that failed, came back or were recovered. */
  disbursed: number
  settled: number
  /** Sum of all approved entries, each by its way. Never negative. */
  balance: number
  /** Balance that no commitment reserves: what a new commitment, payment, cut or transfer may take. Never negative. */
  free: number
  /** What may still be settled: payments that went through, less what is settled. */
  unsettled: number
}

export function positionOf(sums: Sums): Position {
  const of = (kind: EntryKind) => sums[kind] ?? 0
  const balance = entryKinds.reduce((sum, kind) => sum + kindRules[kind].way * of(kind), 0)
  const committed = of('commitment') - of('release') - (sums.drawn ?? 0)
  const paid = of('disbursement') - of('failed') - of('returned')
  return {
    allocated: of('allocation') + of('transferIn') + of('carryOver') - of('cut') - of('transferOut'),
    committed,
    disbursed: paid - of('recovered'),
    settled: of('settlement'),
    balance,
    free: balance - committed,
    unsettled: paid - of('settlement'),
  }
}

/** What is left of an entry that others answer: of a commitment what is neither released nor drawn, of a disbursement what has not come back. */
export type Answered = { kind: EntryKind; left: number }

/**
 * Refuses an entry that the position does not carry, with the figures and what to do. `answered`: the entry it names, if any.
 * A failed payment opens its commitment again; money returned or recovered goes back to the line, not to the commitment.
 * Interpretation: what is settled was paid, so a failed or returned payment may not go below it; later it is recovered.
 */
export function mustCarry(position: Position, kind: EntryKind, amount: number, answered: Answered | null): void {
  const say = (value: number) => formatDong(value)
  if (['allocation', 'transferIn', 'carryOver'].includes(kind) && position.allocated + amount > MOST_DONG)
    throw new AppError('money.tooMuch', { most: say(MOST_DONG) })
  if (answered !== null && amount > answered.left) {
    const code = answered.kind === 'commitment' ? 'money.overCommitment' : 'money.overPayment'
    throw new AppError(code, { asked: say(amount), left: say(answered.left) })
  }
  const back = kind === 'failed' || kind === 'returned' || kind === 'recovered'
  if (back && amount > position.disbursed) throw new AppError('money.overPayment', { asked: say(amount), left: say(position.disbursed) })
  const takes = ['cut', 'transferOut', 'commitment'].includes(kind) || (kind === 'disbursement' && answered === null)
  if (takes && amount > position.free)
    throw new AppError('money.overFree', {
      asked: say(amount),
      free: say(Math.max(0, position.free)),
      allocated: say(position.allocated),
      disbursed: say(position.disbursed),
      committed: say(position.committed),
    })
  if ((kind === 'failed' || kind === 'returned' || kind === 'settlement') && amount > position.unsettled)
    throw new AppError(kind === 'settlement' ? 'money.overSettlement' : 'money.settled', {
      asked: say(amount),
      left: say(Math.max(0, position.unsettled)),
    })
}
