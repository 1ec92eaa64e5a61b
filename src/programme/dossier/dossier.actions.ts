// What a producer does with a dossier before it is filed: open it, answer, attach papers, write the texts of mẫu 01 and 02.
import { AppError } from '#/platform/errors/app-error.ts'
import { json } from '#/platform/database/json.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { casesOf, caseFor, criteriaOf, findCriterion, offeredOptions } from '#/regulation/form.ts'
import { formOf } from '#/regulation/load.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields, mustBeVersion, type Typed } from '../fields.ts'
import { legalFormFits } from '../producer/producer.ts'
import { ownsProducer } from '../people/actor.ts'
import { placeOf } from '../people/place.store.ts'
import { firstDesk } from '../level/way.ts'
import { keepPinned } from '../regulation-revision/keep.ts'
import { found, mustSee } from '../refuse.ts'
import { saveAnswer, touch } from './answer.save.ts'
import { dossierFacts } from './dossier.facts.ts'
import { editableDossier } from './dossier.load.ts'
import { finalStates } from './dossier.workflow.ts'
import { mustOpenKind, setsUnder } from './open.kind.ts'
import { proposalsFor } from './proposals.ts'
import { registrationFields, reportFields, type ReportSection } from './report.fields.ts'

/**
 * Opens a draft for one's own product, under the pack in force, pinned by content hash. `kind`: a first assessment, an upgrade (Đ7.5) or a
 * re-assessment (Đ7.6); what each needs is in `mayOpenKind`. `setNo` is asked only where the product's older set leads to several.
 * Two presses at once: the partial unique index dossier_open lets one through; the second is told where the open one is.
 */
