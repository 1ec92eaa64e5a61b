// The programme office keeps to whom it concerns: money, drafts, yearly figures, phones and facts of persons are read by nobody else, by no page, workbook, paper or call.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpointsOf } from '../src/api/routes.ts'
import { fileYear, saveYear } from '#/programme/producer-year/producer-year.actions.ts'
import { addLine, addSource } from '#/programme/money/line.actions.ts'
import { enterMoney } from '#/programme/money/entry.actions.ts'
import { recordPartResult } from '#/programme/promotion/part.actions.ts'
import { registers } from '#/programme/register/registers.ts'
import { monthInput } from '#/programme/sales-point/sales-point.fixture.ts'
import { fileMonth } from '#/programme/sales-point/month.actions.ts'

import { draftPlan, issuedPlan } from '#/programme/programme-plan/plan.fixture.ts'
import { actAs, makeWorld, type Person, type World } from '#/testing/world.ts'
import { bodyStates } from './body-states.ts'
import { openCast, parts, type Cast, type Part } from './cast.ts'
import { asked, crawl, filled, type Seen } from './crawl.ts'
import { inspectionStates } from './inspection-states.ts'
import { promotionStates } from './promotion-states.ts'
import { moneyStates } from './money-states.ts'
import { registerStates } from './register-states.ts'
import { reportStates } from './report-states.ts'
import { publicReportStates } from './public-report-states.ts'
import { salesPointStates } from './sales-point-states.ts'
import { trainingStates } from './training-states.ts'
import { openSite, type Site } from './site.ts'
import { supportStates } from './support-states.ts'
import { pageRoutes } from './verbs.ts'

const desk = 'office leader advisor'
/**
 * What stands in one record only, as it may be written anywhere; who must find it, and who else may. `ledger`: a title, which stands in the rows
 * of the ledger too, where the administrator reads and verifies it.
 */
const canaries: Record<string, { written: RegExp; readers: string; others?: string; ledger?: true }> = {
  'money of the desk': { written: /Khoản Canari 38/, readers: desk, ledger: true },
  'money of another province': { written: /Khoản Canari 37/, readers: 'otherOffice' },
  'support of a producer': { written: /Chi tiết Canari/, readers: `${desk} producer` },
  'a draft of a plan': { written: /Dự thảo Canari/, readers: desk, ledger: true },
  'figures another producer has filed': {
    written: /7[.,]?318[.,]?642[.,]?975/,
    readers: `${desk} otherProducer otherOfficer otherCommuneLeader`,
  },
  'figures a producer has not filed': { written: /6[.,]?214[.,]?735[.,]?189/, readers: 'producer' },
  'phone of somebody at a course': { written: /0912[ .]?345[ .]?678/, readers: 'office', others: 'producer' },
  'an event not told of yet': { written: /Hội chợ Canari dự kiến/, readers: desk, ledger: true },
  'what a product brought home': { written: /8[.,]?123[.,]?456[.,]?789/, readers: `${desk} producer officer communeLeader`, ledger: true },
  'what a point of sale earned': { written: /9[.,]?234[.,]?567[.,]?891/, readers: `${desk} producer`, ledger: true },
  'why an inspection is held': { written: /Lý do Canari/, readers: `${desk} bodyOfficer` },
  'an inspection not announced': { written: /Nơi Canari chưa báo/, readers: `${desk} bodyOfficer` },
  'a report being written': { written: /Lời báo cáo Canari/, readers: `${desk} officer communeLeader` },
  // Read by a press that is written down, by no page; the code by nobody who does not hold it.
  'who reported misuse': { written: /Canari Báo Tin|0977[ .]?313[ .]?414/, readers: '' },
  'the code of a report': { written: /CANARX[2-9A-Z]{10}/, readers: '' },
  'a report from the public': { written: /Phản ánh về Canari/, readers: desk },
  'ethnicity of a head': { written: /Cờ Lao Canari/, readers: '', others: 'office otherProducer' },
}
/** Figures that could tell of one producer, of persons or of money. */
const telling = ['revenue-of-producers', 'workers-of-producers', 'money-disbursed', 'producers-led-by-minority', 'producers-trained']

