// What every verb receives. Passed, never imported.
import { append } from '#/platform/audit/ledger.ts'
import type { Clock } from '#/platform/clock/clock.ts'
import type { Db, OpenDatabase, Tx } from '#/platform/database/open.ts'
import type { FileStore } from '#/platform/files/file-store.ts'
import type { Jobs } from '#/platform/jobs/jobs.ts'
import type { Boundaries } from './dashboard/boundaries.ts'
import type { Regulations } from './regulations.ts'
import type { Actor } from './people/actor.ts'
import { provinceOf } from './people/authority.ts'

export type Config = {
  version: string
  /** Where the public reaches us: QR codes and links. No trailing slash. */
  baseUrl: string
  demo: boolean
  provinceCode: string
  dataDir: string
  /** Maps of the configured boundary file; null: the country is drawn as tiles. */
  boundaries: Boundaries | null
}

/** Everything opened once at start. */
export type Services = {
  database: OpenDatabase
  regulations: Regulations
  files: FileStore
  jobs: Jobs
  clock: Clock
  config: Config
}

export type Ctx = {
  tx: Tx
  actor: Actor
  regulations: Regulations
  now: Date
  files: FileStore
  jobs: Jobs
  config: Config
}

/** Runs one verb in one transaction. Inside, only ctx.tx may be used: on PGlite the outer handle would wait for ever. */
export async function act<T>(services: Services, actor: Actor, verb: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { database, regulations, files, jobs, clock, config } = services
  const done = await database.db.transaction().execute((tx) => verb({ tx, actor, regulations, now: clock.now(), files, jobs, config }))
  // Only once it is committed does this node serve what the verb published.
  await regulations.refreshTouched(database.db, clock.now())
  return done
}

/** A store read outside a transaction. */
export function reader(services: Services): Db {
  return services.database.db
}

/** Writes the verb into the ledger, in the verb's own transaction. Every verb calls it, last before jobs. */
export function audit(
  ctx: Ctx,
  entry: {
    verb: string
    subjectKind: string
    subjectId: string
    /** Whose ledger: the actor's own desk when left out. */
    authority?: string
    dossierId?: string | null
    payload?: Record<string, unknown>
  },
): Promise<void> {
  return append(ctx.tx, {
    provinceCode: provinceOf(entry.authority ?? ctx.actor.authority),
    at: ctx.now,
    accountId: ctx.actor.accountId,
    actorName: ctx.actor.name,
    verb: entry.verb,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    dossierId: entry.dossierId ?? null,
    payload: entry.payload ?? {},
  })
}
