// A fresh database of the plan's province and the whole plan played on it, for the tests of the plans.
import { testServices, type TestServices } from '#/testing/services.ts'
import { loadScenario } from './load.ts'
import { runScenario } from './run.ts'
import type { Check } from './check.ts'

export type Played = { services: TestServices; checks: Check[] }

export async function play(id: string): Promise<Played> {
  const scenario = loadScenario(id)
  const services = await testServices({ demo: true, now: `${scenario.begins}T02:00:00Z` })
  services.config.provinceCode = scenario.province
  return { services, checks: await runScenario(services, scenario) }
}
