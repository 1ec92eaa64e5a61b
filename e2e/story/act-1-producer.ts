// The producer, on a phone: describes itself and a product, answers, shows papers, declares and files.
import assert from 'node:assert/strict'
import { paperPdf, photo } from '../files.ts'
import { claimed, SET } from './answers.ts'
import { fill, follow, hrefOf, mark, open, pdfText, press, textOf, type Stage } from './stage.ts'
import type { Visitor } from '../browser.ts'

const PRODUCT = 'Nước mắm cốt nhĩ Vạn Triều'

export default async function producerFiles(stage: Stage): Promise<void> {
  const visitor = await stage.as('producer')
  await describeProducer(visitor)
  await describeProduct(visitor)
  await keepPaper(visitor)
  stage.facts['dossier'] = await openDossier(visitor)
  await answerEverything(visitor, stage.facts['dossier'])
  await writeReport(visitor, stage.facts['dossier'])
  await file(visitor, stage)
}

async function describeProducer({ page, look }: Visitor): Promise<void> {
  await page.goto('/ho-so')
  await look('01-dossiers-empty')
  await follow(page, /Hợp tác xã Vạn Triều/)
  await fill(page, { xa: 'quang cu' }, 'form[role=search]')
  await page.locator('form[role=search] button').click()
  await page.waitForURL(/xa=/)
  assert.match(await textOf(page, 'form[role=search]'), /Sầm Sơn/, 'a commune is found by the name it had')
  await page.locator('form[role=search] ul a').first().click()
  await page.waitForURL(/chon=/)
  await fill(page, { headName: 'Trần Thị Vạn', headEthnicity: 'Kinh', workersTotal: '20', workersLocal: '18' })
  await mark(page, 'headSex', 'female')
  await mark(page, 'headDisability', 'no')
  await look('01-producer')
  await press(page, 'Lưu')
  await page.waitForURL(/da-luu/)
}

async function describeProduct({ page, look }: Visitor): Promise<void> {
  await page.goto('/san-pham-cua-toi/them')
  await fill(page, {
    name: PRODUCT,
    description: 'Rút nỉ từ cá cơm than ủ chượp 18 tháng, độ đạm 35 °N.',
    'packs.0.name': 'Chai thủy tinh',
    'packs.0.netContent': '500 ml',
  })
  await look('01-product-new')
  await press(page, 'Lưu')
  await fill(page, { q: 'nuoc mam' })
  await page.locator('main form[method=get] button').first().click()
  await page.waitForURL(/q=nuoc/)
  await look('01-set-finder')
  const choose = page.locator('main').getByRole('button', { name: /Tương, nước mắm/ })
  assert.equal(await choose.count(), 1, 'typed without accents, the words find the set')
  await Promise.all([page.waitForEvent('load'), choose.click()])
  assert.match(await textOf(page), new RegExp(`${SET}\\. `))
  const picture = await photo()
  await page.setInputFiles('input[name=photos]', {
    name: picture.name,
    mimeType: picture.type,
    buffer: Buffer.from(await picture.arrayBuffer()),
  })
  await press(page, 'Thêm ảnh')
  await page.waitForSelector('#anh img')
  await look('01-product')
}

/** A paper is kept once, before any dossier needs it. */
async function keepPaper({ page, look }: Visitor): Promise<void> {
  await page.goto('/kho-giay-to/them?loai=businessRegistration')
  const scan = paperPdf('dang-ky-kinh-doanh.pdf')
  await page.setInputFiles('input[name=files]', { name: scan.name, mimeType: scan.type, buffer: Buffer.from(await scan.arrayBuffer()) })
  await fill(page, {
    number: '2801234567',
    issuer: 'Phòng Kinh tế, Hạ tầng và Đô thị',
    issuedOn: '12/03/2019',
    holder: 'Hợp tác xã Vạn Triều',
  })
  await look('01-paper-new')
  await press(page, 'Lưu')
  await page.waitForURL(/da-luu/)
  await look('01-paper')
  await page.goto('/kho-giay-to')
  await look('01-papers')
}

async function openDossier({ page, look }: Visitor): Promise<string> {
  await page.goto('/san-pham-cua-toi')
  await look('01-products')
  await follow(page, PRODUCT)
  await press(page, 'Mở hồ sơ')
  await page.waitForURL(/\/ho-so\/[0-9a-f-]+$/)
  await look('01-dossier-new')
  return new URL(page.url()).pathname
}

