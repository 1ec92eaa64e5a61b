// Filing, filing again after a supplement, answering its items, withdrawing. The server's clock is the only clock.
import { AppError } from '#/platform/errors/app-error.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import { formatDate } from '#/platform/text/format.ts'
import { stopClock } from '../commune/clock.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields, type Typed } from '../fields.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { notify } from '../people/notice.ts'
import { found } from '../refuse.ts'
import { expiredPapers, taskList } from './dossier.ts'
import { dossierFacts } from './dossier.facts.ts'
import { openItems, ownDossier } from './dossier.load.ts'
import { moveDossier, type DossierRow } from './dossier.move.ts'
import { rights } from './dossier.policy.ts'
import { stateWords } from './dossier.workflow.ts'
import { mustOpenKind } from './open.kind.ts'
import { freezeSubmission, type Frozen } from './filing.ts'
import { issueFilingPapers, type FilingPapers } from './filing.papers.ts'
import { contentHash } from './snapshot.build.ts'

/** `seen`: the fingerprint the check page carried (contentHash), when the caller showed one. Totals sent along are not read. */
export type FilingInput = { declared: boolean; seen?: string | undefined }
export type Filed = Frozen & { papers: FilingPapers }

/**
 * Files a draft, or files a returned dossier again as its next submission with its own time. Freezes the snapshot, gives the receipt,
 * starts or resumes the commune's clock. A second press finds a dossier that is no draft any more: stateConflict, nothing twice.
 * A round's cut-off does not stop it: the dossier belongs to the next round (see `roundFor`).
 * Throws `dossier.declarationNeeded`, `dossier.incomplete`, `dossier.changedSinceCheck`, `supplement.unanswered`, `supplement.late`.
 */
export async function submitDossier(ctx: Ctx, dossierId: string, input: FilingInput): Promise<Filed> {
  const dossier = await ownDossier(ctx, dossierId)
  const may = rights(ctx.actor, dossier)
  if (!may.file && !may.resubmit) throw new AppError('stateConflict', { state: stateWords[dossier.state].vi })
  if (!input.declared)
    throw new AppError(
      'dossier.declarationNeeded',
      {},
      { declared: { vi: 'Đánh dấu ô cam kết để nộp hồ sơ.', en: 'Tick the declaration to file.' } },
    )
  if (may.file) await mustFileNow(ctx, dossier)
  const request = may.resubmit ? await answeredRequest(ctx, dossier) : null
  const facts = await dossierFacts(ctx.tx, ctx.regulations, dossierId)
  const tasks = taskList(facts)
  const expired = dossier.kind === 'renewal' ? expiredPapers(facts, plainDateOf(ctx.now)) : []
  if (expired.length > 0) throw new AppError('dossier.paperExpired', { papers: expired.map((paper) => paper.title).join('; ') })
  if (!tasks.ready) throw new AppError('dossier.incomplete', { count: String(tasks.blocking) })
  if (input.seen !== undefined && input.seen !== contentHash(facts)) throw new AppError('dossier.changedSinceCheck')
  if (request) await closeRequest(ctx, request.id, 'answered')
  const frozen = await freezeSubmission(ctx, facts)
  const papers = await issueFilingPapers(ctx, dossier, frozen)
  await tellReceivers(ctx, dossier, frozen, request?.level ?? 'commune')
  return { ...frozen, papers }
}

/** A draft opened in time may be finished too late: a re-assessment is judged once more on the day of filing. */
async function mustFileNow(ctx: Ctx, dossier: DossierRow): Promise<void> {
  if (dossier.kind === 'first') return
  const pack = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  await mustOpenKind(ctx, { id: dossier.productId, provinceCode: dossier.provinceCode }, pack, dossier.kind)
}

/** The open request with every item answered and its day not past. */
async function answeredRequest(ctx: Ctx, dossier: DossierRow): Promise<{ id: string; level: string }> {
  const request = found(await openRequest(ctx, dossier.id))
  if (plainDateOf(ctx.now) > request.dueOn) throw new AppError('supplement.late', { due: formatDate(request.dueOn) })
  const open = (await openItems(ctx, dossier.id)).filter((item) => !item.answer)
  if (open.length > 0) throw new AppError('supplement.unanswered', { count: String(open.length) })
  return request
}

