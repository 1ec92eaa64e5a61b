// Inspections of the demo province: a plan ordered by risk, one inspection recorded and signed with a violation to remedy, one ahead. All invented.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { act, type Ctx, type Services } from '../context.ts'
import { planInspection } from '../inspection/inspection.actions.ts'
import { addInspectionPlan, issueInspectionPlan, rankInspectionPlan } from '../inspection/plan.actions.ts'
import { recordInspection, signRecord } from '../inspection/record.actions.ts'
import { takeSample } from '../inspection/sample.actions.ts'
import { addViolation } from '../inspection/violation.actions.ts'
import type { Actor } from '../people/actor.ts'
import type { DemoPeople } from './people.ts'
import { MAIN_PRODUCER } from './stories.ts'
import { daysAgo } from './walk.ts'

export async function makeInspections(services: Services, people: DemoPeople): Promise<void> {
  const [office, producer] = [await people.as('office'), await people.as('producer')]
  const { db } = services.database
  const today = plainDateOf(services.clock.now())
  const day = (from: number) => formatDate(addDays(today, from))
  const on = <T>(ago: number, actor: Actor, verb: (ctx: Ctx) => Promise<T>) => act(daysAgo(services, ago), actor, verb)
  const product = await db
    .selectFrom('certificate as k')
    .innerJoin('producer as o', 'o.id', 'k.producerId')
    .select('k.productId')
    .where('o.name', '=', MAIN_PRODUCER)
    .where('k.state', '=', 'valid')
    .orderBy('k.issuedOn')
    .executeTakeFirst()
  if (!product) return
  const { productId } = product
  const year = today.slice(0, 4)
  const plan = {
    title: `Kiểm tra sản phẩm OCOP sau công nhận năm ${year}`,
    fromOn: day(-1),
    toOn: `31/12/${year}`,
    wanted: '8',
    leadBodyId: people.bodies.trade,
    content: 'Kiểm tra nhãn, việc sử dụng biểu trưng và hạng sao, an toàn thực phẩm.',
  }
  const planId = await on(1, office, (ctx) => addInspectionPlan(ctx, plan, [people.bodies.agriculture, people.bodies.health]))
  await on(1, office, (ctx) => rankInspectionPlan(ctx, planId))
  await on(1, office, (ctx) => issueInspectionPlan(ctx, planId, { number: `45/KH-VPĐP`, issuedOn: day(-1) }))
  const [lead, officer] = [people.accounts['office'] ?? '', people.accounts['bodyOfficer'] ?? '']
  const visit = {
    kind: 'periodic',
    site: 'producer',
    producer: MAIN_PRODUCER,
    products: productId,
    place: 'Xưởng chế biến, phường Sầm Sơn',
    planId,
    lead,
    others: 'Lê Thị Mơ; Phó Trưởng phòng; Chi cục Quản lý thị trường',
  }
  const members = [lead, officer]
  const done = await on(1, office, (ctx) => planInspection(ctx, { ...visit, plannedOn: day(-1) }, { members }))
  const present = await db.selectFrom('inspectionMember').select('id').where('inspectionId', '=', done).execute()
  const record = {
    doneOn: day(-1),
    metBy: 'Giám đốc hợp tác xã',
    findings: 'Xưởng sạch, có sổ theo dõi lô. Một đợt nhãn cũ còn ghi hạng sao chưa đúng.',
    conclusion: 'Thay nhãn còn tồn; lấy một mẫu kiểm nghiệm.',
    'v.producing': 'good',
    'v.foodSafety': 'good',
    'v.label': 'fault',
    'n.label': 'Nhãn tồn kho thiếu ngày sản xuất.',
    'v.mark': 'fault',
    'n.mark': 'Nhãn tồn kho in sai hạng sao.',
  }
  const given = { present: present.map((one) => one.id), photos: [], files: [], version: 1 }
  await on(1, office, (ctx) => recordInspection(ctx, done, record, given))
  await on(0, producer, (ctx) => signRecord(ctx, done, { answer: 'Hợp tác xã sẽ thay toàn bộ nhãn.' }))
  const sample = { productId, what: 'Độ đạm, histamin', quantity: '2 chai 500 ml', laboratory: 'Trung tâm Kỹ thuật Đo lường tỉnh' }
  await on(0, office, (ctx) => takeSample(ctx, done, { ...sample, dueOn: day(12) }))
  const violation = {
    productId,
    kind: 'mark',
    ground: 'd',
    severity: 'minor',
    what: 'Nhãn tồn kho in sai hạng sao so với giấy chứng nhận.',
    remedy: 'fix',
    ordered: 'Hủy nhãn cũ, dùng nhãn in đúng hạng sao.',
    dueOn: day(10),
  }
  await on(0, office, (ctx) => addViolation(ctx, done, violation))
  await on(0, office, (ctx) => planInspection(ctx, { ...visit, place: 'Kho thành phẩm, phường Sầm Sơn', plannedOn: day(14) }, { members }))
}
