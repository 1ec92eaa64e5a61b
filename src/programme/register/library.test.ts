import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAppError } from '#/platform/errors/app-error.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, actorOf, makeWorld, type Person, type World } from '#/testing/world.ts'
import { addRecord } from './register.actions.ts'
import { registerAt } from './registers.ts'
import { listRecords, type RecordQuery } from './register.store.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

const all: RecordQuery = { search: '', state: 'open', choices: {}, year: null, sort: null, of: null, page: 1, perPage: 50 }

const add = (person: Person, slug: string, input: Record<string, unknown>) =>
  actAs(world, person, (ctx) => addRecord(ctx, registerAt(slug), input))
/** What is said at the field; the code where nothing is. */
async function said(work: Promise<unknown>, field: string): Promise<string> {
  try {
    await work
  } catch (error) {
    if (isAppError(error)) return error.fieldMessages('vi')[field] ?? error.code
    throw error
  }
  return ''
}
async function titles(person: Person, slug: string, query: Partial<RecordQuery> = {}): Promise<unknown[]> {
  const { rows } = await listRecords(services.database.db, await actorOf(world, person), registerAt(slug), { ...all, ...query })
  return rows.map((row) => row['title'])
}

test('a policy, the identity and what is known of markets: read by everyone of the province, kept by its office, with the days they hold', async () => {
  const policy = {
    kind: 'policy',
    title: 'Hỗ trợ bao bì, tem truy xuất',
    number: '22/2021/NQ-HĐND',
    issuedOn: '09/12/2021',
    validTo: '31/12/2026',
  }
  const identity = { kind: 'identity', title: 'Bộ nhận diện OCOP', issuedOn: '01/02/2026', link: 'https://example.vn/bo-nhan-dien' }
  const market = { kind: 'market', title: 'Nước mắm tại thị trường Hàn Quốc', issuedOn: '03/03/2026' }
  for (const input of [policy, identity, market]) await add('office', 'thu-vien', input)

  for (const reader of ['producer', 'communeOfficer', 'leader'] as const)
    expect(await titles(reader, 'thu-vien')).toEqual([market.title, identity.title, policy.title])
  expect(await titles('otherProvinceOffice', 'thu-vien')).toEqual([])
  expect(await titles('producer', 'thu-vien', { choices: { kind: 'policy' } })).toEqual([policy.title])
  expect(await titles('producer', 'thu-vien', { search: 'bo nhan dien' })).toEqual([identity.title])

  expect(await said(add('office', 'thu-vien', { ...policy, validTo: '08/12/2021' }), 'validTo')).toMatch(/không trước ngày ban hành/)
  expect(await said(add('office', 'thu-vien', { ...identity, link: '' }), 'link')).toMatch(/nơi tải/)
  expect(await said(add('producer', 'thu-vien', market), 'title')).toBe('forbidden')
  expect(await titles('office', 'thu-vien')).toHaveLength(3)
})

test('an advanced commune’s key products stand beside its standing, read by the commune', async () => {
  const standing = {
    communeCode: 'Phường Sầm Sơn',
    status: 'advanced',
    since: '01/02/2026',
    decisionNumber: '15/QĐ-UBND',
    keyProducts: 'Nước mắm, mắm tôm',
  }
  await add('office', 'nong-thon-moi', standing)
  const { rows } = await listRecords(services.database.db, await actorOf(world, 'communeOfficer'), registerAt('nong-thon-moi'), all)
  expect(rows.map((row) => [row['status'], row['keyProducts']])).toEqual([['advanced', 'Nước mắm, mắm tôm']])
  expect(
    await said(add('office', 'nong-thon-moi', { ...standing, since: '01/03/2026', keyProducts: 'a'.repeat(501) }), 'keyProducts'),
  ).toMatch(/Dài quá 500/)
})

test('a pilot model, a science task, a green product: with who leads, place and result; a producer reads its own', async () => {
  const own = { producerId: 'Hợp tác xã Vạn Triều', communeCode: 'Phường Sầm Sơn' }
  await add('office', 'mo-hinh', { kind: 'model', title: 'Mô hình điểm làng nghề', startsOn: '01/02/2026', ...own, amount: '150.000.000' })
  await add('office', 'mo-hinh', {
    kind: 'science',
    title: 'Bảo quản nước mắm',
    leadBody: 'Sở Khoa học và Công nghệ',
    startsOn: '01/03/2026',
  })
  await add('office', 'mo-hinh', {
    kind: 'green',
    title: 'Chai tái sử dụng',
    startsOn: '01/04/2026',
    ...own,
    result: 'Giảm 2.000 chai nhựa.',
  })

  expect(await titles('office', 'mo-hinh')).toEqual(['Chai tái sử dụng', 'Bảo quản nước mắm', 'Mô hình điểm làng nghề'])
  expect(await titles('office', 'mo-hinh', { choices: { kind: 'green' } })).toEqual(['Chai tái sử dụng'])
  expect(await titles('producer', 'mo-hinh')).toEqual(['Chai tái sử dụng', 'Mô hình điểm làng nghề'])
  expect(await titles('otherProducer', 'mo-hinh')).toEqual([])
  expect(await titles('communeOfficer', 'mo-hinh')).toEqual(['Chai tái sử dụng', 'Mô hình điểm làng nghề'])

  const project = { kind: 'project', title: 'Dự án chuỗi mắm', startsOn: '01/05/2026' }
  expect(await said(add('office', 'mo-hinh', { ...project, endsOn: '30/04/2026' }), 'endsOn')).toMatch(/không trước ngày đầu/)
  expect(await said(add('office', 'mo-hinh', { ...project, amount: '1,5' }), 'amount')).not.toBe('')
  // A place is the unit of its day: before 01/7/2025 the commune of that time.
  expect(await said(add('office', 'mo-hinh', { ...project, startsOn: '01/05/2024', communeCode: 'Xã Hậu Lộc' }), 'communeCode')).not.toBe(
    '',
  )
  expect(await said(add('communeOfficer', 'mo-hinh', { ...project, communeCode: 'Phường Sầm Sơn' }), 'title')).toBe('forbidden')
})
