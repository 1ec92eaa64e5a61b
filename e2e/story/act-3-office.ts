// The province's office, at a desk: the round, reception, the advisory team, the council, the meeting, the release of the pack.
import assert from 'node:assert/strict'
import type { Visitor } from '../browser.ts'
import { addMember } from '#/programme/council/council.actions.ts'
import type { CouncilRole } from '#/programme/council/council.ts'
import { seatBodies, type SeatPerson } from '#/programme/council/council.fixture.ts'
import { seatPeople } from '#/testing/world.ts'
import { fact, fill, hrefOf, idIn, mark, open, pdfText, press, textOf, type Stage } from './stage.ts'

/** seat1 chairs, seat2 is the vice-chair, seat9 keeps the minutes without a vote. */
const roles: Partial<Record<string, CouncilRole>> = { seat1: 'chair', seat2: 'viceChair', seat9: 'secretary' }
const posts: Partial<Record<string, string>> = { seat1: 'Phó Chủ tịch UBND tỉnh', seat2: 'Giám đốc Sở', seat9: 'Chánh Văn phòng' }
/** One seat of each role by the page; the others by the same verb. */
const seatedByHand: readonly SeatPerson[] = ['seat1', 'seat2', 'seat3', 'seat9']

export default async function officePrepares(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  const id = fact(stage, 'dossier').replace('/ho-so/', '')
  await openRound(office)
  await receive(office, id)
  await advise(await stage.as('advisor'), id)
  await setUpCouncil(office, stage)
  await planMeeting(office, stage)
}

async function openRound({ page, look }: Visitor): Promise<void> {
  await page.goto('/tinh')
  await look('03-home')
  await page.goto('/tinh/dot')
  await look('03-rounds')
  await page.goto('/tinh/dot/moi')
  assert.equal(await page.inputValue('main input[name=proposalsDueOn]'), '29/10/2026', "the law's dates are proposed")
  await look('03-round-new')
  await press(page, 'Lập đợt')
  await page.waitForURL(/\/tinh\/dot\/[0-9a-f-]{36}/)
  const doubts = page.locator('main input[name=confirmed]')
  if ((await doubts.count()) > 0) await doubts.check()
  await look('03-round')
  await press(page, /^Mở đợt/)
  assert.match(await textOf(page), /SHA-256/, 'the round pins the pack by its hash')
}

async function receive({ page, look }: Visitor, id: string): Promise<void> {
  await page.goto('/tinh/tiep-nhan')
  assert.match(await textOf(page), /Nước mắm cốt nhĩ/)
  await look('03-reception')
  await page.goto(`/tinh/tiep-nhan/${id}`)
  await look('03-receive')
  await press(page, /cấp xã/)
  for (const verdict of await page.locator('main select[name^="verdict:"]').all())
    if ((await verdict.inputValue()) === '') await verdict.selectOption('present')
  await press(page, 'Lưu kết quả kiểm tra')
  await fill(page, { received: '5' })
  await page.locator('main button[value=mau]').click()
  await page.waitForLoadState()
  await page.locator('main button[value=tiep-nhan]').click()
  await page.waitForLoadState()
  assert.match(await textOf(page), /Đợt 2/)
  await look('03-received')
  await page.goto('/tinh/ho-so?q=nuoc+mam')
  assert.match(await textOf(page), /Nước mắm cốt nhĩ/)
  await look('03-register')
}

async function advise({ page, look }: Visitor, id: string): Promise<void> {
  await page.goto(`/tinh/ho-so/${id}/to-tu-van`)
  for (const state of await page.locator('main select[name^="state:"]').all()) await state.selectOption('done')
  await fill(page, {
    'remark:4.1': 'Hợp đồng đại lý ở 6 tỉnh, một hợp đồng hết hạn tháng 8/2026.',
    summary: 'Đủ điều kiện trình Hội đồng.',
  })
  await page.locator('main input[name="bring:4.1"]').check()
  await look('03-advisory')
  await press(page, /^Ban hành|^Hoàn thành|^Trình/)
  assert.equal(await page.locator('main select').count(), 0, 'the advice is issued')
}

async function setUpCouncil(office: Visitor, stage: Stage): Promise<void> {
  const { page, look } = office
  await page.goto('/tinh/hoi-dong')
  await fill(page, { termFrom: '01/09/2026', termTo: '31/12/2030' })
  await look('03-councils')
  await press(page, 'Lập Hội đồng mới')
  await page.waitForURL(/\/tinh\/hoi-dong\/[0-9a-f-]{36}/)
  stage.facts['council'] = new URL(page.url()).pathname
  const byVerb: [SeatPerson, string, CouncilRole][] = []
  for (const person of seatPeople) {
    const role = roles[person] ?? 'member'
    if (!seatedByHand.includes(person)) {
      byVerb.push([person, seatBodies(stage.world)[person], role])
      continue
    }
    const accounts = page.locator('main select[name=accountId]')
    const account = accounts.locator('option', { hasText: `(${person})` })
    await accounts.selectOption((await account.getAttribute('value')) ?? '')
    await page.locator('main select[name=bodyId]').selectOption(seatBodies(stage.world)[person])
    await fill(page, { post: posts[person] ?? 'Phó Trưởng phòng', role })
    await press(page, 'Thêm thành viên')
  }
  for (const [person, bodyId, role] of byVerb)
    await stage.verb('office', (ctx) =>
      addMember(ctx, idIn(stage, 'council'), {
        accountId: stage.world.accounts[person],
        bodyId,
        post: posts[person] ?? 'Phó Trưởng phòng',
        role,
      }),
    )
  await page.reload()
  await look('03-council')
  await fill(page, { date: '18/09/2026', signer: 'Trần Quốc Huy' })
  await press(page, 'Ban hành quyết định thành lập')
  assert.match(await textOf(page), /Đã thành lập/)
  assert.match(await pdfText(await open(office, await hrefOf(page, /Mở quyết định/))), /HỘI ĐỒNG/i)
  await page.goto(`${stage.facts['council']}/quy-che`)
  assert.equal(await page.inputValue('main input[name=spreadLimit]'), '10')
  await look('03-rules')
}

async function planMeeting({ page, look }: Visitor, stage: Stage): Promise<void> {
  const council = fact(stage, 'council')
  await page.goto(council)
  await fill(page, { name: 'Kỳ họp thứ nhất', day: '06/10/2026', time: '08:00', place: 'Hội trường UBND tỉnh' })
  await page.locator('main select[name=roundId]').selectOption({ index: 1 })
  await mark(page, 'mode', 'meeting')
  await press(page, /^Lập kỳ họp/)
  await page.waitForURL(/ky-hop/)
  stage.facts['meeting'] = new URL(page.url()).pathname
  await page.locator('main input[name=dossier]').check()
  await press(page, 'Đưa vào chương trình')
  await look('03-meeting')
  await press(page, 'Gửi tài liệu cho thành viên')
  assert.match(await textOf(page), /Đã gửi lúc/)
  await page.goto(`${stage.facts['meeting']}/xung-dot`)
  await look('03-conflicts')
}
