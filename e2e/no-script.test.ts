// With JavaScript switched off: the public pages answer, and a producer signs in, describes itself, answers, uploads and files.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onePagePdf } from '#/platform/uploads/samples.ts'
import { storedCertificate } from '#/programme/certificate/certificate.fixture.ts'
import { draftDossier, type DraftFixture } from '#/programme/dossier/dossier.fixture.ts'
import { makeWorld, TEST_PASSWORD, type World } from '#/testing/world.ts'
import { openBrowser, PHONE, visit, type Visitor } from './browser.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let world: World
let browser: Browser
let visitor: Visitor
let draft: DraftFixture
const asked: string[] = []

beforeAll(async () => {
  site = await openSite()
  world = await makeWorld(site.services)
  draft = await draftDossier(world, { name: 'Nước mắm không kịch bản' })
  browser = await openBrowser()
  visitor = await visit(browser, site, { viewport: PHONE, javaScript: false })
  visitor.page.on('request', (request) => {
    if (request.resourceType() === 'script') asked.push(request.url())
  })
}, 120_000)
afterAll(async () => {
  await browser?.close().catch(() => {}) // a browser already gone says nothing about the pages
  await site?.close()
})

describe('the public', () => {
  test('checks a code, searches the catalogue without accents and opens a product', async () => {
    const { page } = visitor
    const { verifyCode } = await storedCertificate(world, {
      productName: 'Nước mắm Vạn Triều',
      issuedOn: '2026-01-05',
      lastValidOn: '2029-01-05',
    })
    await page.goto('/kiem-tra')
    await page.fill('main input[name=ma]', verifyCode)
    await page.press('main input[name=ma]', 'Enter')
    await page.waitForURL(`**/c/${verifyCode}`)
    expect(await page.textContent('body')).toContain('Nước mắm Vạn Triều')
    await page.goto('/danh-muc')
    await page.fill('input[name=q]', 'nuoc mam')
    await page.press('input[name=q]', 'Enter')
    await page.click('main a:has-text("Nước mắm Vạn Triều")')
    await page.waitForURL('**/san-pham/**')
    expect(await page.textContent('h1')).toContain('Nước mắm Vạn Triều')
  }, 60_000)
})

describe('a producer on a phone', () => {
  test('signs in', async () => {
    await visitor.signIn('producer', TEST_PASSWORD)
    expect(await visitor.page.textContent('body')).toContain('Nguyễn Thị Hạnh')
  }, 60_000)

  test('mends its description; a refused form keeps what was typed', async () => {
    const { page } = visitor
    await page.goto(`/chu-the/${world.producers.own}`)
    await page.fill('input[name=taxCode]', '12')
    await page.fill('textarea[name=history]', 'Ba đời làm mắm ở Sầm Sơn.')
    await page.click('main form:has(textarea[name=history]) button.button-main, main form:has(textarea[name=history]) button >> nth=-1')
    expect(await page.isVisible('.errors')).toBe(true)
    expect(await page.inputValue('textarea[name=history]')).toBe('Ba đời làm mắm ở Sầm Sơn.')
    expect(await page.inputValue('input[name=taxCode]')).toBe('12')
    await page.fill('input[name=taxCode]', '2801234567')
    await page.click('main form:has(textarea[name=history]) button >> nth=-1')
    await page.waitForURL('**?da-luu**')
    const row = await site.services.database.db
      .selectFrom('producer')
      .select('history')
      .where('id', '=', world.producers.own)
      .executeTakeFirstOrThrow()
    expect(row.history).toBe('Ba đời làm mắm ở Sầm Sơn.')
  }, 60_000)

  test('answers a criterion and uploads its paper on the same page', async () => {
    const { page } = visitor
    await page.goto(`/ho-so/${draft.dossierId}/tieu-chi/1.1`)
    await page.check('input[name=option][value="1"]', { force: true })
    await page.fill('textarea[name=description]', 'Cá cơm than mua tại cảng Hới.')
    await page.setInputFiles('input[type=file][name=files]', {
      name: 'hop-dong.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(onePagePdf()),
    })
    await page.click('button[name=deed][value=upload]')
    await page.waitForURL('**/tieu-chi/1.1**')
    const { db } = site.services.database
    const answer = await db
      .selectFrom('dossierAnswer')
      .select(['option', 'description'])
      .where('dossierId', '=', draft.dossierId)
      .where('criterion', '=', '1.1')
      .executeTakeFirstOrThrow()
    expect(answer).toEqual({ option: 1, description: 'Cá cơm than mua tại cảng Hới.' })
    const file = await db.selectFrom('paperFile').select('paperId').where('fileName', '=', 'hop-dong.pdf').executeTakeFirstOrThrow()
    const link = await db.selectFrom('dossierEvidence').select('criterion').where('paperId', '=', file.paperId).executeTakeFirstOrThrow()
    expect(link.criterion).toBe('1.1')
  }, 60_000)

  test('checks the answers, declares and files; the receipt shows its number', async () => {
    const { page } = visitor
    await page.goto(`/ho-so/${draft.dossierId}/kiem-tra`)
    await page.check('input[name=declared]', { force: true })
    await page.click('form:has(input[name=declared]) button >> nth=-1')
    await page.waitForURL('**/bien-nhan')
    const row = await site.services.database.db
      .selectFrom('dossierSubmission')
      .select('receiptNumber')
      .where('dossierId', '=', draft.dossierId)
      .executeTakeFirstOrThrow()
    expect(await page.textContent('body')).toContain(row.receiptNumber)
  }, 60_000)

  test('no page asked for a script that it then needed', () => {
    expect(asked).toEqual([])
  })
})
