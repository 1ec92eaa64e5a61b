// The board and the lists of work with the work of the whole country on record, as office, body and commune ask for them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { heldJobs } from '#/platform/jobs/jobs.ts'
import { openServices } from '#/programme/open.ts'
import { boardBy, boardOf, listWorks, type WorkQuery, type WorkScope } from '#/programme/task/task.store.ts'
import { actorOf, makeWorld, type Person } from '#/testing/world.ts'
import { makeWorks } from './large-works.ts'
import { middle } from './measure.ts'

const all: WorkQuery = {
  search: '',
  state: null,
  part: null,
  when: null,
  month: null,
  familyId: null,
  body: null,
  sort: 'due',
  page: 1,
  perPage: 50,
}

/** Milliseconds, the middle of five. Office and leader keep the work of their province; a body and a commune have their own. */
export async function measureWorks(databaseUrl: string): Promise<[name: string, ms: number][]> {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-bench-'))
  const opened = await openServices({ DATABASE_URL: databaseUrl, DATA_DIR: folder }, { baseUrl: 'http://127.0.0.1' })
  const services = { ...opened, jobs: heldJobs() }
  const { db } = services.database
  try {
    const world = await makeWorld(services)
    await makeWorks(services.database)
    const today = plainDateOf(services.clock.now())
    const found: [string, number][] = []
    const office = await actorOf(world, 'office')
    for (const by of boardBy) found.push([`board by ${by}`, await middle(() => boardOf(db, office, by, today))])
    const list = async (name: string, person: Person, scope: WorkScope, asked: Partial<WorkQuery>) => {
      const actor = await actorOf(world, person)
      found.push([name, await middle(() => listWorks(db, actor, scope, { ...all, ...asked }, today))])
    }
    await list('all work of a province', 'office', 'kept', {})
    await list('the same, last page', 'office', 'kept', { page: 400 })
    await list('late', 'office', 'kept', { when: 'late' })
    await list('nobody reported', 'office', 'kept', { when: 'silent' })
    await list('of a month', 'office', 'kept', { month: today.slice(0, 7) })
    await list('by title', 'office', 'kept', { sort: 'title' })
    await list('searched', 'office', 'kept', { search: 'huong dan so 25' })
    await list('of one commune by name', 'leader', 'kept', { body: 'UBND Sầm Sơn' })
    await list('own work of a commune', 'communeOfficer', 'own', {})
    await list('own work of a body', 'bodyOfficer', 'own', {})
    return found
  } finally {
    await services.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
