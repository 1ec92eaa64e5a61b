// A spread over the limit: reopening named criteria to named members, and finishing.
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { criteriaOf } from '#/regulation/form.ts'
import type { Form } from '#/regulation/form.schema.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { found } from '../refuse.ts'
import { chairedItem, mustBeClear, mustLead, notNow } from './closing.guard.ts'
import { loadClosing, type LoadedClosing } from './closing.load.ts'
import { itemWords } from './council.messages.ts'
import { itemForUpdate } from './council.store.ts'
import { currentSheet, isPresent, type ItemFacts } from './council.ts'
import { raiseMachineStops } from './ending.actions.ts'

export type ScopeEntry = { memberId: string; criterion: string }

/** One ticked line of the form: "<memberId>|<criterion>". */
export function readScope(values: readonly string[]): ScopeEntry[] {
  return values.flatMap((value) => {
    const cut = value.indexOf('|')
    return cut > 0 ? [{ memberId: value.slice(0, cut), criterion: value.slice(cut + 1) }] : []
  })
}

/**
 * Reopens the named criteria to the named members with a reason. Their second sheets start from their first answers; the first ones stay
 * as they are. Criteria that depend on a reopened one are reopened with it, or a sheet could not be finished.
 */
export async function openReconciliation(
  ctx: Ctx,
  itemId: string,
  input: { reason: unknown; scope: readonly ScopeEntry[] },
): Promise<string> {
  const { item, mine } = await chairedItem(ctx, itemId)
  mustLead(item, mine)
  if (item.state !== 'scored') throw notNow(itemWords[item.state].vi, itemWords[item.state].en)
  if (item.meeting.mode === 'writtenOpinion')
    throw notNow('lấy ý kiến bằng văn bản thì ý kiến khác nhau phải đưa ra họp', 'differing written opinions go to a meeting')
  const loaded = await loadClosing(ctx.tx, ctx.regulations, item, ctx.now)
  const { decision, reconciliations, form: criteria } = loaded
  mustBeClear(decision.closing.filter((blocker) => !blocker.code.startsWith('spread')))
  if (!decision.result?.spread.exceeded) throw notNow('chênh lệch trong mức cho phép', 'the spread is within the limit')
  if (reconciliations.length >= item.rules.reconciliationRounds)
    throw new AppError('reconciliation.limit', { times: String(item.rules.reconciliationRounds) })
  if (decision.spreadStep === 'voting' || decision.spreadStep === 'accepted')
    throw notNow('Hội đồng đã hoặc đang biểu quyết về chênh lệch này', 'the council has voted or is voting on this spread')
  const form = new Fields(input)
  const reason = form.text('reason', { max: 2000, required: true, multiline: true })
  const scope = cleanScope(criteria, loaded, input.scope)
  if (scope === null || scope.length === 0)
    form.say('scope', {
      vi: 'Chọn ít nhất một tiêu chí và thành viên có phiếu được tính.',
      en: 'Choose at least one criterion with a member whose sheet counts.',
    })
  form.done()
  const id = newId()
  const entries = withDependents(criteria, scope ?? [])
  await ctx.tx
    .insertInto('reconciliation')
    .values({
      id,
      itemId,
      ordinal: reconciliations.length + 1,
      reason,
      spreadBefore: decision.result.spread.points,
      openedBy: ctx.actor.accountId,
      openedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .insertInto('reconciliationScope')
    .values(entries.map((entry) => ({ reconciliationId: id, ...entry })))
    .execute()
  const members = [...new Set(entries.map((entry) => entry.memberId))]
  for (const memberId of members) await copySheet(ctx, loaded, memberId)
  await setState(ctx, item, 'reconciling')
  await audit(ctx, {
    verb: 'council.reconciliationOpened',
    subjectKind: 'agendaItem',
    subjectId: itemId,
    authority: item.authority,
    dossierId: item.dossierId,
    payload: { reconciliationId: id, reason, scope: entries },
  })
  await notify(
    ctx,
    item.seats.filter((seat) => members.includes(seat.memberId)).map((seat) => seat.accountId),
    {
      kind: 'council.reconciliationOpened',
      dedupe: id,
      subjectKind: 'agendaItem',
      subjectId: itemId,
      link: `/hoi-dong/muc/${itemId}`,
      params: { item: String(item.ordinal) },
    },
  )
  return id
}

/** Null when a line names a criterion the form has not, or a member whose sheet is not counted. Doubles are dropped. */
function cleanScope(form: Form, loaded: LoadedClosing, given: readonly ScopeEntry[]): ScopeEntry[] | null {
  const codes = new Set(criteriaOf(form).map(({ criterion }) => criterion.code))
  const members = new Set(loaded.decision.counted.map((sheet) => sheet.memberId))
  if (given.some((entry) => !codes.has(entry.criterion) || !members.has(entry.memberId))) return null
  return unique(given)
}

function withDependents(form: Form, scope: readonly ScopeEntry[]): ScopeEntry[] {
  const dependents = criteriaOf(form).flatMap(({ criterion }) =>
    criterion.onlyIf ? [{ code: criterion.code, on: criterion.onlyIf.criterion }] : [],
  )
  return unique([
    ...scope,
    ...scope.flatMap((entry) =>
      dependents.filter((row) => row.on === entry.criterion).map((row) => ({ memberId: entry.memberId, criterion: row.code })),
    ),
  ])
}

function unique(entries: readonly ScopeEntry[]): ScopeEntry[] {
  return [...new Map(entries.map((entry) => [`${entry.memberId}|${entry.criterion}`, entry])).values()]
}

async function copySheet(ctx: Ctx, loaded: LoadedClosing, memberId: string): Promise<void> {
  const last = found(currentSheet(loaded.sheets, memberId))
  const id = newId()
  await ctx.tx
    .insertInto('scoreSheet')
    .values({
      id,
      itemId: loaded.item.id,
      memberId,
      pass: last.pass + 1,
      state: 'draft',
      comment: last.comment,
      startedAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute()
  const answers = Object.entries(last.answers).map(([criterion, { option, comment }]) => ({
    sheetId: id,
    criterion,
    option,
    comment,
    updatedAt: ctx.now,
  }))
  if (answers.length > 0) await ctx.tx.insertInto('scoreSheetAnswer').values(answers).execute()
}

/**
 * Finishes the discussion: everybody asked has finalised. Interpretation: who has left the room meanwhile keeps the first sheet; the
 * unfinished second one is voided with that reason. Pressed twice: the second press finds it finished.
 */
export async function finishReconciliation(ctx: Ctx, itemId: string): Promise<void> {
  const { item, mine } = await chairedItem(ctx, itemId)
  if (item.state === 'scored') return
  mustLead(item, mine)
  const round = item.reconciliation
  if (item.state !== 'reconciling' || !round) throw notNow(itemWords[item.state].vi, itemWords[item.state].en)
  const { sheets } = await loadClosing(ctx.tx, ctx.regulations, item, ctx.now)
  const members = [...new Set(round.scope.map((entry) => entry.memberId))]
  const drafts = members.flatMap((memberId) => {
    const sheet = currentSheet(sheets, memberId)
    return sheet?.state === 'draft' ? [sheet] : []
  })
  const waiting = drafts.filter((sheet) => isHere(item, sheet.memberId))
  if (waiting.length > 0) throw new AppError('reconciliation.unfinished', { count: String(waiting.length) })
  for (const sheet of drafts)
    await ctx.tx
      .updateTable('scoreSheet')
      .set({
        state: 'voided',
        voidReason: 'Thành viên rời kỳ họp trước khi hoàn tất phần xem lại; điểm chấm lần đầu được giữ.',
        voidedBy: ctx.actor.accountId,
        voidedAt: ctx.now,
      })
      .where('id', '=', sheet.id)
      .execute()
  const after = await loadClosing(ctx.tx, ctx.regulations, item, ctx.now)
  await ctx.tx
    .updateTable('reconciliation')
    .set({ closedAt: ctx.now, closedBy: ctx.actor.accountId, spreadAfter: after.decision.result?.spread.points ?? null })
    .where('id', '=', round.id)
    .execute()
  await setState(ctx, item, 'scored')
  await audit(ctx, {
    verb: 'council.reconciliationClosed',
    subjectKind: 'agendaItem',
    subjectId: itemId,
    authority: item.authority,
    dossierId: item.dossierId,
    payload: { reconciliationId: round.id, voided: drafts.length, sheetsHash: after.decision.sheetsHash },
  })
  await raiseMachineStops(ctx, await loadClosing(ctx.tx, ctx.regulations, await itemForUpdate(ctx.tx, itemId)))
}

function isHere(item: ItemFacts, memberId: string): boolean {
  return isPresent(item, memberId) && item.seats.some((seat) => seat.memberId === memberId && seat.leftOn === null)
}

async function setState(ctx: Ctx, item: ItemFacts, state: 'scored' | 'reconciling'): Promise<void> {
  await ctx.tx
    .updateTable('agendaItem')
    .set({ state, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
}
