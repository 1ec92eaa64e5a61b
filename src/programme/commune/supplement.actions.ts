// Return for supplement, item by item, at the commune or the province; and refusal. The producer's answer is a verb of the dossier.
import { workingDaysBetween } from '#/platform/calendar/work-calendar.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { formOf } from '#/regulation/load.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { moveDossier, type DossierRow } from '../dossier/dossier.move.ts'
import { Fields, readReason } from '../fields.ts'
import { renderSupplementRequest } from '../paperwork/commune-papers.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { notify } from '../people/notice.ts'
import { calendarOf } from '../reference.ts'
import { must } from '../refuse.ts'
import { settingOf } from '../setting.ts'
import { clockOf, pauseClock, stopClock } from './clock.ts'
import { communeDossier, wrongState } from './commune.load.ts'
import { componentLines, provinceLines, type Check } from './components.ts'
import { communeBody, letterheadOf, officeOf, paperRegulation, producerOfPaper, productOfPaper } from './commune.papers.ts'
import { onSilence, supplementDaysMax } from './commune.settings.ts'
import { checksOf, latestSubmission, type Level } from './submission.store.ts'
import { MOST_ITEMS, checkDueOn, isKnownTarget, targetTitle, type AskedItem } from './supplement.ts'

export type SupplementInput = { items: readonly { targetKind: string; target: string; ask: string }[]; dueOn: string; reason: string }

/** The commune returns a filed dossier. The clock stops today; the producer is told exactly these items. Returns the request's id. */
export async function askCommuneSupplement(ctx: Ctx, dossierId: string, input: SupplementInput): Promise<string> {
  const { dossier, report, rights } = await communeDossier(ctx, dossierId)
  if (dossier.state === 'communeSupplement') throw new AppError('supplement.open')
  must(rights.askSupplement)
  const id = await askSupplement(ctx, dossier, 'commune', input)
  // A report marked ready speaks of papers that are now in question: back to the officer's desk.
  if (report?.state === 'ready')
    await ctx.tx
      .updateTable('communeReport')
      .set((row) => ({ state: 'draft', version: row('version', '+', 1), updatedAt: ctx.now }))
      .where('id', '=', report.id)
      .execute()
  return id
}

