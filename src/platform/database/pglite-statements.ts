// The engine's own `query` parses, describes and plans a text anew each time, in six calls. Here a text is parsed and described once and kept in
// the session as a prepared statement, as a server's clients do; asking it again is one call, and often no planning. Measured: a third of the time.
import { protocol, types, type PGlite } from '@electric-sql/pglite'

const { messages, serialize } = protocol

/** As many statements as are kept; beyond it the one not asked for longest is closed. Each holds its plan in the engine's memory. */
const KEPT = 400
/** Longer texts are long lists of rows, each written once: not kept. */
const LONGEST = 8_000
/** A plan made for any value cannot prove that a partial unique index is meant where its condition is a parameter. */
const PARTIAL_CONFLICT = /\bon conflict \([^)]*\) where\b/

type Column = { name: string; dataTypeID: number }
type Statement = { name: string; parameters: readonly number[]; columns: readonly Column[] }
export type Answer<R> = { rows: R[]; affectedRows?: number | undefined }

export class Statements {
  readonly #pglite: PGlite
  readonly #kept = new Map<string, Statement>()
  #serial = 0

  constructor(pglite: PGlite) {
    this.#pglite = pglite
  }

  /** Only while the session is lent to the caller: two at once would mix their answers. */
  async ask<R>(text: string, values: readonly unknown[]): Promise<Answer<R>> {
    if (text.length > LONGEST || PARTIAL_CONFLICT.test(text)) return await this.#pglite.query<R>(text, [...values])
    const statement = this.#kept.get(text) ?? (await this.#prepare(text))
    // The one asked last stands last.
    this.#kept.delete(text)
    this.#kept.set(text, statement)
    try {
      return await this.#execute<R>(statement, values)
    } catch (error) {
      // What the text gives was changed by a migration ("cached plan must not change result type"): it is prepared anew the next time.
      if ((error as { code?: string }).code === '0A000') await this.#close(text, statement)
      throw error
    }
  }

  async #prepare(text: string): Promise<Statement> {
    const oldest = this.#kept.entries().next()
    if (this.#kept.size >= KEPT && !oldest.done) await this.#close(...oldest.value)
    const name = `s${++this.#serial}`
    const described = await this.#send([serialize.parse({ name, text }), serialize.describe({ type: 'S', name }), serialize.sync()])
    const parameters = described.find((one) => one instanceof messages.ParameterDescriptionMessage)
    const columns = described.find((one) => one instanceof messages.RowDescriptionMessage)
    return { name, parameters: parameters?.dataTypeIDs ?? [], columns: columns?.fields ?? [] }
  }

  async #execute<R>(statement: Statement, values: readonly unknown[]): Promise<Answer<R>> {
    const given = values.map((value, at) => this.#written(value, statement.parameters[at] ?? 0))
    const answer = await this.#send([serialize.bind({ statement: statement.name, values: given }), serialize.execute({}), serialize.sync()])
    const rows: R[] = []
    let affectedRows: number | undefined
    for (const one of answer) {
      if (one instanceof messages.DataRowMessage) rows.push(this.#read(one.fields, statement.columns) as R)
      else if (one instanceof messages.CommandCompleteMessage) affectedRows = affected(one.text)
    }
    return { rows, affectedRows }
  }

  async #close(text: string, statement: Statement): Promise<void> {
    this.#kept.delete(text)
    await this.#send([serialize.close({ type: 'S', name: statement.name }), serialize.sync()])
  }

  #written(value: unknown, type: number): string | null {
    if (value === null || value === undefined) return null
    return this.#pglite.serializers[type]?.(value) ?? String(value)
  }

  #read(fields: readonly (string | null)[], columns: readonly Column[]): Record<string, unknown> {
    const row: Record<string, unknown> = {}
    for (const [at, column] of columns.entries())
      row[column.name] = types.parseType(fields[at] ?? null, column.dataTypeID, this.#pglite.parsers)
    return row
  }

  async #send(parts: readonly Uint8Array[]) {
    return (await this.#pglite.runExclusive(() => this.#pglite.execProtocol(Buffer.concat(parts)))).messages
  }
}

/** `INSERT 0 3`, `UPDATE 3`: rows written; what reads or defines has none. */
function affected(tag: string): number | undefined {
  const count = /^(?:INSERT \d+|UPDATE|DELETE|MERGE) (\d+)$/.exec(tag)?.[1]
  return count === undefined ? undefined : Number(count)
}
