// A fresh database of the plan's province and the whole plan played on it, for the tests of the plans.
import { extractText, getDocumentProxy } from 'unpdf'
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

/** Names that did not exist in the years of the plans (2020–2023), as they would stand in a paper. */
const ofAnotherTime = [
  /Nông\s+nghiệp\s+và\s+Môi\s+trường/,
  /NNMT/,
  /16\s+tháng\s+6\s+năm\s+2025|19\s+tháng\s+02\s+năm\s+2025/,
  /26\/2026|1489\/QĐ/,
  /Trước\s+01\/7\/2025/,
]

/** Every issued paper of the played plan that carries such a name: "recognitionDecision: NNMT". */
export async function untimelyPapers(services: TestServices): Promise<string[]> {
  const rows = await services.database.db
    .selectFrom('document')
    .select(['kind', 'sha256'])
    .where('state', '<>', 'cancelled')
    .where('mediaType', '=', 'application/pdf')
    .execute()
  const found = new Set<string>()
  for (const row of rows) {
    const bytes = await services.files.read(row.sha256)
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
    for (const name of ofAnotherTime) {
      const match = name.exec(text)
      if (match) found.add(`${row.kind}: ${match[0]} … ${text.slice(Math.max(0, match.index - 80), match.index + 40)}`)
    }
  }
  return [...found]
}
