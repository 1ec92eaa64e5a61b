// Councils for tests and demonstration: seated, with a meeting released, or in session with everyone ready to score.
import { newId } from '#/platform/database/id.ts'
import { casesOf } from '#/regulation/form.ts'
import { answersReaching } from '#/regulation/reachable.ts'
import { actAs, seatPeople, type Person, type World } from '#/testing/world.ts'
import { filedDossier, placeDossier, type DossierOptions } from '../dossier/dossier.fixture.ts'
import { declareConflict } from './conflict.actions.ts'
import { addMember, createCouncil, establishCouncil } from './council.actions.ts'
import type { CouncilRole } from './council.ts'
import { itemFacts } from './council.store.ts'
import { putOnAgenda, releasePack } from './agenda.actions.ts'
import { createMeeting, openMeeting, openPack, recordArrival } from './meeting.actions.ts'
import { placedVisit } from '../visit/visit.fixture.ts'
import { finaliseSheet, saveSheet, startSheet } from './sheet.actions.ts'
import { fieldOf } from './sheet.ts'
import { formOfItem } from './sheet.store.ts'

export type SeatPerson = (typeof seatPeople)[number]
/** seat1 chairs, seat2 is vice-chair, seat9 is the secretary; eight vote, so the quorum of 75 % is six. */
const roles: Partial<Record<SeatPerson, CouncilRole>> = { seat1: 'chair', seat2: 'viceChair', seat9: 'secretary' }
/** Where each person comes from: a leader of the committee chairs, and every body the decision names is seated (26/2026 Đ7.3). */
export function seatBodies(world: World): Record<SeatPerson, string> {
  const { province, office, departments } = world.bodies
  const [agriculture, trade, health, science, culture] = departments
  return {
    seat1: province,
    seat2: trade,
    seat3: health,
    seat4: science,
    seat5: culture,
    seat6: agriculture,
    seat7: office,
    seat8: health,
    seat9: office,
  }
}
export const votingPeople: readonly SeatPerson[] = seatPeople.filter((person) => person !== 'seat9')

export type CouncilFixture = { councilId: string; members: Record<SeatPerson, string> }

