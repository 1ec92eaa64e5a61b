// What a dossier that failed was missing, as its producer may know it; and whether its product may come back.
import type { Db, Tx } from '#/platform/database/open.ts'
import { isId } from '#/platform/database/id.ts'
import { formOf } from '#/regulation/load.ts'
import { reasonsOf, type LetterReason } from '../certificate/letter.actions.ts'
import { readBasis } from '../certificate/result-reading.ts'
import type { DossierState } from '../dossier/dossier.workflow.ts'
import { producersOf, type Actor } from '../people/actor.ts'
import { found, mustSee } from '../refuse.ts'
import type { Regulations } from '../regulations.ts'

const failed: readonly DossierState[] = ['notRecognised', 'ended', 'rejected', 'lapsed']

/** Seed 003, line 81: a product that did not reach the mark may be completed and come to the next round. */
export function mayComeBack(state: DossierState): boolean {
  return failed.includes(state)
}

export type Missing = {
  dossierId: string
  productId: string
  productName: string
  state: DossierState
  endedAt: Date | null
  endReason: string | null
  star: number | null
  /** Criteria of the letter; empty when no letter was sent: a score is told by the letter, never before it. */
  reasons: LetterReason[]
  /** What the last request for supplement asked and nobody answered. */
  unanswered: { ask: string; target: string }[]
}

/** What one's own failed dossier was missing. "Not found" for another's, for rubbish, and for a dossier that did not fail. */
export async function missingOf(db: Db | Tx, regulations: Regulations, actor: Actor, dossierId: string | undefined): Promise<Missing> {
  const producerIds = producersOf(actor)
  const dossier = found(
    isId(dossierId) && producerIds.length > 0
      ? await db
          .selectFrom('dossier')
          .innerJoin('product', 'product.id', 'dossier.productId')
          .selectAll('dossier')
          .select('product.name as productName')
          .where('dossier.id', '=', dossierId)
          .where('dossier.producerId', 'in', producerIds)
          .executeTakeFirst()
      : null,
  )
  const state = dossier.state as DossierState
  mustSee(mayComeBack(state))
  const result = await db
    .selectFrom('result')
    .innerJoin('resultLetter', 'resultLetter.resultId', 'result.id')
    .select(['result.star', 'result.basis'])
    .where('result.dossierId', '=', dossier.id)
    .where('result.state', '=', 'valid')
    .executeTakeFirst()
  const unanswered = await db
    .selectFrom('supplementItem')
    .innerJoin('supplementRequest', 'supplementRequest.id', 'supplementItem.requestId')
    .select(['supplementItem.ask', 'supplementItem.target'])
    .where('supplementRequest.dossierId', '=', dossier.id)
    .where('supplementRequest.outcome', '=', 'lapsed')
    .where('supplementItem.answer', 'is', null)
    .orderBy('supplementItem.ordinal')
    .execute()
  return {
    dossierId: dossier.id,
    productId: dossier.productId,
    productName: dossier.productName,
    state,
    endedAt: dossier.endedAt,
    endReason: dossier.endReason,
    star: result?.star ?? null,
    reasons: result ? reasonsOf(formOf(regulations.get(dossier.regulationId), dossier.setNo), readBasis(result.basis)) : [],
    unanswered,
  }
}

/** Where a product stands in the six steps (seed 000, line 53), for the strip on its page. Own products only; the caller has judged that. */
export type Cycle = {
  idea: { id: string; state: string } | null
  plan: { id: string; state: string } | null
  dossier: { id: string; state: DossierState } | null
  certificateId: string | null
  /** The last dossier, when it failed: the product may come back. */
  comesBackFrom: string | null
}

export async function cycleOf(db: Db | Tx, productId: string): Promise<Cycle> {
  const idea = await db
    .selectFrom('idea')
    .leftJoin('businessPlan', 'businessPlan.ideaId', 'idea.id')
    .select(['idea.id', 'idea.state', 'idea.listedCallId', 'businessPlan.id as planId', 'businessPlan.state as planState'])
    .where('idea.productId', '=', productId)
    .where('idea.state', '<>', 'withdrawn')
    .orderBy('idea.createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const dossier = await db
    .selectFrom('dossier')
    .select(['id', 'state'])
    .where('productId', '=', productId)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const certificate = await db
    .selectFrom('certificate')
    .select('id')
    .where('productId', '=', productId)
    .where('state', '=', 'valid')
    .limit(1)
    .executeTakeFirst()
  const state = dossier?.state as DossierState | undefined
  return {
    idea: idea ? { id: idea.id, state: idea.state } : null,
    plan: idea && idea.planId !== null && idea.planState !== null ? { id: idea.planId, state: idea.planState } : null,
    dossier: dossier && state ? { id: dossier.id, state } : null,
    certificateId: certificate?.id ?? null,
    comesBackFrom: dossier && state && mayComeBack(state) ? dossier.id : null,
  }
}
