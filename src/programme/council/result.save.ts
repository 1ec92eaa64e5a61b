// Saves a frozen result: its row, the item's and the dossier's step, the papers. One transaction, called by the verbs that close an item.
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { audit, type Ctx } from '../context.ts'
import { dossierForUpdate, moveDossier } from '../dossier/dossier.move.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found } from '../refuse.ts'
import type { LoadedClosing } from './closing.load.ts'
import { isConflicted } from './council.ts'
import { roleWords } from './council.messages.ts'
import { basisHashOf, type ResultBasis } from './result.ts'
import type { FreezeInput } from './result.freeze.ts'
import { freezeResultPapers } from './result.papers.ts'
import { followedResult } from '../objection/reassessment.store.ts'

type Frame = Pick<FreezeInput, 'loaded' | 'council' | 'meeting' | 'bodyNames' | 'closedBy' | 'at'>

export async function saveResult(
  ctx: Ctx,
  loaded: LoadedClosing,
  freeze: (frame: Frame) => ResultBasis,
  to: { item: 'closed' | 'ended'; dossier: 'concluded' | 'ended'; dossierReason?: string },
): Promise<string> {
  const { item } = loaded
  const basis = freeze(await frameOf(ctx, loaded))
  const id = newId()
  const basisHash = basisHashOf(basis)
  await ctx.tx
    .insertInto('result')
    .values({
      id,
      itemId: item.id,
      dossierId: item.dossierId,
      authority: item.authority,
      outcome: basis.outcome,
      meanNumerator: basis.mean?.numerator ?? null,
      meanDenominator: basis.mean?.denominator ?? null,
      meanPrinted: basis.mean?.printed ?? null,
      pointsStar: basis.pointsStar,
      star: basis.star,
      spread: basis.spread?.points ?? null,
      basis: json(basis),
      basisHash,
      closedBy: ctx.actor.accountId,
      closedAt: ctx.now,
      // An item assessed again after an objection, or at the ministry's request, names the result it follows.
      followsResultId: await followedResult(ctx.tx, item.dossierId, item.authority),
    })
    .execute()
  await ctx.tx
    .updateTable('agendaItem')
    .set({ state: to.item, closedAt: ctx.now, closedBy: ctx.actor.accountId, version: item.version + 1 })
    .where('id', '=', item.id)
    .execute()
  await moveDossier(ctx, await dossierForUpdate(ctx.tx, item.dossierId), to.dossier, 'council.dossierConcluded', {
    set: { decidingResultId: id, ...(to.dossier === 'ended' ? { endedAt: ctx.now, endReason: to.dossierReason ?? '' } : {}) },
    payload: { itemId: item.id, resultId: id, outcome: basis.outcome },
  })
  await audit(ctx, {
    verb: 'council.resultClosed',
    subjectKind: 'result',
    subjectId: id,
    authority: item.authority,
    dossierId: item.dossierId,
    payload: { itemId: item.id, outcome: basis.outcome, basisHash, sheetsHash: basis.sheetsHash, snapshotHash: basis.snapshotHash },
  })
  await freezeResultPapers(ctx, {
    id,
    authority: item.authority,
    dossierId: item.dossierId,
    basis,
    basisHash,
    demo: loaded.filed.demo,
  })
  await tellOffice(ctx, loaded, id)
  return id
}

async function frameOf(ctx: Ctx, loaded: LoadedClosing): Promise<Frame> {
  const { item } = loaded
  const council = found(
    await ctx.tx
      .selectFrom('meeting as m')
      .innerJoin('council as c', 'c.id', 'm.councilId')
      .innerJoin('round as r', 'r.id', 'm.roundId')
      .select(['c.name', 'c.decisionNumber', 'c.decisionDate', 'm.name as meetingName', 'r.name as roundName'])
      .where('m.id', '=', item.meeting.id)
      .executeTakeFirst(),
  )
  const ids = item.seats.flatMap((seat) => (seat.bodyId ? [seat.bodyId] : []))
  const bodies = ids.length === 0 ? [] : await ctx.tx.selectFrom('body').select(['id', 'name']).where('id', 'in', ids).execute()
  const seat = found(item.seats.find((entry) => entry.accountId === ctx.actor.accountId && entry.leftOn === null))
  return {
    loaded,
    council: { name: council.name, decisionNumber: council.decisionNumber, decisionDate: council.decisionDate },
    meeting: { name: council.meetingName, roundName: council.roundName },
    bodyNames: new Map(bodies.map((body) => [body.id, body.name])),
    closedBy: {
      memberId: seat.memberId,
      name: seat.name,
      roleLabel: item.standInId === seat.memberId ? `${roleWords[seat.role].vi}, chủ trì thay` : roleWords[seat.role].vi,
    },
    at: ctx.now,
  }
}

/** The office goes on from here (decision, letter). Never those of it who are recused on this item. */
async function tellOffice(ctx: Ctx, loaded: LoadedClosing, resultId: string): Promise<void> {
  const { item } = loaded
  const office = await accountsWithRole(ctx.tx, 'office', { authority: item.authority }, ctx.now)
  await notify(
    ctx,
    office.filter((accountId) => !isConflicted(item, accountId)),
    {
      kind: 'council.resultClosed',
      dedupe: resultId,
      subjectKind: 'result',
      subjectId: resultId,
      link: `/hoi-dong/ho-so/${item.id}/ket-qua`,
      params: { item: String(item.ordinal) },
    },
  )
}
