// The paper that establishes a council, read back from its stored bytes.
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type World } from '#/testing/world.ts'
import { addMember, createCouncil, establishCouncil } from './council.actions.ts'

let services: TestServices
let world: World
let text: string

const seats = [
  { person: 'seat1', post: 'Phó Chủ tịch', body: 0, role: 'chair', printed: 'Chủ tịch Hội đồng', voting: 'có' },
  { person: 'seat2', post: 'Giám đốc', body: 1, role: 'viceChair', printed: 'Phó Chủ tịch Hội đồng', voting: 'có' },
  { person: 'seat5', post: 'Trưởng phòng', body: 2, role: 'member', printed: 'Ủy viên', voting: 'có' },
  { person: 'seat3', post: 'Chi cục trưởng', body: 3, role: 'member', printed: 'Ủy viên', voting: 'có' },
  { person: 'seat9', post: 'Chuyên viên chính', body: 4, role: 'secretary', printed: 'Thư ký (không chấm điểm)', voting: 'không' },
] as const

beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  const councilId = await actAs(world, 'office', (ctx) =>
    createCouncil(ctx, {
      name: 'Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh năm 2026',
      termFrom: '01/03/2026',
      termTo: '28/02/2029',
    }),
  )
  for (const seat of seats)
    await actAs(world, 'office', (ctx) =>
      addMember(ctx, councilId, {
        accountId: world.accounts[seat.person],
        bodyId: world.bodies.departments[seat.body],
        post: seat.post,
        role: seat.role,
      }),
    )
  await actAs(world, 'office', (ctx) =>
    establishCouncil(ctx, councilId, { number: '', date: '20/02/2026', signer: 'Trần Quốc Huy', signerPost: 'Phó Chủ tịch' }),
  )
  const paper = await services.database.db
    .selectFrom('council')
    .innerJoin('document', 'document.id', 'council.decisionDocumentId')
    .select('document.sha256')
    .where('council.id', '=', councilId)
    .executeTakeFirstOrThrow()
  const bytes = await services.files.read(paper.sha256)
  text = (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text.replace(/\s+/g, ' ')
})
afterAll(() => services.close())

test('the members stand in the order they were seated, each with post, body, place in the council and vote', async () => {
  const bodies = await services.database.db.selectFrom('body').select(['id', 'name']).execute()
  const names = await services.database.db.selectFrom('authUser').select(['id', 'name']).execute()
  let from = text.toLocaleLowerCase('vi').lastIndexOf('danh sách thành viên')
  expect(from).toBeGreaterThan(0)
  for (const [index, seat] of seats.entries()) {
    const name = names.find((row) => row.id === world.accounts[seat.person])?.name ?? 'nobody'
    const body = bodies.find((row) => row.id === world.bodies.departments[seat.body])?.name ?? 'no body'
    const line = `${index + 1} ${name} ${seat.post}, ${body} ${seat.printed} ${seat.voting}`
    const at = text.indexOf(line, from)
    expect(at, `"${line}" in order in: ${text.slice(from)}`).toBeGreaterThanOrEqual(from)
    from = at + line.length
  }
  expect(text).toContain(`gồm ${seats.length} thành viên`)
})

test('it names number, day, term and the council', () => {
  expect(text).toContain('Số: 01/QĐ-HĐOCOP')
  expect(text).toContain('ngày 20 tháng 02 năm 2026')
  expect(text).toContain('nhiệm kỳ từ ngày 01/03/2026 đến hết ngày 28/02/2029')
  expect(text).toContain('Về việc thành lập Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh năm 2026')
})

test('it rests on the law on local government and the decision on OCOP, by the chairman’s authority', () => {
  expect(text).toContain('CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH HÓA Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025')
  expect(text).toContain(`Căn cứ Quyết định số ${services.regulations.current.regulation.number}`)
  expect(text.indexOf('Căn cứ')).toBeLessThan(text.indexOf('QUYẾT ĐỊNH:'))
  expect(text).toContain('PHÓ CHỦ TỊCH')
  expect(text).toContain('Trần Quốc Huy')
})
