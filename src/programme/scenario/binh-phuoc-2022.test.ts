import { afterAll, beforeAll, expect, test } from 'vitest'
import { examine } from '../doctor/doctor.ts'
import { play, untimelyPapers, type Played } from './scenario.fixture.ts'

let played: Played
beforeAll(async () => {
  played = await play('binh-phuoc-2022')
}, 300_000)
afterAll(() => played?.services.close())

test('the plan of Bình Phước 2022–2025 goes as written: 3 stars at the district, 4 at the province, 5-star potential to the ministry', () => {
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
