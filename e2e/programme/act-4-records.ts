// Records the figures are counted from: a sales channel of a register, a course with registration and presence by code.
import assert from 'node:assert/strict'
import { fill, follow, press, textOf, type Stage } from '../story/stage.ts'
import type { Visitor } from '../browser.ts'

const COURSE = 'Lớp tập huấn bán hàng trực tuyến'
const PHONE = '0912345678'

export default async function recordsAreKept(stage: Stage): Promise<void> {
  stage.wait('2026-05-05T02:00:00Z')
  const office = await stage.as('office')
  const producer = await stage.as('producer')
  await channel(producer, office)
  const course = await openCourse(office)
  await register(producer, course)
  await holdCourse(office, producer, await stage.as('communeOfficer'), course)
}

/** The producer enters where it sells, on a phone; the office checks. */
async function channel(producer: Visitor, office: Visitor): Promise<void> {
  const { page } = producer
  await page.goto('/so-theo-doi')
  await producer.look('p4-registers')
  await page.goto('/so-theo-doi/kenh-ban/them')
  await fill(page, { kind: 'floor', name: 'Gian hàng Vạn Triều', since: '05/02/2026' })
  await page.locator('main select[name=producerId]').selectOption({ index: 1 })
  await producer.look('p4-channel-new')
  await press(page, 'Lưu')
  await page.waitForURL(/kenh-ban\/[0-9a-f-]{36}/)
  await office.page.goto(new URL(page.url()).pathname)
  await office.look('p4-channel')
  await press(office.page, 'Xác nhận đã kiểm tra')
  await office.page.goto('/so-theo-doi/kenh-ban?q=van+trieu')
  await office.look('p4-channels')
  assert.match(await textOf(office.page, 'main table'), /Gian hàng Vạn Triều/)
}

async function openCourse({ page, look }: Visitor): Promise<string> {
  await page.goto('/tap-huan')
  await look('p4-courses-empty')
  await page.goto('/tap-huan/them')
  await fill(page, { title: COURSE, topic: 'cycle', startsOn: '12/05/2026', endsOn: '12/05/2026', place: 'Sầm Sơn', seats: '30' })
  await look('p4-course-new')
  await press(page, /Lưu|Thêm/)
  await page.waitForURL(/tap-huan\/[0-9a-f-]{36}/)
  const course = new URL(page.url()).pathname
  await press(page, 'Mở đăng ký')
  await look('p4-course-open')
  return course
}

async function register({ page, look }: Visitor, course: string): Promise<void> {
  await page.goto('/tap-huan')
  await look('p4-courses')
  await follow(page, COURSE)
  assert.equal(new URL(page.url()).pathname, course)
  await fill(page, { personName: 'Trần Thị Vạn', phone: PHONE })
  await press(page, 'Đăng ký người đi học')
  assert.match(await textOf(page), /Trần Thị Vạn/)
  await look('p4-registered')
}

/** Whoever is there types the letters the teacher shows; the phone stays with the office. */
async function holdCourse(office: Visitor, producer: Visitor, commune: Visitor, course: string): Promise<void> {
  const { page } = office
  await page.goto(course)
  await press(page, 'Bắt đầu lớp')
  await press(page, 'Tạo mã mới')
  await office.look('p4-code')
  const code = (await page.locator('.attendance-code').innerText()).trim()
  await producer.page.goto(course)
  await fill(producer.page, { code: 'ZZZZZZ' })
  await press(producer.page, 'Điểm danh')
  assert.ok((await producer.page.locator('.errors').count()) > 0, 'a wrong code is refused')
  await producer.look('p4-code-wrong')
  await fill(producer.page, { code })
  await press(producer.page, 'Điểm danh')
  await producer.look('p4-present')
  await page.goto(`${course}/nguoi-tham-gia`)
  await office.look('p4-people')
  for (const box of await page.locator('main input[name=present]').all()) await box.check()
  await press(page, 'Lưu điểm danh')
  await commune.page.goto(course)
  await commune.look('p4-course-commune')
  assert.doesNotMatch(await textOf(commune.page), new RegExp(PHONE))
}
