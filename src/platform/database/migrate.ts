// Plain .sql migrations in order, each once, each in a transaction, with its content hash kept.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { AppError } from '../errors/app-error.ts'
import type { OpenDatabase } from './open.ts'

export const migrationsFolder = join(import.meta.dirname, '../../../migrations')

/** Applies what is missing; returns the name of the newest migration. A changed old file is refused. */
export async function migrate(database: OpenDatabase, folder: string = migrationsFolder): Promise<string> {
  await database.run(
    `create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())`,
  )
  const done = await sql<{ name: string; hash: string }>`select name, hash from migration`.execute(database.db)
  const known = new Map(done.rows.map((row) => [row.name, row.hash]))
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8')
    const hash = createHash('sha256').update(text).digest('hex')
    const applied = known.get(name)
    if (applied === hash) continue
    if (applied !== undefined) throw new AppError('database.migrationChanged', { name })
    // Several nodes may start at once: the advisory lock lets one apply, the others find it done.
    await database
      .run(`
      begin;
      select pg_advisory_xact_lock(7262001);
      do $guard$ begin
        if exists (select 1 from migration where name = '${name}') then raise exception 'already applied' using errcode = 'P0777'; end if;
      end $guard$;
      ${text}
      insert into migration (name, hash) values ('${name}', '${hash}');
      commit;`)
      .catch(async (error: { code?: string }) => {
        await database.run('rollback').catch(() => {})
        if (error.code !== 'P0777') throw error
      })
  }
  return names.at(-1) ?? ''
}
