// Recognitions from before the program: entered from their decisions, so that the public finds them and a renewal can replace them.
import { randomBytes } from 'node:crypto'
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { AppError } from '#/platform/errors/app-error.ts'
import { audit, type Ctx } from '../context.ts'
import { must } from '../refuse.ts'
import { serves } from '../people/actor.ts'
import type { CertificateSnapshot } from './public-status.ts'
import { lastValidDay } from './validity.ts'
import { newVerifyCode } from './verify-code.ts'

export type EarlierCertificate = {
  productId: string
  producerId: string
  communeCode: string
  /** As printed then, with the district if it had one; empty when the paper carried none. */
  productCode: string
  regulationId: string
  star: 3 | 4 | 5
  /** Of today's classification, for the catalogue, where the old paper names no set of ours. */
  sector?: string
  issuedOn: string
  months?: number
  state?: 'valid' | 'withdrawn' | 'replaced'
  photoSha256?: string | null
  demo?: boolean
  productName: string
  producerName: string
  snapshot: Omit<CertificateSnapshot, 'format' | 'months'>
}

/** Office or administrator. No dossier and no paper: the decision it names is outside the program. Returns id and verification code. */
export async function recordEarlierCertificate(ctx: Ctx, given: EarlierCertificate): Promise<{ id: string; verifyCode: string }> {
  must(serves(ctx.actor, ctx.actor.provinceCode, 'office', 'admin'))
  const months = given.months ?? 36
  if (given.issuedOn > ctx.now.toISOString().slice(0, 10)) throw new AppError('badRequest', { reason: 'issuedOn' })
  const id = newId()
  const verifyCode = newVerifyCode(randomBytes)
  await ctx.tx
    .insertInto('certificate')
    .values({
      id,
      provinceCode: ctx.actor.provinceCode,
      communeCode: given.communeCode,
      verifyCode,
      productCode: given.productCode,
      productId: given.productId,
      producerId: given.producerId,
      regulationId: given.regulationId,
      setNo: given.snapshot.set?.no ?? null,
      sector: given.sector ?? given.snapshot.set?.sector ?? '',
      star: given.star,
      issuedOn: given.issuedOn,
      lastValidOn: lastValidDay(given.issuedOn, months),
      state: given.state ?? 'valid',
      productName: given.productName,
      producerName: given.producerName,
      photoSha256: given.photoSha256 ?? null,
      format: 1,
      snapshot: json({ format: 1, months, ...given.snapshot }),
      demo: given.demo ?? false,
      createdAt: ctx.now,
    })
    .execute()
  await audit(ctx, {
    verb: 'certificate.recorded',
    subjectKind: 'certificate',
    subjectId: id,
    payload: { productCode: given.productCode, star: given.star, decision: given.snapshot.decision.number },
  })
  return { id, verifyCode }
}
