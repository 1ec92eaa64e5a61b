// Every change of a dossier's state goes through here: locked row, allowed step, ledger.
import { AppError, notFound } from '#/platform/errors/app-error.ts'
import type { Tx } from '#/platform/database/open.ts'
import { isId } from '#/platform/database/id.ts'
import { audit, type Ctx } from '../context.ts'
import { found } from '../refuse.ts'
import { followRenewalClock } from './renewal.clock.ts'
import { finalStates, mayMove, stateWords, type DossierState } from './dossier.workflow.ts'

export type DossierRow = Awaited<ReturnType<typeof selectForUpdate>>

/** The dossier, locked until the transaction ends; "not found" for rubbish too. */
export async function dossierForUpdate(tx: Tx, id: string) {
  if (!isId(id)) throw notFound()
  return selectForUpdate(tx, id)
}

async function selectForUpdate(tx: Tx, id: string) {
  const row = found(await tx.selectFrom('dossier').selectAll().where('id', '=', id).forUpdate().executeTakeFirst())
  return { ...row, state: row.state as DossierState }
}

/** Before an ended dossier is taken up again: another one of the product under way goes first. Throws `dossier.otherOpen`. */
export async function mustBeOnlyOpen(tx: Tx, dossier: { id: string; productId: string }): Promise<void> {
  const other = await tx
    .selectFrom('dossier')
    .select('id')
    .where('productId', '=', dossier.productId)
    .where('id', '<>', dossier.id)
    .where('state', 'not in', [...finalStates])
    .executeTakeFirst()
  if (other) throw new AppError('dossier.otherOpen')
}

/** Moves a locked dossier and logs it. Throws `stateConflict` when the table has no such step. */
export async function moveDossier(
  ctx: Ctx,
  dossier: { id: string; state: DossierState; provinceCode: string },
  to: DossierState,
  verb: string,
  change: { set?: Record<string, unknown>; payload?: Record<string, unknown> } = {},
): Promise<void> {
  if (!mayMove(dossier.state, to)) throw new AppError('stateConflict', { state: stateWords[dossier.state].vi })
  await ctx.tx
    .updateTable('dossier')
    .set((expression) => ({ ...change.set, state: to, updatedAt: ctx.now, version: expression('version', '+', 1) }))
    .where('id', '=', dossier.id)
    .execute()
  await followRenewalClock(ctx, dossier.id, dossier.state, to)
  await audit(ctx, {
    verb,
    subjectKind: 'dossier',
    subjectId: dossier.id,
    authority: dossier.provinceCode,
    dossierId: dossier.id,
    payload: { from: dossier.state, to, ...change.payload },
  })
}
