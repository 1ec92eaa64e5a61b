// What the two annexes of a draft share: who brings them in, the lock, where they are looked at.
import type { Db, Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Actor } from '../people/actor.ts'
import type { Ctx } from '../context.ts'
import { must } from '../refuse.ts'
import type { RowRead, SheetKind } from '../sheet/sheet.ts'
import { MOST_PARTS } from './part.actions.ts'
import { savePlan } from './plan.save.ts'
import { planFor } from './plan.store.ts'
import { planStateWords } from './plan.workflow.ts'

/** An annex belongs to one draft. What became of its files is read later too, so the right asks for the keeper and `draftOf` for the state. */
export const ofOneDraft = (place: string) =>
  ({
    async rights(db, actor, subjectId) {
      const { plan, rights } = await planFor(db, actor, subjectId ?? undefined)
      must(rights.writes)
      return plan.authority
    },
    home: (subjectId) => `/ke-hoach/${subjectId ?? ''}#${place}`,
    // The row that forms hold while they write the same parts.
    async hold(tx, _authority, subjectId) {
      await tx.selectFrom('programmePlan').select('id').where('id', '=', subjectId).forUpdate().execute()
    },
  }) satisfies Pick<SheetKind, 'rights' | 'home' | 'hold'>

/** The plan of an annex; told when it is no draft any more. */
export async function draftOf(db: Db | Tx, actor: Actor, subjectId: string | null) {
  const { plan, rights } = await planFor(db, actor, subjectId ?? undefined)
  if (!rights.edit) throw new AppError('stateConflict', { state: planStateWords[plan.state].vi.toLowerCase() })
  return plan
}

/** The plan moves on by one version: a form opened before is told, as after any other change. */
export async function annexLoaded(ctx: Ctx, subjectId: string | null, part: 'product' | 'money', rows: number): Promise<void> {
  const plan = await draftOf(ctx.tx, ctx.actor, subjectId)
  await savePlan(ctx, plan, {}, 'programmePlan.annexLoaded', { part, works: rows })
}

export function tooMany(): RowRead<never> {
  return {
    ok: false,
    reasons: [
      {
        column: null,
        vi: `Kế hoạch ghi nhiều nhất ${MOST_PARTS} dòng. Tách thành kế hoạch của từng nơi.`,
        en: `A plan holds at most ${MOST_PARTS} rows. Cut it into plans of each place.`,
      },
    ],
  }
}
