// Kysely's own PGlite dialect shares one connection without waiting: a request's plain query would run inside, and be rolled
// back with, another request's transaction. Here the one session is lent to one borrower at a time, first come first served.
import type { PGlite } from '@electric-sql/pglite'
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { Statements } from './pglite-statements.ts'

/** Lends PGlite's only session. */
export class Session {
  #free: Promise<void> = Promise.resolve()

  /** Waits for its turn; the returned function ends it. */
  async take(): Promise<() => void> {
    const before = this.#free
    let end: () => void = () => {}
    this.#free = new Promise((resolve) => (end = resolve))
    await before
    return end
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const end = await this.take()
    try {
      return await work()
    } finally {
      end()
    }
  }
}

export class EmbeddedDialect implements Dialect {
  readonly #pglite: PGlite
  readonly #session: Session

  constructor(pglite: PGlite, session: Session) {
    this.#pglite = pglite
    this.#session = session
  }

  createDriver = (): Driver => new EmbeddedDriver(this.#pglite, this.#session)
  createQueryCompiler = () => new PostgresQueryCompiler()
  createAdapter = () => new PostgresAdapter()
  createIntrospector = (db: Kysely<unknown>) => new PostgresIntrospector(db)
}

class EmbeddedDriver implements Driver {
  readonly #pglite: PGlite
  readonly #session: Session
  readonly #statements: Statements

  constructor(pglite: PGlite, session: Session) {
    this.#pglite = pglite
    this.#session = session
    this.#statements = new Statements(pglite)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new EmbeddedConnection(this.#statements, await this.#session.take())
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''
    await connection.executeQuery(CompiledQuery.raw(`begin${level}`))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`savepoint ${name}`))
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`rollback to savepoint ${name}`))
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`release savepoint ${name}`))
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    ;(connection as EmbeddedConnection).end()
  }

  async destroy(): Promise<void> {
    if (!this.#pglite.closed) await this.#pglite.close()
  }
}

class EmbeddedConnection implements DatabaseConnection {
  readonly #statements: Statements
  readonly end: () => void

  constructor(statements: Statements, end: () => void) {
    this.#statements = statements
    this.end = end
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.#statements.ask<R>(query.sql, query.parameters)
    return {
      rows: result.rows,
      ...(result.affectedRows === undefined ? {} : { numAffectedRows: BigInt(result.affectedRows) }),
    }
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not offered by the embedded database')
  }
}
