// Inspections for tests, walked through the verbs, with days around today. The product of the producer has a certificate in force.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { actAs, type Person, type World } from '#/testing/world.ts'
import { storedCertificate, type CertificateOver } from '../certificate/certificate.fixture.ts'
import { lastValidDay } from '../certificate/validity.ts'
import { planInspection } from './inspection.actions.ts'
import type { InspectionInput } from './inspection.ts'
import { addInspectionPlan, issueInspectionPlan, rankInspectionPlan } from './plan.actions.ts'
import { proposeWithdrawal } from './proposal.actions.ts'
import { recordInspection, signRecord } from './record.actions.ts'
import { addViolation, answerViolation } from './violation.actions.ts'
import type { ViolationInput } from './violation.ts'

/** The day the tests of inspections stand on. */
export const INSPECTION_NOW = '2027-03-01T02:00:00Z'

let made = 0
const todayOf = (world: World) => plainDateOf(world.services.clock.now())
const dayFrom = (world: World, days: number) => formatDate(addDays(todayOf(world), days))

/** A product with its certificate, each with a name and codes of its own. */
export async function inspectable(world: World, over: CertificateOver = {}) {
  made += 1
  const productName = over.productName ?? `Nước mắm kiểm tra ${made}`
  const issuedOn = over.issuedOn ?? addDays(todayOf(world), -69)
  const code = `INSP${String(made).padStart(12, '0')}`
  const certificate = await storedCertificate(world, {
    issuedOn,
    lastValidOn: lastValidDay(issuedOn),
    verifyCode: code,
    productCode: `38-16531-${1000 + made}-2026`,
    ...over,
    productName,
  })
  return { ...certificate, productName }
}

export const inspectionInput = (world: World, over: InspectionInput = {}): InspectionInput => ({
  kind: 'periodic',
  site: 'producer',
  producer: '2801234567',
  place: 'Khu phố 3, phường Sầm Sơn',
  plannedOn: dayFrom(world, 4),
  ...over,
})

export const recordForm = (world: World, over: Record<string, string> = {}): Record<string, string> => ({
  doneOn: dayFrom(world, 0),
  metBy: 'Trần Văn Vạn, Giám đốc',
  findings: 'Cơ sở sạch, có sổ theo dõi lô.',
  conclusion: 'Yêu cầu thay nhãn chai 250 ml.',
  'v.producing': 'good',
  'v.label': 'fault',
  'n.label': 'Nhãn in 5 sao.',
  ...over,
})

export const violationInput = (world: World, over: ViolationInput = {}): ViolationInput => ({
  kind: 'mark',
  severity: 'major',
  what: 'Nhãn chai 250 ml in 5 sao, sản phẩm được công nhận 4 sao.',
  remedy: 'fix',
  ordered: 'Thay toàn bộ nhãn.',
  dueOn: dayFrom(world, 14),
  ...over,
})

export type Inspected = {
  id: string
  productId: string
  certificateId: string
  productName: string
  violationId: string
}

/** An inspection of a product of its own, with the body’s officer in the team. */
export async function inspectionIn(
  world: World,
  until: 'planned' | 'recorded' | 'signed' | 'violated',
  over: { input?: InspectionInput; violation?: ViolationInput; certificate?: CertificateOver; members?: readonly Person[] } = {},
): Promise<Inspected> {
  const { id: certificateId, productId, productName } = await inspectable(world, over.certificate)
  const members = (over.members ?? ['office', 'bodyOfficer']).map((person) => world.accounts[person])
  const input = inspectionInput(world, { products: productId, place: `Xưởng ${made}`, lead: members[0], ...over.input })
  const id = await actAs(world, 'office', (ctx) => planInspection(ctx, input, { members }))
  const result = { id, productId, certificateId, productName, violationId: '' }
  if (until === 'planned') return result
  await recorded(world, id)
  if (until === 'recorded') return result
  await actAs(world, 'producer', (ctx) => signRecord(ctx, id, { answer: '' }))
  if (until === 'signed') return result
  const violationId = await actAs(world, 'office', (ctx) => addViolation(ctx, id, violationInput(world, { productId, ...over.violation })))
  return { ...result, violationId }
}

/** The record written by the office, everybody of the team present. */
export async function recorded(
  world: World,
  id: string,
  form: Record<string, string> = {},
): Promise<{ documentId: string; number: string }> {
  const present = await memberIds(world, id)
  return actAs(world, 'office', (ctx) => recordInspection(ctx, id, recordForm(world, form), { present, photos: [], files: [], version: 1 }))
}

export async function memberIds(world: World, inspectionId: string): Promise<string[]> {
  const { db } = world.services.database
  const rows = await db.selectFrom('inspectionMember').select('id').where('inspectionId', '=', inspectionId).execute()
  return rows.map((row) => row.id)
}

/** A violation its producer has answered. */
export async function answeredViolation(world: World): Promise<Inspected> {
  const made = await inspectionIn(world, 'violated')
  await actAs(world, 'producer', (ctx) => answerViolation(ctx, made.violationId, { text: 'Đã thay nhãn.' }, { photos: [], files: [] }))
  return made
}

/** A violation for which the withdrawal of the certificate is proposed. */
export async function proposedViolation(world: World): Promise<Inspected & { proposalId: string }> {
  const made = await inspectionIn(world, 'violated')
  const input = { ground: 'd', reason: 'In sai hạng sao.', conclusion: '', concludedOn: dayFrom(world, 0) }
  return { ...made, proposalId: await actAs(world, 'office', (ctx) => proposeWithdrawal(ctx, made.violationId, input)) }
}

/** Three plans: a draft, one that is ordered by risk, one issued. The trade department leads each. `productId` stands in the order. */
export async function plansIn(world: World, title: string) {
  const { productId } = await inspectable(world)
  const leadBodyId = world.bodies.departments[1]
  const add = (what: string) =>
    actAs(world, 'office', (ctx) =>
      addInspectionPlan(
        ctx,
        { title: `${title} ${what}`, fromOn: dayFrom(world, 0), toOn: dayFrom(world, 90), wanted: '2', leadBodyId, content: '' },
        [],
      ),
    )
  const [planId, rankedId, issuedId] = [await add('dự thảo'), await add('xếp'), await add('ban hành')]
  for (const id of [rankedId, issuedId]) await actAs(world, 'office', (ctx) => rankInspectionPlan(ctx, id))
  await actAs(world, 'office', (ctx) => issueInspectionPlan(ctx, issuedId, { number: '12/KH-VPĐP', issuedOn: dayFrom(world, 0) }))
  return { planId, rankedId, issuedId, productId }
}
