// What the plan orders: a body and a commune report with evidence; the board shows who has not.
import assert from 'node:assert/strict'
import { paperPdf } from '../files.ts'
import { fact, fill, follow, mark, press, textOf, type Stage } from '../story/stage.ts'
import type { Visitor } from '../browser.ts'

export default async function workIsReported(stage: Stage): Promise<void> {
  stage.wait('2026-03-20T02:00:00Z')
  await reportWork(await stage.as('bodyOfficer'), 'Xúc tiến thương mại, khuyến công', {
    state: 'doing',
    percent: '40',
    content: 'Đã tổ chức hai phiên chợ OCOP.',
  })
  await reportWork(await stage.as('communeOfficer'), 'Xã, phường rà soát sản phẩm tiềm năng', {
    state: 'done',
    percent: '',
    content: 'Đã rà soát 9 sản phẩm, 4 chủ thể đăng ký.',
  })
  await board(await stage.as('office'), fact(stage, 'plan'))
}

async function reportWork(
  { page, look }: Visitor,
  title: string,
  done: { state: string; percent: string; content: string },
): Promise<void> {
  await page.goto('/nhiem-vu')
  await look(`p2-mine-${done.state}`)
  await fill(page, { q: title })
  await page.locator('main form[method=get] button').first().click()
  await page.waitForURL(/q=/)
  await follow(page, title)
  await mark(page, 'state', done.state)
  await fill(page, { percent: done.percent, content: done.content })
  const paper = paperPdf('minh-chung.pdf')
  await page.setInputFiles('main input[name=files]', {
    name: paper.name,
    mimeType: paper.type,
    buffer: Buffer.from(await paper.arrayBuffer()),
  })
  await look(`p2-report-${done.state}`)
  await press(page, 'Gửi báo cáo')
  assert.match(await textOf(page), new RegExp(done.content))
  const evidence = await page.locator('main a[href^="/dinh-kem/"]').getAttribute('href')
  assert.equal((await page.request.get(evidence ?? '')).status(), 200)
}

/** 166 communes were given the work; one has reported. */
async function board({ page, look }: Visitor, plan: string): Promise<void> {
  await page.goto('/nhiem-vu/bang')
  await look('p2-board')
  await page.goto('/nhiem-vu/bang?theo=body')
  await look('p2-board-bodies')
  await page.goto('/nhiem-vu/bang?theo=period')
  const march = page.locator('main tbody tr', { hasText: '03/2026' })
  const silent = march.locator('a[href*="khi=silent"]')
  const count = Number(await silent.innerText())
  assert.ok(count > 100, `the other communes are late and silent: ${count}`)
  await Promise.all([page.waitForEvent('load'), silent.click()])
  await look('p2-silent')
  assert.doesNotMatch(await textOf(page, 'main table'), /phường Sầm Sơn/i, 'who has reported is not among them')
  await page.goto(plan)
  await follow(page, 'Xem tiến độ nhiệm vụ')
  await look('p2-works')
}