/** A council of nine, established by its decision. */
export async function seatedCouncil(world: World): Promise<CouncilFixture> {
  const councilId = await actAs(world, 'office', (ctx) =>
    createCouncil(ctx, { name: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Thanh Hóa', termFrom: '01/01/2026', termTo: '31/12/2030' }),
  )
  const members = {} as Record<SeatPerson, string>
  for (const person of seatPeople)
    members[person] = await actAs(world, 'office', (ctx) =>
      addMember(ctx, councilId, {
        accountId: world.accounts[person],
        bodyId: seatBodies(world)[person],
        post: 'Phó Giám đốc',
        role: roles[person] ?? 'member',
      }),
    )
  await actAs(world, 'office', (ctx) =>
    establishCouncil(ctx, councilId, { number: '', date: '05/02/2026', signer: 'Trần Quốc Huy', signerPost: 'Chủ tịch' }),
  )
  return { councilId, members }
}

/** An open round under the current pack. */
export async function openRoundRow(world: World, ordinal = 2): Promise<string> {
  const { current } = world.services.regulations
  const id = newId()
  await world.services.database.db
    .insertInto('round')
    .values({
      id,
      authority: world.services.config.provinceCode,
      year: 2026,
      ordinal,
      name: `Đợt ${ordinal} năm 2026`,
      regulationId: current.id,
      regulationHash: current.hash,
      opensOn: '2026-07-01',
      proposalsDueOn: '2026-10-30',
      closesOn: '2026-12-30',
      state: 'open',
      createdAt: world.services.clock.now(),
    })
    .execute()
  return id
}

/** A filed dossier, taken into the round. */
export async function acceptedDossier(world: World, roundId: string, options: DossierOptions = {}): Promise<string> {
  const { dossierId } = await filedDossier(world, options)
  const now = world.services.clock.now()
  await placeDossier(world, dossierId, 'accepted', { roundId, acceptedAt: now })
  await samplesReceived(world, dossierId, options.set ?? 9)
  return dossierId
}

/** The samples of a dossier handed over and taken in, where its set asks for any. */
export async function samplesReceived(world: World, dossierId: string, set: number): Promise<void> {
  const { regulation } = world.services.regulations.current
  if (regulation.samples.exceptSets.includes(set)) return
  const now = world.services.clock.now()
  await world.services.database.db
    .insertInto('sampleHandover')
    .values({
      id: newId(),
      dossierId,
      toAuthority: world.services.config.provinceCode,
      required: 5,
      handed: 5,
      handedBy: world.accounts.communeOfficer,
      handedAt: now,
      receivedBy: world.accounts.office,
      receivedAt: now,
      received: 5,
    })
    .execute()
}

export type MeetingFixture = CouncilFixture & { roundId: string; meetingId: string; items: string[]; dossiers: string[] }

/** A meeting in ten days with these dossiers on its agenda, its pack released. */
export async function releasedMeeting(world: World, dossiers: readonly DossierOptions[] = [{}]): Promise<MeetingFixture> {
  const council = await seatedCouncil(world)
  const roundId = await openRoundRow(world)
  const ids: string[] = []
  for (const options of dossiers) ids.push(await acceptedDossier(world, roundId, options))
  const day = new Date(world.services.clock.now().getTime() + 10 * 86_400_000).toISOString().slice(0, 10)
  const meetingId = await actAs(world, 'office', (ctx) =>
    createMeeting(ctx, {
      councilId: council.councilId,
      roundId,
      name: 'Kỳ họp thứ nhất',
      date: day,
      time: '08:00',
      place: 'Hội trường tầng 2',
      mode: 'meeting',
    }),
  )
  const items = await actAs(world, 'office', (ctx) => putOnAgenda(ctx, meetingId, ids))
  await actAs(world, 'office', (ctx) => releasePack(ctx, meetingId))
  return { ...council, roundId, meetingId, items, dossiers: ids }
}

/** In session: everyone present, declared without conflict on every item, packs opened. */
export async function meetingInSession(
  world: World,
  dossiers: readonly DossierOptions[] = [{}],
  present: readonly SeatPerson[] = seatPeople,
): Promise<MeetingFixture> {
  const meeting = await releasedMeeting(world, dossiers)
  for (const person of present) {
    await actAs(world, 'office', (ctx) => recordArrival(ctx, meeting.meetingId, meeting.members[person]))
    for (const itemId of meeting.items) await readyMember(world, person, itemId)
  }
  // Tourism services are visited before a session with them may open.
  for (const [index, options] of dossiers.entries()) if (options.set === 26) await placedVisit(world, meeting.dossiers[index] ?? '')
  await actAs(world, 'seat1', (ctx) => openMeeting(ctx, meeting.meetingId))
  return meeting
}

/** Declares no conflict and opens the pack. */
export async function readyMember(world: World, person: Person, itemId: string): Promise<void> {
  await actAs(world, person, (ctx) => declareConflict(ctx, itemId, { conflicted: 'no' }))
  await actAs(world, person, (ctx) => openPack(ctx, itemId))
}

/** Answers of the item's form that reach a star. */
export async function answersFor(world: World, itemId: string, star: 1 | 2 | 3 | 4 | 5): Promise<Record<string, number>> {
  const { db } = world.services.database
  const { form, thresholds } = await formOfItem(db, world.services.regulations, await itemFacts(db, itemId))
  const answers = answersReaching(form, thresholds, star, casesOf(form)[0])
  if (!answers) throw new Error(`set ${form.set} cannot reach ${star} stars`)
  return { ...answers }
}

/** Starts, fills and, unless told otherwise, finalises a member's sheet. */
export async function fillSheet(
  world: World,
  person: SeatPerson,
  itemId: string,
  answers: Readonly<Record<string, number>>,
  options: { final?: boolean; comments?: Record<string, string> } = {},
): Promise<void> {
  const { version } = await actAs(world, person, (ctx) => startSheet(ctx, itemId))
  const fields: Record<string, string> = {}
  for (const [code, option] of Object.entries(answers)) fields[fieldOf.option(code)] = String(option)
  for (const [code, text] of Object.entries(options.comments ?? {})) fields[fieldOf.comment(code)] = text
  const saved = await actAs(world, person, (ctx) => saveSheet(ctx, itemId, { version, fields }))
  if (options.final !== false) await actAs(world, person, (ctx) => finaliseSheet(ctx, itemId, saved.version))
}
