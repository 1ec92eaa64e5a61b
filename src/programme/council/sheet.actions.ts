// A member fills the own sheet: start, save, finalise. Nothing here reads or returns another member's sheet.
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { normaliseText } from '#/platform/text/normalise.ts'
import { audit, type Ctx } from '../context.ts'
import { visitMissing } from '../visit/visit.store.ts'
import { found, must, mustSee } from '../refuse.ts'
import { currentSheet, type ItemFacts } from './council.ts'
import { itemForUpdate, ownSheets, type StoredSheet } from './council.store.ts'
import { ballotsOver } from './opinion.ts'
import { rights, type Rights } from './rights.ts'
import { finalFaults, outOfScope, readPosted, sumsOf, withoutReason, type SheetSums } from './sheet.ts'
import { formOfItem } from './sheet.store.ts'

/** Opens the member's sheet, empty: nothing is preselected and nothing copied. Pressed twice: the same sheet. */
export async function startSheet(ctx: Ctx, itemId: string): Promise<{ sheetId: string; version: number }> {
  const { item, mine, memberId } = await own(ctx, itemId)
  const sheet = currentSheet(await ownSheets(ctx.tx, itemId, memberId), memberId)
  if (sheet) return { sheetId: sheet.id, version: sheet.version }
  mayWrite(mine, item, ctx.now)
  if (await visitMissing(ctx.tx, ctx.regulations, itemId)) throw new AppError('visit.missing')
  // A second pass is opened by the reconciliation, with the first answers in it; never from nothing.
  if (item.state === 'reconciling') throw new AppError('sheet.closed')
  const id = newId()
  await ctx.tx
    .insertInto('scoreSheet')
    .values({ id, itemId, memberId, pass: 1, state: 'draft', startedAt: ctx.now, updatedAt: ctx.now })
    .execute()
  await audit(ctx, {
    verb: 'sheet.started',
    subjectKind: 'agendaItem',
    subjectId: itemId,
    dossierId: item.dossierId,
    payload: { memberId },
  })
  return { sheetId: id, version: 1 }
}

export type SheetPost = { version: number; fields: Readonly<Record<string, string>>; comment?: string }
export type SavedSheet = { version: number; sums: SheetSums }

/**
 * Saves what was posted (by hand or while typing). The version must be the one read: a second tab gets `versionConflict` and overwrites
 * nothing. In a reconciliation only the criteria reopened to this member may change.
 */
export async function saveSheet(ctx: Ctx, itemId: string, post: SheetPost): Promise<SavedSheet> {
  const { item, mine, memberId } = await own(ctx, itemId)
  mayWrite(mine, item, ctx.now)
  const { sheet, first } = await draftOf(ctx, item, memberId)
  if (sheet.version !== post.version) throw new AppError('versionConflict')
  const { form, cases, thresholds } = await formOfItem(ctx.tx, ctx.regulations, item)
  const clean = (raw: string) => normaliseText(raw, { maxLength: 2000, multiline: true })
  const { changed, faults } = readPosted(form, cases, sheet.answers, post.fields, clean)
  const comment = post.comment === undefined ? { text: sheet.comment, tooLongBy: 0 } : clean(post.comment)
  if (comment.tooLongBy > 0)
    faults['comment'] = { vi: 'Nhận xét chung quá dài (tối đa 2000 ký tự).', en: 'The general remark is too long (2000 characters).' }
  if (Object.keys(faults).length > 0) throw new AppError('invalid', {}, faults)
  const answers = { ...sheet.answers, ...changed }
  if (first) {
    const stray = outOfScope(first.answers, answers, scopeOf(item, memberId))[0]
    if (stray !== undefined) throw new AppError('sheet.outOfScope', { criterion: stray })
  }
  const sums = sumsOf(form, thresholds, cases, answers)
  if (Object.keys(changed).length === 0 && comment.text === sheet.comment) return { version: sheet.version, sums }
  const rows = Object.entries(changed).map(([criterion, answer]) => ({ sheetId: sheet.id, criterion, ...answer, updatedAt: ctx.now }))
  if (rows.length > 0)
    await ctx.tx
      .insertInto('scoreSheetAnswer')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['sheetId', 'criterion']).doUpdateSet((row) => ({
          option: row.ref('excluded.option'),
          comment: row.ref('excluded.comment'),
          reason: row.ref('excluded.reason'),
          updatedAt: row.ref('excluded.updatedAt'),
        })),
      )
      .execute()
  const version = sheet.version + 1
  const done = await ctx.tx
    .updateTable('scoreSheet')
    .set({ version, comment: comment.text, updatedAt: ctx.now })
    .where('id', '=', sheet.id)
    .where('version', '=', sheet.version)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new AppError('versionConflict')
  return { version, sums }
}

