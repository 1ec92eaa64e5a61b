import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, people, SAM_SON, type World } from '#/testing/world.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { loadActor } from './people.store.ts'
import { userCommand } from './user.cli.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

async function run(args: string[], stdin = ''): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const io = { out: (text: string) => void (said.out += `${text}\n`), err: (text: string) => void (said.err += `${text}\n`) }
  const code = await userCommand(args, io, services, { stdin: async () => stdin, ask: null })
  return { code, ...said }
}

async function accountNamed(username: string) {
  const row = await services.database.db.selectFrom('authUser').select('id').where('username', '=', username).executeTakeFirst()
  return row ? loadActor(services.database.db, row.id, services.clock.now()) : null
}
const signsIn = (username: string, password: string) =>
  services.auth.api.signInUsername({ body: { username, password } }).then(
    (answer) => answer !== null,
    () => false,
  )

test('an account is made with its role and scope, and its password from standard input works', async () => {
  const made = await run(
    ['add', '--username', 'can.bo', '--name', 'Lê Thị Cán', '--role', 'communeOfficer', '--commune', SAM_SON, '--password-stdin'],
    'mat-khau-moi-tinh\n',
  )
  expect(made.code).toBe(0)
  expect(made.out).not.toContain('mat-khau')
  expect((await accountNamed('can.bo'))?.grants).toMatchObject([
    { role: 'communeOfficer', communeCode: SAM_SON, bodyId: world.bodies.samSon },
  ])
  expect(await signsIn('can.bo', 'mat-khau-moi-tinh')).toBe(true)
})

test('an officer of another body is made by the body’s short name', async () => {
  const made = await run(['add', '--username', 'so.ct', '--name', 'Sở Công', '--role', 'bodyOfficer', '--body', 'SCT'])
  expect(made.code).toBe(0)
  expect((await accountNamed('so.ct'))?.grants).toMatchObject([{ role: 'bodyOfficer', bodyId: world.bodies.departments[1] }])
  await expect(run(['add', '--username', 'so.x', '--name', 'X', '--role', 'bodyOfficer', '--body', 'SX'])).rejects.toMatchObject({
    fields: { body: expect.anything() },
  })
})

test('without a password one is made and printed once', async () => {
  const made = await run(['add', '--username', 'chu.the', '--name', 'Chủ Thể', '--role', 'producer', '--producer', '2801234567'])
  const password = /: ([a-z2-9-]{23})$/m.exec(made.out)?.[1] ?? ''
  expect(await signsIn('chu.the', password)).toBe(true)
  expect((await accountNamed('chu.the'))?.grants).toMatchObject([{ role: 'producer', producerId: world.producers.own }])
})

test.each([
  [['add', '--username', 'x1', '--name', 'X', '--role', 'chief'], 'chief'],
  [['add', '--username', 'x1', '--name', 'X'], 'user add'],
  [['remove', '--username', 'x1', '--name', 'X', '--role', 'admin'], 'user add'],
])('%j ends with 2 and names the fault', async (args, fault) => {
  const answer = await run(args)
  expect(answer.code).toBe(2)
  expect(answer.err).toContain(fault)
})

test.each([
  [['--role', 'communeOfficer', '--commune', '99999'], 'commune'],
  [['--role', 'communeOfficer'], 'commune'],
  [['--role', 'producer', '--producer', '0000000000'], 'producer'],
  [['--role', 'admin', '--password', 'ngan'], 'password'],
])('%j makes no account and names %s', async (args, field) => {
  await expect(run(['add', '--username', 'half.made', '--name', 'X', ...args])).rejects.toMatchObject({
    code: 'invalid',
    fields: { [field]: expect.anything() },
  })
  expect(await accountNamed('half.made')).toBeNull()
})

test('a name that is taken is refused', async () => {
  await expect(run(['add', '--username', people[0]?.toLowerCase() ?? '', '--name', 'X', '--role', 'admin'])).rejects.toMatchObject({
    fields: { username: expect.anything() },
  })
})
