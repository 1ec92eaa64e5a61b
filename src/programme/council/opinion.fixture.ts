// A council asked in writing, for tests and demonstration: ballots sent, everyone declared and with the pack open.
import { seatPeople, actAs, type World } from '#/testing/world.ts'
import type { DossierOptions } from '../dossier/dossier.fixture.ts'
import { putOnAgenda, releasePack } from './agenda.actions.ts'
import { acceptedDossier, openRoundRow, readyMember, seatedCouncil, type MeetingFixture, type SeatPerson } from './council.fixture.ts'
import { createMeeting } from './meeting.actions.ts'

/** Ballots sent today; the default rules give ten days. */
export async function ballotsSent(
  world: World,
  dossiers: readonly DossierOptions[] = [{}],
  ready: readonly SeatPerson[] = seatPeople,
): Promise<MeetingFixture> {
  const council = await seatedCouncil(world)
  const rounds = await world.services.database.db.selectFrom('round').select('id').execute()
  const roundId = await openRoundRow(world, rounds.length + 2)
  const ids: string[] = []
  for (const options of dossiers) ids.push(await acceptedDossier(world, roundId, options))
  const day = new Date(world.services.clock.now().getTime() + 10 * 86_400_000).toISOString().slice(0, 10)
  const meetingId = await actAs(world, 'office', (ctx) =>
    createMeeting(ctx, {
      councilId: council.councilId,
      roundId,
      name: 'Lấy ý kiến bằng văn bản đợt 2',
      date: day,
      time: '08:00',
      place: '',
      mode: 'writtenOpinion',
    }),
  )
  const items = await actAs(world, 'office', (ctx) => putOnAgenda(ctx, meetingId, ids))
  await actAs(world, 'office', (ctx) => releasePack(ctx, meetingId, { reason: 'Gửi phiếu lấy ý kiến' }))
  for (const person of ready) for (const itemId of items) await readyMember(world, person, itemId)
  return { ...council, roundId, meetingId, items, dossiers: ids }
}
