// The first line of every verb that sets up a council: lock it, then say who may.
import { isId } from '#/platform/database/id.ts'
import type { Ctx } from '../context.ts'
import { seatIn, serves } from '../people/actor.ts'
import { found, must, mustSee } from '../refuse.ts'

/** The council, locked; "forbidden" to its members and the desk's staff, "not found" to everyone else. */
export async function councilForUpdate(ctx: Ctx, councilId: string) {
  if (!isId(councilId)) return found<never>(null)
  const council = found(await ctx.tx.selectFrom('council').selectAll().where('id', '=', councilId).forUpdate().executeTakeFirst())
  mustSee(serves(ctx.actor, council.authority, 'office', 'advisor', 'leader', 'clerk', 'admin') || seatIn(ctx.actor, councilId) !== null)
  must(serves(ctx.actor, council.authority, 'office'))
  return council
}

/** The same, open to the council's chair too: papers the chair signs. */
export async function councilForChair(ctx: Ctx, councilId: string) {
  if (!isId(councilId)) return found<never>(null)
  const council = found(await ctx.tx.selectFrom('council').selectAll().where('id', '=', councilId).forUpdate().executeTakeFirst())
  mustSee(serves(ctx.actor, council.authority, 'office', 'advisor', 'leader', 'clerk', 'admin') || seatIn(ctx.actor, councilId) !== null)
  must(serves(ctx.actor, council.authority, 'office') || seatIn(ctx.actor, councilId)?.role === 'chair')
  return council
}
