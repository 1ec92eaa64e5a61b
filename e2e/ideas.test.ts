// Steps 2 to 5 on a phone without a script: an idea is registered, confirmed, selected and listed, its plan approved, the dossier opened from it.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readExcel } from '#/platform/documents/excel.ts'
import { judgedIdea, openedCall, pastCall, planAt } from '#/programme/idea/idea.fixture.ts'
import { makeWorld, TEST_PASSWORD, type World } from '#/testing/world.ts'
import { DESKTOP, openBrowser, PHONE, visit, type Visitor } from './browser.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let world: World
let browser: Browser

beforeAll(async () => {
  site = await openSite()
  world = await makeWorld(site.services)
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close().catch(() => {}) // a browser already gone says nothing about the pages
  await site?.close()
})

async function as(username: string, viewport = PHONE, javaScript = false): Promise<Visitor> {
  const visitor = await visit(browser, site, { viewport, javaScript })
  await visitor.signIn(username, TEST_PASSWORD)
  return visitor
}

test('an idea becomes a dossier, each step by the one whose step it is', async () => {
  const callId = await openedCall(world, 'Đợt nhận ý tưởng tháng 9')
  await judgedIdea(world, callId, '=cmd() mắm chua')
  const producer = await as('producer')
  const { page } = producer
  await page.goto('/y-tuong')
  await producer.look('ideas')
  await page.click('main a[href="/y-tuong/them"]')
  await page.fill('input[name=name]', 'Mắm tép không kịch bản')
  await page.fill('input[name=investment]', '-5')
  await page.click('.savebar button')
  expect(await page.isVisible('.errors')).toBe(true)
  expect(await page.inputValue('input[name=name]')).toBe('Mắm tép không kịch bản')
  await page.check('input[name=kind][value=new]', { force: true })
  await page.selectOption('select[name=setNo]', '9')
  for (const name of ['content', 'materials', 'labour', 'market'])
    await page.fill(`textarea[name=${name}]`, `Nội dung ${name} của ý tưởng.`)
  await page.fill('input[name=investment]', '850.000.000')
  await page.click('.savebar button')
  await page.waitForURL(/\/y-tuong\/[0-9a-f-]{36}/)
  const ideaId = page.url().split('/').at(-1) ?? ''
  await producer.look('idea-draft')
  await page.check('input[name=declared]', { force: true })
  await page.click('form:has(input[value=send]) button')
  expect(await page.textContent('main')).toContain('Chờ UBND cấp xã xác nhận')

  const leader = await as('communeleader')
  await leader.page.goto('/xa/y-tuong')
  await leader.look('commune-ideas')
  await leader.page.click('main a:has-text("Mắm tép không kịch bản")')
  await leader.look('commune-idea')
  await leader.page.fill('form:has(input[value=confirm]) textarea', 'Đúng thực tế.')
  await leader.page.click('form:has(input[value=confirm]) button')
  expect(await leader.page.textContent('main')).toContain('Đã xác nhận')

  const office = await as('office', DESKTOP)
  await office.page.goto('/tinh/y-tuong?q=mam%20tep')
  await office.look('office-ideas')
  await office.page.click('main a:has-text("Mắm tép không kịch bản")')
  await office.page.check('input[name=outcome][value=selected]', { force: true })
  await office.page.fill('textarea[name=reason]', 'Khả thi.')
  await office.page.click('form:has(input[value=judge]) button')
  expect(await office.page.textContent('main')).toContain('Hủy kết luận')
  await page.reload()
  expect(await page.textContent('main')).not.toContain('Khả thi.')

  const book = await office.page.request.get('/tinh/y-tuong.xlsx?q=cmd')
  const [sheet] = await readExcel(new Uint8Array(await book.body()))
  expect(sheet?.rows[1]?.[0]).toBe('=cmd() mắm chua')

  await pastCall(world, callId)
  await office.page.goto(`/tinh/dot-y-tuong/${callId}`)
  await office.look('call')
  await office.page.fill('input[name=signerName]', 'Đỗ Minh Tuấn')
  await office.page.fill('textarea[name=signerPost]', 'CHÁNH VĂN PHÒNG')
  await office.page.click('form:has(input[value=list]) button')
  expect(await office.page.textContent('main')).toContain('Danh sách đã gửi')

  await page.goto(`/y-tuong/${ideaId}`)
  await page.click('form:has(input[value=plan]) button')
  await page.waitForURL('**/phuong-an/**')
  expect(await page.inputValue('textarea[name=materials]')).toBe('Nội dung materials của ý tưởng.')
  await page.fill('input[name="sources.own"]', '1')
  await page.fill('textarea[name=goals]', 'Đạt 3 sao.')
  await page.click('form:has(input[value=save]) button')
  expect(await page.textContent('.errors')).toContain('khác tổng vốn')
  expect(await page.inputValue('textarea[name=goals]')).toBe('Đạt 3 sao.')
  await producer.look('plan-refused')

  const planId = await planAt(world, ideaId, 'approved')
  await page.goto(`/phuong-an/${planId}`)
  await producer.look('plan-approved')
  await page.click('main a:has-text("Mở hồ sơ từ phương án")')
  await producer.look('start')
  expect(await page.textContent('main')).toContain('Lấy từ: Phương án sản xuất kinh doanh')
  await page.check('input[name=taken][value=planMarket]', { force: true })
  await page.click('.savebar button')
  await page.waitForURL('**/ho-so/**')
  const dossier = await site.services.database.db.selectFrom('dossier').select(['report', 'productId']).executeTakeFirstOrThrow()
  expect(dossier.report).toMatchObject({ planMarket: 'Thêm 10 đại lý trong tỉnh.' })
  await page.goto(`/san-pham-cua-toi/${dossier.productId}`)
  await producer.look('product-strip')
  expect(await page.textContent('ol.steps')).toContain('Phương án')
  await office.page.goto(`/tinh/phuong-an/${planId}`)
  await office.look('office-plan')
}, 180_000)

test('the pages hold at both widths, with nothing sideways and nothing against WCAG', async () => {
  const office = await as('office', PHONE, true)
  const producer = await as('producer', DESKTOP, true)
  const { db } = site.services.database
  const idea = await db.selectFrom('idea').select('id').where('state', '=', 'selected').executeTakeFirstOrThrow()
  const plan = await db.selectFrom('businessPlan').select('id').executeTakeFirstOrThrow()
  for (const [name, path] of [
    ['wide-ideas', '/y-tuong'],
    ['wide-new', '/y-tuong/them'],
    ['wide-idea', `/y-tuong/${idea.id}`],
    ['wide-plan', `/phuong-an/${plan.id}`],
    ['wide-half', `/phuong-an/${plan.id}/bao-cao`],
    ['wide-start', `/phuong-an/${plan.id}/mo-ho-so`],
  ] as const) {
    await producer.page.goto(path)
    await producer.look(name)
  }
  for (const [name, path] of [
    ['narrow-ideas', '/tinh/y-tuong'],
    ['narrow-idea', `/tinh/y-tuong/${idea.id}`],
    ['narrow-calls', '/tinh/dot-y-tuong'],
    ['narrow-plans', '/tinh/phuong-an'],
    ['narrow-plan', `/tinh/phuong-an/${plan.id}`],
  ] as const) {
    await office.page.goto(path)
    await office.look(name)
  }
}, 180_000)
