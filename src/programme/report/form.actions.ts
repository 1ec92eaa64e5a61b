// Report forms as templates an office can change. A form in use never changes: a change is a new revision, a report begun keeps its own.
import { sql } from 'kysely'
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields, mustBeVersion } from '../fields.ts'
import { indicators } from '../indicator/registry.ts'
import { must } from '../refuse.ts'
import {
  contentFaults,
  differenceOf,
  formContentSchema,
  MOST_ROWS,
  rowKinds,
  rowsOf,
  unitKinds,
  type FormContent,
  type FormRow,
} from './form.ts'
import { shippedForms } from './form-files.ts'
import { formToChange, formsOf, insertForm, formById, type ReportForm } from './form.store.ts'
import { callRights } from './report.policy.ts'

/** Takes over the forms that come with the program; those the desk has taken over before stay as they are. Returns how many are new. */
export async function takeShippedForms(ctx: Ctx): Promise<number> {
  must(callRights(ctx.actor, ctx.actor.authority).keep)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`report-forms:${ctx.actor.authority}`}, 0))`.execute(ctx.tx)
  const there = new Set((await formsOf(ctx.tx, ctx.actor.authority)).map((form) => form.origin))
  const missing = shippedForms().filter((form) => !there.has(form.id))
  for (const { id, kind, title, content } of missing) {
    const formId = await insertForm(ctx, { kind, title, content, state: 'used', origin: id, revision: 1 })
    await log(ctx, formId, 'reportForm.taken', { origin: id, kind, title })
  }
  return missing.length
}

/** Begins a new revision of a form in use, as a copy. Refused while one is being written. Returns its id. */
export async function reviseForm(ctx: Ctx, formId: string): Promise<string> {
  const form = await formToChange(ctx, formId)
  if (form.state !== 'used') throw new AppError('stateConflict', { state: 'mẫu không phải bản đang dùng' })
  const drafts = (await formsOf(ctx.tx, form.authority)).filter((one) => one.familyId === form.familyId && one.state === 'draft')
  if (drafts.length > 0) throw new AppError('stateConflict', { state: 'đã có bản sửa đang soạn' })
  const { familyId, kind, title, content, origin, revision } = form
  const id = await insertForm(ctx, { familyId, kind, title, content, origin, state: 'draft', revision: revision + 1 })
  await log(ctx, id, 'reportForm.revised', { from: formId, revision: revision + 1 })
  return id
}

type RowInput = Readonly<Record<string, unknown>>

/** Adds a row to a draft, or changes the one of that code. `section` is an existing section by number, or a new one by its title. Returns the new version. */
export async function saveFormRow(ctx: Ctx, formId: string, input: RowInput, version: number): Promise<number> {
  const form = await draftToChange(ctx, formId, version)
  const fields = new Fields<'code' | 'title' | 'kind' | 'indicator' | 'unit' | 'measure' | 'section' | 'newSection' | 'params' | 'source'>(
    input,
  )
  const code = fields.text('code', { max: 20, required: true })
  const title = fields.text('title', { max: 300, required: true })
  const kind = fields.oneOf('kind', rowKinds, { required: true })
  const source = fields.text('source', { max: 60 })
  const newSection = fields.text('newSection', { max: 200 })
  const section = newSection === '' ? fields.integer('section', { min: 1, max: form.content.sections.length, required: true }) : null
  const indicator = kind === 'indicator' ? fields.oneOf('indicator', Object.keys(indicators), { required: true }) : null
  const unit = kind === 'hand' ? fields.text('unit', { max: 40, required: true }) : ''
  const measure = kind === 'hand' ? fields.oneOf('measure', ['flow', 'stock'], { required: true }) : null
  const params = readParams(fields)
  if (!/^[a-z0-9][a-z0-9.-]{0,19}$/.test(code))
    fields.say('code', {
      vi: 'Mã dòng: chữ thường không dấu, chữ số, dấu chấm hoặc gạch ngang, tối đa 20 ký tự.',
      en: 'A code is small letters, digits, dots or dashes, at most 20.',
    })
  fields.done()
  const asks = unitKinds.filter((one) => input[`asks.${one}`] === '1')
  const base = { code, title, source, asks: asks.length === 0 ? [...unitKinds] : asks }
  const row: FormRow =
    kind === 'indicator'
      ? { ...base, kind, indicator: indicator ?? '', params }
      : kind === 'hand'
        ? { ...base, kind, unit, measure: measure ?? 'flow' }
        : kind === 'text'
          ? { ...base, kind, required: input['required'] === '1' }
          : { ...base, kind: 'proposals' }
  const content = placed(form.content, row, newSection === '' ? (section ?? 1) - 1 : newSection)
  return saveDraft(ctx, form, content, { row: code })
}

function readParams(fields: Fields<'params'>): Record<string, unknown> {
  const text = fields.text('params', { max: 1000 })
  if (text === '') return {}
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Record<string, unknown>
  } catch {
    // Said below, the same for every text that is no object.
  }
  fields.say('params', {
    vi: 'Tham số ghi dạng {"stars":[4]}; để trống nếu không có.',
    en: 'Write parameters as {"stars":[4]}, or nothing.',
  })
  return {}
}

/** The row at its old place where it stays in its section, else at the end of the asked one; sections left empty go. */
function placed(content: FormContent, row: FormRow, where: number | string): FormContent {
  const target = typeof where === 'number' ? content.sections[where] : undefined
  const sections = content.sections.map((section) => {
    const at = section.rows.findIndex((one) => one.code === row.code)
    if (section === target) return { ...section, rows: at < 0 ? [...section.rows, row] : section.rows.with(at, row) }
    return { ...section, rows: section.rows.filter((one) => one.code !== row.code) }
  })
  const all = typeof where === 'string' ? [...sections, { title: where, rows: [row] }] : sections
  return { sections: all.filter((section) => section.rows.length > 0) }
}

export async function removeFormRow(ctx: Ctx, formId: string, code: unknown, version: number): Promise<number> {
  const form = await draftToChange(ctx, formId, version)
  if (!rowsOf(form.content).some((row) => row.code === code)) throw new AppError('badRequest', { reason: 'row' })
  const sections = form.content.sections.map((section) => ({ ...section, rows: section.rows.filter((row) => row.code !== code) }))
  const left = sections.filter((section) => section.rows.length > 0)
  if (left.length === 0) throw invalidContent({ vi: 'Mẫu phải còn ít nhất một dòng.', en: 'A form has at least one row.' })
  return saveDraft(ctx, form, { sections: left }, { removed: code })
}

/**
 * Puts a draft into use in place of the revision before. Reports of running calls that nobody has begun move to it; a report begun keeps the
 * revision it began with. Returns how many moved.
 */
export async function useForm(ctx: Ctx, formId: string, version: number): Promise<number> {
  const form = await draftToChange(ctx, formId, version)
  const [before] = (await formsOf(ctx.tx, form.authority)).filter((one) => one.familyId === form.familyId && one.state === 'used')
  const difference = before ? differenceOf(before.content, form.content) : []
  if (before && difference.length === 0) throw new AppError('stateConflict', { state: 'bản sửa chưa khác bản đang dùng' })
  if (before)
    await ctx.tx
      .updateTable('reportForm')
      .set({ state: 'ended', version: before.version + 1 })
      .where('id', '=', before.id)
      .execute()
  await ctx.tx
    .updateTable('reportForm')
    .set({ state: 'used', version: version + 1 })
    .where('id', '=', formId)
    .execute()
  const moved = before ? await moveUnbegun(ctx, before.id, formId) : 0
  await log(ctx, formId, 'reportForm.used', {
    revision: form.revision,
    moved,
    changes: difference.map(({ code, change }) => `${change} ${code}`),
  })
  return moved
}

async function moveUnbegun(ctx: Ctx, from: string, to: string): Promise<number> {
  await sql`update report_call set form_id = ${to} where form_id = ${from} and state <> 'closed'`.execute(ctx.tx)
  const moved = await sql`
    update report r set form_id = ${to}, version = version + 1
    where r.form_id = ${from} and r.state in ('waiting', 'open') and r.computed_at is null and r.compute_run is null
      and exists (select 1 from report_call c where c.id = r.call_id and c.state = 'open')
      and not exists (select 1 from report_figure f where f.report_id = r.id)
      and not exists (select 1 from report_proposal p where p.report_id = r.id)`.execute(ctx.tx)
  return Number(moved.numAffectedRows ?? 0)
}

/** Throws a draft away. */
export async function dropForm(ctx: Ctx, formId: string, version: number): Promise<void> {
  const form = await draftToChange(ctx, formId, version)
  await ctx.tx.deleteFrom('reportForm').where('id', '=', form.id).execute()
  await log(ctx, formId, 'reportForm.dropped', { revision: form.revision })
}

async function draftToChange(ctx: Ctx, formId: string, version: number): Promise<ReportForm> {
  const form = await formToChange(ctx, formId)
  if (form.state !== 'draft') throw new AppError('report.formInUse')
  mustBeVersion(form.version, version)
  return form
}

async function saveDraft(ctx: Ctx, form: ReportForm, content: FormContent, payload: Record<string, unknown>): Promise<number> {
  const read = formContentSchema.safeParse(content)
  const faults = read.success ? contentFaults(read.data) : read.error.issues.map((issue) => issue.message)
  if (rowsOf(content).length > MOST_ROWS) throw invalidContent({ vi: `Mẫu có tối đa ${MOST_ROWS} dòng.`, en: `At most ${MOST_ROWS} rows.` })
  if (faults.length > 0) throw invalidContent({ vi: `Dòng chưa đúng: ${faults.join('; ')}.`, en: `Not right: ${faults.join('; ')}.` })
  await ctx.tx
    .updateTable('reportForm')
    .set({ content: json(content), version: form.version + 1 })
    .where('id', '=', form.id)
    .execute()
  await log(ctx, form.id, 'reportForm.changed', payload)
  return form.version + 1
}

function invalidContent(problem: { vi: string; en: string }): AppError {
  return new AppError('invalid', {}, { _form: problem })
}

function log(ctx: Ctx, id: string, verb: string, payload: Record<string, unknown>): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'reportForm', subjectId: id, payload })
}

/** The form of a desk in use, for a call: "not found" for another desk's. */
export async function formForCall(ctx: Ctx, id: unknown): Promise<ReportForm | null> {
  const form = await formById(ctx.tx, String(id))
  return form && form.authority === ctx.actor.authority && form.state === 'used' ? form : null
}
