import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { shownAccounts } from '../scenario/demo.ts'
import { demoAccounts } from './accounts.ts'
import { loadDemo } from './demo.ts'

let services: TestServices

beforeAll(async () => {
  services = await testServices({ demo: true, now: '2026-11-21T03:00:00Z' })
  await loadDemo(services)
}, 180_000)
afterAll(() => services.close())

test('every account of the sign-in page is there, two administrators among them, so that four eyes can be shown', async () => {
  const shown = await shownAccounts(services.database.db)
  expect(shown.map((account) => account.username)).toEqual(demoAccounts.map((account) => account.username))
  const admins = await services.database.db
    .selectFrom('roleGrant as g')
    .innerJoin('authUser as u', 'u.id', 'g.accountId')
    .select('u.username')
    .where('g.role', '=', 'admin')
    .orderBy('u.username')
    .execute()
  expect(admins.map((row) => row.username)).toEqual(['quantri', 'quantri2'])
})

test('the demo province shows dossiers in every state', async () => {
  const rows = await services.database.db.selectFrom('dossier').select('state').distinct().execute()
  expect(rows.map((row) => row.state).toSorted()).toEqual(
    [
      'accepted',
      'communeSupplement',
      'concluded',
      'draft',
      'ended',
      'filed',
      'lapsed',
      'notRecognised',
      'onAgenda',
      'proposed',
      'provinceSupplement',
      'recognised',
      'rejected',
      'reported',
      'sentToMinistry',
      'withdrawn',
    ].toSorted(),
  )
})

test('certificates are there valid and expired, and the ledger of all that was done verifies', async () => {
  const { db } = services.database
  const valid = await db
    .selectFrom('certificate')
    .select('id')
    .where('lastValidOn', '>=', '2026-11-21')
    .where('state', '=', 'valid')
    .execute()
  const expired = await db.selectFrom('certificate').select('id').where('lastValidOn', '<', '2026-11-21').execute()
  expect(valid.length).toBeGreaterThan(5)
  expect(expired.length).toBeGreaterThan(20)
  expect((await verifyLedger(db)).faults).toEqual([])
})

test('courses, events and points of sale are there, held and to come, and lead to the plan’s tasks', async () => {
  const { db } = services.database
  const states = async (table: 'trainingCourse' | 'promotionEvent' | 'salesPoint') =>
    (await db.selectFrom(table).select('state').execute()).map((row) => row.state).toSorted()
  expect(await states('trainingCourse')).toEqual(['held', 'open'])
  expect(await states('promotionEvent')).toEqual(['held', 'open'])
  expect(await states('salesPoint')).toEqual(['planned', 'running', 'running'])
  const certified = await db.selectFrom('trainingAttendance').select('id').where('certificateNumber', 'is not', null).execute()
  expect(certified).toHaveLength(3)
  const sold = await db.selectFrom('promotionParticipation').select('stall').where('revenue', '>', 0).execute()
  expect(sold).toEqual([{ stall: 'A12' }, { stall: 'A12' }])
  const untied = await db.selectFrom('promotionEvent').select('id').where('taskCode', 'is', null).execute()
  expect(untied).toEqual([])
})
