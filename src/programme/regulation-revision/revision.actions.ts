// Writing a new version of a regulation, proposing it, and a second person publishing it. What runs keeps the content it pinned.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { comparePacks, answersThatShift, type PackComparison } from '#/regulation/compare.ts'
import { dryRunPack, type DryRun } from '#/regulation/dry-run.ts'
import { contentHash, type Pack } from '#/regulation/load.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields, mustBeVersion, readReason, versionFrom } from '../fields.ts'
import { found, must } from '../refuse.ts'
import type { Regulations } from '../regulations.ts'
import { keepsRegulations } from './rights.ts'
import { editCriterion, editForm, editGeneral, type Draft, type Input } from './revision.edit.ts'
import { revisionOf, type RevisionRow } from './revision.store.ts'
import { faulty, withYaml } from './revision.yaml.ts'
import { keepContent, orderedJson } from './shelf.store.ts'
import { ownWords } from './wording.actions.ts'
import { mustFitWords } from './wording.fit.ts'

const subject = (id: string) => ({ subjectKind: 'regulationRevision', subjectId: id })

/** Begins a version from the one in use, in the program's own words. Returns its id. Administrator. */
export async function beginRevision(ctx: Ctx, baseId: string): Promise<string> {
  must(keepsRegulations(ctx.actor, ctx.config.provinceCode))
  const base = ownWords(ctx.regulations, baseId)
  // The base is compared with later, whatever rules/ holds then.
  await keepContent(ctx.tx, base, ctx.now)
  const id = newId()
  await ctx.tx
    .insertInto('regulationRevision')
    .values({
      id,
      baseId,
      baseHash: base.hash,
      regulation: orderedJson(base.regulation),
      forms: orderedJson(base.forms),
      state: 'draft',
      createdBy: ctx.actor.accountId,
      createdByName: ctx.actor.name,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .execute()
  await audit(ctx, {
    verb: 'regulation.begun',
    ...subject(id),
    authority: ctx.config.provinceCode,
    payload: { base: baseId, hash: base.hash },
  })
  return id
}

/** Number, title, thresholds and levels. `version` is that of the page. Throws `invalid`, `versionConflict`, `regulation.step`. */
export async function changeGeneral(ctx: Ctx, id: string, version: unknown, input: Input): Promise<void> {
  await changeDraft(ctx, id, version, 'general', (draft) => editGeneral(draft, input))
}

/** Title, disqualifiers, parts and groups of a set's form. */
export async function changeForm(ctx: Ctx, id: string, set: number, version: unknown, input: Input): Promise<void> {
  await changeDraft(ctx, id, version, `set ${set}`, (draft) => editForm(draft, set, input))
}

/** One criterion with its options. */
export async function changeCriterion(
  ctx: Ctx,
  id: string,
  at: { set: number; code: string },
  version: unknown,
  input: Input,
): Promise<void> {
  await changeDraft(ctx, id, version, `set ${at.set} ${at.code}`, (draft) => editCriterion(draft, at.set, at.code, input))
}

/** A YAML file in place of the whole, of the decision or of one form. Throws `regulation.unreadable`, `regulation.faulty` with every fault of shape. */
export async function uploadRevision(ctx: Ctx, id: string, version: unknown, text: string): Promise<void> {
  await changeDraft(ctx, id, version, 'yaml', (draft) => withYaml(draft, text))
}

async function changeDraft(
  ctx: Ctx,
  id: string,
  version: unknown,
  what: string,
  edit: (draft: Draft) => Draft | Promise<Draft>,
): Promise<void> {
  const row = await revisionAt(ctx, id, 'draft')
  mustBeVersion(row.version, versionFrom(version))
  const draft = await edit(row.draft)
  const hashes = { before: contentHash(row.draft.regulation, row.draft.forms), after: contentHash(draft.regulation, draft.forms) }
  await setRevision(ctx, row, { regulation: orderedJson(draft.regulation), forms: orderedJson(draft.forms), updatedAt: ctx.now })
  await audit(ctx, { verb: 'regulation.changed', ...subject(id), authority: ctx.config.provinceCode, payload: { what, ...hashes } })
}

export type ProposalInput = { number: unknown; decidedOn: unknown; effectiveFrom: unknown; reason: unknown }

/**
 * Proposes a version for publishing: number and date of the paper it rests on, the day it counts from, the reason. Throws `regulation.faulty` with
 * every fault of the dry run, `regulation.unchanged`, `regulation.baseChanged`, `regulation.wordsUnfit`.
 * Interpretation: a correction counts from today or a later day, never backwards; a new decision (another id) from the day it says itself.
 */
export async function proposeRevision(ctx: Ctx, id: string, version: unknown, input: ProposalInput): Promise<void> {
  const row = await revisionAt(ctx, id, 'draft')
  mustBeVersion(row.version, versionFrom(version))
  const fields = new Fields<'number' | 'decidedOn' | 'effectiveFrom' | 'reason'>(input)
  const typed = {
    number: fields.text('number', { max: 200, required: true }),
    decidedOn: fields.date('decidedOn', { required: true, notAfter: plainDateOf(ctx.now) }),
    effectiveFrom: fields.date('effectiveFrom', { required: true }),
    reason: fields.text('reason', { max: 2000, required: true, multiline: true }),
  }
  const isNew = row.draft.regulation.id !== row.baseId
  if (!isNew && typed.effectiveFrom !== null && typed.effectiveFrom < plainDateOf(ctx.now))
    fields.say('effectiveFrom', { vi: 'Bản đính chính không áp dụng ngược về trước.', en: 'A correction does not count backwards.' })
  if (isNew && ctx.regulations.packs.some((pack) => pack.id === row.draft.regulation.id))
    fields.say('number', { vi: `Mã ${row.draft.regulation.id} đã có.`, en: `The id ${row.draft.regulation.id} exists already.` })
  const { number, decidedOn, effectiveFrom, reason } = fields.done(typed)
  const regulation = isNew
    ? { ...row.draft.regulation, inForce: { ...row.draft.regulation.inForce, from: effectiveFrom, to: null } }
    : row.draft.regulation
  const pack = publishable(ctx.regulations, { ...row, draft: { ...row.draft, regulation } })
  await mustFitWords(ctx.tx, pack)
  await setRevision(ctx, row, {
    state: 'proposed',
    regulation: orderedJson(regulation),
    decisionNumber: number,
    decidedOn,
    effectiveFrom,
    reason,
    sentBack: null,
    proposedBy: ctx.actor.accountId,
    proposedByName: ctx.actor.name,
    proposedAt: ctx.now,
    updatedAt: ctx.now,
  })
  await audit(ctx, {
    verb: 'regulation.proposed',
    ...subject(id),
    authority: ctx.config.provinceCode,
    payload: { number, decidedOn, effectiveFrom, reason, regulation: regulation.id, hash: pack.hash },
  })
}

/**
 * The second pair of eyes: publishes what another administrator proposed; from then it never changes. Throws `regulation.secondPerson`,
 * `regulation.step`, `regulation.faulty`, `regulation.baseChanged`, `regulation.wordsUnfit`.
 */
export async function confirmRevision(ctx: Ctx, id: string, version: unknown): Promise<void> {
  const row = await revisionAt(ctx, id, 'proposed')
  mustBeVersion(row.version, versionFrom(version))
  if (row.proposedBy === ctx.actor.accountId) throw new AppError('regulation.secondPerson')
  const pack = publishable(ctx.regulations, row)
  await mustFitWords(ctx.tx, pack)
  await keepContent(ctx.tx, pack, ctx.now)
  await setRevision(ctx, row, {
    state: 'published',
    publishedId: pack.id,
    publishedHash: pack.hash,
    confirmedBy: ctx.actor.accountId,
    confirmedByName: ctx.actor.name,
    confirmedAt: ctx.now,
    updatedAt: ctx.now,
  })
  await audit(ctx, {
    verb: 'regulation.published',
    ...subject(id),
    authority: ctx.config.provinceCode,
    payload: { regulation: pack.id, hash: pack.hash, base: row.baseHash, effectiveFrom: row.effectiveFrom, number: row.decisionNumber },
  })
  ctx.regulations.touch()
}

/** A proposal goes back to its writer, with the reason. Any administrator, the proposer too. */
export async function sendRevisionBack(ctx: Ctx, id: string, version: unknown, input: { reason: unknown }): Promise<void> {
  const row = await revisionAt(ctx, id, 'proposed')
  mustBeVersion(row.version, versionFrom(version))
  const reason = readReason(input.reason)
  await setRevision(ctx, row, {
    state: 'draft',
    sentBack: reason,
    proposedBy: null,
    proposedByName: null,
    proposedAt: null,
    updatedAt: ctx.now,
  })
  await audit(ctx, { verb: 'regulation.sentBack', ...subject(id), authority: ctx.config.provinceCode, payload: { reason } })
}

/** Puts a draft aside; it stays readable. */
export async function discardRevision(ctx: Ctx, id: string, version: unknown, input: { reason: unknown }): Promise<void> {
  const row = await revisionAt(ctx, id, 'draft')
  mustBeVersion(row.version, versionFrom(version))
  const reason = readReason(input.reason)
  await setRevision(ctx, row, { state: 'discarded', reason, updatedAt: ctx.now })
  await audit(ctx, { verb: 'regulation.discarded', ...subject(id), authority: ctx.config.provinceCode, payload: { reason } })
}

async function revisionAt(ctx: Ctx, id: string, state: 'draft' | 'proposed'): Promise<RevisionRow> {
  must(keepsRegulations(ctx.actor, ctx.config.provinceCode))
  const row = await revisionOf(ctx.tx, id)
  if (row.state !== state) throw new AppError('regulation.step')
  return row
}

/** Two tabs at once: the row that was read is the row that is written, or nobody writes. */
async function setRevision(ctx: Ctx, row: RevisionRow, set: Record<string, unknown>): Promise<void> {
  const done = await ctx.tx
    .updateTable('regulationRevision')
    .set({ ...set, version: row.version + 1 })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .where('state', '=', row.state)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new AppError('versionConflict')
}

/** The pack a version would publish. Throws where it must not be. */
function publishable(regulations: Regulations, row: Pick<RevisionRow, 'draft' | 'baseId' | 'baseHash'>): Pack {
  const run = dryRunPack(row.draft)
  if (!run.pack) throw faulty(run.faults)
  if (run.pack.hash === row.baseHash) throw new AppError('regulation.unchanged')
  // A correction written from a text that has been replaced meanwhile would silently undo that one.
  if (run.pack.id === row.baseId && found(regulations.packs.find((one) => one.id === row.baseId)).hash !== row.baseHash)
    throw new AppError('regulation.baseChanged')
  return run.pack
}

export type Examined = { run: DryRun; comparison: PackComparison | null; shifts: ReturnType<typeof answersThatShift> }

/** Every fault and remark of a version, and what differs from the one it comes from. Stores nothing. */
export function examineRevision(regulations: Regulations, row: Pick<RevisionRow, 'draft' | 'baseId' | 'baseHash'>): Examined {
  const base = regulations.known({ id: row.baseId, hash: row.baseHash, wording: null })
  const comparison = base ? comparePacks(base, row.draft) : null
  return { run: dryRunPack(row.draft), comparison, shifts: comparison ? answersThatShift(comparison) : [] }
}
