// What a verb loads, under lock. Every id is resolved within the actor's desk; a stranger's line or source does not exist.
import { sql } from 'kysely'
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Ctx } from '../context.ts'
import { found, must, mustSee } from '../refuse.ts'
import { positionOf, type Answered, type Position, type Sums } from './balance.ts'
import type { EntryKind, EntryState } from './money.ts'
import { keepsMoney, readsMoney } from './money.policy.ts'

export type LineRecord = Awaited<ReturnType<typeof lineToKeep>>

/** A line of the actor's desk, locked, for its office. */
export async function lineToKeep(ctx: Ctx, lineId: unknown) {
  const line = found(
    isId(lineId) ? await ctx.tx.selectFrom('budgetLine').selectAll().where('id', '=', lineId).forUpdate().executeTakeFirst() : null,
  )
  mustSee(readsMoney(ctx.actor, line.authority))
  must(keepsMoney(ctx.actor, line.authority))
  return line
}

/** A source of the same desk. Throws `invalid` at `sourceId`. */
export async function sourceAt(tx: Tx, authority: string, sourceId: unknown) {
  const source = isId(sourceId)
    ? await tx.selectFrom('fundSource').selectAll().where('id', '=', sourceId).where('authority', '=', authority).executeTakeFirst()
    : undefined
  if (!source)
    throw new AppError(
      'invalid',
      {},
      { sourceId: { vi: 'Nguồn này không có trong danh sách của cơ quan.', en: 'This source is not on the office’s list.' } },
    )
  return source
}

/** Locks lines in the order of their ids, so that two transfers crossing each other wait and do not stand still. */
export async function lockLines(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .selectFrom('budgetLine')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Sums of approved entries by line and source. What a disbursement drew from a commitment is told apart (balance.ts). */
export async function sumsBy(
  db: Db | Tx,
  where: { lineIds: readonly string[] },
): Promise<{ lineId: string; sourceId: string; sums: Sums }[]> {
  if (where.lineIds.length === 0) return []
  const { rows } = await sql<{ lineId: string; sourceId: string; kind: EntryKind; amount: number; drawn: number }>`
    select e.line_id as "lineId", e.source_id as "sourceId", e.kind, sum(e.amount)::bigint as amount,
           coalesce(sum(case when e.kind = 'disbursement' and e.answers_id is not null then e.amount
                             when e.kind = 'failed' and a.answers_id is not null then -e.amount end), 0)::bigint as drawn
    from money_entry e left join money_entry a on a.id = e.answers_id
    where e.state = 'approved' and e.line_id = any(${[...where.lineIds]}::uuid[])
    group by e.line_id, e.source_id, e.kind`.execute(db)
  const pairs = new Map<string, { lineId: string; sourceId: string; sums: Record<string, number> }>()
  for (const row of rows) {
    const key = `${row.lineId} ${row.sourceId}`
    const pair = pairs.get(key) ?? { lineId: row.lineId, sourceId: row.sourceId, sums: { drawn: 0 } }
    pair.sums[row.kind] = Number(row.amount)
    pair.sums['drawn'] = (pair.sums['drawn'] ?? 0) + Number(row.drawn)
    pairs.set(key, pair)
  }
  return [...pairs.values()]
}

export async function positionAt(db: Db | Tx, lineId: string, sourceId: string): Promise<Position> {
  const pairs = await sumsBy(db, { lineIds: [lineId] })
  return positionOf(pairs.find((pair) => pair.sourceId === sourceId)?.sums ?? {})
}

/** What is left of a commitment or disbursement of this line and source; null when it is no such approved entry. */
export async function answeredAt(
  tx: Tx,
  place: { lineId: string; sourceId: string; kind: EntryKind },
  answersId: string,
): Promise<(Answered & { rewardId: string | null; contractId: string | null; producerId: string | null; payee: string }) | null> {
  const entry = isId(answersId)
    ? await tx
        .selectFrom('moneyEntry')
        .selectAll()
        .where('id', '=', answersId)
        .where('lineId', '=', place.lineId)
        .where('sourceId', '=', place.sourceId)
        .where('kind', '=', place.kind)
        .where('state', '=', 'approved')
        .executeTakeFirst()
    : undefined
  if (!entry) return null
  const { rows } = await sql<{ used: number }>`
    select coalesce(sum(e.amount) - coalesce(sum((select sum(f.amount) from money_entry f
             where f.answers_id = e.id and f.kind = 'failed' and f.state = 'approved' and e.kind = 'disbursement')), 0), 0)::bigint as used
    from money_entry e where e.answers_id = ${entry.id} and e.state = 'approved'`.execute(tx)
  return { ...entry, kind: entry.kind as EntryKind, left: entry.amount - Number(rows[0]?.used ?? 0) }
}

export type EntryRecord = Awaited<ReturnType<typeof entryLocked>>['entry']

/**
 * An entry with its other end, if it has one, both locked after their lines. `entry` is always the end that leads: of a transfer the end the
 * money goes out from.
 */
export async function entryLocked(ctx: Ctx, entryId: unknown) {
  const asked = found(
    isId(entryId)
      ? await ctx.tx.selectFrom('moneyEntry').select(['id', 'authority', 'kind', 'answersId']).where('id', '=', entryId).executeTakeFirst()
      : null,
  )
  mustSee(readsMoney(ctx.actor, asked.authority))
  const leadId = (asked.kind === 'transferIn' || asked.kind === 'carryOver') && asked.answersId !== null ? asked.answersId : asked.id
  const ends = ctx.tx
    .selectFrom('moneyEntry')
    .selectAll()
    .where((where) =>
      where.or([where('id', '=', leadId), where.and([where('answersId', '=', leadId), where('kind', 'in', ['transferIn', 'carryOver'])])]),
    )
  await lockLines(
    ctx.tx,
    (await ends.execute()).map((row) => row.lineId),
  )
  const rows = await ends.orderBy('id').forUpdate().execute()
  const typed = rows.map((row) => ({ ...row, kind: row.kind as EntryKind, state: row.state as EntryState }))
  return { entry: found(typed.find((row) => row.id === leadId)), other: typed.find((row) => row.id !== leadId) ?? null }
}
