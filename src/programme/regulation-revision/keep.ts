// Keeping what is about to be pinned, so that it can be read and compared whatever the program holds later.
import type { Pack } from '#/regulation/load.ts'
import type { Ctx } from '../context.ts'
import { keepContent } from './shelf.store.ts'

/** Called by whoever pins a pack (a round, a draft). The words over it are kept as revisions of their own. */
export async function keepPinned(ctx: Pick<Ctx, 'tx' | 'now' | 'regulations'>, pack: Pack): Promise<void> {
  const bare = ctx.regulations.known({ id: pack.id, hash: pack.hash, wording: null })
  if (bare) await keepContent(ctx.tx, bare, ctx.now)
}
