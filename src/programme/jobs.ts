// Every background job of the programme. Nouns export their own; this is the list pg-boss is started with.
import type { JobDefinition } from '#/platform/jobs/jobs.ts'
import type { Services } from './context.ts'

export function jobDefinitions(_services: Services): JobDefinition[] {
  return []
}
