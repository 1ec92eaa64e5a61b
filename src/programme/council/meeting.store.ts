// SQL of meetings: the row with what its rights need, lists in the reader's scope, samples.
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { CompositionCheck } from '#/regulation/composition.ts'
import { found } from '../refuse.ts'
import type { CouncilComposition } from './composition.ts'
import type { MeetingMode, MeetingState } from './council.ts'
import type { CouncilRules } from './council.rules.ts'
import { seatsOf } from './council.store.ts'
import type { MeetingFacts } from './rights.ts'

export type MeetingRow = MeetingFacts & {
  name: string
  place: string
  mode: MeetingMode
  roundId: string
  roundName: string
  councilName: string
  termFrom: string
  termTo: string
  startsAt: Date
  openedAt: Date | null
  closedAt: Date | null
  lateReason: string | null
  scribeNotes: string
  version: number
  rules: CouncilRules
  state: MeetingState
  /** The pack of the meeting's round. */
  regulationId: string
  composition: CouncilComposition
  /** The checks as they stood when the session opened; null before. */
  openingChecks: CompositionCheck[] | null
  openingReason: string | null
}

/** The meeting, its row locked until the transaction ends. */
export async function meetingForUpdate(tx: Tx, meetingId: string): Promise<MeetingRow> {
  if (!isId(meetingId)) return found<MeetingRow>(null)
  found(await tx.selectFrom('meeting').select('id').where('id', '=', meetingId).forUpdate().executeTakeFirst())
  return meetingById(tx, meetingId)
}

export async function meetingById(db: Db | Tx, meetingId: string): Promise<MeetingRow> {
  if (!isId(meetingId)) return found<MeetingRow>(null)
  const row = found(
    await db
      .selectFrom('meeting as m')
      .innerJoin('council as c', 'c.id', 'm.councilId')
      .innerJoin('round as r', 'r.id', 'm.roundId')
      .selectAll('m')
      .select([
        'c.name as councilName',
        'c.termFrom',
        'c.termTo',
        'c.rules as councilRules',
        'c.composition',
        'r.name as roundName',
        'r.regulationId',
      ])
      .where('m.id', '=', meetingId)
      .executeTakeFirst(),
  )
  const { councilRules, ...rest } = row
  return {
    ...rest,
    mode: row.mode as MeetingMode,
    state: row.state as MeetingState,
    rules: (row.rules ?? councilRules) as CouncilRules,
    composition: row.composition as CouncilComposition,
    openingChecks: row.openingChecks as CompositionCheck[] | null,
    seats: await seatsOf(db, row.councilId, row.id),
  }
}

export type MeetingLine = {
  id: string
  councilId: string
  name: string
  roundName: string
  mode: MeetingMode
  state: MeetingState
  startsAt: Date
  place: string
  items: number
}

/** Meetings of a council, newest first, for its office. */
export async function meetingsOfCouncil(db: Db | Tx, councilId: string): Promise<MeetingLine[]> {
  return lines(db, (query) => query.where('m.councilId', '=', councilId))
}

/** Released meetings of the seats a person holds: nothing before the pack goes out. A substitute's seat is one of its own meeting only. */
export async function meetingsOfMember(db: Db | Tx, seats: readonly { memberId: string }[]): Promise<MeetingLine[]> {
  if (seats.length === 0) return []
  const ids = seats.map((seat) => seat.memberId)
  return lines(db, (query) =>
    query.where('m.releasedAt', 'is not', null).where((where) =>
      where.exists(
        where
          .selectFrom('councilMember as k')
          .select('k.id')
          .whereRef('k.councilId', '=', 'm.councilId')
          .where('k.id', 'in', ids)
          .where((own) => own.or([own('k.meetingId', 'is', null), own('k.meetingId', '=', own.ref('m.id'))])),
      ),
    ),
  )
}

function meetingLines(db: Db | Tx) {
  return db
    .selectFrom('meeting as m')
    .innerJoin('round as r', 'r.id', 'm.roundId')
    .select(['m.id', 'm.councilId', 'm.name', 'm.mode', 'm.state', 'm.startsAt', 'm.place', 'r.name as roundName'])
    .select((select) =>
      select
        .selectFrom('agendaItem as i')
        .whereRef('i.meetingId', '=', 'm.id')
        .where('i.state', '<>', 'removed')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('items'),
    )
    .orderBy('m.startsAt', 'desc')
    .orderBy('m.id')
}

async function lines(
  db: Db | Tx,
  narrow: (query: ReturnType<typeof meetingLines>) => ReturnType<typeof meetingLines>,
): Promise<MeetingLine[]> {
  const rows = await narrow(meetingLines(db)).execute()
  return rows.map((row) => ({ ...row, mode: row.mode as MeetingMode, state: row.state as MeetingState, items: Number(row.items) }))
}

/** Items whose set asks for samples and whose samples nobody at the province has taken in. */
export async function itemsWithoutSamples(db: Db | Tx, meetingId: string, exceptSets: readonly number[]): Promise<string[]> {
  let query = db
    .selectFrom('agendaItem as i')
    .innerJoin('dossier as d', 'd.id', 'i.dossierId')
    .leftJoin('sampleHandover as s', (join) => join.onRef('s.dossierId', '=', 'd.id').onRef('s.toAuthority', '=', 'd.authority'))
    .select('i.id')
    .where('i.meetingId', '=', meetingId)
    .where('i.state', '<>', 'removed')
    .where('s.receivedAt', 'is', null)
  if (exceptSets.length > 0) query = query.where('d.setNo', 'not in', [...exceptSets])
  return (await query.execute()).map((row) => row.id)
}

/** The stored minutes of a meeting; undefined until it has been closed. */
export async function minutesPaper(db: Db | Tx, meetingId: string) {
  return await db
    .selectFrom('document')
    .select(['id', 'title', 'number', 'issuedOn'])
    .where('subjectKind', '=', 'meeting')
    .where('subjectId', '=', meetingId)
    .where('kind', '=', 'minutes')
    .executeTakeFirst()
}

/** Ids of the items a copy of the minutes leaves out; empty for any other paper. */
export async function withheldItems(db: Db | Tx, documentId: string): Promise<string[]> {
  const row = await db.selectFrom('minutesCopy').select('withheld').where('documentId', '=', documentId).executeTakeFirst()
  return (row?.withheld ?? []) as string[]
}

/** The minutes and their copies, the whole one first: a reader gets the first that is open to him. */
export async function minutesRenditions(db: Db | Tx, meetingId: string): Promise<{ id: string; kind: string; title: string }[]> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'kind', 'title'])
    .where('subjectKind', '=', 'meeting')
    .where('subjectId', '=', meetingId)
    .where('kind', 'in', ['minutes', 'minutesCopy'])
    .orderBy('kind')
    .orderBy('id')
    .execute()
  return rows
}

/** Ids of the meeting's items, those deferred after scoring among them, from which this person is recused. */
export async function recusedItems(db: Db | Tx, meetingId: string, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('conflict as c')
    .innerJoin('agendaItem as i', 'i.id', 'c.itemId')
    .select('i.id')
    .distinct()
    .where('i.meetingId', '=', meetingId)
    .where((where) => where.or([where('i.state', '<>', 'removed'), where('i.scoredAt', 'is not', null)]))
    .where('c.accountId', '=', accountId)
    .where('c.state', '=', 'confirmed')
    .execute()
  return rows.map((row) => row.id)
}
