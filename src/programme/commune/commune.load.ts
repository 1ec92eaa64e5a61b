// What every verb of the commune begins with: the dossier locked, its report, and what the actor may do. "Not found" for whoever may not see it.
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { dossierForUpdate } from '../dossier/dossier.move.ts'
import { stateWords, type DossierState } from '../dossier/dossier.workflow.ts'
import { mustSee } from '../refuse.ts'
import { communeRights, type ReportState } from './commune.policy.ts'

export async function communeDossier(ctx: Ctx, dossierId: string) {
  const dossier = await dossierForUpdate(ctx.tx, dossierId)
  const report = await reportOf(ctx.tx, dossierId)
  const rights = communeRights(ctx.actor, dossier, report?.state ?? null)
  mustSee(rights.sees)
  return { dossier, report, rights }
}

/** The report that counts: void ones are history. */
export async function reportOf(tx: Pick<Ctx['tx'], 'selectFrom'>, dossierId: string) {
  const row = await tx
    .selectFrom('communeReport')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .where('state', '<>', 'void')
    .executeTakeFirst()
  return row ? { ...row, state: row.state as ReportState } : null
}

/** The refusal of a verb that does not fit where the dossier stands. */
export function wrongState(dossier: { state: DossierState }): AppError {
  return new AppError('stateConflict', { state: stateWords[dossier.state].vi })
}
