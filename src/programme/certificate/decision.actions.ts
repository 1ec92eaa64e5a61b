// What the office and the leader do with decisions: prepare the list, give it up, issue it. One verb, one transaction.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { levelOf as levelRule } from '#/regulation/levels.ts'
import { audit, type Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { dossierForUpdate, moveDossier } from '../dossier/dossier.move.ts'
import { readSnapshot } from '../dossier/snapshot.ts'
import { Fields, readReason } from '../fields.ts'
import { serves } from '../people/actor.ts'
import { levelOf } from '../people/authority.ts'
import { bodiesOf, type Body } from '../people/bodies.store.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import type { Paper } from '../paperwork/paper.ts'
import { must, mustSee } from '../refuse.ts'
import type { Regulations } from '../regulations.ts'
import { decisionRights } from './certificate.policy.ts'
import { readIssuing, type IssuingForm } from './decision-input.ts'
import { DECISION_SYMBOL, decisionPaper, type DecisionPaper } from './decision-paper.ts'
import { decisionById, itemsOf, waitingResults, type DecisionItem, type DecisionRow } from './decision.store.ts'
import { codeFor, createCertificate } from './issue.ts'
import { numberFor } from './paper-number.ts'
import { routeAt } from '../level/way.ts'

export type NewDecision = { kind: 'recognition' | 'approval'; title: string; resultIds: readonly string[] }

/**
 * Puts closed results on the list of a new draft. Refused for a result that goes another way (1–2 stars get a letter, Đ4.1.a), that is already
 * on a live list, or that is no longer the valid one. Returns the decision's id.
 */
export async function prepareDecision(ctx: Ctx, input: NewDecision): Promise<string> {
  const { authority } = ctx.actor
  must(serves(ctx.actor, authority, 'office'))
  const fields = new Fields(input)
  const title = fields.text('title', {
    max: 300,
    required: { vi: 'Nhập trích yếu của quyết định.', en: 'Enter the subject of the decision.' },
  })
  const asked = [...new Set(input.resultIds)]
  if (asked.length === 0) fields.say('resultIds', { vi: 'Chọn ít nhất một sản phẩm.', en: 'Choose at least one product.' })
  fields.done()
  // Two offices pressing at once: the second waits for the first's rows and then no longer finds them waiting.
  await lockResults(ctx, asked)
  const waiting = new Map((await waitingResults(ctx.tx, authority)).map((result) => [result.resultId, result]))
  const wanted = input.kind === 'recognition' ? 'recognition' : 'sendUp'
  const chosen = asked.map((id) => waiting.get(id))
  const results = chosen.filter((result) => result !== undefined)
  if (results.length < asked.length) throw new AppError('decision.resultTaken')
  const other = results.find((result) => routeAt(ctx.regulations.get(result.regulationId), authority, result) !== wanted)
  if (other) throw new AppError('decision.wrongRoute', { product: other.productName })
  const rounds = new Set(results.map((result) => result.roundId))
  const id = newId()
  await ctx.tx
    .insertInto('recognitionDecision')
    .values({
      id,
      authority,
      roundId: rounds.size === 1 ? (results[0]?.roundId ?? null) : null,
      kind: input.kind,
      title,
      state: 'draft',
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  const ordered = results.toSorted(
    (a, b) =>
      (b.star ?? 0) - (a.star ?? 0) || a.communeCode.localeCompare(b.communeCode) || a.productName.localeCompare(b.productName, 'vi'),
  )
  await ctx.tx
    .insertInto('recognitionItem')
    .values(
      ordered.map((result, index) => ({
        decisionId: id,
        resultId: result.resultId,
        dossierId: result.dossierId,
        star: listedStar(input.kind, result.star),
        ordinal: index + 1,
      })),
    )
    .execute()
  await audit(ctx, {
    verb: 'decision.prepared',
    subjectKind: 'decision',
    subjectId: id,
    payload: { kind: input.kind, results: asked.length },
  })
  await notify(ctx, await accountsWithRole(ctx.tx, 'leader', { authority }, ctx.now), {
    kind: 'decisionPrepared',
    dedupe: id,
    subjectKind: 'decision',
    subjectId: id,
    link: `/lanh-dao/ky-ban-hanh/${id}`,
    params: { title },
  })
  return id
}

/** On a recognition list the star granted. An approval grants none: it says that the result may go up, and its rows carry 5. */
function listedStar(kind: NewDecision['kind'], star: number | null): number {
  return kind === 'approval' ? 5 : (star ?? 0)
}

async function lockResults(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const known = ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id))
  if (known.length === 0) return
  await ctx.tx.selectFrom('result').select('id').where('id', 'in', known).orderBy('id').forUpdate().execute()
}

/** Gives a draft up, with a reason; its results wait again. */
export async function cancelDecision(ctx: Ctx, id: string, reasonTyped: string): Promise<void> {
  const decision = await openDecision(ctx, id)
  must(decisionRights(ctx.actor, decision).cancel)
  const reason = readReason(reasonTyped, 500, { vi: 'Nhập lý do hủy dự thảo.', en: 'Enter why the draft is given up.' })
  await ctx.tx
    .updateTable('recognitionDecision')
    .set((expression) => ({ state: 'cancelled', version: expression('version', '+', 1) }))
    .where('id', '=', decision.id)
    .execute()
  await audit(ctx, { verb: 'decision.cancelled', subjectKind: 'decision', subjectId: decision.id, payload: { reason } })
}

/** The decision, locked; "not found" for who may not know it; `stateConflict` once it is issued or given up. */
async function openDecision(ctx: Ctx, id: string): Promise<DecisionRow> {
  const decision = await decisionById(ctx.tx, ctx.actor.authority, id, true)
  mustSee(decisionRights(ctx.actor, decision).see)
  if (decision.state !== 'draft') {
    throw new AppError('stateConflict', {
      state:
        decision.state === 'issued'
          ? `đã ban hành, số ${decision.number ?? ''}`
          : decision.state === 'recalled'
            ? 'đã thu hồi'
            : 'đã hủy dự thảo',
    })
  }
  return decision
}

/**
 * Issues a decision: number, paper, certificates and the dossiers' new state in one transaction. Pressed twice or by two leaders, the second is
 * told that it is issued. `version` is the one the leader read: a list that changed meanwhile is not signed unseen.
 */
export async function issueDecision(
  ctx: Ctx,
  id: string,
  form: IssuingForm,
  version: number,
): Promise<{ number: string; documentId: string }> {
  const decision = await openDecision(ctx, id)
  must(decisionRights(ctx.actor, decision).issue)
  if (decision.version !== version) throw new AppError('versionConflict')
  const items = await lockedItems(ctx, decision)
  const closedOn = items.map((item) => plainDateOf(item.closedAt)).reduce((a, b) => (a > b ? a : b))
  const issuing = readIssuing(form, plainDateOf(ctx.now), closedOn)
  const { committee, office } = await issuingBodies(ctx.tx, decision.authority)
  const number = await numberFor(ctx, committee.id, DECISION_SYMBOL, issuing.issuedOn, issuing.number)
  const codes = new Map<string, string>()
  if (decision.kind === 'recognition') for (const item of items) codes.set(item.resultId, await codeFor(ctx, item))
  const months = ctx.regulations.get(items[0]?.regulationId ?? '').regulation.certificate.months
  const facts = await paperFacts(ctx, decision, items, { committee, office, codes })
  const file = decisionPaper({
    ...facts,
    issue: { bare: number.bare, issuedOn: issuing.issuedOn, signerName: issuing.signerName, signerPost: issuing.signerPost },
  })
  const documentId = await storeDocument(ctx, {
    authority: decision.authority,
    bodyId: committee.id,
    kind: decision.kind === 'recognition' ? 'recognitionDecision' : 'approvalDecision',
    subjectKind: 'decision',
    subjectId: decision.id,
    title: decision.title,
    numberEntryId: number.entryId,
    number: number.printed,
    issuedOn: issuing.issuedOn,
    signer: issuing.signerName,
    file,
  })
  await ctx.tx
    .updateTable('recognitionDecision')
    .set((expression) => ({
      state: 'issued',
      number: number.printed,
      issuedOn: issuing.issuedOn,
      signerName: issuing.signerName,
      signerPost: issuing.signerPost.join('\n'),
      documentId,
      issuedBy: ctx.actor.accountId,
      issuedAt: ctx.now,
      version: expression('version', '+', 1),
    }))
    .where('id', '=', decision.id)
    .execute()
  if (decision.kind === 'recognition') {
    const issue = {
      decisionId: decision.id,
      authority: decision.authority,
      issuer: `${levelOf(decision.authority) === 'central' ? 'Bộ trưởng' : 'Chủ tịch'} ${committee.name}`,
      printedNumber: number.printed,
      issuedOn: issuing.issuedOn,
      months,
      paper: { committee, signerName: issuing.signerName, signerPost: issuing.signerPost },
    }
    for (const item of items) await recognise(ctx, item, issue, codes.get(item.resultId) ?? '')
  }
  await audit(ctx, {
    verb: 'decision.issued',
    subjectKind: 'decision',
    subjectId: decision.id,
    payload: { kind: decision.kind, number: number.printed, issuedOn: issuing.issuedOn, products: items.length },
  })
  return { number: number.printed, documentId }
}

async function recognise(ctx: Ctx, item: DecisionItem, issue: Parameters<typeof createCertificate>[1], code: string): Promise<void> {
  const dossier = await dossierForUpdate(ctx.tx, item.dossierId)
  const certificateId = await createCertificate(ctx, issue, item, readSnapshot(item.snapshot), code)
  await moveDossier(ctx, dossier, 'recognised', 'dossier.recognised', {
    set: { endedAt: ctx.now },
    payload: { decision: issue.printedNumber, certificateId, productCode: code, star: item.star },
  })
  await notify(ctx, await accountsWithRole(ctx.tx, 'producer', { authority: item.provinceCode, producerId: item.producerId }, ctx.now), {
    kind: 'recognised',
    dedupe: item.dossierId,
    subjectKind: 'dossier',
    subjectId: item.dossierId,
    link: `/ho-so/${item.dossierId}`,
    params: { star: String(item.star), number: issue.printedNumber },
  })
  // The commune hears of it too (seed S0:189).
  const commune = { authority: item.provinceCode, communeCode: item.communeCode }
  const officers = await accountsWithRole(ctx.tx, 'communeOfficer', commune, ctx.now)
  const leaders = await accountsWithRole(ctx.tx, 'communeLeader', commune, ctx.now)
  await notify(ctx, [...officers, ...leaders], {
    kind: 'recognisedInCommune',
    dedupe: item.dossierId,
    subjectKind: 'dossier',
    subjectId: item.dossierId,
    link: `/xa/ho-so/${item.dossierId}`,
    params: { product: readSnapshot(item.snapshot).product.name, star: String(item.star), number: issue.printedNumber },
  })
}

/** The list with every dossier locked, in the order of ids so that two issuings cannot wait for each other; refuses a list that no longer holds. */
async function lockedItems(ctx: Ctx, decision: DecisionRow): Promise<DecisionItem[]> {
  const before = await itemsOf(ctx.tx, decision.id)
  for (const dossierId of before.map((item) => item.dossierId).toSorted()) await dossierForUpdate(ctx.tx, dossierId)
  const items = await itemsOf(ctx.tx, decision.id)
  const wanted = decision.kind === 'recognition' ? 'recognition' : 'sendUp'
  if (items.length === 0) throw new AppError('decision.resultTaken')
  for (const item of items) {
    const route = routeAt(ctx.regulations.get(item.regulationId), decision.authority, {
      authority: item.resultAuthority,
      outcome: 'scored',
      meanNumerator: item.meanNumerator,
      meanDenominator: item.meanDenominator,
      star: item.resultStar,
    })
    const holds =
      item.resultState === 'valid' &&
      item.deciding &&
      item.dossierState === 'concluded' &&
      item.snapshot !== null &&
      item.star === listedStar(decision.kind, item.resultStar)
    if (!holds) throw new AppError('decision.resultTaken')
    if (route !== wanted) throw new AppError('decision.wrongRoute', { product: readSnapshot(item.snapshot).product.name })
  }
  return items
}

/** Both bodies of the authority. Throws `decision.noBody` where one is not set up. */
export async function issuingBodies(tx: Db | Tx, authority: string): Promise<{ committee: Body; office: Body }> {
  const { committee, office } = await bodiesOf(tx, authority)
  if (!committee || !office) throw new AppError('decision.noBody')
  return { committee, office }
}

type PaperOf = { committee: Body; office: Body; codes: ReadonlyMap<string, string> }

async function paperFacts(
  ctx: { regulations: Regulations; now: Date },
  decision: DecisionRow,
  items: readonly DecisionItem[],
  { committee, office, codes }: PaperOf,
): Promise<Omit<DecisionPaper, 'issue'>> {
  const pack = ctx.regulations.get(items[0]?.regulationId ?? ctx.regulations.current.id)
  const { regulation } = pack
  const level = levelOf(decision.authority)
  const up = levelRule(pack, level)?.sendsUp
  return {
    kind: decision.kind,
    title: decision.title,
    session: decision.roundName ? `${decision.roundName.charAt(0).toLowerCase()}${decision.roundName.slice(1)}` : '',
    level,
    sendsUp: { from: up?.from ?? 0, to: up?.to === 'province' ? 'province' : 'central' },
    committee: committee.name,
    office: office.name,
    regulation: { number: regulation.number, issuedOn: regulation.issuedOn ?? null, title: regulation.title.vi },
    months: regulation.certificate.months,
    createdAt: ctx.now.toISOString(),
    demo: items.some((item) => item.demo),
    products: items.map((item) => ({
      snapshot: readSnapshot(item.snapshot),
      star: item.star,
      meanPrinted: item.meanPrinted,
      code: codes.get(item.resultId) ?? null,
    })),
  }
}

/** The draft as it would be printed: no number, no date, nothing stored. For who may see the decision. */
export async function previewDecision(db: Db, at: { regulations: Regulations; now: Date }, decision: DecisionRow): Promise<Paper> {
  const items = await itemsOf(db, decision.id)
  const { committee, office } = await issuingBodies(db, decision.authority)
  return decisionPaper({ ...(await paperFacts(at, decision, items, { committee, office, codes: new Map() })), issue: null })
}
