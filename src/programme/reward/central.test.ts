// Five stars are the ministry's to give and the province's to reward, whether the ministry decides in this program or on its own paper.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type World } from '#/testing/world.ts'
import { concludedDossier } from '../certificate/certificate.fixture.ts'
import { issueDecision, prepareDecision } from '../certificate/decision.actions.ts'
import { recordMinistryAnswer } from '../certificate/ministry-answer.actions.ts'
import { buildMinistryPack, recordSentToMinistry } from '../certificate/ministry.actions.ts'
import { paperFile } from '../document/incoming.ts'
import { CENTRAL_NOW, centralDesk, recognisedByMinistry } from '../level/central.fixture.ts'
import { fundedLine } from '../money/money.fixture.ts'
import { CENTRAL } from '../people/authority.ts'
import { draftRewardList, decideRewardList } from './list.actions.ts'
import { approvedPolicy, issuing } from './reward.fixture.ts'
import { candidatesIn, ownRewards, rewardsOf } from './reward.store.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices({ now: CENTRAL_NOW })
})
beforeEach(async () => {
  await emptied(services)
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('a product recognised with five stars by the ministry earns its reward in its province, by the day of the minister’s decision', async () => {
  const { decisionId } = await recognisedByMinistry(await centralDesk(world))
  const decision = await db().selectFrom('recognitionDecision').selectAll().where('id', '=', decisionId).executeTakeFirstOrThrow()
  expect(decision).toMatchObject({ authority: CENTRAL, state: 'issued', issuedOn: '2026-12-22' })

  const december = { from: '2026-12-01', to: '2026-12-22' }
  expect(await candidatesIn(db(), '38', december)).toMatchObject([{ star: 5, decidedOn: '2026-12-22', held: [], rewarded: [] }])
  // Another province, the day before, and the ministry's own desk have nothing to reward.
  expect(await candidatesIn(db(), '25', december)).toEqual([])
  expect(await candidatesIn(db(), '38', { from: '2026-12-01', to: '2026-12-21' })).toEqual([])

  await hundredMillionPaid()
})

test('one recognised by the ministry’s own paper, written down by the province, earns the same', async () => {
  const { dossierId, resultId } = await concludedDossier(world, { star: 4, pointsStar: 5, meanPrinted: '92.50' })
  await db().updateTable('dossier').set({ proposedAt: services.clock.now() }).where('id', '=', dossierId).execute()
  const approval = await actAs(world, 'office', (ctx) =>
    prepareDecision(ctx, { kind: 'approval', title: 'Phê duyệt', resultIds: [resultId] }),
  )
  await actAs(world, 'leader', (ctx) => issueDecision(ctx, approval, { ...issuing, issuedOn: '22/12/2026' }, 1))
  const packId = await actAs(world, 'office', (ctx) => buildMinistryPack(ctx, resultId))
  await actAs(world, 'office', (ctx) => recordSentToMinistry(ctx, packId))
  const answer = { outcome: 'recognised', number: '15/QĐ-BNNMT', datedOn: '22/12/2026', content: '', mean: '93,5', star: '5' }
  const scan = await paperFile(onePagePdf(''), 'qd.pdf')
  await actAs(world, 'office', (ctx) => recordMinistryAnswer(ctx, dossierId, answer, [scan]))
  await hundredMillionPaid()
})

/** The year's list of the province holds the five stars, its decision tells the producer. */
async function hundredMillionPaid(): Promise<void> {
  const policyId = await approvedPolicy(world)
  const place = await fundedLine(world, 200_000_000, { title: 'Thưởng sản phẩm', itemCategory: 'reward' })
  const input = { policyId, title: 'Thưởng sản phẩm 5 sao', from: '01/12/2026', to: '22/12/2026', ...place }
  const listId = await actAs(world, 'office', (ctx) => draftRewardList(ctx, input))
  expect(await rewardsOf(db(), listId)).toMatchObject([{ star: 5, amount: 100_000_000, state: 'listed' }])
  await actAs(world, 'leader', (ctx) => decideRewardList(ctx, listId, { ...issuing, issuedOn: '22/12/2026' }))
  expect(await ownRewards(db(), await actorOf(world, 'producer'))).toMatchObject([{ star: 5, amount: 100_000_000 }])
}
