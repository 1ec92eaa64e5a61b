// The province's report: one part sent back by row and sent again, the sum computed as a job, locked by name, later restated.
import assert from 'node:assert/strict'
import { readExcel } from '#/platform/documents/excel.ts'
import { fact, fill, hrefOf, open, pdfText, press, textOf, wordTextOf, type Stage } from '../story/stage.ts'
import type { Visitor } from '../browser.ts'
import { approvedBy, written } from './act-6-parts.ts'

const REMARK = 'Số cuộc kiểm tra chưa khớp biên bản.'
const REASON = 'Đối chiếu lại biên bản kiểm tra.'

export default async function reportIsLocked(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  const leader = await stage.as('leader')
  const samSon = fact(stage, 'samSon')
  await sentBackByRow(office, samSon)
  await writtenAgain(stage, samSon)
  const report = await summed(office, stage)
  await written(office, report)
  await approvedBy(leader, report)
  await papers(leader, report)
  stage.wait('2026-12-15T02:00:00Z')
  await restated(office, leader, report)
}

async function sentBackByRow({ page, look }: Visitor, report: string): Promise<void> {
  await page.goto(`${report}/tra-lai`)
  await fill(page, { 'remark.lead.checks': REMARK })
  await look('p7-send-back')
  await press(page, 'Trả lại để sửa')
  assert.match(await textOf(page), /Trả lại để sửa/)
}

/** The commune answers the remark with another figure; its leader approves anew. */
async function writtenAgain(stage: Stage, report: string): Promise<void> {
  const officer = await stage.as('communeOfficer')
  const { page } = officer
  await page.goto(`${report}/nhap`)
  assert.match(await textOf(page), new RegExp(REMARK))
  await page.locator('main textarea[name^="answer."]').first().fill('Đã đối chiếu: 2 cuộc.')
  await fill(page, { 'v.lead.checks': '2' })
  await officer.look('p7-remark')
  await press(page, 'Lưu')
  await press(page, 'Đã lập xong, trình duyệt')
  await approvedBy(await stage.as('communeLeader'), report)
}

/** Accepts what has come, goes on without the other communes with a reason, and computes as a job. */
async function summed({ page, look }: Visitor, stage: Stage): Promise<string> {
  await page.goto(fact(stage, 'call'))
  await look('p7-call')
  await page.locator('main').getByRole('link', { name: 'Báo cáo tổng hợp' }).click()
  await page.waitForURL(/bao-cao\/[0-9a-f-]{36}/)
  const report = new URL(page.url()).pathname
  assert.match(await textOf(page), /Chờ \d+ đơn vị/)
  await look('p7-waiting')
  await press(page, /Tiếp nhận 2 báo cáo/)
  await page.locator('main summary', { hasText: 'Tổng hợp khi chưa đủ' }).click()
  await page.locator('main details[open] [name=reason]').fill('Các xã khác chưa có sản phẩm đăng ký.')
  await press(page, 'Tổng hợp khi chưa đủ')
  await press(page, 'Tính số liệu')
  assert.equal(await page.locator('main progress').count(), 1)
  await look('p7-computing')
  await stage.jobs()
  await page.goto(report)
  assert.match(await textOf(page), /Tính lúc/)
  await look('p7-computed')
  return report
}

async function papers(leader: Visitor, report: string): Promise<void> {
  const { page, look } = leader
  await look('p7-locked')
  const pdf = await pdfText(await open(leader, await hrefOf(page, /Văn bản/)))
  const word = wordTextOf(await open(leader, await hrefOf(page, /Word/)))
  for (const text of [pdf, word]) for (const words of [/BÁO CÁO/i, /2026/, /Sản phẩm được công nhận mới/]) assert.match(text, words)
  const [sheet] = await readExcel((await open(leader, `${report}/bang.xlsx`)).bytes)
  const recognised = sheet?.rows.find((row) => row.includes('Sản phẩm được công nhận mới'))
  assert.ok(recognised?.includes(2), 'the figure is a number in the workbook')
}

/** What was locked stays; a correction stands beside it with its reason. */
async function restated(office: Visitor, leader: Visitor, report: string): Promise<void> {
  const { page, look } = office
  await page.goto(`${report}/dong/lead.checks`)
  await fill(page, { numerator: '4', reason: REASON })
  await look('p7-restate')
  await press(page, 'Điều chỉnh số đã khóa')
  await leader.page.goto(report)
  const text = await textOf(leader.page)
  assert.match(text, new RegExp(REASON))
  assert.match(text, /Số liệu đã khóa ngày/)
  await leader.look('p7-restated')
  await leader.page.goto(`${report}?so=truc-tiep`)
  await leader.look('p7-live')
}
