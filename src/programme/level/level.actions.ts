// Between levels: send an approved result up, send a dossier back down, choose what to do with one that came back.
import { newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { levelOf as ruleOf, type WayBack } from '#/regulation/levels.ts'
import { requiredSamples } from '../commune/samples.ts'
import { audit, type Ctx } from '../context.ts'
import { moveDossier, type DossierRow } from '../dossier/dossier.move.ts'
import { Fields } from '../fields.ts'
import { CENTRAL, levelOf, type AssessingLevel } from '../people/authority.ts'
import { bodiesOf } from '../people/bodies.store.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { decidingResult, dossierAtDesk, lastRoundAt, openReturn, resultOf, type OpenReturn, type StoredResult } from './level.load.ts'
import { storeTransferLetter } from './transfer.paper.ts'
import { levelNames } from './level.words.ts'
import { deskAbove, deskBelow, following } from './way.ts'

const wrongState = (state: string) => new AppError('stateConflict', { state })

export type SendUpInput = { handed: string | number; note: string }

/**
 * Sends a concluded dossier with its result and samples to the level above: `proposed` there. Where the pack asks for the approval of the
 * result first, an issued approval decision must name it (148 Phụ lục II; S0:131, S0:187; 26/2026 Đ7.3.e). Throws `level.notUp`,
 * `level.approvalNeeded`, `level.noDesk`.
 */
export async function sendUp(ctx: Ctx, dossierId: string, input: SendUpInput): Promise<void> {
  const dossier = await dossierAtDesk(ctx, dossierId)
  if (dossier.state !== 'concluded') throw wrongState('hồ sơ không ở bước chờ chuyển lên')
  const pack = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const result = await decidingResult(ctx.tx, dossier)
  const next = result.authority === dossier.authority ? following(pack, result) : null
  const to = deskAbove(pack, dossier.authority)
  if (next?.step !== 'sendUp' || to === null) throw new AppError('level.notUp')
  const approval = await approvalOf(ctx, result.id)
  if (next.approves && !approval) throw new AppError('level.approvalNeeded')
  if (!(await bodiesOf(ctx.tx, to)).office) throw new AppError('level.noDesk', { level: levelNames[levelOf(to)].vi })

  const required = next.samples ? requiredSamples(pack.regulation, dossier.setNo) : 0
  const fields = new Fields(input)
  const count = fields.integer('handed', { min: 0, max: required === 0 ? 0 : 99, required: true })
  const why = { vi: `Quy định là ${required} mẫu; ghi lý do gửi ít hơn.`, en: `The rule is ${required} samples; say why there are fewer.` }
  const note = fields.text('note', { max: 1000, required: count !== null && count < required ? why : false, multiline: true })
  const { handed } = fields.done({ handed: count })

  const transferId = newId()
  const documentId = await storeTransferLetter(ctx, dossier, { transferId, to, way: 'up', result, approval, samples: handed, note })
  await ctx.tx
    .insertInto('sampleHandover')
    .values({
      id: newId(),
      dossierId,
      toAuthority: to,
      required,
      handed,
      note,
      handedBy: ctx.actor.accountId,
      handedAt: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['dossierId', 'toAuthority']).doUpdateSet({ required, handed, note, handedAt: ctx.now }))
    .execute()
  await ctx.tx
    .insertInto('transfer')
    .values({
      id: transferId,
      dossierId,
      fromAuthority: dossier.authority,
      toAuthority: to,
      way: 'up',
      ground: 'result',
      resultId: result.id,
      decisionId: approval?.id ?? null,
      documentId,
      note,
      sentBy: ctx.actor.accountId,
      sentAt: ctx.now,
    })
    .execute()
  await moveDossier(ctx, dossier, 'proposed', 'level.sentUp', {
    set: { ...arrival(dossier, to), proposedAt: ctx.now, roundId: null, acceptedAt: null, decidingResultId: null },
    payload: { to, resultId: result.id, samples: handed },
  })
  await tell(ctx, to, dossier, 'level.arrived')
}

export type ReturnInput = { note: string; /** Needed where the text leaves the boundary open: why a person decides so. */ reason?: string }

/**
 * Sends a concluded dossier back to the level that may recognise its star or assess again (148: 50 to under 70 at the province; 26/2026 Đ7.4:
 * under 90 at the ministry). At a boundary the text leaves open ("> 50" at exactly 50) a reason is asked. Throws `level.notDown`.
 */
export async function returnDown(ctx: Ctx, dossierId: string, input: ReturnInput): Promise<void> {
  const dossier = await dossierAtDesk(ctx, dossierId)
  if (dossier.state !== 'concluded') throw wrongState('hồ sơ không ở bước chờ chuyển về')
  const pack = ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash })
  const result = await decidingResult(ctx.tx, dossier)
  const next = result.authority === dossier.authority ? following(pack, result) : null
  if (next?.step !== 'returnDown' && next?.step !== 'personDecides') throw new AppError('level.notDown')
  const to = deskBelow(next.to, dossier.pastAuthorities)
  if (to === null) throw new AppError('level.noDesk', { level: levelNames[next.to as AssessingLevel].vi })
  const fields = new Fields({ note: input.note, reason: input.reason ?? '' })
  const note = fields.text('note', { max: 2000, multiline: true })
  const reason = fields.text('reason', { max: 1000, required: next.step === 'personDecides', multiline: true })
  fields.done()
  await goDown(ctx, dossier, to, 'result', result, [reason, note].filter((part) => part !== '').join('\n'))
}

