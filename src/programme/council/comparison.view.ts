// The comparison for the one who chairs the item, once the result is closed.
import type { Db } from '#/platform/database/open.ts'
import type { Actor } from '../people/actor.ts'
import { must } from '../refuse.ts'
import { comparisonOf, type Comparison } from './comparison.ts'
import { itemFacts } from './council.store.ts'
import { resultView } from './result.view.ts'
import type { ResultBasis } from './result.ts'
import { rights } from './rights.ts'

/** "not found" to whom the scores are not open, "forbidden" to those who do not chair the item. */
export async function comparisonFor(
  db: Db,
  actor: Actor,
  itemId: string,
  now: Date,
): Promise<{ basis: ResultBasis; comparison: Comparison }> {
  const { basis } = await resultView(db, actor, itemId, now)
  must(rights(actor, await itemFacts(db, itemId), now).isChairForItem)
  return { basis, comparison: comparisonOf(basis) }
}
