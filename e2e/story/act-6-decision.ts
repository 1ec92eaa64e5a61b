// The office prepares, the leader issues, the clerk attaches the signed scan; the certificate carries a code that leads back here.
import assert from 'node:assert/strict'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import jsqr from 'jsqr'
import { getDocumentProxy, renderPageAsImage } from 'unpdf'
import { paperPdf } from '../files.ts'
import type { Visitor } from '../browser.ts'
import { fill, follow, hrefOf, mark, open, pdfText, press, textOf, type Stage } from './stage.ts'

export default async function leaderIssues(stage: Stage): Promise<void> {
  stage.wait('2026-10-12T02:00:00Z')
  await prepare(await stage.as('office'))
  await issue(await stage.as('leader'))
  await readCertificate(await stage.as('office'), stage)
  await attach(await stage.as('clerk'))
}

async function prepare({ page, look }: Visitor): Promise<void> {
  await page.goto('/tinh/quyet-dinh')
  assert.match(await textOf(page), /Nước mắm cốt nhĩ Vạn Triều · 4 sao/)
  await look('06-decisions')
  await press(page, /^Lập|^Soạn|^Chuẩn bị/)
  await look('06-decision')
}

async function issue(leader: Visitor): Promise<void> {
  const { page, look } = leader
  await page.goto('/lanh-dao/ky-ban-hanh')
  await look('06-issue-list')
  await page.locator('main a[href^="/lanh-dao/ky-ban-hanh/"]').first().click()
  await page.waitForURL(/ky-ban-hanh\/[0-9a-f-]{36}/)
  assert.match(await pdfText(await open(leader, await hrefOf(page, /[Bb]ản thảo|[Xx]em trước|[Dd]ự thảo/))), /Nước mắm cốt nhĩ Vạn Triều/)
  await fill(page, { signerName: 'Trần Quốc Huy', signerPost: 'CHỦ TỊCH' })
  await mark(page, 'numberKind', 'next')
  await look('06-issue')
  await page.locator('main form button').last().click()
  await page.waitForSelector('main input[name=intent][value=issue]', { state: 'attached' })
  await look('06-issue-check')
  await Promise.all([page.waitForURL(/xong=1/), page.locator('main form button').last().click()])
  await look('06-issued')
  assert.match(await pdfText(await open(leader, await hrefOf(page, /[Mm]ở/))), /Trần Quốc Huy/)
}

async function readCertificate(office: Visitor, stage: Stage): Promise<void> {
  const { page, look } = office
  await page.goto('/tinh/chung-nhan')
  await look('06-certificates')
  await follow(page, /Nước mắm cốt nhĩ/)
  await look('06-certificate')
  const code = /\/c\/(\w+)/.exec(await hrefOf(page, /[Tt]rang/))?.[1] ?? ''
  const pdf = await open(
    office,
    await page
      .locator('main a[href^="/tep/van-ban/"]')
      .first()
      .getAttribute('href')
      .then((href) => href ?? ''),
  )
  const text = await pdfText(pdf)
  assert.match(text, /GIẤY CHỨNG NHẬN/i)
  assert.match(text, /12\/10\/2029|12 tháng 10 năm 2029/, 'the last valid day, 36 months on')
  assert.match(await readQr(pdf.bytes), new RegExp(`/c/${code}$`), 'the QR leads to the page of this certificate')
  stage.facts['code'] = code
}

/** What a phone reads off the printed page. */
async function readQr(bytes: Uint8Array): Promise<string> {
  const canvasImport = async () => import('@napi-rs/canvas')
  const png = await renderPageAsImage(await getDocumentProxy(bytes.slice()), 1, { canvasImport, scale: 3 })
  const image = await loadImage(Buffer.from(png))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height)
  const decode = jsqr as unknown as (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null
  return decode(data as unknown as Uint8ClampedArray, width, height)?.data ?? ''
}

async function attach(clerk: Visitor): Promise<void> {
  const { page, look } = clerk
  await page.goto('/van-thu')
  await look('06-clerk')
  await follow(page, /công nhận/i)
  const scan = paperPdf('quyet-dinh-da-ky.pdf')
  await page.setInputFiles('main input[name=file]', { name: scan.name, mimeType: scan.type, buffer: Buffer.from(await scan.arrayBuffer()) })
  await press(page, 'Đính bản ký')
  assert.match(await textOf(page), /quyet-dinh-da-ky\.pdf/)
  await look('06-clerk-paper')
  assert.ok((await open(clerk, await hrefOf(page, /quyet-dinh-da-ky/))).bytes.length > 0)
}
