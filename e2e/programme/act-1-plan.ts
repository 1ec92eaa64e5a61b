// The plan of the year: taken from one that comes with the program, changed, opinions heard, signed; the paper as PDF and Word.
import assert from 'node:assert/strict'
import { fill, follow, hrefOf, mark, open, pdfText, press, textOf, wordTextOf, type Stage } from '../story/stage.ts'
import type { Visitor } from '../browser.ts'

export const TITLE = 'Kế hoạch thực hiện Chương trình OCOP năm 2026'
export const FAIRS = 'Hội chợ, kết nối tiêu thụ sản phẩm'
const REMARK = 'Đề nghị thêm phiên chợ ở miền núi.'

export default async function planIsIssued(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  const officer = await stage.as('bodyOfficer')
  const plan = await takeShipped(office)
  stage.facts['plan'] = plan
  await adjustParts(office, plan)
  await hearOpinion(office, officer, plan)
  await sign(await stage.as('leader'), plan)
  await readPapers(await stage.as('communeOfficer'), plan)
}

async function takeShipped({ page, look }: Visitor): Promise<string> {
  await page.goto('/ke-hoach')
  await look('p1-plans-empty')
  await page.goto('/ke-hoach/them')
  await look('p1-plan-new')
  await fill(page, { plan: 'thanh-hoa-2021' })
  await press(page, 'Nạp thành dự thảo')
  await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/)
  const plan = new URL(page.url()).pathname
  await look('p1-plan-draft')
  await page.goto(`${plan}/ten`)
  await fill(page, { title: TITLE, startsOn: '01/01/2026', endsOn: '31/12/2026' })
  await look('p1-plan-head')
  await press(page, 'Lưu')
  assert.match(await textOf(page, 'h1'), new RegExp(TITLE))
  return plan
}

async function adjustParts({ page, look }: Visitor, plan: string): Promise<void> {
  await page.goto(`${plan}/muc/chi-tieu/T39`)
  assert.equal(await page.inputValue('main [name=dueOn]'), '31/12/2026', 'the days came along with the year')
  await fill(page, { title: 'Sản phẩm được công nhận OCOP cấp tỉnh', valueMin: '-5' })
  await press(page, 'Lưu')
  assert.match(await textOf(page, '.errors'), /số nguyên|từ 0/i, 'a negative target is refused at its field')
  await look('p1-target-refused')
  await fill(page, { valueMin: '90' })
  await press(page, 'Lưu')
  await page.goto(`${plan}/muc/chi-tieu/them`)
  await fill(page, { title: FAIRS, valueMin: '1', unit: 'event', indicator: 'promotion-activities' })
  await press(page, 'Lưu')
  await page.goto(`${plan}/muc/nhiem-vu/N43`)
  await fill(page, { title: 'Xã, phường rà soát sản phẩm tiềm năng', roster: 'communes', rosterPart: 'lead', beforeOn: '15/03/2026' })
  await look('p1-task')
  await press(page, 'Lưu')
  await page.goto(plan)
  const text = await textOf(page)
  assert.match(text, /ít nhất 90 sản phẩm/)
  assert.match(text, /Trước ngày 15\/03\/2026/)
}

async function hearOpinion(office: Visitor, officer: Visitor, plan: string): Promise<void> {
  await press(office.page, 'Lấy ý kiến các cơ quan')
  await officer.page.goto(plan)
  await mark(officer.page, 'verdict', 'agreeWithRemarks')
  await fill(officer.page, { remarks: REMARK })
  await officer.look('p1-opinion')
  await press(officer.page, 'Gửi ý kiến')
  await office.page.goto(plan)
  assert.match(await textOf(office.page, '#y-kien'), new RegExp(REMARK))
  await office.page.locator('#y-kien summary').first().click()
  await fill(office.page, { answer: 'Tiếp thu: thêm một phiên chợ tại Quan Hóa.' })
  await press(office.page, 'Lưu', '#y-kien')
  await office.look('p1-opinion-answered')
  await press(office.page, 'Trình ký')
}

async function sign({ page, look }: Visitor, plan: string): Promise<void> {
  await page.goto(plan)
  await fill(page, { signerName: 'Trần Quốc Huy', signerPost: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH' })
  await mark(page, 'numberKind', 'next')
  await look('p1-issue')
  await press(page, 'Ký ban hành')
  assert.match(await textOf(page), /\/KH-UBND/)
  await look('p1-plan-issued')
}

/** A commune reads the issued plan and takes it home. */
async function readPapers(commune: Visitor, plan: string): Promise<void> {
  const { page } = commune
  await page.goto('/ke-hoach')
  await commune.look('p1-plans')
  await follow(page, TITLE)
  assert.equal(new URL(page.url()).pathname, plan)
  const pdf = await pdfText(await open(commune, await hrefOf(page, /Bản PDF/)))
  const word = wordTextOf(await open(commune, await hrefOf(page, /Word/)))
  for (const text of [pdf, word])
    for (const words of [
      /KẾ HOẠCH/i,
      new RegExp(TITLE.replace('Kế hoạch ', ''), 'i'),
      /Sản phẩm được công nhận OCOP cấp tỉnh/,
      /90/,
      /Xã, phường rà soát sản phẩm tiềm năng/,
      /Nơi nhận/,
      /Trần Quốc Huy/,
    ])
      assert.match(text, words)
}
