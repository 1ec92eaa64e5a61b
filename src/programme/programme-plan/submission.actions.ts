// The office sends its draft with a submission: a numbered paper that tells what it asks and what the bodies said, frozen with the draft it went with.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import type { Db, Tx } from '#/platform/database/open.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { readIssuing, type IssuingForm } from '../certificate/decision-input.ts'
import { issuingBodies } from '../certificate/decision.actions.ts'
import { numberFor } from '../certificate/paper-number.ts'
import type { Ctx } from '../context.ts'
import { storeDocument } from '../document/document.ts'
import { collect, Fields, mustBeVersion, type Problems, type Typed } from '../fields.ts'
import { opinionsOn } from './opinion.actions.ts'
import { sendToSign } from './plan.actions.ts'
import { planToChange } from './plan.save.ts'
import { partsOf } from './part.store.ts'
import { renderSubmission, SUBMISSION_SYMBOL } from './submission.paper.ts'

export type SubmissionForm = IssuingForm & Typed<'need' | 'asks'>

/**
 * Signs the submission and sends the draft to be signed, in one. Refused where the draft was changed since it was looked at: the paper must speak
 * of what goes with it. A draft that was sent back gets a further submission with its own number. Returns the paper and its number.
 */
export async function submitWithPaper(
  ctx: Ctx,
  planId: string,
  form: SubmissionForm,
  version: number,
): Promise<{ documentId: string; number: string }> {
  const plan = await planToChange(ctx, planId, 'writeSubmission', (rights) => rights.writes && rights.readSubmissions)
  mustBeVersion(plan.version, version)
  const { need, asks, issuing } = readSubmission(form, ctx.now)
  const { committee, office } = await issuingBodies(ctx.tx, plan.authority)
  const opinions = await opinionsOn(ctx.tx, plan.id)
  const number = await numberFor(ctx, office.id, SUBMISSION_SYMBOL, issuing.issuedOn, issuing.number)
  const id = newId()
  const documentId = await storeDocument(ctx, {
    authority: plan.authority,
    bodyId: office.id,
    kind: 'planSubmission',
    subjectKind: 'planSubmission',
    subjectId: id,
    title: `Tờ trình ban hành ${plan.title}`,
    numberEntryId: number.entryId,
    number: number.printed,
    issuedOn: issuing.issuedOn,
    signer: issuing.signerName,
    file: renderSubmission({
      createdAt: ctx.now.toISOString(),
      demo: plan.demo,
      committee: committee.name,
      office: office.name,
      number: number.bare,
      issuing,
      need,
      asks,
      plan,
      parts: await partsOf(ctx.tx, plan.id),
      opinions,
    }),
  })
  await ctx.tx
    .insertInto('programmeSubmission')
    .values({
      id,
      planId: plan.id,
      planVersion: plan.version,
      number: number.printed,
      issuedOn: issuing.issuedOn,
      signerName: issuing.signerName,
      need,
      asks,
      opinions: opinions.length,
      documentId,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now,
    })
    .execute()
  await sendToSign(ctx, plan, { number: number.printed })
  return { documentId, number: number.printed }
}

function readSubmission(form: SubmissionForm, now: Date) {
  const problems: Problems = {}
  const fields = new Fields<'need' | 'asks'>(form)
  const need = fields.text('need', { max: 5000, multiline: true, required: { vi: 'Ghi sự cần thiết.', en: 'Say why it is needed.' } })
  const asks = fields.text('asks', { max: 2000, multiline: true, required: { vi: 'Ghi nội dung kiến nghị.', en: 'Say what is asked.' } })
  collect(problems, () => fields.done())
  const issuing = collect(problems, () => readIssuing(form, plainDateOf(now), '1990-01-01'))
  if (issuing === null || Object.keys(problems).length > 0) throw new AppError('invalid', {}, problems)
  return { need, asks, issuing }
}

/** Submissions of a revision, the newest first. Whoever calls has asked the right to read them. */
export async function submissionsOf(db: Db | Tx, planId: string) {
  return db
    .selectFrom('programmeSubmission')
    .select(['id', 'planVersion', 'number', 'issuedOn', 'signerName', 'need', 'asks', 'opinions', 'documentId'])
    .where('planId', '=', planId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export type Submission = Awaited<ReturnType<typeof submissionsOf>>[number]
