// The commune's last two presses: the hand-over of samples is recorded, then the dossier goes to the province.
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { moveDossier } from '../dossier/dossier.move.ts'
import { Fields } from '../fields.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { notify } from '../people/notice.ts'
import { must } from '../refuse.ts'
import { stopClock } from './clock.ts'
import { communeDossier, wrongState } from './commune.load.ts'
import { handoverRecord, issueHandoverRecord } from './handover.paper.ts'
import { requiredSamples } from './samples.ts'
import { latestSubmission } from './submission.store.ts'
import { tellProducer } from './supplement.actions.ts'

export type HandoverInput = { handed: string | number; note: string }

/**
 * Records the hand-over and makes its record as a paper, also when there is nothing to hand over. Fewer than required needs a note. Until the
 * dossier is sent it can be corrected: the corrected record is a new paper that names the old one, and the old one no longer holds.
 */
export async function handOverSamples(ctx: Ctx, dossierId: string, input: HandoverInput): Promise<void> {
  const { dossier, rights } = await communeDossier(ctx, dossierId)
  if (dossier.state !== 'reported') throw wrongState(dossier)
  must(rights.handOver)
  const required = requiredSamples(
    ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash }).regulation,
    dossier.setNo,
  )
  const fields = new Fields(input)
  const count = fields.integer('handed', { min: 0, max: required === 0 ? 0 : 99, required: true })
  const note = fields.text('note', { max: 1000, required: count !== null && count < required, multiline: true })
  const { handed } = fields.done({ handed: count })
  const row = { toAuthority: dossier.authority, required, handed, note, handedBy: ctx.actor.accountId, handedAt: ctx.now }
  const before = await ctx.tx
    .selectFrom('sampleHandover')
    .select(['handed', 'note'])
    .where('dossierId', '=', dossierId)
    .where('toAuthority', '=', dossier.authority)
    .executeTakeFirst()
  if (before?.handed === handed && before.note === note) return
  const { id } = await ctx.tx
    .insertInto('sampleHandover')
    .values({ id: newId(), dossierId, ...row })
    .onConflict((conflict) => conflict.columns(['dossierId', 'toAuthority']).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow()
  await issueHandoverRecord(ctx, dossier, { id, ...row })
  await audit(ctx, {
    verb: 'commune.samplesHanded',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: dossier.provinceCode,
    dossierId,
    payload: { required, handed, note },
  })
}

/** Sends the dossier to the province: `proposed`. The clock stops; sent late it is still sent, and the lateness stays readable. */
export async function sendToProvince(ctx: Ctx, dossierId: string): Promise<void> {
  const { dossier, rights } = await communeDossier(ctx, dossierId)
  if (dossier.state !== 'reported') throw wrongState(dossier)
  must(rights.send)
  const handover = await ctx.tx
    .selectFrom('sampleHandover')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .where('toAuthority', '=', dossier.authority)
    .executeTakeFirst()
  if (!handover) throw new AppError('commune.samplesNeeded')
  const { snapshot } = await latestSubmission(ctx.tx, dossierId)
  // Hand-overs recorded before their paper was made at once have none yet.
  if ((await handoverRecord(ctx, handover.id)) === null) await issueHandoverRecord(ctx, dossier, handover)
  await stopClock(ctx, dossierId, 'proposed')
  await moveDossier(ctx, dossier, 'proposed', 'commune.sent', {
    set: { proposedAt: ctx.now },
    payload: { samples: handover.handed, required: handover.required },
  })
  const params = { product: snapshot.product.name, commune: snapshot.producer.communeName }
  const offices = await accountsWithRole(ctx.tx, 'office', { authority: dossier.authority }, ctx.now)
  await notify(ctx, offices, {
    kind: 'dossier.proposed',
    dedupe: dossierId,
    subjectKind: 'dossier',
    subjectId: dossierId,
    link: `/tinh/tiep-nhan/${dossierId}`,
    params,
  })
  await tellProducer(ctx, dossier, 'dossier.proposed', dossierId, params)
}
