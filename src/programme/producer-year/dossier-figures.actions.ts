// The results of a dossier's report filled from the producer's own filed years, as far as the producer takes what is proposed.
import { sql } from 'kysely'
import type { Db, Tx } from '#/platform/database/open.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { saveReport } from '../dossier/dossier.actions.ts'
import { dossierForUpdate } from '../dossier/dossier.move.ts'
import type { Words } from '../fields.ts'
import { ownsProducer } from '../people/actor.ts'
import { mustSee } from '../refuse.ts'
import { proposalsOf, type FiledYear, type Proposal } from './dossier-figures.ts'

type Dossier = { producerId: string; productId: string; report: Readonly<Record<string, string>>; filedAt: Date | null }

/** What may be filled in now. The caller has judged that the dossier is the actor's own. */
export async function yearProposals(db: Db | Tx, dossier: Dossier, now: Date): Promise<Proposal[]> {
  const year = Number(plainDateOf(dossier.filedAt ?? now).slice(0, 4))
  const { rows } = await sql<FiledYear>`
    select y.year, y.revenue, p.unit, p.output_e3, p.revenue as product_revenue
      from producer_year y left join product_year p on p.producer_year_id = y.id and p.product_id = ${dossier.productId}
     where y.producer_id = ${dossier.producerId} and y.state in ('filed', 'checked') and y.year between ${year - 3} and ${year - 1}`.execute(
    db,
  )
  return proposalsOf(dossier.report, year, rows)
}

/**
 * Fills the taken ones into fields still empty, by the usual verb of the report; what has been typed stays. Returns the dossier's new version.
 * Throws `invalid` on `taken` where nothing is left to fill. Another's dossier: not found.
 */
export async function fillFromYears(ctx: Ctx, dossierId: string, taken: readonly unknown[]): Promise<number> {
  const dossier = await dossierForUpdate(ctx.tx, dossierId)
  mustSee(ownsProducer(ctx.actor, dossier.producerId))
  const report = dossier.report as Record<string, string>
  const fill = (await yearProposals(ctx.tx, { ...dossier, report }, ctx.now)).filter((one) => taken.includes(one.name))
  if (fill.length === 0) throw new AppError('invalid', {}, { taken: nothing })
  const filled = { ...report, ...Object.fromEntries(fill.map((one) => [one.name, one.value])) }
  return saveReport(ctx, dossierId, 'results', filled, dossier.version)
}

const nothing: Words = {
  vi: 'Chọn ít nhất một số để điền. Ô đã ghi thì được giữ nguyên.',
  en: 'Choose at least one figure. What has been typed stays as it is.',
}
