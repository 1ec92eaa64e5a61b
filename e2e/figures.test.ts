// Figures as people read them: the dashboard, the dictionary, one figure with its rows; who sees how much.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBoundaries } from '#/programme/dashboard/boundaries.ts'
import { recognised } from '#/programme/indicator/indicator.fixture.ts'
import { CENTRAL } from '#/programme/people/authority.ts'
import { setUpDesk } from '#/programme/people/desk.actions.ts'
import { createAccount, grantRole } from '#/programme/people/people.actions.ts'
import { issuedPlan } from '#/programme/programme-plan/plan.fixture.ts'
import { actAs, makeWorld, TEST_PASSWORD, type World } from '#/testing/world.ts'
import { tiles } from '../src/app/dashboard/tiles.ts'
import { openBrowser, visit } from './browser.ts'
import { openCast, type Cast } from './cast.ts'
import { paperPdf } from './files.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let world: World
let cast: Cast
let browser: Browser

beforeAll(async () => {
  process.env['TRUST_PROXY'] = '1'
  site = await openSite({ now: '2026-09-15T02:00:00Z' })
  world = await makeWorld(site.services)
  cast = await openCast(site, world)
  browser = await openBrowser()
  for (const [name, star, sector] of [
    ['Nước mắm Sầm Sơn', 4, 'Thực phẩm'],
    ['Chè lam Vạn Triều', 3, 'Thực phẩm'],
    ['Rượu nếp', 3, 'Đồ uống'],
  ] as const)
    await recognised(world, { name, star, sector, on: '2026-03-01' })
  await recognised(world, { name: 'Nem chua Hậu Lộc', on: '2024-01-20', lastValidOn: '2027-01-20', producerId: world.producers.other })
}, 120_000)
afterAll(async () => {
  delete process.env['TRUST_PROXY']
  await browser.close()
  await site.close()
})

