// A re-assessment as its producer meets it, and a council asked in writing as its members, chair and office do: at phone and desktop width.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { storedCertificate } from '#/programme/certificate/certificate.fixture.ts'
import { closedResult } from '#/programme/council/closing.fixture.ts'
import { ballotsSent } from '#/programme/council/opinion.fixture.ts'
import { placeDossier } from '#/programme/dossier/dossier.fixture.ts'
import type { MeetingFixture } from '#/programme/council/council.fixture.ts'
import { answersFor, fillSheet } from '#/programme/council/council.fixture.ts'
import { makeWorld, TEST_PASSWORD, type Person, type World } from '#/testing/world.ts'
import { openBrowser, visit, DESKTOP, PHONE } from './browser.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let browser: Browser
let world: World
let session: MeetingFixture
let productId: string

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
  world = await makeWorld(site.services)
  const { db } = site.services.database
  const closed = await closedResult(world, { star: 4, dossier: { name: 'Mắm đã công nhận', star: 5 } })
  await placeDossier(world, closed.dossierId, 'recognised')
  productId = (await db.selectFrom('dossier').select('productId').where('id', '=', closed.dossierId).executeTakeFirstOrThrow()).productId
  const certificate = await storedCertificate(world, {
    issuedOn: '2024-01-01',
    lastValidOn: addDays(plainDateOf(site.services.clock.now()), 150),
  })
  await db.updateTable('certificate').set({ productId, dossierId: closed.dossierId }).where('id', '=', certificate.id).execute()
  session = await ballotsSent(world)
  await fillSheet(world, 'seat4', session.items[0] ?? '', await answersFor(world, session.items[0] ?? '', 4))
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function as(person: Person, size: typeof PHONE) {
  const visitor = await visit(browser, site, { viewport: size })
  await visitor.signIn(person.toLowerCase(), TEST_PASSWORD)
  return visitor
}

test('a producer opens a re-assessment, says what changed and confirms a former answer', async () => {
  const { page, look, close } = await as('producer', PHONE)
  await page.goto(`${site.url}/san-pham-cua-toi/${productId}`)
  await look('opinion-1-product')
  await page.getByRole('button', { name: 'Mở hồ sơ đánh giá lại' }).click()
  await page.waitForURL(/\/ho-so\/[0-9a-f-]+$/)
  const dossier = page.url()
  await page.goto(`${dossier}/thay-doi`)
  await look('opinion-2-changes')
  await page.goto(`${dossier}/tieu-chi/1.1`)
  await look('opinion-3-former')
  await page.getByRole('button', { name: 'Xác nhận vẫn như lần trước' }).click()
  await page.getByText('Câu trả lời hiện tại trùng với lần trước.').waitFor()
  await close()
}, 90_000)

test('a member sees the ballot’s frame, the chair and the office see how many were sent', async () => {
  const member = await as('seat4', PHONE)
  await member.page.goto(`${site.url}/hoi-dong/muc/${session.items[0]}`)
  expect(await member.page.getByText('Phiếu lấy ý kiến bằng văn bản').count()).toBeGreaterThan(0)
  await member.look('opinion-4-ballot')
  await member.close()
  const chair = await as('seat1', DESKTOP)
  await chair.page.goto(`${site.url}/hoi-dong/ky-hop/${session.meetingId}/y-kien`)
  expect(await chair.page.getByText('1 trên 8').count()).toBeGreaterThan(0)
  await chair.look('opinion-5-board')
  await chair.close()
}, 90_000)
