// Several reports of one product or producer, looked into and answered together; and what its holder is told.
import { sql } from 'kysely'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { audit } from '../context.ts'
import { Fields, type Typed } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must, mustSee } from '../refuse.ts'
import { logReport, moveReport, reportRights, reportToKeep } from './public-report.load.ts'
import { readAnswer } from './public-report.ts'

const caseClosed = () => new AppError('stateConflict', { state: 'vụ việc đã kết thúc' })

async function caseToKeep(ctx: Ctx, caseId: unknown) {
  const row = found(
    isId(caseId) ? await ctx.tx.selectFrom('publicReportCase').selectAll().where('id', '=', caseId).forUpdate().executeTakeFirst() : null,
  )
  const rights = reportRights(ctx.actor, row)
  mustSee(rights.see)
  must(rights.keep)
  if (row.state === 'closed') throw caseClosed()
  return row
}

/** Into the open case of the same product (of the producer, where the report names no product); one is opened where there is none. */
export async function joinCase(ctx: Ctx, reportId: string): Promise<string> {
  const report = await reportToKeep(ctx, reportId)
  const { authority, productId, producerId } = report
  if (producerId === null) throw new AppError('publicReport.aboutNobody')
  // Two reports of one product joined at once lie in one case.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`publicReportCase:${authority}:${productId ?? producerId}`}, 0))`.execute(
    ctx.tx,
  )
  const open = await ctx.tx
    .selectFrom('publicReportCase')
    .select('id')
    .where('authority', '=', authority)
    .where('state', '=', 'open')
    .where('producerId', '=', producerId)
    .where('productId', productId === null ? 'is' : '=', productId)
    .executeTakeFirst()
  const caseId = open?.id ?? newId()
  if (!open)
    await ctx.tx
      .insertInto('publicReportCase')
      .values({
        id: caseId,
        provinceCode: report.provinceCode,
        authority,
        producerId,
        productId,
        state: 'open',
        openedBy: ctx.actor.accountId,
        openedAt: ctx.now,
        demo: report.demo,
      })
      .execute()
  await moveReport(ctx, report, 'joined', { caseId })
  await logReport(ctx, report, 'publicReport.joined', { caseId })
  return caseId
}

/** Out of its case again, to be looked into by itself. */
export async function leaveCase(ctx: Ctx, reportId: string): Promise<void> {
  const report = await reportToKeep(ctx, reportId)
  await moveReport(ctx, report, 'looking', { caseId: null })
  await logReport(ctx, report, 'publicReport.left')
}

/** One answer to every report of the case, each by its own code; the case is over. */
export async function answerCase(ctx: Ctx, caseId: string, input: Typed<'outcome' | 'answer'>): Promise<void> {
  const row = await caseToKeep(ctx, caseId)
  const { outcome, answer } = readAnswer(input)
  const { rows } = await sql<{ id: string }>`
    update public_report set state = ${outcome}, answer = ${answer}, answered_by = ${ctx.actor.accountId}, answered_at = ${ctx.now}, version = version + 1
    where case_id = ${row.id} and state = 'joined' returning id`.execute(ctx.tx)
  for (const { id } of rows) await logReport(ctx, { id, authority: row.authority }, 'publicReport.answered', { outcome })
  await ctx.tx
    .updateTable('publicReportCase')
    .set({ state: 'closed', closedAt: ctx.now, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute()
  await logCase(ctx, row, 'publicReportCase.answered', { outcome, reports: rows.length })
}

/** Tells the holder what the office wants it to know, in these words; nothing of who reported goes with them. The same words once. */
export async function tellHolder(ctx: Ctx, caseId: string, input: Typed<'words'>): Promise<void> {
  const row = await caseToKeep(ctx, caseId)
  const fields = new Fields<'words'>(input)
  const words = fields.text('words', {
    max: 3000,
    multiline: true,
    required: { vi: 'Ghi điều cần thông báo cho chủ thể.', en: 'Write what the holder is told.' },
  })
  fields.done()
  const id = newId()
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('publicReportMessage')
    .values({ id, caseId: row.id, producerId: row.producerId, words, toldBy: ctx.actor.accountId, toldAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) return
  await logCase(ctx, row, 'publicReportCase.holderTold')
  const holders = await accountsWithRole(ctx.tx, 'producer', { authority: row.provinceCode, producerId: row.producerId }, ctx.now)
  await notify(ctx, holders, {
    kind: 'publicReport.told',
    dedupe: id,
    subjectKind: 'publicReportMessage',
    subjectId: id,
    link: `/thong-bao-phan-anh/${id}`,
  })
}

async function logCase(ctx: Ctx, row: { id: string; authority: string }, verb: string, payload: Record<string, unknown> = {}) {
  await audit(ctx, { verb, subjectKind: 'publicReportCase', subjectId: row.id, authority: row.authority, payload })
}
