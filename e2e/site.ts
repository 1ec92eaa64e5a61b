// The real site for a test: real services, the built pages, an HTTP server on a free loopback port.
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serve, type ServerType } from '@hono/node-server'
import type { ServerBuild } from 'react-router'
import { createFront } from '#/app/http.ts'
import { testServices, type TestServices } from '#/testing/services.ts'
import { takesBack } from './dry-run.ts'

/** `kept`: how many verbs would have been kept, of a site that takes them back. */
export type Site = { services: TestServices; url: string; kept: () => number; close: () => Promise<void> }

const buildDir = join(import.meta.dirname, '..', process.env['OCOP_BUILD_DIR'] ?? 'build')

/** `takesBack`: verbs asked over HTTP run and answer, and are then rolled back; what a test does through `services` stays. */
export async function openSite(options: { now?: string; demo?: boolean; takesBack?: boolean } = {}): Promise<Site> {
  const entry = join(buildDir, 'server/index.js')
  if (!existsSync(entry)) throw new Error('the pages are not built: run node scripts/build.ts first')
  const build = (await import(pathToFileURL(entry).href)) as ServerBuild
  const services = await testServices(options)
  const dry = options.takesBack ? takesBack(services.database) : null
  const asked = dry ? { ...services, database: dry } : services
  const app = createFront({ services: asked, auth: services.auth, build, buildDir, migration: 'test' })
  const server: ServerType = await new Promise((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started))
  })
  // Tests that prepare large files keep the event loop busy longer than the usual five seconds.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 120_000
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    services,
    url,
    kept: () => dry?.kept() ?? 0,
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await services.close()
    },
  }
}