/**
 * Finishes the sheet: every offered criterion answered by hand, 0 included; present in an open session. There is no way back for the member:
 * only a reconciliation opens a second pass. Pressed twice: the second press finds it final and changes nothing.
 */
export async function finaliseSheet(ctx: Ctx, itemId: string, version: number): Promise<void> {
  const { item, mine, memberId } = await own(ctx, itemId)
  const before = currentSheet(await ownSheets(ctx.tx, itemId, memberId), memberId)
  if (before?.state === 'final' && before.version === version + 1) return
  mayWrite(mine, item, ctx.now)
  const { sheet, first } = await draftOf(ctx, item, memberId)
  if (!mine.mayFinalise) throw new AppError('sheet.absent')
  if (sheet.version !== version) throw new AppError('versionConflict')
  const { form, cases } = await formOfItem(ctx.tx, ctx.regulations, item)
  const faults = finalFaults(form, cases, sheet.answers)
  if (first) {
    const stray = outOfScope(first.answers, sheet.answers, scopeOf(item, memberId))[0]
    if (stray !== undefined) throw new AppError('sheet.outOfScope', { criterion: stray })
    for (const code of withoutReason(first.answers, sheet.answers))
      faults[`r.${code}`] = { vi: `${code}: ghi lý do thay đổi điểm.`, en: `${code}: say why the points changed.` }
  }
  const count = Object.keys(faults).length
  if (count > 0) throw new AppError('sheet.incomplete', { count: String(count) }, faults)
  const done = await ctx.tx
    .updateTable('scoreSheet')
    .set({ state: 'final', finalisedAt: ctx.now, updatedAt: ctx.now, version: sheet.version + 1 })
    .where('id', '=', sheet.id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new AppError('sheet.closed')
  // No points in the ledger: its readers are not the item's.
  await audit(ctx, {
    verb: 'sheet.finalised',
    subjectKind: 'agendaItem',
    subjectId: itemId,
    dossierId: item.dossierId,
    payload: { memberId, pass: sheet.pass },
  })
}

/** The item as its own voting member may meet it; recused, absent from the council or unknown: "not found". */
async function own(ctx: Ctx, itemId: string): Promise<{ item: ItemFacts; mine: Rights; memberId: string }> {
  const item = await itemForUpdate(ctx.tx, itemId)
  const mine = rights(ctx.actor, item, ctx.now)
  mustSee(mine.mayKnow && mine.isMember)
  must(mine.isVotingMember)
  return { item, mine, memberId: found(mine.memberId) }
}

/** Says which step is missing, in the order a member meets them. */
function mayWrite(mine: Rights, item: ItemFacts, now: Date): void {
  if (mine.mayScore) return
  if (mine.conflictOpen) throw new AppError('conflict.undecided')
  const open = item.state === 'waiting' || item.state === 'scoring' || item.state === 'reconciling'
  if (!open || item.meeting.state === 'closed' || item.dossierState !== 'onAgenda') throw new AppError('sheet.closed')
  if (ballotsOver(item, now)) throw new AppError('ballot.late', { due: formatDate(item.meeting.opinionDueOn ?? '') })
  if (!mine.declared) throw new AppError('conflict.notDeclared')
  if (!mine.packOpened) throw new AppError('pack.notOpened')
  throw new AppError('sheet.closed')
}

async function draftOf(ctx: Ctx, item: ItemFacts, memberId: string): Promise<{ sheet: StoredSheet; first: StoredSheet | null }> {
  const sheets = await ownSheets(ctx.tx, item.id, memberId)
  const sheet = currentSheet(sheets, memberId)
  if (!sheet || sheet.state !== 'draft') throw new AppError('sheet.closed')
  if (item.state === 'reconciling' && sheet.pass === 1) throw new AppError('sheet.closed')
  const first = sheet.pass === 1 ? null : (sheets.find((entry) => entry.pass === sheet.pass - 1 && entry.state === 'final') ?? null)
  return { sheet, first }
}

function scopeOf(item: ItemFacts, memberId: string): string[] {
  return (item.reconciliation?.scope ?? []).flatMap((row) => (row.memberId === memberId ? [row.criterion] : []))
}
