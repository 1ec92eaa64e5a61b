// The province's reception: check of components, receipt of samples, acceptance into a round, return and refusal.
import { isRecused } from '../dossier/recused.store.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { formOf } from '#/regulation/load.ts'
import { wrongState } from '../commune/commune.load.ts'
import { provinceLines, tally } from '../commune/components.ts'
import { saveChecks, type CheckInput } from '../commune/check.actions.ts'
import { checksOf, latestSubmission } from '../commune/submission.store.ts'
import { askSupplement, rejectDossier, tellProducer, type SupplementInput } from '../commune/supplement.actions.ts'
import { audit, type Ctx } from '../context.ts'
import { dossierForUpdate, moveDossier } from '../dossier/dossier.move.ts'
import { Fields } from '../fields.ts'
import { levelOf } from '../people/authority.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { notify } from '../people/notice.ts'
import { found, must, mustSee } from '../refuse.ts'
import { joinCorrectedRound } from '../regulation-revision/correction.actions.ts'
import { isInTime } from './round.ts'
import { officeRights } from './round.policy.ts'

async function officeDossier(ctx: Ctx, dossierId: string) {
  const dossier = await dossierForUpdate(ctx.tx, dossierId)
  const rights = officeRights(ctx.actor, dossier)
  mustSee(rights.sees && !(await isRecused(ctx.tx, ctx.actor.accountId, dossier.id)))
  return { dossier, rights }
}

async function linesOf(ctx: Ctx, dossier: { id: string; regulationId: string; regulationHash: string; setNo: number }) {
  const submission = await latestSubmission(ctx.tx, dossier.id)
  const pack = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  return { submission, lines: provinceLines(pack.regulation, formOf(pack, dossier.setNo), submission.snapshot) }
}

/** The province's own verdicts. Lines left out keep theirs. */
export async function saveProvinceCheck(ctx: Ctx, dossierId: string, given: readonly CheckInput[]): Promise<void> {
  const { dossier, rights } = await officeDossier(ctx, dossierId)
  must(rights.receive)
  const { submission, lines } = await linesOf(ctx, dossier)
  await saveChecks(ctx, dossier, submission, levelOf(dossier.authority), lines, given)
}

/** The office joins the commune's verdicts on every line it has not judged itself. What the commune never judged stays open. */
export async function agreeWithCommune(ctx: Ctx, dossierId: string): Promise<void> {
  const { dossier, rights } = await officeDossier(ctx, dossierId)
  must(rights.receive)
  const { submission, lines } = await linesOf(ctx, dossier)
  const own = new Set((await checksOf(ctx.tx, submission.id, levelOf(dossier.authority))).map((check) => check.component))
  const theirs = (await checksOf(ctx.tx, submission.id, 'commune'))
    .filter((check) => !own.has(check.component))
    .map(({ component, verdict, remark }) => ({ component, verdict, remark }))
  await saveChecks(ctx, dossier, submission, levelOf(dossier.authority), lines, theirs)
}

/** Counts the samples that arrived. Fewer than handed over needs a note; counting again corrects it until the dossier is accepted. */
export async function receiveSamples(ctx: Ctx, dossierId: string, input: { received: string | number; note: string }): Promise<void> {
  const { dossier, rights } = await officeDossier(ctx, dossierId)
  must(rights.receive)
  const handover = found(
    await ctx.tx
      .selectFrom('sampleHandover')
      .selectAll()
      .where('dossierId', '=', dossierId)
      .where('toAuthority', '=', dossier.authority)
      .forUpdate()
      .executeTakeFirst(),
  )
  const fields = new Fields(input)
  const count = fields.integer('received', { min: 0, max: 99, required: true })
  const note = fields.text('note', { max: 1000, required: count !== null && count < handover.handed, multiline: true })
  const { received } = fields.done({ received: count })
  if (handover.received === received && note === '') return
  await ctx.tx
    .updateTable('sampleHandover')
    .set({
      received,
      receivedBy: ctx.actor.accountId,
      receivedAt: ctx.now,
      ...(note === '' ? {} : { note: [handover.note, note].filter((part) => part !== '').join('\n') }),
    })
    .where('id', '=', handover.id)
    .execute()
  await audit(ctx, {
    verb: 'reception.samplesReceived',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: dossier.authority,
    dossierId,
    payload: { handed: handover.handed, received, note },
  })
}

