// When a returned dossier is filed again: verdicts and notes on what did not change stay, the rest is open. Part of the filing's transaction.
import { formOf } from '#/regulation/load.ts'
import { keptChecks, reopenedCriteria, reopenedLines } from '../commune/carry.ts'
import { componentLines, provinceLines } from '../commune/components.ts'
import { answeredItems, previousSubmission, storedChecks, submissionById, type Level } from '../commune/submission.store.ts'
import { audit, type Ctx } from '../context.ts'
import { levelOf } from '../people/authority.ts'

type Returned = { id: string; authority: string; regulationId: string; setNo: number }

/**
 * Carries the work of both levels over to a new filing (see `reopenedLines`). A kept verdict keeps its judge and its day and names the filing it
 * was given on, through any number of supplements. Of the advisory team's notes, those on changed criteria are put back to "under way" with
 * their words, so that the report cannot be issued over them; a report already issued is open again and its paper no longer holds.
 */
export async function carryWorkOver(ctx: Ctx, dossier: Returned, submissionId: string): Promise<void> {
  const after = await submissionById(ctx.tx, submissionId)
  const before = await previousSubmission(ctx.tx, dossier.id, after.ordinal)
  if (!before) return
  const pack = ctx.regulations.get(dossier.regulationId)
  const form = formOf(pack, dossier.setNo)
  const asked = await answeredItems(ctx.tx, before.id)
  const kept: Partial<Record<Level, string[]>> = {}
  for (const level of ['commune', levelOf(dossier.authority)] as const) {
    const linesAt = level === 'commune' ? componentLines : provinceLines
    const filing = (snapshot: typeof after.snapshot) => ({ snapshot, lines: linesAt(pack.regulation, form, snapshot) })
    const reopened = reopenedLines(filing(before.snapshot), filing(after.snapshot), asked)
    const checks = keptChecks(filing(after.snapshot), reopened, await storedChecks(ctx.tx, before.id, level))
    kept[level] = checks.map((check) => check.component)
    if (checks.length === 0) continue
    await ctx.tx
      .insertInto('componentCheck')
      .values(
        checks.map(({ component, verdict, remark, checkedBy, checkedAt, carriedFrom }) => ({
          submissionId,
          level,
          component,
          verdict,
          remark,
          checkedBy,
          checkedAt,
          carriedFrom: carriedFrom ?? before.id,
        })),
      )
      .execute()
  }
  const lines = componentLines(pack.regulation, form, after.snapshot)
  const criteria = [...reopenedCriteria(before.snapshot, { snapshot: after.snapshot, lines }, asked).keys()]
  const notes = await reopenNotes(ctx, dossier.id, criteria)
  await audit(ctx, {
    verb: 'dossier.workCarriedOver',
    subjectKind: 'dossier',
    subjectId: dossier.id,
    authority: dossier.authority,
    dossierId: dossier.id,
    payload: { from: before.ordinal, to: after.ordinal, ...kept, notesReopened: notes },
  })
}

/** Returns the criteria whose notes must be looked at again. */
async function reopenNotes(ctx: Ctx, dossierId: string, criteria: readonly string[]): Promise<string[]> {
  if (criteria.length === 0) return []
  const notes = await ctx.tx
    .updateTable('advisoryNote')
    .set({ state: 'underWay' })
    .where('dossierId', '=', dossierId)
    .where('criterion', 'in', [...criteria])
    .where('state', '<>', 'notSeen')
    .returning('criterion')
    .execute()
  const report = await ctx.tx
    .updateTable('advisoryReport')
    .set((row) => ({ state: 'draft', issuedBy: null, issuedAt: null, version: row('version', '+', 1), updatedAt: ctx.now }))
    .where('dossierId', '=', dossierId)
    .where('state', '=', 'issued')
    .returning('documentId')
    .executeTakeFirst()
  if (report?.documentId)
    await ctx.tx
      .updateTable('document')
      .set({ state: 'cancelled' })
      .where('id', '=', report.documentId)
      .where('state', '=', 'issued')
      .execute()
  return notes.map((note) => note.criterion).sort()
}
