// Every row that the five plans ask for is served by something that exists and is proved by a test that runs, or it is said why not.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import routes from '../src/app/routes.ts'
import { audiences } from '../src/programme/access/audience.ts'
import { indicators } from '../src/programme/indicator/registry.ts'
import { registers } from '../src/programme/register/registers.ts'
import { addressesOf, entriesOf, inPlan, loadCoverage, nameOf, pageOf, rows, verbs, type Coverage, type Service } from './coverage.ts'

const root = join(import.meta.dirname, '..')
const coverage = loadCoverage()
const addresses = addressesOf(routes)
const entries = entriesOf(coverage)

/**
 * A test bears the title when it is the first argument of a call. A file in which anything is skipped, kept for later or run alone proves nothing:
 * which of its tests run cannot be read from the outside.
 */
function faultOfTest(title: string, source: string): string | null {
  const quoted = [`'${title.replaceAll("'", "\\'")}'`, `"${title.replaceAll('"', '\\"')}"`, `\`${title}\``]
  const literals = quoted.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  if (!new RegExp(`\\(\\s*(?:${literals})\\s*,`).test(source)) return `no test bears the title “${title}”`
  return /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|todo|only|fails|skipIf|runIf)\b/.test(source)
    ? `“${title}” stands in a file that leaves tests out`
    : null
}

/** What a service points to and is not there. */
function faultsOf(service: Service): string[] {
  const unknown = (what: string, names: readonly string[] | undefined, known: (name: string) => boolean) =>
    (names ?? []).filter((name) => !known(name)).map((name) => `${what} ${name} does not exist`)
  const tests = Object.entries(service.tests).flatMap(([file, titles]) => {
    if (!existsSync(join(root, file))) return [`the file ${file} does not exist`]
    const source = readFileSync(join(root, file), 'utf8')
    return titles.flatMap((title) => faultOfTest(title, source) ?? [])
  })
  const slugs = new Set(registers.map((register) => register.slug))
  return [
    ...unknown('the page', service.pages, (name) => addresses.has(name)),
    ...unknown('the deed', service.verbs, (name) => verbs.has(name)),
    ...unknown('the paper', service.papers, (name) => Object.hasOwn(audiences, name)),
    ...unknown('the register', service.registers, (name) => slugs.has(name)),
    ...unknown('the indicator', service.indicators, (name) => Object.hasOwn(indicators, name)),
    ...tests,
    ...(Object.values(service.tests).flat().length === 0 ? ['names no test'] : []),
    ...([service.pages, service.verbs, service.papers, service.registers, service.indicators].some((names) => (names ?? []).length > 0)
      ? []
      : ['serves by nothing']),
  ]
}

describe('the rows of the plans', () => {
  test('are all there, each once', () => {
    expect(Object.entries(Object.groupBy(rows, (row) => row.kind)).map(([kind, of]) => [kind, of?.length])).toEqual([
      ['target', 45],
      ['deadline', 47],
      ['rule', 89],
      ['money', 35],
      ['duty', 256],
      ['function', 324],
      ['document', 66],
    ])
    expect(new Set(rows.map(nameOf)).size).toBe(rows.length)
    expect(rows.filter((row) => !/^S[0-4]$/.test(row.seed) || !/^\d+$/.test(row.line) || row.text === '')).toEqual([])
  })

  test('each is served, or is no software, or is said to be missing: one of the three', () => {
    const states = entries.map((entry) => [
      nameOf(entry.row),
      [entry.services.length > 0, entry.not !== null, entry.missing !== null].filter(Boolean).length,
    ])
    expect(states.filter(([, count]) => count !== 1)).toEqual([])
  })

  test('no name in the file is of no row, or of one already named there', () => {
    const known = new Set(rows.flatMap((row) => [row.id, nameOf(row)]))
    const groups = [...Object.values(coverage.served), ...coverage.not, ...coverage.missing].map((group) => group.rows)
    expect(groups.flat().filter((name) => !known.has(name))).toEqual([])
    for (const group of groups) expect(group).toEqual([...new Set(group)])
  })

  // The figure only goes down: whoever builds what is missing moves its rows and counts anew.
  test('no more are missing than were told', () => {
    expect(entries.filter((entry) => entry.missing !== null)).toHaveLength(0)
  })
})

describe('what serves them', () => {
  test.each(Object.entries(coverage.served))('%s points to what is there, and to tests that run', (_, service) => {
    expect(faultsOf(service)).toEqual([])
  })

  test.each(Object.entries(coverage.served).flatMap(([key, { plan }]) => (plan === undefined ? [] : [[key, plan] as const])))(
    '%s: every row stands in its plan’s file',
    (key, parts) => {
      const own = entries.filter((entry) => entry.services.includes(key)).map((entry) => entry.row)
      expect(own.filter((row) => !inPlan(row).some((place) => parts.includes(place.part))).map(nameOf)).toEqual([])
    },
  )

  test('every target stands in its plan under its own code; deadlines, money and duties stand there too', () => {
    const outside = rows.filter((row) =>
      row.kind === 'target'
        ? !inPlan(row).some((place) => place.part === 'targets' && place.code === row.id)
        : ['deadline', 'money', 'duty'].includes(row.kind) && inPlan(row).length === 0,
    )
    expect(outside.map(nameOf)).toEqual([])
  })

  test('docs/coverage.md says the same: `node scripts/coverage.ts` writes it', () => {
    expect(readFileSync(join(root, 'docs', 'coverage.md'), 'utf8')).toBe(pageOf(coverage, addresses))
  })
})

describe('a fault is seen', () => {
  const sound: Service = {
    title: 'x',
    pages: ['/ke-hoach'],
    tests: { 'scripts/law.test.ts': ['each says where it lives and either names its test or admits to having none'] },
    rows: ['T01'],
  }
  test.each<[Partial<Service>, string]>([
    [{ pages: ['/khong-co'] }, 'the page /khong-co does not exist'],
    [{ verbs: ['idea/fly'] }, 'the deed idea/fly does not exist'],
    [{ papers: ['poem'] }, 'the paper poem does not exist'],
    [{ registers: ['mua'] }, 'the register mua does not exist'],
    [{ indicators: ['luck'] }, 'the indicator luck does not exist'],
    [{ tests: { 'src/none.test.ts': ['a'] } }, 'the file src/none.test.ts does not exist'],
    [{ tests: { 'scripts/law.test.ts': ['never written'] } }, 'no test bears the title “never written”'],
    [{ tests: {} }, 'names no test'],
    [{ pages: [] }, 'serves by nothing'],
  ])('%j: %s', (part, fault) => {
    expect(faultsOf(sound)).toEqual([])
    expect(faultsOf({ ...sound, ...part })).toEqual([fault])
  })

  test.each([
    "test.skip('it runs', () => {})",
    "test.each([1]).skip\ntest.todo('it runs', ",
    "describe.skip('all', () => { test('it runs', () => {}) })",
  ])('a test left out proves nothing: %s', (source) => {
    expect(faultOfTest('it runs', source)).toContain('leaves tests out')
  })

  test('a row with a line of its own leaves the bare id; a row named nowhere, or twice, is told', () => {
    const [first, second] = rows.filter((row) => row.id === 'DOC01')
    if (!first || !second) throw new Error('DOC01 has several lines')
    const all: Coverage = {
      served: { plans: { ...sound, rows: ['DOC01'] } },
      not: [{ reason: 'so', rows: [nameOf(second)] }],
      missing: [],
    }
    expect(entriesOf(all, [first, second]).map((entry) => [entry.services, entry.not])).toEqual([
      [['plans'], null],
      [[], 'so'],
    ])
  })
})
