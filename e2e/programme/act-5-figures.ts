// What came of the plan: its targets with figures, each figure open to its rows, a row open to its record.
import assert from 'node:assert/strict'
import { readExcel } from '#/platform/documents/excel.ts'
import { recognised } from '#/programme/indicator/indicator.fixture.ts'
import { follow, open, press, textOf, type Stage } from '../story/stage.ts'
import { TITLE } from './act-1-plan.ts'

export default async function figuresOpen(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  stage.wait('2026-05-13T02:00:00Z')
  await press(await courseOf(office.page), 'Ghi là đã tổ chức')
  stage.wait('2026-10-20T02:00:00Z')
  // How a product comes to its certificate is the other story; here two stand in the register.
  for (const name of ['Nước mắm Vạn Triều', 'Mắm tép Vạn Triều']) await recognised(stage.world, { name, star: 4, on: '2026-06-15' })
  const leader = await stage.as('leader')
  const { page } = leader
  await page.goto('/chi-tieu')
  assert.match(await textOf(page), new RegExp(TITLE))
  const row = page.locator('main tbody tr', { hasText: 'T39. ' })
  assert.match(await row.innerText(), /90/)
  assert.match(await row.innerText(), /\b2\b/)
  await leader.look('p5-targets')
  await Promise.all([page.waitForEvent('load'), row.getByRole('link', { name: /T39/ }).click()])
  await leader.look('p5-target')
  assert.match(await textOf(page), /số liệu trực tiếp/i)
  await follow(page, /Nước mắm Vạn Triều/)
  assert.match(page.url(), /\/c\//, 'a row opens to its certificate')
  const [sheet] = await readExcel((await open(leader, '/chi-tieu.xlsx')).bytes)
  assert.ok(sheet?.rows.flat().some((cell) => String(cell).includes('Sản phẩm được công nhận OCOP cấp tỉnh')))
  await page.goto('/chi-tieu/danh-sach/trainings-held')
  assert.equal(await page.locator('.figure-big').textContent(), '1')
  await leader.look('p5-trainings')
  await page.goto('/tong-quan')
  await leader.look('p5-dashboard')
}

async function courseOf(page: import('playwright-core').Page): Promise<import('playwright-core').Page> {
  await page.goto('/tap-huan')
  await follow(page, /Lớp tập huấn/)
  return page
}
