// The office's side of step 2: a call for ideas with its cut-off, the selection with reasons, the list that goes up.
import { newId } from '#/platform/database/id.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { isId } from '#/platform/database/id.ts'
import { issuingBodies } from '../certificate/decision.actions.ts'
import { readIssuing, type IssuingForm } from '../certificate/decision-input.ts'
import { numberFor } from '../certificate/paper-number.ts'
import { audit, type Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { Fields, mustBeVersion } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must, mustSee } from '../refuse.ts'
import { readCall, type CallInput } from './idea.ts'
import { ideaToChange, logIdea, moveIdea } from './idea.load.ts'
import { tellProducer } from './idea.actions.ts'
import { readsIdeas, runsCalls } from './idea.policy.ts'
import { selectionOutcomes, type SelectionOutcome } from './idea.workflow.ts'
import { listedIdeas, renderIdeaList, type ListedIdea } from './idea-list.paper.ts'

/** Symbol of the letter that carries the list up; also the kind of its number series. */
export const LIST_SYMBOL = 'VPĐP-OCOP'

async function callForUpdate(ctx: Ctx, callId: string) {
  const call = found(
    isId(callId) ? await ctx.tx.selectFrom('ideaCall').selectAll().where('id', '=', callId).forUpdate().executeTakeFirst() : null,
  )
  mustSee(readsIdeas(ctx.actor, call.provinceCode))
  must(runsCalls(ctx.actor, call.provinceCode))
  return call
}

function logCall(ctx: Ctx, callId: string, verb: string, payload: Record<string, unknown>): Promise<void> {
  return audit(ctx, { verb, subjectKind: 'ideaCall', subjectId: callId, payload })
}

