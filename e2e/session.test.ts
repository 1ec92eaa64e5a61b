// Whose page it is: the cookie's signature, the session behind it, and how it grows older.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, TEST_PASSWORD, type World } from '#/testing/world.ts'
import { openSite, type Site } from './site.ts'

const HOUR = 3_600_000
let site: Site
let world: World

beforeAll(async () => {
  site = await openSite()
  world = await makeWorld(site.services)
}, 120_000)
afterAll(() => site.close())

async function signIn(username: string): Promise<string> {
  const answer = await site.services.auth.api.signInUsername({ body: { username, password: TEST_PASSWORD }, asResponse: true })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}
/** Whether the page of one's own account opens with this cookie. */
async function opens(cookie: string): Promise<boolean> {
  const answer = await fetch(`${site.url}/tai-khoan`, { headers: { cookie }, redirect: 'manual' })
  if (answer.status !== 200) expect(answer.headers.get('location')).toMatch(/^\/dang-nhap/)
  return answer.status === 200
}
const tokenIn = (cookie: string) => decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? ''
const sessions = () => site.services.database.db

test('only a token with its own signature is a session', async () => {
  const mine = await signIn('office')
  const other = await signIn('leader')
  expect(await opens(mine)).toBe(true)
  const [name = '', value = ''] = mine.split('=')
  const [token = '', signature = ''] = decodeURIComponent(value).split('.')
  const forged = [
    `${name}=${token}`,
    `${name}=${encodeURIComponent(`${tokenIn(other)}.${signature}`)}`,
    `${name}=${encodeURIComponent(`${token}.${signature.slice(0, -2)}A=`)}`,
    `${name}=%E0%A4%A`,
    `${name}=`,
  ]
  for (const cookie of forged) expect(await opens(cookie), cookie).toBe(false)
})

test('an ended session, one that has run out and a blocked account open nothing', async () => {
  const late = await signIn('office')
  await sessions()
    .updateTable('authSession')
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where('token', '=', tokenIn(late))
    .execute()
  expect(await opens(late)).toBe(false)
  const ended = await signIn('office')
  await sessions().deleteFrom('authSession').where('token', '=', tokenIn(ended)).execute()
  expect(await opens(ended)).toBe(false)
  const blocked = await signIn('advisor')
  await sessions().updateTable('authUser').set({ blockedAt: new Date() }).where('id', '=', world.accounts.advisor).execute()
  expect(await opens(blocked)).toBe(false)
})

test('a session in use is prolonged once it is an hour old, and not before', async () => {
  const cookie = await signIn('clerk')
  const ends = async () =>
    (
      await sessions().selectFrom('authSession').select('expiresAt').where('token', '=', tokenIn(cookie)).executeTakeFirstOrThrow()
    ).expiresAt.getTime()
  const put = (at: number) =>
    sessions()
      .updateTable('authSession')
      .set({ expiresAt: new Date(at) })
      .where('token', '=', tokenIn(cookie))
      .execute()
  const young = Date.now() + 11.5 * HOUR
  await put(young)
  expect(await opens(cookie)).toBe(true)
  expect(await ends()).toBe(young)
  await put(Date.now() + 10.5 * HOUR)
  expect(await opens(cookie)).toBe(true)
  expect(await ends()).toBeGreaterThan(Date.now() + 11.9 * HOUR)
})
