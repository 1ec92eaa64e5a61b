// The gazette's words over ours: loaded as a revision of words alone. What was filed keeps the words it had.
import { createHash } from 'node:crypto'
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { RegulationError, type Pack } from '#/regulation/load.ts'
import { parseWording } from '#/regulation/wording.load.ts'
import { applyWording, wordingHash } from '#/regulation/wording.ts'
import type { Wording } from '#/regulation/wording.schema.ts'
import { provinceOf } from '../people/authority.ts'
import { audit, type Ctx } from '../context.ts'
import { readReason } from '../fields.ts'
import { found, must } from '../refuse.ts'
import type { Regulations } from '../regulations.ts'
import { keepsRegulations } from './rights.ts'
import { orderedJson } from './shelf.store.ts'
import { faultFields } from './wording.fit.ts'
import { wordingRevisions } from './wording.store.ts'

/** Bytes of a wording file: 26 forms are a third of a megabyte. */
export const MOST_WORDING_BYTES = 5_000_000

export type WordingFile = { name: string; text: string }
export type ReadWording = { wording: Wording; changed: number; untouchedSets: readonly number[] }

/** The pack of today in the program's own words. `notFound` for an id this program does not know. */
export function ownWords(regulations: Regulations, id: string): Pack {
  const pack = found(regulations.packs.find((one) => one.id === id))
  return found(regulations.known({ id, hash: pack.hash, wording: null }))
}

/** Reads and judges a wording file; stores nothing. Throws `regulation.unreadable`, or `wording.refused` with every fault at once. */
export async function readWordingFile(regulations: Regulations, id: string, file: WordingFile): Promise<ReadWording> {
  const pack = ownWords(regulations, id)
  const wording = await parseWording(file.text, file.name).catch((error: unknown) => {
    if (error instanceof RegulationError) throw new AppError('regulation.unreadable', { reason: error.message })
    throw error
  })
  const outcome = applyWording(pack, wording)
  if (!outcome.ok) throw new AppError('wording.refused', { count: String(outcome.faults.length) }, faultFields(outcome.faults))
  return { wording, changed: outcome.changed, untouchedSets: outcome.untouchedSets }
}

/** Loads a file as the words in use from now on. Administrator, with a reason. Throws as `readWordingFile`, and `wording.same`. */
export async function loadWording(
  ctx: Ctx,
  id: string,
  file: WordingFile,
  input: { reason: unknown },
): Promise<{ id: string; changed: number }> {
  must(keepsRegulations(ctx.actor, ctx.config.provinceCode))
  const { wording, changed } = await readWordingFile(ctx.regulations, id, file)
  const reason = readReason(input.reason)
  const hash = wordingHash(wording)
  const sha256 = createHash('sha256').update(file.text).digest('hex')
  const stored = await addRevision(ctx, id, {
    hash,
    wording,
    source: wording.source,
    fileName: file.name,
    fileSha256: sha256,
    changed,
    reason,
  })
  await audit(ctx, {
    verb: 'wording.loaded',
    subjectKind: 'regulation',
    subjectId: id,
    authority: ctx.config.provinceCode,
    payload: {
      ...stored,
      hash,
      source: wording.source,
      file: file.name,
      sha256,
      changed,
      sets: wording.forms.map((form) => form.set),
      reason,
    },
  })
  return { id: stored.revision, changed }
}

/** Back to the words of an earlier revision, or with `ordinal` 0 to the program's own: itself a new revision. Administrator, with a reason. */
export async function takeWordingBack(ctx: Ctx, id: string, input: { ordinal: unknown; reason: unknown }): Promise<void> {
  must(keepsRegulations(ctx.actor, ctx.config.provinceCode))
  const pack = ownWords(ctx.regulations, id)
  const reason = readReason(input.reason)
  const ordinal = Number(input.ordinal)
  const earlier = ordinal === 0 ? null : found((await wordingRevisions(ctx.tx, id)).find((one) => one.ordinal === ordinal))
  const fits = earlier?.wording ? applyWording(pack, earlier.wording) : null
  if (fits && !fits.ok) throw new AppError('wording.refused', { count: String(fits.faults.length) }, faultFields(fits.faults))
  const stored = await addRevision(ctx, id, {
    hash: earlier?.hash ?? null,
    wording: earlier?.wording ?? null,
    source: earlier?.source ?? '',
    fileName: earlier?.fileName ?? '',
    fileSha256: earlier?.fileSha256 ?? '',
    changed: earlier?.changed ?? 0,
    reason,
  })
  await audit(ctx, {
    verb: 'wording.takenBack',
    subjectKind: 'regulation',
    subjectId: id,
    authority: ctx.config.provinceCode,
    payload: { ...stored, to: earlier?.ordinal ?? 0, hash: earlier?.hash ?? null, reason },
  })
}

async function addRevision(
  ctx: Ctx,
  regulationId: string,
  row: {
    hash: string | null
    wording: Wording | null
    source: string
    fileName: string
    fileSha256: string
    changed: number
    reason: string
  },
): Promise<{ revision: string; ordinal: number }> {
  // One at a time, so that two loads at once do not take the same ordinal.
  await ctx.tx.selectFrom('auditHead').select('seq').where('provinceCode', '=', provinceOf(ctx.config.provinceCode)).forUpdate().execute()
  const newest = (await wordingRevisions(ctx.tx, regulationId))[0]
  if ((newest?.hash ?? null) === row.hash) throw new AppError('wording.same')
  const id = newId()
  const ordinal = (newest?.ordinal ?? 0) + 1
  await ctx.tx
    .insertInto('wordingRevision')
    .values({
      ...row,
      id,
      regulationId,
      ordinal,
      wording: row.wording === null ? null : orderedJson(row.wording),
      loadedBy: ctx.actor.accountId,
      loadedByName: ctx.actor.name,
      loadedAt: ctx.now,
    })
    .execute()
  ctx.regulations.touch()
  return { revision: id, ordinal }
}
