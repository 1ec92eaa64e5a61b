// The ministry outside the program answers on paper: the province's office writes down what it says, and the dossier goes on as the pack has it.
import { canonicalJson, sha256Hex } from '#/platform/audit/canonical.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { recogniserOf } from '#/regulation/levels.ts'
import { addCaseFiles } from '../case-file/case-file.ts'
import { audit, type Ctx } from '../context.ts'
import type { IncomingFile } from '../document/incoming.ts'
import { moveDossier, mustBeOnlyOpen, type DossierRow } from '../dossier/dossier.move.ts'
import { dossierAtDesk } from '../level/level.load.ts'
import { levelNames } from '../level/level.words.ts'
import { CENTRAL, levelOf } from '../people/authority.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { codeFor, createCertificate } from './issue.ts'
import { snapshotOf } from './letter.actions.ts'
import { readMinistryAnswer, type MinistryAnswer } from './ministry-answer.ts'
import { sentToMinistryOn } from './ministry-answer.store.ts'

/**
 * Records the answer with its scanned paper. Five stars: the recognition is registered with its number and date, the certificate itself is the
 * ministry's. Sent back (26/2026 Đ7.4): the office then chooses as for any result that came down. Throws `ministry.notAwaited` where the dossier
 * does not wait for such an answer: it was not sent, or is answered already. Returns the id of the answer.
 */
export async function recordMinistryAnswer(
  ctx: Ctx,
  dossierId: string,
  input: Readonly<Record<string, unknown>>,
  files: readonly IncomingFile[],
): Promise<string> {
  const dossier = await dossierAtDesk(ctx, dossierId)
  const sentOn = dossier.state === 'sentToMinistry' ? await sentToMinistryOn(ctx.tx, dossier.id) : null
  if (sentOn === null) throw new AppError('ministry.notAwaited')
  const pack = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const answer = readMinistryAnswer(input, pack, { sentOn, today: plainDateOf(ctx.now) })
  if (files.length === 0 || files.length > 10)
    throw new AppError(
      'invalid',
      {},
      { files: { vi: 'Đính bản quét văn bản của Bộ (1 đến 10 tệp).', en: 'Attach the scanned paper (1 to 10 files).' } },
    )
  if (answer.outcome !== 'recognised') await mustBeOnlyOpen(ctx.tx, dossier)
  const id = newId()
  const resultId = await saveResult(ctx, dossier, id, answer)
  const certificateId = answer.outcome === 'recognised' ? await register(ctx, dossier, answer) : null
  await ctx.tx
    .insertInto('ministryAnswer')
    .values({
      id,
      dossierId: dossier.id,
      authority: dossier.authority,
      outcome: answer.outcome,
      number: answer.number,
      datedOn: answer.datedOn,
      content: answer.content,
      resultId,
      certificateId,
      recordedBy: ctx.actor.accountId,
      recordedAt: ctx.now,
    })
    .execute()
  await addCaseFiles(ctx, { kind: 'ministryAnswer', id, dossierId: dossier.id }, files)
  const { outcome, number, datedOn, star, hundredths } = answer
  const payload = { answerId: id, outcome, number, datedOn, star, hundredths, resultId, certificateId }
  await audit(ctx, {
    verb: 'ministryAnswer.recorded',
    subjectKind: 'ministryAnswer',
    subjectId: id,
    authority: dossier.authority,
    dossierId: dossier.id,
    payload,
  })
  if (answer.outcome === 'recognised')
    await moveDossier(ctx, dossier, 'recognised', 'dossier.recognised', { set: { endedAt: ctx.now }, payload })
  else await comesBack(ctx, dossier, { id, resultId, ...answer })
  await tell(ctx, dossier, id, answer)
  return id
}