async function answerEverything({ page, look }: Visitor, dossier: string): Promise<void> {
  await page.goto(`${dossier}/tieu-chi/1.1`)
  for (let left = 60; left > 0; left--) {
    const code = /tieu-chi\/([\d.]+)/.exec(page.url())?.[1]
    if (code === undefined) break
    const option = claimed[code]
    if (option !== undefined) await mark(page, 'option', String(option))
    if (code === '1.1') await uploadHere(page, look)
    if (code === '3.1') await confirmAndReuse(page, look)
    else if (option === undefined) await press(page, /^Xác nhận mức/)
    if (code === '5.2') await look('01-criterion-5.2')
    await Promise.all([
      page.waitForEvent('load'),
      page
        .locator('main .save-bar button[value=next], main button.button[value=next], main button[name=deed][value=next]:not(.vh)')
        .first()
        .click(),
    ])
  }
  await look('01-part')
  await page.goto(dossier)
  await look('01-dossier-answered')
}

async function uploadHere(page: Visitor['page'], look: Visitor['look']): Promise<void> {
  const picture = await photo()
  await page.setInputFiles('input[name=files]', {
    name: 'hop-dong-ca-com.png',
    mimeType: picture.type,
    buffer: Buffer.from(await picture.arrayBuffer()),
  })
  await press(page, 'Tải lên và đính kèm')
  assert.equal(await page.locator('input[name=option][value="3"]').isChecked(), true, 'what was chosen is kept by the upload')
  await look('01-criterion-1.1')
}

async function confirmAndReuse(page: Visitor['page'], look: Visitor['look']): Promise<void> {
  await look('01-criterion-3.1-proposed')
  await press(page, /^Xác nhận mức/)
  assert.match(await textOf(page), /Khớp với mức đã chọn/)
  await press(page, /Lấy từ kho giấy tờ/)
  await page.waitForURL(/\/kho\b/)
  await look('01-library')
  await page.locator('main input[name=papers]').first().check()
  await press(page, 'Đính kèm giấy tờ đã chọn')
  assert.match(await textOf(page, '#minh-chung'), /2801234567/)
  await look('01-criterion-3.1')
}

async function writeReport({ page, look }: Visitor, dossier: string): Promise<void> {
  await page.goto(`${dossier}/phieu-dang-ky`)
  await fill(page, { contactName: 'Nguyễn Thị Hạnh', contactPhone: '0912000111' })
  await look('01-registration')
  await press(page, /^Lưu/)
  const sections: Record<string, Record<string, string>> = {
    general: {},
    results: {
      outputUnit: 'lít',
      output1: '23.000',
      revenue1: '3.680.000.000',
      resultText: 'Bán tại 42 điểm trong tỉnh và 7 tỉnh, thành phố.',
    },
    market: { originShare: '100' },
    plan: { planProduction: 'Mở thêm 6 bể ủ chượp.', planMarket: 'Thêm 10 đại lý ngoài tỉnh.' },
  }
  for (const [section, values] of Object.entries(sections)) {
    await page.goto(`${dossier}/bao-cao/${section}`)
    await fill(page, values)
    if (section === 'results') await look('01-report-results')
    await press(page, /^Lưu/)
  }
  await page.goto(`${dossier}/giay-to`)
  await look('01-dossier-papers')
}

async function file(visitor: Visitor, stage: Stage): Promise<void> {
  const { page, look } = visitor
  const dossier = stage.facts['dossier'] ?? ''
  await page.goto(dossier)
  const points = await textOf(page, 'aside')
  assert.match(points, /7\d/, 'the points so far')
  assert.match(points, /Còn thiếu gì để lên 5 sao/, 'what blocks the next star')
  await look('01-dossier-ready')
  await page.goto(`${dossier}/kiem-tra`)
  await look('01-check')
  await press(page, 'Nộp hồ sơ')
  assert.match(page.url(), /kiem-tra/, 'nothing is filed without the declaration')
  await look('01-check-refused')
  await mark(page, 'declared', '1')
  await press(page, 'Nộp hồ sơ')
  await page.waitForURL(/bien-nhan/)
  await look('01-receipt')
  stage.facts['receipt'] = /Số tiếp nhận: (\S+)/.exec(await textOf(page))?.[1] ?? ''
  for (const [title, words] of [
    [/Phiếu đăng ký|mẫu 01/i, /PHIẾU ĐĂNG KÝ/i],
    [/tự đánh giá|mẫu 02/i, /TỰ ĐÁNH GIÁ/i],
    [/tiếp nhận/i, /TIẾP NHẬN/i],
  ] as const) {
    const text = await pdfText(await open(visitor, await hrefOf(page, title)))
    assert.match(text, words)
    assert.ok(text.includes(PRODUCT), `${String(title)} names the product`)
  }
}
