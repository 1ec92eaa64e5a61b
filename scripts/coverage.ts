// What serves every row that the five plans ask for: plans/coverage.yaml read, joined with plans/seed-requirements.csv and checked against the
// program. `node scripts/coverage.ts` writes docs/coverage.md anew; scripts/coverage.test.ts fails when it is stale or points to nothing.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import { parse } from 'yaml'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Each stands alone: objectives, legal bases and anomalies of the plans are no work to be served; docs/law.md tells how those were read. */
const kinds = ['target', 'deadline', 'rule', 'money', 'duty', 'function', 'document'] as const
type Kind = (typeof kinds)[number]

const kindTitles: Record<Kind, string> = {
  target: 'Targets (chỉ tiêu)',
  deadline: 'Deadlines (thời hạn)',
  rule: 'Rules (quy tắc)',
  money: 'Money (kinh phí)',
  duty: 'Duties of bodies (nhiệm vụ của các cơ quan)',
  function: 'Functions (chức năng)',
  document: 'Documents (văn bản)',
}

/** The plans by the name the rows give them. */
const seeds: Record<string, string> = {
  S0: 'son-tay-2023',
  S1: 'binh-phuoc-2022',
  S2: 'viet-tri-2023',
  S3: 'thanh-hoa-2021',
  S4: 'luc-nam-2020',
}

export type Row = { kind: Kind; id: string; seed: string; line: string; quote: string; text: string; value: string }

/** One row of the table; "F28@S2:145" is unique, "F28" may stand for several lines. */
export const nameOf = (row: Row): string => `${row.id}@${row.seed}:${row.line}`

/** Fields in quotes may hold commas and quotes, no line breaks. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .map((match) => (match[1] ?? '').replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'))
    .slice(0, 8)
}

export const rows: Row[] = read('plans/seed-requirements.csv')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [kind = '', id = '', seed = '', , at = '', quote = '', text = '', value = ''] = cellsOf(line)
    return { kind: kind as Kind, id, seed, line: at, quote, text, value }
  })
  .filter((row) => kinds.includes(row.kind))

const list = z.array(z.string().min(1))
const service = z.strictObject({
  /** In a few words, for the heading. */
  title: z.string(),
  pages: list.optional(),
  verbs: list.optional(),
  papers: list.optional(),
  registers: list.optional(),
  indicators: list.optional(),
  /** Every row of the service must stand in its seed's plan file, in one of these parts. */
  plan: list.optional(),
  tests: z.record(z.string(), list),
  rows: list,
})
export type Service = z.infer<typeof service>

const coverage = z.strictObject({
  served: z.record(z.string(), service),
  not: z.array(z.strictObject({ reason: z.string(), rows: list })),
  missing: z.array(z.strictObject({ what: z.string(), rows: list })),
})
export type Coverage = z.infer<typeof coverage>

export const loadCoverage = (): Coverage => coverage.parse(parse(read('plans/coverage.yaml')))

/** What is said of one row: the services that serve it, or why it is no software, or what is missing. */
export type Entry = { row: Row; services: string[]; not: string | null; missing: string | null }

/** A name with its line goes before the bare id, so that one line of an id may be served elsewhere than the others. */
export function entriesOf({ served, not, missing }: Coverage, of: readonly Row[] = rows): Entry[] {
  const named = new Set([...Object.values(served), ...not, ...missing].flatMap((group) => group.rows))
  const holds = (group: { rows: string[] }, row: Row) => group.rows.includes(named.has(nameOf(row)) ? nameOf(row) : row.id)
  return of.map((row) => ({
    row,
    services: Object.entries(served).flatMap(([key, group]) => (holds(group, row) ? [key] : [])),
    not: not.find((group) => holds(group, row))?.reason ?? null,
    missing: missing.find((group) => holds(group, row))?.what ?? null,
  }))
}

type Place = { part: string; code: string }

/** Where each line of a seed stands in our plan file: "S0:39" → targets T01. */
function placesOf(plan: Record<string, unknown>): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  const add = (source: unknown, part: string, code: unknown) => {
    if (typeof source !== 'string') return
    for (const at of source.split(', ')) places.set(at, [...(places.get(at) ?? []), { part, code: typeof code === 'string' ? code : '' }])
  }
  const walk = (value: unknown, part: string, code: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, part, code)
    else if (typeof value === 'object' && value !== null) {
      const fields: Record<string, unknown> = { ...value }
      const own = fields['code'] ?? fields['body'] ?? code
      add(fields['source'], part, own)
      for (const inner of Object.values(fields)) walk(inner, part, own)
    }
  }
  for (const [part, value] of Object.entries(plan)) walk(value, part, null)
  add(plan['recipientSources'], 'recipients', null)
  return places
}

const planPlaces = new Map(
  Object.entries(seeds).map(([seed, id]) => {
    const path = `plans/${id}.yaml`
    return [seed, existsSync(join(root, path)) ? placesOf(parse(read(path))) : new Map<string, Place[]>()] as const
  }),
)

/** The parts and codes of the plan file that carry this row's line. */
export const inPlan = (row: Row): Place[] => planPlaces.get(row.seed)?.get(`${row.seed}:${row.line}`) ?? []

