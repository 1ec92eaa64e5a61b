// The server under test, in its own process: the real front over DATABASE_URL or DATA_DIR, and beside it /bare/…: a Hono handler that does
// the same single query and nothing else. Prints one line of JSON when it answers: { port, loadedMs, places }.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { ServerBuild } from 'react-router'
import { heldJobs } from '#/platform/jobs/jobs.ts'
import { createFront } from '#/app/http.ts'
import { openAuth } from '#/programme/people/auth.ts'
import { openServices, type Opened } from '#/programme/open.ts'
import { largeData } from './large-data.ts'

const env = process.env
const baseUrl = 'http://127.0.0.1'
const opened: Opened = await openServices(env, { baseUrl })
// Jobs stay in a list: their polling would be measured too.
const services: Opened = { ...opened, jobs: heldJobs() }
const loading = performance.now()
const places = await largeData(services)
const loadedMs = performance.now() - loading
const auth = openAuth({ db: services.database.db, secret: services.secret, baseUrl })
const buildDir = resolve(env['OCOP_BUILD_DIR'] ?? 'build')
const build = (await import(pathToFileURL(resolve(buildDir, 'server/index.js')).href)) as ServerBuild
const front = createFront({ services, auth, build, buildDir, migration: services.migration, lookupsPerMinute: 1_000_000_000 })

const bare = new Hono()
/** The verification page's query as text; the text of the answer is as small as an answer can be. */
const byCode = `select c.id, c.verify_code, c.product_code, c.product_id, c.product_name, c.producer_name, c.star, c.issued_on, c.last_valid_on, c.state,
    c.state_ground, c.state_decision, c.state_decision_on, c.photo_sha256 is not null as has_photo, c.demo, c.snapshot,
    case when c.replaced_by is not null then (select n.verify_code from certificate n where n.id = c.replaced_by) end as replaced_by_code
  from certificate c where c.verify_code = $1`
bare.get('/bare/c/:code', async (c) => {
  const { rows } = await services.database.run(byCode, [c.req.param('code')])
  const row = rows[0] as { product_name: string; state: string } | undefined
  return row ? c.html(`<p>${row.product_name}: ${row.state}</p>`) : c.notFound()
})
bare.get('/bare/processor', (c) => {
  const { user, system } = process.cpuUsage()
  return c.text(String(user + system))
})

/** Both stand side by side; neither goes through the other. */
const fetch: typeof front.fetch = (request, ...rest) =>
  request.url.includes('/bare/') ? bare.fetch(request, ...rest) : front.fetch(request, ...rest)

const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, (address) => {
  console.log(JSON.stringify({ port: address.port, loadedMs, places }))
})
process.on('SIGTERM', () => {
  server.close(() => void services.close().then(() => process.exit(0)))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
})
