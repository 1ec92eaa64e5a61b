// A province's administrator sets up the desks of its districts while there are any, and the ministry's.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { act } from '../context.ts'
import { desksOf, setUpDesk } from './desk.actions.ts'
import { createAccount, grantRole, resetPassword, setupActor } from './people.actions.ts'
import { loadActor } from './people.store.ts'

let services: TestServices
const admin = setupActor('24')
const LAST_DAY = '2025-06-30T03:00:00Z'

beforeAll(async () => {
  services = await testServices({ now: LAST_DAY })
})
afterAll(() => services.close())

const setUp = (place: string, committee = '', by = admin) =>
  act(services, by, (ctx) => setUpDesk(ctx, { place, committee, office: 'Phòng Nông nghiệp và Môi trường' }))

test('on its last day a district still gets a desk; its own administrator keeps only that desk', async () => {
  expect(await setUp('218')).toBe('24.218')
  expect(await desksOf(services.database.db, '24')).toMatchObject([
    { authority: '24' },
    { authority: '24.218', level: 'district', committee: 'Ủy ban nhân dân huyện Lục Nam', office: 'Phòng Nông nghiệp và Môi trường' },
  ])
  await expect(setUp('218')).rejects.toMatchObject({ code: 'invalid', fields: { place: expect.anything() } })
  const make = (username: string, authority: string) =>
    act(services, admin, (ctx) => createAccount(ctx, { username, name: 'Người', password: 'mat-khau-dai-1', authority }))
  const district = await make('qt-huyen', '24.218')
  const clerk = await make('vt-tinh', '24')
  await act(services, admin, (ctx) => grantRole(ctx, { accountId: district, role: 'admin', authority: '24.218' }))
  const keeper = await loadActor(services.database.db, district, services.clock.now())
  if (!keeper) throw new Error('no keeper')
  await expect(act(services, keeper, (ctx) => resetPassword(ctx, clerk, 'mat-khau-moi-9'))).rejects.toMatchObject({ code: 'notFound' })
  await expect(act(services, keeper, (ctx) => grantRole(ctx, { accountId: clerk, role: 'admin' }))).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(
    act(services, keeper, (ctx) => grantRole(ctx, { accountId: district, role: 'admin', authority: '24' })),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(setUp('219', '', keeper)).rejects.toMatchObject({ code: 'forbidden' })
})

test('a district of another province and rubbish are refused', async () => {
  for (const place of ['269', '', 'XX']) await expect(setUp(place)).rejects.toMatchObject({ code: 'invalid' })
})

test('the ministry’s desk is set up under its own name', async () => {
  await expect(setUp('TW')).rejects.toMatchObject({ fields: { committee: expect.anything() } })
  expect(await setUp('TW', 'Bộ Nông nghiệp và Môi trường')).toBe('TW')
})

test('from 01/7/2025 a district is refused, and the refusal names who has its work', async () => {
  services.clock.set('2025-07-01T03:00:00Z')
  await expect(setUp('219')).rejects.toMatchObject({
    fields: { place: { vi: 'Huyện Lục Ngạn kết thúc hoạt động ngày 30/6/2025; nhiệm vụ nay thuộc Ủy ban nhân dân cấp tỉnh.' } },
  })
})
