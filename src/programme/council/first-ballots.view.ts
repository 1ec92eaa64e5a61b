// The ballots of a written opinion beside the item the meeting scores anew.
import type { Db } from '#/platform/database/open.ts'
import type { Actor } from '../people/actor.ts'
import type { Regulations } from '../regulations.ts'
import { found, mustSee } from '../refuse.ts'
import { comparisonOf, type Comparison } from './comparison.ts'
import { filedSnapshot } from './conflict.store.ts'
import { currentSheet, hasFinished, isConflicted, type ItemFacts } from './council.ts'
import { itemFacts, ownSheets, sheetsOf } from './council.store.ts'
import { calledBefore, type OpinionCall } from './opinion.store.ts'
import { criteriaMeans, sheetOf } from './result.sheets.ts'
import { maySeeFirstBallots, rights } from './rights.ts'
import { formOfItem } from './sheet.store.ts'

export type FirstBallots = {
  item: { id: string; ordinal: number; meetingId: string; product: string }
  call: Pick<OpinionCall, 'ground' | 'ways' | 'ballots' | 'silent' | 'calledAt'>
  comparison: Comparison
}

/** True when the item has such ballots and this person may read them now. */
export async function showsFirstBallots(db: Db, actor: Actor, item: ItemFacts, now: Date): Promise<boolean> {
  const mine = rights(actor, item, now)
  const own = mine.memberId === null ? [] : await ownSheets(db, item.id, mine.memberId)
  if (!maySeeFirstBallots(mine, mine.memberId !== null && hasFinished(own, mine.memberId))) return false
  return (await calledBefore(db, item)) !== null
}

/** "not found" to whom they are not open yet, as if there were none. Ballots of members recused since are left out. */
export async function firstBallotsFor(db: Db, regulations: Regulations, actor: Actor, itemId: string, now: Date): Promise<FirstBallots> {
  const item = await itemFacts(db, itemId)
  mustSee(await showsFirstBallots(db, actor, item, now))
  const call = found(await calledBefore(db, item))
  const written = await itemFacts(db, call.itemId)
  const { form } = await formOfItem(db, regulations, item)
  const all = await sheetsOf(db, written.id)
  const counted = written.seats.flatMap((seat) => {
    const sheet = currentSheet(all, seat.memberId)
    const out = isConflicted(item, seat.accountId) || isConflicted(written, seat.accountId)
    return sheet?.state === 'final' && !out ? [{ sheet, name: seat.name }] : []
  })
  const sheets = counted.map(({ sheet, name }) => sheetOf(form, sheet, all, name))
  const finals = counted.map(({ sheet }) => sheet)
  const perCriterion = finals.length === 0 ? [] : criteriaMeans(form, finals, all)
  return {
    item: {
      id: item.id,
      ordinal: item.ordinal,
      meetingId: item.meeting.id,
      product: (await filedSnapshot(db, item.dossierId)).product.name,
    },
    call: { ground: call.ground, ways: call.ways, ballots: call.ballots, silent: call.silent, calledAt: call.calledAt },
    comparison: comparisonOf({ sheets, perCriterion }),
  }
}
