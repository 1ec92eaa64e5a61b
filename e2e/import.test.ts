// Records of the past through the pages: sent, looked at row by row, confirmed, written, decided; the same without JavaScript.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { csvOf } from '../src/programme/import/import.fixture.ts'
import { importJob } from '#/programme/import/run.ts'
import { makeWorld, TEST_PASSWORD } from '#/testing/world.ts'
import { DESKTOP, openBrowser, PHONE, visit } from './browser.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let browser: Browser

beforeAll(async () => {
  site = await openSite()
  await makeWorld(site.services)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close().catch(() => {})
  await site.close()
})

const rows = [
  {},
  {
    id: 'T2',
    product: 'Gạo nếp hạt cau',
    producer: 'Hợp tác xã Gạo Hậu Lộc',
    commune: 'xã Không Có',
    district: 'Hậu Lộc',
    star: '',
    decision_date: '',
  },
  { id: 'T3', product: 'Chè lam', producer: 'Hộ SXKD Lê Thị Mơ', decision_date: '31/02/2021' },
  { id: 'T4', decision_no: '1114/QĐ-UBND', decision_date: '06/04/2024', year: '2024', source: 'https://bao.example/9' },
  { id: 'T5', product: '=HYPERLINK("http://x.example")<b>đậm</b>', producer: '', commune: '', district: '' },
]

async function runHeldJobs() {
  for (const job of site.services.jobs.held.splice(0)) await importJob(site.services, job.data)
}

test('a file is sent, checked row by row, written and its open points decided; nothing of it is shown as valid', async () => {
  const desk = await visit(browser, site, { viewport: DESKTOP })
  const phone = await visit(browser, site, { viewport: PHONE })
  await phone.signIn('office', TEST_PASSWORD)
  await desk.signIn('office', TEST_PASSWORD)
  const both = async (at: string, name: string) => {
    for (const visitor of [desk, phone]) {
      await visitor.page.goto(at)
      await visitor.look(name)
    }
  }
  await both('/nhap-lieu', 'import-start')
  const { page } = desk
  await page.goto('/nhap-lieu')
  await page.setInputFiles('input[type=file]', { name: 'sai.csv', mimeType: 'text/csv', buffer: Buffer.from('ten,sao\nA,4\n') })
  await page.click('main form button')
  expect(await page.textContent('.errors')).toContain('Thiếu cột: id, product')
  await page.setInputFiles('input[type=file]', { name: 'cu.csv', mimeType: 'text/csv', buffer: Buffer.from(csvOf(rows)) })
  await page.click('main form button')
  await page.waitForURL(/nhap-lieu\/[0-9a-f-]{36}$/)
  const batch = new URL(page.url()).pathname
  expect(await page.textContent('main table')).toContain('Ngày “31/02/2021” không có trong lịch.')
  await both(batch, 'import-preview')
  await page.goto(batch)
  await page.click('button[value=confirm]')
  await page.waitForSelector('progress')
  await desk.look('import-running')
  await runHeldJobs()
  await both(batch, 'import-done')
  const csv = await page.request.get(`${batch}/dong-loi`)
  expect(await csv.text()).toContain('Ngày “31/02/2021”')

  await both('/nhap-lieu/can-quyet-dinh', 'import-queue')
  await page.goto('/nhap-lieu/can-quyet-dinh?loai=unit')
  await page.click('main table a')
  await page.waitForSelector('textarea')
  const question = new URL(page.url()).pathname
  await both(question, 'import-unit')
  await page.goto(`${question}?q=minh+loc+hau+loc`)
  await page.check('input[name=place] >> nth=-1')
  await page.fill('textarea', 'Đối chiếu bản giấy')
  await page.click('button[value=assign]')
  await page.waitForURL(/can-quyet-dinh$/)
  await page.click('main table a')
  await page.waitForSelector('button[value=merge]')
  await both(new URL(page.url()).pathname, 'import-near')
  await page.waitForSelector('button[value=separate]')
  await page.fill('textarea', 'Đánh giá lại năm 2024')
  await page.click('button[value=separate]')
  await page.waitForURL(/can-quyet-dinh$/)
  expect(await page.textContent('main')).toContain('Không còn việc nào')

  await both('/cong-nhan-truoc-day', 'import-public')
  const shown = await page.textContent('main')
  expect(shown).toContain('không rõ')
  expect(shown).not.toMatch(/Còn hiệu lực|Lê Thị Mơ/)
  await desk.close()
  await phone.close()
}, 240_000)

test('the same press works without JavaScript', async () => {
  const plain = await visit(browser, site, { javaScript: false })
  await plain.signIn('office', TEST_PASSWORD)
  await plain.page.goto('/nhap-lieu')
  await plain.page.setInputFiles('input[type=file]', {
    name: 'them.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csvOf([{ id: 'K1', product: 'Mắm tép', producer: 'Hợp tác xã Khác' }])),
  })
  await plain.page.click('main form button')
  await plain.page.waitForURL(/nhap-lieu\/[0-9a-f-]{36}$/)
  await plain.page.click('button[value=confirm]')
  await plain.page.waitForSelector('progress')
  await runHeldJobs()
  await plain.page.reload()
  expect(await plain.page.textContent('main')).toContain('Đã nhập xong 1 dòng.')
  await plain.close()
})

test('an administrator sees which roles pass before a body ends', async () => {
  const desk = await visit(browser, site, { viewport: DESKTOP })
  const phone = await visit(browser, site, { viewport: PHONE })
  for (const visitor of [phone, desk]) {
    await visitor.signIn('admin', TEST_PASSWORD)
    await visitor.page.goto('/nhap-lieu/dia-gioi')
    await visitor.page.selectOption('select[name=bodyId]', { label: 'Ủy ban nhân dân phường Sầm Sơn' })
    await visitor.page.selectOption('select[name=successorId]', { label: 'Ủy ban nhân dân xã Hậu Lộc' })
    await visitor.page.fill('input[name=lastDay]', '30/09/2026')
    await visitor.page.click('main form button')
    await visitor.page.waitForSelector('textarea')
    await visitor.look('import-passing')
  }
  await desk.page.fill('textarea', 'Nghị quyết sắp xếp đơn vị hành chính')
  await desk.page.click('form[method=post] .btn-danger')
  await desk.page.waitForURL(/xong=/)
  expect(await desk.page.textContent('main')).toContain('Đã kết thúc cơ quan')
  await desk.close()
  await phone.close()
})
