// Reports for tests, sent as a stranger sends them, each from an address of its own so that the limit of floods does not count.
import { newId } from '#/platform/database/id.ts'
import type { EvidencePhoto } from '../document/incoming.ts'
import type { Actor } from '../people/actor.ts'
import { actAs, type World } from '#/testing/world.ts'
import { joinCase } from './case.actions.ts'
import { fileReport } from './file.actions.ts'

export const reportInput = { topic: 'stars', words: 'Cửa hàng dán sao lên hàng không có giấy chứng nhận.', about: 'Mắm lạ ở chợ Sầm Sơn' }

export async function sentReport(
  world: World,
  over: Record<string, unknown> = {},
  by: { actor?: Actor; photos?: readonly EvidencePhoto[] } = {},
): Promise<{ id: string; code: string }> {
  const { services } = world
  const code = await fileReport(
    services,
    { ...reportInput, ...over },
    { address: newId(), actor: by.actor ?? null, photos: async () => by.photos ?? [] },
  )
  const { id } = await services.database.db.selectFrom('publicReport').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  return { id, code }
}

/** Joined to its case; returns the case. */
export function joinedReport(world: World, reportId: string): Promise<string> {
  return actAs(world, 'office', (ctx) => joinCase(ctx, reportId))
}