/** Address → file of its page. `/c/:code` is answered by the front itself. */
export function addressesOf(routes: readonly RouteConfigEntry[]): Map<string, string> {
  return new Map([
    ['/c/:code', 'src/app/public/verify.http.ts'],
    ...routes.map((one): [string, string] => [`/${one.path ?? ''}`, `src/app/${one.file}`]),
  ])
}

/** "noun/deed" → file. Deeds of people are in *.actions.ts, those of the clock in *.job.ts. */
export const verbs: ReadonlyMap<string, string> = new Map(
  globSync('src/programme/**/*.{actions,job}.ts', { cwd: root })
    .toSorted()
    .flatMap((file) =>
      [...read(file).matchAll(/^export async function (\w+)/gm)].map((match): [string, string] => [
        `${file.split('/')[2]}/${match[1]}`,
        file,
      ]),
    ),
)

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const code = (text: string): string => `\`${text}\``
const link = (name: string, file: string | undefined): string => (file === undefined ? code(name) : `[${code(name)}](../${file})`)

/** docs/coverage.md as it should be. */
export function pageOf(all: Coverage, addresses: ReadonlyMap<string, string>): string {
  const entries = entriesOf(all)
  const missing = entries.filter((entry) => entry.missing !== null)
  return [
    '# What serves every line of the five plans',
    '',
    'Written by `node scripts/coverage.ts` from `plans/seed-requirements.csv` (what the plans ask for, by seed and line) and `plans/coverage.yaml`',
    '(what serves it); never by hand. `scripts/coverage.test.ts` fails when a row points to nothing, to a page, deed, paper or test that is not there, or',
    'to a test that is skipped. A place such as `tasks N10` is the line of the plan’s own file that carries the row: `plans/<plan>.yaml`.',
    '',
    `S0 = Sơn Tây 2023, S1 = Bình Phước 2022–2025, S2 = Việt Trì 2023, S3 = Thanh Hóa 2021, S4 = Lục Nam 2020; the number is the line.`,
    '',
    '| | rows | served | not software | missing |',
    '|---|---|---|---|---|',
    ...kinds.map((kind) => {
      const own = entries.filter((entry) => entry.row.kind === kind)
      const count = (test: (entry: Entry) => boolean) => own.filter(test).length
      return `| [${kindTitles[kind]}](#${kind}) | ${own.length} | ${count((e) => e.services.length > 0)} | ${count((e) => e.not !== null)} | ${count((e) => e.missing !== null)} |`
    }),
    '',
    ...(missing.length === 0
      ? []
      : ['## Missing', '', ...all.missing.map((group) => `- ${cell(group.what)} (${group.rows.join(', ')})`), '']),
    ...kinds.flatMap((kind) => [
      `<a id="${kind}"></a>`,
      '',
      `## ${kindTitles[kind]}`,
      '',
      '| Row | The plan says | Served by | In the plan’s file | Test |',
      '|---|---|---|---|---|',
      ...entries.filter((entry) => entry.row.kind === kind).map((entry) => lineOf(entry, all)),
      '',
    ]),
    '## The services',
    '',
    ...Object.entries(all.served).flatMap(([key, one]) => [
      `<a id="by-${key}"></a>`,
      '',
      `### ${one.title}`,
      '',
      ...listOf('Pages', one.pages, (name) => link(name, addresses.get(name))),
      ...listOf('Deeds', one.verbs, (name) => link(name, verbs.get(name))),
      ...listOf('Papers', one.papers, code),
      ...listOf('Registers', one.registers, code),
      ...listOf('Indicators', one.indicators, code),
      ...listOf('Parts of the plan’s file', one.plan, code),
      ...Object.entries(one.tests).map(([file, titles]) => `- Tests in [${code(file)}](../${file}): ${titles.map(code).join(', ')}`),
      '',
    ]),
  ].join('\n')
}

function lineOf({ row, services, not, missing }: Entry, { served }: Coverage): string {
  const by = services.map((key) => `[${served[key]?.title ?? key}](#by-${key})`).join(', ')
  const places = [...new Set(inPlan(row).map((place) => [place.part, place.code].filter(Boolean).join(' ')))].join(', ')
  const tests = [...new Set(services.flatMap((key) => Object.values(served[key]?.tests ?? {}).flatMap((titles) => titles[0] ?? [])))]
  const says = [row.quote === '' ? '' : `“${row.quote}”: `, row.text, row.value === '' || row.value === '–' ? '' : ` (${row.value})`].join(
    '',
  )
  return `| ${[
    `${row.id} ${row.seed}:${row.line}`,
    cell(says),
    by || (missing === null ? `not software: ${cell(not ?? '')}` : `**missing**: ${cell(missing)}`),
    places,
    tests.map((title) => cell(code(title))).join(', '),
  ].join(' | ')} |`
}

const listOf = (title: string, names: readonly string[] | undefined, show: (name: string) => string): string[] =>
  names === undefined ? [] : [`- ${title}: ${names.map(show).join(', ')}`]

if (import.meta.main) {
  const { default: routes } = await import('../src/app/routes.ts')
  writeFileSync(join(root, 'docs', 'coverage.md'), pageOf(loadCoverage(), addressesOf(routes)))
}
