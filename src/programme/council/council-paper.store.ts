// The council's own papers: working rules as issued and as drafted, the report on a session; and the facts their first texts are made from.
import type { Db, Tx } from '#/platform/database/open.ts'
import { resultsOfItem } from './closing.store.ts'
import type { ReportFacts } from './council-paper.ts'
import type { MeetingRow } from './meeting.store.ts'
import { presenceAt } from './minutes.ts'
import { readResultBasis } from './result.ts'

export type CouncilPaper = {
  id: string
  text: string
  state: 'draft' | 'issued'
  version: number
  documentId: string | null
  number: string | null
  issuedOn: string | null
}

function papers(db: Db | Tx) {
  return db
    .selectFrom('councilPaper as p')
    .leftJoin('document as d', 'd.id', 'p.documentId')
    .select(['p.id', 'p.text', 'p.state', 'p.version', 'p.documentId', 'd.number', 'd.issuedOn'])
}

/** Working rules of a council, the newest first: a draft, and every one that was issued. */
export async function councilRulesPapers(db: Db | Tx, councilId: string): Promise<CouncilPaper[]> {
  const rows = await papers(db)
    .where('p.councilId', '=', councilId)
    .where('p.kind', '=', 'councilRules')
    .orderBy('p.updatedAt', 'desc')
    .orderBy('p.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as CouncilPaper['state'] }))
}

/** The report on a session; null before anybody wrote it. */
export async function councilReport(db: Db | Tx, meetingId: string): Promise<CouncilPaper | null> {
  const row = await papers(db).where('p.meetingId', '=', meetingId).where('p.kind', '=', 'councilReport').executeTakeFirst()
  return row ? { ...row, state: row.state as CouncilPaper['state'] } : null
}

/** What the report is computed from: results valid today, who was there at the opening, items put off. */
export async function reportFacts(db: Db | Tx, meeting: MeetingRow): Promise<ReportFacts> {
  const items = await db
    .selectFrom('agendaItem')
    .select(['id', 'state', 'scoredAt'])
    .where('meetingId', '=', meeting.id)
    .orderBy('ordinal')
    .execute()
  const rows = await Promise.all(items.map((item) => resultsOfItem(db, item.id)))
  const openedAt = meeting.openedAt ?? meeting.startsAt
  const presence = presenceAt(
    await db.selectFrom('presence').select(['memberId', 'arrivedAt', 'leftAt']).where('meetingId', '=', meeting.id).execute(),
    openedAt,
  )
  const voting = meeting.seats.filter((seat) => seat.voting && seat.leftOn === null)
  return {
    meeting: meeting.name,
    council: meeting.councilName,
    round: meeting.roundName,
    place: meeting.place,
    openedAt,
    present: voting.filter((seat) => presence.some((row) => row.memberId === seat.memberId)).length,
    voting: voting.length,
    results: rows.flatMap((own) => own.filter((row) => row.state === 'valid').map((row) => readResultBasis(row.basis))),
    deferred: items.filter((item) => item.state === 'removed' && item.scoredAt !== null).length,
  }
}
