// The plan's money: entered by one, approved by another; what was given is the limit.
import assert from 'node:assert/strict'
import { readExcel } from '#/platform/documents/excel.ts'
import { fill, follow, open, press, textOf, type Stage } from '../story/stage.ts'
import type { Visitor } from '../browser.ts'

export default async function moneyMoves(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  const leader = await stage.as('leader')
  const line = await openLine(office)
  await entered(office, line, 'allocation', { amount: '1.800.000.000', decisionNumber: '412/QĐ-UBND' })
  await approved(office, leader)
  await entered(office, line, 'disbursement', { amount: '600.000.000', payee: 'Trung tâm Xúc tiến' })
  await approved(office, leader)
  await overspending(office, leader, line)
  await look(office, leader)
}

async function openLine({ page, look }: Visitor): Promise<string> {
  await page.goto('/kinh-phi')
  await look('p3-money-empty')
  await page.goto('/kinh-phi/nguon')
  await fill(page, { kind: 'province', name: 'Ngân sách tỉnh năm 2026' })
  await press(page, 'Thêm nguồn')
  await look('p3-sources')
  await page.goto('/kinh-phi/khoan-moi')
  await fill(page, { title: 'Xúc tiến thương mại', itemCategory: 'promotion', planned: '1.800.000.000' })
  await look('p3-line-new')
  await press(page, 'Thêm khoản')
  await page.waitForURL(/khoan\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

async function entered({ page, look }: Visitor, line: string, kind: string, input: Record<string, string>): Promise<void> {
  await page.goto(`${line}/ghi/${kind}`)
  await page.locator('main select[name=sourceId]').selectOption({ label: 'Ngân sách tỉnh năm 2026' })
  await fill(page, input)
  await look(`p3-${kind}`)
  await press(page, 'Ghi bút toán')
  await page.waitForURL(/but-toan/)
}

/** Who entered cannot approve; another person does. */
async function approved(office: Visitor, leader: Visitor): Promise<void> {
  assert.equal(await office.page.locator('main button', { hasText: 'Duyệt bút toán' }).count(), 0)
  await leader.page.goto(office.page.url())
  await leader.look('p3-entry-to-approve')
  await press(leader.page, 'Duyệt bút toán')
  assert.match(await textOf(leader.page), /Đã duyệt/)
}

/** 1.800 − 600 = 1.200 million left: 1.200 million and one đồng are too many, at the entering or at the approving. */
async function overspending(office: Visitor, leader: Visitor, line: string): Promise<void> {
  const { page, look } = office
  await page.goto(`${line}/ghi/disbursement`)
  await page.locator('main select[name=sourceId]').selectOption({ label: 'Ngân sách tỉnh năm 2026' })
  await fill(page, { amount: '1.200.000.001', payee: 'Công ty Hội chợ' })
  await press(page, 'Ghi bút toán')
  if (/but-toan/.test(page.url())) {
    await leader.page.goto(page.url())
    await press(leader.page, 'Duyệt bút toán')
    assert.match(await textOf(leader.page, '.errors'), /1\.200\.000\.000/, 'the refusal says what is left')
    await leader.look('p3-over')
    return
  }
  assert.match(await textOf(page, '.errors'), /1\.200\.000\.000/, 'the refusal says what is left')
  await look('p3-over')
}

async function look(office: Visitor, leader: Visitor): Promise<void> {
  for (const [at, name] of [
    ['/kinh-phi', 'p3-money'],
    ['/kinh-phi/so', 'p3-journal'],
  ] as const) {
    await leader.page.goto(at)
    await leader.look(name)
  }
  assert.match(await textOf(leader.page), /600\.000\.000/)
  await leader.page.goto('/kinh-phi')
  const disbursed = leader.page.locator('main table a', { hasText: '600.000.000' }).first()
  await Promise.all([leader.page.waitForEvent('load'), disbursed.click()])
  assert.match(await textOf(leader.page, 'main table'), /Trung tâm Xúc tiến/, 'a figure opens to its entries')
  const [sheet] = await readExcel((await open(office, '/kinh-phi.xlsx')).bytes)
  assert.ok(sheet?.rows.flat().includes(600_000_000), 'the workbook has the number as a number')
  await office.page.goto('/chuong-trinh')
  await office.look('p3-hub')
  await follow(office.page, /Kinh phí/)
}
