// A producer's years: one being written, complete enough to file, one filed.
import { fileYear, saveYear } from '#/programme/producer-year/producer-year.actions.ts'
import { actAs, type World } from '#/testing/world.ts'

export async function producerYearStates(world: World) {
  const [draft, filed] = ['2016', '2024'] as const
  for (const year of [draft, filed])
    await actAs(world, 'producer', (ctx) =>
      saveYear(ctx, { producerId: world.producers.own, year }, { workers: '8', workersTrained: '0', revenue: '0' }, 0),
    )
  await actAs(world, 'producer', (ctx) => fileYear(ctx, { producerId: world.producers.own, year: filed }, {}))
  return { producerYear: { draft, filed } }
}
