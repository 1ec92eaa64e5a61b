// A list of commendation: chosen from the proposals of locked reports, decided by the leader as a numbered paper; nobody twice for one proposal.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { readIssuing, type IssuingForm } from '../certificate/decision-input.ts'
import { issuingBodies } from '../certificate/decision.actions.ts'
import { DECISION_SYMBOL } from '../certificate/decision-paper.ts'
import { numberFor } from '../certificate/paper-number.ts'
import { audit, type Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { readReason } from '../fields.ts'
import { provinceOf } from '../people/authority.ts'
import { found, must } from '../refuse.ts'
import { heldReport } from '../report/report.load.ts'
import { locked } from '../report/report.ts'
import { tellReport } from '../report/tell.ts'
import { listRights, listWords, MOST, readList, type ListInput, type ListRights } from './commendation.ts'
import { renderCommendation } from './commendation.paper.ts'
import { chosenFor, commendedOf, listFor, type CommendationList, type Commended } from './commendation.store.ts'

/** Draws up a list of the chosen proposals. Returns its id. */
export async function draftCommendation(ctx: Ctx, input: ListInput, proposals: readonly unknown[]): Promise<string> {
  const { authority } = ctx.actor
  must(listRights(ctx.actor, { authority, state: 'draft' }).keeps)
  const { title, award } = readList(input)
  const list = { id: newId(), authority }
  await ctx.tx
    .insertInto('commendationList')
    .values({
      id: list.id,
      provinceCode: provinceOf(authority),
      authority,
      title,
      award,
      state: 'draft',
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
      demo: ctx.config.demo,
    })
    .execute()
  const put = await putOn(ctx, list, 0, proposals)
  await log(ctx, list, 'commendation.drafted', { title, award, ...put })
  return list.id
}

/** Puts further proposals on a draft. */
export async function addCommended(ctx: Ctx, listId: string, proposals: readonly unknown[]): Promise<void> {
  const list = await listToChange(ctx, listId, 'change', 'keeps')
  const put = await putOn(ctx, list, (await commendedOf(ctx.tx, list.id)).length, proposals)
  await touch(ctx, list, {})
  await log(ctx, list, 'commendation.added', put)
}

/** `before`: rows the list has. Whatever cannot be chosen any more refuses the whole: the office looks again rather than sign less than it marked. */
async function putOn(ctx: Ctx, list: { id: string; authority: string }, before: number, proposals: readonly unknown[]) {
  const ids = [...new Set(proposals)].filter((id): id is string => isId(id))
  if (ids.length === 0)
    throw new AppError('invalid', {}, { proposals: { vi: 'Chọn ít nhất một đề nghị.', en: 'Choose at least one proposal.' } })
  if (before + ids.length > MOST)
    throw new AppError(
      'invalid',
      {},
      { proposals: { vi: `Một quyết định nhiều nhất ${MOST} đề nghị.`, en: `At most ${MOST} of one decision.` } },
    )
  const chosen = await chosenFor(ctx.tx, list.authority, ids)
  if (chosen.length < ids.length) throw new AppError('commendation.taken', { count: String(ids.length - chosen.length) })
  const kept = await ctx.tx
    .insertInto('commendation')
    .values(
      chosen.map(({ id, kind, name, post, merit, unitName, reportId }, index) => ({
        id: newId(),
        listId: list.id,
        ordinal: before + index + 1,
        proposalId: id,
        reportId,
        kind,
        name,
        post,
        merit,
        unitName,
        state: 'listed',
      })),
    )
    .onConflict((conflict) => conflict.column('proposalId').where('state', '=', 'listed').doNothing())
    .returning('id')
    .execute()
  if (kept.length < chosen.length) throw new AppError('commendation.taken', { count: String(chosen.length - kept.length) })
  return { count: kept.length }
}

/** Takes one off a draft, with the reason; the proposal may be chosen again. */
export async function dropCommended(ctx: Ctx, listId: string, id: unknown, input: { reason?: unknown }): Promise<void> {
  const list = await listToChange(ctx, listId, 'change', 'keeps')
  const one = found((await commendedOf(ctx.tx, list.id)).find((row) => row.id === id && row.state === 'listed'))
  const reason = readReason(input.reason)
  await ctx.tx.updateTable('commendation').set({ state: 'dropped', droppedReason: reason }).where('id', '=', one.id).execute()
  await touch(ctx, list, {})
  await log(ctx, list, 'commendation.dropped', { name: one.name, reason })
}

/** Gives a draft up; its proposals are free again. */
export async function cancelCommendation(ctx: Ctx, listId: string, input: { reason?: unknown }): Promise<void> {
  const list = await listToChange(ctx, listId, 'change', 'keeps')
  const reason = readReason(input.reason)
  await ctx.tx
    .updateTable('commendation')
    .set({ state: 'dropped', droppedReason: reason })
    .where('listId', '=', list.id)
    .where('state', '=', 'listed')
    .execute()
  await touch(ctx, list, { state: 'cancelled' })
  await log(ctx, list, 'commendation.cancelled', { reason })
}

/** Signs the decision. Refused while a report that proposes is open again: its proposal may yet change. Tells the units that proposed. */
export async function decideCommendation(ctx: Ctx, listId: string, form: IssuingForm): Promise<{ documentId: string; number: string }> {
  const list = await listToChange(ctx, listId, 'decide', 'signs')
  const commended = (await commendedOf(ctx.tx, list.id)).filter((one) => one.state === 'listed')
  if (commended.length === 0) throw new AppError('commendation.empty')
  const reports = await lockedReports(ctx, commended)
  const issuing = readIssuing(form, plainDateOf(ctx.now), '1990-01-01')
  const { committee, office } = await issuingBodies(ctx.tx, list.authority)
  const number = await numberFor(ctx, committee.id, DECISION_SYMBOL, issuing.issuedOn, issuing.number)
  const documentId = await storeDocument(ctx, {
    authority: list.authority,
    bodyId: committee.id,
    kind: 'commendationDecision',
    subjectKind: 'commendationList',
    subjectId: list.id,
    title: `Quyết định khen thưởng: ${list.title}`,
    numberEntryId: number.entryId,
    number: number.printed,
    issuedOn: issuing.issuedOn,
    signer: issuing.signerName,
    file: renderCommendation({
      createdAt: ctx.now.toISOString(),
      demo: list.demo,
      title: list.title,
      award: list.award,
      committee: committee.name,
      office: office.name,
      number: number.bare,
      issuing,
      commended,
    }),
  })
  await touch(ctx, list, {
    state: 'decided',
    decisionNumber: number.printed,
    decidedOn: issuing.issuedOn,
    documentId,
    decidedBy: ctx.actor.accountId,
  })
  await log(ctx, list, 'commendation.decided', { number: number.printed, count: commended.length })
  for (const report of reports) await tellReport(ctx, report, 'unit', 'report.commended', list.id)
  return { documentId, number: number.printed }
}

/** In the order of their ids: two decisions that share reports do not wait for each other. */
async function lockedReports(ctx: Ctx, commended: readonly Commended[]) {
  const reports = []
  for (const id of [...new Set(commended.map((one) => one.reportId))].toSorted()) {
    const report = found(await heldReport(ctx.tx, id))
    if (!locked.includes(report.state)) throw new AppError('commendation.reopened', { unit: report.unitName })
    reports.push(report)
  }
  return reports
}

async function listToChange(ctx: Ctx, id: string, right: 'change' | 'decide', role: keyof ListRights): Promise<CommendationList> {
  const { list, rights } = await listFor(ctx.tx, ctx.actor, id, true)
  must(rights[role])
  if (!rights[right]) throw new AppError('stateConflict', { state: listWords[list.state].vi.toLowerCase() })
  return list
}

async function touch(ctx: Ctx, list: CommendationList, set: Record<string, unknown>): Promise<void> {
  await ctx.tx
    .updateTable('commendationList')
    .set({ ...set, version: list.version + 1 })
    .where('id', '=', list.id)
    .execute()
}

function log(ctx: Ctx, list: { id: string; authority: string }, verb: string, payload: Record<string, unknown>): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'commendationList', subjectId: list.id, authority: list.authority, payload })
}
