// From a finding to a decision: the office proposes that a certificate be withdrawn, the leader decides. Never by a member of the team, never by one hand.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { formatDate } from '#/platform/text/format.ts'
import { withdrawCertificate } from '../certificate/withdrawal.actions.ts'
import type { Ctx } from '../context.ts'
import { Fields, type Typed } from '../fields.ts'
import { found, must, mustSee } from '../refuse.ts'
import { tellDesk, tellProducer } from './inspection.load.ts'
import { logViolation, moveViolation, violationFor, violationOf, violationStanding } from './violation.load.ts'
import type { ViolationState } from './violation.ts'

export type ProposalInput = Typed<'ground' | 'reason' | 'conclusion' | 'concludedOn'>

/**
 * Proposes to withdraw the certificate in force of the violation's product. The due day of the decision is counted from the conclusion as the law of
 * the day says (QĐ 26/2026 Đ8: 15 days) and stored. Five stars are the ministry's to withdraw (Đ8.2.b): they are passed on instead.
 */
export async function proposeWithdrawal(ctx: Ctx, violationId: unknown, input: ProposalInput): Promise<string> {
  const violation = await violationFor(ctx, violationId, 'keep', 'proposed')
  const certificate =
    violation.productId === null
      ? undefined
      : await ctx.tx
          .selectFrom('certificate')
          .select(['id', 'star', 'issuedOn'])
          .where('productId', '=', violation.productId)
          .where('state', '=', 'valid')
          .orderBy('issuedOn', 'desc')
          .executeTakeFirst()
  if (!certificate) throw new AppError('inspection.noCertificate')
  if (certificate.star === 5) throw new AppError('inspection.fiveStars')
  const { regulation } = ctx.regulations.current
  const fields = new Fields<keyof ProposalInput>(input)
  const ground = regulation.withdrawal?.grounds.find((one) => one.id === input.ground) ?? null
  if (!ground) fields.say('ground', { vi: 'Chọn căn cứ thu hồi (Điều 8 khoản 1).', en: 'Choose the ground (Đ8.1).' })
  const reason = fields.text('reason', { max: 2000, multiline: true, required: { vi: 'Nhập lý do cụ thể.', en: 'Enter the reason.' } })
  const conclusion = fields.text('conclusion', {
    max: 500,
    required: ground?.needsConclusion === true && {
      vi: 'Căn cứ này cần kết luận của cơ quan có thẩm quyền: nhập số, ngày, cơ quan.',
      en: 'This ground needs the conclusion of a competent authority: number, date, body.',
    },
  })
  const concludedOn = fields.date('concludedOn', { required: true, notAfter: plainDateOf(ctx.now) })
  if (concludedOn !== null && concludedOn < certificate.issuedOn)
    fields.say('concludedOn', { vi: 'Ngày kết luận phải từ ngày cấp giấy.', en: 'The conclusion lies after the certificate was issued.' })
  const read = fields.done({ ground, concludedOn })
  const days = regulation.clocks.find((clock) => clock.id === 'withdrawal')?.days
  if (days === undefined) throw new AppError('inspection.noClock')
  const open = await ctx.tx
    .selectFrom('withdrawalProposal')
    .select('id')
    .where('certificateId', '=', certificate.id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (open) throw new AppError('stateConflict', { state: 'giấy chứng nhận này đã có đề nghị thu hồi đang chờ' })
  const id = newId()
  const dueOn = addDays(read.concludedOn, days)
  await ctx.tx
    .insertInto('withdrawalProposal')
    .values({
      id,
      violationId: violation.id,
      certificateId: certificate.id,
      authority: violation.authority,
      ground: read.ground.id,
      reason,
      conclusion,
      concludedOn: read.concludedOn,
      dueOn,
      state: 'open',
      violationState: violation.state,
      proposedBy: ctx.actor.accountId,
      proposedAt: ctx.now,
    })
    .execute()
  await moveViolation(ctx, violation, 'proposed')
  await logViolation(ctx, violation, 'violation.proposed', { certificateId: certificate.id, ground: read.ground.id, dueOn, reason })
  await tellDesk(ctx, violation, 'leader', 'violation', {
    kind: 'violation.toDecide',
    dedupe: id,
    link: `/hau-kiem/vi-pham/${violation.id}`,
    params: { date: formatDate(dueOn) },
  })
  return id
}

export type DecisionInput = Typed<'agree' | 'reason' | 'decisionNumber' | 'decisionDate'>

/**
 * The leader agrees, and the certificate is withdrawn by its own verb with ground, reason and conclusion of the proposal; or refuses with a reason, and
 * the violation stands where it stood.
 */
export async function decideProposal(ctx: Ctx, proposalId: unknown, input: DecisionInput): Promise<void> {
  const proposal = found(
    isId(proposalId)
      ? await ctx.tx.selectFrom('withdrawalProposal').selectAll().where('id', '=', proposalId).forUpdate().executeTakeFirst()
      : null,
  )
  const violation = violationOf(
    await ctx.tx.selectFrom('violation').selectAll().where('id', '=', proposal.violationId).forUpdate().executeTakeFirstOrThrow(),
  )
  const rights = await violationStanding(ctx.tx, ctx.actor, violation)
  mustSee(rights.see)
  if (rights.ofTeam || proposal.proposedBy === ctx.actor.accountId) throw new AppError('inspection.ownFinding')
  must(rights.decide)
  if (proposal.state !== 'open') throw new AppError('stateConflict', { state: 'đề nghị này đã được quyết định' })
  const fields = new Fields<keyof DecisionInput>(input)
  const agree = fields.yesNo('agree')
  if (agree === null) fields.say('agree', { vi: 'Chọn đồng ý hay không.', en: 'Choose yes or no.' })
  const reason = fields.text('reason', {
    max: 1000,
    multiline: true,
    required: agree === false && { vi: 'Ghi lý do không đồng ý.', en: 'Say why not.' },
  })
  const decisionNumber = fields.text('decisionNumber', { max: 60 })
  const decisionDate = fields.text('decisionDate', { max: 30 })
  const read = fields.done({ agree })
  if (read.agree) {
    const { version } = await ctx.tx
      .selectFrom('certificate')
      .select('version')
      .where('id', '=', proposal.certificateId)
      .executeTakeFirstOrThrow()
    const { ground, conclusion } = proposal
    await withdrawCertificate(
      ctx,
      proposal.certificateId,
      { ground, conclusion, reason: proposal.reason, decisionNumber, decisionDate },
      version,
    )
  }
  await ctx.tx
    .updateTable('withdrawalProposal')
    .set({
      state: read.agree ? 'agreed' : 'refused',
      decidedBy: ctx.actor.accountId,
      decidedAt: ctx.now,
      decisionReason: reason,
    })
    .where('id', '=', proposal.id)
    .execute()
  await moveViolation(ctx, violation, read.agree ? 'withdrawn' : (proposal.violationState as ViolationState))
  await logViolation(ctx, violation, read.agree ? 'violation.withdrawn' : 'violation.proposalRefused', {
    certificateId: proposal.certificateId,
    reason,
    ...(read.agree ? { number: decisionNumber } : {}),
  })
  await tellDesk(ctx, violation, 'office', 'violation', {
    kind: read.agree ? 'violation.withdrawn' : 'violation.proposalRefused',
    dedupe: proposal.id,
    link: `/hau-kiem/vi-pham/${violation.id}`,
  })
  if (!read.agree)
    await tellProducer(ctx, violation, 'violation', {
      kind: 'violation.notWithdrawn',
      dedupe: proposal.id,
      link: `/hau-kiem/vi-pham/${violation.id}`,
    })
}