function openRequest(ctx: Ctx, dossierId: string) {
  return ctx.tx
    .selectFrom('supplementRequest')
    .select(['id', 'level', 'dueOn'])
    .where('dossierId', '=', dossierId)
    .where('outcome', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

async function closeRequest(ctx: Ctx, requestId: string, outcome: 'answered' | 'withdrawn'): Promise<void> {
  await ctx.tx
    .updateTable('supplementRequest')
    .set({ outcome, ...(outcome === 'answered' ? { answeredAt: ctx.now } : {}) })
    .where('id', '=', requestId)
    .where('outcome', 'is', null)
    .execute()
}

async function tellReceivers(ctx: Ctx, dossier: DossierRow, frozen: Frozen, level: string): Promise<void> {
  const commune = level === 'commune'
  const accounts = commune
    ? await accountsWithRole(ctx.tx, 'communeOfficer', { authority: dossier.provinceCode, communeCode: dossier.communeCode }, ctx.now)
    : await accountsWithRole(ctx.tx, 'office', { authority: dossier.provinceCode }, ctx.now)
  await notify(ctx, accounts, {
    kind: frozen.ordinal === 1 ? 'dossier.filed' : 'dossier.resubmitted',
    dedupe: frozen.submissionId,
    subjectKind: 'dossier',
    subjectId: dossier.id,
    link: commune ? `/xa/ho-so/${dossier.id}` : `/tinh/tiep-nhan/${dossier.id}`,
    params: {
      product: frozen.snapshot.product.name,
      producer: frozen.snapshot.producer.name,
      receipt: frozen.receiptNumber,
      ...(frozen.dueOn ? { due: formatDate(frozen.dueOn) } : {}),
    },
  })
}

/** Writes the producer's answer to one item of the open request; may be mended until the dossier is filed again. */
export async function answerSupplementItem(ctx: Ctx, dossierId: string, itemId: string, input: Typed<'answer'>): Promise<void> {
  const dossier = await ownDossier(ctx, dossierId)
  if (!rights(ctx.actor, dossier).resubmit) throw new AppError('stateConflict', { state: stateWords[dossier.state].vi })
  const item = found(isId(itemId) ? (await openItems(ctx, dossierId)).find((one) => one.id === itemId) : null)
  const fields = new Fields(input)
  const answer = fields.text('answer', {
    max: 3000,
    multiline: true,
    required: { vi: 'Ghi đã bổ sung, sửa gì cho mục này.', en: 'Say what was added or changed.' },
  })
  fields.done()
  if (item.answer === answer) return
  await ctx.tx.updateTable('supplementItem').set({ answer, answeredAt: ctx.now }).where('id', '=', itemId).execute()
  await audit(ctx, {
    verb: 'supplement.itemAnswered',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: dossier.provinceCode,
    dossierId,
    payload: { item: item.ordinal },
  })
}

/**
 * Withdraws a dossier with a reason, until the council has closed its result. What was filed stays on record; the clock stops, an open
 * request ends, the agenda lets it go. A withdrawn dossier is not revived: a new one is opened (interpretation).
 */
export async function withdrawDossier(ctx: Ctx, dossierId: string, input: Typed<'reason'>): Promise<void> {
  const dossier = await ownDossier(ctx, dossierId)
  if (!rights(ctx.actor, dossier).withdraw) throw new AppError('stateConflict', { state: stateWords[dossier.state].vi })
  const fields = new Fields(input)
  const reason = fields.text('reason', { max: 2000, multiline: true, required: { vi: 'Ghi lý do rút hồ sơ.', en: 'Give the reason.' } })
  fields.done()
  const request = await openRequest(ctx, dossierId)
  if (request) await closeRequest(ctx, request.id, 'withdrawn')
  await stopClock(ctx, dossierId, 'withdrawn')
  if (dossier.state === 'onAgenda')
    await ctx.tx
      .updateTable('agendaItem')
      .set((row) => ({ state: 'removed', version: row('version', '+', 1) }))
      .where('dossierId', '=', dossierId)
      .where('state', 'in', ['waiting', 'scoring', 'scored', 'reconciling'])
      .execute()
  await moveDossier(ctx, dossier, 'withdrawn', 'dossier.withdrawn', { set: { endedAt: ctx.now, endReason: reason }, payload: { reason } })
  if (dossier.filedAt === null) return
  const { provinceCode, communeCode } = dossier
  const officers = await accountsWithRole(ctx.tx, 'communeOfficer', { authority: provinceCode, communeCode }, ctx.now)
  const office = dossier.proposedAt === null ? [] : await accountsWithRole(ctx.tx, 'office', { authority: provinceCode }, ctx.now)
  const product = await ctx.tx.selectFrom('product').select('name').where('id', '=', dossier.productId).executeTakeFirst()
  const notice = {
    kind: 'dossier.withdrawn',
    dedupe: dossierId,
    subjectKind: 'dossier',
    subjectId: dossierId,
    params: { product: product?.name ?? '' },
  }
  await notify(ctx, officers, { ...notice, link: `/xa/ho-so/${dossierId}` })
  await notify(ctx, office, { ...notice, link: `/tinh/tiep-nhan/${dossierId}` })
}
