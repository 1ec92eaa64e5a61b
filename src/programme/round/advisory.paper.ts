// The advisory team's report as a paper: set once, when the team issues it.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { letterheadOf, officeOf, paperRegulation, producerOfPaper, productOfPaper } from '../commune/commune.papers.ts'
import type { Submission } from '../commune/submission.store.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { takeNumber } from '../document/numbers.ts'
import type { DossierRow } from '../dossier/dossier.move.ts'
import { levelNames } from '../level/level.words.ts'
import { levelOf } from '../people/authority.ts'
import { renderAdvisoryReport } from '../paperwork/advisory-report.ts'
import { advisoryNotes } from './office.store.ts'

/**
 * Stores the report with the next number of the office's register and returns the paper's id. `replaces`: the paper of an earlier issue that a
 * supplement has overtaken; it stays in the store, cancelled, and the new one names it.
 * Interpretation: the report is frozen on the day the team issues it (the law names no day), before the council meets; the paper says so.
 */
export async function issueAdvisoryPaper(
  ctx: Ctx,
  dossier: DossierRow,
  submission: Submission,
  report: { summary: string; replaces: string | null },
): Promise<string> {
  const { snapshot } = submission
  const today = plainDateOf(ctx.now)
  const office = await officeOf(ctx.tx, dossier.authority)
  const notes = new Map((await advisoryNotes(ctx.tx, dossier)).map((note) => [note.criterion, note]))
  const earlier = report.replaces
    ? await ctx.tx.selectFrom('document').select('number').where('id', '=', report.replaces).executeTakeFirst()
    : undefined
  const year = Number(today.slice(0, 4))
  const two = (number: number) => String(number).padStart(2, '0')
  const taken = await takeNumber(ctx, { bodyId: office.id, kind: 'advisoryReport', year }, (number) => `${two(number)}/BC-TTV`)
  return await storeDocument(ctx, {
    authority: dossier.authority,
    bodyId: office.id,
    kind: 'advisoryReport',
    subjectKind: 'advisoryReport',
    subjectId: dossier.id,
    dossierId: dossier.id,
    title: `Báo cáo thẩm định của Tổ tư vấn: ${snapshot.product.name}`,
    numberEntryId: taken.entryId,
    number: taken.printed,
    issuedOn: today,
    signer: ctx.actor.name,
    correctsId: report.replaces,
    file: renderAdvisoryReport({
      createdAt: ctx.now.toISOString(),
      demo: dossier.demo,
      letterhead: letterheadOf(
        { ...office, name: 'Tổ tư vấn', parent: office.name },
        { symbol: 'BC-TTV', number: two(taken.number), date: today },
      ),
      addressees: [`Hội đồng đánh giá, phân hạng sản phẩm OCOP ${levelNames[levelOf(dossier.authority)].vi}`],
      regulation: paperRegulation(ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash }).regulation),
      dossierCode: dossier.slipNumber ?? submission.receiptNumber,
      product: productOfPaper(snapshot),
      producer: producerOfPaper(snapshot),
      kind: snapshot.kind,
      filing: { ordinal: submission.ordinal, filedOn: plainDateOf(submission.filedAt) },
      selfTotal: snapshot.totals.total,
      criteria: snapshot.answers.map(({ criterion, title, points, max }) => {
        const note = notes.get(criterion)
        return {
          code: criterion,
          title,
          points,
          max,
          seen: note?.state === 'done',
          remark: note?.remark ?? '',
          bringToCouncil: note?.bringToCouncil ?? false,
        }
      }),
      summary: report.summary,
      frozenOn: today,
      replaces: earlier?.number ?? null,
      recipients: ['Như trên', office.name],
      archive: 'Hồ sơ',
      signature: { capacity: ['TM. TỔ TƯ VẤN'], name: ctx.actor.name },
    }),
  })
}
