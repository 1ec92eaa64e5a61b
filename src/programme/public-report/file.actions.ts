// A report comes in: from anyone, without an account, or from an officer of a body for it. The one verb of the house that a stranger presses.
import { randomBytes } from 'node:crypto'
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { isId, newId } from '#/platform/database/id.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { rateLimiter } from '#/platform/rate-limit/rate-limit.ts'
import { addAttachments } from '../attachment/attachment.actions.ts'
import { newVerifyCode, readVerifyCode } from '../certificate/verify-code.ts'
import { act, type Ctx, type Services } from '../context.ts'
import type { EvidencePhoto } from '../document/incoming.ts'
import { bodiesOf, type Actor } from '../people/actor.ts'
import { notify } from '../people/notice.ts'
import { accountsWithRole } from '../people/people.store.ts'
import { must } from '../refuse.ts'
import { settingOf } from '../setting.ts'
import { logReport } from './public-report.load.ts'
import { reportDays } from './public-report.settings.ts'
import { MOST_PHOTOS, readReport, type ReadReport, type ReportInput } from './public-report.ts'

/** A village may stand behind one mobile address; a flood stands there too. */
const byAddress = rateLimiter('public reports by address', { limit: 8, windowSeconds: 3600 })

export type Sender = {
  address: string
  /** Signed in or not; only a body's officer who says so is named. */
  actor: Actor | null
  /** Judged only once the words are right and the sender is not flooding: drawing pictures anew costs. */
  photos: () => Promise<readonly EvidencePhoto[]>
}

/** Returns the code the reporter reads the answer by. The same form sent again returns the code it got. Throws invalid, tooMany. */
export async function fileReport(services: Services, input: ReportInput, sender: Sender): Promise<string> {
  const report = readReport(input, plainDateOf(services.clock.now()))
  const passed = await byAddress.take(sender.address)
  if (!passed.allowed) throw new AppError('tooMany', { seconds: String(passed.retryAfterSeconds) })
  const photos = await sender.photos()
  if (photos.length > MOST_PHOTOS)
    throw new AppError('invalid', {}, { photos: { vi: `Gửi nhiều nhất ${MOST_PHOTOS} ảnh.`, en: `At most ${MOST_PHOTOS} photos.` } })
  const bodyId = report.asBody && sender.actor ? (bodiesOf(sender.actor)[0] ?? null) : null
  must(!report.asBody || bodyId !== null)
  // Whoever reports for themselves is nobody here, signed in or not.
  const actor = bodyId !== null && sender.actor ? sender.actor : stranger(services.config.provinceCode)
  return act(services, actor, (ctx) => takeIn(ctx, report, bodyId, photos))
}

function stranger(provinceCode: string): Actor {
  return {
    accountId: 'public',
    name: 'Người phản ánh',
    provinceCode,
    authority: provinceCode,
    lang: 'vi',
    grants: [],
    seats: [],
  }
}

async function takeIn(ctx: Ctx, report: ReadReport, bodyId: string | null, photos: readonly EvidencePhoto[]): Promise<string> {
  const named = await namedBy(ctx, report)
  const authority = named?.provinceCode ?? ctx.actor.provinceCode
  const { key, contact, product: _product, code: _code, asBody: _asBody, ...told } = report
  const made = await ctx.tx
    .insertInto('publicReport')
    .values({
      id: newId(),
      code: newVerifyCode(randomBytes),
      formKey: key ?? newId(),
      provinceCode: authority,
      authority,
      ...told,
      producerId: named?.producerId ?? null,
      productId: named?.productId ?? null,
      certificateId: named?.certificateId ?? null,
      bodyId,
      filedBy: bodyId === null ? null : ctx.actor.accountId,
      state: 'received',
      receivedAt: ctx.now,
      dueOn: addDays(plainDateOf(ctx.now), await settingOf(ctx.tx, authority, reportDays)),
      demo: ctx.config.demo,
    })
    .onConflict((conflict) => conflict.column('formKey').doNothing())
    .returning(['id', 'code'])
    .executeTakeFirst()
  if (!made) {
    const { code } = await ctx.tx.selectFrom('publicReport').select('code').where('formKey', '=', key).executeTakeFirstOrThrow()
    return code
  }
  if (contact)
    await ctx.tx
      .insertInto('publicReportContact')
      .values({ reportId: made.id, ...contact })
      .execute()
  if (photos.length > 0) {
    const files = (kind: 'original' | 'shown') => photos.map((photo) => photo[kind])
    await addAttachments(ctx, { kind: 'publicReport', id: made.id, authority }, files('original'))
    await addAttachments(ctx, { kind: 'publicReportPhoto', id: made.id, authority }, files('shown'))
  }
  await logReport(ctx, { id: made.id, authority }, 'publicReport.received', { topic: report.topic, photos: photos.length })
  await notify(ctx, await accountsWithRole(ctx.tx, 'office', { authority }, ctx.now), {
    kind: 'publicReport.received',
    dedupe: made.id,
    subjectKind: 'publicReport',
    subjectId: made.id,
    link: `/tinh/phan-anh/${made.id}`,
  })
  return made.code
}

/** What the public may know of, and so name: a certificate by its code, a product that was ever recognised. Anything else names nothing. */
async function namedBy(ctx: Ctx, { code, product }: ReadReport) {
  const verifyCode = readVerifyCode(code)
  if (verifyCode === null && !isId(product)) return null
  const row = await ctx.tx
    .selectFrom('certificate')
    .select(['id as certificateId', 'productId', 'producerId', 'provinceCode'])
    .where(verifyCode === null ? 'productId' : 'verifyCode', '=', verifyCode ?? product)
    .orderBy('issuedOn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
