// Certificates and closed results put straight into the register, for tests of what comes after them.
import { newId } from '#/platform/database/id.ts'
import { json } from '#/platform/database/json.ts'
import { SAM_SON, type World } from '#/testing/world.ts'
import type { CertificateSnapshot } from './public-status.ts'

export const sampleSnapshot: CertificateSnapshot = {
  format: 1,
  packs: [
    { name: 'Chai thủy tinh', netContent: '500 ml' },
    { name: 'Chai thủy tinh', netContent: '250 ml' },
  ],
  photoCaption: '',
  place: { commune: 'phường Sầm Sơn', province: 'tỉnh Thanh Hóa', oldNames: ['Trước 01/7/2025: phường Trung Sơn, thành phố Sầm Sơn'] },
  decision: { number: '4127/QĐ-UBND', date: '2026-12-22', issuer: 'Chủ tịch UBND tỉnh Thanh Hóa' },
  regulation: { id: 'qd-26-2026', hash: 'f'.repeat(64), number: 'Quyết định số 26/2026/QĐ-TTg', title: 'Bộ tiêu chí OCOP' },
  set: { no: 9, title: 'Tương, nước mắm, gia vị dạng lỏng khác', sector: 'Thực phẩm', group: 'Gia vị' },
  months: 36,
}

export type CertificateOver = {
  verifyCode?: string
  productName?: string
  productCode?: string
  star?: number
  issuedOn?: string
  lastValidOn?: string
  state?: 'valid' | 'withdrawn' | 'replaced' | 'annulled'
  stateGround?: string
  stateDecision?: string
  stateDecisionOn?: string
  replacedBy?: string
  photoSha256?: string
  demo?: boolean
  communeCode?: string
  sector?: string
  snapshot?: CertificateSnapshot
}

export const SAMPLE_CODE = '7KQM3RTB9WXC2HND'

/** A certificate with its product, as if issued on 22/12/2026. Returns the ids. */
export async function storedCertificate(
  world: World,
  over: CertificateOver = {},
): Promise<{ id: string; productId: string; verifyCode: string }> {
  const { db } = world.services.database
  const now = world.services.clock.now()
  const productId = await storedProduct(world, over.productName)
  const id = newId()
  const verifyCode = over.verifyCode ?? SAMPLE_CODE
  await db
    .insertInto('certificate')
    .values({
      id,
      provinceCode: '38',
      communeCode: over.communeCode ?? SAM_SON,
      verifyCode,
      productCode: over.productCode ?? '38-16531-05-2026',
      productId,
      producerId: world.producers.own,
      regulationId: 'qd-26-2026',
      setNo: 9,
      sector: over.sector ?? 'Thực phẩm',
      star: over.star ?? 4,
      issuedOn: over.issuedOn ?? '2026-12-22',
      lastValidOn: over.lastValidOn ?? '2029-12-22',
      state: over.state ?? 'valid',
      stateGround: over.stateGround ?? null,
      stateDecision: over.stateDecision ?? null,
      stateDecisionOn: over.stateDecisionOn ?? null,
      replacedBy: over.replacedBy ?? null,
      productName: over.productName ?? 'Nước mắm cốt nhĩ Vạn Triều',
      producerName: 'Hợp tác xã Vạn Triều',
      photoSha256: over.photoSha256 ?? null,
      format: 1,
      snapshot: json(over.snapshot ?? sampleSnapshot),
      demo: over.demo ?? false,
      createdAt: now,
    })
    .execute()
  return { id, productId, verifyCode }
}

export async function storedProduct(world: World, name = 'Nước mắm cốt nhĩ Vạn Triều', producerId = world.producers.own): Promise<string> {
  const { db } = world.services.database
  const now = world.services.clock.now()
  const id = newId()
  await db
    .insertInto('product')
    .values({
      id,
      provinceCode: '38',
      producerId,
      name,
      description: 'Ủ chượp 18 tháng.',
      regulationId: 'qd-26-2026',
      setNo: 9,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  await db
    .insertInto('productPack')
    .values({ id: newId(), productId: id, name: 'Chai thủy tinh', netContent: '500 ml', ordinal: 1 })
    .execute()
  return id
}
