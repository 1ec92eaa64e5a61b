// SQL of councils and agenda items: the facts every decision on an item needs, and the sheets behind it.
import { sql } from 'kysely'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import type { Department } from '#/regulation/level.schema.ts'
import type { DossierState } from '../dossier/dossier.workflow.ts'
import { found } from '../refuse.ts'
import { votingSet, type ItemFacts, type ItemState, type MeetingMode, type MeetingState, type SeatFact } from './council.ts'
import type { CouncilRules } from './council.rules.ts'

/** The item with its facts, its row locked until the transaction ends. "not found" for rubbish too; what the actor may know is for `rights`. */
export async function itemForUpdate(tx: Tx, itemId: string): Promise<ItemFacts> {
  if (!isId(itemId)) return found<ItemFacts>(null)
  found(await tx.selectFrom('agendaItem').select('id').where('id', '=', itemId).forUpdate().executeTakeFirst())
  return itemFacts(tx, itemId)
}

/** The same facts without a lock, for reading. */
export async function itemFacts(db: Db | Tx, itemId: string): Promise<ItemFacts> {
  if (!isId(itemId)) return found<ItemFacts>(null)
  return found((await factsWhere(db, { itemId }))[0])
}

/** Facts of every item of a meeting that was not removed, in agenda order. */
export async function itemsOfMeeting(db: Db | Tx, meetingId: string): Promise<ItemFacts[]> {
  if (!isId(meetingId)) return []
  return factsWhere(db, { meetingId })
}

/** Every item of the dossier that was not removed: one at each level it came before a council. */
export async function itemsOfDossier(db: Db | Tx, dossierId: string): Promise<ItemFacts[]> {
  if (!isId(dossierId)) return []
  const rows = await db.selectFrom('agendaItem').select('id').where('dossierId', '=', dossierId).where('state', '<>', 'removed').execute()
  return Promise.all(rows.map((row) => itemFacts(db, row.id)))
}

async function factsWhere(db: Db | Tx, which: { itemId: string } | { meetingId: string }): Promise<ItemFacts[]> {
  let query = db
    .selectFrom('agendaItem as i')
    .innerJoin('meeting as m', 'm.id', 'i.meetingId')
    .innerJoin('council as c', 'c.id', 'm.councilId')
    .innerJoin('dossier as d', 'd.id', 'i.dossierId')
    .leftJoin('opinionSession as o', 'o.meetingId', 'm.id')
    .select('o.dueOn as opinionDueOn')
    .select(['i.id', 'i.version', 'i.ordinal', 'i.state', 'i.dossierId', 'i.openedAt', 'i.closedAt', 'i.standInId'])
    .select(['m.id as meetingId', 'm.state as meetingState', 'm.mode', 'm.startsAt', 'm.releasedAt'])
    .select([
      'm.openedAt as meetingOpenedAt',
      'm.closedAt as meetingClosedAt',
      'c.id as councilId',
      'c.authority',
      'c.rules',
      'm.rules as pinnedRules',
      'd.state as dossierState',
    ])
    .orderBy('i.ordinal')
  query =
    'itemId' in which
      ? query.where('i.id', '=', which.itemId)
      : query.where('i.meetingId', '=', which.meetingId).where('i.state', '<>', 'removed')
  const rows = await query.execute()
  const first = rows[0]
  if (!first) return []
  const ids = rows.map((row) => row.id)
  const seats = await seatsOf(db, first.councilId, first.meetingId)
  const presence = await db
    .selectFrom('presence')
    .select(['memberId', 'arrivedAt', 'leftAt'])
    .where('meetingId', '=', first.meetingId)
    .orderBy('arrivedAt')
    .execute()
  const conflicts = await db
    .selectFrom('conflict')
    .select(['itemId', 'accountId', 'memberId', 'state'])
    .where('itemId', 'in', ids)
    .where('state', 'in', ['open', 'confirmed'])
    .execute()
  const declarations = await db.selectFrom('conflictDeclaration').selectAll().where('itemId', 'in', ids).execute()
  const openings = await db.selectFrom('packOpening').select(['itemId', 'memberId']).where('itemId', 'in', ids).execute()
  const scopes = await db
    .selectFrom('reconciliation as r')
    .leftJoin('reconciliationScope as s', 's.reconciliationId', 'r.id')
    .select(['r.id', 'r.itemId', 'r.ordinal', 's.memberId', 's.criterion'])
    .where('r.itemId', 'in', ids)
    .where('r.closedAt', 'is', null)
    .execute()
  return rows.map((row) => {
    const scope = scopes.filter((entry) => entry.itemId === row.id)
    const head = scope[0]
    return {
      id: row.id,
      version: row.version,
      ordinal: row.ordinal,
      state: row.state as ItemState,
      dossierId: row.dossierId,
      dossierState: row.dossierState as DossierState,
      councilId: row.councilId,
      authority: row.authority,
      openedAt: row.openedAt,
      closedAt: row.closedAt,
      standInId: row.standInId,
      meeting: {
        id: row.meetingId,
        state: row.meetingState as MeetingState,
        mode: row.mode as MeetingMode,
        startsAt: row.startsAt,
        releasedAt: row.releasedAt,
        openedAt: row.meetingOpenedAt,
        closedAt: row.meetingClosedAt,
        opinionDueOn: row.opinionDueOn,
      },
      rules: (row.pinnedRules ?? row.rules) as CouncilRules,
      seats,
      conflicts: conflicts
        .filter((entry) => entry.itemId === row.id)
        .map((entry) => ({ accountId: entry.accountId, memberId: entry.memberId, state: entry.state as 'open' | 'confirmed' })),
      declarations: declarations.filter((entry) => entry.itemId === row.id),
      presence,
      openedPack: openings.filter((entry) => entry.itemId === row.id).map((entry) => entry.memberId),
      reconciliation: head
        ? {
            id: head.id,
            ordinal: head.ordinal,
            scope: scope.flatMap((entry) =>
              entry.memberId && entry.criterion ? [{ memberId: entry.memberId, criterion: entry.criterion }] : [],
            ),
          }
        : null,
    }
  })
}

