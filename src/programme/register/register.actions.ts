// The deeds of every register: add, change, end, open again, check. Nothing is ever deleted; the ledger keeps what stood there before.
import { sql } from 'kysely'
import { newId } from '#/platform/database/id.ts'
import type { Tx } from '#/platform/database/open.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields, mustBeVersion, readReason } from '../fields.ts'
import { provinceOf } from '../people/authority.ts'
import { found, must, mustSee } from '../refuse.ts'
import { recordReader, type RecordInput } from './read.ts'
import { headText, unitFields, type Description, type RecordRow, type Values } from './register.ts'
import { dayOf, recordFor } from './register.store.ts'
import { addsTo, deskOf, enteredFor, keepsDesk, seesRegister } from './rights.ts'

/** Adds a record at the actor's desk. Returns its id. Throws `invalid` by field; `register.same` where an open one says just this. */
export async function addRecord(ctx: Ctx, register: Description, input: RecordInput): Promise<string> {
  mustSee(seesRegister(ctx.actor, register))
  must(addsTo(ctx.actor, register))
  const authority = deskOf(ctx.actor)
  const read = await readOne(ctx, register, authority, input)
  await alone(ctx.tx, register, authority)
  await mustBeNew(ctx, register, authority, read.values, null)
  const [id = ''] = await insertRecords(ctx, register, authority, [read.values])
  await log(ctx, register, { id, authority }, 'register.added', { label: read.label, after: filled(read.values) })
  return id
}

/** Returns the new version. What the office had checked and another changes waits for a check again. */
export async function changeRecord(ctx: Ctx, register: Description, id: string, input: RecordInput, version: number): Promise<number> {
  const { row, rights } = await recordFor(ctx.tx, ctx.actor, register, id, true)
  mustBeOpen(row)
  must(rights.change)
  const read = await readOne(ctx, register, row.authority, input)
  mustBeVersion(row.version, version)
  await alone(ctx.tx, register, row.authority)
  await mustBeNew(ctx, register, row.authority, read.values, id)
  return await writeChange(ctx, register, { row, rights }, read)
}

/** Shared with sheets. Nothing is written where nothing differs. */
export async function writeChange(
  ctx: Ctx,
  register: Description,
  { row, rights }: Pick<Awaited<ReturnType<typeof recordFor>>, 'row' | 'rights'>,
  read: { values: Values; label: string },
): Promise<number> {
  const changed = changesOf(row, read.values)
  if (Object.keys(changed.after).length === 0) return row.version
  const unchecked = register.checked && !rights.check ? { checkedBy: null, checkedOn: null } : {}
  const version = row.version + 1
  await update(ctx, register, row.id, { ...read.values, ...unchecked, version })
  await log(ctx, register, row, 'register.changed', { label: read.label, ...changed })
  return version
}

/** Ends a record from a day on, with a reason; it stays to be read. */
export async function endRecord(
  ctx: Ctx,
  register: Description,
  id: string,
  input: { endedOn?: unknown; reason?: unknown },
): Promise<void> {
  const { row, rights } = await recordFor(ctx.tx, ctx.actor, register, id, true)
  mustBeOpen(row)
  must(rights.end)
  const today = plainDateOf(ctx.now)
  const fields = new Fields<'endedOn'>(input)
  const endedOn = fields.date('endedOn', { required: true, notAfter: today })
  const since = dayOf(register, row)
  if (endedOn !== null && since !== null && endedOn < since)
    fields.say('endedOn', { vi: 'Không kết thúc trước ngày bắt đầu.', en: 'It cannot end before it began.' })
  const given = fields.done({ endedOn })
  const reason = readReason(input.reason)
  await update(ctx, register, id, { endedOn: given.endedOn, version: row.version + 1 })
  await log(ctx, register, row, 'register.ended', { label: headText(register, row), endedOn: given.endedOn, reason })
}

/**
 * Opens an ended record again, with a reason: it ended by mistake, or what ended goes on. Throws as adding does where an open one stands in its
 * place. What another than the office opens again waits for a check.
 */
export async function reopenRecord(ctx: Ctx, register: Description, id: string, input: { reason?: unknown }): Promise<void> {
  const { row, rights } = await recordFor(ctx.tx, ctx.actor, register, id, true)
  if (row.endedOn === null && rights.change) throw new AppError('register.open')
  must(rights.reopen)
  const reason = readReason(input.reason)
  await alone(ctx.tx, register, row.authority)
  await mustBeNew(ctx, register, row.authority, valuesOf(register, row), id)
  const unchecked = register.checked && !keepsDesk(ctx.actor, row.authority) ? { checkedBy: null, checkedOn: null } : {}
  const done = await ctx.tx
    .updateTable(register.table)
    .set({ endedOn: null, version: row.version + 1, ...unchecked } as never)
    .where('id', '=', id)
    .where('endedOn', 'is not', null)
    .executeTakeFirst()
  found(Number(done.numUpdatedRows) === 1 ? done : null)
  await log(ctx, register, row, 'register.reopened', { label: headText(register, row), endedOn: row.endedOn, reason })
}

