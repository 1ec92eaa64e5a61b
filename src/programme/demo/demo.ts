// The demo province, tỉnh Thanh Hóa, made with the verbs people use. Loaded once into an empty embedded database.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { act, type Services } from '../context.ts'
import { openRound, planRound } from '../round/round.actions.ts'
import { lapseSupplements } from '../commune/lapse.job.ts'
import { unitName } from '../units/units.store.ts'
import { CURRENT_ERA } from '../units/units.ts'
import { makeActivities } from './activities.ts'
import { makeDraft, makeProducer } from './draft.ts'
import { makeExpiryLetters } from './expiry-letters.ts'
import { makeIdeas } from './ideas.ts'
import { makeInspections } from './inspections.ts'
import { makeMoney } from './money.ts'
import { makePast } from './past.ts'
import { makePlan } from './plans.ts'
import { makePeople, SAM_SON, type DemoPeople } from './people.ts'
import { makePublicReports } from './public-reports.ts'
import { makeRegisters } from './registers.ts'
import { makeReports } from './reports.ts'
import { makeBatches } from './batches.ts'
import { makeCouncil, pastMeeting, todaysMeeting, type Agenda } from './sessions.ts'
import { MAIN_PRODUCER, stories, type Story } from './stories.ts'
import { daysAgo, walk } from './walk.ts'

const seenByCouncil: readonly Story['until'][] = ['concluded', 'recognised', 'notRecognised', 'sentToMinistry', 'ended']

export async function loadDemo(services: Services): Promise<void> {
  const people = await makePeople(services)
  await makePast(services)
  const roundId = await makeRound(services, people)
  const council = await makeCouncil(services, people)
  const made = await makeDossiers(services, people, roundId)
  await pastMeeting(
    services,
    people,
    council,
    roundId,
    made.filter(({ story }) => seenByCouncil.includes(story.until)),
  )
  await todaysMeeting(
    services,
    people,
    council,
    roundId,
    made.filter(({ story }) => story.until === 'scoring'),
  )
  await makeIdeas(services, people)
  await makeRegisters(services, people)
  await makeBatches(services, people)
  await makePublicReports(services, people)
  await makeExpiryLetters(services, people)
  await makeMoney(services, people)
  await makePlan(services, people)
  await makeActivities(services, people)
  await makeReports(services, people)
  await makeInspections(services, people)
  await lapseSupplements(services)
}

/** The round now running; its dates lie around today so that the demo is alive whenever it is loaded. */
async function makeRound(services: Services, people: DemoPeople): Promise<string> {
  const office = await people.as('office')
  const today = plainDateOf(services.clock.now())
  const [year = '', month = ''] = today.split('-')
  const ordinal = Number(month) > 6 ? 2 : 1
  const past = daysAgo(services, 125)
  const roundId = await act(past, office, (ctx) =>
    planRound(ctx, {
      year,
      ordinal,
      name: `Đợt ${ordinal} năm ${year}`,
      opensOn: formatDate(addDays(today, -120)),
      proposalsDueOn: formatDate(addDays(today, -20)),
      closesOn: formatDate(addDays(today, 35)),
      note: 'Ngày của đợt lấy quanh hôm nay để dữ liệu trình diễn luôn chạy được.',
    }),
  )
  await act(daysAgo(services, 120), office, (ctx) => openRound(ctx, roundId, { confirmed: true }))
  return roundId
}

async function makeDossiers(services: Services, people: DemoPeople, roundId: string): Promise<Agenda> {
  const [office, advisor] = [await people.as('office'), await people.as('advisor')]
  const producers = new Map<string, string>()
  const seated = new Set<string>()
  const made: Agenda = []
  for (const story of stories) {
    const elsewhere = story.communeCode !== SAM_SON
    if (elsewhere) await seatCommune(services, people, story.communeCode, seated)
    const holder = story.producer === MAIN_PRODUCER ? 'producer' : 'producers'
    let producerId = producers.get(story.producer)
    if (!producerId) {
      producerId = await makeProducer(daysAgo(services, 110), office, story, producers.size)
      producers.set(story.producer, producerId)
      await people.grant(holder, 'producer', { producerId })
    }
    const producer = await people.as(holder)
    const dossierId = await makeDraft(daysAgo(services, story.filed + 3), producer, producerId, story, story.until === 'draft' ? 0.4 : 1)
    const [officer, communeLeader] = elsewhere
      ? [await people.as('otherOfficer'), await people.as('otherLeader')]
      : [await people.as('communeOfficer'), await people.as('communeLeader')]
    await walk(services, { producer, officer, communeLeader, office, advisor, roundId }, dossierId, story)
    made.push({ dossierId, story })
  }
  return made
}

/** Communes besides Sầm Sơn are worked by two accounts that hold all of them. */
async function seatCommune(services: Services, people: DemoPeople, code: string, seated: Set<string>): Promise<void> {
  if (seated.has(code)) return
  seated.add(code)
  const bodyId = await people.communeBody(code, (await unitName(services.database.db as never, CURRENT_ERA, code)) ?? code)
  await people.grant('otherOfficer', 'communeOfficer', { communeCode: code, bodyId })
  await people.grant('otherLeader', 'communeLeader', { communeCode: code, bodyId })
}