/**
 * Seats in the order of the establishing decision, those who left included. For a meeting its substitutes sit among them, and a member whose
 * place a substitute holds counts as gone from that meeting.
 */
export async function seatsOf(db: Db | Tx, councilId: string, meetingId: string | null = null): Promise<SeatFact[]> {
  const rows = await db
    .selectFrom('councilMember')
    .selectAll()
    .where('councilId', '=', councilId)
    .where((where) => where.or([where('meetingId', 'is', null), ...(meetingId === null ? [] : [where('meetingId', '=', meetingId)])]))
    .orderBy('ordinal')
    .orderBy('meetingId', (order) => order.asc().nullsFirst())
    .orderBy('namedAt')
    .execute()
  const replaced = new Map<string, Date | null>()
  for (const row of rows) if (row.substitutesId !== null && row.leftOn === null) replaced.set(row.substitutesId, row.namedAt)
  return rows.map((row) => ({
    memberId: row.id,
    accountId: row.accountId,
    bodyId: row.bodyId,
    name: row.name,
    post: row.post,
    role: row.role as SeatFact['role'],
    voting: row.voting,
    ordinal: row.ordinal,
    leftOn: row.leftOn ?? (replaced.has(row.id) ? plainDateOf(replaced.get(row.id) ?? new Date(0)) : null),
    department: row.department as Department | null,
    substitutes:
      row.substitutesId === null
        ? null
        : { memberId: row.substitutesId, mandateNumber: row.mandateNumber ?? '', mandateDate: row.mandateDate ?? '' },
  }))
}

export type StoredAnswer = { option: number | null; comment: string; reason: string }
export type StoredSheet = {
  id: string
  memberId: string
  pass: number
  state: 'draft' | 'final' | 'voided'
  version: number
  comment: string
  voidReason: string | null
  startedAt: Date
  updatedAt: Date
  finalisedAt: Date | null
  /** By criterion code. `option` null = commented but not answered. */
  answers: Record<string, StoredAnswer>
}

/** Every sheet of an item with its answers, by member's place and pass. For decisions only: whoever shows them asks `rights` first. */
export async function sheetsOf(db: Db | Tx, itemId: string): Promise<StoredSheet[]> {
  return sheetsWhere(db, itemId, null)
}

/** One member's own sheets: the only sheets a page may load before closing. */
export async function ownSheets(db: Db | Tx, itemId: string, memberId: string): Promise<StoredSheet[]> {
  return sheetsWhere(db, itemId, memberId)
}

async function sheetsWhere(db: Db | Tx, itemId: string, memberId: string | null): Promise<StoredSheet[]> {
  let query = db
    .selectFrom('scoreSheet as s')
    .innerJoin('councilMember as m', 'm.id', 's.memberId')
    .selectAll('s')
    .where('s.itemId', '=', itemId)
    .orderBy('m.ordinal')
    .orderBy('s.pass')
  if (memberId !== null) query = query.where('s.memberId', '=', memberId)
  const rows = await query.execute()
  if (rows.length === 0) return []
  const answers = await db
    .selectFrom('scoreSheetAnswer')
    .selectAll()
    .where(
      'sheetId',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    memberId: row.memberId,
    pass: row.pass,
    state: row.state as StoredSheet['state'],
    version: row.version,
    comment: row.comment,
    voidReason: row.voidReason,
    startedAt: row.startedAt,
    updatedAt: row.updatedAt,
    finalisedAt: row.finalisedAt,
    answers: Object.fromEntries(
      answers
        .filter((answer) => answer.sheetId === row.id)
        .map((answer) => [answer.criterion, { option: answer.option, comment: answer.comment, reason: answer.reason }]),
    ),
  }))
}

/** The voting set of an item today: present, voting, unconflicted, not excused. */
export async function votingSetOf(db: Db | Tx, item: ItemFacts): Promise<SeatFact[]> {
  return votingSet(item, await sheetsOf(db, item.id))
}

/** Per item of a meeting: how many live sheets of each member are in which state. No answers are read. */
export async function sheetStates(
  db: Db | Tx,
  meetingId: string,
): Promise<{ itemId: string; memberId: string; pass: number; state: 'draft' | 'final' | 'voided'; finalisedAt: Date | null }[]> {
  const rows = await sql<{ itemId: string; memberId: string; pass: number; state: 'draft' | 'final' | 'voided'; finalisedAt: Date | null }>`
    select s.item_id, s.member_id, s.pass, s.state, s.finalised_at
      from score_sheet s join agenda_item i on i.id = s.item_id
     where i.meeting_id = ${meetingId} and i.state <> 'removed'`.execute(db)
  return rows.rows
}