/** The columns a record is told by, as a form would give them. */
function valuesOf(register: Description, row: RecordRow): Values {
  const columns = [...register.fields.map((field) => field.column), ...(unitFields(register).length > 0 ? ['unitEra'] : [])]
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
}

/** The office confirms what a producer entered. Pressed twice, the second changes nothing. */
export async function checkRecord(ctx: Ctx, register: Description, id: string, version: number): Promise<void> {
  const { row, rights } = await recordFor(ctx.tx, ctx.actor, register, id, true)
  mustSee(register.checked === true)
  mustBeOpen(row)
  must(rights.check)
  mustBeVersion(row.version, version)
  if (row.checkedOn !== null) return
  await update(ctx, register, id, { checkedBy: ctx.actor.accountId, checkedOn: plainDateOf(ctx.now), version: row.version + 1 })
  await log(ctx, register, row, 'register.checked', { label: headText(register, row) })
}

async function readOne(ctx: Ctx, register: Description, authority: string, input: RecordInput) {
  const desk = { authority, entered: enteredFor(ctx.actor, register, authority) }
  const read = (await recordReader(ctx.tx, register, desk, [input], plainDateOf(ctx.now)))(input)
  if ('problems' in read) throw new AppError('invalid', {}, read.problems)
  return read
}

/** One writer at a time in a register of a province: what must be unique is judged without a race. */
export async function alone(tx: Tx, register: Description, authority: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`register:${register.table}:${provinceOf(authority)}`}))`.execute(tx)
}

/** Sent twice, or told twice: an open record that says just the same is the one that is there. */
async function mustBeNew(ctx: Ctx, register: Description, authority: string, values: Values, but: string | null): Promise<void> {
  const other = but === null ? sql`true` : sql`r.id <> ${but}`
  const open = sql`r.province_code = ${provinceOf(authority)} and r.ended_on is null and ${other}`
  const equal = (columns: readonly string[]) =>
    sql.join(
      columns.map((name) => sql`${sql.ref(`r.${name}`)} is not distinct from ${values[name] ?? null}`),
      sql` and `,
    )
  const { unique } = register
  if (unique && unique.columns.every((name) => values[name] !== null)) {
    const taken = await sql`select 1 from ${sql.table(register.table)} r where ${open} and ${equal(unique.columns)} limit 1`.execute(ctx.tx)
    const at = unique.columns.find((name) => register.fields.some((field) => field.column === name)) ?? '_form'
    if (taken.rows.length > 0) throw new AppError('invalid', {}, { [at]: unique.problem })
  }
  const same = await sql`select 1 from ${sql.table(register.table)} r
    where ${open} and r.authority = ${authority} and ${equal(Object.keys(values))} limit 1`.execute(ctx.tx)
  if (same.rows.length > 0) throw new AppError('register.same')
}

/** Writes records of a desk, the ids in their order. Shared with sheets: the caller has judged right, values and that they are new. */
export async function insertRecords(ctx: Ctx, register: Description, authority: string, records: readonly Values[]): Promise<string[]> {
  const rows = records.map((values) => ({
    id: newId(),
    provinceCode: provinceOf(authority),
    authority,
    demo: ctx.config.demo,
    createdBy: ctx.actor.accountId,
    createdAt: ctx.now,
    ...values,
  }))
  // The description is checked against the table's columns when it is compiled.
  for (let at = 0; at < rows.length; at += 1000)
    await ctx.tx
      .insertInto(register.table)
      .values(rows.slice(at, at + 1000) as never)
      .execute()
  return rows.map((row) => row.id)
}

async function update(ctx: Ctx, register: Description, id: string, set: Values): Promise<void> {
  const done = await ctx.tx
    .updateTable(register.table)
    .set(set as never)
    .where('id', '=', id)
    .where('endedOn', 'is', null)
    .executeTakeFirst()
  found(Number(done.numUpdatedRows) === 1 ? done : null)
}

function mustBeOpen(row: RecordRow): void {
  if (row.endedOn !== null) throw new AppError('register.ended')
}

const filled = (values: Values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))

function changesOf(before: Values, after: Values): { before: Values; after: Values } {
  const names = Object.keys(after).filter((name) => (before[name] ?? null) !== (after[name] ?? null))
  const of = (values: Values) => Object.fromEntries(names.map((name) => [name, values[name] ?? null]))
  return { before: of(before), after: of(after) }
}

async function log(
  ctx: Ctx,
  register: Description,
  record: { id: string; authority: string },
  verb: string,
  payload: Record<string, unknown>,
): Promise<void> {
  await audit(ctx, { verb, subjectKind: register.table, subjectId: record.id, authority: record.authority, payload })
}