/** The part both levels share; the caller has locked the dossier and judged the right. */
export async function askSupplement(ctx: Ctx, dossier: DossierRow, level: Level, input: SupplementInput): Promise<string> {
  const submission = await latestSubmission(ctx.tx, dossier.id)
  const pack = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const form = formOf(pack, dossier.setNo)
  const lines = (level === 'commune' ? componentLines : provinceLines)(pack.regulation, form, submission.snapshot)
  const calendar = await calendarOf(ctx.tx)
  const today = plainDateOf(ctx.now)

  const fields = new Fields<string>({
    ...Object.fromEntries(input.items.map((item, index) => [askName(item, index), item.ask])),
    dueOn: input.dueOn,
    reason: input.reason,
  })
  const items = readItems(fields, input.items)
  for (const item of items) if (!isKnownTarget(item, lines, form)) throw new AppError('badRequest', { reason: 'target' })
  const day = fields.date('dueOn', { required: true })
  if (day) checkDueOn(fields.problems, day, calendar, today, await settingOf(ctx.tx, dossier.provinceCode, supplementDaysMax))
  const reason = fields.text('reason', { max: 2000, multiline: true })
  const { dueOn } = fields.done({ dueOn: day })

  const earlier = await ctx.tx
    .selectFrom('supplementRequest')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('dossierId', '=', dossier.id)
    .where('level', '=', level)
    .executeTakeFirstOrThrow()
  const id = newId()
  const ordinal = Number(earlier.n) + 1
  await ctx.tx
    .insertInto('supplementRequest')
    .values({
      id,
      dossierId: dossier.id,
      submissionId: submission.id,
      level,
      ordinal,
      dueOn,
      reason,
      askedBy: ctx.actor.accountId,
      askedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .insertInto('supplementItem')
    .values(items.map((item, index) => ({ id: newId(), requestId: id, ordinal: index + 1, ...item })))
    .execute()
  const clock = await clockOf(ctx.tx, dossier.id)
  if (level === 'commune') await pauseClock(ctx, dossier.id, `supplement:${id}`)

  const body = level === 'commune' ? await communeBody(ctx.tx, dossier) : await officeOf(ctx.tx, dossier.authority)
  const silence = await settingOf(ctx.tx, dossier.provinceCode, onSilence)
  const { snapshot } = submission
  const checks = await checksOf(ctx.tx, submission.id, level)
  const left = clock && clock.clock.stoppedAt === null ? workingDaysBetween(calendar, today, clock.clock.dueOn) : 0
  await storeDocument(ctx, {
    authority: dossier.provinceCode,
    bodyId: body.id,
    kind: 'supplementRequest',
    subjectKind: 'supplementRequest',
    subjectId: id,
    dossierId: dossier.id,
    title: `Thông báo bổ sung hồ sơ lần ${ordinal}: ${submission.snapshot.product.name}`,
    issuedOn: today,
    signer: ctx.actor.name,
    file: renderSupplementRequest({
      createdAt: ctx.now.toISOString(),
      demo: dossier.demo,
      letterhead: letterheadOf(body, { symbol: '', number: null, date: today }),
      addressees: [snapshot.producer.name],
      body: body.name,
      regulation: paperRegulation(pack.regulation),
      dossierCode: dossier.slipNumber ?? submission.receiptNumber,
      product: productOfPaper(snapshot),
      producer: producerOfPaper(snapshot),
      receivedOn: plainDateOf(submission.filedAt),
      items: items.map((item) => ({ component: targetTitle(item, lines, form).vi, finding: findingOf(item, checks), request: item.ask })),
      dueOn,
      outcome:
        silence === 'lapse'
          ? 'hồ sơ kết thúc do quá hạn bổ sung; chủ thể có thể nộp hồ sơ mới'
          : 'hồ sơ được xem xét tiếp theo những nội dung đã nộp',
      stoppedOn: today,
      workingDaysLeft: level === 'commune' ? left : null,
      recipients: ['Như trên'],
      archive: 'Hồ sơ',
      signature: { capacity: ['NGƯỜI KIỂM TRA HỒ SƠ'], name: ctx.actor.name },
    }),
  })
  await moveDossier(ctx, dossier, level === 'commune' ? 'communeSupplement' : 'provinceSupplement', `${level}.supplementAsked`, {
    payload: { request: id, ordinal, dueOn, items: items.map((item) => `${item.targetKind}:${item.target}`) },
  })
  await tellProducer(ctx, dossier, 'supplement.asked', id, {
    product: snapshot.product.name,
    dueOn: formatDate(dueOn),
    count: String(items.length),
  })
  return id
}

/** What the check of the same component said. */
function findingOf(item: AskedItem, checks: readonly Check[]): string {
  return item.targetKind === 'component' ? (checks.find((check) => check.component === item.target)?.remark ?? '') : ''
}

/** Name of the line of one thing asked, as the form has it. */
function askName({ targetKind, target }: { targetKind: string; target: string }, index: number): string {
  return `ask:${targetKind}:${target || index}`
}

function readItems(fields: Fields<string>, given: SupplementInput['items']): AskedItem[] {
  if (given.length > MOST_ITEMS) throw new AppError('badRequest', { reason: 'items' })
  const items = given.flatMap((item, index): AskedItem[] => {
    const { targetKind, target } = item
    if (targetKind !== 'component' && targetKind !== 'criterion' && targetKind !== 'general')
      throw new AppError('badRequest', { reason: 'targetKind' })
    const ask = fields.text(askName(item, index), { max: 1000, multiline: true })
    return ask === '' ? [] : [{ targetKind, target, ask }]
  })
  if (items.length === 0 && Object.keys(fields.problems).length === 0)
    fields.say('_form', { vi: 'Ghi ít nhất một nội dung cần bổ sung.', en: 'Name at least one item to supplement.' })
  return items
}

export async function tellProducer(
  ctx: Ctx,
  dossier: { id: string; provinceCode: string; producerId: string },
  kind: string,
  dedupe: string,
  params: Record<string, string>,
): Promise<void> {
  const accounts = await accountsWithRole(ctx.tx, 'producer', { authority: dossier.provinceCode, producerId: dossier.producerId }, ctx.now)
  await notify(ctx, accounts, { kind, dedupe, subjectKind: 'dossier', subjectId: dossier.id, link: `/ho-so/${dossier.id}`, params })
}

/** The commune refuses a dossier, also while it waits for a supplement. The reason goes to the producer. */
export async function rejectAtCommune(ctx: Ctx, dossierId: string, input: { reason: string }): Promise<void> {
  const { dossier, rights } = await communeDossier(ctx, dossierId)
  if (dossier.state !== 'filed' && dossier.state !== 'communeSupplement') throw wrongState(dossier)
  must(rights.reject)
  await rejectDossier(ctx, dossier, 'commune.rejected', input.reason)
}

/** The part both levels share: closes an open request and the clock, tells the producer. */
export async function rejectDossier(ctx: Ctx, dossier: DossierRow, verb: string, rawReason: string): Promise<void> {
  const reason = readReason(rawReason, 2000)
  await ctx.tx
    .updateTable('supplementRequest')
    .set({ outcome: 'rejected' })
    .where('dossierId', '=', dossier.id)
    .where('outcome', 'is', null)
    .execute()
  await stopClock(ctx, dossier.id, 'rejected')
  await moveDossier(ctx, dossier, 'rejected', verb, { set: { endedAt: ctx.now, endReason: reason }, payload: { reason } })
  await tellProducer(ctx, dossier, 'dossier.rejected', dossier.id, { reason })
}