let site: Site
let world: World
let cast: Cast
let ids: Record<string, string[]>

async function year(person: Person, producerId: string, at: string, revenue: string, filed: boolean): Promise<void> {
  await actAs(world, person, (ctx) => saveYear(ctx, { producerId, year: at }, { workers: '8', workersTrained: '0', revenue }, 0))
  if (filed) await actAs(world, person, (ctx) => fileYear(ctx, { producerId, year: at }, {}))
}

/** Up to so many ids of a table, the newest first. */
async function idsOf(table: string, column = 'id', most = 8): Promise<string[]> {
  const { rows } = await site.services.database.run(`select distinct "${column}"::text as id from "${table}" order by 1 desc limit ${most}`)
  return (rows as { id: string | null }[]).flatMap((row) => row.id ?? [])
}

beforeAll(async () => {
  process.env['TRUST_PROXY'] = '1'
  site = await openSite()
  world = await makeWorld(site.services)
  const { money } = await moneyStates(world, 'Khoản Canari 38')
  // The plan of that money is issued, so its words are for many.
  const { db } = site.services.database
  await db.updateTable('programmePlan').set({ title: 'Kế hoạch có kinh phí' }).where('familyId', '=', money.plan).execute()
  await db.updateTable('programmeMoney').set({ title: 'Khoản của kế hoạch' }).execute()
  await actAs(world, 'otherProvinceOffice', async (ctx) => {
    const sourceId = await addSource(ctx, { kind: 'province', name: 'Nguồn tỉnh bạn' })
    const line = await addLine(ctx, { title: 'Khoản Canari 37', year: '2026', itemCategory: 'other', planned: '5.000.000' })
    await enterMoney(ctx, line, 'allocation', { sourceId, amount: '5.000.000', onDay: '10/09/2026', decisionNumber: '1/QĐ' })
  })
  await supportStates(world, 'Hỗ trợ')
  await db.updateTable('supportContract').set({ itemDetail: 'Chi tiết Canari' }).execute()
  await registerStates(world, 'Kênh')
  await bodyStates(world)
  await trainingStates(world, 'Lớp')
  const { salesPoint } = await salesPointStates(world, 'Điểm')
  await actAs(world, 'producer', (ctx) => fileMonth(ctx, salesPoint.running, '2026-08', { ...monthInput, revenue: '9234567891' }))
  const { promotion } = await promotionStates(world, 'Hội chợ Canari')
  await actAs(world, 'producer', (ctx) => recordPartResult(ctx, promotion.held.eventId, promotion.held.partId, { revenue: '8123456789' }))
  const { inspection } = await inspectionStates(world, 'Kiểm tra')
  const held = [inspection.unannounced, inspection.recorded]
  await db.updateTable('inspection').set({ kind: 'adhoc', reason: 'Lý do Canari' }).where('id', 'in', held).execute()
  await db.updateTable('inspection').set({ place: 'Nơi Canari chưa báo' }).where('id', '=', inspection.unannounced).execute()
  await publicReportStates(world, 'Canari', 'Canari Báo Tin')
  await site.services.database.run(`update public_report set code = 'CANARX' || substr(code, 7)`)
  const report = await reportStates(world, 'báo cáo')
  await db.updateTable('report').set({ comment: 'Lời báo cáo Canari' }).where('id', '=', report.samSon).execute()
  await draftPlan(world, 'Dự thảo Canari')
  await issuedPlan(world, 'Kế hoạch đã ban hành')
  await year('otherProducer', world.producers.other, '2025', '7.318.642.975', true)
  await year('producer', world.producers.own, '2025', '1.000.000.000', true)
  await year('producer', world.producers.own, '2024', '6.214.735.189', false)
  await db.updateTable('producerPrivate').set({ headEthnicity: 'Cờ Lao Canari' }).where('producerId', '=', world.producers.other).execute()
  cast = await openCast(site, world)
  ids = {
    plan: await idsOf('programme_plan'),
    family: await idsOf('programme_plan', 'family_id'),
    work: await idsOf('task_work', 'id', 3),
    line: await idsOf('budget_line'),
    source: await idsOf('fund_source'),
    entry: await idsOf('money_entry'),
    support: await idsOf('support_contract'),
    milestone: await idsOf('support_milestone', 'id', 3),
    receivable: await idsOf('receivable'),
    policy: await idsOf('reward_policy', 'id', 2),
    list: await idsOf('reward_list', 'id', 2),
    body: await idsOf('body', 'id', 3),
    batch: await idsOf('sheet_batch', 'id', 2),
    attachment: await idsOf('attachment'),
    document: await idsOf('document'),
    record: [...(await idsOf('channel_listing', 'id', 2)), ...(await idsOf('craft_village', 'id', 2))],
    course: await idsOf('training_course', 'id', 4),
    event: await idsOf('promotion_event', 'id', 3),
    point: await idsOf('sales_point', 'id', 2),
    inspection: [...held, inspection.planned],
    inspectionPlan: await idsOf('inspection_plan', 'id', 3),
    violation: await idsOf('violation', 'id', 3),
    call: await idsOf('report_call', 'id', 2),
    form: await idsOf('report_form', 'id', 2),
    report: [report.own, report.samSon, report.hauLoc, report.body],
    producer: Object.values(world.producers),
    misuse: await idsOf('public_report'),
    case: await idsOf('public_report_case'),
    message: await idsOf('public_report_message'),
    year: ['2025', '2024'],
  }
}, 180_000)
afterAll(async () => {
  delete process.env['TRUST_PROXY']
  await site.close()
})

