// A round of a district under 148/QĐ-TTg, through pages: 71,29 at the district goes up, 66 at the province comes back, the district recognises three stars.
// The councils' sheets are put in place and closed by the chairs' verbs; what passes between the desks is pressed on pages.
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeResult, closeScoring } from '#/programme/council/closing.actions.ts'
import { receiveSamples } from '#/programme/round/reception.actions.ts'
import { proposedToDistrict, scoredAt, sessionAt, type Session } from '#/programme/level/level.fixture.ts'
import { actIn, BAC_GIANG, IN_2023, LUC_NAM, makeDistrictWorld, type DistrictPerson, type DistrictWorld } from '#/testing/district-world.ts'
import { TEST_PASSWORD } from '#/testing/world.ts'
import { DESKTOP, openBrowser, PHONE, visit, type Visitor } from './browser.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let world: DistrictWorld
let browser: Browser
let district: Session
let province: Session
let dossierId: string

beforeAll(async () => {
  site = await openSite({ now: IN_2023 })
  world = await makeDistrictWorld(site.services)
  district = await sessionAt(world, LUC_NAM, 7)
  province = await sessionAt(world, BAC_GIANG)
  ;({ dossierId } = await proposedToDistrict(world))
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close().catch(() => {}) // a browser already gone says nothing about the pages
  await site?.close()
})

const visitors = new Map<DistrictPerson, Visitor>()
async function as(person: DistrictPerson): Promise<Visitor> {
  const known = visitors.get(person)
  if (known) return known
  const visitor = await visit(browser, site, { viewport: DESKTOP })
  await visitor.signIn(person.toLowerCase(), TEST_PASSWORD)
  visitors.set(person, visitor)
  return visitor
}
const text = async (page: Page) => (await page.textContent('main'))?.replace(/\s+/g, ' ') ?? ''

/** The chair closes scoring and result by the real verbs. */
async function closed(chair: 'districtSeat1' | 'provinceSeat1', session: Session, totals: readonly number[]): Promise<void> {
  const itemId = await scoredAt(world, session, dossierId, totals)
  await actIn(world, chair, (ctx) => closeScoring(ctx, itemId))
  await actIn(world, chair, (ctx) => closeResult(ctx, itemId))
}

/** The office puts the one waiting result on a list, the leader issues it. */
async function decided(side: 'district' | 'province', kind: 'recognition' | 'approval', name: string): Promise<void> {
  const office = await as(`${side}Office`)
  await office.page.goto('/tinh/quyet-dinh')
  await office.look(`${name}-list`)
  await office.page.click(`form:has(input[name=kind][value=${kind}]) button`)
  await office.page.waitForURL(/quyet-dinh\/[0-9a-f-]{36}/)
  const leader = await as(`${side}Leader`)
  const { page } = leader
  await page.goto('/lanh-dao/ky-ban-hanh')
  await page.locator('main a[href^="/lanh-dao/ky-ban-hanh/"]').first().click()
  await page.waitForURL(/ky-ban-hanh\/[0-9a-f-]{36}/)
  await page.fill('main input[name=signerName]', 'Trần Văn Nam')
  await page.fill('main textarea[name=signerPost]', 'CHỦ TỊCH')
  await page.locator('main form button').last().click()
  await page.waitForSelector('main input[name=intent][value=issue]', { state: 'attached' })
  await Promise.all([page.waitForURL(/xong=1/), page.locator('main form button').last().click()])
}

test('71,29 at the district: approved by its chairman and sent up with five samples', async () => {
  await closed('districtSeat1', district, [71, 71, 71, 71, 71, 72, 72])
  const { page, look } = await as('districtOffice')
  await page.goto(`/tinh/ho-so/${dossierId}`)
  expect(await page.locator('.brand').textContent()).toContain('OCOP huyện Lục Nam')
  expect(await page.title()).toMatch(/ · OCOP huyện Lục Nam$/)
  expect(await text(page)).toContain('71,29 điểm')
  expect(await text(page)).toContain('cần ban hành quyết định phê duyệt')
  await look('district-approval-needed')
  await decided('district', 'approval', 'district-approve')
  await page.goto(`/tinh/ho-so/${dossierId}`)
  await page.fill('#chuyen-cap input[name=handed]', '3')
  await page.click('#chuyen-cap form button')
  assert.match(await text(page), /Bắt buộc|lý do|Nhập|Ghi/)
  expect(await page.inputValue('#chuyen-cap input[name=handed]')).toBe('3')
  await look('district-samples-refused')
  await page.fill('#chuyen-cap input[name=handed]', '5')
  await page.click('#chuyen-cap form button')
  await page.waitForSelector('#chuyen-cap li')
  expect(await text(page)).toContain('Chuyển lên cấp tỉnh')
  await look('district-sent')
}, 60_000)

