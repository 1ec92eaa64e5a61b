// An administrator loads the gazette's words and writes a correction without JavaScript; a second one publishes it; the office takes it into its round.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Locator } from 'playwright-core'
import { criteriaOf } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { makeWorld, TEST_PASSWORD, type World } from '#/testing/world.ts'
import { openRoundRow } from '../src/programme/council/council.fixture.ts'
import { gazetteFile, secondAdmin } from '../src/programme/regulation-revision/revision.fixture.ts'
import { openBrowser, visit, type Visitor } from './browser.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let world: World
let browser: Browser
let folder: string
beforeAll(async () => {
  site = await openSite()
  world = await makeWorld(site.services)
  await secondAdmin(world)
  browser = await openBrowser()
  folder = mkdtempSync(join(tmpdir(), 'regulation-'))
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

async function as(username: string): Promise<Visitor> {
  const visitor = await visit(browser, site, { javaScript: false })
  await visitor.signIn(username, TEST_PASSWORD)
  return visitor
}
/** Presses or follows, and waits for the page it leads to. */
const open = (visitor: Visitor, control: Locator) => Promise.all([visitor.page.waitForEvent('load'), control.click()])
const press = (visitor: Visitor, name: string) => open(visitor, visitor.page.getByRole('button', { name, exact: true }))

test('words are checked, loaded, and shown beside ours', async () => {
  const { current } = site.services.regulations
  const file = gazetteFile(current, 9)
  const [good, bad] = [join(folder, 'cong-bao.yaml'), join(folder, 'sai.yaml')]
  writeFileSync(good, file.text)
  writeFileSync(bad, file.text.replace(/code: ["']?1\.1["']?\n/, 'code: "99.1"\n'))
  const admin = await as('admin')
  await admin.page.goto('/quan-tri/quy-dinh')
  await admin.look('quy-dinh')
  await admin.page.goto(`/quan-tri/quy-dinh/${current.id}/loi-van`)
  await admin.page.getByLabel('Tệp YAML').setInputFiles(bad)
  await admin.page.getByLabel('Lý do').first().fill('Theo Công báo.')
  await press(admin, 'Nạp và dùng từ bây giờ')
  expect(await admin.page.textContent('main')).toContain('Bộ 9 · 99.1')
  await admin.look('loi-van-sai')
  await admin.page.getByLabel('Tệp YAML').setInputFiles(good)
  await press(admin, 'Kiểm tra, chưa lưu')
  expect(await admin.page.textContent('main')).toContain('Chưa lưu gì')
  await admin.page.getByLabel('Tệp YAML').setInputFiles(good)
  await admin.page.getByLabel('Lý do').first().fill('Theo Công báo.')
  await press(admin, 'Nạp và dùng từ bây giờ')
  await admin.look('loi-van')
  await open(admin, admin.page.getByRole('link', { name: /^9\. / }))
  expect(await admin.page.textContent('main')).toContain('Công báo số 5, ngày 30/5/2026')
  await admin.look('loi-van-hai-ben')
  await admin.close()
}, 120_000)

test('the rows of a table that a person must decide are listed, found, and taken as a workbook by those who read the rules', async () => {
  const admin = await as('admin')
  const rows = () => admin.page.locator('main tbody tr').count()
  await admin.page.goto('/quan-tri/quy-dinh')
  await open(admin, admin.page.getByRole('link', { name: 'Bảng đối chiếu tiêu chí' }))
  expect(await rows()).toBe(50)
  await admin.look('doi-chieu')
  await admin.page.goto('/quan-tri/quy-dinh/doi-chieu?bang=qd-1048-2019--qd-148-2023&bo=1&loai=unequal&q=1.a')
  expect(await rows()).toBe(1)
  expect(await admin.page.textContent('main')).toContain('0 trong 3')
  const book = await admin.context.request.get(`/quan-tri/quy-dinh/doi-chieu.xlsx${new URL(admin.page.url()).search}`)
  expect([book.status(), book.headers()['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')])
  await admin.page.goto('/quan-tri/quy-dinh/doi-chieu?bang=../etc&bo=-1&loai=x&trang=0')
  expect(await rows()).toBe(50)
  await admin.close()
  const producer = await as('producer')
  for (const at of ['/quan-tri/quy-dinh/doi-chieu', '/quan-tri/quy-dinh/doi-chieu.xlsx'])
    expect((await producer.context.request.get(at)).status()).toBe(403)
  await producer.close()
}, 120_000)

test('a correction is written on plain pages, confirmed by a second person, and taken into the round', async () => {
  const { current } = site.services.regulations
  const roundId = await openRoundRow(world)
  const { criterion } = criteriaOf(formOf(current, 9))[0]!
  const admin = await as('admin')
  await admin.page.goto('/quan-tri/quy-dinh')
  await open(admin, admin.page.getByRole('button', { name: /Soạn bản mới/ }).first())
  const at = new URL(admin.page.url()).pathname
  await admin.page.goto(`${at}/bo/9/${criterion.code}`)
  await admin.page.getByLabel('Điểm tối đa').fill('99')
  await press(admin, 'Lưu')
  await admin.page.goto(at)
  expect(await admin.page.textContent('main')).toContain('Lỗi phải sửa trước khi trình')
  await admin.look('ban-soan-loi')
  await admin.page.goto(`${at}/bo/9/${criterion.code}`)
  await admin.page.getByLabel('Điểm tối đa').fill(String(criterion.max))
  await admin.page.getByLabel('Tên tiêu chí').fill('Tên tiêu chí đã đính chính')
  await admin.look('sua-tieu-chi')
  await press(admin, 'Lưu')
  await admin.page.goto(`${at}/bo/9`)
  await admin.look('sua-phieu')
  await admin.page.goto(`${at}/chung`)
  await admin.look('sua-chung')
  await admin.page.goto(`${at}/so-sanh`)
  expect(await admin.page.textContent('main')).toContain('Tên tiêu chí đã đính chính')
  await admin.look('so-sanh')
  await admin.page.goto(at)
  await admin.page.getByLabel('Số, ký hiệu văn bản').fill('12/ĐC-TTg')
  await admin.page.getByLabel('Ngày văn bản').fill('10/09/2026')
  await admin.page.getByLabel('Áp dụng từ ngày').fill('15/09/2026')
  await admin.page.getByLabel('Lý do').first().fill('Đính chính lỗi in.')
  await press(admin, 'Trình công bố')
  expect(await admin.page.textContent('main')).toContain('Bạn là người trình')
  await admin.look('ban-soan-da-trinh')
  await admin.close()

  const second = await as('seat1')
  await second.page.goto(at)
  await press(second, 'Xác nhận và công bố')
  expect(await second.page.textContent('main')).toContain('Đã công bố')
  await second.close()

  const office = await as('office')
  await office.page.goto(`/tinh/dot/${roundId}`)
  await open(office, office.page.getByRole('link', { name: 'Xem và áp dụng bản đính chính' }))
  await office.look('dinh-chinh')
  await office.page.getByLabel('Số, ký hiệu văn bản').fill('12/ĐC-TTg')
  await office.page.getByLabel('Ngày văn bản').fill('10/09/2026')
  await office.page.getByLabel('Lý do').fill('Đính chính lỗi in.')
  await press(office, 'Áp dụng bản đính chính')
  expect(await office.page.textContent('main')).toContain('Đợt đang dùng đúng nội dung mới nhất')
  await office.look('dinh-chinh-xong')
  await office.close()
  const round = await site.services.database.db
    .selectFrom('round')
    .select('regulationHash')
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow()
  expect(round.regulationHash).toBe(site.services.regulations.get(current.id).hash)
  expect(round.regulationHash).not.toBe(current.hash)
}, 180_000)