/** What the gaps of an address stand for, by how it begins; the first that fits. */
function gapsOf(path: string): Record<string, readonly string[]> {
  const place: Record<string, Record<string, readonly string[] | undefined>> = {
    '/ke-hoach/': { id: ids['plan'], kind: ['chi-tieu', 'nhiem-vu', 'kinh-phi', 'san-pham'], key: ['T01', 'N01', 'K01', '1', 'them'] },
    '/nhiem-vu/': { id: ids['work'] },
    '/kinh-phi/khoan/': { id: ids['line'], kind: ['disbursement'] },
    '/kinh-phi/but-toan/': { id: ids['entry'] },
    '/kinh-phi/ke-hoach/': { family: ids['family'] },
    '/ho-tro/phai-thu/': { id: ids['receivable'] },
    '/ho-tro/': { id: ids['support'], milestone: ids['milestone'] },
    '/thuong/chinh-sach/': { id: ids['policy'] },
    '/thuong/danh-sach/': { id: ids['list'] },
    '/so-theo-doi/': { register: registers.map((one) => one.slug), id: ids['record'] },
    '/so-lieu-nam/': { producer: ids['producer'], year: ids['year'] },
    '/chi-tieu/': { id: telling, plan: ids['plan'], family: ids['family'], code: ['T01'] },
    '/co-quan/': { id: ids['body'] },
    '/nhap-bang/lo/': { id: ids['batch'] },
    '/nhap-bang/': { kind: ['co-quan', 'so-lieu-nam', ...registers.map((one) => one.slug)] },
    '/tap-huan/': { id: ids['course'] },
    '/xuc-tien/': { id: ids['event'] },
    '/diem-ban/': { id: ids['point'] },
    '/hau-kiem/ke-hoach/': { plan: ids['inspectionPlan'] },
    '/hau-kiem/vi-pham/': { violation: ids['violation'] },
    '/hau-kiem/': { id: ids['inspection'] },
    '/bao-cao/dot/': { id: ids['call'] },
    '/bao-cao/mau/': { id: ids['form'] },
    '/bao-cao/': { id: ids['report'], row: ['star.new', 'lead.checks'] },
    '/tinh/phan-anh/vu-viec/': { id: ids['case'] },
    '/tinh/phan-anh/': { id: ids['misuse'] },
    '/thong-bao-phan-anh/': { id: ids['message'] },
    '/dinh-kem/': { id: ids['attachment'] },
    '/tep/van-ban/': { id: ids['document'] },
    '/chu-the/': { id: ids['producer'] },
  }
  const [, gaps = {}] = Object.entries(place).find(([start]) => path.startsWith(start)) ?? []
  return Object.fromEntries(Object.entries(gaps).map(([name, values]) => [name, values ?? []]))
}

