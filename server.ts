// The server's composition root: reads the environment, opens everything, answers, closes cleanly.
import '#/platform/production.ts'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import type { ServerBuild } from 'react-router'
import { createFront } from '#/app/http.ts'
import { isAppError } from '#/platform/errors/app-error.ts'
import { openAuth } from '#/programme/people/auth.ts'
import { openServices } from '#/programme/open.ts'
import { jobDefinitions } from '#/programme/jobs.ts'
import { openBoundaries } from '#/programme/dashboard/boundary-file.ts'
import { loadDemo } from '#/programme/demo/demo.ts'
import { demoProvince, holdsDemo, isEmpty } from '#/programme/reference.ts'
import { loadScenario } from '#/programme/scenario/load.ts'
import { loadPlan } from '#/programme/scenario/demo.ts'

const env = process.env
const port = Number(env['PORT'] ?? 3000)
const host = env['HOST'] ?? '127.0.0.1'
const baseUrl = (env['BASE_URL'] ?? `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`).replace(/\/$/, '')

try {
  const wantsDemo = env['OCOP_DEMO'] !== '0' && !env['DATABASE_URL']
  // An unknown plan is refused before anything is opened.
  const plan = wantsDemo && !['', '1'].includes(env['OCOP_DEMO'] ?? '') ? loadScenario(env['OCOP_DEMO'] ?? '') : null
  const services = await openServices(env, { baseUrl })
  services.config.boundaries = await openBoundaries(env['OCOP_BOUNDARIES'], services.database.db)
  const auth = openAuth({ db: services.database.db, secret: services.secret, baseUrl })
  await services.jobs.start(jobDefinitions(services))
  if (wantsDemo && (await isEmpty(services.database))) {
    console.log(`Đang nạp dữ liệu trình diễn: ${plan?.title.vi ?? 'tỉnh Thanh Hóa'}… / loading the demo: ${plan?.title.en ?? 'Thanh Hóa'}…`)
    await (plan ? loadPlan(services, plan) : loadDemo(services))
  }
  // A plan's data stay in its own province on every later start.
  services.config.provinceCode = env['OCOP_PROVINCE'] ?? (await demoProvince(services.database)) ?? services.config.provinceCode
  // The accounts on the sign-in page are shown where the demo really is, not where it might have been.
  services.config.demo = await holdsDemo(services.database)
  const buildDir = resolve(env['OCOP_BUILD_DIR'] ?? 'build')
  const build = (await import(pathToFileURL(resolve(buildDir, 'server/index.js')).href)) as ServerBuild
  const app = createFront({ services, auth, build, buildDir, migration: services.migration })
  const server = serve({ fetch: app.fetch, port, hostname: host }, () => {
    if (services.database.kind === 'pglite') {
      console.log(
        'Cơ sở dữ liệu nhúng: để dùng thử và văn phòng nhỏ; đặt DATABASE_URL để dùng PostgreSQL. / embedded database, for trial use',
      )
    }
    console.log(`ready http://${host}:${port}`)
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE'
    console.error(
      taken ? `Cổng ${port} đang được chương trình khác dùng; đặt PORT khác. / port ${port} is in use; set another PORT.` : error,
    )
    process.exit(1)
  })
  let closing = false
  const close = () => {
    if (closing) return
    closing = true
    const force = setTimeout(() => process.exit(1), 10_000)
    force.unref()
    server.close(() => void services.close().then(() => process.exit(0)))
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  }
  process.on('SIGTERM', close)
  process.on('SIGINT', close)
} catch (error) {
  console.error(isAppError(error) ? `${error.say('vi')} ${error.next('vi')}\n${error.say('en')} ${error.next('en')}` : error)
  process.exit(1)
}
