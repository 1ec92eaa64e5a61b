// A council of other people that assesses a dossier again, for tests: one who scored the first time keeps a seat and is recused.
import { actAs, seatPeople, TEST_PASSWORD, type World } from '#/testing/world.ts'
import { putOnAgenda, releasePack } from '../council/agenda.actions.ts'
import { closeResult, closeScoring } from '../council/closing.actions.ts'
import { answersFor, fillSheet, readyMember, seatedCouncil, type SeatPerson } from '../council/council.fixture.ts'
import { createMeeting, openMeeting, recordArrival } from '../council/meeting.actions.ts'
import { placeDossier } from '../dossier/dossier.fixture.ts'
import { createAccount } from '../people/people.actions.ts'
import { recordedVisit } from '../visit/visit.fixture.ts'

/** Who votes on the item assessed again: every seat but the secretary's and that of who scored before. */
export const scorersAgain: readonly SeatPerson[] = seatPeople.filter((person) => person !== 'seat9' && person !== 'seat3')

/** The same house with other people in the council's seats; seat3 stays who it was. They sign in as "moi-seat1" and so on. */
export async function otherMembers(world: World): Promise<World> {
  const others = { ...world, accounts: { ...world.accounts } }
  for (const person of seatPeople)
    if (person !== 'seat3')
      others.accounts[person] = await actAs(world, 'admin', (ctx) =>
        createAccount(ctx, { username: `moi-${person}`, name: `Ủy viên mới ${person}`, password: TEST_PASSWORD, phone: null }),
      )
  return others
}

export type AgainItem = { itemId: string; meetingId: string; visitId: string }

/** Visited once more, taken into its round as reception leaves it, and on the agenda of a running session of the other members. */
export async function agendaOfOthers(world: World, others: World, first: { dossierId: string; roundId: string }): Promise<AgainItem> {
  const visitId = await recordedVisit(world, first.dossierId, ['office'])
  await placeDossier(world, first.dossierId, 'accepted', { roundId: first.roundId, acceptedAt: world.services.clock.now() })
  const council = await seatedCouncil(others)
  const meetingId = await actAs(world, 'office', (ctx) =>
    createMeeting(ctx, {
      councilId: council.councilId,
      roundId: first.roundId,
      name: 'Kỳ họp đánh giá lại',
      date: '25/09/2026',
      time: '08:00',
      place: 'Hội trường',
      mode: 'meeting',
    }),
  )
  const [itemId = ''] = await actAs(world, 'office', (ctx) => putOnAgenda(ctx, meetingId, [first.dossierId]))
  await actAs(world, 'office', (ctx) => releasePack(ctx, meetingId))
  for (const person of seatPeople) {
    await actAs(world, 'office', (ctx) => recordArrival(ctx, meetingId, council.members[person]))
    if (person !== 'seat3') await readyMember(others, person, itemId)
  }
  await actAs(others, 'seat1', (ctx) => openMeeting(ctx, meetingId))
  return { itemId, meetingId, visitId }
}

/** Scored to `star` by all who may, closed by the chair of the other members. */
export async function closedByOthers(others: World, item: AgainItem, star: 2 | 3): Promise<AgainItem & { resultId: string }> {
  const answers = await answersFor(others, item.itemId, star)
  for (const person of scorersAgain) await fillSheet(others, person, item.itemId, answers)
  await actAs(others, 'seat1', (ctx) => closeScoring(ctx, item.itemId))
  return { ...item, resultId: await actAs(others, 'seat1', (ctx) => closeResult(ctx, item.itemId)) }
}
