// Rewards for tests: an approved policy, recognitions decided in the register, lists walked through the verbs.
import { newId } from '#/platform/database/id.ts'
import { actAs, type World } from '#/testing/world.ts'
import { storedCertificate, type CertificateOver } from '../certificate/certificate.fixture.ts'
import { fundedLine } from '../money/money.fixture.ts'
import { decideRewardList, draftRewardList, payRewards, approveRewardPayments } from './list.actions.ts'
import { addPolicy, approvePolicy } from './policy.actions.ts'
import type { PolicyInput } from './reward.ts'

/** What Thanh Hóa paid in 2021 (seed S3:115-119). */
export const policyInput: PolicyInput = {
  title: 'Thưởng sản phẩm OCOP',
  decisionNumber: 'Kế hoạch phát triển sản phẩm OCOP năm 2021',
  validFrom: '01/01/2021',
  validTo: '',
  star3: '10.000.000',
  star4: '20.000.000',
  star5: '100.000.000',
  upgrade: 'difference',
  renewal: 'none',
}

export async function approvedPolicy(world: World, over: PolicyInput = {}): Promise<string> {
  const id = await actAs(world, 'office', (ctx) => addPolicy(ctx, { ...policyInput, ...over }))
  await actAs(world, 'leader', (ctx) => approvePolicy(ctx, id))
  return id
}

let codes = 0

/** A recognition decided on `on`, as the register holds it; of the product given, or of a new one. */
export async function recognised(
  world: World,
  over: {
    star: number
    on: string
    productId?: string
    name?: string
    state?: CertificateOver['state']
    lastValidOn?: string
    imported?: boolean
  },
): Promise<{ id: string; productId: string }> {
  const { db } = world.services.database
  codes += 1
  const made = await storedCertificate(world, {
    verifyCode: `T${String(codes).padStart(15, '0')}`,
    productCode: `38-16531-${codes}-2026`,
    productName: over.name ?? `Sản phẩm ${codes}`,
    star: over.star,
    issuedOn: over.on,
    lastValidOn: over.lastValidOn ?? '2099-12-31',
    state: over.state ?? 'valid',
  })
  const decisionId = newId()
  if (over.imported !== true)
    await db
      .insertInto('recognitionDecision')
      .values({
        id: decisionId,
        authority: '38',
        kind: 'recognition',
        title: 'Công nhận',
        state: 'issued',
        number: `${codes}/QĐ-UBND`,
        issuedOn: over.on,
        createdBy: world.accounts.office,
        createdAt: world.services.clock.now(),
      })
      .execute()
  const productId = over.productId ?? made.productId
  await db
    .updateTable('certificate')
    .set({ productId, decisionId: over.imported === true ? null : decisionId })
    .where('id', '=', made.id)
    .execute()
  return { id: made.id, productId }
}

export const issuing = {
  numberKind: 'next',
  reserved: '',
  irregular: '',
  issuedOn: '15/09/2026',
  signerName: 'Trần Quốc Huy',
  signerPost: 'CHỦ TỊCH',
}

export async function draftedList(
  world: World,
  policyId: string,
  over: { from?: string; to?: string; title?: string; fund?: number } = {},
): Promise<{ id: string; lineId: string; sourceId: string }> {
  const place = await fundedLine(world, over.fund ?? 500_000_000, { title: 'Thưởng sản phẩm', itemCategory: 'reward' })
  const input = {
    policyId,
    title: over.title ?? 'Thưởng sản phẩm OCOP',
    from: over.from ?? '01/01/2026',
    to: over.to ?? '15/09/2026',
    ...place,
  }
  return { id: await actAs(world, 'office', (ctx) => draftRewardList(ctx, input)), ...place }
}

export async function paidList(world: World, policyId: string, over: { from?: string; to?: string; title?: string } = {}) {
  const list = await draftedList(world, policyId, over)
  await actAs(world, 'leader', (ctx) => decideRewardList(ctx, list.id, issuing))
  await actAs(world, 'office', (ctx) => payRewards(ctx, list.id))
  await actAs(world, 'leader', (ctx) => approveRewardPayments(ctx, list.id))
  return list
}
