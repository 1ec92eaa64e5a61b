// Writing years a sheet brings in: in as many statements for one row as for twenty thousand.
import { sql } from 'kysely'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { notifyEach } from '../people/notice.ts'
import { allTold } from './history.ts'
import { keepChange } from './history.store.ts'
import { yearFields, type YearFigures } from './producer-year.ts'

export type BroughtIn = {
  producerId: string
  year: number
  figures: YearFigures
  reasons: Readonly<Record<string, string>>
  /** The year as an earlier sheet left it. */
  there: { id: string; version: number } | null
}

/** Writes them as filed, each with its line of history and a notice to the producer; the ledger has the sheet's own line. Throws `versionConflict` where a producer was quicker. */
export async function saveBroughtIn(ctx: Ctx, rows: readonly BroughtIn[]): Promise<string[]> {
  const years = rows.map((row) => ({ ...row, id: row.there?.id ?? newId(), version: (row.there?.version ?? 0) + 1 }))
  for (let start = 0; start < years.length; start += 1000) await writeYears(ctx, years.slice(start, start + 1000))
  await keepChange(
    ctx,
    years.map((row) => ({
      provinceCode: ctx.actor.provinceCode,
      producerYearId: row.id,
      version: row.version,
      deed: 'imported',
      figures: allTold({ figures: row.figures, products: [] }, ''),
      reasons: row.reasons,
    })),
  )
  await tellProducers(ctx, years)
  return years.map((row) => row.id)
}

type Year = BroughtIn & { id: string; version: number }

/** New ones, and those that still stand as the sheet before left them; nothing else is written over. */
async function writeYears(ctx: Ctx, years: readonly Year[]): Promise<void> {
  const written = await ctx.tx
    .insertInto('producerYear')
    .values(
      years.map((row) => ({
        id: row.id,
        provinceCode: ctx.actor.provinceCode,
        producerId: row.producerId,
        year: row.year,
        ...row.figures,
        confirmedJumps: json(row.reasons),
        followUp: Object.keys(row.reasons).length > 0,
        state: 'filed',
        bySheet: true,
        filedBy: ctx.actor.accountId,
        filedAt: ctx.now,
        version: row.version,
        demo: ctx.config.demo,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['producerId', 'year'])
        .doUpdateSet((row) =>
          Object.fromEntries(
            [...yearFields, 'confirmedJumps', 'followUp', 'filedBy', 'filedAt', 'version', 'updatedAt'].map((name) => [
              name,
              row.ref(`excluded.${name}` as 'excluded.version'),
            ]),
          ),
        )
        .where('producerYear.state', '=', 'filed')
        .where('producerYear.bySheet', '=', true)
        .whereRef('producerYear.version', '=', (row) => row('excluded.version', '-', 1)),
    )
    .executeTakeFirst()
  if (Number(written.numInsertedOrUpdatedRows ?? 0) !== years.length) throw new AppError('versionConflict')
}

async function tellProducers(ctx: Ctx, years: readonly Year[]): Promise<void> {
  const today = plainDateOf(ctx.now)
  const accounts = await sql<{ accountId: string; producerId: string }>`
    select distinct account_id, producer_id from role_grant where role = 'producer' and revoked_at is null
       and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)
       and producer_id = any(${[...new Set(years.map((row) => row.producerId))]}::uuid[])`.execute(ctx.tx)
  const byProducer = Map.groupBy(accounts.rows, (row) => row.producerId)
  await notifyEach(
    ctx,
    years.map((row) => ({
      accountIds: (byProducer.get(row.producerId) ?? []).map((one) => one.accountId),
      notice: {
        kind: 'producerYear.broughtIn',
        dedupe: `${row.id}:${row.version}`,
        subjectKind: 'producerYear',
        subjectId: row.id,
        link: `/so-lieu-nam/${row.producerId}/${row.year}`,
        params: { year: String(row.year), by: ctx.actor.name },
      },
    })),
  )
}