test('the leader comes to the dashboard, follows a number to its rows and to the certificate', async () => {
  const leader = await visit(browser, site)
  await leader.signIn('leader', TEST_PASSWORD)
  expect(new URL(leader.page.url()).pathname).toBe('/tong-quan')
  await leader.look('tong-quan')
  await leader.page.getByRole('link', { name: '4 sao', exact: true }).click()
  await leader.page.waitForURL(/products-valid/)
  expect(await leader.page.locator('.figure-big').textContent()).toBe('1')
  await leader.look('so-lieu')
  await leader.page.getByRole('link', { name: 'Nước mắm Sầm Sơn · Hợp tác xã Vạn Triều' }).click()
  await leader.page.waitForURL(/\/c\//)
  await leader.page.goto('/chi-tieu/danh-sach?q=nang hang')
  await leader.look('danh-muc-chi-so')
  expect(await leader.page.getByRole('link', { name: 'Sản phẩm được nâng hạng sao' }).count()).toBe(1)
  await leader.close()
})

test('the targets of a plan: figure, progress, forecast; a value by hand with its evidence, taken back with a reason', async () => {
  const plan = await issuedPlan(world, 'Kế hoạch OCOP năm 2026')
  await site.services.database
    .run(`insert into programme_target (id, plan_id, code, ordinal, title, op, value_min, unit, starts_on, due_on, scope)
    values (gen_random_uuid(), '${plan}', 'T90', 90, 'Hội thảo với Liên minh Hợp tác xã', 'min', 2, 'event', '2026-01-01', '2026-12-31', 'whole')`)
  const office = await visit(browser, site)
  const { page } = office
  await office.signIn('office', TEST_PASSWORD)
  await page.goto('/chi-tieu')
  expect(await page.locator('main').textContent()).toContain('ít nhất 12 sản phẩm')
  await office.look('chi-tieu')
  await page.getByRole('link', { name: 'T90. Hội thảo với Liên minh Hợp tác xã' }).click()
  await page.waitForURL(/T90/)
  await page.fill('input[name=asOf]', '10/09/2026')
  await page.fill('input[name=numerator]', '2')
  await page.fill('form[enctype] textarea[name=note]', 'Hai biên bản hội thảo.')
  await page.setInputFiles('input[name=files]', {
    name: 'bien-ban.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await paperPdf().arrayBuffer()),
  })
  await page.getByRole('button', { name: 'Nhập giá trị' }).click()
  await page.getByText('Hai biên bản hội thảo.').waitFor()
  expect(await page.locator('.page-head').textContent()).toContain('Đạt')
  await office.look('chi-tieu-nhap-tay')
  const evidence = (await page.locator('a[href^="/dinh-kem/"]').first().getAttribute('href')) ?? ''
  expect((await cast.as('leader', evidence)).status).toBe(200)
  expect((await cast.as('otherOffice', evidence)).status).toBe(404)
  await page.locator('summary', { hasText: 'Rút lại giá trị này' }).click()
  await page.fill('details textarea[name=reason]', 'Đếm trùng một hội thảo.')
  await page.getByRole('button', { name: 'Rút lại giá trị này' }).click()
  await page.getByText('Đã rút lại: Đếm trùng một hội thảo.').waitFor()
  await page.goto(`/chi-tieu/ke-hoach/${plan}/T01`)
  await office.look('chi-tieu-tinh')
  await office.close()
  const commune = await cast.as('officer', `/chi-tieu/ke-hoach/${plan}/T01`)
  expect(commune.text).toContain('Từng dòng của chỉ tiêu này thuộc đơn vị ban hành kế hoạch.')
  expect(commune.text).not.toContain('Nước mắm Sầm Sơn')
  expect((await cast.as('otherOffice', `/chi-tieu/ke-hoach/${plan}/T01`)).status).toBe(404)
  expect((await cast.as('leader', `/chi-tieu.xlsx?ke-hoach=${plan}`)).status).toBe(200)
  expect((await cast.as('office', '/chi-tieu?ke-hoach=rubbish')).status).toBe(404)
  expect((await cast.as('office', `/chi-tieu/ke-hoach/${plan}/khong-co`)).status).toBe(404)
})

test('facts of persons: the office opens the rows and it is written down, others see no small count and no rows', async () => {
  const at = '/chi-tieu/danh-sach/producers-led-by-minority'
  const office = await cast.as('office', at)
  expect(office.text).toContain('Hộ kinh doanh Lê Văn Bảy')
  const entries = await site.services.database.db
    .selectFrom('auditEntry')
    .select('accountId')
    .where('verb', '=', 'indicator.personalRead')
    .execute()
  expect(entries).toEqual([{ accountId: world.accounts.office }])
  for (const part of ['leader', 'advisor', 'bodyOfficer', 'otherOfficer'] as const) {
    const answer = await cast.as(part, at)
    expect(answer.status, part).toBe(200)
    expect(answer.text, part).toContain('Ít hơn 3')
    expect(answer.text, part).not.toContain('Hộ kinh doanh Lê Văn Bảy')
    expect((await cast.as(part, `${at}/so-lieu.xlsx`)).status, part).toBe(200)
  }
})

test('a commune sees its own figures only, whatever the address asks', async () => {
  const own = await cast.as('otherOfficer', '/chi-tieu/danh-sach/products-valid?xa=16531')
  expect(own.text).toContain('Nem chua Hậu Lộc')
  expect(own.text).not.toContain('Nước mắm Sầm Sơn')
  expect((await cast.as('otherOffice', '/chi-tieu/danh-sach/products-valid?tinh=38')).text).not.toContain('Nem chua')
})

test.each([
  ['/tong-quan', 'office leader advisor otherOffice'],
  ['/chi-tieu/danh-sach', 'office leader advisor bodyOfficer officer communeLeader otherOffice'],
  ['/chi-tieu/danh-sach/trainings-held', 'office leader advisor bodyOfficer officer communeLeader otherOffice'],
  ['/chi-tieu/danh-sach/trainings-held/so-lieu.xlsx', 'office leader advisor bodyOfficer officer communeLeader otherOffice'],
])('%s is open to %s and to nobody else', async (at, may) => {
  for (const part of [
    'office',
    'leader',
    'advisor',
    'bodyOfficer',
    'officer',
    'communeLeader',
    'otherOffice',
    'producer',
    'clerk',
    'admin',
    'member',
    'noRole',
  ] as const)
    expect((await cast.as(part, at)).status, part).toBe(may.split(' ').includes(part) ? 200 : 404)
  expect((await cast.as('stranger', at)).location).toContain('/dang-nhap')
})

test.each([
  '/chi-tieu/danh-sach/products-valid?tu=31/02/2026',
  '/chi-tieu/danh-sach/products-valid?tu=01/01/2027&den=01/01/2026',
  '/chi-tieu/danh-sach/products-valid?p={"stars":"x"}&trang=-1&xa=%00',
  '/chi-tieu/danh-sach/products-valid?p={',
  '/tong-quan?den=rubbish&xa=99999',
  '/chi-tieu/danh-sach?q=%00%25_',
])('rubbish in the address is a calm page: %s', async (at) => {
  expect((await cast.as('office', at)).status).toBe(200)
})

test('an indicator that does not exist is not found', async () => {
  expect((await cast.as('office', '/chi-tieu/danh-sach/constructor')).status).toBe(404)
})

/** An invented country: a diamond for every province, where its tile stands. The islands are left out on purpose. */
function inventedBoundaries() {
  const features = tiles.map(({ code, short, column, row }) => {
    const [x, y] = [103 + column * 1.3, 22.5 - row * 0.85]
    const ring = [
      [x, y - 0.4],
      [x + 0.62, y],
      [x, y + 0.4],
      [x - 0.62, y],
      [x, y - 0.4],
    ]
    return { type: 'Feature', properties: { code, name: short }, geometry: { type: 'Polygon', coordinates: [ring] } }
  })
  const codes = tiles.map((tile) => tile.code)
  return readBoundaries(JSON.stringify({ type: 'FeatureCollection', features }), codes, () => null)
}

test('the ministry sees the country as tiles, and as a map where a boundary file is configured; both archipelagos are named on either', async () => {
  await actAs(world, 'admin', async (ctx) => {
    await setUpDesk(ctx, {
      place: CENTRAL,
      committee: 'Bộ Nông nghiệp và Môi trường',
      office: 'Văn phòng Điều phối nông thôn mới trung ương',
    })
    const accountId = await createAccount(ctx, {
      username: 'can-bo-bo',
      name: 'Cán bộ Bộ',
      password: TEST_PASSWORD,
      phone: null,
      authority: CENTRAL,
    })
    await grantRole(ctx, { accountId, role: 'office', authority: CENTRAL, validFrom: '2026-01-01' })
  })
  const ministry = await visit(browser, site)
  await ministry.signIn('can-bo-bo', TEST_PASSWORD)
  const { page } = ministry
  const archipelagos = async () => {
    for (const [name, province] of [
      ['Hoàng Sa', '48'],
      ['Trường Sa', '56'],
    ] as const) {
      expect(await page.locator(`figure a[href*="tinh=${province}"]:has-text("${name}")`).count(), name).toBe(1)
      expect(await page.locator(`figure text:has-text("${name}")`).isVisible(), name).toBe(true)
    }
  }
  await page.goto('/tong-quan')
  expect(await page.locator('svg.tile-map a').count()).toBe(36)
  await archipelagos()
  await ministry.look('ca-nuoc-o')
  try {
    site.services.config.boundaries = inventedBoundaries()
    const answer = await page.goto('/tong-quan')
    expect((await answer?.body())?.length).toBeLessThan(150_000)
    expect(await page.locator('.unit-map path').count()).toBe(34)
    await archipelagos()
    await ministry.look('ca-nuoc-ban-do')
    await page.getByRole('link', { name: 'Thanh Hóa: 4', exact: true }).click({ position: { x: 30, y: 20 } })
    await page.waitForURL(/tinh=38/)
    expect(await page.locator('.figure-big').textContent()).toBe('4')
  } finally {
    site.services.config.boundaries = null
    await ministry.close()
  }
})
