// npm run bench: everything that is measured, one part after the other, on this machine only. Writes the figures into docs/performance.md.
// `npm run bench -- score start` runs only these parts (score, start, pglite, postgres, figures, plans, import, works) and writes nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { postgresBinaries, startPrivatePostgres } from '../scripts/private-postgres.ts'
import { size } from './large-data.ts'
import { measureDashboards, measureYearlyReport } from './dashboards.ts'
import { measureFigures } from './figures.ts'
import { measureImport } from './importing.ts'
import { timed } from './measure.ts'
import { workFigures } from './office-pages.ts'
import { measureWorks } from './works.ts'
import { manyQueries, measurePlans } from './plans.ts'
import { cataloguePages, drawing, verificationBeside, type Beside } from './public-pages.ts'
import { markdown, milliseconds, oneDecimal, percent, whole, writeFigures, type Section } from './report.ts'
import { measureScoring } from './scoring.ts'
import { measureStartup } from './startup.ts'
import { startUnderTest, type UnderTest } from './under-test.ts'

const asked = process.argv.slice(2)
const wants = (part: string) => asked.length === 0 || asked.includes(part)
const sections: Section[] = []

/** One part after the other; what a part found is shown at once. */
async function part(name: string, work: () => Promise<Section[]>): Promise<void> {
  if (!wants(name)) return
  const { ms, result } = await timed(() =>
    work().catch((error: Error): Section[] => [{ title: `Not measured: ${name}`, note: error.message.slice(-600), head: [], rows: [] }]),
  )
  console.log(`\n${markdown(result)}\n\n(${name}: ${oneDecimal(ms / 1000)} s)`)
  sections.push(...result)
}

async function scoring(): Promise<Section[]> {
  const figures = await measureScoring()
  const { council } = figures
  return [
    {
      title: 'Scoring',
      head: ['what', 'figure'],
      rows: [
        [`\`ocop score\` over ${whole(figures.sheets)} sheets of 26 sets, whole process`, milliseconds(figures.processMs)],
        ['the same, work inside the process (target: under 1,000 ms)', milliseconds(figures.workMs)],
        ['sheets scored per second, points, stars and gates only', whole(figures.sheetsPerSecond)],
        [
          `a round of ${council.dossiers} dossiers × ${council.members} sheets: result, spread, gates and star proof, pure`,
          milliseconds(council.ms),
        ],
      ],
    },
  ]
}

async function startup(): Promise<Section[]> {
  const { freshMs, againMs, demoMs } = await measureStartup()
  return [
    {
      title: 'Start-up to `ready`, embedded database, pages built',
      head: ['what', 'figure'],
      rows: [
        ['empty folder (migrations, 14,000 units), no demo', milliseconds(freshMs)],
        ['the same folder again', milliseconds(againMs)],
        ['empty folder with the demo province', demoMs === null ? 'not measured: the demo did not load' : milliseconds(demoMs)],
      ],
    },
  ]
}

const besideRows = (database: string, codes: string, { bare, page, ratio, processorRatio }: Beside): string[][] => [
  [`${database}, bare handler, ${codes}`, whole(bare.perSecond), `${bare.p50} ms`, `${bare.p99} ms`, `${whole(bare.microseconds)} µs`, ''],
  [
    `${database}, verification page, ${codes}`,
    whole(page.perSecond),
    `${page.p50} ms`,
    `${page.p99} ms`,
    `${whole(page.microseconds)} µs`,
    `${percent(ratio)} (${percent(processorRatio)})`,
  ],
]

async function onDatabase(name: string, server: UnderTest): Promise<Section[]> {
  const one = await verificationBeside(server, 1, true)
  // Before the codes that are kept: of these none must be.
  const anew = await verificationBeside(server, 20_000, false)
  const many = await verificationBeside(server, 5000, true)
  const qr = await drawing(server)
  const visits = { ...(await cataloguePages(server)), ...(await workFigures(server)) }
  const { closing } = server.places
  return [
    {
      title: `${name}: the page behind the QR code`,
      note: 'Ten connections; bare and page take turns on the same server process; medians of the turns. In brackets: by processor time.',
      head: ['what', 'per second', 'p50', 'p99', 'processor', 'of bare'],
      rows: [
        ...besideRows(name, 'one code', one),
        ...besideRows(name, '5,000 codes', many),
        ...besideRows(name, '20,000 codes, each page written anew', anew),
        [
          `${name}, drawing of the QR code, 1,000 codes`,
          whole(qr.perSecond),
          `${qr.p50} ms`,
          `${qr.p99} ms`,
          `${whole(qr.microseconds)} µs`,
          '',
        ],
      ],
    },
    {
      title: `${name}: pages, four readers at once`,
      note: `The full register was loaded in ${oneDecimal(server.loadedMs / 1000)} s.`,
      head: ['page', 'p50', 'p95', 'bytes', 'status'],
      rows: Object.entries(visits).map(([page, v]) => [page, milliseconds(v.p50), milliseconds(v.p95), whole(v.bytes), String(v.status)]),
    },
    {
      title: `${name}: a council closes through the real verbs`,
      head: ['what', 'figure'],
      rows: [
        closing === null
          ? ['closing scoring and result', 'not measured: a verb refused']
          : [
              `${closing.dossiers} dossiers × ${closing.members} sheets: both presses, papers queued`,
              `${milliseconds(closing.ms / closing.dossiers)} each`,
            ],
      ],
    },
  ]
}

