// What a running plan has made so far: its people, its things by their keys, and the lines checked.
import type { Services } from '../context.ts'
import type { Cast } from './cast.ts'
import type { Check } from './check.ts'
import type { Scenario } from './scenario.schema.ts'
import type { Council } from './session.ts'

export type Run = {
  services: Services
  scenario: Scenario
  cast: Cast
  producers: Map<string, string>
  dossiers: Map<string, string>
  ideas: Map<string, string>
  plans: Map<string, string>
  councils: Map<string, Council>
  rounds: Map<string, string>
  checks: Check[]
}

/** The id behind a key of the plan; throws where its step has not come yet. */
export function idOf(run: Run, key: string): string {
  return known(run.dossiers.get(key), `${key} has not been filed yet`)
}

export function councilOf(run: Run, desk: string): Council {
  return known(run.councils.get(desk), `no council at ${desk}`)
}

export function roundOf(run: Run, desk: string, ordinal: number): string {
  return known(run.rounds.get(`${desk}:${ordinal}`), `${desk} has no round ${ordinal}`)
}

export function known<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new Error(otherwise)
  return value
}
