// An objection walked through its pages to a new result, then a recall at the ministry's request: producer, office, leader, member, the public.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { json } from '#/platform/database/json.ts'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { issueDecision, prepareDecision } from '#/programme/certificate/decision.actions.ts'
import { closedResult, type ScoredFixture } from '#/programme/council/closing.fixture.ts'
import { agendaOfOthers, closedByOthers, otherMembers } from '#/programme/objection/reassessment.fixture.ts'
import { actAs, makeWorld, TEST_PASSWORD, type World } from '#/testing/world.ts'
import { DESKTOP, openBrowser, PHONE, visit, type Visitor } from './browser.ts'
import { openSite, type Site } from './site.ts'
import { issuing } from './states.ts'

let site: Site
let browser: Browser
let world: World
let others: World
let first: ScoredFixture & { resultId: string }
const db = () => site.services.database.db

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
  world = await makeWorld(site.services)
  others = await otherMembers(world)
  await db()
    .insertInto('setting')
    .values({ authority: '38', key: 'objection.scorers', value: json('others'), updatedAt: site.services.clock.now() })
    .execute()
  first = await closedResult(world, { star: 4 })
  await db().updateTable('dossier').set({ proposedAt: site.services.clock.now() }).where('id', '=', first.dossierId).execute()
  await decide(first.resultId)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

async function decide(resultId: string): Promise<void> {
  const id = await actAs(world, 'office', (ctx) => prepareDecision(ctx, { kind: 'recognition', title: 'Công nhận', resultIds: [resultId] }))
  await actAs(world, 'leader', (ctx) => issueDecision(ctx, id, issuing, 1))
}

async function as<T>(username: string, size: typeof PHONE, work: (visitor: Visitor) => Promise<T>): Promise<T> {
  const visitor = await visit(browser, site, { viewport: size })
  await visitor.signIn(username, TEST_PASSWORD)
  const result = await work(visitor)
  await visitor.close()
  return result
}
const sign = async ({ page }: Visitor) => {
  await page.getByLabel('Họ và tên người ký').fill('Nguyễn Minh Khôi')
  await page.getByLabel('Thẩm quyền, chức vụ').fill('CHÁNH VĂN PHÒNG')
}
const certificateOf = (star: number) =>
  db().selectFrom('certificate').selectAll().where('dossierId', '=', first.dossierId).where('star', '=', star).executeTakeFirstOrThrow()

test('a producer objects from the dossier, the office receives, the leader names, the office accepts', async () => {
  await as('producer', PHONE, async ({ page, look }) => {
    await page.goto(`${site.url}/ho-so/${first.dossierId}`)
    await look('again-1-dossier')
    await page.getByRole('link', { name: /Gửi kiến nghị về kết quả đánh giá/ }).click()
    await page.getByLabel('Nội dung, lý do kiến nghị').fill('Tiêu chí 3.5 chưa xem phiếu kiểm nghiệm kèm theo.')
    await page.getByRole('button', { name: 'Gửi kiến nghị' }).click()
    await page.getByText('Đã gửi, chờ tiếp nhận').first().waitFor()
    await look('again-2-sent')
  })
  const address = await as('office', DESKTOP, async ({ page, look }) => {
    await page.goto(`${site.url}/tinh`)
    await page.getByRole('link', { name: /kiến nghị chờ tiếp nhận/ }).click()
    await look('again-3-list')
    await page.locator('tbody a').first().click()
    await page.getByRole('button', { name: 'Tiếp nhận' }).click()
    await page.getByText('Đã tiếp nhận, chờ phân công').first().waitFor()
    return page.url()
  })
  await as('leader', PHONE, async ({ page, look }) => {
    await page.goto(address)
    await page.getByLabel('Đỗ Minh Tuấn').check()
    await look('again-4-name')
    await page.getByRole('button', { name: 'Phân công người giải quyết' }).click()
    await page.getByText('Đang xem xét').first().waitFor()
  })
  await as('office', DESKTOP, async (visitor) => {
    const { page, look } = visitor
    await page.goto(address)
    await page.getByLabel('Đánh giá lại').check()
    await page.getByLabel('Lý do trả lời').fill('Phiếu kiểm nghiệm nộp kèm chưa được xem.')
    await sign(visitor)
    await page.getByRole('button', { name: 'Trả lời', exact: true }).click()
    await page.getByText('Đã trả lời').first().waitFor()
    await look('again-5-answered')
  })
}, 120_000)

