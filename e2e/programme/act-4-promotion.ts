// A fair held for a task of the plan: producers ask, the office lists them and gives stalls, it is held, brings money home, and counts.
import assert from 'node:assert/strict'
import { storedProduct } from '#/programme/certificate/certificate.fixture.ts'
import { fill, follow, mark, press, textOf, type Stage } from '../story/stage.ts'
import type { Visitor } from '../browser.ts'
import { FAIRS } from './act-1-plan.ts'

const FAIR = 'Hội chợ OCOP miền biển'
const PRODUCT = 'Nước mắm cốt Vạn Triều'

export default async function aFairIsHeld(stage: Stage): Promise<void> {
  const [office, producer, leader] = [await stage.as('office'), await stage.as('producer'), await stage.as('leader')]
  await storedProduct(stage.world, PRODUCT)
  const fair = await planFair(office)
  await ask(producer)
  await listAndPlace(office, producer, fair)
  await calendar(await stage.as('communeOfficer'), fair)
  stage.wait('2026-06-05T02:00:00Z')
  await hold(office, producer, fair)
  await counted(leader, fair)
}

/** Planned from the plan's own task; the task leads back to it. */
async function planFair({ page, look }: Visitor): Promise<string> {
  await page.goto('/xuc-tien')
  await look('p4-fairs-empty')
  await page.goto('/xuc-tien/them')
  await fill(page, { kind: 'fair', title: FAIR, startsOn: '02/06/2026', endsOn: '04/06/2026', place: 'Quảng trường biển' })
  await mark(page, 'reach', 'province')
  const task = await page.locator('main select[name=task] option', { hasText: 'N08. ' }).first().getAttribute('value')
  await fill(page, { task: task ?? '' })
  await look('p4-fair-new')
  await press(page, 'Thêm hoạt động')
  await page.waitForURL(/xuc-tien\/[0-9a-f-]{36}/)
  const fair = new URL(page.url()).pathname
  assert.match(await textOf(page), /N08\. Xúc tiến thương mại/)
  await press(page, 'Mở đăng ký')
  await page.goto('/nhiem-vu/tat-ca?q=xuc+tien+thuong+mai')
  await follow(page, /Xúc tiến thương mại: hội chợ/)
  await look('p4-fair-task')
  await follow(page, FAIR)
  assert.equal(new URL(page.url()).pathname, fair)
  return fair
}

async function ask({ page, look }: Visitor): Promise<void> {
  await page.goto('/xuc-tien')
  await follow(page, FAIR)
  await page.locator('main select[name=productId]').selectOption({ label: PRODUCT })
  await press(page, 'Đăng ký sản phẩm')
  assert.match(await textOf(page), /Chủ thể đăng ký/)
  await look('p4-fair-asked')
}

async function listAndPlace(office: Visitor, producer: Visitor, fair: string): Promise<void> {
  const { page } = office
  await page.goto(fair)
  await fill(page, { to: 'taken' })
  await press(page, 'Cập nhật danh sách')
  await page.locator('main summary', { hasText: 'Xếp gian hàng' }).click()
  await fill(page, { stall: 'B07' })
  await press(page, 'Xếp gian hàng')
  await office.look('p4-fair-stall')
  await producer.page.goto('/thong-bao')
  assert.match(await textOf(producer.page), /Gian hàng của bạn tại “Hội chợ OCOP miền biển”: B07/)
}

async function calendar({ page, look }: Visitor, fair: string): Promise<void> {
  await page.goto('/lich-hoat-dong?thang=2026-05')
  await look('p4-calendar-may')
  await follow(page, 'Tháng 6/2026')
  await look('p4-calendar')
  await follow(page, FAIR)
  assert.equal(new URL(page.url()).pathname, fair)
}

async function hold(office: Visitor, producer: Visitor, fair: string): Promise<void> {
  const { page } = office
  await page.goto(fair)
  await fill(page, { visitors: '3200', result: 'Ba biên bản ghi nhớ.' })
  await press(page, 'Ghi là đã tổ chức')
  await fill(page, { to: 'present' })
  await press(page, 'Cập nhật danh sách')
  await producer.page.goto(fair)
  await fill(producer.page, { revenue: '-5' })
  await press(producer.page, 'Ghi kết quả')
  assert.match(await textOf(producer.page, '.errors'), /số đồng nguyên/, 'money is whole and not below zero')
  await fill(producer.page, { revenue: '45.000.000', contracts: '1', contractValue: '120.000.000' })
  await press(producer.page, 'Ghi kết quả')
  assert.match(await textOf(producer.page), /45\.000\.000 đồng/)
  await producer.look('p4-fair-result')
  await page.goto(fair)
  await office.look('p4-fair-held')
}

/** The plan promised one such event; the figure leads back to this one. */
async function counted({ page, look }: Visitor, fair: string): Promise<void> {
  await page.goto('/chi-tieu')
  const row = page.locator('main tbody tr', { hasText: FAIRS })
  assert.match(await row.innerText(), /100/)
  await Promise.all([page.waitForEvent('load'), row.getByRole('link', { name: FAIRS }).click()])
  await look('p4-fair-counted')
  await follow(page, FAIR)
  assert.equal(new URL(page.url()).pathname, fair)
}
