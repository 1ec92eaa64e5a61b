// Registering an idea (step 2): the producer writes and sends it, the commune countersigns it or sends it back.
import { json } from '#/platform/database/json.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import type { Ctx } from '../context.ts'
import { Fields, mustBeVersion, readReason } from '../fields.ts'
import { ownsProducer } from '../people/actor.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, mustSee } from '../refuse.ts'
import { missingInIdea, readIdea, takesIdeas, type IdeaFields, type IdeaInput } from './idea.ts'
import { ideaToChange, logIdea, moveIdea, type IdeaRecord } from './idea.load.ts'

/** Begins an idea of one's own producer, as a draft. Returns its id. Throws `invalid` by field. */
export async function addIdea(ctx: Ctx, producerId: string, input: IdeaInput): Promise<string> {
  mustSee(isId(producerId) && ownsProducer(ctx.actor, producerId))
  const fields = readIdea(input, ctx.regulations.forDay(plainDateOf(ctx.now)).regulation)
  return insertIdea(ctx, producerId, fields, null)
}

/** Shared with the return of a product that failed. The caller has judged that the producer is the actor's own. */
export async function insertIdea(ctx: Ctx, producerId: string, fields: IdeaFields, earlierDossierId: string | null): Promise<string> {
  const producer = found(await ctx.tx.selectFrom('producer').selectAll().where('id', '=', producerId).executeTakeFirst())
  await mustBeOwnProduct(ctx, producerId, fields.productId)
  const id = newId()
  await ctx.tx
    .insertInto('idea')
    .values({
      id,
      provinceCode: producer.provinceCode,
      unitEra: producer.unitEra,
      communeCode: producer.communeCode,
      producerId,
      earlierDossierId,
      state: 'draft',
      ...fields,
      priorities: json(fields.priorities),
      regulationId: ctx.regulations.forDay(plainDateOf(ctx.now)).id,
      demo: producer.demo,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute()
  await logIdea(ctx, { id, provinceCode: producer.provinceCode }, 'idea.added', { name: fields.name, kind: fields.kind, earlierDossierId })
  return id
}

/** Saves a draft, or one that was returned. Returns the new version. */
export async function editIdea(ctx: Ctx, ideaId: string, input: IdeaInput, version: number): Promise<number> {
  const idea = await ideaToChange(ctx, ideaId, 'owner', 'edit')
  const fields = readIdea(input, ctx.regulations.get(idea.regulationId).regulation)
  mustBeVersion(idea.version, version)
  await mustBeOwnProduct(ctx, idea.producerId, fields.productId)
  await ctx.tx
    .updateTable('idea')
    .set({ ...fields, priorities: json(fields.priorities), version: version + 1, updatedAt: ctx.now })
    .where('id', '=', ideaId)
    .execute()
  await logIdea(ctx, idea, 'idea.edited', { name: fields.name })
  return version + 1
}

async function mustBeOwnProduct(ctx: Ctx, producerId: string, productId: string | null): Promise<void> {
  if (productId === null) return
  const product = isId(productId)
    ? await ctx.tx.selectFrom('product').select('id').where('id', '=', productId).where('producerId', '=', producerId).executeTakeFirst()
    : undefined
  if (!product)
    throw new AppError(
      'invalid',
      {},
      { productId: { vi: 'Không có sản phẩm này trong danh sách của chủ thể.', en: 'The producer has no such product.' } },
    )
}

/**
 * Sends an idea into a call, to the commune. Refused with `idea.callClosed` after the call's last day, and before its first.
 * Interpretation: an idea that came in time and was returned may be sent again until the call's list has gone up.
 */
export async function submitIdea(ctx: Ctx, ideaId: string, input: { callId?: unknown; declared?: unknown }): Promise<void> {
  const idea = await ideaToChange(ctx, ideaId, 'owner', 'submit')
  const fields = new Fields<'callId' | 'declared'>(input)
  const callId = fields.text('callId', { max: 36, required: { vi: 'Chọn đợt nhận ý tưởng.', en: 'Choose the call.' } })
  if (fields.yesNo('declared') !== true)
    fields.say('declared', { vi: 'Đánh dấu cam kết trước khi gửi.', en: 'Tick the declaration before sending.' })
  for (const [name, problem] of Object.entries(missingInIdea(idea))) fields.say(name as 'callId', problem)
  fields.done()
  const call = isId(callId)
    ? await ctx.tx
        .selectFrom('ideaCall')
        .selectAll()
        .where('id', '=', callId)
        .where('provinceCode', '=', idea.provinceCode)
        .forShare()
        .executeTakeFirst()
    : undefined
  const again = idea.state === 'returned' && idea.callId === call?.id && call.state === 'open'
  if (!call || !(again || takesIdeas(call, plainDateOf(ctx.now)))) throw new AppError('idea.callClosed')
  await moveIdea(ctx, idea, 'submitted', 'idea.submitted', {
    set: { callId: call.id, submittedAt: idea.submittedAt ?? ctx.now },
    payload: { callId: call.id },
  })
  await tellCommune(ctx, idea, 'idea.submitted')
}

/** Takes back what the commune has not answered. */
export async function takeBackIdea(ctx: Ctx, ideaId: string): Promise<void> {
  const idea = await ideaToChange(ctx, ideaId, 'owner', 'takeBack')
  await moveIdea(ctx, idea, 'draft', 'idea.takenBack')
}

/** Gives an idea up. Never deleted: the commune and the office have seen it. */
export async function withdrawIdea(ctx: Ctx, ideaId: string, input: { reason?: unknown }): Promise<void> {
  const idea = await ideaToChange(ctx, ideaId, 'owner', 'withdraw')
  const reason = readReason(input.reason)
  await moveIdea(ctx, idea, 'withdrawn', 'idea.withdrawn', { payload: { reason } })
  if (idea.state !== 'draft' && idea.state !== 'returned') await tellCommune(ctx, idea, 'idea.withdrawn')
}

/** Countersigns the registration, with an optional remark (seed 004, line 95). The commune's leader. */
export async function confirmIdea(ctx: Ctx, ideaId: string, input: { remark?: unknown }): Promise<void> {
  const idea = await ideaToChange(ctx, ideaId, 'signs', 'confirm')
  const fields = new Fields<'remark'>(input)
  const remark = fields.text('remark', { max: 1000, multiline: true })
  fields.done()
  await moveIdea(ctx, idea, 'confirmed', 'idea.confirmed', {
    set: { communeRemark: remark, answeredBy: ctx.actor.name, answeredAt: ctx.now },
    payload: { remark },
  })
  await tellProducer(ctx, idea, 'idea.confirmed', {})
}

/** Sends the registration back to the producer with a reason. */
export async function returnIdea(ctx: Ctx, ideaId: string, input: { reason?: unknown }): Promise<void> {
  const idea = await ideaToChange(ctx, ideaId, 'commune', 'returnIt')
  const reason = readReason(input.reason, 1000, { vi: 'Ghi lý do trả lại.', en: 'Say why it is returned.' })
  await moveIdea(ctx, idea, 'returned', 'idea.returned', {
    set: { communeRemark: reason, answeredBy: ctx.actor.name, answeredAt: ctx.now },
    payload: { reason },
  })
  await tellProducer(ctx, idea, 'idea.returned', { reason })
}

/** Undoes the countersignature while the office has not judged the idea. */
export async function undoConfirmation(ctx: Ctx, ideaId: string): Promise<void> {
  const idea = await ideaToChange(ctx, ideaId, 'signs', 'undoConfirm')
  await moveIdea(ctx, idea, 'submitted', 'idea.confirmationUndone', { set: { communeRemark: '', answeredBy: null, answeredAt: null } })
}

async function tellCommune(ctx: Ctx, idea: IdeaRecord, kind: 'idea.submitted' | 'idea.withdrawn'): Promise<void> {
  const place = { authority: idea.provinceCode, communeCode: idea.communeCode }
  const officers = await accountsWithRole(ctx.tx, 'communeOfficer', place, ctx.now)
  const leaders = await accountsWithRole(ctx.tx, 'communeLeader', place, ctx.now)
  await notify(ctx, [...officers, ...leaders], {
    kind,
    // Sent again after a return is a new notice.
    dedupe: `${idea.id}:${idea.version}`,
    subjectKind: 'idea',
    subjectId: idea.id,
    link: `/xa/y-tuong/${idea.id}`,
    params: { name: idea.name },
  })
}

export async function tellProducer(
  ctx: Ctx,
  idea: { id: string; version: number; provinceCode: string; producerId: string; name: string },
  kind: string,
  params: Record<string, string>,
): Promise<void> {
  await notify(ctx, await accountsWithRole(ctx.tx, 'producer', { authority: idea.provinceCode, producerId: idea.producerId }, ctx.now), {
    kind,
    dedupe: `${idea.id}:${idea.version}`,
    subjectKind: 'idea',
    subjectId: idea.id,
    link: `/y-tuong/${idea.id}`,
    params: { name: idea.name, ...params },
  })
}
