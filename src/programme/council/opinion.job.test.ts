import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { RENEWAL_COUNCIL } from '../dossier/renewal.clock.ts'
import { placeSheet } from './closing.fixture.ts'
import { closeScoring } from './closing.actions.ts'
import { pinConflict } from './conflict.actions.ts'
import { answersFor, votingPeople, type MeetingFixture } from './council.fixture.ts'
import { callToMeeting, extendBallots } from './opinion.actions.ts'
import { ballotsSent } from './opinion.fixture.ts'
import { remindOpinions } from './opinion.job.ts'
import { ballotReminderDays } from './opinion.settings.ts'

let services: TestServices
let world: World
let session: MeetingFixture
let item = ''
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
beforeEach(async () => {
  for (const table of ['notice', 'dossierClock', 'setting'] as const) await db().deleteFrom(table).execute()
  await db().updateTable('meeting').set({ state: 'closed' }).execute()
  session = await ballotsSent(world)
  item = session.items[0] ?? ''
})
afterAll(() => services.close())

const db = () => services.database.db
const today = () => plainDateOf(services.clock.now())
const told = async (kind: string) => {
  const rows = await db().selectFrom('notice').select(['accountId', 'params']).where('kind', '=', kind).execute()
  return rows
    .flatMap((row) => Object.entries(world.accounts).flatMap(([person, account]) => (account === row.accountId ? [person] : [])))
    .toSorted()
}
const dueIn = (days: number) =>
  db()
    .updateTable('opinionSession')
    .set({ dueOn: addDays(today(), days) })
    .where('meetingId', '=', session.meetingId)
    .execute()

describe('members whose ballot is missing', () => {
  test('are reminded from three days before its last day on, once, and neither who has sent nor who is recused', async () => {
    const answers = await answersFor(world, item, 4)
    for (const person of votingPeople.slice(0, 5)) await placeSheet(world, item, session.members[person], answers)
    const [recused, ...silent] = votingPeople.slice(5)
    await actAs(world, 'office', (ctx) =>
      pinConflict(ctx, item, { accountId: world.accounts[recused ?? 'seat8'], cause: 'contract', reason: 'Hợp đồng tư vấn' }),
    )
    await dueIn(4)
    await remindOpinions(services)
    expect(await told('opinion.ballotDue')).toEqual([])
    await dueIn(3)
    await remindOpinions(services)
    await remindOpinions(services)
    expect(await told('opinion.ballotDue')).toEqual(silent.toSorted())
    const [notice] = await db().selectFrom('notice').select(['params', 'link']).where('kind', '=', 'opinion.ballotDue').execute()
    expect(JSON.stringify(notice)).toContain(session.meetingId)
    expect(JSON.stringify(notice)).not.toContain(session.dossiers[0])
  })

  test('are reminded anew of a later last day, not after it is over, and not once the ballots are closed', async () => {
    await dueIn(-1)
    await remindOpinions(services)
    expect(await told('opinion.ballotDue')).toEqual([])
    await dueIn(1)
    await remindOpinions(services)
    const all = votingPeople.toSorted()
    expect(await told('opinion.ballotDue')).toEqual(all)
    await actAs(world, 'office', (ctx) =>
      extendBallots(ctx, session.meetingId, { dueOn: addDays(today(), 3), reason: 'Đi công tác', version: 1 }),
    )
    await remindOpinions(services)
    expect(await told('opinion.ballotDue')).toEqual([...all, ...all].toSorted())
    const answers = await answersFor(world, item, 4)
    for (const person of votingPeople) await placeSheet(world, item, session.members[person], answers)
    await actAs(world, 'seat1', (ctx) => closeScoring(ctx, item))
    await db().deleteFrom('notice').execute()
    await remindOpinions(services)
    expect(await told('opinion.ballotDue')).toEqual([])
  })

  test('are reminded as many days before as the desk has set', async () => {
    await db()
      .insertInto('setting')
      .values({ authority: '38', key: ballotReminderDays.key, value: json(8), updatedAt: services.clock.now() })
      .execute()
    await dueIn(8)
    await remindOpinions(services)
    expect((await told('opinion.ballotDue')).length).toBe(votingPeople.length)
  })
})

describe('the 45 days of a re-assessment', () => {
  const clock = (dueOn: string, stoppedAt: Date | null = null) =>
    db()
      .insertInto('dossierClock')
      .values({
        id: newId(),
        dossierId: session.dossiers[0] ?? '',
        kind: RENEWAL_COUNCIL,
        days: 45,
        dayKind: 'calendar',
        startedAt: services.clock.now(),
        dueOn,
        stoppedAt,
      })
      .execute()

  test('are told to who chairs the item and to the office from seven days before their end, once, also when it has passed', async () => {
    await clock(addDays(today(), 8))
    await remindOpinions(services)
    expect(await told('renewal.clockEndingOffice')).toEqual([])
    await db()
      .updateTable('dossierClock')
      .set({ dueOn: addDays(today(), 7) })
      .execute()
    await remindOpinions(services)
    await remindOpinions(services)
    expect(await told('renewal.clockEnding')).toEqual(['seat1'])
    expect(await told('renewal.clockEndingOffice')).toEqual(['office'])
    await db()
      .updateTable('dossierClock')
      .set({ dueOn: addDays(today(), -2) })
      .execute()
    await remindOpinions(services)
    expect(await told('renewal.clockEnding')).toEqual(['seat1', 'seat1'])
  })

  test('say nothing once they have stopped', async () => {
    await clock(addDays(today(), 1), services.clock.now())
    await remindOpinions(services)
    expect([...(await told('renewal.clockEnding')), ...(await told('renewal.clockEndingOffice'))]).toEqual([])
  })

  test('go to the stand-in where the chair is recused, and to no recused officer', async () => {
    await clock(addDays(today(), 1))
    await actAs(world, 'office', (ctx) =>
      pinConflict(ctx, item, { accountId: world.accounts.seat1, cause: 'contract', reason: 'Hợp đồng tư vấn' }),
    )
    const pinned = await db().selectFrom('conflict').selectAll().where('itemId', '=', item).executeTakeFirstOrThrow()
    await db()
      .insertInto('conflict')
      .values({ ...pinned, id: newId(), accountId: world.accounts.office, memberId: null })
      .execute()
    await remindOpinions(services)
    expect(await told('renewal.clockEnding')).toEqual(['seat2'])
    expect(await told('renewal.clockEndingOffice')).toEqual([])
  })

  test('are told to the office alone while the item waits in a draft meeting', async () => {
    await clock(addDays(today(), 1))
    await dueIn(-1)
    await actAs(world, 'seat1', (ctx) => callToMeeting(ctx, item, { reason: 'Hết hạn, thiếu phiếu' }))
    await remindOpinions(services)
    expect(await told('renewal.clockEnding')).toEqual([])
    expect(await told('renewal.clockEndingOffice')).toEqual(['office'])
  })
})