test('66 at the province: received there, closed, sent back to the district', async () => {
  const { page, look } = await as('provinceOffice')
  await page.goto('/tinh/tiep-nhan')
  expect(await page.locator('.brand').textContent()).toContain('OCOP Bắc Giang')
  expect(await text(page)).toContain('Vải thiều sấy Lục Nam')
  await look('province-reception')
  await page.goto(`/tinh/ho-so/${dossierId}`)
  expect(await page.locator('#chuyen-cap input[value=khong-hop-le]').count()).toBe(1)
  await look('province-dossier')
  await actIn(world, 'provinceOffice', (ctx) => receiveSamples(ctx, dossierId, { received: 5, note: '' }))
  await closed('provinceSeat1', province, [66, 66, 66, 66, 66, 66, 66, 66, 66])
  await page.reload()
  expect(await text(page)).toContain('66,00 điểm')
  await page.click('#chuyen-cap form button')
  await page.waitForSelector('#chuyen-cap li:nth-child(2)')
  expect(await text(page)).toContain('Chuyển về cấp huyện')
  await look('province-returned')
}, 60_000)

test('the district recognises three stars on that result; anyone reads its name on the certificate', async () => {
  const { page, look } = await as('districtOffice')
  await page.goto('/tinh')
  expect(await text(page)).toContain('cấp trên chuyển về')
  await page.goto(`/tinh/ho-so/${dossierId}`)
  await look('district-choice')
  await page.check('input[name=choice][value=recogniseOnThatResult]', { force: true })
  await page.fill('#chuyen-cap textarea[name=reason]', 'Đủ điều kiện 3 sao theo kết quả của tỉnh.')
  await page.click('#chuyen-cap form button')
  await page.waitForSelector('#chuyen-cap form', { state: 'detached' })
  expect(await text(page)).toContain('Công nhận trên kết quả của cấp trên')
  await decided('district', 'recognition', 'district-recognise')
  const { verifyCode } = await site.services.database.db
    .selectFrom('certificate')
    .select('verifyCode')
    .where('dossierId', '=', dossierId)
    .executeTakeFirstOrThrow()
  const anyone = await visit(browser, site, { viewport: PHONE })
  await anyone.page.goto(`/c/${verifyCode}`)
  const told = await text(anyone.page)
  assert.match(told, /Chủ tịch Ủy ban nhân dân huyện Lục Nam/)
  assert.match(told, new RegExp(`24-218-${world.communeCode}-01-2023`))
  assert.match(told, /Đang có hiệu lực/)
  await anyone.look('district-certificate')
}, 60_000)

test('the district finds what it recognised in its register, and the month it ends; its neighbour does not', async () => {
  const { page, look } = await as('districtOffice')
  const { id } = await site.services.database.db
    .selectFrom('certificate')
    .select('id')
    .where('dossierId', '=', dossierId)
    .executeTakeFirstOrThrow()
  await page.goto('/tinh/chung-nhan?cap=minh')
  expect(await text(page)).toContain('1 giấy chứng nhận')
  await look('district-register')
  await page.goto('/tong-quan')
  await look('district-dashboard')
  // The dashboard's bars of the twelve months to come lead to the desk's own register; this certificate ends later.
  await page.goto((await page.locator('a[href*="het-han="]').first().getAttribute('href')) ?? '')
  expect(await text(page)).toContain('Hết hạn trong tháng 10/2023')
  await page.goto('/tinh/chung-nhan?tt=valid&het-han=2026-10')
  expect(await text(page)).toContain('Hết hạn trong tháng 10/2026')
  await page.getByRole('link', { name: 'Vải thiều sấy Lục Nam' }).click()
  await page.waitForURL(new RegExp(id))
  expect(await page.locator('main form').count()).toBe(0)
  const neighbour = await as('neighbourOffice')
  await neighbour.page.goto('/tinh/chung-nhan')
  expect(await text(neighbour.page)).toContain('0 giấy chứng nhận')
  expect((await neighbour.page.goto(`/tinh/chung-nhan/${id}`))?.status()).toBe(404)
}, 60_000)
