import { afterAll, beforeAll, expect, test } from 'vitest'
import { examine } from '../doctor/doctor.ts'
import { shownAccounts } from './demo.ts'
import { play, untimelyPapers, type Played } from './scenario.fixture.ts'

let played: Played
beforeAll(async () => {
  played = await play('viet-tri-2023')
}, 300_000)
afterAll(() => played?.services.close())

test('the plan of Việt Trì 2023 goes as written: the city assesses, the province recognises also 3 stars', () => {
  for (const check of played.checks) expect(check.actual, `${check.source}: ${check.what}`).toEqual(check.expected)
  expect(played.checks.length).toBeGreaterThan(15)
})

test('what the plan left behind is sound', async () => {
  const { services } = played
  const report = await examine({ db: services.database.db, files: services.files }, { quick: true })
  expect(report.findings.filter((finding) => finding.severity === 'fault')).toEqual([])
})

test('the sign-in page would list one account for each role and desk of the plan', async () => {
  const shown = await shownAccounts(played.services.database.db)
  expect(shown.map((account) => account.username).toSorted()).toEqual(
    expect.arrayContaining([
      'canboxa',
      'chuthe',
      'lanhdaoxa',
      'quantri',
      'quantri2',
      'thanhpho.lanhdao',
      'thanhpho.vanphong',
      'tinh.lanhdao',
      'tinh.vanphong',
    ]),
  )
  expect(shown.find((account) => account.username === 'thanhpho.hd1')?.role).toEqual({
    vi: 'Chủ tịch Hội đồng cấp huyện',
    en: 'Council chair, district',
  })
})

test('its papers name the bodies, the law and the places of their time', async () => {
  expect(await untimelyPapers(played.services)).toEqual([])
})
