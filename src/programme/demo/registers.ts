// Registers and yearly figures of the demo province, pressed by the people who keep them. All invented.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { act, type Services } from '../context.ts'
import type { Actor } from '../people/actor.ts'
import { fileYear, saveYear } from '../producer-year/producer-year.actions.ts'
import { addRecord, checkRecord } from '../register/register.actions.ts'
import { registerAt } from '../register/registers.ts'
import type { DemoPeople } from './people.ts'
import { MAIN_PRODUCER } from './stories.ts'
import { daysAgo } from './walk.ts'

export async function makeRegisters(services: Services, people: DemoPeople): Promise<void> {
  const [office, producer, officer] = [await people.as('office'), await people.as('producer'), await people.as('communeOfficer')]
  const today = plainDateOf(services.clock.now())
  const day = (ago: number) => formatDate(addDays(today, -ago))
  const add = (actor: Actor, slug: string, input: Record<string, string>) =>
    act(daysAgo(services, 20), actor, (ctx) => addRecord(ctx, registerAt(slug), input))
  const place = 'Phường Sầm Sơn'

  await add(office, 'noi-ban', {
    kind: 'supermarket',
    name: 'Siêu thị Biển Xanh',
    address: 'Đại lộ Nam Sông Mã',
    communeCode: place,
    sellsOcopSince: day(120),
  })
  await add(office, 'noi-ban', { kind: 'mall', name: 'Trung tâm thương mại Hàm Rồng', communeCode: 'Phường Hàm Rồng' })
  await add(office, 'noi-ban', { kind: 'floor', name: 'Sàn nông sản Xứ Thanh', sellsOcopSince: day(200) })
  const shelf = await add(producer, 'kenh-ban', {
    producerId: MAIN_PRODUCER,
    kind: 'supermarket',
    outletId: 'Siêu thị Biển Xanh',
    since: day(110),
  })
  await add(producer, 'kenh-ban', { producerId: MAIN_PRODUCER, kind: 'social', name: 'Trang mạng xã hội của hợp tác xã', since: day(90) })
  await act(daysAgo(services, 10), office, (ctx) => checkRecord(ctx, registerAt('kenh-ban'), shelf, 1))
  const area = { name: 'Vùng khai thác cá cơm ven bờ', crop: 'Cá cơm than', areaHaE2: '320,5', households: '60', communeCode: place }
  await add(officer, 'vung-nguyen-lieu', { ...area, areaCode: 'TH-SS-001', since: day(300), standard: 'Thu mua tươi trong ngày' })
  await add(producer, 'lien-ket', {
    producerId: MAIN_PRODUCER,
    partner: '60 hộ đi biển phường Sầm Sơn',
    kind: 'material',
    materialAreaId: 'Vùng khai thác cá cơm ven bờ',
    contractNumber: '03/HĐLK',
    signedOn: day(250),
    households: '60',
  })
  await add(office, 'tu-van', { name: 'Viện Bao bì Bắc Trung Bộ', kind: 'institute', field: 'Bao bì, nhãn mác, truy xuất nguồn gốc' })
  await add(office, 'hop-dong-tu-van', {
    consultantId: 'Viện Bao bì Bắc Trung Bộ',
    producerId: MAIN_PRODUCER,
    number: '12/2026/HĐTV',
    signedOn: day(180),
    content: 'Thiết kế lại nhãn và tem truy xuất.',
    amount: '35.000.000',
  })
  await add(office, 'nong-thon-moi', {
    communeCode: 'Xã Hậu Lộc',
    status: 'advanced',
    since: day(150),
    decisionNumber: '1208/QĐ-UBND',
    criterionIncome: 'yes',
  })
  await add(officer, 'lang-nghe', { name: 'Làng nghề nước mắm Khúc Phụ', craft: 'Nước mắm', communeCode: place, households: '85' })
  await add(office, 'truyen-thong', {
    kind: 'broadcast',
    title: 'Phóng sự: vị mặn Sầm Sơn',
    outlet: 'Đài truyền hình tỉnh',
    publishedOn: day(40),
    reach: '18500',
  })
  await add(office, 'mo-hinh', {
    kind: 'model',
    title: 'Mô hình chế biến nước mắm gắn với làng nghề',
    leadBody: 'Hợp tác xã và UBND phường',
    startsOn: day(200),
    communeCode: place,
    producerId: MAIN_PRODUCER,
    amount: '150.000.000',
  })
  await add(office, 'thu-vien', {
    kind: 'policy',
    title: 'Chính sách hỗ trợ bao bì, tem truy xuất nguồn gốc cho sản phẩm OCOP',
    issuer: 'Hội đồng nhân dân tỉnh',
    issuedOn: day(300),
    content: 'Văn bản giả định của tỉnh trình diễn.',
  })
  await makeYears(services, producer, Number(today.slice(0, 4)))
}

/** Two years of the main producer: one filed, last year's in hand. */
async function makeYears(services: Services, producer: Actor, thisYear: number): Promise<void> {
  const { id: producerId } = await services.database.db
    .selectFrom('producer')
    .select('id')
    .where('name', '=', MAIN_PRODUCER)
    .executeTakeFirstOrThrow()
  const products = await services.database.db.selectFrom('product').select('id').where('producerId', '=', producerId).execute()
  const outputs = Object.fromEntries(products.flatMap(({ id }) => [[`output.${id}`, '4.500'] as const, [`unit.${id}`, 'lít'] as const]))
  const figures = {
    workers: '18',
    workersFemale: '11',
    workersLocal: '16',
    workersTrained: '6',
    revenue: '3.150.000.000',
    revenueOcop: '2.400.000.000',
  }
  const before = { producerId, year: String(thisYear - 2) }
  await act(services, producer, (ctx) => saveYear(ctx, before, { ...figures, ...outputs }, 0))
  await act(services, producer, (ctx) => fileYear(ctx, before, {}))
  await act(services, producer, (ctx) =>
    saveYear(ctx, { producerId, year: String(thisYear - 1) }, { workers: '21', workersFemale: '13' }, 0),
  )
}
