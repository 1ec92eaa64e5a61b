// The register of bodies through its pages: added, given papers, brought in from Excel with a preview; at both widths, with axe.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { readExcel } from '#/platform/documents/excel.ts'
import { makeWorld, TEST_PASSWORD } from '#/testing/world.ts'
import { merge, workbook } from '../src/programme/sheet/sheet.fixture.ts'
import { DESKTOP, openBrowser, PHONE, visit, type Visitor } from './browser.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let browser: Browser
let desk: Visitor

beforeAll(async () => {
  site = await openSite()
  await makeWorld(site.services)
  browser = await openBrowser()
  desk = await visit(browser, site, { viewport: DESKTOP })
  await desk.signIn('office', TEST_PASSWORD)
}, 60_000)
afterAll(async () => {
  await browser.close().catch(() => {})
  await site.close()
})

test('a body is added, gets a paper, and its own officer reads it', async () => {
  const { page } = desk
  await page.goto('/co-quan')
  await desk.look('bodies')
  await page.click('main form[method=post] button')
  expect(await page.textContent('.errors')).toContain('Ghi tên cơ quan, đơn vị.')
  await page.goto('/co-quan?q=cong+thuong')
  await page.click('main table a')
  await page.click('main summary')
  await page.waitForSelector('input[type=file]')
  const address = new URL(page.url()).pathname
  await desk.look('body-empty')
  await page.setInputFiles('input[type=file]', { name: 'xau.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<svg onload=x()>') })
  await page.click('main form[method=post] button')
  expect(await page.textContent('.errors')).toContain('có thể chạy khi mở')
  await page.setInputFiles('input[type=file]', { name: 'qd.pdf', mimeType: 'application/pdf', buffer: Buffer.from(onePagePdf()) })
  await page.fill('input[name=caption]', 'Quyết định giao nhiệm vụ')
  await page.click('main form[method=post] button')
  await page.waitForSelector('a[href^="/dinh-kem/"]')
  await desk.look('body-papers')
  const officer = await visit(browser, site, { viewport: PHONE })
  await officer.signIn('bodyofficer', TEST_PASSWORD)
  await officer.page.goto(address)
  await officer.look('body-officer')
  const link = await officer.page.getAttribute('a[href^="/dinh-kem/"]', 'href')
  expect((await officer.page.request.get(link ?? '')).status()).toBe(200)
  expect(await officer.page.locator('main input').count()).toBe(0)
  await officer.close()
}, 60_000)

test('a workbook with a title, merged cells and bad rows: previewed, written once, its bad rows taken home and mended', async () => {
  const { page } = desk
  await page.goto('/nhap-bang/co-quan')
  await desk.look('sheet-start')
  const template = await page.request.get('/nhap-bang/co-quan/mau.xlsx')
  const [first] = await readExcel(new Uint8Array(await template.body()))
  expect(first?.rows[0]).toEqual(['Tên cơ quan, đơn vị', 'Tên viết tắt', 'Loại'])
  const send = async (name: string, bytes: Uint8Array | string) => {
    await page.goto('/nhap-bang/co-quan')
    await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
    await page.click('main form[method=post] button')
  }
  await send('sai.csv', 'Cơ quan,Ghi chú\r\nHội A,x\r\n')
  await page.waitForSelector('.errors')
  expect(await page.textContent('.errors')).toContain('Thiếu cột: Tên viết tắt, Loại')
  await desk.look('sheet-refused')
  const bytes = await workbook(
    [
      ['DANH SÁCH CƠ QUAN PHỐI HỢP'],
      ['STT', 'Tên cơ quan, đơn vị', 'Tên viết tắt', 'Loại'],
      [1, 'Hội Nông dân tỉnh Thanh Hóa', 'HND', 'Hội'],
      [2, 'Liên minh Hợp tác xã tỉnh Thanh Hóa', 'LMHTX', 'Liên minh'],
      [3, 'Sở Y tế', 'SYT', 'Sở'],
      [4, 'Đài Phát thanh và Truyền hình Thanh Hóa', 'TTV', 'Câu lạc bộ'],
      [5, 'Hội Phụ nữ tỉnh Thanh Hóa', 'HPN', 'Hội'],
      [6, null, 'HPN2', 'Hội'],
    ],
    [merge(0, 0, 0, 3), merge(6, 1, 7, 1)],
  )
  await send('co-quan-2026.xlsx', bytes)
  await page.waitForURL(/nhap-bang\/lo\//)
  expect(await page.textContent('main')).toContain('Dòng tiêu đề cột: dòng 2 của tệp. Bỏ qua 1 dòng phía trên. Cột không dùng: STT (A2).')
  expect(await page.textContent('main table')).toContain('Ô gộp B7:B8')
  await desk.look('sheet-preview')
  const bad = await page.request.get(`${new URL(page.url()).pathname}/dong-loi.xlsx`)
  expect((await readExcel(new Uint8Array(await bad.body())))[0]?.rows.map((row) => row[3])).toEqual(['Dòng', 6, 7, 8])
  const { request } = page
  const at = page.url()
  const again = () => request.post(at, { form: { deed: 'confirm' }, headers: { origin: site.url }, maxRedirects: 0 })
  await page.click('button[value=confirm]')
  await page.waitForSelector('text=Đã ghi 2 dòng')
  expect(await page.locator('main form[method=post] button').count()).toBe(0)
  expect((await again()).status()).toBe(409)
  await desk.look('sheet-done')
  await page.goto('/co-quan?q=hoi+nong+dan')
  expect(await page.locator('main tbody tr').count()).toBe(1)
}, 60_000)

test('the administrator makes an officer of a body on the account’s page', async () => {
  const admin = await visit(browser, site, { viewport: DESKTOP })
  await admin.signIn('admin', TEST_PASSWORD)
  await admin.page.goto('/quan-tri/tai-khoan?q=seat8')
  await admin.page.click('main table a')
  await admin.page.selectOption('select[name=role]', 'bodyOfficer')
  await admin.page.click('text=Cấp vai trò')
  await admin.page.waitForSelector('.errors')
  expect(await admin.page.textContent('.errors')).toContain('Chọn một cơ quan, đơn vị của cấp này')
  await admin.page.selectOption('select[name=role]', 'bodyOfficer')
  await admin.page.selectOption('select[name=bodyId]', { label: 'Sở Y tế' })
  await admin.page.click('text=Cấp vai trò')
  await admin.page.waitForSelector('main table >> text=Sở Y tế')
  await admin.look('account-officer')
  await admin.close()
}, 60_000)
