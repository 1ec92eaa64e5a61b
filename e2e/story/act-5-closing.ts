// The chair closes: too far apart, blocked, two members look again at what they named, then the result and its papers.
import assert from 'node:assert/strict'
import type { Visitor } from '../browser.ts'
import { STRICT } from './answers.ts'
import { fact, fill, hrefOf, open, pdfText, press, textOf, type Stage } from './stage.ts'

export default async function councilCloses(stage: Stage): Promise<void> {
  stage.wait('2026-10-06T02:30:00Z')
  const chair = await stage.as('seat1')
  await closeScoring(chair, stage)
  await reopen(chair)
  await lookAgain(await stage.as(STRICT), stage, {
    '1.1': ['3', 'Đã xem hợp đồng với 12 tàu cá.'],
    '5.1': ['5', 'Đã nghe chủ thể kể.'],
    '7': ['3', 'Thống nhất sau khi nếm mẫu.'],
  })
  await lookAgain(chair, stage, { '4.3': ['3', 'Một chương trình quảng bá đã hết hạn.'] })
  await closeResult(chair, stage)
  await closeSession(chair, stage)
}

async function confirm(page: Visitor['page'], summary: string, button: string): Promise<void> {
  await page.locator('main summary', { hasText: summary }).first().click()
  await press(page, button)
}

async function closeScoring({ page, look }: Visitor, stage: Stage): Promise<void> {
  await page.goto(`${fact(stage, 'session')}/chot`)
  await look('05-closing-list')
  await page.goto(fact(stage, 'closing'))
  await confirm(page, 'Đóng chấm điểm', 'Xác nhận đóng chấm điểm')
  assert.match(await textOf(page), /chênh 12 điểm/)
  assert.equal(await page.locator('main summary', { hasText: 'Chốt kết quả' }).count(), 0, 'a spread over ten blocks the result')
  await look('05-spread')
}

async function reopen({ page, look }: Visitor): Promise<void> {
  await fill(page, { reason: 'Hai phiếu khác nhau ở sáu tiêu chí; đề nghị xem lại hợp đồng và mẫu.' })
  await press(page, 'Mở lại các tiêu chí đã chọn')
  assert.match(await textOf(page), /Kết thúc thảo luận/)
  await look('05-reconciling')
}

/** Changes some of the reopened criteria, each with its reason; the others stay shut. */
async function lookAgain({ page, look }: Visitor, stage: Stage, changes: Record<string, [string, string]>): Promise<void> {
  await page.goto(fact(stage, 'item'))
  if ((await page.locator('main button[value=start]').count()) > 0) await press(page, /Bắt đầu|chấm/)
  assert.match(await textOf(page), /Phiếu sau thảo luận/)
  for (const [code, [level, reason]] of Object.entries(changes)) {
    await page.goto(`${fact(stage, 'item')}?tc=${code}`)
    await page
      .locator(`label[for="f-c-${code.replace('.', '-')}-${level}"], label[for="f-c.${code}-${level}"]`)
      .first()
      .click()
    await page.locator(`main textarea[name="r.${code}"]`).fill(reason)
    await press(page, /^Lưu$/)
  }
  await look('05-sheet-again')
  await press(page, 'Kiểm tra và hoàn tất')
  await press(page, 'Hoàn tất phiếu')
}

async function closeResult(chair: Visitor, stage: Stage): Promise<void> {
  const { page, look } = chair
  await page.goto(fact(stage, 'closing'))
  await press(page, 'Kết thúc thảo luận')
  assert.match(await textOf(page), /lần đầu 66/, 'the first score is kept and shown as first')
  await look('05-reconciled')
  await confirm(page, 'Chốt kết quả', 'Xác nhận chốt kết quả')
  await page.waitForURL(/ket-qua/)
  assert.match(await textOf(page), /Vì sao là 4 sao, chưa phải 5 sao/)
  await look('05-result')
  stage.facts['result'] = new URL(page.url()).pathname
  assert.match(await pdfText(await open(chair, await hrefOf(page, /giải trình|[Vv]ì sao/))), /4 sao/)
  const tables = await page
    .locator('main a[href^="/tep/van-ban/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const kinds = new Set<string>()
  for (const href of tables) {
    const opened = await open(chair, href)
    kinds.add(opened.type.split(';')[0] ?? '')
    if (opened.type.includes('pdf')) assert.match(await pdfText(opened), /Nước mắm cốt nhĩ Vạn Triều/)
    else assert.equal(String.fromCharCode(...opened.bytes.subarray(0, 2)), 'PK', 'the summary table is a real workbook')
  }
  assert.ok(kinds.size >= 2, `PDF and Excel, found ${[...kinds].join(', ')}`)
}

async function closeSession(chair: Visitor, stage: Stage): Promise<void> {
  const { page } = chair
  await page.goto(fact(stage, 'session'))
  await press(page, 'Bế mạc kỳ họp')
  await page.goto(fact(stage, 'result'))
  await chair.look('05-result-closed')
  assert.match(await pdfText(await open(chair, await hrefOf(page, /[Bb]iên bản/))), /hồi tỵ|không tham gia/i)
}