export async function startDossier(ctx: Ctx, productId: string, kind: string = 'first', chosenSet?: unknown): Promise<string> {
  const product = found(
    isId(productId) ? await ctx.tx.selectFrom('product').selectAll().where('id', '=', productId).forUpdate().executeTakeFirst() : null,
  )
  mustSee(ownsProducer(ctx.actor, product.producerId))
  if (product.setNo === null) throw new AppError('dossier.setNeeded')
  const producer = found(await ctx.tx.selectFrom('producer').selectAll().where('id', '=', product.producerId).executeTakeFirst())
  const pack = ctx.regulations.forDay(plainDateOf(ctx.now))
  const sets = await setsUnder(ctx.regulations, product, pack)
  const setNo = sets.length === 1 ? sets[0] : sets.find((one) => String(one) === String(chosenSet))
  if (setNo === undefined) throw new AppError('dossier.setAnew')
  formOf(pack, setNo)
  if (!legalFormFits(pack.regulation, producer.legalForm, setNo)) throw new AppError('dossier.legalForm', { set: String(setNo) })
  const open = await ctx.tx
    .selectFrom('dossier')
    .select('id')
    .where('productId', '=', productId)
    .where('state', 'not in', [...finalStates])
    .executeTakeFirst()
  if (open) throw new AppError('dossier.alreadyOpen')
  const { kind: opened, held } = await mustOpenKind(ctx, product, pack, kind)
  await keepPinned(ctx, pack)
  const id = newId()
  await ctx.tx
    .insertInto('dossier')
    .values({
      id,
      provinceCode: producer.provinceCode,
      authority: firstDesk(pack, await placeOf(ctx.tx, producer)),
      unitEra: producer.unitEra,
      communeCode: producer.communeCode,
      producerId: producer.id,
      productId,
      kind: opened,
      previousCertificateId: held?.id ?? null,
      previousDossierId: held?.dossierId ?? null,
      regulationId: pack.id,
      regulationHash: pack.hash,
      setNo,
      state: 'draft',
      demo: product.demo,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute()
  await audit(ctx, {
    verb: 'dossier.started',
    subjectKind: 'dossier',
    subjectId: id,
    authority: producer.provinceCode,
    dossierId: id,
    payload: { productId, kind: opened, set: setNo, regulation: pack.id, regulationHash: pack.hash, previous: held?.id ?? null },
  })
  if (product.regulationId !== pack.id && sets.length > 0)
    await ctx.tx.updateTable('product').set({ regulationId: pack.id, setNo, updatedAt: ctx.now }).where('id', '=', productId).execute()
  return id
}

export type AnswerInput = Typed<'option' | 'description'>

/**
 * Saves one answer. `option` 0 = "none reached", 1…n as printed; leaving it out keeps it unanswered and stores nothing.
 * `version` is the answer's own (0 = not answered yet), so that two tabs on two criteria do not disturb each other.
 * Returns the answer's new version. Points are never read from outside.
 */
export async function answerCriterion(ctx: Ctx, dossierId: string, code: string, input: AnswerInput, version: number): Promise<number> {
  const { dossier, form } = await editableDossier(ctx, dossierId, { kind: 'criterion', code })
  const criterion = found(findCriterion(form, code)).criterion
  const fields = new Fields(input)
  const cases = dossier.cases as Record<string, number>
  const caseOpen = criterion.cases !== undefined && caseFor(criterion, cases) === undefined
  if (caseOpen)
    fields.say('option', {
      vi: 'Chọn trường hợp áp dụng của bộ sản phẩm trước khi trả lời tiêu chí này.',
      en: 'Choose the case of this set first.',
    })
  const offered = [0, ...offeredOptions(criterion, cases).map((one) => one.number)]
  const text = fields.text('option', { max: 4 })
  const option = offered.find((number) => String(number) === text)
  if (!caseOpen && option === undefined)
    fields.say(
      'option',
      text === ''
        ? { vi: 'Chọn một mức, kể cả khi chưa đạt mức nào.', en: 'Choose a level, even when none is reached.' }
        : { vi: 'Tiêu chí này không có mức đã gửi lên.', en: 'This criterion has no such level.' },
    )
  const description = fields.text('description', { max: 3000, multiline: true })
  fields.done()
  return saveAnswer(ctx, dossier, code, { option: option ?? 0, description, origin: 'own' }, version)
}

/**
 * Confirms the answer the data propose for a criterion. The proposal is computed here again: what the page showed must still hold
 * (`expected`), and an unsettled one (exactly 75 %) cannot be confirmed, only answered.
 */
export async function confirmProposal(ctx: Ctx, dossierId: string, code: string, expected: number, version: number): Promise<number> {
  const { dossier } = await editableDossier(ctx, dossierId, { kind: 'criterion', code })
  const facts = await dossierFacts(ctx.tx, ctx.regulations, dossierId)
  const proposal = found(proposalsFor(facts, plainDateOf(ctx.now)).find((one) => one.criterion === code))
  if (proposal.option === null || proposal.option !== expected) throw new AppError('versionConflict')
  const description = facts.answers.get(code)?.description ?? ''
  return saveAnswer(ctx, dossier, code, { option: proposal.option, description, origin: 'proposed' }, version)
}

/** Fixes the case (trường hợp) of a set that has them. Answers given under the other case no longer exist as options and are taken out. */
export async function chooseCase(ctx: Ctx, dossierId: string, caseNumber: unknown): Promise<void> {
  const { dossier, form } = await editableDossier(ctx, dossierId, { kind: 'case' })
  const chosen = casesOf(form).find((one) => String(one) === String(caseNumber))
  if (chosen === undefined)
    throw new AppError('invalid', {}, { case: { vi: 'Chọn một trường hợp trong danh sách.', en: 'Choose one of the cases.' } })
  const withCases = criteriaOf(form).filter(({ criterion }) => criterion.cases !== undefined)
  const cases = Object.fromEntries(withCases.map(({ criterion }) => [criterion.code, chosen]))
  if (JSON.stringify(cases) === JSON.stringify(dossier.cases)) return
  await ctx.tx
    .updateTable('dossier')
    .set({ cases: json(cases), updatedAt: ctx.now })
    .where('id', '=', dossierId)
    .execute()
  const answers = await ctx.tx.selectFrom('dossierAnswer').select(['criterion', 'option']).where('dossierId', '=', dossierId).execute()
  const gone = answers.filter((answer) => {
    const own = withCases.find(({ criterion }) => criterion.code === answer.criterion)?.criterion.options[answer.option - 1]?.case
    return own !== undefined && own !== chosen
  })
  if (gone.length > 0)
    await ctx.tx
      .deleteFrom('dossierAnswer')
      .where('dossierId', '=', dossierId)
      .where(
        'criterion',
        'in',
        gone.map((answer) => answer.criterion),
      )
      .execute()
  await audit(ctx, {
    verb: 'dossier.caseChosen',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: dossier.provinceCode,
    dossierId,
    payload: { case: chosen, cleared: gone.map((answer) => answer.criterion) },
  })
}

/** Attaches a paper of the same producer's library to a criterion; twice is once. Papers of others are not found. */
export async function linkEvidence(ctx: Ctx, dossierId: string, code: string, paperId: string): Promise<void> {
  const { dossier, form } = await editableDossier(ctx, dossierId, { kind: 'evidence', code })
  found(findCriterion(form, code))
  found(
    isId(paperId)
      ? await ctx.tx
          .selectFrom('paper')
          .select('id')
          .where('id', '=', paperId)
          .where('producerId', '=', dossier.producerId)
          .where('removedAt', 'is', null)
          .executeTakeFirst()
      : null,
  )
  const done = await ctx.tx
    .insertInto('dossierEvidence')
    .values({ id: newId(), dossierId, criterion: code, paperId, addedAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['dossierId', 'criterion', 'paperId']).where('removedAt', 'is', null).doNothing())
    .executeTakeFirst()
  if ((done.numInsertedOrUpdatedRows ?? 0n) === 0n) return
  await touch(ctx, dossierId)
  await audit(ctx, {
    verb: 'dossier.evidenceLinked',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: dossier.provinceCode,
    dossierId,
    payload: { criterion: code, paperId },
  })
}

export async function unlinkEvidence(ctx: Ctx, dossierId: string, code: string, paperId: string): Promise<void> {
  const { dossier } = await editableDossier(ctx, dossierId, { kind: 'evidence', code })
  if (!isId(paperId)) return
  const done = await ctx.tx
    .updateTable('dossierEvidence')
    .set({ removedAt: ctx.now })
    .where('dossierId', '=', dossierId)
    .where('criterion', '=', code)
    .where('paperId', '=', paperId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return
  await touch(ctx, dossierId)
  await audit(ctx, {
    verb: 'dossier.evidenceUnlinked',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: dossier.provinceCode,
    dossierId,
    payload: { criterion: code, paperId },
  })
}

/** Saves the typed fields of mẫu 01. `version` is the dossier's. Returns the new one. */
export async function saveRegistration(ctx: Ctx, dossierId: string, input: Typed<string>, version: number): Promise<number> {
  const { dossier } = await editableDossier(ctx, dossierId, { kind: 'registration' })
  const fields = new Fields<string>(input)
  const values = registrationFields.map(
    (field) => [field.name, fields.text(field.name, { max: field.max, multiline: field.kind === 'long' })] as const,
  )
  fields.done()
  mustBeVersion(dossier.version, version)
  const registration = { ...(dossier.registration as Record<string, string>), ...Object.fromEntries(values) }
  return saveTexts(ctx, dossier, { registration: json(registration) }, 'dossier.registrationSaved', {})
}

/** Saves one section of mẫu 02. A draft may be saved with required parts still empty; filing asks for them. */
export async function saveReport(
  ctx: Ctx,
  dossierId: string,
  section: ReportSection,
  input: Typed<string>,
  version: number,
): Promise<number> {
  const { dossier } = await editableDossier(ctx, dossierId, { kind: 'report' })
  const fields = new Fields<string>(input)
  const values = reportFields
    .filter((field) => field.section === section)
    .map((field): [string, string] => {
      if (field.kind === 'number') return [field.name, String(fields.integer(field.name, { min: -1e14, max: 1e14 }) ?? '')]
      if (field.kind === 'percent') return [field.name, String(fields.integer(field.name, { min: 0, max: 100 }) ?? '')]
      if (field.kind === 'choice')
        return [
          field.name,
          fields.oneOf(
            field.name,
            (field.choices ?? []).map((choice) => choice.value),
          ) ?? '',
        ]
      if (field.kind === 'yesNo') return [field.name, fields.oneOf(field.name, ['yes', 'no']) ?? '']
      return [field.name, fields.text(field.name, { max: field.max ?? 5000, multiline: field.kind === 'long' })]
    })
  fields.done()
  mustBeVersion(dossier.version, version)
  const report = { ...(dossier.report as Record<string, string>), ...Object.fromEntries(values) }
  return saveTexts(ctx, dossier, { report: json(report) }, 'dossier.reportSaved', { section })
}

async function saveTexts(
  ctx: Ctx,
  dossier: { id: string; provinceCode: string; version: number },
  set: Record<string, unknown>,
  verb: string,
  payload: Record<string, unknown>,
): Promise<number> {
  const version = dossier.version + 1
  await ctx.tx
    .updateTable('dossier')
    .set({ ...set, version, updatedAt: ctx.now })
    .where('id', '=', dossier.id)
    .execute()
  await audit(ctx, {
    verb,
    subjectKind: 'dossier',
    subjectId: dossier.id,
    authority: dossier.provinceCode,
    dossierId: dossier.id,
    payload,
  })
  return version
}
