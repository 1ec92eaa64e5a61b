// The material of a conference and the proposals for commendation go the whole way of a report (S1:121, S1:167, S1:179).
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptied, testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type World } from '#/testing/world.ts'
import { readableDocument } from '../access/access.ts'
import { closeReportCall } from './call.actions.ts'
import { propose } from './fill.actions.ts'
import { acceptReport, excuseReport } from './judge.actions.ts'
import { proposalsOf } from './proposals.store.ts'
import { ofSamSon, openedCall, sent } from './report.fixture.ts'

let services: TestServices
let world: World
const db = () => services.database.db

beforeAll(async () => {
  services = await testServices({ now: '2026-06-05T02:00:00Z' })
})
afterAll(() => services.close())
beforeEach(async () => {
  await emptied(services)
  world = await makeWorld(services)
})

test.each([
  ['conference', false],
  ['commendation', true],
] as const)('%s: asked, written, made ready, approved as a paper, accepted, summed up by the desk, closed', async (kind, proposes) => {
  const { callId, own, samSon, hauLoc, body } = await openedCall(world, {}, kind)
  for (const unit of [hauLoc, body]) await actAs(world, 'office', (ctx) => excuseReport(ctx, unit, { reason: 'Không có nội dung.' }))
  const put = (reportId: string, person: 'communeOfficer' | 'office', name: string) =>
    actAs(world, person, (ctx) => propose(ctx, reportId, { kind: 'unit', name, merit: 'Hai sản phẩm 4 sao.' }))
  if (proposes) await put(samSon, 'communeOfficer', 'Hợp tác xã Vạn Triều')
  await sent(world, samSon, ofSamSon)
  await actAs(world, 'office', (ctx) => acceptReport(ctx, samSon))
  if (proposes) await put(own, 'office', 'Sở Công Thương')
  await sent(world, own, ['office', 'leader'])
  await actAs(world, 'office', (ctx) => closeReportCall(ctx, callId))

  const report = (id: string) => db().selectFrom('report').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(await report(samSon)).toMatchObject({ state: 'accepted', filedOn: '2026-06-05' })
  const desk = await report(own)
  expect(desk).toMatchObject({ state: 'approved' })
  const paper = await db()
    .selectFrom('document')
    .selectAll()
    .where('id', '=', desk.documentId ?? '')
    .executeTakeFirstOrThrow()
  expect(paper).toMatchObject({ kind: 'programmeReport', subjectId: own })
  expect(await readableDocument(db(), await actorOf(world, 'leader'), paper.id, services.clock.now())).not.toBeNull()
  expect((await proposalsOf(db(), own)).map((one) => one.name)).toEqual(proposes ? ['Sở Công Thương'] : [])
})
