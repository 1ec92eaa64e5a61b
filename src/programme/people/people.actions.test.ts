import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { verifyLedger } from '#/platform/audit/ledger.ts'
import { act } from '../context.ts'
import { accountById, listAccounts } from './account.store.ts'
import { createAccount, grantRole, resetPassword, revokeRole, setBlocked, setupActor } from './people.actions.ts'
import { loadActor } from './people.store.ts'
import { signIn } from './sign-in.ts'
import { accountOfToken, createToken, revokeToken } from './token.actions.ts'

let services: TestServices
const admin = setupActor('38')

beforeAll(async () => {
  services = await testServices()
})
afterAll(() => services.close())

const enter = (username: string, password: string) =>
  signIn(services, services.auth, { username, password, address: '127.0.0.1', headers: new Headers() })

test('an account signs in with its name and password, a blocked one does not, and both refusals read the same', async () => {
  const id = await act(services, admin, (ctx) =>
    createAccount(ctx, { username: 'Chu.The-1', name: '  Nguyễn   Thị Hạnh ', password: 'mat-khau-dai-1' }),
  )
  expect((await enter('chu.the-1', 'mat-khau-dai-1')).cookies.join()).toContain('ocop')
  await expect(enter('chu.the-1', 'sai-mat-khau')).rejects.toMatchObject({ code: 'signInFailed' })
  await expect(enter('khong-co', 'mat-khau-dai-1')).rejects.toMatchObject({ code: 'signInFailed' })
  await act(services, admin, (ctx) => setBlocked(ctx, id, true))
  await expect(enter('chu.the-1', 'mat-khau-dai-1')).rejects.toMatchObject({ code: 'signInFailed' })
  expect(await loadActor(services.database.db, id, services.clock.now())).toBeNull()
  await act(services, admin, (ctx) => setBlocked(ctx, id, false))
  await act(services, admin, (ctx) => resetPassword(ctx, id, 'mat-khau-moi-2'))
  await expect(enter('chu.the-1', 'mat-khau-dai-1')).rejects.toMatchObject({ code: 'signInFailed' })
  expect((await enter('chu.the-1', 'mat-khau-moi-2')).cookies.length).toBeGreaterThan(0)
})

test('the eleventh wrong password for a name waits, whatever address it comes from', async () => {
  await act(services, admin, (ctx) => createAccount(ctx, { username: 'bi-do', name: 'Người bị dò', password: 'mat-khau-dai-1' }))
  for (let tries = 0; tries < 10; tries++)
    await expect(
      signIn(services, services.auth, { username: 'bi-do', password: 'sai', address: `10.0.0.${tries}`, headers: new Headers() }),
    ).rejects.toMatchObject({ code: 'signInFailed' })
  await expect(enter('bi-do', 'mat-khau-dai-1')).rejects.toMatchObject({ code: 'tooMany' })
})

