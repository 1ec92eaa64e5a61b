// Freezing a submission: the snapshot, its hash, the receipt number, the step of the workflow, the commune's clock. No papers here.
import { json } from '#/platform/database/json.ts'
import { newId } from '#/platform/database/id.ts'
import { plainDateOf, type PlainDate } from '#/platform/calendar/plain-date.ts'
import { resumeClock, startClock } from '../commune/clock.ts'
import { carryWorkOver } from '../round/carry.actions.ts'
import { takeNumber } from '../document/numbers.ts'
import type { Ctx } from '../context.ts'
import type { DossierFacts } from './dossier.facts.ts'
import { moveDossier } from './dossier.move.ts'
import { buildSnapshot, snapshotHash } from './snapshot.build.ts'
import type { Snapshot } from './snapshot.ts'

export type Frozen = {
  submissionId: string
  ordinal: number
  receiptNumber: string
  slipNumber: string
  snapshot: Snapshot
  snapshotHash: string
  /** Last day of the commune's clock; null when none runs (an answer to the province). */
  dueOn: PlainDate | null
}

/**
 * Freezes the facts as the dossier's next submission and moves it on: draft → filed (the clock starts), returned by the commune → filed
 * (the clock goes on), returned by the province → proposed. The dossier row must be locked and the right judged.
 * Interpretation: an uploaded dossier counts as received (26/2026 Đ7.1), so slip and receipt numbers are given at filing.
 */
export async function freezeSubmission(ctx: Ctx, facts: DossierFacts): Promise<Frozen> {
  const { dossier } = facts
  const snapshot = buildSnapshot(facts, ctx.now)
  const hash = snapshotHash(snapshot)
  const last = await ctx.tx
    .selectFrom('dossierSubmission')
    .select((expression) => expression.fn.max('ordinal').as('ordinal'))
    .where('dossierId', '=', dossier.id)
    .executeTakeFirst()
  const ordinal = (last?.ordinal ?? 0) + 1
  const year = Number(plainDateOf(ctx.now).slice(0, 4))
  const place = `${dossier.provinceCode}-${dossier.communeCode}`
  const bodyId = await registerOf(ctx, dossier)
  const receiptNumber = await number(ctx, bodyId, 'filingReceipt', year, (serial) => `${serial}/TN-${place}-${year}`)
  const slipNumber =
    dossier.slipNumber ?? (await number(ctx, bodyId, 'registrationSlip', year, (serial) => `${serial}/PĐK-${place}-${year}`))
  const submissionId = newId()
  await ctx.tx
    .insertInto('dossierSubmission')
    .values({
      id: submissionId,
      dossierId: dossier.id,
      ordinal,
      format: snapshot.format,
      snapshot: json(snapshot),
      snapshotHash: hash,
      regulationHash: snapshot.regulation.hash,
      receiptNumber,
      filedBy: ctx.actor.accountId,
      filedAt: ctx.now,
    })
    .execute()
  const to = dossier.state === 'provinceSupplement' ? 'proposed' : 'filed'
  await moveDossier(ctx, dossier, to, ordinal === 1 ? 'dossier.filed' : 'dossier.resubmitted', {
    set: { slipNumber, ...(dossier.filedAt === null ? { filedAt: ctx.now } : {}) },
    payload: { ordinal, receiptNumber, snapshotHash: hash, regulationHash: snapshot.regulation.hash },
  })
  const dueOn =
    dossier.state === 'draft'
      ? await startClock(ctx, dossier.id, dossier.regulationId)
      : dossier.state === 'communeSupplement'
        ? await resumeClock(ctx, dossier.id)
        : null
  if (ordinal > 1) await carryWorkOver(ctx, dossier, submissionId)
  return { submissionId, ordinal, receiptNumber, slipNumber, snapshot, snapshotHash: hash, dueOn }
}

/** The commune committee keeps the register; where it is not set up yet, the province's office does. */
async function registerOf(ctx: Ctx, place: { provinceCode: string; communeCode: string }): Promise<string | null> {
  const commune = await ctx.tx
    .selectFrom('body')
    .select('id')
    .where('provinceCode', '=', place.provinceCode)
    .where('kind', '=', 'communeCommittee')
    .where('unitCode', '=', place.communeCode)
    .executeTakeFirst()
  if (commune) return commune.id
  const office = await ctx.tx
    .selectFrom('body')
    .select('id')
    .where('authority', '=', place.provinceCode)
    .where('kind', '=', 'ocopOffice')
    .executeTakeFirst()
  return office?.id ?? null
}

async function number(ctx: Ctx, bodyId: string | null, kind: string, year: number, print: (serial: string) => string): Promise<string> {
  // Without any body there is no register yet: a number of its own that cannot be taken twice.
  if (bodyId === null) return print(newId().slice(-12))
  const taken = await takeNumber(ctx, { bodyId, kind, year }, (serial) => print(serial < 10 ? `0${serial}` : String(serial)), 'used')
  return taken.printed
}