/** The result the paper states, by the ministry's desk; none where nothing was assessed. */
async function saveResult(ctx: Ctx, dossier: DossierRow, answerId: string, answer: MinistryAnswer): Promise<string | null> {
  if (answer.hundredths === null) return null
  // Sent up a second time after a re-assessment: the ministry's earlier figure stays on record and gives way.
  await ctx.tx
    .updateTable('result')
    .set({
      state: 'superseded',
      supersededReason: `Bộ trả lời lại tại văn bản số ${answer.number}.`,
      supersededBy: ctx.actor.accountId,
      supersededAt: ctx.now,
    })
    .where('dossierId', '=', dossier.id)
    .where('authority', '=', CENTRAL)
    .where('state', '=', 'valid')
    .execute()
  const id = newId()
  const basis = {
    format: 'paper',
    answerId,
    number: answer.number,
    datedOn: answer.datedOn,
    hundredths: answer.hundredths,
    star: answer.star,
  }
  await ctx.tx
    .insertInto('result')
    .values({
      id,
      itemId: null,
      dossierId: dossier.id,
      authority: CENTRAL,
      outcome: 'scored',
      meanNumerator: answer.hundredths,
      meanDenominator: 100,
      meanPrinted: (answer.hundredths / 100).toFixed(2),
      pointsStar: answer.pointsStar,
      star: answer.star,
      spread: null,
      basis: json(basis),
      basisHash: sha256Hex(canonicalJson(basis)),
      closedBy: ctx.actor.accountId,
      closedAt: ctx.now,
    })
    .execute()
  return id
}

/**
 * The recognition in the province's register. Interpretation: its months run from the date of the ministry's paper, its code continues the
 * commune's list as for every other product (26/2026 Phụ lục II), and no certificate is printed here: the ministry's own is the paper.
 */
async function register(ctx: Ctx, dossier: DossierRow, answer: MinistryAnswer): Promise<string> {
  const pack = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const star = answer.star ?? 0
  // The code names the year of the assessment: the year of the paper, whenever it is written down here.
  const item = { ...dossier, dossierId: dossier.id, star, closedAt: new Date(`${answer.datedOn}T05:00:00Z`) }
  const issue = {
    decisionId: null,
    authority: dossier.authority,
    issuer: recogniserOf(pack, star)?.recogniser.vi ?? '',
    printedNumber: answer.number,
    issuedOn: answer.datedOn,
    months: pack.regulation.certificate.months,
    paper: null,
  }
  return createCertificate(ctx, issue, item, await snapshotOf(ctx, dossier.id), await codeFor(ctx, item))
}

async function comesBack(ctx: Ctx, dossier: DossierRow, answer: MinistryAnswer & { id: string; resultId: string | null }): Promise<void> {
  const note = [`Văn bản số ${answer.number} của Bộ.`, answer.content].filter((part) => part !== '').join('\n')
  await ctx.tx
    .insertInto('transfer')
    .values({
      id: newId(),
      dossierId: dossier.id,
      fromAuthority: CENTRAL,
      toAuthority: dossier.authority,
      way: 'down',
      ground: answer.resultId === null ? 'notValid' : 'result',
      resultId: answer.resultId,
      answerId: answer.id,
      note,
      sentBy: ctx.actor.accountId,
      sentAt: ctx.now,
    })
    .execute()
  const verb = answer.resultId === null ? 'level.returnedNotValid' : 'level.returned'
  await moveDossier(ctx, dossier, 'returned', verb, {
    set: { roundId: null, acceptedAt: null, decidingResultId: null },
    payload: { from: CENTRAL, to: dossier.authority, resultId: answer.resultId, answerId: answer.id },
  })
}

async function tell(ctx: Ctx, dossier: DossierRow, answerId: string, answer: MinistryAnswer): Promise<void> {
  const people = await accountsWithRole(ctx.tx, 'producer', { authority: dossier.provinceCode, producerId: dossier.producerId }, ctx.now)
  const recognised = answer.outcome === 'recognised'
  await notify(ctx, people, {
    kind: recognised ? 'ministry.recognised' : 'level.returned',
    dedupe: answerId,
    subjectKind: 'dossier',
    subjectId: dossier.id,
    link: `/ho-so/${dossier.id}`,
    params: recognised ? { star: String(answer.star), number: answer.number } : { level: levelNames[levelOf(dossier.authority)].vi },
  })
}
