// Items at the points of closing, for tests and demonstration: all sheets in, scored, closed.
import { newId } from '#/platform/database/id.ts'
import { answeredPoints, criteriaOf, type Answers } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { totalOf } from '#/regulation/score.ts'
import { actAs, seatPeople, type World } from '#/testing/world.ts'
import { filedDossier, placeDossier, type DossierOptions } from '../dossier/dossier.fixture.ts'
import { closeResult, closeScoring } from './closing.actions.ts'
import { answersFor, meetingInSession, samplesReceived, votingPeople, type MeetingFixture, type SeatPerson } from './council.fixture.ts'

/** Lowers answers, last criterion first, until they are worth `points` less. Throws when the options do not allow it. */
export function lowered(form: Form, from: Answers, points: number): Record<string, number> {
  const answers: Record<string, number> = { ...from }
  const goal = totalOf(form, from) - points
  for (const { criterion } of criteriaOf(form).toReversed()) {
    const over = totalOf(form, answers) - goal
    if (over === 0) break
    const worth = (option: number) => answeredPoints(criterion, { [criterion.code]: option })
    const now = answeredPoints(criterion, answers)
    const fitting = [0, ...criterion.options.map((_, index) => index + 1)].filter(
      (option) => worth(option) <= now && now - worth(option) <= over,
    )
    answers[criterion.code] = fitting.reduce(
      (least, option) => (worth(option) < worth(least) ? option : least),
      answers[criterion.code] ?? 0,
    )
  }
  if (totalOf(form, answers) !== goal) throw new Error(`no answers ${points} points lower`)
  return answers
}

export type ScoredFixture = MeetingFixture & { itemId: string; dossierId: string }

export type ItemOptions = {
  dossier?: DossierOptions
  star?: 1 | 2 | 3 | 4 | 5
  /** Whose sheets are final; everyone who votes unless told otherwise. */
  people?: readonly SeatPerson[]
  answersOf?: (person: SeatPerson, common: Record<string, number>) => Record<string, number>
}

/**
 * One more dossier in a running session, everyone declared and ready, these sheets final: written as rows, so that a test of closing does
 * not walk through sixty verbs first. The members' own verbs have their own tests.
 */
export async function itemInSession(world: World, meeting: MeetingFixture, options: ItemOptions = {}): Promise<ScoredFixture> {
  const { db } = world.services.database
  const now = world.services.clock.now()
  const { dossierId } = await filedDossier(world, options.dossier ?? {})
  await placeDossier(world, dossierId, 'onAgenda', { roundId: meeting.roundId, acceptedAt: now })
  await samplesReceived(world, dossierId, options.dossier?.set ?? 9)
  const last = await db
    .selectFrom('agendaItem')
    .select((select) => select.fn.max('ordinal').as('last'))
    .where('meetingId', '=', meeting.meetingId)
    .executeTakeFirst()
  const itemId = newId()
  await db
    .insertInto('agendaItem')
    .values({ id: itemId, meetingId: meeting.meetingId, dossierId, ordinal: Number(last?.last ?? 0) + 1, state: 'scoring', openedAt: now })
    .execute()
  const members = seatPeople.map((person) => meeting.members[person])
  await db
    .insertInto('conflictDeclaration')
    .values(members.map((memberId) => ({ itemId, memberId, conflicted: false, declaredAt: now })))
    .execute()
  await db
    .insertInto('packOpening')
    .values(members.map((memberId) => ({ itemId, memberId, openedAt: now })))
    .execute()
  const common = await answersFor(world, itemId, options.star ?? 4)
  for (const person of options.people ?? votingPeople)
    await placeSheet(world, itemId, meeting.members[person], options.answersOf?.(person, common) ?? common)
  return { ...meeting, itemId, dossierId }
}

/** A member's final first sheet, as a row. */
export async function placeSheet(world: World, itemId: string, memberId: string, answers: Answers): Promise<void> {
  const { db } = world.services.database
  const now = world.services.clock.now()
  const id = newId()
  await db
    .insertInto('scoreSheet')
    .values({ id, itemId, memberId, pass: 1, state: 'final', startedAt: now, updatedAt: now, finalisedAt: now })
    .execute()
  await db
    .insertInto('scoreSheetAnswer')
    .values(Object.entries(answers).map(([criterion, option]) => ({ sheetId: id, criterion, option, updatedAt: now })))
    .execute()
}

/** A result closed by the chair through both presses: star as asked, everyone agreeing. Makes the session where none is given. */
export async function closedResult(
  world: World,
  options: ItemOptions & { meeting?: MeetingFixture } = {},
): Promise<ScoredFixture & { resultId: string }> {
  const scored = await itemInSession(world, options.meeting ?? (await meetingInSession(world, [{}])), options)
  await actAs(world, 'seat1', (ctx) => closeScoring(ctx, scored.itemId))
  const resultId = await actAs(world, 'seat1', (ctx) => closeResult(ctx, scored.itemId))
  return { ...scored, resultId }
}
