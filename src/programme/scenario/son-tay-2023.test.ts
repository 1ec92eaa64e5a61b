import { afterAll, beforeAll, expect, test } from 'vitest'
import { examine } from '../doctor/doctor.ts'
import { play, untimelyPapers, type Played } from './scenario.fixture.ts'

let played: Played
beforeAll(async () => {
  played = await play('son-tay-2023')
}, 300_000)
afterAll(() => played?.services.close())

test('the plan of Sơn Tây 2023 goes as written: 3 stars at the district, 70 and more approved and sent up, 50 to under 70 sent back, not valid sent back', () => {
  for (const check of played.checks) expect(check.actual, `${check.source}: ${check.what}`).toEqual(check.expected)
  expect(played.checks.length).toBeGreaterThan(15)
})

test('what the plan left behind is sound', async () => {
  const { services } = played
  const report = await examine({ db: services.database.db, files: services.files }, { quick: true })
  expect(report.findings.filter((finding) => finding.severity === 'fault')).toEqual([])
})

test('its papers name the bodies, the law and the places of their time', async () => {
  expect(await untimelyPapers(played.services)).toEqual([])
})