export type AcceptInput = {
  roundId: string
  /** Why a proposal after the cut-off is taken all the same; empty for none. */ exception: string
}

/**
 * Takes a proposed dossier into a round that is planned or open. A proposal after the cut-off belongs to the next round; an exception is made
 * by name, with its reason in the ledger. Throws `round.afterCutOff`, `commune.notChecked`.
 */
export async function acceptDossier(ctx: Ctx, dossierId: string, input: AcceptInput): Promise<void> {
  const { dossier, rights } = await officeDossier(ctx, dossierId)
  if (dossier.state !== 'proposed') throw wrongState(dossier)
  must(rights.accept)
  const fields = new Fields({ exception: input.exception })
  const exception = fields.text('exception', { max: 1000, multiline: true })
  fields.done()
  const row = isId(input.roundId)
    ? await ctx.tx
        .selectFrom('round')
        .selectAll()
        .where('id', '=', input.roundId)
        .where('authority', '=', dossier.authority)
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (!row) throw new AppError('invalid', {}, { roundId: { vi: 'Chọn đợt tiếp nhận.', en: 'Choose a round.' } })
  if (row.state === 'closed') throw new AppError('round.stateConflict')
  const { submission, lines } = await linesOf(ctx, dossier)
  const { checked, lacking } = tally(lines, await checksOf(ctx.tx, submission.id, levelOf(dossier.authority)))
  const left = lines.length - checked + lacking.length
  if (left > 0) throw new AppError('commune.notChecked', { left: String(left) })
  const proposedOn = plainDateOf(dossier.proposedAt ?? ctx.now)
  const late = !isInTime(row, proposedOn)
  if (late && exception === '')
    throw new AppError('round.afterCutOff', { proposed: formatDate(proposedOn), due: formatDate(row.proposalsDueOn) })
  await joinCorrectedRound(ctx, dossier, row)
  await moveDossier(ctx, dossier, 'accepted', late ? 'reception.acceptedByException' : 'reception.accepted', {
    set: { roundId: row.id, acceptedAt: ctx.now },
    payload: { round: row.id, roundName: row.name, proposedOn, ...(late ? { exception } : {}) },
  })
  const params = { product: submission.snapshot.product.name, round: row.name }
  await tellProducer(ctx, dossier, 'dossier.accepted', `${dossierId}:${row.id}`, params)
  await tellCommune(ctx, dossier, 'dossier.accepted', `${dossierId}:${row.id}`, params)
}

/** The province returns a dossier it has received, item by item. The producer answers straight to the province; no clock of the law runs here. */
export async function askProvinceSupplement(ctx: Ctx, dossierId: string, input: SupplementInput): Promise<string> {
  const { dossier, rights } = await officeDossier(ctx, dossierId)
  if (dossier.state === 'provinceSupplement') throw new AppError('supplement.open')
  must(rights.askSupplement)
  const id = await askSupplement(ctx, dossier, levelOf(dossier.authority), input)
  await tellCommune(ctx, dossier, 'supplement.askedByProvince', id, {})
  return id
}

export async function rejectAtProvince(ctx: Ctx, dossierId: string, input: { reason: string }): Promise<void> {
  const { dossier, rights } = await officeDossier(ctx, dossierId)
  if (!['proposed', 'accepted', 'provinceSupplement'].includes(dossier.state)) throw wrongState(dossier)
  must(rights.reject)
  await rejectDossier(ctx, dossier, 'reception.rejected', input.reason)
  await tellCommune(ctx, dossier, 'dossier.rejected', dossierId, { reason: input.reason })
}

async function tellCommune(
  ctx: Ctx,
  dossier: { id: string; provinceCode: string; communeCode: string },
  kind: string,
  dedupe: string,
  params: Record<string, string>,
): Promise<void> {
  const officers = await accountsWithRole(
    ctx.tx,
    'communeOfficer',
    { authority: dossier.provinceCode, communeCode: dossier.communeCode },
    ctx.now,
  )
  await notify(ctx, officers, { kind, dedupe, subjectKind: 'dossier', subjectId: dossier.id, link: `/xa/ho-so/${dossier.id}`, params })
}
