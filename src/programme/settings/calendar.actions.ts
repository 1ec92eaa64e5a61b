// Changing the calendar of days off. One calendar per installation: every clock of the house counts by it.
import { calendarWith } from '#/platform/calendar/default-holidays.ts'
import type { PlainDate } from '#/platform/calendar/plain-date.ts'
import { holidayKinds, type HolidayRow } from '#/platform/calendar/work-calendar.ts'
import { newId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { tellProducer } from '../commune/supplement.actions.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields, readReason, type Typed } from '../fields.ts'
import { serves, type Actor } from '../people/actor.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must } from '../refuse.ts'
import { markOf, movedBy, type Moved } from './deadlines.ts'
import { ownHolidays, promises } from './holidays.store.ts'

/** Rows to write over whatever stands on their day, and days whose own row goes. */
export type CalendarEdit = { set: readonly HolidayRow[]; remove: readonly PlainDate[] }

/** Office or administrator of the province the house belongs to. */
export function mayKeepCalendar(actor: Actor | null, provinceCode: string): boolean {
  return serves(actor, provinceCode, 'office', 'admin')
}

/** One day as typed. Every fault at its field. The source is the number of the announcement or decision: no day off without a paper. */
export function readHoliday(input: Typed<'date' | 'kind' | 'name' | 'source'>): HolidayRow {
  const fields = new Fields<'date' | 'kind' | 'name' | 'source'>(input)
  const date = fields.date('date', { required: true })
  if (date !== null && (date < '2020-01-01' || date > '2060-12-31'))
    fields.say('date', { vi: 'Ngày phải từ năm 2020 đến năm 2060.', en: 'Days from 2020 to 2060 only.' })
  const kind = fields.oneOf('kind', holidayKinds, { required: true })
  const name = fields.text('name', { max: 200, required: true })
  const source = fields.text('source', {
    max: 500,
    required: { vi: 'Cần ghi số, ngày của thông báo hoặc quyết định.', en: 'The number and date of the announcement are needed.' },
  })
  return fields.done({ date, kind, name, source })
}

/** The promised days this edit would move; locks nothing, changes nothing. */
export async function movedByEdit(db: Db | Tx, edit: CalendarEdit, options = { lock: false }): Promise<Moved[]> {
  const own = await ownHolidays(db)
  return movedBy(await promises(db, options), calendarWith(own), calendarWith(edited(own, edit)))
}

function edited(own: readonly HolidayRow[], edit: CalendarEdit): HolidayRow[] {
  const touched = new Set([...edit.remove, ...edit.set.map((row) => row.date)])
  return [...own.filter((row) => !touched.has(row.date)), ...edit.set]
}

/**
 * Writes an edit of the calendar with its reason. Where it makes promised days later it is refused with `calendar.deadlines` until `seen` names
 * exactly those moves (`markOf`); then only the subjects in `move` get the later day, the others keep what was promised. Each moved day is a row,
 * a line of the ledger and a notice. `notFound` when a day to remove has no own row; `badRequest` for an empty edit.
 */
export async function changeCalendar(
  ctx: Ctx,
  edit: CalendarEdit,
  confirmed: { reason: unknown; seen: string; move: readonly string[] },
): Promise<{ moved: number }> {
  const { provinceCode } = ctx.config
  must(mayKeepCalendar(ctx.actor, provinceCode))
  if (edit.set.length + edit.remove.length === 0) throw new AppError('badRequest', { reason: 'calendar' })
  const reason = readReason(confirmed.reason)
  const own = await ownHolidays(ctx.tx)
  for (const day of edit.remove) found(own.find((row) => row.date === day))
  const moved = await movedByEdit(ctx.tx, edit, { lock: true })
  if (confirmed.seen !== markOf(moved)) throw new AppError('calendar.deadlines', { count: String(moved.length) })
  if (edit.remove.length > 0) await ctx.tx.deleteFrom('holiday').where('day', 'in', edit.remove).execute()
  for (const row of edit.set) {
    const values = { kind: row.kind, name: row.name, source: row.source, updatedAt: ctx.now, updatedBy: ctx.actor.accountId }
    await ctx.tx
      .insertInto('holiday')
      .values({ day: row.date, ...values })
      .onConflict((conflict) => conflict.column('day').doUpdateSet(values))
      .execute()
  }
  const chosen = moved.filter((one) => confirmed.move.includes(one.subjectId))
  for (const one of chosen) await moveDeadline(ctx, one, reason)
  const days = [...edit.set.map((row) => row.date), ...edit.remove].toSorted()
  await audit(ctx, {
    verb: 'calendar.changed',
    subjectKind: 'calendar',
    subjectId: days[0] ?? '',
    authority: provinceCode,
    payload: {
      set: edit.set,
      removed: edit.remove,
      reason,
      moved: chosen.map((one) => one.subjectId),
      kept: moved.filter((one) => !chosen.includes(one)).map((one) => one.subjectId),
    },
  })
  return { moved: chosen.length }
}

async function moveDeadline(ctx: Ctx, one: Moved, reason: string): Promise<void> {
  const table = one.kind === 'clock' ? 'dossierClock' : 'supplementRequest'
  await ctx.tx.updateTable(table).set({ dueOn: one.becomes }).where('id', '=', one.subjectId).execute()
  const dossier = await ctx.tx
    .selectFrom('dossier')
    .innerJoin('product', 'product.id', 'dossier.productId')
    .select(['dossier.id', 'dossier.provinceCode', 'dossier.communeCode', 'dossier.producerId', 'product.name'])
    .where('dossier.id', '=', one.dossierId)
    .executeTakeFirstOrThrow()
  const id = newId()
  await ctx.tx
    .insertInto('deadlineChange')
    .values({
      id,
      provinceCode: dossier.provinceCode,
      dossierId: dossier.id,
      kind: one.kind,
      subjectId: one.subjectId,
      dueBefore: one.dueOn,
      dueAfter: one.becomes,
      reason,
      changedBy: ctx.actor.accountId,
      changedAt: ctx.now,
    })
    .execute()
  await audit(ctx, {
    verb: 'deadline.moved',
    subjectKind: one.kind === 'clock' ? 'dossierClock' : 'supplementRequest',
    subjectId: one.subjectId,
    authority: dossier.provinceCode,
    dossierId: dossier.id,
    payload: { from: one.dueOn, to: one.becomes, reason },
  })
  const params = { product: dossier.name, from: formatDate(one.dueOn), to: formatDate(one.becomes) }
  if (one.kind === 'supplement') return tellProducer(ctx, dossier, 'deadline.moved', id, params)
  const officers = await accountsWithRole(
    ctx.tx,
    'communeOfficer',
    { authority: dossier.provinceCode, communeCode: dossier.communeCode },
    ctx.now,
  )
  await notify(ctx, officers, {
    kind: 'deadline.moved',
    dedupe: id,
    subjectKind: 'dossier',
    subjectId: dossier.id,
    link: `/xa/ho-so/${dossier.id}`,
    params,
  })
}
