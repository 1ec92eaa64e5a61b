// How far each item of a meeting is, as one person may know it.
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Actor } from '../people/actor.ts'
import { mustSee } from '../refuse.ts'
import { closingRights } from './closing.policy.ts'
import { filedDossierOf, resultsOfItem } from './closing.store.ts'
import { progressOf, type ItemFacts } from './council.ts'
import { itemsOfMeeting, sheetStates } from './council.store.ts'
import { meetingById } from './meeting.store.ts'

export type ClosingLine = {
  itemId: string
  ordinal: number
  product: string
  state: ItemFacts['state']
  final: number
  of: number
  /** Only where the scores are open to this reader. */
  star: number | null
  mean: string | null
}

/** The items of a meeting this actor may know, with how far each is. A recused person's items are left out by number, not by name. */
export async function closingList(
  db: Db | Tx,
  actor: Actor,
  meetingId: string,
  now: Date,
): Promise<{ meeting: { id: string; name: string; startsAt: Date }; lines: ClosingLine[] }> {
  const meeting = await meetingById(db, meetingId)
  const items = await itemsOfMeeting(db, meetingId)
  const seen = items.flatMap((item) => {
    const mine = closingRights(actor, item, now)
    return mine.maySeeClosing && (mine.isMember || mine.isOffice) ? [{ item, mine }] : []
  })
  mustSee(seen.length > 0)
  const states = await sheetStates(db, meetingId)
  const lines: ClosingLine[] = []
  for (const { item, mine } of seen) {
    const { snapshot } = await filedDossierOf(db, item.dossierId)
    const progress = progressOf(
      item,
      states.filter((sheet) => sheet.itemId === item.id),
    )
    const result = mine.maySeeScores ? (await resultsOfItem(db, item.id)).find((row) => row.state === 'valid') : undefined
    lines.push({
      itemId: item.id,
      ordinal: item.ordinal,
      product: snapshot.product.name,
      state: item.state,
      ...progress,
      star: result?.star ?? null,
      mean: result?.meanPrinted ?? null,
    })
  }
  return { meeting: { id: meeting.id, name: meeting.name, startsAt: meeting.startsAt }, lines }
}
