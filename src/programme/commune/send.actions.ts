// The commune's last two presses: the hand-over of samples is recorded, then the dossier goes to the province.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { moveDossier } from '../dossier/dossier.move.ts'
import { Fields } from '../fields.ts'
import { renderSampleHandover } from '../paperwork/commune-papers.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { notify } from '../people/notice.ts'
import { must } from '../refuse.ts'
import { stopClock } from './clock.ts'
import { communeDossier, wrongState } from './commune.load.ts'
import { communeBody, letterheadOf, officeOf, producerOfPaper, productOfPaper } from './commune.papers.ts'
import { requiredSamples } from './samples.ts'
import { latestSubmission } from './submission.store.ts'
import { tellProducer } from './supplement.actions.ts'

export type HandoverInput = { handed: string | number; note: string }

/** Records the hand-over, also when there is nothing to hand over. Fewer than required needs a note. Can be corrected until the dossier is sent. */
export async function handOverSamples(ctx: Ctx, dossierId: string, input: HandoverInput): Promise<void> {
  const { dossier, rights } = await communeDossier(ctx, dossierId)
  if (dossier.state !== 'reported') throw wrongState(dossier)
  must(rights.handOver)
  const required = requiredSamples(ctx.regulations.get(dossier.regulationId).regulation, dossier.setNo)
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
  await ctx.tx
    .insertInto('sampleHandover')
    .values({ id: newId(), dossierId, ...row })
    .onConflict((conflict) => conflict.columns(['dossierId', 'toAuthority']).doUpdateSet(row))
    .execute()
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
  const submission = await latestSubmission(ctx.tx, dossierId)
  const { snapshot } = submission
  const body = await communeBody(ctx.tx, dossier)
  const office = await officeOf(ctx.tx, dossier.authority)
  await storeDocument(ctx, {
    authority: dossier.provinceCode,
    bodyId: body.id,
    kind: 'sampleHandover',
    subjectKind: 'sampleHandover',
    subjectId: handover.id,
    dossierId,
    title: `Biên bản bàn giao mẫu: ${snapshot.product.name}`,
    issuedOn: plainDateOf(ctx.now),
    signer: ctx.actor.name,
    file: renderSampleHandover({
      createdAt: ctx.now.toISOString(),
      demo: dossier.demo,
      letterhead: letterheadOf(body, { symbol: '', number: null, date: plainDateOf(handover.handedAt) }),
      handedAt: handover.handedAt.toISOString(),
      at: body.name,
      giver: { name: ctx.actor.name, post: 'Công chức được giao', body: body.name },
      receiver: { name: '', post: '', body: office.name },
      dossierCode: dossier.slipNumber ?? submission.receiptNumber,
      product: productOfPaper(snapshot),
      producer: producerOfPaper(snapshot),
      samples:
        handover.handed === 0
          ? { none: handover.required === 0 ? 'bộ sản phẩm này không phải nộp mẫu' : handover.note }
          : [{ quantity: handover.handed, unit: 'đơn vị' }],
      condition: handover.handed === 0 ? 'không có mẫu' : 'nguyên bao bì',
      ...(handover.note === '' ? {} : { note: handover.note }),
    }),
  })
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
