// The call for the yearly report; one commune writes and its leader approves, another has nothing to report.
import assert from 'node:assert/strict'
import { fact, fill, follow, press, textOf, type Stage } from '../story/stage.ts'
import type { Visitor } from '../browser.ts'

export default async function partsReport(stage: Stage): Promise<void> {
  stage.wait('2026-11-20T02:00:00Z')
  stage.facts['call'] = await openCall(await stage.as('office'))
  const samSon = await stage.as('communeOfficer')
  stage.facts['samSon'] = await own(samSon, stage)
  await written(samSon, fact(stage, 'samSon'))
  await approvedBy(await stage.as('communeLeader'), fact(stage, 'samSon'))
  await nothingToReport(stage)
}

async function openCall({ page, look }: Visitor): Promise<string> {
  await page.goto('/bao-cao/mau')
  await press(page, 'Nạp mẫu đi kèm phần mềm')
  await look('p6-forms')
  await page.goto('/bao-cao/dot/them')
  assert.equal(await page.inputValue('main [name=cutOffOn]'), '15/11/2026')
  assert.equal(await page.inputValue('main [name=beforeOn]'), '01/12/2026')
  await look('p6-call-new')
  await press(page, 'Lập đợt báo cáo')
  await page.waitForURL(/dot\/[0-9a-f-]{36}/)
  assert.match(await textOf(page), /30\/11\/2026/, '“trước ngày 01/12” ends on 30/11')
  await press(page, 'Mở đợt báo cáo')
  await look('p6-call-open')
  return new URL(page.url()).pathname
}

/** The one report that waits for this person, its figures computed. */
async function own(visitor: Visitor, stage: Stage): Promise<string> {
  const { page, look } = visitor
  await page.goto('/bao-cao')
  await page.locator('main tbody a').first().click()
  await page.waitForURL(/bao-cao\/[0-9a-f-]{36}/)
  await press(page, 'Tính số liệu')
  await look('p6-computing')
  await stage.jobs()
  await page.goto(new URL(page.url()).pathname)
  return new URL(page.url()).pathname
}

/** Every figure typed and every text written, as a person fills a form from the top. */
export async function written({ page, look }: Visitor, report: string, over: Record<string, string> = {}): Promise<void> {
  await page.goto(`${report}/nhap`)
  for (const box of await page.locator('main [name^="v."]').all()) await box.fill('3')
  for (const box of await page.locator('main fieldset:has([name^="v."]) [name^="e."]').all()) await box.fill('5')
  for (const text of await page.locator('main textarea[name^="c."]').all()) await text.fill('Đã thực hiện theo kế hoạch.')
  await fill(page, { comment: 'Các chủ thể phấn khởi.', ...over })
  await look(`p6-fill-${page.viewportSize()?.width}`)
  await press(page, 'Lưu')
  await press(page, 'Đã lập xong, trình duyệt')
  assert.match(await textOf(page), /chờ duyệt/)
}

export async function approvedBy({ page, look }: Visitor, report: string): Promise<void> {
  await page.goto(report)
  await look('p6-to-approve')
  await press(page, 'Duyệt và khóa số liệu')
  assert.match(await textOf(page), /Số liệu đã khóa ngày/)
}

async function nothingToReport(stage: Stage): Promise<void> {
  const officer = await stage.as('otherCommuneOfficer')
  const report = await own(officer, stage)
  const { page } = officer
  await page.locator('main summary', { hasText: 'Báo không phát sinh' }).click()
  await page.locator('main details[open] [name=reason]').fill('Năm nay xã chưa có sản phẩm.')
  await press(page, 'Báo không phát sinh')
  const leader = await stage.as('otherCommuneLeader')
  await approvedBy(leader, report)
  assert.match(await textOf(leader.page), /Không phát sinh/)
  await leader.page.goto('/bao-cao')
  await follow(leader.page, /Hậu Lộc/)
  stage.facts['hauLoc'] = report
}
