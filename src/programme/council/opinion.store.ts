// SQL of councils asked in writing.
import type { Db, Tx } from '#/platform/database/open.ts'
import { isId } from '#/platform/database/id.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import type { ItemFacts } from './council.ts'
import type { CallGround, DifferWay } from './opinion.ts'

export type OpinionSession = {
  dueOn: PlainDate
  version: number
  extensions: { dueBefore: PlainDate; dueAfter: PlainDate; reason: string; by: string; extendedAt: Date }[]
}

/** The session's last day and how it came to be; null while its ballots have not gone out. */
export async function opinionSession(db: Db | Tx, meetingId: string): Promise<OpinionSession | null> {
  if (!isId(meetingId)) return null
  const row = await db.selectFrom('opinionSession').select(['dueOn', 'version']).where('meetingId', '=', meetingId).executeTakeFirst()
  if (!row) return null
  const extensions = await db
    .selectFrom('opinionExtension as e')
    .leftJoin('authUser as u', 'u.id', 'e.extendedBy')
    .select(['e.dueBefore', 'e.dueAfter', 'e.reason', 'e.extendedAt', 'u.name as by'])
    .where('e.meetingId', '=', meetingId)
    .orderBy('e.extendedAt')
    .execute()
  return { ...row, extensions: extensions.map((extension) => ({ ...extension, by: extension.by ?? '' })) }
}

export type OpinionCall = {
  itemId: string
  meetingId: string
  toItemId: string
  ground: CallGround
  ways: DifferWay[]
  ballots: number
  silent: number
  calledBy: string
  calledAt: Date
}

/** The call of an item given in writing to a meeting, by the old item or the new one; null when there was none. */
export async function callOf(db: Db | Tx, itemId: string): Promise<OpinionCall | null> {
  const row = await db
    .selectFrom('opinionCall')
    .select(['itemId', 'meetingId', 'toItemId', 'ground', 'ways', 'ballots', 'silent', 'calledBy', 'calledAt'])
    .where((where) => where.or([where('itemId', '=', itemId), where('toItemId', '=', itemId)]))
    .orderBy('calledAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, ground: row.ground as CallGround, ways: row.ways as DifferWay[] } : null
}

/** The newest written item of the dossier at this desk that a call sent to a meeting; its ballots came before the item at hand. */
export async function calledBefore(db: Db | Tx, item: Pick<ItemFacts, 'id' | 'dossierId' | 'authority'>): Promise<OpinionCall | null> {
  const row = await db
    .selectFrom('opinionCall as c')
    .innerJoin('agendaItem as i', 'i.id', 'c.itemId')
    .innerJoin('meeting as m', 'm.id', 'i.meetingId')
    .select('c.itemId')
    .where('i.dossierId', '=', item.dossierId)
    .where('m.authority', '=', item.authority)
    // Keys are in order of time: the item the call made, or a later one.
    .where('c.toItemId', '<=', item.id)
    .orderBy('c.calledAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? callOf(db, row.itemId) : null
}

/** A meeting still being prepared that an earlier call from the same session made; undefined when there is none. */
export async function draftMeetingOf(tx: Tx, opinionMeetingId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('opinionCall as c')
    .innerJoin('agendaItem as i', 'i.id', 'c.itemId')
    .innerJoin('meeting as m', 'm.id', 'c.meetingId')
    .select('m.id')
    .where('i.meetingId', '=', opinionMeetingId)
    .where('m.state', '=', 'planned')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
