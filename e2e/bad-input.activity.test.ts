// Rubbish in the forms and calls of training, promotion and points of sale: refused at the field, with the typed text kept and no row more.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '#/testing/world.ts'
import { expectRefused } from './bad-input.fixture.ts'
import { openCast, type Cast, type Part, type Visit } from './cast.ts'
import { promotionStates } from './promotion-states.ts'
import { salesPointStates } from './sales-point-states.ts'
import { openSite, type Site } from './site.ts'
import { trainingStates } from './training-states.ts'

let site: Site
let world: World
let cast: Cast
let given: Awaited<ReturnType<typeof trainingStates>> &
  Awaited<ReturnType<typeof promotionStates>> &
  Awaited<ReturnType<typeof salesPointStates>>

beforeAll(async () => {
  site = await openSite()
  world = await makeWorld(site.services)
  given = {
    ...(await trainingStates(world, 'Lớp')),
    ...(await promotionStates(world, 'Hội chợ')),
    ...(await salesPointStates(world, 'Điểm')),
  }
  cast = await openCast(site, world)
}, 120_000)
afterAll(() => site.close())

type At = string | (() => string)
type Case = [
  what: string,
  part: Part,
  at: At,
  visit: Visit | (() => Visit),
  field: string,
  says: [vi: string, en: string],
  keeps?: string[],
]

const course = {
  deed: 'add',
  kind: 'training',
  title: 'Lớp đã gõ dở',
  topic: 'cycle',
  audience: 'both',
  startsOn: '20/09/2026',
  endsOn: '20/09/2026',
}
const event = { deed: 'add', kind: 'fair', title: 'Hội chợ đã gõ dở', reach: 'province', startsOn: '20/09/2026', endsOn: '21/09/2026' }
const form = (fields: Record<string, string>) => ({ form: fields })
const held = () => `/xuc-tien/${given.promotion.held.eventId}`
const result = (over: Record<string, string>) => () =>
  form({ deed: 'result', part: given.promotion.held.partId, revenue: '', contracts: '', contractValue: '', ...over })
const point = () => `/diem-ban/${given.salesPoint.running}`
const month = { deed: 'month', month: '2026-08', revenue: '0', products: '4', ocopProducts: '2', note: 'Đã gõ dở' }

test.each<Case>([
  [
    'a day that does not exist',
    'office',
    '/tap-huan/them',
    form({ ...course, startsOn: '31/02/2026' }),
    'startsOn',
    ['không có trong lịch', 'no such day'],
    ['Lớp đã gõ dở', '31/02/2026'],
  ],
  [
    'a course that ends before it begins',
    'office',
    '/tap-huan/them',
    form({ ...course, endsOn: '19/09/2026' }),
    'endsOn',
    ['không trước ngày bắt đầu', 'on or after'],
    ['19/09/2026'],
  ],
  [
    'half a seat',
    'office',
    '/tap-huan/them',
    form({ ...course, seats: '10,5' }),
    'seats',
    ['số nguyên từ 1', 'whole number from 1'],
    ['10,5'],
  ],
  [
    'a task of no plan',
    'office',
    '/tap-huan/them',
    form({ ...course, task: '0000:N01' }),
    'task',
    ['Chọn trong danh sách', 'Choose from the list'],
    ['Lớp đã gõ dở'],
  ],
  [
    'a title of 301 signs',
    'office',
    '/xuc-tien/them',
    form({ ...event, title: 'ă'.repeat(301) }),
    'title',
    ['Dài quá 300', 'Longer than 300'],
  ],
  [
    'a kind nobody knows',
    'office',
    '/xuc-tien/them',
    form({ ...event, kind: '<script>' }),
    'kind',
    ['không có trong danh sách', 'not in the list'],
    ['Hội chợ đã gõ dở'],
  ],
  ['money below zero', 'producer', held, result({ revenue: '-1' }), 'revenue', ['số đồng nguyên', 'whole đồng'], ['-1']],
  ['a fraction of a đồng', 'producer', held, result({ revenue: '1000,5' }), 'revenue', ['số đồng nguyên', 'whole đồng'], ['1000,5']],
  ['more than 10^15 đồng', 'producer', held, result({ revenue: '1000000000000001' }), 'revenue', ['số đồng nguyên', 'whole đồng']],
  ['value without contracts', 'producer', held, result({ contractValue: '5' }), 'contracts', ['số hợp đồng', 'how many contracts']],
  [
    'a stall too long',
    'office',
    held,
    () => form({ deed: 'stall', producerId: world.producers.own, stall: 'A'.repeat(31) }),
    'stall',
    ['Dài quá 30', 'Longer than 30'],
  ],
  [
    'more OCOP products than products',
    'producer',
    point,
    form({ ...month, ocopProducts: '5' }),
    'ocopProducts',
    ['Không nhiều hơn', 'Not more than'],
    ['Đã gõ dở'],
  ],
  [
    'a month that is not over',
    'producer',
    point,
    form({ ...month, month: '2026-09' }),
    'month',
    ['tháng đã qua', 'month that is over'],
    ['Đã gõ dở'],
  ],
  [
    'no figure where zero is one',
    'producer',
    point,
    form({ ...month, revenue: '' }),
    'revenue',
    ['không bán được thì ghi 0', 'nothing sold is 0'],
    ['Đã gõ dở'],
  ],
  [
    'a code of a phone',
    'producer',
    () => `/tap-huan/${given.training.open.courseId}`,
    form({ deed: 'register', personName: 'Trần Văn Dở', phone: '12ab' }),
    'phone',
    ['số điện thoại', 'telephone number'],
    ['Trần Văn Dở'],
  ],
  [
    '1.5 in JSON is no 15',
    'producer',
    () => `/api/v1${held().replace('/xuc-tien', '/events')}/products/${given.promotion.held.partId}/result`,
    { method: 'PUT', json: { revenue: 1.5 } },
    'revenue',
    ['số đồng nguyên', 'whole đồng'],
  ],
  [
    'an unknown producer of a person',
    'office',
    () => `/api/v1/courses/${given.training.running.courseId}/people`,
    { method: 'POST', json: { personName: 'X', role: 'producer', producer: 'Không Có' } },
    'producer',
    ['Không có chủ thể này', 'no such producer'],
  ],
])('%s', async (_what, part, at, visit, field, says, keeps = []) => {
  await expectRefused(site, cast, part, typeof at === 'function' ? at() : at, typeof visit === 'function' ? visit() : visit, {
    status: 422,
    says,
    field,
    keeps,
  })
})

test.each(['thang=2026-13', 'thang=%00', "thang=2026-09'--", 'thang=9999-99&loai=x'])(
  'rubbish in the address of the calendar (%s) is the month of today',
  async (query) => {
    const answer = await cast.as('producer', `/lich-hoat-dong?${query}`)
    expect([answer.status, answer.text.includes('tháng 9/2026')]).toEqual([200, true])
  },
)
