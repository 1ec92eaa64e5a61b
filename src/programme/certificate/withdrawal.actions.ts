// Withdrawal of a certificate: ground of the law, decision, reason (QĐ 26/2026 Đ8). Shown to everyone at once.
import { plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { Fields } from '../fields.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { found, must, mustSee } from '../refuse.ts'
import { certificateRights } from './certificate.policy.ts'

export type WithdrawalForm = { ground: string; reason: string; conclusion: string; decisionNumber: string; decisionDate: string }

/**
 * Withdraws a certificate of 3 or 4 stars (Đ8.2.a: the province's chairman). Grounds b, c and e need the conclusion of a competent authority.
 * Interpretation: the date of the decision may not be after today nor before the certificate was issued; an expired certificate may still be
 * withdrawn, because the record then says why.
 */
export async function withdrawCertificate(ctx: Ctx, id: string, form: WithdrawalForm, version: number): Promise<void> {
  const certificate = found(
    isId(id)
      ? await ctx.tx
          .selectFrom('certificate')
          .selectAll()
          .where('id', '=', id)
          .where('provinceCode', '=', ctx.actor.provinceCode)
          .forUpdate()
          .executeTakeFirst()
      : null,
  )
  const rights = certificateRights(ctx.actor, certificate)
  mustSee(rights.see)
  if (certificate.state !== 'valid') throw new AppError('certificate.notInForce')
  must(rights.withdraw && certificate.star < 5)
  if (certificate.version !== version) throw new AppError('versionConflict')
  const given = readWithdrawal(ctx, form, certificate.issuedOn)
  await ctx.tx
    .updateTable('certificate')
    .set((expression) => ({
      state: 'withdrawn',
      stateGround: given.ground,
      stateReason: given.reason,
      stateDecision: given.number,
      stateDecisionOn: given.date,
      stateSince: ctx.now,
      version: expression('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
  await audit(ctx, {
    verb: 'certificate.withdrawn',
    subjectKind: 'certificate',
    subjectId: id,
    authority: certificate.provinceCode,
    dossierId: certificate.dossierId,
    payload: {
      productCode: certificate.productCode,
      ground: given.ground,
      decision: given.number,
      decidedOn: given.date,
      conclusion: given.conclusion,
    },
  })
  await notify(
    ctx,
    await accountsWithRole(ctx.tx, 'producer', { authority: certificate.provinceCode, producerId: certificate.producerId }, ctx.now),
    {
      kind: 'certificateWithdrawn',
      dedupe: id,
      subjectKind: 'certificate',
      subjectId: id,
      link: `/c/${certificate.verifyCode}`,
      params: { number: given.number },
    },
  )
}

function readWithdrawal(ctx: Ctx, form: WithdrawalForm, issuedOn: string) {
  const fields = new Fields(form)
  const ground = ctx.regulations.current.regulation.withdrawal?.grounds.find((entry) => entry.id === form.ground) ?? null
  if (!ground) fields.say('ground', { vi: 'Chọn căn cứ thu hồi (Điều 8 khoản 1).', en: 'Choose the ground (Đ8.1).' })
  const reason = fields.text('reason', { max: 2000, required: { vi: 'Nhập lý do cụ thể.', en: 'Enter the reason.' }, multiline: true })
  const number = fields.text('decisionNumber', {
    max: 60,
    required: { vi: 'Nhập số quyết định thu hồi.', en: 'Enter the number of the decision.' },
  })
  const conclusion = fields.text('conclusion', {
    max: 500,
    required: ground?.needsConclusion === true && {
      vi: 'Căn cứ này cần kết luận của cơ quan có thẩm quyền: nhập số, ngày, cơ quan.',
      en: 'This ground needs the conclusion of a competent authority: number, date, body.',
    },
  })
  const date = fields.date('decisionDate', { required: { vi: 'Nhập ngày.', en: 'Enter the date.' } })
  if (date !== null && (date > plainDateOf(ctx.now) || date < issuedOn))
    fields.say('decisionDate', {
      vi: 'Ngày quyết định phải từ ngày cấp giấy đến hôm nay.',
      en: 'The date must lie between the day of issue and today.',
    })
  const read = fields.done({ ground, date })
  return { ground: read.ground.id, reason, number, conclusion, date: read.date }
}