async function pagesOn(name: string, databaseUrl: string | null): Promise<Section[]> {
  const server = await startUnderTest(databaseUrl)
  try {
    return await onDatabase(name, server)
  } finally {
    await server.stop()
  }
}

async function plans(databaseUrl: string): Promise<Section[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  try {
    const figures = await measurePlans(databaseUrl, folder)
    return [
      {
        title: 'PostgreSQL: queries that read a whole large table, or take more than 20 ms',
        note: `${figures.explained} queries of ${figures.pages.length} pages explained.`,
        head: ['page', 'ms', 'whole tables', 'query'],
        rows: figures.findings.map(({ page, ms, scans, query }) => [page, oneDecimal(ms), scans.join(', '), `\`${query.slice(0, 160)}\``]),
      },
      {
        title: 'Pages with more than 15 queries',
        head: ['page', 'queries'],
        rows: manyQueries(figures).map(({ page, queries }) => [page, String(queries)]),
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function importing(databaseUrl: string): Promise<Section[]> {
  const { rows, checkedMs, writtenMs } = await measureImport(databaseUrl)
  return [
    {
      title: 'PostgreSQL: recognitions of the past brought in',
      head: ['what', 'figure'],
      rows: [
        [`${whole(rows)} rows read and checked`, milliseconds(checkedMs)],
        ['the same written', milliseconds(writtenMs)],
        ['together (target: under 30 s)', milliseconds(checkedMs + writtenMs)],
      ],
    },
  ]
}

async function figures(databaseUrl: string): Promise<Section[]> {
  const found = await measureFigures(databaseUrl)
  const server = await startUnderTest(databaseUrl)
  const dashboards = await measureDashboards(server).finally(() => server.stop())
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const report = await measureYearlyReport(databaseUrl, folder).finally(() => rmSync(folder, { recursive: true, force: true }))
  return [
    {
      title: 'PostgreSQL: figures on the full register with five years of records, each alone (target: under 300 ms)',
      head: ['what', 'middle of five'],
      rows: found.map(([name, ms]) => [name, milliseconds(ms)]),
    },
    {
      title: 'PostgreSQL: dashboards as pages, one reader after another (target: p95 under 300 ms)',
      note: 'First: nothing is kept yet, as once a minute for each plan and day.',
      head: ['page', 'first', 'p50', 'p95', 'bytes', 'status'],
      rows: dashboards.map(({ page, first, p50, p95, bytes, status }) => [
        page,
        milliseconds(first),
        milliseconds(p50),
        milliseconds(p95),
        whole(bytes),
        String(status),
      ]),
    },
    {
      title: 'PostgreSQL: the yearly report of a province (target: under 10 s)',
      head: ['what', 'figure'],
      rows: [[`${whole(report.rows)} rows of the form with ${whole(report.kept)} rows behind them`, milliseconds(report.ms)]],
    },
  ]
}

async function works(binaries: string): Promise<Section[]> {
  const own = await startPrivatePostgres(binaries)
  process.on('exit', own.stop)
  try {
    return [
      {
        title: 'PostgreSQL: the board and the lists of work, 34 provinces, five years (targets: board under 300 ms, lists under 100 ms)',
        head: ['what', 'middle of five'],
        rows: (await measureWorks(own.url)).map(([name, ms]) => [name, milliseconds(ms)]),
      },
    ]
  } finally {
    own.stop()
  }
}

const { ms } = await timed(async () => {
  await part('score', scoring)
  await part('start', startup)
  await part('pglite', () => pagesOn('PGlite', null))
  const binaries = postgresBinaries()
  if (binaries === null) {
    console.log('This machine has no PostgreSQL: nothing was measured on it.')
    return
  }
  const postgres = await startPrivatePostgres(binaries)
  process.on('exit', postgres.stop)
  await part('postgres', () => pagesOn('PostgreSQL', postgres.url))
  await part('figures', () => figures(postgres.url))
  await part('plans', () => plans(postgres.url))
  await part('import', () => importing(postgres.url))
  postgres.stop()
  await part('works', () => works(binaries))
})

const [processor] = cpus()
const machine: Section = {
  title: 'Machine',
  head: ['what', 'value'],
  rows: [
    ['date', new Date().toISOString().slice(0, 10)],
    ['processor', `${cpus().length} × ${processor?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB`],
    ['Node', process.version],
    ['other work on the machine (load average at the end)', oneDecimal(loadavg()[0] ?? 0)],
    ['register', `${whole(size.products)} products, ${whole(size.producers)} producers, ${whole(size.certificates)} certificates`],
    ['whole run', `${oneDecimal(ms / 60_000)} minutes`],
  ],
}
if (asked.length === 0) writeFigures(join(import.meta.dirname, '../docs/performance.md'), markdown([machine, ...sections]))
console.log(`\nbench: ${oneDecimal(ms / 60_000)} minutes`)