/** A name of the API's own ids: `lineId` is a line, `planId` a plan. */
function gapsOfCall(): Record<string, readonly string[]> {
  const named = Object.entries(ids).map(([name, values]) => [`${name}Id`, values] as const)
  return { ...ids, ...Object.fromEntries(named), register: registers.map((one) => one.slug), indicator: telling, id: [] }
}

/** The programme office, what it stands beside, and where everything that happens is told. */
const areas =
  /^\/($|chuong-trinh|tong-quan|chi-tieu|ke-hoach|nhiem-vu|kinh-phi|ho-tro|thuong|so-theo-doi|so-lieu-nam|tap-huan|xuc-tien|lich-hoat-dong|lo-san-xuat|diem-ban|hau-kiem|hau-kiem-cua-toi|bao-cao|co-quan|nhap-bang|dinh-kem|tep\/van-ban|phan-anh|tinh\/phan-anh|thong-bao|quan-tri\/nhat-ky|chu-the)/

/** Who stands outside the programme office: one refusal of a kind speaks for the others. */
const outsiders: readonly Part[] = ['clerk', 'admin', 'chair', 'viceChair', 'member', 'conflicted', 'secretary', 'noRole', 'stranger']

async function everythingFor(part: Part): Promise<Seen[]> {
  const pages = pageRoutes()
    .filter((page) => areas.test(page.path))
    .flatMap((page) => filled(page.path, gapsOf(page.path)))
  const calls = endpointsOf(site.services, site.services.auth)
    .filter((endpoint) => endpoint.method === 'get')
    .flatMap((endpoint) => asked(endpoint, gapsOfCall()))
  const searches = ['/ke-hoach', '/kinh-phi/so', '/ho-tro', '/so-lieu-nam', '/nhiem-vu', '/xuc-tien', '/quan-tri/nhat-ky'].map(
    (at) => `${at}?q=canari`,
  )
  const months = ['/lich-hoat-dong?thang=2026-09', '/api/v1/activities?month=2026-09']
  return crawl(cast, part, ['/', ...pages, '/tinh/phan-anh?q=canari', ...searches, ...months, ...calls], {
    follow: false,
    alike: outsiders.includes(part),
  })
}

describe('what one may not read stands nowhere', () => {
  test.each(parts)(
    '%s',
    async (part) => {
      const seen = await everythingFor(part)
      expect(seen.filter((one) => one.status >= 500 || one.status === 429).map((one) => one.at)).toEqual([])
      for (const [name, { written, readers, others = '', ledger = false }] of Object.entries(canaries)) {
        const where = seen
          .filter((one) => written.test(one.text) && !(ledger && /^\/(quan-tri\/nhat-ky|api\/v1\/ledger)/.test(one.at)))
          .map((one) => one.at)
        if (readers.split(' ').includes(part)) expect([name, where.length > 0]).toEqual([name, true])
        else if (!others.split(' ').includes(part)) expect([name, where]).toEqual([name, []])
      }
    },
    180_000,
  )
})