test('bad account data is refused field by field, and a name is taken once', async () => {
  await expect(
    act(services, admin, (ctx) => createAccount(ctx, { username: 'Đặng Ánh', name: ' ', password: 'ngan' })),
  ).rejects.toMatchObject({
    code: 'invalid',
    fields: { username: expect.anything(), name: expect.anything(), password: expect.anything() },
  })
  await act(services, admin, (ctx) => createAccount(ctx, { username: 'mot-lan', name: 'Một Lần', password: 'mat-khau-dai-1' }))
  await expect(
    act(services, admin, (ctx) => createAccount(ctx, { username: 'MOT-LAN', name: 'Hai', password: 'mat-khau-dai-1' })),
  ).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('a role needs its scope, is in force by its days, and can be taken back', async () => {
  const id = await act(services, admin, (ctx) => createAccount(ctx, { username: 'can-bo', name: 'Cán bộ', password: 'mat-khau-dai-1' }))
  await expect(act(services, admin, (ctx) => grantRole(ctx, { accountId: id, role: 'communeOfficer' }))).rejects.toMatchObject({
    code: 'badRequest',
  })
  await act(services, admin, (ctx) =>
    grantRole(ctx, { accountId: id, role: 'communeOfficer', communeCode: '16531', validFrom: '2026-09-01', validTo: '2026-09-30' }),
  )
  const rolesOn = async (iso: string) => (await loadActor(services.database.db, id, new Date(iso)))?.grants.map((grant) => grant.role)
  expect(await rolesOn('2026-08-31T16:59:59Z')).toEqual([])
  expect(await rolesOn('2026-08-31T17:00:00Z')).toEqual(['communeOfficer'])
  expect(await rolesOn('2026-09-30T16:59:59Z')).toEqual(['communeOfficer'])
  expect(await rolesOn('2026-09-30T17:00:00Z')).toEqual([])
  const account = await accountById(services.database.db, admin, id, services.clock.now())
  await act(services, admin, (ctx) => revokeRole(ctx, account?.grants[0]?.id ?? ''))
  expect(await rolesOn('2026-09-10T00:00:00Z')).toEqual([])
})

test('only an administrator of the province makes accounts, and another province is not seen', async () => {
  const stranger = { ...admin, accountId: 'x', grants: [] }
  await expect(
    act(services, stranger, (ctx) => createAccount(ctx, { username: 'len-lut', name: 'A', password: 'mat-khau-dai-1' })),
  ).rejects.toMatchObject({
    code: 'forbidden',
  })
  const id = await act(services, admin, (ctx) => createAccount(ctx, { username: 'o-tinh-38', name: 'A', password: 'mat-khau-dai-1' }))
  expect(await accountById(services.database.db, setupActor('01'), id, services.clock.now())).toBeNull()
  await expect(act(services, setupActor('01'), (ctx) => setBlocked(ctx, id, true))).rejects.toMatchObject({ code: 'notFound' })
})

test('accounts are found without accents', async () => {
  await act(services, admin, (ctx) => createAccount(ctx, { username: 'duong', name: 'Đặng Thị Dương', password: 'mat-khau-dai-1' }))
  expect((await listAccounts(services.database.db, admin, { query: 'dang thi duong', page: 1 })).rows.map((row) => row.username)).toEqual([
    'duong',
  ])
  expect((await listAccounts(services.database.db, admin, { query: '100%', page: 1 })).total).toBe(0)
})

test('a token speaks for its account until it is revoked or runs out', async () => {
  const id = await act(services, admin, (ctx) => createAccount(ctx, { username: 'may-khac', name: 'Máy khác', password: 'mat-khau-dai-1' }))
  const actor = await loadActor(services.database.db, id, services.clock.now())
  if (!actor) throw new Error('no actor')
  const { id: tokenId, token } = await act(services, actor, (ctx) =>
    createToken(ctx, { name: 'kế toán', expiresAt: new Date('2026-12-31T00:00:00Z') }),
  )
  const speaksFor = (text: string, at: string) => accountOfToken(services.database.db, text, new Date(at))
  expect(await speaksFor(token, '2026-10-01T00:00:00Z')).toBe(id)
  expect(await speaksFor(token, '2026-12-31T00:00:01Z')).toBeNull()
  expect(await speaksFor(`${token.slice(0, -1)}?`, '2026-10-01T00:00:00Z')).toBeNull()
  await expect(act(services, admin, (ctx) => revokeToken(ctx, tokenId))).rejects.toMatchObject({ code: 'notFound' })
  await act(services, actor, (ctx) => revokeToken(ctx, tokenId))
  expect(await speaksFor(token, '2026-10-01T00:00:00Z')).toBeNull()
})

test('the ledger of all this verifies, and a changed row is found', async () => {
  const { db } = services.database
  const sound = await verifyLedger(db)
  expect(sound.faults).toEqual([])
  expect(sound.entries).toBeGreaterThan(10)
  await db.updateTable('auditEntry').set({ actorName: 'Người khác' }).where('seq', '=', 3).where('provinceCode', '=', '38').execute()
  expect((await verifyLedger(db)).faults).toEqual([{ provinceCode: '38', seq: 3, fault: 'hash' }])
  await db.deleteFrom('auditEntry').where('seq', '=', 3).where('provinceCode', '=', '38').execute()
  expect((await verifyLedger(db)).faults).toEqual([{ provinceCode: '38', seq: 4, fault: 'gap' }])
})
