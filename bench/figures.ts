// Figures and the dashboard on the full register with five years of records: every indicator as one query, the dashboard as a page.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { heldJobs } from '#/platform/jobs/jobs.ts'
import { moneyBySource, newByYear, productCounts, productsByProvince } from '#/programme/dashboard/dashboard.store.ts'
import { figureOf, figuresByUnit } from '#/programme/indicator/figures.store.ts'
import type { Frame } from '#/programme/indicator/indicator.ts'
import { indicators } from '#/programme/indicator/registry.ts'
import { openServices } from '#/programme/open.ts'
import { largeData } from './large-data.ts'
import { middle } from './measure.ts'

/** Milliseconds, the middle of five: every indicator whole, the slowest by commune, the reads of the dashboard. */
export async function measureFigures(databaseUrl: string): Promise<[name: string, ms: number][]> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const opened = await openServices({ DATABASE_URL: databaseUrl, DATA_DIR: folder }, { baseUrl: 'http://127.0.0.1' })
  const services = { ...opened, jobs: heldJobs() }
  const { db } = services.database
  try {
    await largeData(services)
    const now = services.clock.now()
    const day = plainDateOf(now)
    const place = { authority: '38', provinceCode: '38', communeCode: null, districtCode: null, era: 'e2025' }
    const frame: Frame = { ...place, from: `${day.slice(0, 4)}-01-01`, to: day }
    const found: [string, number][] = []
    for (const of of Object.values(indicators)) found.push([of.id, await middle(() => figureOf(db, of.id, frame, of.example ?? {}, now))])
    for (const [id] of found.toSorted(([, a], [, b]) => b - a).slice(0, 3))
      found.push([`${id}, by commune`, await middle(() => figuresByUnit(db, id, frame, indicators[id]?.example ?? {}, 'commune'))])
    found.push(['dashboard: products and producers', await middle(() => productCounts(db, frame))])
    found.push(['dashboard: new by year', await middle(() => newByYear(db, frame, 5))])
    found.push(['dashboard: money', await middle(() => moneyBySource(db, frame))])
    found.push(['dashboard: the country', await middle(() => productsByProvince(db, day))])
    return found
  } finally {
    await services.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
