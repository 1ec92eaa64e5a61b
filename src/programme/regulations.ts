// The packs this program knows, loaded once at start. A round or dossier asks for its own; a new one takes the current.
import { loadPacks, type Pack } from '#/regulation/load.ts'
import { AppError } from '#/platform/errors/app-error.ts'

export type Regulations = {
  packs: readonly Pack[]
  /** The pack in force for new dossiers. */
  current: Pack
  get: (id: string) => Pack
}

export async function openRegulations(): Promise<Regulations> {
  const packs = await loadPacks()
  const current = packs[0]
  if (!current) throw new Error('rules/ holds no pack')
  const byId = new Map(packs.map((pack) => [pack.id, pack]))
  return {
    packs,
    current,
    get(id) {
      const pack = byId.get(id)
      if (!pack) throw new AppError('badRequest', { reason: `regulation ${id}` })
      return pack
    },
  }
}
