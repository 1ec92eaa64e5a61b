// A draft list of commendation, and a proposal that waits.
import { draftedList, proposed } from '#/programme/commendation/commendation.fixture.ts'
import { commendedOf } from '#/programme/commendation/commendation.store.ts'
import type { World } from '#/testing/world.ts'

/** `name` stands in the titles, so that a refusal that names a thing is noticed. */
export async function commendationStates(world: World, name: string) {
  const { listId } = await draftedList(world, name)
  const { unitId } = await proposed(world, name)
  const [first] = await commendedOf(world.services.database.db, listId)
  return { commendation: { listId, commendedId: first?.id ?? '', freeId: unitId } }
}
