// The ministry's desk with an open round, and dossiers of the province that reach it. The round goes by its verb; council, meeting and results
// are put in place as rows, their verbs have their own tests.
import { json } from '#/platform/database/json.ts'
import { newId } from '#/platform/database/id.ts'
import { actAs, TEST_PASSWORD, type World } from '#/testing/world.ts'
import { concludedDossier, sampleBasis } from '../certificate/certificate.fixture.ts'
import { issueDecision, prepareDecision } from '../certificate/decision.actions.ts'
import type { IssuingForm } from '../certificate/decision-input.ts'
import { CENTRAL } from '../people/authority.ts'
import { setUpDesk } from '../people/desk.actions.ts'
import { createAccount, grantRole } from '../people/people.actions.ts'
import { planRound } from '../round/round.actions.ts'
import { sendUp } from './level.actions.ts'

/** The day the rounds of these tests stand at. */
export const CENTRAL_NOW = '2026-12-22T03:00:00Z'

export const centralIssuing: IssuingForm = {
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: '22/12/2026',
  signerName: 'Nguyễn Văn Bộ',
  signerPost: 'BỘ TRƯỞNG',
}

/** `ministry`: the same house seen from the ministry, its office and leader in the places of the province's. */
export type Central = { world: World; ministry: World; meetingId: string }

export async function centralDesk(world: World): Promise<Central> {
  await actAs(world, 'admin', (ctx) =>
    setUpDesk(ctx, { place: CENTRAL, committee: 'Bộ Nông nghiệp và Môi trường', office: 'Văn phòng Điều phối nông thôn mới trung ương' }),
  )
  const [office, leader] = [await atMinistry(world, 'office'), await atMinistry(world, 'leader')]
  const ministry = { ...world, accounts: { ...world.accounts, office, leader } }
  return { world, ministry, meetingId: await session(ministry) }
}

async function atMinistry(world: World, role: 'office' | 'leader'): Promise<string> {
  return actAs(world, 'admin', async (ctx) => {
    const accountId = await createAccount(ctx, {
      username: `bo-${role}`,
      name: `Cán bộ Bộ ${role}`,
      password: TEST_PASSWORD,
      phone: null,
      authority: CENTRAL,
    })
    await grantRole(ctx, { accountId, role, authority: CENTRAL, validFrom: '2026-01-01' })
    return accountId
  })
}

async function session(ministry: World): Promise<string> {
  const { db } = ministry.services.database
  const roundId = await actAs(ministry, 'office', (ctx) =>
    planRound(ctx, {
      year: '2026',
      ordinal: '2',
      name: '',
      opensOn: '01/12/2026',
      proposalsDueOn: '25/12/2026',
      closesOn: '31/12/2026',
      note: 'theo kế hoạch',
    } as never),
  )
  const now = ministry.services.clock.now()
  const [councilId, id] = [newId(), newId()]
  await db
    .insertInto('council')
    .values({
      id: councilId,
      authority: CENTRAL,
      name: 'Hội đồng OCOP cấp trung ương',
      decisionNumber: '1/QĐ-BNNMT',
      decisionDate: '2026-02-05',
      termFrom: '2026-02-05',
      termTo: '2030-12-31',
      rules: json({}),
      state: 'established',
      createdAt: now,
    })
    .execute()
  await db
    .insertInto('meeting')
    .values({ id, authority: CENTRAL, councilId, roundId, name: 'Kỳ họp trung ương', startsAt: now, state: 'closed', createdAt: now })
    .execute()
  return id
}

/** Approved at the province with 92,5 points and sent up with its samples: `proposed` at the ministry. */
export async function sentUp({ world }: Central): Promise<string> {
  const { services } = world
  const { db } = services.database
  const { dossierId, resultId } = await concludedDossier(world, { star: 4, pointsStar: 5, meanPrinted: '92.50' })
  await db.updateTable('dossier').set({ proposedAt: services.clock.now() }).where('id', '=', dossierId).execute()
  const id = await actAs(world, 'office', (ctx) => prepareDecision(ctx, { kind: 'approval', title: 'Phê duyệt', resultIds: [resultId] }))
  await actAs(world, 'leader', (ctx) => issueDecision(ctx, id, centralIssuing, 1))
  await actAs(world, 'office', (ctx) => sendUp(ctx, dossierId, { handed: 5, note: '' }))
  return dossierId
}

/** What the ministry's council closed on a dossier that lies at its desk. */
export async function resultOfMinistry(
  { ministry, meetingId }: Central,
  dossierId: string,
  hundredths: number,
  star: number,
): Promise<string> {
  const { db } = ministry.services.database
  const now = ministry.services.clock.now()
  const [itemId, resultId] = [newId(), newId()]
  const { n } = await db
    .selectFrom('agendaItem')
    .select((select) => select.fn.countAll<string>().as('n'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('agendaItem')
    .values({ id: itemId, meetingId, dossierId, ordinal: Number(n) + 1, state: 'closed', closedAt: now })
    .execute()
  await db
    .insertInto('result')
    .values({
      id: resultId,
      itemId,
      dossierId,
      authority: CENTRAL,
      outcome: 'scored',
      meanNumerator: hundredths,
      meanDenominator: 100,
      meanPrinted: (hundredths / 100).toFixed(2),
      pointsStar: star,
      star,
      spread: 4,
      basis: json(sampleBasis),
      basisHash: 'b'.repeat(64),
      closedBy: ministry.accounts.office,
      closedAt: now,
    })
    .execute()
  await db.updateTable('dossier').set({ state: 'concluded', decidingResultId: resultId }).where('id', '=', dossierId).execute()
  return resultId
}

/** Sent up, judged, decided by the minister: a five-star product of the province. Returns its dossier and the decision. */
export async function recognisedByMinistry(central: Central): Promise<{ dossierId: string; decisionId: string }> {
  const dossierId = await sentUp(central)
  const resultId = await resultOfMinistry(central, dossierId, 9300, 5)
  const decisionId = await actAs(central.ministry, 'office', (ctx) =>
    prepareDecision(ctx, { kind: 'recognition', title: 'Công nhận 5 sao', resultIds: [resultId] }),
  )
  await actAs(central.ministry, 'leader', (ctx) => issueDecision(ctx, decisionId, centralIssuing, 1))
  return { dossierId, decisionId }
}
