// The agenda as one person may see it: a recused person's slot is a number and nothing else, for members and staff alike.
import { sql } from 'kysely'
import type { Db } from '#/platform/database/open.ts'
import type { Actor } from '../people/actor.ts'
import { mustSee } from '../refuse.ts'
import {
  chairOfItem,
  currentSheet,
  hasFinished,
  progressOf,
  votingPlaces,
  type ItemFacts,
  type ItemState,
  type SeatFact,
  type VotingPlace,
} from './council.ts'
import { itemsOfMeeting, sheetStates } from './council.store.ts'
import { meetingById, type MeetingRow } from './meeting.store.ts'
import { meetingRights, rights, type MeetingRights, type Rights } from './rights.ts'

export type AgendaSlot =
  | { kind: 'recused'; ordinal: number }
  | {
      kind: 'item'
      ordinal: number
      itemId: string
      dossierId: string
      product: string
      producer: string
      setNo: number
      dossierKind: 'first' | 'upgrade' | 'renewal'
      state: ItemState
      withdrawn: boolean
      mine: Rights
      mySheet: 'none' | 'draft' | 'final' | 'voided'
      progress: { final: number; of: number }
      /** Who chairs the item; null while nobody is named. */
      chair: string | null
      standIn: boolean
      /** Who has finished, for those the rules let know; otherwise null. Never any points. */
      members: { name: string; place: VotingPlace; finished: boolean }[] | null
    }

export type AgendaView = { meeting: MeetingRow; mine: MeetingRights; slots: AgendaSlot[] }

/** The meeting and its slots for this person. Throws `notFound` for who may not know the meeting exists. */
export async function agendaFor(db: Db, actor: Actor, meetingId: string, now: Date): Promise<AgendaView> {
  const meeting = await meetingById(db, meetingId)
  const mine = meetingRights(actor, meeting)
  mustSee(mine.maySee)
  const items = await itemsOfMeeting(db, meetingId)
  const seen = items.map((item) => ({ item, mine: rights(actor, item, now) }))
  const known = seen.filter((entry) => entry.mine.mayKnow)
  // Only what this person may know is read at all.
  const titles = await titlesOf(
    db,
    known.map((entry) => entry.item.dossierId),
  )
  const states = await sheetStates(db, meetingId)
  return {
    meeting,
    mine,
    slots: seen.flatMap(({ item, mine: may }): AgendaSlot[] => {
      if (!may.maySeeSlot) return []
      const title = titles.get(item.dossierId)
      if (!may.mayKnow || !title) return [{ kind: 'recused', ordinal: item.ordinal }]
      return [
        slotOf(
          item,
          may,
          title,
          states.filter((sheet) => sheet.itemId === item.id),
        ),
      ]
    }),
  }
}

type Title = { product: string; producer: string; setNo: number; kind: string }
type State = Awaited<ReturnType<typeof sheetStates>>[number]

function slotOf(item: ItemFacts, mine: Rights, title: Title, sheets: readonly State[]): AgendaSlot {
  const own = mine.memberId === null ? null : currentSheet(sheets, mine.memberId)
  const chair = chairOfItem(item)
  return {
    kind: 'item',
    ordinal: item.ordinal,
    itemId: item.id,
    dossierId: item.dossierId,
    product: title.product,
    producer: title.producer,
    setNo: title.setNo,
    dossierKind: title.kind as 'first',
    state: item.state,
    withdrawn: item.dossierState === 'withdrawn',
    mine,
    mySheet: own?.state ?? 'none',
    progress: progressOf(item, sheets),
    chair: chair?.name ?? null,
    standIn: item.standInId !== null,
    members: mine.maySeeWhoIsFinal
      ? votingPlaces(item, sheets).map(({ seat, place }) => ({
          name: seat.name,
          place,
          finished: place === 'counts' && hasFinished(sheets, seat.memberId),
        }))
      : null,
  }
}

/** Product and producer as filed, per dossier. */
async function titlesOf(db: Db, dossierIds: readonly string[]): Promise<Map<string, Title>> {
  if (dossierIds.length === 0) return new Map()
  const rows = await sql<{ dossierId: string } & Title>`
    select distinct on (s.dossier_id) s.dossier_id, s.product_name as product, s.producer_name as producer,
           (s.snapshot->'set'->>'no')::int as set_no, s.snapshot->>'kind' as kind
      from dossier_submission s
     where s.dossier_id in (${sql.join(dossierIds)})
     order by s.dossier_id, s.ordinal desc`.execute(db)
  return new Map(rows.rows.map((row) => [row.dossierId, row]))
}

export type PresenceLine = { seat: SeatFact; present: boolean; stays: { arrivedAt: Date; leftAt: Date | null }[] }

/** Who came and left, member by member; for those who keep the record and for the minutes. */
export async function presenceOf(db: Db, meeting: Pick<MeetingRow, 'id' | 'seats'>): Promise<PresenceLine[]> {
  const rows = await db
    .selectFrom('presence')
    .select(['memberId', 'arrivedAt', 'leftAt'])
    .where('meetingId', '=', meeting.id)
    .orderBy('arrivedAt')
    .execute()
  return meeting.seats
    .filter((seat) => seat.leftOn === null || rows.some((row) => row.memberId === seat.memberId))
    .map((seat) => {
      const stays = rows.filter((row) => row.memberId === seat.memberId)
      return { seat, present: stays.some((stay) => stay.leftAt === null), stays }
    })
}

/** Release log: who opened which item's pack and when, for items this person may know. */
export async function openingsOf(db: Db, slots: readonly AgendaSlot[]): Promise<{ itemId: string; memberId: string; openedAt: Date }[]> {
  const ids = slots.flatMap((slot) => (slot.kind === 'item' ? [slot.itemId] : []))
  if (ids.length === 0) return []
  return db.selectFrom('packOpening').selectAll().where('itemId', 'in', ids).orderBy('openedAt').execute()
}
