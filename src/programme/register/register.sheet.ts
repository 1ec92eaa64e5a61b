// Every register can be brought in as a sheet: its columns are the fields, its rows are read as the form reads them.
import { AppError } from '#/platform/errors/app-error.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { must, mustSee } from '../refuse.ts'
import type { SheetColumn, SheetKind, SheetReason } from '../sheet/sheet.ts'
import { recordReader, type ReadRecord, type RecordInput } from './read.ts'
import { unitFields, type Description, type Field, type RecordRow, type Values } from './register.ts'
import { alone, insertRecords, writeChange } from './register.actions.ts'
import { openRecords, recordFor } from './register.store.ts'
import { registers } from './registers.ts'
import { addsTo, deskOf, enteredFor, keepsDesk, seesRegister } from './rights.ts'

type RowValues = { values: Values; label: string; id: string | null }
type Lookup = {
  read: (input: RecordInput) => ReadRecord
  /** Open records by all they say, and by what must be unique. */
  same: Map<string, RecordRow>
  taken: Map<string, RecordRow>
}

export const registerSheets: readonly SheetKind[] = registers.map(sheetOf)

function sheetOf(register: Description): SheetKind<RowValues, Lookup> {
  const columns = [...register.fields.map((field) => field.column), ...(unitFields(register).length > 0 ? ['unitEra'] : [])]
  const identity = (values: Values) => JSON.stringify(columns.map((column) => values[column] ?? null))
  const unique = (values: Values) => {
    const key = register.unique?.columns.map((column) => values[column] ?? null) ?? [null]
    return key.includes(null) ? null : JSON.stringify(key)
  }
  return {
    kind: register.slug,
    title: register.title,
    lead: register.about,
    columns: register.fields.map(columnOf),
    rights: async (_db, actor) => {
      mustSee(seesRegister(actor, register))
      must(addsTo(actor, register))
      return deskOf(actor)
    },
    ownOnly: (actor) => !keepsDesk(actor, deskOf(actor)),
    home: () => `/so-theo-doi/${register.slug}`,
    hold: (tx, authority) => alone(tx, register, authority),
    prepare: async (db, actor, _subjectId, now) => {
      const authority = deskOf(actor)
      const desk = { authority, entered: enteredFor(actor, register, authority) }
      const open = await openRecords(db, register, authority)
      return {
        read: await recordReader(db, register, desk, null, plainDateOf(now)),
        same: new Map(open.map((row) => [identity(row), row])),
        taken: new Map(open.flatMap((row) => (unique(row) === null ? [] : [[unique(row) ?? '', row]]))),
      }
    },
    readRow: (cells, lookup) => {
      const read = lookup.read(cells)
      if ('problems' in read) return { ok: false, reasons: Object.entries(read.problems).map(reasonOf) }
      const { values, label } = read
      const all = identity(values)
      const key = unique(values) ?? all
      const outcome = lookup.same.has(all) ? 'unchanged' : lookup.taken.has(key) ? 'changed' : 'new'
      return { ok: true, key, label, outcome, values: { values, label, id: lookup.taken.get(key)?.id ?? null } }
    },
    save: async (ctx, _subjectId, rows) => {
      const authority = deskOf(ctx.actor)
      const made = rows.flatMap(({ values }) => (values.id === null ? [values.values] : []))
      const ids = await insertRecords(ctx, register, authority, made)
      const records: string[] = []
      for (const { values } of rows) {
        if (values.id === null) records.push(ids.shift() ?? '')
        else {
          const found = await recordFor(ctx.tx, ctx.actor, register, values.id, true)
          // A row of another commune: who may not change it by its page may not by a sheet.
          if (!found.rights.change) throw new AppError('forbidden')
          await writeChange(ctx, register, found, values)
          records.push(values.id)
        }
      }
      return records
    },
  }
}

const reasonOf = ([column, problem]: [string, { vi: string; en: string }]): SheetReason => ({
  column: column === '_form' ? null : column,
  ...problem,
})

function columnOf(field: Field): SheetColumn {
  const unit = field.kind === 'hundredths' ? field.unit : undefined
  return {
    key: field.column,
    title: unit ? { vi: `${field.label.vi} (${unit.vi})`, en: `${field.label.en} (${unit.en})` } : field.label,
    aliases: [field.label.vi, ...(field.aliases ?? [])],
    required: field.required ?? false,
    example: exampleOf(field),
    ...(field.hint ? { hint: field.hint } : {}),
  }
}

function exampleOf(field: Field): string {
  switch (field.kind) {
    case 'choice':
      return Object.values(field.choices)[0]?.vi ?? ''
    case 'date':
      return '05/02/2026'
    case 'whole':
      return '120'
    case 'money':
      return '15.000.000'
    case 'hundredths':
      return '12,5'
    case 'yesNo':
      return 'Có'
    case 'link':
      return 'https://ten-mien.vn'
    case 'commune':
      return 'Xã Hậu Lộc'
    case 'reference':
      return field.to === 'producer' ? '2801234567' : `(${field.label.vi.toLowerCase()})`
    case 'text':
      return ''
  }
}