test('other members score again with the visit beside the evidence; the new result replaces the first on a new decision', async () => {
  const item = await agendaOfOthers(world, others, first)
  await as('moi-seat2', PHONE, async ({ page, look }) => {
    await page.goto(`${site.url}/hoi-dong/muc/${item.itemId}#kiem-tra`)
    expect(await page.getByText('Đủ điều kiện chấm điểm.').count()).toBe(1)
    await look('again-6-evidence')
  })
  await as('seat3', PHONE, async ({ page }) => {
    await page.goto(`${site.url}/hoi-dong/muc/${item.itemId}`)
    expect(await page.getByText('Đủ điều kiện chấm điểm.').count()).toBe(0)
  })
  const again = await closedByOthers(others, item, 3)
  await as('office', DESKTOP, async ({ page, look }) => {
    await page.goto(`${site.url}/tinh/quyet-dinh`)
    await page.locator(`input[value="${again.resultId}"]`).check()
    await look('again-7-decisions')
  })
  await decide(again.resultId)
  const { verifyCode } = await certificateOf(4)
  const visitor = await visit(browser, site, { viewport: PHONE })
  await visitor.page.goto(`${site.url}/c/${verifyCode}`)
  expect(await visitor.page.getByText('Đã được thay thế').count()).toBeGreaterThan(0)
  await visitor.close()
}, 120_000)

test('the ministry asks for a recall: recorded, drafted, issued; certificate, decision and public page say so in their own words', async () => {
  const certificate = await certificateOf(3)
  const recall = `${site.url}/tinh/chung-nhan/${certificate.id}/thu-hoi-cong-nhan`
  await as('office', DESKTOP, async ({ page, look }) => {
    await page.goto(`${site.url}/tinh/ho-so/${first.dossierId}`)
    await page.getByRole('link', { name: 'Yêu cầu của Bộ' }).click()
    await page.waitForURL((url) => url.pathname.includes('yeu-cau-cua-bo'))
    await look('again-8-request')
    await page.getByLabel('Thu hồi việc công nhận').check()
    await page.getByLabel('Số văn bản của Bộ').fill('88/BNNMT')
    await page.getByLabel('Ngày văn bản').fill('15/09/2026')
    await page.getByLabel('Tóm tắt nội dung').fill('Công nhận trái thẩm quyền.')
    await page
      .getByLabel('Bản quét văn bản')
      .setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from(onePagePdf()) })
    await page.getByRole('button', { name: 'Ghi nhận yêu cầu của Bộ' }).click()
    await page.getByText('Chờ thực hiện').first().waitFor()
    await look('again-9-recorded')
    await page.goto(`${site.url}/tinh/yeu-cau-cua-bo`)
    await look('again-10-requests')
    await page.goto(recall)
    await page.getByLabel('Lý do thu hồi').fill('Công nhận trái thẩm quyền.')
    await page.getByRole('button', { name: 'Trình dự thảo thu hồi' }).click()
    await page.getByText('Dự thảo đang chờ lãnh đạo ký.').waitFor()
  })
  await as('leader', PHONE, async (visitor) => {
    const { page, look } = visitor
    await page.goto(`${site.url}/lanh-dao/ky-ban-hanh`)
    await look('again-11-to-issue')
    await page.goto(recall)
    await sign(visitor)
    await look('again-12-recall')
    await page.getByRole('button', { name: 'Ký ban hành quyết định thu hồi' }).click()
    await page.getByText('Đã thu hồi').first().waitFor()
    await look('again-13-recalled')
  })
  await as('office', DESKTOP, async ({ page, look }) => {
    await page.goto(`${site.url}/tinh/chung-nhan/${certificate.id}`)
    expect(await page.getByText('Đã hủy bỏ').count()).toBeGreaterThan(0)
    await page.goto(`${site.url}/tinh/quyet-dinh/${certificate.decisionId}`)
    expect(await page.getByText('Đã thu hồi').count()).toBeGreaterThan(0)
    expect(await page.getByText('Đã hủy dự thảo').count()).toBe(0)
    await look('again-14-decision')
  })
  const visitor = await visit(browser, site, { viewport: PHONE })
  await visitor.page.goto(`${site.url}/c/${certificate.verifyCode}`)
  expect(await visitor.page.getByText('Đã bị hủy bỏ').count()).toBeGreaterThan(0)
  await visitor.look('again-15-public')
  await visitor.close()
}, 120_000)
