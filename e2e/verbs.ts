// Which verbs there are: read from the map of the pages and their sources, so that a new one is noticed without anyone remembering to add it.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import routes from '../src/app/routes.ts'

const app = join(import.meta.dirname, '../src/app')

export type PageRoute = { path: string; file: string; source: string }

/** Every page of the map, with its address pattern. */
export function pageRoutes(): PageRoute[] {
  const flat = (entries: readonly RouteConfigEntry[]): RouteConfigEntry[] =>
    entries.flatMap((entry) => [entry, ...flat(entry.children ?? [])])
  return flat(routes as RouteConfigEntry[])
    .filter((entry) => existsSync(join(app, entry.file)))
    .map((entry) => ({ path: `/${entry.path ?? ''}`, file: entry.file, source: readFileSync(join(app, entry.file), 'utf8') }))
}

export function pagesWithActions(): string[] {
  return [
    ...new Set(
      pageRoutes()
        .filter((page) => /export (const|async function|function) action\b/.test(page.source))
        .map((page) => page.file),
    ),
  ]
}

/** The verbs of a page, "<file> <verb>"; those it hands to a helper beside it (`*.actions.server.ts`) carry the helper's name. */
export function verbsOf(file: string): string[] {
  const helpers = [...sourceOf(file).matchAll(/from '\.\/([\w.-]+\.actions\.server)\.ts'/g)].map(
    (match) => `${dirname(file)}/${match[1]}.ts`,
  )
  return [file, ...helpers].flatMap((one) => verbsIn(sourceOf(one)).map((verb) => `${one} ${verb}`))
}

function sourceOf(file: string): string {
  return readFileSync(join(app, file), 'utf8')
}

/** Names called with `ctx`, or handed to `act` itself. */
function verbsIn(source: string): string[] {
  const called = [...source.matchAll(/\b(\w+)\(\s*ctx\b/g), ...source.matchAll(/\bact\((\w+)\)/g)].map((match) => match[1] ?? '')
  return [...new Set(called)]
}
