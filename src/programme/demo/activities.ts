// Training, promotion and points of sale of the demo province: what was held a while ago with its people and results, what is to come. All invented.
import { addDays, addMonths, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { act, type Ctx, type Services } from '../context.ts'
import type { Actor } from '../people/actor.ts'
import { addEvent, holdEvent, openEvent } from '../promotion/event.actions.ts'
import { askForPart, giveStall, invitePart, recordPartResult, settlePart } from '../promotion/part.actions.ts'
import { planTasks, tieText } from '../register/plan-task.ts'
import { fileMonth, judgeMonth } from '../sales-point/month.actions.ts'
import { addPoint, addPointProduct, judgeCriteria, openPoint } from '../sales-point/point.actions.ts'
import { monthOf, standInCriteria, type PointInput } from '../sales-point/sales-point.ts'
import { addPerson, registerPerson } from '../training/attendance.actions.ts'
import { addCourse, addSession, holdCourse, openCourse, startCourse } from '../training/course.actions.ts'
import { addMaterial } from '../training/material.actions.ts'
import { tickPresence } from '../training/presence.actions.ts'
import { issueTrainingCertificates } from '../training/training-certificate.actions.ts'
import type { DemoPeople } from './people.ts'
import { MAIN_PRODUCER } from './stories.ts'
import { daysAgo } from './walk.ts'

type Stage = {
  services: Services
  office: Actor
  producer: Actor
  /** Presses a verb so many days ago. */
  on: <T>(days: number, actor: Actor, verb: (ctx: Ctx) => Promise<T>) => Promise<T>
  /** A day before (or after, below zero) today as people type it. */
  day: (ago: number) => string
  /** The task of the year's plan as a form names it. */
  task: (code: string) => string
}

export async function makeActivities(services: Services, people: DemoPeople): Promise<void> {
  const [office, producer] = [await people.as('office'), await people.as('producer')]
  const today = plainDateOf(services.clock.now())
  const tasks = await planTasks(services.database.db, office.authority)
  const stage: Stage = {
    services,
    office,
    producer,
    on: (days, actor, verb) => act(daysAgo(services, days), actor, verb),
    day: (ago) => formatDate(addDays(today, -ago)),
    task: (code) => {
      const task = tasks.find((one) => one.code === code)
      return task === undefined ? '' : tieText({ planFamilyId: task.familyId, taskCode: code })
    },
  }
  await heldCourse(stage)
  await comingCourse(stage)
  await heldFair(stage)
  await comingLivestream(stage)
  await runningPoints(stage, people)
}

async function heldCourse({ services, office, producer, on, day, task }: Stage): Promise<void> {
  const courseId = await on(50, office, (ctx) =>
    addCourse(ctx, {
      kind: 'training',
      title: 'Tập huấn chu trình OCOP theo Quyết định 26/2026/QĐ-TTg',
      topic: 'cycle',
      audience: 'both',
      organiser: 'Văn phòng Điều phối nông thôn mới tỉnh',
      place: 'Hội trường phường Sầm Sơn',
      startsOn: day(21),
      endsOn: day(20),
      registerUntil: day(24),
      seats: '60',
      content: 'Bộ tiêu chí mới, tự đánh giá theo phiếu, minh chứng và phương án sản xuất kinh doanh.',
      task: task('N01'),
    }),
  )
  await on(49, office, async (ctx) => {
    await addSession(ctx, courseId, { heldOn: day(21), startsAt: '08:00', title: 'Chu trình, hồ sơ và bộ tiêu chí' })
    await addSession(ctx, courseId, { heldOn: day(20), startsAt: '08:00', title: 'Tự đánh giá và minh chứng' })
    await addMaterial(
      ctx,
      { title: 'Bài giảng chu trình OCOP', framework: 'QĐ 919/QĐ-TTg', topic: 'cycle', link: 'https://ocop.example/bai-giang', courseId },
      [],
    )
    await openCourse(ctx, courseId)
  })
  await on(45, producer, async (ctx) => {
    await registerPerson(ctx, courseId, { personName: 'Lê Thị Vạn', phone: '0912 000 101' })
    await registerPerson(ctx, courseId, { personName: 'Nguyễn Văn Triều', phone: '0912 000 102' })
  })
  await on(23, office, async (ctx) => {
    await addPerson(ctx, courseId, { personName: 'Trần Văn Hòa', phone: '', role: 'official', producer: '', commune: 'Phường Sầm Sơn' })
    await addPerson(ctx, courseId, { personName: 'Phạm Thị Lý', phone: '', role: 'official', producer: '', commune: 'Xã Hậu Lộc' })
  })
  const everyone = await services.database.db.selectFrom('trainingAttendance').select('id').where('courseId', '=', courseId).execute()
  const shown = everyone.map((person) => person.id)
  await on(20, office, async (ctx) => {
    await startCourse(ctx, courseId)
    await tickPresence(ctx, courseId, { session: '1', shown, present: shown.slice(0, 3) })
    await tickPresence(ctx, courseId, { session: '2', shown, present: shown.slice(0, 2) })
    await holdCourse(ctx, courseId, { result: 'Học viên nắm được bộ tiêu chí mới; bốn chủ thể đăng ký tham gia đợt đánh giá.' })
  })
  await on(18, office, (ctx) => issueTrainingCertificates(ctx, courseId, { signerName: 'Đỗ Minh Tuấn', signerPost: 'Chánh Văn phòng' }))
}

async function comingCourse({ office, producer, on, day, task }: Stage): Promise<void> {
  const courseId = await on(9, office, (ctx) =>
    addCourse(ctx, {
      kind: 'training',
      title: 'Bán hàng trực tiếp trên mạng cho chủ thể OCOP',
      topic: 'digital',
      audience: 'producers',
      place: 'Trung tâm Hội nghị 25B',
      startsOn: day(-12),
      endsOn: day(-12),
      registerUntil: day(-8),
      seats: '40',
      task: task('N01'),
    }),
  )
  await on(8, office, (ctx) => openCourse(ctx, courseId))
  await on(4, producer, (ctx) => registerPerson(ctx, courseId, { personName: 'Nguyễn Văn Triều', phone: '0912 000 102' }))
}

async function heldFair({ services, office, producer, on, day, task }: Stage): Promise<void> {
  const { db } = services.database
  const eventId = await on(70, office, (ctx) =>
    addEvent(ctx, {
      kind: 'fair',
      title: 'Hội chợ sản phẩm OCOP và đặc sản xứ Thanh',
      reach: 'province',
      place: 'Quảng trường biển Sầm Sơn',
      organiser: 'Sở Công Thương',
      startsOn: day(42),
      endsOn: day(38),
      content: '80 gian hàng của chủ thể trong tỉnh, có khu trình diễn chế biến và ký kết tiêu thụ.',
      task: task('N04'),
    }),
  )
  await on(69, office, (ctx) => openEvent(ctx, eventId))
  const products = await db
    .selectFrom('product as p')
    .innerJoin('producer as o', 'o.id', 'p.producerId')
    .select(['p.id', 'o.id as producerId'])
    .where('o.name', '=', MAIN_PRODUCER)
    .orderBy('p.name')
    .limit(3)
    .execute()
  await on(60, producer, async (ctx) => {
    for (const { id } of products) await askForPart(ctx, eventId, { productId: id })
  })
  const parts = await db
    .selectFrom('promotionParticipation')
    .select('id')
    .where('eventId', '=', eventId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  await on(55, office, async (ctx) => {
    for (const { id } of parts) await settlePart(ctx, eventId, id, { to: 'taken' })
    await giveStall(ctx, eventId, { producerId: products[0]?.producerId, stall: 'A12' })
  })
  await on(37, office, async (ctx) => {
    await holdEvent(ctx, eventId, { visitors: '18.500', result: 'Doanh thu toàn hội chợ khoảng 4,2 tỷ đồng, 12 biên bản ghi nhớ.' })
    for (const [index, { id }] of parts.entries()) await settlePart(ctx, eventId, id, { to: index < 2 ? 'present' : 'absent' })
  })
  const sold = [
    { revenue: '48.600.000', contracts: '1', contractValue: '120.000.000' },
    { revenue: '21.450.000', contracts: '0', contractValue: '' },
  ]
  for (const [index, result] of sold.entries()) await on(35, producer, (ctx) => recordPartResult(ctx, eventId, parts[index]?.id, result))
}

async function comingLivestream({ services, office, on, day, task }: Stage): Promise<void> {
  const eventId = await on(6, office, (ctx) =>
    addEvent(ctx, {
      kind: 'livestream',
      title: 'Phiên chợ trực tuyến “Tết xứ Thanh”',
      reach: 'online',
      organiser: 'Sở Công Thương',
      startsOn: day(-15),
      endsOn: day(-15),
      task: task('N04'),
    }),
  )
  await on(5, office, (ctx) => openEvent(ctx, eventId))
  for (const product of await inForce(services, 1)) await on(4, office, (ctx) => invitePart(ctx, eventId, { product }))
}

/** A shop with its months proved, one just opened whose last month waits, and one planned at the airport. */
async function runningPoints({ services, office, producer, on, day }: Stage, people: DemoPeople): Promise<void> {
  const point = (name: string, more: PointInput): PointInput => ({ kind: 'point', name, setting: 'shop', ...more })
  const met = Object.fromEntries(standInCriteria.map((_, index) => [`c${index}`, 'met']))
  const today = plainDateOf(services.clock.now())
  const products = await inForce(services, 4)
  const run = async (input: PointInput, opened: number): Promise<string> => {
    const id = await on(opened, office, (ctx) => addPoint(ctx, { ...input, openedOn: day(opened) }))
    await on(opened, office, async (ctx) => {
      await judgeCriteria(ctx, id, met)
      await openPoint(ctx, id, { decisionNumber: '57/QĐ-SCT', openedOn: day(opened) })
      for (const product of products) await addPointProduct(ctx, id, { product, since: day(opened) })
    })
    return id
  }
  const figures = (revenue: string) => ({ revenue, products: '36', ocopProducts: '22', note: '' })
  const months = [-3, -2, -1].map((back) => addMonths(monthOf(today), back))
  const shop = await run(
    point('Cửa hàng OCOP biển Sầm Sơn', {
      address: '12 đường Hồ Xuân Hương',
      commune: 'Phường Sầm Sơn',
      operator: MAIN_PRODUCER,
      coordinates: '19.741230, 105.902110',
    }),
    100,
  )
  for (const [index, month] of months.entries()) {
    await on(0, producer, (ctx) => fileMonth(ctx, shop, month, figures(['62.400.000', '71.150.000', '58.900.000'][index] ?? '0')))
    if (index < 2) await on(0, office, (ctx) => judgeMonth(ctx, shop, month, { verdict: 'accepted', remark: '' }))
  }
  const others = await people.as('producers')
  const operator = await services.database.db
    .selectFrom('producer')
    .select('name')
    .where('id', '=', others.grants.find((grant) => grant.producerId !== null)?.producerId ?? '')
    .executeTakeFirstOrThrow()
  const stop = await run(
    point('Quầy OCOP trạm dừng nghỉ Hàm Rồng', {
      setting: 'restStop',
      address: 'Quốc lộ 1, phía nam cầu Hoàng Long',
      commune: 'Phường Hàm Rồng',
      operator: operator.name,
    }),
    75,
  )
  await on(0, others, (ctx) => fileMonth(ctx, stop, months[1], figures('0')))
  await on(0, office, (ctx) => judgeMonth(ctx, stop, months[1], { verdict: 'accepted', remark: 'Đóng cửa sửa quầy, không bán.' }))
  await on(12, office, (ctx) =>
    addPoint(
      ctx,
      point('Gian hàng OCOP Thanh Hóa tại sân bay Thọ Xuân', {
        setting: 'airport',
        address: 'Nhà ga hành khách, tầng 2',
        outside: 'yes',
        operatorName: 'Công ty Cổ phần Lam Kinh',
        openedOn: day(-40),
      }),
    ),
  )
}

/** Products whose certificate has long been in force and holds today, by id as the forms take them. */
async function inForce(services: Services, most: number): Promise<string[]> {
  const today = plainDateOf(services.clock.now())
  const rows = await services.database.db
    .selectFrom('certificate')
    .select('productId')
    .distinct()
    .where('state', '=', 'valid')
    .where('issuedOn', '<', addDays(today, -110))
    .where('lastValidOn', '>=', today)
    .where('productId', 'is not', null)
    .orderBy('productId')
    .limit(most)
    .execute()
  return rows.flatMap((row) => (row.productId === null ? [] : [row.productId]))
}
