// One answer of a dossier, stored: used by every verb that answers, whatever the answer came from.
import { audit, type Ctx } from '../context.ts'
import { mustBeVersion } from '../fields.ts'

/** Where an answer came from: typed, proposed by the data and confirmed, or the former one and confirmed. */
export type AnswerOrigin = 'own' | 'proposed' | 'former'

/** Stores the answer unless it is the one already there. `version` is the answer's own; returns the new one. Throws `versionConflict`. */
export async function saveAnswer(
  ctx: Ctx,
  dossier: { id: string; provinceCode: string },
  criterion: string,
  answer: { option: number; description: string; origin: AnswerOrigin },
  version: number,
): Promise<number> {
  const before = await ctx.tx
    .selectFrom('dossierAnswer')
    .select(['option', 'description', 'origin', 'version'])
    .where('dossierId', '=', dossier.id)
    .where('criterion', '=', criterion)
    .executeTakeFirst()
  mustBeVersion(before?.version ?? 0, version)
  // The same press twice: nothing new to save, the same answer back.
  if (
    before &&
    before.option === answer.option &&
    before.description === answer.description &&
    (before.origin === answer.origin || answer.origin === 'own')
  )
    return before.version
  const next = version + 1
  await ctx.tx
    .insertInto('dossierAnswer')
    .values({ dossierId: dossier.id, criterion, ...answer, version: next, updatedAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['dossierId', 'criterion']).doUpdateSet({ ...answer, version: next, updatedAt: ctx.now }))
    .execute()
  await touch(ctx, dossier.id)
  await audit(ctx, {
    verb: 'dossier.answered',
    subjectKind: 'dossier',
    subjectId: dossier.id,
    authority: dossier.provinceCode,
    dossierId: dossier.id,
    payload: { criterion, from: before?.option ?? null, to: answer.option, origin: answer.origin },
  })
  return next
}

export async function touch(ctx: Ctx, dossierId: string): Promise<void> {
  await ctx.tx.updateTable('dossier').set({ updatedAt: ctx.now }).where('id', '=', dossierId).execute()
}
