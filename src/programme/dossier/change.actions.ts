// What a producer does in a later dossier beside answering: says what changed, confirms former answers, takes former papers over.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields, mustBeVersion, type Typed } from '../fields.ts'
import { found } from '../refuse.ts'
import { saveAnswer, touch } from './answer.save.ts'
import { changeTopics } from './change.topics.ts'
import { linkEvidence } from './dossier.actions.ts'
import { dossierFacts } from './dossier.facts.ts'
import { editableDossier } from './dossier.load.ts'
import { confirmable, formerHints, formerPapers } from './former.ts'

export type ChangeInput = Typed<'changed' | 'text'> & { papers?: readonly unknown[] }

/**
 * Saves what is said of one topic: changed or not, how, and by which papers of the own library. `version` is the topic's (0 = not said yet).
 * Returns the new one. Throws `invalid`, `versionConflict`; a first dossier has no such account (`notFound`).
 */
export async function saveChange(ctx: Ctx, dossierId: string, topic: string, input: ChangeInput, version: number): Promise<number> {
  const { dossier } = await editableDossier(ctx, dossierId, { kind: 'changes' })
  found(changeTopics.find((one) => one.id === topic && dossier.kind !== 'first'))
  const fields = new Fields<'changed' | 'text' | 'papers'>({ changed: input.changed, text: input.text })
  const changed = fields.yesNo('changed')
  if (changed === null) fields.say('changed', { vi: 'Chọn có thay đổi hay không.', en: 'Say whether it changed.' })
  const text = fields.text('text', {
    max: 3000,
    multiline: true,
    ...(changed === true ? { required: { vi: 'Ghi rõ đã thay đổi gì.', en: 'Say what changed.' } } : {}),
  })
  const asked = [...new Set((input.papers ?? []).map(String))]
  const own = changed === true ? await ownPapers(ctx, dossier.producerId, asked) : []
  if (changed === true && own.length < asked.length)
    fields.say('papers', { vi: 'Có giấy tờ không nằm trong kho của bạn.', en: 'A paper is not in your library.' })
  fields.done()
  const before = await ctx.tx
    .selectFrom('dossierChange')
    .select('version')
    .where('dossierId', '=', dossierId)
    .where('topic', '=', topic)
    .executeTakeFirst()
  mustBeVersion(before?.version ?? 0, version)
  const row = {
    changed: changed === true,
    text: changed === true ? text : '',
    paperIds: json(own),
    version: version + 1,
    updatedAt: ctx.now,
  }
  await ctx.tx
    .insertInto('dossierChange')
    .values({ dossierId, topic, ...row })
    .onConflict((conflict) => conflict.columns(['dossierId', 'topic']).doUpdateSet(row))
    .execute()
  await touch(ctx, dossierId)
  await audit(ctx, {
    verb: 'dossier.changeSaved',
    subjectKind: 'dossier',
    subjectId: dossierId,
    authority: dossier.provinceCode,
    dossierId,
    payload: { topic, changed: row.changed, papers: own.length },
  })
  return row.version
}

/** Live papers of the producer among those asked for, in the order asked. */
async function ownPapers(ctx: Ctx, producerId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.tx.selectFrom('paper').select('id').where('producerId', '=', producerId).where('removedAt', 'is', null).execute()
  const known = new Set(rows.map((row) => row.id))
  return ids.filter((id) => known.has(id))
}

/**
 * Confirms the former answer of one criterion. The hint is computed here again: what the page showed must still hold (`expected`, an option
 * number of the present form). Points are counted by the present form alone. Throws `versionConflict`; `notFound` where there is no hint.
 */
export async function confirmFormer(ctx: Ctx, dossierId: string, code: string, expected: number, version: number): Promise<number> {
  const { dossier, form } = await editableDossier(ctx, dossierId, { kind: 'criterion', code })
  const facts = await dossierFacts(ctx.tx, ctx.regulations, dossierId)
  const hint = found((await formerHints(ctx.tx, ctx.regulations, facts)).find((one) => one.criterion === code))
  const option = confirmable(form, hint, facts.dossier.cases)
  if (option === null || option !== expected) throw new AppError('versionConflict')
  const description = facts.answers.get(code)?.description ?? ''
  return saveAnswer(ctx, dossier, code, { option, description, origin: 'former' }, version)
}

/** Links again the papers that proved the criterion last time and still hold on the day of the press. Returns how many were linked. */
export async function takeFormerPapers(ctx: Ctx, dossierId: string, code: string): Promise<number> {
  await editableDossier(ctx, dossierId, { kind: 'evidence', code })
  const facts = await dossierFacts(ctx.tx, ctx.regulations, dossierId)
  const hint = found((await formerHints(ctx.tx, ctx.regulations, facts)).find((one) => one.criterion === code))
  const good = (await formerPapers(ctx.tx, facts, hint, plainDateOf(ctx.now))).filter((paper) => paper.state === 'good')
  for (const paper of good) await linkEvidence(ctx, dossierId, code, paper.paperId)
  return good.length
}
