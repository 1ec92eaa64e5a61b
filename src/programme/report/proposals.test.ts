// Whom a report proposes for commendation (S1:167, S1:179).
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAppError } from '#/platform/errors/app-error.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { dropProposal, propose } from './fill.actions.ts'
import { openedCall } from './report.fixture.ts'
import { proposalsOf } from './proposals.store.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices({ now: '2026-06-05T02:00:00Z' })
  world = await makeWorld(services)
})
afterAll(() => services.close())

test('units and persons are proposed with their merit, each once, by who writes the report; one taken out is gone', async () => {
  const { samSon } = await openedCall(world, {}, 'commendation')
  const put = (person: Person, input: Record<string, unknown>) => actAs(world, person, (ctx) => propose(ctx, samSon, input))
  const refusal = async (work: Promise<unknown>) => {
    try {
      await work
    } catch (error) {
      if (isAppError(error)) return [error.code, ...Object.keys(error.fieldMessages('vi')).toSorted()]
      throw error
    }
    return []
  }
  const unit = { kind: 'unit', name: 'Hợp tác xã Vạn Triều', merit: 'Hai sản phẩm 4 sao.' }
  const person = { kind: 'person', name: 'Nguyễn Thị Hoa', post: 'Giám đốc', merit: 'Giúp mười chủ thể lập hồ sơ.' }
  const id = await put('communeOfficer', unit)
  await put('communeOfficer', person)

  expect(await refusal(put('communeOfficer', { ...unit, name: 'hợp tác xã vạn triều' }))).toEqual(['invalid', 'name'])
  expect(await refusal(put('communeOfficer', { kind: 'group', name: '', merit: '' }))).toEqual(['invalid', 'kind', 'merit', 'name'])
  expect((await refusal(put('otherCommuneOfficer', unit)))[0]).toBe('notFound')
  expect((await proposalsOf(services.database.db, samSon)).map((one) => [one.kind, one.name])).toEqual([
    ['unit', unit.name],
    ['person', person.name],
  ])

  await actAs(world, 'communeOfficer', (ctx) => dropProposal(ctx, samSon, id))
  expect((await refusal(actAs(world, 'communeOfficer', (ctx) => dropProposal(ctx, samSon, id))))[0]).toBe('notFound')
  expect((await proposalsOf(services.database.db, samSon)).map((one) => one.name)).toEqual([person.name])
})
