// The commune leader's press: report and proposal letter with numbers from the commune's own register, stored as issued papers.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formOf } from '#/regulation/load.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { takeNumber } from '../document/numbers.ts'
import { moveDossier } from '../dossier/dossier.move.ts'
import { renderCommuneProposal, renderCommuneReport } from '../paperwork/commune-papers.ts'
import type { Paper, Signature } from '../paperwork/paper.ts'
import { must } from '../refuse.ts'
import { stopClock } from './clock.ts'
import { communeDossier } from './commune.load.ts'
import {
  communeBody,
  letterheadOf,
  paperRegulation,
  producerOfPaper,
  productOfPaper,
  committeeOf,
  type IssuingBody,
} from './commune.papers.ts'
import { componentLines, tally } from './components.ts'
import { checkText, opinionText, readOpinions, reportContents } from './report.ts'
import { requiredSamples } from './samples.ts'
import { checksOf, latestSubmission, supplementsOf } from './submission.store.ts'
import { tellProducer } from './supplement.actions.ts'

/** How the leader signs: as chairman, or a vice-chairman for the chairman (NĐ 30/2020, Phụ lục I). */
export type SigningPost = 'chair' | 'viceChair'
const capacities: Record<SigningPost, string[]> = {
  chair: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
  viceChair: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
}

type Issued = { reportDocument: string; proposalDocument: string | null }

/**
 * Issues the report and, when it proposes, the letter; the dossier is then `reported`. A report that does not propose ends the dossier as
 * `rejected`, with its conclusion as the reason. The second of two presses is refused with `commune.reportMoved` and changes nothing.
 */
