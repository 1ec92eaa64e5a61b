// Taking a decided result up again: the first result stays on record as it was, the dossier goes back to its desk's reception.
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { moveDossier, mustBeOnlyOpen, type DossierRow } from '../dossier/dossier.move.ts'
import { stateWords, type DossierState } from '../dossier/dossier.workflow.ts'
import { settingOf } from '../setting.ts'
import { objectionScorers } from './objection.settings.ts'

const decided: readonly DossierState[] = ['recognised', 'notRecognised', 'ended']

/**
 * Begins a re-assessment. The first result keeps its figures, papers and hash and is marked as followed by another; its certificate is not
 * touched here. Refused while a newer dossier of the product is open: that one is the way to another star.
 */
export async function beginReassessment(
  ctx: Ctx,
  dossier: DossierRow,
  ground: { objectionId: string } | { requestId: string },
  reason: string,
): Promise<void> {
  if (!decided.includes(dossier.state) || dossier.decidingResultId === null)
    throw new AppError('stateConflict', { state: stateWords[dossier.state].vi })
  await mustBeOnlyOpen(ctx.tx, dossier)
  const first = dossier.decidingResultId
  await ctx.tx
    .insertInto('reassessment')
    .values({
      id: newId(),
      dossierId: dossier.id,
      authority: dossier.authority,
      firstResultId: first,
      objectionId: 'objectionId' in ground ? ground.objectionId : null,
      requestId: 'requestId' in ground ? ground.requestId : null,
      scorers: await settingOf(ctx.tx, dossier.authority, objectionScorers),
      reason,
      begunBy: ctx.actor.accountId,
      begunAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .updateTable('result')
    .set({ state: 'superseded', supersededReason: reason, supersededBy: ctx.actor.accountId, supersededAt: ctx.now })
    .where('id', '=', first)
    .execute()
  await audit(ctx, {
    verb: 'council.resultSuperseded',
    subjectKind: 'result',
    subjectId: first,
    authority: dossier.authority,
    dossierId: dossier.id,
    payload: { reason, ...ground },
  })
  await moveDossier(ctx, dossier, 'proposed', 'reassessment.begun', {
    set: { proposedAt: ctx.now, roundId: null, acceptedAt: null, endedAt: null, endReason: null, decidingResultId: null },
    payload: { firstResultId: first, reason, ...ground },
  })
}

/** Marks the certificate in force of a dossier as looked at again, or ends the mark. `on` null ends it. */
export async function markReview(ctx: Ctx, dossierId: string, on: string | null): Promise<void> {
  const rows = await ctx.tx
    .updateTable('certificate')
    .set((expression) => ({ reviewSince: on, version: expression('version', '+', 1) }))
    .where('dossierId', '=', dossierId)
    .where('state', '=', 'valid')
    .where('reviewSince', on === null ? 'is not' : 'is', null)
    .returning(['id', 'provinceCode'])
    .execute()
  for (const row of rows)
    await audit(ctx, {
      verb: on === null ? 'certificate.reviewEnded' : 'certificate.underReview',
      subjectKind: 'certificate',
      subjectId: row.id,
      authority: row.provinceCode,
      dossierId,
      payload: { since: on },
    })
}