/** The upper level finds the dossier not valid: it goes back to be completed and assessed below (S0:135). A reason is asked. */
export async function returnNotValid(ctx: Ctx, dossierId: string, input: { reason: string }): Promise<void> {
  const dossier = await dossierAtDesk(ctx, dossierId)
  if (!['proposed', 'accepted', 'provinceSupplement'].includes(dossier.state)) throw wrongState('hồ sơ đã đưa ra Hội đồng')
  const back = ruleOf(
    ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash }),
    levelOf(dossier.authority),
  )?.returnsInvalid
  const to = back ? deskBelow(back.to, dossier.pastAuthorities) : null
  if (to === null) throw new AppError('level.notDown')
  const fields = new Fields(input)
  const reason = fields.text('reason', { max: 2000, required: true, multiline: true })
  fields.done()
  await goDown(ctx, dossier, to, 'notValid', null, reason)
}

async function goDown(
  ctx: Ctx,
  dossier: DossierRow,
  to: string,
  ground: OpenReturn['ground'],
  result: StoredResult | null,
  note: string,
): Promise<void> {
  const transferId = newId()
  const documentId = await storeTransferLetter(ctx, dossier, { transferId, to, way: 'down', result, approval: null, samples: 0, note })
  await ctx.tx
    .insertInto('transfer')
    .values({
      id: transferId,
      dossierId: dossier.id,
      fromAuthority: dossier.authority,
      toAuthority: to,
      way: 'down',
      ground,
      resultId: result?.id ?? null,
      documentId,
      note,
      sentBy: ctx.actor.accountId,
      sentAt: ctx.now,
    })
    .execute()
  await moveDossier(ctx, dossier, 'returned', ground === 'result' ? 'level.returned' : 'level.returnedNotValid', {
    set: { ...arrival(dossier, to), roundId: null, acceptedAt: null, decidingResultId: null },
    payload: { to, resultId: result?.id ?? null, note },
  })
  await tell(ctx, to, dossier, 'level.cameBack')
}

/** What the desk may do with a dossier that came back; empty when none is waiting for its choice. */
export async function choicesOnReturn(ctx: Pick<Ctx, 'tx' | 'regulations'>, dossier: DossierRow): Promise<readonly WayBack[]> {
  const back = await openReturn(ctx.tx, dossier.id)
  if (!back) return []
  if (back.ground === 'notValid' || back.resultId === null) return ['completeAndAssess']
  const next = following(
    ctx.regulations.pinned({ id: dossier.regulationId, hash: dossier.regulationHash }),
    await resultOf(ctx.tx, back.resultId),
  )
  return next.step === 'returnDown' ? next.choices : next.step === 'personDecides' ? next.ways : []
}

/**
 * The lower desk's choice: decide on the result that came back, assess again, or answer by letter. Assessing again puts the dossier back into
 * reception, where it can be completed and taken into a round; the desk's own earlier result gives way to the new one and stays on record.
 */
