// The board of a council asked in writing: who may know the meeting sees n of m per item, never what a ballot says.
import { plainDateOf, daysBetween, type PlainDate } from '#/platform/calendar/plain-date.ts'
import type { Db } from '#/platform/database/open.ts'
import { renewalClocks, type RenewalClock } from '../dossier/renewal.clock.ts'
import type { Actor } from '../people/actor.ts'
import { mustSee } from '../refuse.ts'
import { agendaFor, type AgendaSlot } from './agenda.view.ts'
import { differWays, leastBallots, type DifferWay } from './opinion.ts'
import { opinionSession, type OpinionSession } from './opinion.store.ts'

export type OpinionLine =
  | { kind: 'recused'; ordinal: number }
  | {
      kind: 'item'
      ordinal: number
      itemId: string
      product: string
      producer: string
      state: Extract<AgendaSlot, { kind: 'item' }>['state']
      sent: { final: number; of: number }
      /** Ballots missing; they count neither for nor against. */
      silent: number
      clock: RenewalClock | null
      /** The one who chairs may press "Triệu tập họp"; whether there is a ground is judged at the press. */
      mayCall: boolean
    }

export type OpinionBoard = {
  meeting: { id: string; name: string; councilName: string; state: string }
  session: OpinionSession
  /** Days to the last day for ballots; negative when over. */
  daysLeft: number
  least: number
  ways: DifferWay[]
  isMember: boolean
  mayExtend: boolean
  lines: OpinionLine[]
}

/** Throws `notFound` for who may not know the meeting, for meetings, and before the ballots have gone out. */
export async function opinionBoard(db: Db, actor: Actor, meetingId: string, now: Date): Promise<OpinionBoard> {
  const { meeting, mine, slots } = await agendaFor(db, actor, meetingId, now)
  const session = await opinionSession(db, meetingId)
  mustSee(meeting.mode === 'writtenOpinion' && session !== null)
  if (session === null) throw new Error('unreachable')
  const today: PlainDate = plainDateOf(now)
  const known = slots.flatMap((slot) => (slot.kind === 'item' ? [slot.dossierId] : []))
  const clocks = await renewalClocks(db, known, today)
  const { rules } = meeting
  const on = { star: rules.opinionDifferStar, spread: rules.opinionDifferSpread, gate: rules.opinionDifferGate }
  return {
    meeting: { id: meeting.id, name: meeting.name, councilName: meeting.councilName, state: meeting.state },
    session,
    daysLeft: daysBetween(today, session.dueOn),
    least: leastBallots(rules, meeting.seats.filter((seat) => seat.voting && seat.leftOn === null).length),
    ways: differWays.filter((way) => on[way]),
    isMember: mine.isMember,
    mayExtend:
      (mine.mayOpen || mine.isOffice) &&
      meeting.state === 'open' &&
      slots.some((slot) => slot.kind === 'item' && (slot.state === 'waiting' || slot.state === 'scoring')),
    lines: slots.map((slot): OpinionLine => {
      if (slot.kind === 'recused') return slot
      const { ordinal, itemId, product, producer, state, progress } = slot
      return {
        kind: 'item',
        ordinal,
        itemId,
        product,
        producer,
        state,
        sent: progress,
        silent: progress.of - progress.final,
        clock: clocks.get(slot.dossierId) ?? null,
        mayCall: slot.mine.mayLead && (state === 'scoring' || state === 'scored'),
      }
    }),
  }
}
