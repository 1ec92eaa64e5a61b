// How every verb of the producer begins: the locked dossier, the right judged, what may be changed in its present state.
import { AppError } from '#/platform/errors/app-error.ts'
import { formOf } from '#/regulation/load.ts'
import type { Ctx } from '../context.ts'
import { must, mustSee } from '../refuse.ts'
import { dossierForUpdate, type DossierRow } from './dossier.move.ts'
import { rights } from './dossier.policy.ts'
import { stateWords } from './dossier.workflow.ts'
import { isAsked, type Part } from './supplement.scope.ts'

/** One's own dossier, locked. Staff who may see it are told they may not do this; everyone else that it does not exist. */
export async function ownDossier(ctx: Ctx, dossierId: string): Promise<DossierRow> {
  const dossier = await dossierForUpdate(ctx.tx, dossierId)
  const may = rights(ctx.actor, dossier)
  mustSee(may.see)
  must(may.owner)
  return dossier
}

/** The same, when the part may change now: any part of a draft, only what was asked of a returned dossier. */
export async function editableDossier(ctx: Ctx, dossierId: string, part: Part) {
  const dossier = await ownDossier(ctx, dossierId)
  if (!rights(ctx.actor, dossier).edit) throw new AppError('stateConflict', { state: stateWords[dossier.state].vi })
  const pack = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const form = formOf(pack, dossier.setNo)
  if (dossier.state !== 'draft') {
    const items = await openItems(ctx, dossier.id)
    if (!isAsked(part, items, form, pack.regulation)) throw new AppError('dossier.notAsked')
  }
  return { dossier, pack, form }
}

/** Items of the request that waits for an answer; empty when none does. */
export async function openItems(ctx: Pick<Ctx, 'tx'>, dossierId: string) {
  return ctx.tx
    .selectFrom('supplementItem')
    .innerJoin('supplementRequest', 'supplementRequest.id', 'supplementItem.requestId')
    .select([
      'supplementItem.id',
      'supplementItem.targetKind',
      'supplementItem.target',
      'supplementItem.ask',
      'supplementItem.answer',
      'supplementItem.ordinal',
    ])
    .where('supplementRequest.dossierId', '=', dossierId)
    .where('supplementRequest.outcome', 'is', null)
    .orderBy('supplementItem.ordinal')
    .execute()
}