export async function chooseOnReturn(ctx: Ctx, dossierId: string, input: { choice: string; reason: string }): Promise<void> {
  const dossier = await dossierAtDesk(ctx, dossierId)
  if (dossier.state !== 'returned') throw wrongState('hồ sơ không chờ lựa chọn sau khi chuyển về')
  const back = await openReturn(ctx.tx, dossierId)
  const choice = (await choicesOnReturn(ctx, dossier)).find((one) => one === input.choice)
  const fields = new Fields({ choice: input.choice, reason: input.reason })
  if (!choice) fields.say('choice', { vi: 'Chọn một trong các cách xử lý được phép.', en: 'Choose one of the ways allowed.' })
  const reason = fields.text('reason', { max: 1000, required: true, multiline: true })
  fields.done()
  if (!back || !choice) throw wrongState('hồ sơ không chờ lựa chọn sau khi chuyển về')
  await ctx.tx
    .updateTable('transfer')
    .set({ choice, choiceReason: reason, chosenBy: ctx.actor.accountId, chosenAt: ctx.now })
    .where('id', '=', back.id)
    .execute()
  const payload = { choice, reason, transfer: back.id }
  if (choice === 'recogniseOnThatResult' || choice === 'letter') {
    const set = { decidingResultId: back.resultId, roundId: await lastRoundAt(ctx.tx, dossierId, dossier.authority) }
    await moveDossier(ctx, dossier, 'concluded', 'level.choseOnReturn', { set, payload })
    return
  }
  const own = await ctx.tx
    .updateTable('result')
    .set({
      state: 'superseded',
      supersededReason: `Đánh giá lại sau khi hồ sơ được chuyển về: ${reason}`,
      supersededBy: ctx.actor.accountId,
      supersededAt: ctx.now,
    })
    .where('dossierId', '=', dossierId)
    .where('authority', '=', dossier.authority)
    .where('state', '=', 'valid')
    .returning('id')
    .execute()
  for (const { id } of own)
    await audit(ctx, {
      verb: 'council.resultSuperseded',
      subjectKind: 'result',
      subjectId: id,
      authority: dossier.authority,
      dossierId,
      payload: { reason, transfer: back.id },
    })
  await moveDossier(ctx, dossier, 'proposed', 'level.choseOnReturn', { set: { proposedAt: ctx.now }, payload })
}

/** The dossier's desk becomes `to`; the desk it leaves goes on reading it. */
function arrival(dossier: DossierRow, to: string): { authority: string; pastAuthorities: string[] } {
  return { authority: to, pastAuthorities: [...new Set([...dossier.pastAuthorities, dossier.authority])] }
}

async function approvalOf(ctx: Ctx, resultId: string) {
  const row = await ctx.tx
    .selectFrom('recognitionItem as i')
    .innerJoin('recognitionDecision as x', 'x.id', 'i.decisionId')
    .select(['x.id', 'x.number', 'x.issuedOn'])
    .where('i.resultId', '=', resultId)
    .where('x.kind', '=', 'approval')
    .where('x.state', '=', 'issued')
    .executeTakeFirst()
  return row ?? null
}

async function tell(ctx: Ctx, to: string, dossier: DossierRow, kind: 'level.arrived' | 'level.cameBack'): Promise<void> {
  const params = { level: levelNames[levelOf(to)].vi }
  const office = await accountsWithRole(ctx.tx, 'office', { authority: to }, ctx.now)
  const dedupe = `${dossier.id}:${to}:${ctx.now.toISOString()}`
  await notify(ctx, office, { kind, dedupe, subjectKind: 'dossier', subjectId: dossier.id, link: `/tinh/ho-so/${dossier.id}`, params })
  const producer = await accountsWithRole(ctx.tx, 'producer', { authority: dossier.provinceCode, producerId: dossier.producerId }, ctx.now)
  const words = kind === 'level.arrived' ? 'level.sentUp' : 'level.returned'
  await notify(ctx, producer, {
    kind: to === CENTRAL && kind === 'level.arrived' ? 'level.sentToMinistry' : words,
    dedupe,
    subjectKind: 'dossier',
    subjectId: dossier.id,
    link: `/ho-so/${dossier.id}`,
    params,
  })
  const commune = await accountsWithRole(
    ctx.tx,
    'communeOfficer',
    { authority: dossier.provinceCode, communeCode: dossier.communeCode },
    ctx.now,
  )
  await notify(ctx, commune, {
    kind: words,
    dedupe,
    subjectKind: 'dossier',
    subjectId: dossier.id,
    link: `/xa/ho-so/${dossier.id}`,
    params,
  })
}
