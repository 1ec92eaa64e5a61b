import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#/platform/database/id.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { HAU_LOC, makeWorld, SAM_SON, type World } from '#/testing/world.ts'
import { figureOf, figuresByUnit } from './figures.store.ts'
import { recognised, year2026 } from './indicator.fixture.ts'

let services: TestServices
let world: World
beforeAll(async () => {
  services = await testServices()
  world = await makeWorld(services)
})
afterAll(() => services.close())

async function course(
  over: { endsOn?: string; state?: string; authority?: string; topic?: string },
  present: readonly (string | null)[],
): Promise<void> {
  const { db } = services.database
  const id = newId()
  const now = services.clock.now()
  await db
    .insertInto('trainingCourse')
    .values({
      id,
      provinceCode: '38',
      authority: over.authority ?? '38',
      kind: 'training',
      title: 'Chu trình OCOP',
      topic: over.topic ?? 'cycle',
      audience: 'both',
      startsOn: '2026-03-01',
      endsOn: over.endsOn ?? '2026-03-02',
      state: over.state ?? 'held',
      createdBy: 'x',
      createdAt: now,
    })
    .execute()
  for (const [index, producerId] of present.entries())
    await db
      .insertInto('trainingAttendance')
      .values({
        id: newId(),
        courseId: id,
        personName: `Người ${index}`,
        role: 'producer',
        producerId,
        source: 'list',
        present: true,
        createdBy: 'x',
        createdAt: now,
      })
      .execute()
}

test('a course with people of two communes is one course, one in each commune; producers are counted once', async () => {
  const { db } = services.database
  const { own, other } = world.producers
  await recognised(world, { producerId: own })
  await recognised(world, { producerId: own })
  await recognised(world, { producerId: other })
  await course({}, [own, own, other, null])
  await course({ endsOn: '2026-12-31', authority: '38.380' }, [own])
  await course({ endsOn: '2027-01-01' }, [other])
  await course({ state: 'cancelled' }, [other])
  await course({ authority: '37' }, [other])
  const held = await figureOf(db, 'trainings-held', year2026, { topic: 'cycle' }, services.clock.now())
  expect(held).toMatchObject({ numerator: 2, denominator: null, blank: null, asOf: '2026-12-31' })
  const parts = await figuresByUnit(db, 'trainings-held', year2026, {}, 'commune')
  expect(parts.filter((part) => part.numerator > 0).map(({ code, numerator }) => [code, numerator])).toEqual([
    [HAU_LOC, 1],
    [SAM_SON, 2],
  ])
  expect(await figureOf(db, 'trainings-held', year2026, { topic: 'marketing' }, services.clock.now())).toMatchObject({ numerator: 0 })
  expect(await figureOf(db, 'producers-trained', year2026, {}, services.clock.now())).toMatchObject({ numerator: 2, denominator: 2 })
  expect(
    await figureOf(db, 'producers-trained', { ...year2026, from: '2026-03-03', communeCode: HAU_LOC }, {}, services.clock.now()),
  ).toMatchObject({
    numerator: 0,
    denominator: 1,
  })
  expect(await figureOf(db, 'producers-in-links', { ...year2026, to: '2026-01-01' }, {}, services.clock.now())).toMatchObject({
    denominator: 0,
    blank: { en: 'No producer has a product in force on the day.' },
  })
})