/** Plans a call for ideas. Returns its id. Throws `invalid` by field. */
export async function planCall(ctx: Ctx, input: CallInput): Promise<string> {
  must(runsCalls(ctx.actor, ctx.actor.provinceCode))
  const call = readCall(input)
  const id = newId()
  await ctx.tx
    .insertInto('ideaCall')
    .values({
      id,
      provinceCode: ctx.actor.provinceCode,
      ...call,
      state: 'planned',
      demo: ctx.config.demo,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  await logCall(ctx, id, 'ideaCall.planned', call)
  return id
}

/** Changes a call until its list has gone up. An open one may be made longer, never end before today. Returns the new version. */
export async function changeCall(ctx: Ctx, callId: string, input: CallInput, version: number): Promise<number> {
  const call = await callForUpdate(ctx, callId)
  if (call.state === 'listed') throw new AppError('stateConflict', { state: 'đã gửi danh sách' })
  const changed = readCall(input)
  mustBeVersion(call.version, version)
  const today = plainDateOf(ctx.now)
  if (call.state === 'open' && changed.closesOn < today && changed.closesOn !== call.closesOn)
    throw new AppError(
      'invalid',
      {},
      {
        closesOn: {
          vi: `Đợt đang mở: ngày cuối nhận từ ${formatDate(today)} trở đi.`,
          en: `The call is open: its last day is ${formatDate(today)} or later.`,
        },
      },
    )
  await ctx.tx
    .updateTable('ideaCall')
    .set({ ...changed, version: version + 1 })
    .where('id', '=', callId)
    .execute()
  await logCall(ctx, callId, 'ideaCall.changed', changed)
  return version + 1
}

/** Opens a call and tells every producer and commune of the province. */
export async function openCall(ctx: Ctx, callId: string): Promise<void> {
  const call = await callForUpdate(ctx, callId)
  if (call.state !== 'planned') throw new AppError('stateConflict', { state: call.state === 'open' ? 'đợt đang mở' : 'đã gửi danh sách' })
  if (call.closesOn < plainDateOf(ctx.now)) throw new AppError('idea.callClosed')
  await ctx.tx
    .updateTable('ideaCall')
    .set({ state: 'open', version: call.version + 1 })
    .where('id', '=', callId)
    .execute()
  await logCall(ctx, callId, 'ideaCall.opened', {})
  const params = { call: call.name, closesOn: formatDate(call.closesOn) }
  const province = { authority: call.provinceCode }
  for (const [role, link] of [
    ['producer', '/y-tuong'],
    ['communeOfficer', '/xa/y-tuong'],
    ['communeLeader', '/xa/y-tuong'],
  ] as const)
    await notify(ctx, await accountsWithRole(ctx.tx, role, province, ctx.now), {
      kind: 'ideaCall.opened',
      dedupe: callId,
      subjectKind: 'ideaCall',
      subjectId: callId,
      link,
      params,
    })
}

export type JudgeInput = { outcome?: unknown; reason?: unknown }

/**
 * The office's word on one confirmed idea: selected, kept for later, or not selected, always with a reason (seed 003, line 71).
 * An idea kept for later whose list has gone up is taken into the newest call that is open.
 */
export async function judgeIdea(ctx: Ctx, ideaId: string, input: JudgeInput): Promise<void> {
  const idea = await ideaToChange(ctx, ideaId, 'office', 'select')
  const fields = new Fields<'outcome' | 'reason'>(input)
  const outcome = fields.oneOf('outcome', selectionOutcomes, { required: true })
  const reason = fields.text('reason', { max: 2000, multiline: true, required: { vi: 'Ghi lý do.', en: 'Give the reason.' } })
  const read = fields.done({ outcome })
  if (read.outcome === idea.state) throw new AppError('stateConflict', { state: 'đã để lại xét kỳ sau' })
  const callId = await callToJudgeIn(ctx, idea)
  await moveIdea(ctx, idea, read.outcome as SelectionOutcome, 'idea.judged', {
    set: { callId, listedCallId: null, selectionReason: reason, selectedBy: ctx.actor.name, selectedAt: ctx.now },
    payload: { reason, callId },
  })
}

async function callToJudgeIn(ctx: Ctx, idea: { callId: string | null; provinceCode: string }): Promise<string> {
  const calls = await ctx.tx
    .selectFrom('ideaCall')
    .select(['id', 'state'])
    .where('provinceCode', '=', idea.provinceCode)
    .where('state', '=', 'open')
    .orderBy('closesOn', 'desc')
    .orderBy('id')
    .execute()
  const call = calls.find((one) => one.id === idea.callId) ?? calls[0]
  if (!call) throw new AppError('idea.noCall')
  return call.id
}

/** Takes the office's word back while no list has carried it up. */
export async function undoJudgement(ctx: Ctx, ideaId: string): Promise<void> {
  const idea = await ideaToChange(ctx, ideaId, 'office', 'undoSelect')
  await moveIdea(ctx, idea, 'confirmed', 'idea.judgementUndone', { set: { selectionReason: '', selectedBy: null, selectedAt: null } })
}

/**
 * Sends the list up as a numbered document with the registrations of the selected ideas (seed 003, line 71: "lập danh sách, kèm phiếu
 * đăng ký"), fixes the selection and tells producers and communes. Once per call, after its last day, when every confirmed idea is judged.
 * Interpretation: an idea still with its commune does not hold the list up; it is judged in the next call once confirmed.
 */
export async function sendIdeaList(ctx: Ctx, callId: string, form: IssuingForm): Promise<{ documentId: string; number: string }> {
  const call = await callForUpdate(ctx, callId)
  if (call.state !== 'open') throw new AppError('stateConflict', { state: call.state === 'planned' ? 'đợt chưa mở' : 'đã gửi danh sách' })
  const today = plainDateOf(ctx.now)
  if (today <= call.closesOn) throw new AppError('idea.callRuns', { closesOn: formatDate(call.closesOn) })
  const ideas = await listedIdeas(ctx.tx, ctx.regulations, callId)
  const waiting = await ctx.tx.selectFrom('idea').select('id').where('callId', '=', callId).where('state', '=', 'confirmed').execute()
  if (waiting.length > 0) throw new AppError('idea.unjudged', { count: String(waiting.length) })
  if (ideas.length === 0) throw new AppError('idea.nothingJudged')
  const issuing = readIssuing(form, today, call.closesOn)
  const { committee, office } = await issuingBodies(ctx.tx, call.provinceCode)
  const number = await numberFor(ctx, office.id, LIST_SYMBOL, issuing.issuedOn, issuing.number)
  const file = renderIdeaList({
    createdAt: ctx.now.toISOString(),
    demo: call.demo,
    office: office.name,
    committee: committee.name,
    number: number.bare,
    symbol: LIST_SYMBOL,
    issuing,
    call,
    ideas,
  })
  const documentId = await storeDocument(ctx, {
    authority: call.provinceCode,
    bodyId: office.id,
    kind: 'ideaList',
    subjectKind: 'ideaCall',
    subjectId: callId,
    title: `Danh sách ý tưởng sản phẩm, ${call.name}`,
    numberEntryId: number.entryId,
    number: number.printed,
    issuedOn: issuing.issuedOn,
    signer: issuing.signerName,
    file,
  })
  await ctx.tx
    .updateTable('ideaCall')
    .set({ state: 'listed', listDocumentId: documentId, listedAt: ctx.now, version: call.version + 1 })
    .where('id', '=', callId)
    .execute()
  const ids = ideas.map((idea) => idea.id)
  await ctx.tx.updateTable('idea').set({ listedCallId: callId, updatedAt: ctx.now }).where('id', 'in', ids).execute()
  for (const idea of ideas) await logIdea(ctx, idea, 'idea.listed', { number: number.printed, outcome: idea.outcome })
  await logCall(ctx, callId, 'ideaCall.listed', { number: number.printed, ideas: ids.length })
  await tellOfList(ctx, call, ideas)
  return { documentId, number: number.printed }
}

async function tellOfList(ctx: Ctx, call: { id: string; name: string; provinceCode: string }, ideas: readonly ListedIdea[]): Promise<void> {
  const kinds = { selected: 'idea.selected', later: 'idea.later', notSelected: 'idea.notSelected' } as const
  for (const idea of ideas) await tellProducer(ctx, idea, kinds[idea.outcome], { reason: idea.reason })
  for (const communeCode of new Set(ideas.map((idea) => idea.communeCode))) {
    const place = { authority: call.provinceCode, communeCode }
    const officers = await accountsWithRole(ctx.tx, 'communeOfficer', place, ctx.now)
    const leaders = await accountsWithRole(ctx.tx, 'communeLeader', place, ctx.now)
    const own = ideas.filter((idea) => idea.communeCode === communeCode)
    await notify(ctx, [...officers, ...leaders], {
      kind: 'ideaCall.listed',
      dedupe: `${call.id}:${communeCode}`,
      subjectKind: 'ideaCall',
      subjectId: call.id,
      link: '/xa/y-tuong',
      params: {
        call: call.name,
        count: String(own.length),
        selected: String(own.filter((idea) => idea.outcome === 'selected').length),
      },
    })
  }
}
