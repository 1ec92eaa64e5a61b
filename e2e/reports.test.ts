// Reports through their pages: a call opened, a report computed, filled, approved and locked; at both widths, with axe.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { computeJob } from '#/programme/report/compute.actions.ts'
import { ofHauLoc, openedCall, sent } from '#/programme/report/report.fixture.ts'
import { recognised } from '#/programme/indicator/indicator.fixture.ts'
import { readExcel } from '#/platform/documents/excel.ts'
import { makeWorld, SAM_SON, TEST_PASSWORD, type World } from '#/testing/world.ts'
import { DESKTOP, openBrowser, PHONE, visit, type Visitor } from './browser.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let browser: Browser
let desk: Visitor
let world: World
let ids: Awaited<ReturnType<typeof openedCall>>

beforeAll(async () => {
  site = await openSite({ now: '2026-06-05T02:00:00Z' })
  world = await makeWorld(site.services)
  await recognised(world, { on: '2026-03-01', communeCode: SAM_SON, name: 'Nước mắm Sầm Sơn' })
  ids = await openedCall(world)
  await sent(world, ids.hauLoc, ofHauLoc)
  browser = await openBrowser()
  desk = await visit(browser, site, { viewport: DESKTOP })
  await desk.signIn('office', TEST_PASSWORD)
}, 90_000)
afterAll(async () => {
  await browser.close().catch(() => {})
  await site.close()
})

test('the desk plans a call with its usual days and sees how its reports stand', async () => {
  const { page } = desk
  await page.goto('/bao-cao')
  await desk.look('reports')
  await page.goto('/bao-cao/dot')
  await desk.look('report-calls')
  await page.goto('/bao-cao/dot/them')
  expect(await page.inputValue('input[name=beforeOn]')).toBe('15/06/2026')
  await desk.look('report-call-new')
  await page.click('main form[method=post] button')
  await page.waitForSelector('text=Ngày cuối đúng hạn')
  expect(await page.textContent('main')).toContain('14/06/2026')
  await desk.look('report-call-planned')
  await page.goto(`/bao-cao/dot/${ids.callId}`)
  await desk.look('report-call')
  await page.goto('/bao-cao/mau')
  await desk.look('report-forms')
  await page.click('main table a')
  await desk.look('report-form')
  await page.click('text=Soạn bản sửa')
  await page.waitForSelector('text=Đưa vào dùng')
  await desk.look('report-form-draft')
  await page.goto(`/bao-cao/${ids.own}`)
  expect(await page.textContent('main')).toContain('Phường Sầm Sơn')
  await desk.look('report-waiting')
})

test('the commune computes, fills and sends; its leader approves; the figure opens to its rows', async () => {
  const officer = await visit(browser, site, { viewport: PHONE })
  await officer.signIn('communeofficer', TEST_PASSWORD)
  const { page } = officer
  await page.goto(`/bao-cao/${ids.samSon}`)
  await page.click('button:has-text("Tính số liệu")')
  await page.waitForSelector('progress')
  await officer.look('report-computing')
  const job = site.services.jobs.held.findLast((one) => one.name === 'compute-report')
  await computeJob(site.services, job?.data ?? {})
  await page.goto(`/bao-cao/${ids.samSon}/nhap`)
  for (const field of await page.locator('input[name^="v."]').all()) await field.fill('3')
  for (const field of await page.locator('input[name^="e."]').all()) await field.fill('4')
  for (const field of await page.locator('textarea[name^="c."]').all()) await field.fill('Đã thực hiện theo kế hoạch.')
  await officer.look('report-fill')
  await page.click('.save-bar button, main form button:has-text("Lưu")')
  await page.waitForSelector('text=Đã lập xong, trình duyệt')
  await officer.look('report-open')
  await page.click('button:has-text("Đã lập xong, trình duyệt")')
  await page.waitForSelector('text=Sửa tiếp')
  const leader = await visit(browser, site, { viewport: DESKTOP })
  await leader.signIn('communeleader', TEST_PASSWORD)
  await leader.page.goto(`/bao-cao/${ids.samSon}`)
  await leader.look('report-ready')
  await leader.page.click('button:has-text("Duyệt và khóa số liệu")')
  await leader.page.waitForSelector('text=Số liệu đã khóa ngày')
  await leader.look('report-locked')
  await leader.page.goto(`/bao-cao/${ids.samSon}?so=truc-tiep`)
  await leader.look('report-live')
  await leader.page.goto(`/bao-cao/${ids.samSon}/dong/star.new`)
  expect(await leader.page.textContent('main')).toContain('Nước mắm Sầm Sơn')
  await leader.look('report-row')
  await leader.close()
  await officer.close()
})

test('the workbook of all units and the table of one hold numbers under their titles', async () => {
  const all = await desk.page.request.get(`/bao-cao/dot/${ids.callId}/tong-hop.xlsx`)
  const [sheet] = await readExcel(new Uint8Array(await all.body()))
  expect(sheet?.rows.find((row) => row[0] === 'Xã Hậu Lộc')).toContain(3)
  const one = await desk.page.request.get(`/bao-cao/${ids.hauLoc}/bang.xlsx`)
  const [table] = await readExcel(new Uint8Array(await one.body()))
  expect(table?.merges.length).toBe(3)
  expect(table?.rows.some((row) => row[1] === 'Cuộc kiểm tra, giám sát' && row[3] === 3)).toBe(true)
  const paper = await desk.page.request.get(`/bao-cao/${ids.own}/du-thao.pdf`)
  expect(paper.headers()['content-type']).toBe('application/pdf')
  await desk.page.goto(`/bao-cao/${ids.hauLoc}/tra-lai`)
  await desk.look('report-send-back')
})
