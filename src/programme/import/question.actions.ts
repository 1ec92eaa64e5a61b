/** A person's answers to what the import may not decide. Each takes a reason and is written in the ledger. */
import { isId, newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { fold } from '#/platform/text/fold.ts'

import { audit, type Ctx } from '../context.ts'
import { readReason, type Words } from '../fields.ts'
import { found, mustSee } from '../refuse.ts'
import { heirsOn, placeOn, type Place, type UnitBook } from '../units/unit-book.ts'
import { loadUnitBook } from '../units/unit-book.store.ts'
import { unitRefusal } from '../units/unit-words.ts'
import type { Era } from '../units/units.ts'
import { changesTo, identityOf, type KnownRecord } from './match.ts'
import { gazetteer, resolvePlace } from './place.ts'
import { draftOf } from './plan.ts'
import { lockQuestion, type Question } from './question.store.ts'
import { insertRecords, recordsByIds, updateRecord } from './record.store.ts'
import { importRights } from './rights.ts'
import { readRow, type PastValues } from './row.read.ts'

async function load(ctx: Ctx, id: string): Promise<Question> {
  const question = found(isId(id) ? await lockQuestion(ctx.tx, id) : null)
  mustSee(importRights(ctx.actor, question).decide)
  if (question.answer !== null) throw new AppError('stateConflict', { state: question.answer })
  return question
}

type Answer = 'assigned' | 'unknown' | 'separate' | 'merged' | 'rejected'

async function answer(
  ctx: Ctx,
  question: Question,
  given: Answer,
  reason: string,
  recordId: string | null,
  more: Record<string, unknown> = {},
) {
  await ctx.tx
    .updateTable('importQuestion')
    .set({ answer: given, reason, decidedBy: ctx.actor.accountId, decidedAt: ctx.now, recordId })
    .where('id', '=', question.id)
    .execute()
  await audit(ctx, {
    verb: `import.${given}`,
    subjectKind: recordId === null ? 'import' : 'pastRecognition',
    subjectId: recordId ?? question.batchId,
    payload: { question: question.id, line: question.line, why: question.why, reason, ...more },
  })
}

function wrong(field: string, words: Words): never {
  throw new AppError('invalid', {}, { [field]: words })
}

/**
 * Says which unit a record's address means, as "e2023:15772". A unit that did not exist on the decision's day is refused with what there
 * was instead. Where that makes the record the same as another, it is refused: merge or reject then.
 */
export async function assignUnit(ctx: Ctx, id: string, given: { place: unknown; reason: unknown }): Promise<void> {
  const question = await load(ctx, id)
  const reason = readReason(given.reason)
  const book = await loadUnitBook(ctx.tx)
  const place = readPlace(book, given.place)
  const record = await recordOf(ctx, question)
  if (record.values.decisionDate !== null) {
    const refusal = unitRefusal(placeOn(book, record.values.decisionDate, place), place.code)
    if (refusal) wrong('place', refusal)
  }
  const heirs = heirsOn(book, place)
  const unit = book.unit(place)
  const provinces = [...new Set(heirs.map((heir) => heir.provinceCode))]
  const next = { ...record, place, identity: identityOf(record.values, place) }
  const twin = await ctx.tx
    .selectFrom('pastRecognition')
    .select('id')
    .where('provinceCode', '=', question.provinceCode)
    .where('identity', '=', next.identity)
    .where('id', '<>', record.id)
    .executeTakeFirst()
  if (twin)
    wrong('place', {
      vi: 'Với đơn vị này, bản ghi trùng với một bản ghi đã có. Chọn đơn vị khác hoặc để đơn vị chưa rõ.',
      en: 'With this unit the record is the same as another. Choose another unit or leave it unknown.',
    })
  await updateRecord(ctx.tx, next, ctx.now, {
    nowCommuneCode: unit?.level === 'commune' && heirs.length === 1 ? (heirs[0]?.code ?? null) : record.values.newCommuneCode,
    nowProvinceCode: provinces.length === 1 ? (provinces[0] ?? null) : record.values.newProvinceCode,
  })
  await answer(ctx, question, 'assigned', reason, record.id, { from: record.place, to: place })
}

function readPlace(book: UnitBook, given: unknown): Place {
  const [era, code = ''] = String(given ?? '').split(':')
  if (era !== 'e2023' && era !== 'e2025') wrong('place', { vi: 'Chọn đơn vị hành chính.', en: 'Choose a unit.' })
  const place = { era: era as Era, code }
  if (!book.unit(place))
    wrong('place', { vi: `Không có đơn vị mang mã ${code.slice(0, 10)}.`, en: `There is no unit ${code.slice(0, 10)}.` })
  return place
}

async function recordOf(ctx: Ctx, question: Question): Promise<KnownRecord> {
  if (question.kind !== 'unit' || question.recordId === null) throw new AppError('stateConflict', { state: question.kind })
  return found((await recordsByIds(ctx.tx, question.provinceCode, [question.recordId]))[0])
}

/** Leaves a record's unit unknown: nobody can tell. */
export async function leaveUnknown(ctx: Ctx, id: string, given: { reason: unknown }): Promise<void> {
  const question = await load(ctx, id)
  const record = await recordOf(ctx, question)
  await answer(ctx, question, 'unknown', readReason(given.reason), record.id)
}

function valuesOf(ctx: Ctx, question: Question): PastValues {
  const read = readRow({ cells: question.cells, extra: 0, merged: null }, plainDateOf(ctx.now))
  if (!read.ok) throw new AppError('stateConflict', { state: 'bad' })
  return read.values
}

function mustBeNear(question: Question): void {
  if (question.kind !== 'near') throw new AppError('stateConflict', { state: question.kind })
}

/** Two recognitions, not one: the row becomes a record of its own. Its identity must be free. */
export async function keepSeparate(ctx: Ctx, id: string, given: { reason: unknown }): Promise<string> {
  const question = await load(ctx, id)
  mustBeNear(question)
  const reason = readReason(given.reason)
  const values = valuesOf(ctx, question)
  const place = resolvePlace(gazetteer(await loadUnitBook(ctx.tx)), values)
  const draft = draftOf(question.line, question.rowKey, values, place, newId())
  const twin = await ctx.tx
    .selectFrom('pastRecognition')
    .select('id')
    .where('provinceCode', '=', question.provinceCode)
    .where('identity', '=', draft.identity)
    .executeTakeFirst()
  if (twin)
    wrong('_form', {
      vi: 'Đã có bản ghi cùng số quyết định, sản phẩm và chủ thể: chỉ có thể gộp hoặc bỏ dòng này.',
      en: 'A record of the same decision, product and producer exists: merge or reject this row.',
    })
  await insertRecords(ctx.tx, [draft], { provinceCode: question.provinceCode, batchId: question.batchId, now: ctx.now })
  await taken(ctx, question, draft.id)
  await answer(ctx, question, 'separate', reason, draft.id)
  if (place.question)
    await ctx.tx
      .insertInto('importQuestion')
      .values({
        id: newId(),
        provinceCode: question.provinceCode,
        batchId: question.batchId,
        line: question.line,
        kind: 'unit',
        why: place.question.why,
        rowKey: question.rowKey,
        cells: json(question.cells),
        candidates: json(place.question.candidates),
        recordId: draft.id,
        createdAt: ctx.now,
      })
      .execute()
  return draft.id
}

/** The row is a recognition on record: what that does not know is filled in, nothing known is written over. */
export async function mergeInto(ctx: Ctx, id: string, given: { recordId: unknown; reason: unknown }): Promise<void> {
  const question = await load(ctx, id)
  mustBeNear(question)
  const reason = readReason(given.reason)
  const recordId = String(given.recordId ?? '')
  if (!question.candidates.includes(recordId)) wrong('recordId', { vi: 'Chọn bản ghi để gộp.', en: 'Choose the record to merge with.' })
  const record = found((await recordsByIds(ctx.tx, question.provinceCode, [recordId]))[0])
  const all = changesTo(record.values, valuesOf(ctx, question))
  const filled = all.filter((change) => change.from === null)
  const values: PastValues = Object.assign({ ...record.values }, Object.fromEntries(filled.map((change) => [change.field, change.to])))
  if (filled.length > 0) {
    // The identity stays: the record is still found by the decision under which it was first entered.
    await updateRecord(ctx.tx, { ...record, values, producerFolded: fold(values.producer ?? '') }, ctx.now)
  }
  await taken(ctx, question, record.id)
  await answer(ctx, question, 'merged', reason, record.id, { filled, differs: all.filter((change) => change.from !== null) })
}

/** The row is dropped, and stays dropped when the same row comes again. */
export async function rejectRow(ctx: Ctx, id: string, given: { reason: unknown }): Promise<void> {
  const question = await load(ctx, id)
  mustBeNear(question)
  await answer(ctx, question, 'rejected', readReason(given.reason), null)
}

async function taken(ctx: Ctx, question: Question, recordId: string): Promise<void> {
  await ctx.tx
    .updateTable('pastSourceRow')
    .set({ recordId })
    .where('provinceCode', '=', question.provinceCode)
    .where('rowKey', '=', question.rowKey)
    .execute()
}