export async function issueReport(ctx: Ctx, dossierId: string, input: { post: SigningPost }): Promise<Issued> {
  const { dossier, report, rights } = await communeDossier(ctx, dossierId)
  if (report?.state !== 'ready') throw new AppError('commune.reportMoved')
  must(rights.issue)
  const pack = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const form = formOf(pack, dossier.setNo)
  const submission = await latestSubmission(ctx.tx, dossierId)
  const { snapshot } = submission
  const body = await communeBody(ctx.tx, dossier)
  const signature: Signature = { capacity: capacities[input.post], name: ctx.actor.name }
  const day = plainDateOf(ctx.now)
  const asked = await committeeOf(ctx.tx, dossier.authority)
  const lines = componentLines(pack.regulation, form, snapshot)
  const { lacking } = tally(lines, await checksOf(ctx.tx, submission.id, 'commune'))
  const answered = (await supplementsOf(ctx.tx, dossierId)).filter((one) => one.level === 'commune' && one.outcome === 'answered').length
  const photos = await ctx.tx.selectFrom('communeReportPhoto').selectAll().where('reportId', '=', report.id).orderBy('ordinal').execute()
  const contents = reportContents(pack.regulation, form)
  const opinions = readOpinions(report.contents, contents)
  const basics = {
    createdAt: ctx.now.toISOString(),
    demo: dossier.demo,
    body: body.name,
    regulation: paperRegulation(pack.regulation),
    recipients: ['Như trên', 'Chủ thể sản phẩm'],
    archive: 'VT',
    signature,
  }

  const reportNumber = await takeNumber(ctx, { bodyId: body.id, kind: 'communeReport', year: yearOf(day) }, (n) => `${two(n)}/BC-UBND`)
  const reportDocument = await store(ctx, dossier, body, report.id, {
    kind: 'communeReport',
    title: `Báo cáo đánh giá (mẫu 03): ${snapshot.product.name}`,
    taken: reportNumber,
    day,
    file: renderCommuneReport({
      ...basics,
      letterhead: letterheadOf(body, { symbol: 'BC-UBND', number: two(reportNumber.number), date: day }),
      addressees: [asked],
      product: productOfPaper(snapshot),
      producer: producerOfPaper(snapshot),
      kind: snapshot.kind,
      receivedOn: plainDateOf(dossier.filedAt ?? submission.filedAt),
      componentCheck: checkText(
        lines.filter((line) => lacking.includes(line.code)).map((line) => line.title.vi),
        answered,
      ),
      opinions: contents.map(({ id, title, criteria }) => ({
        title: title.vi,
        criteria: criteria.map((criterion) => criterion.code),
        opinion: opinionText(opinions[id] ?? { finding: null, opinion: '' }),
      })),
      conclusion: report.conclusion,
      photos: await Promise.all(photos.map(async (photo) => ({ caption: photo.caption, bytes: await ctx.files.read(photo.sha256) }))),
    }),
  })
  await ctx.tx
    .updateTable('communeReport')
    .set({ state: 'issued', issuedBy: ctx.actor.accountId, issuedAt: ctx.now, updatedAt: ctx.now, version: report.version + 1 })
    .where('id', '=', report.id)
    .execute()

  if (report.proposes === false) {
    await stopClock(ctx, dossierId, 'rejected')
    await moveDossier(ctx, dossier, 'rejected', 'commune.notProposed', {
      set: { endedAt: ctx.now, endReason: report.conclusion },
      payload: { report: reportNumber.printed, reason: report.conclusion },
    })
    await tellProducer(ctx, dossier, 'dossier.notProposed', dossierId, { product: snapshot.product.name, reason: report.conclusion })
    return { reportDocument, proposalDocument: null }
  }

  const samples = requiredSamples(pack.regulation, dossier.setNo)
  const letterNumber = await takeNumber(ctx, { bodyId: body.id, kind: 'communeLetter', year: yearOf(day) }, (n) => `${two(n)}/UBND-OCOP`)
  const proposalDocument = await store(ctx, dossier, body, report.id, {
    kind: 'communeProposal',
    title: `Văn bản đề nghị đánh giá, phân hạng: ${snapshot.product.name}`,
    taken: letterNumber,
    day,
    file: renderCommuneProposal({
      ...basics,
      letterhead: letterheadOf(body, { symbol: 'UBND-OCOP', number: two(letterNumber.number), date: day }),
      addressees: [asked],
      asked,
      products: [
        {
          product: snapshot.product.name,
          producer: snapshot.producer.name,
          address: producerOfPaper(snapshot).address,
          set: snapshot.set.no,
          kind: snapshot.kind,
          samples: samples === 0 ? null : samples,
        },
      ],
      enclosures: [
        `Báo cáo đánh giá số ${reportNumber.printed} (mẫu số 03)`,
        'Hồ sơ sản phẩm của chủ thể (mẫu số 01, mẫu số 02 và minh chứng)',
        ...(samples === 0 ? [] : [`${two(samples)} mẫu sản phẩm`]),
      ],
    }),
  })
  await moveDossier(ctx, dossier, 'reported', 'commune.reportIssued', {
    payload: { report: reportNumber.printed, letter: letterNumber.printed },
  })
  return { reportDocument, proposalDocument }
}

function store(
  ctx: Ctx,
  dossier: { id: string; provinceCode: string },
  body: IssuingBody,
  reportId: string,
  paper: { kind: string; title: string; taken: { entryId: string; printed: string }; day: string; file: Paper },
): Promise<string> {
  return storeDocument(ctx, {
    authority: dossier.provinceCode,
    bodyId: body.id,
    kind: paper.kind,
    subjectKind: 'communeReport',
    subjectId: reportId,
    dossierId: dossier.id,
    title: paper.title,
    numberEntryId: paper.taken.entryId,
    number: paper.taken.printed,
    issuedOn: paper.day,
    signer: ctx.actor.name,
    file: paper.file,
  })
}

/** Numbers under 10 carry a leading 0 (NĐ 30/2020, Phụ lục I, phần II.3). */
function two(number: number): string {
  return String(number).padStart(2, '0')
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
