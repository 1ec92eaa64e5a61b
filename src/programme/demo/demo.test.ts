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
