// Training, promotion and points of sale by API: whole, paged, and deaf to rubbish. Who may do what is in the permission matrix.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storedProduct } from '#/programme/certificate/certificate.fixture.ts'
import { pointIn } from '#/programme/sales-point/sales-point.fixture.ts'
import { courseInput } from '#/programme/training/training.fixture.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { makeWorld, type World } from '#/testing/world.ts'
import { testApi, type Ask } from './api.fixture.ts'

let services: TestServices
let world: World
let office: Ask
let producer: Ask
let anyone: Ask
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
  const api = testApi(services)
  office = await api.as(world, 'office')
  producer = await api.as(world, 'producer')
  anyone = api.anyone
})
afterAll(() => services.close())

test('a course from its plan to the certificates; a phone is told to its keeper alone', async () => {
  expect((await office('POST', '/courses', { ...courseInput, state: 'held' })).status).toBe(422)
  expect(Object.keys((await office('POST', '/courses', { ...courseInput, seats: -1, task: 'x' })).body.errors)).toEqual(['seats'])
  const made = await office('POST', '/courses', courseInput)
  expect(made.status).toBe(201)
  const at = `/courses/${made.body.id}`
  expect((await producer('GET', at)).status).toBe(404)
  expect((await office('POST', `${at}/open`)).status).toBe(204)
  const person = await producer('POST', `${at}/registrations`, { personName: 'Nguyễn Thị Hạnh', phone: '0912 345 678' })
  expect((await office('GET', `${at}/people`)).body).toMatchObject({ total: 1, items: [{ phone: '0912 345 678' }] })
  expect((await producer('GET', `${at}/people`)).body).toMatchObject({ total: 1, items: [{ phone: null }] })
  await office('POST', `${at}/start`)
  await office('POST', `${at}/code`, { minutes: 30 })
  const { code } = (await office('GET', at)).body
  expect((await producer('GET', at)).body.code).toBeNull()
  expect((await producer('POST', `${at}/attend`, { code: code.letters })).body).toEqual({ again: false })
  expect((await producer('POST', `${at}/attend`, { code: code.letters })).body).toEqual({ again: true })
  const shown = [person.body.id]
  expect((await office('POST', `${at}/presence`, { shown, present: shown })).body).toEqual({ changed: 0 })
  expect((await office('POST', `${at}/presence`, { shown: ['x'], present: [] })).status).toBe(422)
  expect((await office('POST', `${at}/hold`, {})).status).toBe(204)
  const signer = { signerName: 'Đỗ Minh Tuấn', signerPost: 'Chánh Văn phòng' }
  expect((await office('POST', `${at}/certificates`, signer)).body).toEqual({ issued: 1 })
  expect((await office('POST', `${at}/certificates`, signer)).body.code).toBe('training.noneToCertify')
})

test('an event with a product, its stall and result, on the calendar of its month', async () => {
  const made = await office('POST', '/events', {
    kind: 'fair',
    title: 'Hội chợ',
    reach: 'province',
    startsOn: '2026-09-14',
    endsOn: '2026-09-15',
  })
  const at = `/events/${made.body.id}`
  expect(
    (
      await office('PUT', at, {
        kind: 'fair',
        title: 'Chợ phiên',
        reach: 'abroad',
        startsOn: '2026-09-14',
        endsOn: '2026-09-15',
        version: 1,
      })
    ).body,
  ).toEqual({
    version: 2,
  })
  await office('POST', `${at}/open`)
  const productId = await storedProduct(world, 'Nước mắm API')
  expect((await producer('POST', `${at}/products`, { productId })).status).toBe(204)
  const [part] = (await producer('GET', at)).body.parts
  await office('POST', `${at}/products/${part.id}/settle`, { to: 'taken' })
  expect((await office('PUT', `${at}/stalls`, { producerId: world.producers.own, stall: 'B3' })).status).toBe(204)
  await office('POST', `${at}/hold`, { visitors: 0 })
  await office('POST', `${at}/products/${part.id}/settle`, { to: 'present' })
  expect((await producer('PUT', `${at}/products/${part.id}/result`, { revenue: 1.5 })).body.errors).toHaveProperty('revenue')
  expect((await producer('PUT', `${at}/products/${part.id}/result`, { revenue: 0, contracts: 2 })).status).toBe(204)
  expect((await office('GET', at)).body.parts).toMatchObject([
    { stall: 'B3', state: 'present', revenue: 0, contracts: 2, contractValue: null },
  ])
  const month = async (text: string) => (await producer('GET', `/activities?month=${text}&area=event`)).body
  expect((await month('2026-09')).items).toMatchObject([{ area: 'event', id: made.body.id, state: 'held' }])
  expect((await month('2026-10')).items).toEqual([])
  expect((await producer('GET', '/activities?month=2026-13')).status).toBe(422)
})

test('points page by cursor; anyone learns where to buy and nothing of who earns what', async () => {
  const ids = [await pointIn(world, 'running'), await pointIn(world, 'running'), await pointIn(world, 'planned')]
  const first = await office('GET', '/sales-points?limit=2')
  expect([first.body.total, first.body.items.length]).toEqual([3, 2])
  const second = await office('GET', first.body.next.replace(/^.*\/api\/v1/, ''))
  expect([...first.body.items, ...second.body.items].map((one: { id: string }) => one.id).toSorted()).toEqual(ids.toSorted())
  expect(
    (await producer('PUT', `/sales-points/${ids[0]}/months/2026-08`, { revenue: 12_500_000, products: 4, ocopProducts: 5 })).body.errors,
  ).toHaveProperty('ocopProducts')
  expect((await producer('PUT', `/sales-points/${ids[0]}/months/2026-08`, { revenue: 0, products: 4, ocopProducts: 2 })).status).toBe(204)
  expect((await office('GET', '/sales-points/months')).body.items).toMatchObject([{ id: ids[0], month: '2026-08-01', state: 'filed' }])
  expect((await office('POST', `/sales-points/${ids[0]}/months/2026-08/judge`, { verdict: 'accepted' })).status).toBe(204)
  expect((await office('PUT', `/sales-points/${ids[2]}/criteria`, { star: 'met' })).status).toBe(422)
  const open = await anyone('GET', '/where-to-buy?q=sam%20son')
  expect(open.body.total).toBe(2)
  expect(JSON.stringify(open.body)).not.toMatch(/operator|revenue|Vạn Triều/)
})
