// Asks PostgreSQL how it runs every query the pages make: visits each page inside this process, notes its queries, explains each one.
// Prints the queries that read a whole large table or take more than 20 ms, and the pages that make more than 15 queries.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import type { ServerBuild } from 'react-router'
import { createFront } from '#/app/http.ts'
import { heldJobs } from '#/platform/jobs/jobs.ts'
import { openAuth } from '#/programme/people/auth.ts'
import { openServices } from '#/programme/open.ts'
import { TEST_PASSWORD } from '#/testing/world.ts'
import { largeData, verifyCodeOf } from './large-data.ts'
import { workPages } from './office-pages.ts'
import { catalogue } from './public-pages.ts'

const LARGE = 1_000
const SLOW_MS = 20
const MANY = 15

export type Finding = { page: string; ms: number; scans: string[]; query: string }
export type PlanFigures = {
  pages: { page: string; status: number; queries: number }[]
  explained: number
  findings: Finding[]
}

type Query = { text: string; values: unknown[] }
type Node = { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows'?: number; 'Rows Removed by Filter'?: number; Plans?: Node[] }

export async function measurePlans(databaseUrl: string, dataDir: string): Promise<PlanFigures> {
  const asked = noteQueries()
  const baseUrl = 'http://127.0.0.1'
  const opened = await openServices({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir }, { baseUrl })
  const services = { ...opened, jobs: heldJobs() }
  try {
    const places = await largeData(services)
    const auth = openAuth({ db: services.database.db, secret: services.secret, baseUrl })
    const buildDir = resolve(process.env['OCOP_BUILD_DIR'] ?? 'build')
    const build = (await import(pathToFileURL(resolve(buildDir, 'server/index.js')).href)) as ServerBuild
    const front = createFront({ services, auth, build, buildDir, migration: services.migration })
    const cookies = new Map<string, string>()
    const signIn = async (person: string): Promise<string> => {
      const body = { username: person.toLowerCase(), password: TEST_PASSWORD }
      const answer = await auth.api.signInUsername({ body, asResponse: true })
      const cookie = answer.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ')
      cookies.set(person, cookie)
      return cookie
    }
    const visits = [
      { name: 'verification', person: null, path: `/c/${verifyCodeOf(3)}` },
      ...Object.entries(catalogue).flatMap(([name, paths]) => paths.map((path) => ({ name, person: null, path }))),
      { name: 'product page', person: null, path: `/san-pham/${places.productIds[0]}` },
      ...workPages.map(({ name, person, path }) => ({ name, person, path: path(places) })),
    ]
    const pages: PlanFigures['pages'] = []
    const queries = new Map<string, Query & { page: string }>()
    for (const { name, person, path } of visits) {
      const cookie = person === null ? '' : (cookies.get(person) ?? (await signIn(person)))
      // The second visit counts: what is read once for a process has been read by then.
      await front.request(path, { headers: { cookie } })
      asked.length = 0
      const answer = await front.request(path, { headers: { cookie } })
      await answer.arrayBuffer()
      pages.push({ page: `${name}: ${path}`, status: answer.status, queries: asked.length })
      for (const query of asked)
        if (/^\s*(select|with)/i.test(query.text)) queries.set(`${query.text} ${JSON.stringify(query.values)}`, { ...query, page: name })
    }
    const findings: Finding[] = []
    const large = await largeTables(services.database.run)
    for (const { text, values, page } of queries.values()) {
      const { rows } = await services.database.run(`explain (analyze, timing off, buffers, format json) ${text}`, values)
      const [top] = (rows[0] as { 'QUERY PLAN': { Plan: Node; 'Execution Time': number }[] })['QUERY PLAN']
      if (!top) continue
      const ms = top['Execution Time']
      const scans = scansOf(top.Plan).filter((name) => large.has(name))
      if (ms > SLOW_MS || scans.length > 0) findings.push({ page, ms, scans, query: text.replace(/\s+/g, ' ').slice(0, 400) })
    }
    return { pages, explained: queries.size, findings: findings.toSorted((a, b) => b.ms - a.ms) }
  } finally {
    await services.close()
  }
}

export const manyQueries = (figures: PlanFigures) => figures.pages.filter((page) => page.queries > MANY)

/** Every query any client of this process sends from now on. */
function noteQueries(): Query[] {
  const asked: Query[] = []
  // oxlint-disable-next-line typescript/unbound-method -- called on its own client below
  const send = pg.Client.prototype.query as (...args: unknown[]) => unknown
  pg.Client.prototype.query = function note(this: pg.Client, ...args: unknown[]) {
    const [first, second] = args
    const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text
    const given = typeof first === 'string' ? second : (first as { values?: unknown } | undefined)?.values
    if (text !== undefined && !/^\s*(begin|commit|rollback|explain)/i.test(text))
      asked.push({ text, values: Array.isArray(given) ? given : [] })
    return send.apply(this, args)
  } as typeof pg.Client.prototype.query
  return asked
}

function scansOf(node: Node): string[] {
  const own = node['Node Type'] === 'Seq Scan' && node['Relation Name'] ? [node['Relation Name']] : []
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)]
}

async function largeTables(run: (sql: string, values?: unknown[]) => Promise<{ rows: unknown[] }>): Promise<Set<string>> {
  const { rows } = await run(`select relname from pg_class where relkind = 'r' and reltuples > ${LARGE}`)
  return new Set((rows as { relname: string }[]).map((row) => row.relname))
}

if (import.meta.main) {
  const url = process.argv[2]
  if (!url) throw new Error('plans: the address of a PostgreSQL database, empty or filled by the bench')
  const figures = await measurePlans(url, process.env['DATA_DIR'] ?? './data')
  for (const page of figures.pages) console.log(`${String(page.queries).padStart(4)} queries  ${page.status}  ${page.page}`)
  console.log(`\n${figures.explained} queries explained`)
  for (const { page, ms, scans, query } of figures.findings) console.log(`\n${ms.toFixed(1)} ms  ${page}  ${scans.join(', ')}\n  ${query}`)
}
