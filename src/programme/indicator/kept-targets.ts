// The figures of a plan's targets for the dashboard, kept for a minute: a dozen figures over the whole register are too much for every visit.
import type { Db } from '#/platform/database/open.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Target } from '../programme-plan/programme-plan.ts'
import { computeTargets, targetFigures, type PlanPlace, type TargetFigure } from './target.store.ts'

const KEPT_MS = 60_000
/** Plans of as many desks as have a leader looking at once; the oldest goes first. */
const MOST = 100

type Kept = { at: Date; computed: ReturnType<typeof computeTargets> }
const kept = new WeakMap<Db, Map<string, Kept>>()

/**
 * `targetFigures` with figures that are at most a minute old, and the moment they are of. Values by hand are always those of now. Who asks while
 * they are being computed waits for the same reading; a reading that failed is not kept.
 */
export async function keptTargets(
  db: Db,
  plan: PlanPlace,
  targets: readonly Target[],
  asOf: PlainDate,
  now: Date,
): Promise<{ figures: TargetFigure[]; computedAt: Date }> {
  const own = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, own)
  const { familyId, authority, provinceCode, communeCode, unitEra } = plan
  const key = JSON.stringify([asOf, familyId, authority, provinceCode, communeCode, unitEra, targets])
  let reading = own.get(key)
  if (reading === undefined || now.getTime() - reading.at.getTime() >= KEPT_MS) {
    reading = { at: now, computed: computeTargets(db, plan, targets, asOf, now) }
    own.delete(key)
    own.set(key, reading)
    for (const old of [...own.keys()].slice(0, -MOST)) own.delete(old)
    reading.computed.catch(() => own.delete(key))
  }
  const { at, computed } = reading
  return { figures: await targetFigures(db, plan, targets, asOf, now, () => computed), computedAt: at }
}
