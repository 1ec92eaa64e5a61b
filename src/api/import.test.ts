import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices, type TestServices } from '#/testing/services.ts'
import { makeWorld, type World } from '#/testing/world.ts'
import { csvOf } from '#/programme/import/import.fixture.ts'
import { testApi, type Ask } from './api.fixture.ts'

let services: TestServices
let world: World
let ask: Ask
beforeAll(async () => {
  services = await testServices({ now: '2026-09-15T02:00:00Z' })
  world = await makeWorld(services)
  ask = await testApi(services).as(world, 'office')
})
afterAll(() => services.close())

const sent = (bytes: Uint8Array | null) => {
  const form = new FormData()
  if (bytes !== null) form.set('file', new File([new Uint8Array(bytes)], 'cu.csv', { type: 'text/csv' }))
  return form
}

test('a file is checked, read row by row, and dropped once; nothing of it is written', async () => {
  const made = await ask(
    'POST',
    '/imports',
    sent(
      csvOf([
        { id: 'A', product: 'Mắm tép' },
        { id: 'B', product: '' },
      ]),
    ),
  )
  expect([made.status, made.body.rows]).toEqual([201, 2])
  const at = `/imports/${made.body.id}`
  expect((await ask('GET', at)).body).toMatchObject({ state: 'checked', rowsTotal: 2, rowsDone: 0, fileName: 'cu.csv' })
  expect((await ask('GET', '/imports')).body.items.map((one: { id: string }) => one.id)).toEqual([made.body.id])
  const bad = await ask('GET', `${at}/rows?outcome=bad`)
  expect(bad.body.items).toMatchObject([{ outcome: 'bad', cells: { id: 'B' } }])
  expect((await ask('GET', `${at}/rows?limit=1`)).body).toMatchObject({ items: [{ cells: { id: 'A' } }], next: expect.any(String) })
  expect((await ask('POST', `${at}/cancel`)).status).toBe(204)
  expect((await ask('POST', `${at}/cancel`)).body.code).toBe('stateConflict')
  expect((await ask('POST', `${at}/confirm`)).status).toBe(409)
  expect((await ask('GET', '/import-questions')).body.items).toEqual([])
})

test.each([
  ['no file', null],
  ['an empty file', new Uint8Array()],
  ['columns nobody knows', new TextEncoder().encode('a,b\n1,2\n')],
])('%s is refused with the field it concerns', async (_what, bytes) => {
  const reply = await ask('POST', '/imports', sent(bytes))
  expect([reply.status, Object.keys(reply.body.errors ?? {})]).toEqual([422, ['file']])
})

test('rubbish in an address or a question is not found or refused', async () => {
  expect((await ask('GET', '/imports/x')).status).toBe(404)
  expect((await ask('GET', `/imports/${world.producers.own}/rows?outcome=bad`)).status).toBe(404)
  expect((await ask('GET', '/import-questions?kind=other')).status).toBe(422)
  expect((await ask('POST', '/import-questions/x/unit', { place: 'e2023:38', reason: 'Theo bản giấy.' })).status).toBe(404)
})
