// The members: each declares, opens the pack, scores in the blind; one has a conflict and sees nothing more of the item.
import assert from 'node:assert/strict'
import { fillSheet, readyMember, type SeatPerson } from '#/programme/council/council.fixture.ts'
import { recordArrival } from '#/programme/council/meeting.actions.ts'
import { seatPeople } from '#/testing/world.ts'
import type { Visitor } from '../browser.ts'
import { CONFLICTED, levelsOf, STRICT } from './answers.ts'
import { fact, fill, follow, idIn, press, textOf, type Stage } from './stage.ts'

const scorers: readonly SeatPerson[] = seatPeople.filter((person) => person !== CONFLICTED && person !== 'seat9')
/** The chair, the vice-chair with an ordinary sheet and the strict member score by the page; the others by the same verbs. */
const byPage: readonly SeatPerson[] = ['seat1', 'seat2', STRICT]

export default async function membersScore(stage: Stage): Promise<void> {
  stage.facts['session'] = fact(stage, 'meeting').replace(/^.*\/ky-hop\//, '/hoi-dong/ky-hop/')
  stage.wait('2026-10-05T02:00:00Z')
  await recuse(await stage.as(CONFLICTED), stage)
  const item = idIn(stage, 'item')
  for (const person of scorers)
    if (byPage.includes(person)) await declare(await stage.as(person), person, stage)
    else await readyMember(stage.world, person, item)
  stage.wait('2026-10-06T01:05:00Z')
  await openSession(stage)
  for (const person of scorers)
    if (byPage.includes(person)) await score(await stage.as(person), person, stage)
    else await fillSheet(stage.world, person, item, levelsOf(person))
  await nothingShows(stage)
}

async function recuse({ page, look }: Visitor, stage: Stage): Promise<void> {
  await page.goto('/hoi-dong/ky-hop')
  await look('04-meetings')
  await follow(page, 'Kỳ họp thứ nhất')
  await follow(page, /Nước mắm cốt nhĩ/)
  stage.facts['item'] = new URL(page.url()).pathname
  await page.locator('main summary', { hasText: 'Tôi có xung đột lợi ích' }).click()
  await page.locator('main select[name=cause]').selectOption({ index: 1 })
  await fill(page, { detail: 'Góp vốn vào hợp tác xã từ năm 2022.' })
  await look('04-declare-conflict')
  await press(page, 'Tôi có xung đột lợi ích')
  assert.match(await textOf(page), /đã hồi tỵ/)
  assert.doesNotMatch(await page.content(), /Nước mắm cốt nhĩ/, 'nothing of the item is left to see')
  await look('04-recused')
  await page.goto(fact(stage, 'session'))
  assert.match(await textOf(page), /đã hồi tỵ/)
  assert.doesNotMatch(await page.content(), /Nước mắm cốt nhĩ/)
}

async function declare({ page, look }: Visitor, person: SeatPerson, stage: Stage): Promise<void> {
  await page.goto(fact(stage, 'session'))
  if (person === 'seat1') await look('04-agenda')
  await press(page, /^Tôi không có xung đột/)
  await page.goto(fact(stage, 'item'))
  if (person === 'seat1') await look('04-item')
  await press(page, 'Mở hồ sơ')
}

async function openSession(stage: Stage): Promise<void> {
  const secretary = await stage.as('seat9')
  await secretary.page.goto(fact(stage, 'session'))
  const arrivals = secretary.page.locator('main button[value=arrive]')
  assert.equal(await arrivals.count(), seatPeople.length)
  assert.equal(await arrivals.count(), seatPeople.length)
  for (let pressed = 0; pressed < 2; pressed++) await Promise.all([secretary.page.waitForEvent('load'), arrivals.first().click()])
  await othersArrive(stage)
  await secretary.page.reload()
  await secretary.look('04-presence')
  const chair = await stage.as('seat1')
  await chair.page.goto(fact(stage, 'session'))
  await press(chair.page, 'Khai mạc kỳ họp')
  const office = await stage.as('office')
  await office.page.goto(fact(stage, 'meeting'))
  assert.match(await textOf(office.page), /Ai đã mở hồ sơ.*Nguyễn Văn Chủ/, 'who opened the pack is on record')
  await office.look('04-office-meeting')
}

/** Whom the page has not taken down yet, by the same verb. */
async function othersArrive(stage: Stage): Promise<void> {
  const { db } = stage.world.services.database
  const meetingId = idIn(stage, 'meeting')
  const here = db.selectFrom('presence').select('memberId').where('meetingId', '=', meetingId)
  const absent = await db.selectFrom('councilMember').select('id').where('id', 'not in', here).execute()
  assert.equal(absent.length, seatPeople.length - 2)
  for (const { id } of absent) await stage.verb('seat9', (ctx) => recordArrival(ctx, meetingId, id))
}

async function score({ page, look }: Visitor, person: SeatPerson, stage: Stage): Promise<void> {
  const item = fact(stage, 'item')
  await page.goto(item)
  if ((await page.locator('main button[value=start]').count()) > 0) await press(page, 'Bắt đầu chấm điểm')
  assert.equal(await page.locator('main input[type=radio]:checked').count(), 0, 'nothing is chosen beforehand')
  if (person === 'seat1') await look('04-sheet-empty')
  await page.locator('[data-score-keys]:not([hidden])').waitFor()
  // The sheet opens at the criterion the advisory team brings to the council: 4.1.
  const before = await page
    .locator('main [data-score]')
    .evaluateAll((rows) => rows.findIndex((row) => row.hasAttribute('data-score-current')))
  assert.ok(before > 0)
  for (let step = 0; step < before; step++) await page.keyboard.press('k')
  for (const key of await keysFor(page, levelsOf(person))) {
    await page.keyboard.press(key)
    await page.keyboard.press('j')
  }
  const left = await page
    .locator('main [data-score]:not(:has(input:checked))')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-score')))
  assert.deepEqual(left, [], 'every key reached its row')
  assert.match(await textOf(page, '.statusbar'), new RegExp(`^${person === STRICT ? 66 : 78} .*31/31`))
  if (person === 'seat1') await look('04-sheet-scored')
  if (person === STRICT) {
    await page.keyboard.press('k')
    await page.keyboard.press('n')
    await page.keyboard.type('Chưa thấy hợp đồng xuất khẩu.')
  }
  await press(page, 'Kiểm tra và hoàn tất')
  await page.waitForURL(/hoan-tat/)
  if (person === 'seat1') await look('04-finalise')
  await press(page, 'Hoàn tất phiếu')
  assert.match(await textOf(page), /Phiếu của bạn đã hoàn tất/)
  if (person === STRICT) await look('04-final')
}

/** The digit of the wanted level on each row, as the sheet stands: a form that prints its own 0 has no box for "none reached". */
async function keysFor(page: Visitor['page'], levels: Readonly<Record<string, number>>): Promise<string[]> {
  const rows = await page.locator('main [data-score]').evaluateAll((found) =>
    found.map((row) => ({
      code: row.getAttribute('data-score') ?? '',
      values: [...row.querySelectorAll('input[type=radio]')].map((radio) => radio.getAttribute('value') ?? ''),
    })),
  )
  return rows.map(({ code, values }) => String(Math.max(0, values.indexOf(String(levels[code] ?? 0))) + 1))
}

/** Everyone is final; the scores are still nobody's but one's own. */
async function nothingShows(stage: Stage): Promise<void> {
  const closing = `${fact(stage, 'item').replace('/muc/', '/ho-so/')}/dong`
  for (const person of ['seat1', 'seat2', 'office'] as const) {
    const { page, look } = await stage.as(person)
    for (const path of person === 'office' ? [fact(stage, 'meeting')] : [fact(stage, 'session'), closing]) {
      await page.goto(path)
      assert.doesNotMatch(await textOf(page), /\b66\b|76,\d/, `${person} sees neither the lowest sheet nor the mean at ${path}`)
    }
    if (person === 'seat1') await look('04-closing-blind')
  }
  stage.facts['closing'] = closing
}
