// Papers and annexes of the programme office through its pages: an annex from Excel, a submission beside the draft it goes with, a commendation.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { proposed } from '#/programme/commendation/commendation.fixture.ts'
import { draftPlan, headInput } from '#/programme/programme-plan/plan.fixture.ts'
import { startPlan } from '#/programme/programme-plan/plan.actions.ts'
import { merge, workbook } from '#/programme/sheet/sheet.fixture.ts'
import { actAs, makeWorld, TEST_PASSWORD, type World } from '#/testing/world.ts'
import { openBrowser, PHONE, visit, type Visitor } from './browser.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let world: World
let browser: Browser
let office: Visitor
let leader: Visitor

beforeAll(async () => {
  site = await openSite({ now: '2026-06-05T02:00:00Z' })
  world = await makeWorld(site.services)
  browser = await openBrowser()
  office = await visit(browser, site)
  await office.signIn('office', TEST_PASSWORD)
  leader = await visit(browser, site, { viewport: PHONE })
  await leader.signIn('leader', TEST_PASSWORD)
}, 120_000)
afterAll(async () => {
  await browser.close().catch(() => {})
  await site.close()
})

/** Number, day and signer of a paper. */
async function sign({ page }: Visitor, name: string, post: string): Promise<void> {
  await page.fill('input[name=signerName]', name)
  await page.fill('textarea[name=signerPost]', post)
}

test('an annex: a wrong head is refused, merged and fractional rows are told with line and reason, the good ones are kept in đồng', async () => {
  const plan = await actAs(world, 'office', (ctx) => startPlan(ctx, headInput('Kế hoạch có phụ lục')))
  const { page } = office
  const send = async (bytes: Uint8Array | string, name = 'phu-luc.xlsx') => {
    await page.goto(`/ke-hoach/${plan}`)
    await page.locator('#kinh-phi').getByRole('link', { name: 'Nhập từ Excel' }).click()
    await page.waitForURL(/nhap-bang/)
    await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
    await page.click('main form[method=post] button')
  }
  await send('Tên,Tiền\r\nHội chợ,5\r\n', 'sai.csv')
  await page.waitForSelector('.errors')
  expect(await page.textContent('.errors')).toContain('Thiếu cột: Khoản kinh phí')
  await office.look('phu-luc-sai')
  await send(
    await workbook(
      [
        ['PHỤ LỤC: KINH PHÍ THỰC HIỆN', null, null],
        [null, null, 'Đơn vị tính: triệu đồng'],
        ['Nội dung', 'Kinh phí', 'Ghi chú'],
        ['Hội chợ', 58, null],
        ['Tập huấn', 12.5, null],
        ['Tư vấn', 30, null],
        ['Chuẩn hóa', null, null],
        ['Lẻ đồng', '0,0000005', null],
      ],
      [merge(0, 0, 0, 2), merge(5, 1, 6, 1)],
    ),
  )
  await page.waitForURL(/nhap-bang\/lo/)
  const preview = await page.textContent('main')
  for (const said of ['Số tiền đọc theo triệu đồng (dòng đơn vị tính, ô C2)', '58.000.000', 'Ô gộp B6:B7', 'không thành số đồng nguyên'])
    expect(preview).toContain(said)
  await office.look('phu-luc-xem-truoc')
  await page.getByRole('button', { name: 'Ghi 2 dòng' }).click()
  await page.getByText('Đã ghi 2 dòng').waitFor()
  await page.goto(`/ke-hoach/${plan}#kinh-phi`)
  const money = await page.textContent('#kinh-phi')
  expect([money?.includes('58.000.000'), money?.includes('12.500.000'), money?.includes('Tư vấn')]).toEqual([true, true, false])
}, 60_000)

test('the office signs a submission; the leader reads it beside the draft on a phone and issues the plan', async () => {
  const plan = await draftPlan(world, 'Kế hoạch trình bằng tờ trình')
  const { page } = office
  await page.goto(`/ke-hoach/${plan}`)
  await page.getByRole('link', { name: 'Lập tờ trình và trình ký' }).click()
  await page.waitForURL(/to-trinh/)
  await page.getByRole('button', { name: 'Ký tờ trình, trình dự thảo' }).click()
  await page.waitForSelector('.errors')
  expect(await page.textContent('.errors')).toContain('Ghi sự cần thiết.')
  await page.fill('textarea[name=need]', 'Kế hoạch năm trước đã hết thời gian.')
  await sign(office, 'Lê Văn Cường', 'CHÁNH VĂN PHÒNG')
  await office.look('to-trinh')
  await page.getByRole('button', { name: 'Ký tờ trình, trình dự thảo' }).click()
  await page.waitForURL(/#to-trinh/)
  await leader.page.goto(`/ke-hoach/${plan}`)
  const shown = await leader.page.textContent('#to-trinh')
  for (const said of ['TTr-VPĐP', 'Lần trình này', 'Kế hoạch năm trước đã hết thời gian.', 'Xem xét, ký ban hành Kế hoạch.'])
    expect(shown).toContain(said)
  const paper = (await leader.page.locator('#to-trinh a[href^="/tep/van-ban/"]').first().getAttribute('href')) ?? ''
  expect((await leader.page.request.get(paper)).status()).toBe(200)
  await leader.look('trinh-ky')
  await sign(leader, 'Trần Quốc Huy', 'CHỦ TỊCH')
  await leader.page.getByRole('button', { name: 'Ký ban hành' }).click()
  await leader.page.getByText('Đã ban hành').first().waitFor()
  await leader.look('ban-hanh')
}, 60_000)

test('proposals of an approved report are chosen, and the leader signs the decision of commendation', async () => {
  const { samSon } = await proposed(world)
  const { page } = office
  await page.goto('/khen-thuong')
  await office.look('khen-thuong-trong')
  await page.getByRole('link', { name: 'Chọn từ đề nghị' }).first().click()
  await page.waitForURL(/chon/)
  await page.getByRole('button', { name: 'Lập danh sách' }).click()
  await page.waitForSelector('.errors')
  for (const box of await page.locator('input[name=proposals]').all()) await box.check()
  await page.fill('input[name=title]', 'Khen thưởng Chương trình OCOP năm 2026')
  await page.selectOption('select[name=award]', 'merit')
  await office.look('khen-thuong-chon')
  await page.getByRole('button', { name: 'Lập danh sách' }).click()
  await page.waitForURL(/khen-thuong\/[0-9a-f-]{36}/)
  await office.look('khen-thuong-du-thao')
  await leader.page.goto(new URL(page.url()).pathname)
  await sign(leader, 'Trần Quốc Huy', 'CHỦ TỊCH')
  await leader.page.getByRole('button', { name: 'Ký quyết định khen thưởng' }).click()
  await leader.page.getByText('Đã có quyết định').first().waitFor()
  await leader.look('khen-thuong-quyet-dinh')
  await page.goto('/khen-thuong?q=van+trieu')
  await office.look('khen-thuong')
  await page.goto(`/bao-cao/${samSon}`)
  expect(await page.textContent('main')).toMatch(/\d+\/QĐ-UBND/)
}, 60_000)
