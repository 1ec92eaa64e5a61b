// Sources and lines: what there is to move money between. Kept by the desk's office; ended, never deleted.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { mustBeVersion } from '../fields.ts'
import { provinceOf } from '../people/authority.ts'
import { found, must, mustSee } from '../refuse.ts'
import { lineToKeep } from './money.load.ts'
import { readLine, readSource, type LineInput, type SourceInput } from './money.input.ts'
import { itemCategories, type ItemCategory } from './money.ts'
import { keepsMoney, readsMoney } from './money.policy.ts'

/** A source of the actor's desk. Returns its id; a source of the same kind and name that is open is that source. */
export async function addSource(ctx: Ctx, input: SourceInput): Promise<string> {
  const { authority } = ctx.actor
  must(keepsMoney(ctx.actor, authority))
  const source = readSource(input)
  const known = await ctx.tx
    .selectFrom('fundSource')
    .select('id')
    .where('authority', '=', authority)
    .where('kind', '=', source.kind)
    .where('name', '=', source.name)
    .where('endedOn', 'is', null)
    .executeTakeFirst()
  if (known) return known.id
  const id = newId()
  await ctx.tx
    .insertInto('fundSource')
    .values({ id, provinceCode: provinceOf(authority), authority, ...source, ...made(ctx) })
    .execute()
  await audit(ctx, { verb: 'money.sourceAdded', subjectKind: 'fundSource', subjectId: id, authority, payload: source })
  return id
}

/** Locks a source for new money; what was begun from it is still wound up. Pressed again it stays as it is. */
export async function endSource(ctx: Ctx, sourceId: string): Promise<void> {
  const source = found(
    isId(sourceId) ? await ctx.tx.selectFrom('fundSource').selectAll().where('id', '=', sourceId).forUpdate().executeTakeFirst() : null,
  )
  mustSee(readsMoney(ctx.actor, source.authority))
  must(keepsMoney(ctx.actor, source.authority))
  if (source.endedOn !== null) return
  const endedOn = plainDateOf(ctx.now)
  await ctx.tx
    .updateTable('fundSource')
    .set({ endedOn, version: source.version + 1 })
    .where('id', '=', sourceId)
    .execute()
  await audit(ctx, {
    verb: 'money.sourceEnded',
    subjectKind: 'fundSource',
    subjectId: sourceId,
    authority: source.authority,
    payload: { endedOn },
  })
}

export async function addLine(ctx: Ctx, input: LineInput): Promise<string> {
  const { authority } = ctx.actor
  must(keepsMoney(ctx.actor, authority))
  return insertLine(ctx, { ...readLine(input), planFamilyId: null, moneyCode: null })
}

async function insertLine(
  ctx: Ctx,
  line: ReturnType<typeof readLine> & { planFamilyId: string | null; moneyCode: string | null },
): Promise<string> {
  const { authority } = ctx.actor
  const id = newId()
  await ctx.tx
    .insertInto('budgetLine')
    .values({ id, provinceCode: provinceOf(authority), authority, ...line, ...made(ctx) })
    .execute()
  await audit(ctx, { verb: 'money.lineAdded', subjectKind: 'budgetLine', subjectId: id, authority, payload: line })
  return id
}

/** Title, category, plan figure. The year stays once entries stand on the line: they were judged by it. Returns the new version. */
export async function changeLine(ctx: Ctx, lineId: string, input: LineInput, version: number): Promise<number> {
  const line = await lineToKeep(ctx, lineId)
  const changed = readLine(input)
  mustBeVersion(line.version, version)
  if (changed.year !== line.year && (await hasEntries(ctx, lineId)))
    throw new AppError(
      'invalid',
      {},
      { year: { vi: 'Khoản đã có bút toán nên không đổi năm.', en: 'The line has entries, so its year stays.' } },
    )
  await ctx.tx
    .updateTable('budgetLine')
    .set({ ...changed, version: version + 1 })
    .where('id', '=', lineId)
    .execute()
  await audit(ctx, {
    verb: 'money.lineChanged',
    subjectKind: 'budgetLine',
    subjectId: lineId,
    authority: line.authority,
    payload: { from: { title: line.title, year: line.year, itemCategory: line.itemCategory, planned: line.planned }, to: changed },
  })
  return version + 1
}

async function hasEntries(ctx: Ctx, lineId: string): Promise<boolean> {
  return (await ctx.tx.selectFrom('moneyEntry').select('id').where('lineId', '=', lineId).limit(1).executeTakeFirst()) !== undefined
}

/** Locks a line for new money, or opens it again. */
export async function endLine(ctx: Ctx, lineId: string, input: { ended: boolean }): Promise<void> {
  const line = await lineToKeep(ctx, lineId)
  if ((line.endedOn !== null) === input.ended) return
  const endedOn = input.ended ? plainDateOf(ctx.now) : null
  await ctx.tx
    .updateTable('budgetLine')
    .set({ endedOn, version: line.version + 1 })
    .where('id', '=', lineId)
    .execute()
  await audit(ctx, {
    verb: input.ended ? 'money.lineEnded' : 'money.lineReopened',
    subjectKind: 'budgetLine',
    subjectId: lineId,
    authority: line.authority,
    payload: { endedOn },
  })
}

/**
 * Opens a line for each money row of an issued plan of the desk that has none in this year. `categories`: by the row's code; rows left out stay
 * unopened. Rows that are only the sum of others are no lines. Pressed twice it adds nothing. Returns how many were opened.
 */
export async function openPlanLines(
  ctx: Ctx,
  familyId: string,
  input: { year?: unknown; categories: Readonly<Record<string, unknown>> },
): Promise<number> {
  const { authority } = ctx.actor
  must(keepsMoney(ctx.actor, authority))
  // Locked, so that the same press from two tabs opens each line once.
  const plan = found(
    isId(familyId)
      ? await ctx.tx
          .selectFrom('programmePlan')
          .select(['id', 'startsOn'])
          .where('familyId', '=', familyId)
          .where('authority', '=', authority)
          .where('communeCode', 'is', null)
          .where('state', '=', 'issued')
          .forUpdate()
          .executeTakeFirst()
      : null,
  )
  const year = input.year === undefined || input.year === '' ? Number(plan.startsOn.slice(0, 4)) : input.year
  const rows = await ctx.tx.selectFrom('programmeMoney').selectAll().where('planId', '=', plan.id).orderBy('ordinal').execute()
  const sums = new Set(rows.flatMap((row) => (row.partOf === null ? [] : [row.partOf])))
  const opened = await ctx.tx
    .selectFrom('budgetLine')
    .select(['moneyCode', 'year'])
    .where('planFamilyId', '=', familyId)
    .where('authority', '=', authority)
    .execute()
  let count = 0
  for (const row of rows.filter((one) => !sums.has(one.code))) {
    const itemCategory = itemCategories.find((one): one is ItemCategory => one === input.categories[row.code])
    if (itemCategory === undefined) continue
    const line = readLine({ title: row.title, year, itemCategory, planned: row.amount ?? '' })
    if (opened.some((one) => one.moneyCode === row.code && one.year === line.year)) continue
    await insertLine(ctx, { ...line, planFamilyId: familyId, moneyCode: row.code })
    count += 1
  }
  return count
}

const made = (ctx: Ctx) => ({ demo: ctx.config.demo, createdBy: ctx.actor.accountId, createdAt: ctx.now })
