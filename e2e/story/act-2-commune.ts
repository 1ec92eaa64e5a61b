// The commune, on a phone too: checks, returns two items; the producer answers; the report, the leader's issue, samples, the sending.
import assert from 'node:assert/strict'
import { photo } from '../files.ts'
import type { Visitor } from '../browser.ts'
import { fact, fill, follow, hrefOf, mark, open, pdfText, press, textOf, type Stage } from './stage.ts'

const LABEL = 'Bổ sung ảnh nhãn có ngày sản xuất.'
const CONTRACT = 'Nêu rõ số hợp đồng thu mua cá cơm đang thực hiện.'

export default async function communeProposes(stage: Stage): Promise<void> {
  const own = fact(stage, 'dossier')
  const here = `/xa${own}`
  const officer = await stage.as('communeOfficer')
  await check(officer, here)
  await returnTwoItems(officer, here)
  stage.wait('2026-09-18T02:00:00Z')
  await answer(await stage.as('producer'), own)
  await seeChanges(officer, here)
  await writeReport(officer, here)
  await issue(await stage.as('communeLeader'), here)
  await send(officer, here)
}

async function check({ page, look }: Visitor, here: string): Promise<void> {
  await page.goto('/xa/hop-viec')
  assert.match(await textOf(page), /15 ngày/, 'the clock has fifteen working days')
  await look('02-inbox')
  await follow(page, /Nước mắm cốt nhĩ/)
  await page.waitForURL((url) => url.pathname === here)
  await look('02-dossier')
  await judge(page)
  await page.locator('main select[name^="verdict:"]').last().selectOption('missing')
  await page.locator('main input[name^="remark:"]').last().fill(LABEL)
  await press(page, 'Lưu kết quả kiểm tra')
}

async function judge(page: Visitor['page']): Promise<void> {
  for (const verdict of await page.locator('main select[name^="verdict:"]').all()) await verdict.selectOption('present')
}

async function returnTwoItems({ page, look }: Visitor, here: string): Promise<void> {
  await page.goto(`${here}/bo-sung`)
  await page.locator('details', { hasText: 'Theo tiêu chí' }).locator('summary').click()
  await fill(page, { 'ask:criterion:1.4': CONTRACT, reason: 'Đề nghị bổ sung hai mục.' })
  await look('02-return')
  await press(page, 'Trả lại để bổ sung')
  await page.waitForURL((url) => url.pathname === here)
  assert.match(await textOf(page), /Chưa trả lời/)
  await look('02-dossier-returned')
  await page.goto('/xa/hop-viec')
  assert.match(await textOf(page), /Trả lại để bổ sung/)
}

async function answer({ page, look }: Visitor, own: string): Promise<void> {
  await page.goto('/thong-bao')
  await look('02-producer-notices')
  await page.goto(own)
  assert.match(await textOf(page), /2 mục cần bổ sung/)
  await look('02-producer-returned')
  await page.goto(`${own}/bo-sung`)
  assert.match(await textOf(page), new RegExp(CONTRACT))
  await look('02-supplement')
  await follow(page, 'Mở mục này', 'section:has-text("hợp đồng thu mua")')
  await fill(page, { description: 'Hợp đồng số 05/2025/HĐ-TM với 12 tàu cá phường Quảng Cư.' })
  await press(page, /^Lưu, sang/)
  await page.goto(`${own}/bo-sung`)
  for (const index of [0, 1]) {
    const form = page.locator('main form:has(textarea[name=answer])').nth(index)
    await form.locator('textarea').fill(index === 0 ? 'Đã thêm ảnh nhãn.' : 'Đã nêu số hợp đồng ở phần mô tả.')
    await Promise.all([page.waitForEvent('load'), form.locator('button').last().click()])
  }
  await follow(page, 'Xem lại và nộp lại')
  await mark(page, 'declared', '1')
  await press(page, 'Nộp lại hồ sơ')
  await page.waitForURL(/bien-nhan/)
  assert.match(await textOf(page), /Lần nộp 2/)
}

async function seeChanges({ page, look }: Visitor, here: string): Promise<void> {
  await page.goto(here)
  await follow(page, 'Xem nội dung đã thay đổi')
  assert.match(await textOf(page), /05\/2025\/HĐ-TM/)
  await look('02-changes')
  await page.goto(here)
  // A new filing is checked anew.
  await judge(page)
  await press(page, 'Lưu kết quả kiểm tra')
}

async function writeReport({ page, look }: Visitor, here: string): Promise<void> {
  await page.goto(`${here}/bao-cao`)
  const picture = await photo()
  await page.setInputFiles('main input[name=photo]', {
    name: 'xuong-u-chuop.png',
    mimeType: picture.type,
    buffer: Buffer.from(await picture.arrayBuffer()),
  })
  await fill(page, { caption: 'Nhà ủ chượp tại khu phố 3' })
  await press(page, 'Thêm ảnh')
  const opinions = page.locator('main textarea[name^="opinion:"]')
  for (let index = 0; index < (await opinions.count()); index++) {
    const name = (await opinions.nth(index).getAttribute('name')) ?? ''
    await mark(page, name.replace('opinion:', 'finding:'), 'agrees')
    await opinions.nth(index).fill('Đối chiếu sổ thu mua và kiểm tra tại chỗ ngày 17/09/2026, phù hợp.')
  }
  await mark(page, 'proposes', 'yes')
  await fill(page, { conclusion: 'Đề nghị UBND tỉnh đánh giá, phân hạng.' })
  await look('02-report')
  await press(page, 'Trình lãnh đạo')
  await page.waitForURL((url) => url.pathname === here)
}

async function issue(leader: Visitor, here: string): Promise<void> {
  const { page, look } = leader
  await page.goto('/xa/hop-viec?muc=toSign')
  assert.match(await textOf(page), /Nước mắm cốt nhĩ/)
  await page.goto(`${here}/ban-hanh`)
  const seen = await open(leader, (await page.locator('main img').first().getAttribute('src')) ?? '')
  assert.match(seen.type, /^image\//, 'the leader sees the photo of the visit')
  await look('02-issue')
  await press(page, /^Ban hành báo cáo/)
  await page.waitForURL((url) => url.pathname === here)
}

async function send(officer: Visitor, here: string): Promise<void> {
  const { page, look } = officer
  await page.goto(`${here}/gui-tinh`)
  await fill(page, { handed: '5' })
  await look('02-send')
  await press(page, 'Lập biên bản bàn giao')
  await press(page, 'Gửi hồ sơ đề nghị đánh giá')
  assert.match(await textOf(page), /Đã gửi hồ sơ đề nghị đánh giá/)
  for (const title of [/mẫu 03|Báo cáo/i, /[Đđ]ề nghị/, /bàn giao/i])
    assert.match(await pdfText(await open(officer, await hrefOf(page, title))), /Nước mắm cốt nhĩ Vạn Triều/)
  await look('02-sent')
}
