// The API's rows of training, promotion and points of sale. A verb takes its line from the pages' table: one right, two doors.
import { allMet, monthInput, pointInput } from '#/programme/sales-point/sales-point.fixture.ts'
import { doorsOf, everyone, look, type Given, type Outcome, type Row } from './permissions.row.ts'
import { promotionPageRows } from './permissions.promotion.ts'
import { salesPointPageRows } from './permissions.sales-point.ts'
import { trainingPageRows } from './permissions.training.ts'
import { signer } from './training-states.ts'

const door = doorsOf([...trainingPageRows, ...promotionPageRows, ...salesPointPageRows])

function see(path: string, at: (given: Given) => string, may: string, not = '', others: Outcome = 'notFound'): Row {
  return look(`GET ${path}`, (given) => `/api/v1${at(given)}`, may, not, others)
}

const desk = 'office leader advisor'
const local = 'producer otherProducer officer otherOfficer communeLeader otherCommuneLeader bodyOfficer'
const reason = () => ({ reason: 'Bão.' })

type Course = 'planned' | 'sessioned' | 'held' | 'ended'
const course =
  (which: Course | 'open' | 'running', tail = '') =>
  ({ training }: Given) =>
    `/courses/${which === 'open' || which === 'running' ? training[which].courseId : training[which]}${tail}`
const courseJson = () => ({
  kind: 'training',
  title: 'Lớp mới',
  topic: 'cycle',
  audience: 'both',
  startsOn: '2026-09-20',
  endsOn: '2026-09-20',
})

const event =
  (which: 'planned' | 'open' | 'held', tail = '') =>
  ({ promotion }: Given) =>
    `/events/${promotion[which].eventId}${tail}`
const part =
  (which: 'open' | 'held', tail: string) =>
  ({ promotion }: Given) =>
    `/events/${promotion[which].eventId}/products/${promotion[which].partId}${tail}`
const eventJson = () => ({ kind: 'fair', title: 'Hội chợ mới', reach: 'province', startsOn: '2026-09-20', endsOn: '2026-09-21' })

const point =
  (which: 'planned' | 'running', tail = '') =>
  ({ salesPoint }: Given) =>
    `/sales-points/${salesPoint[which]}${tail}`
const pointJson = (name: string) => () => ({ ...pointInput, name })

const training: Row[] = [
  see('/courses', () => '/courses', `${desk} ${local} otherOffice`),
  see('/courses/{courseId}', course('running'), `${desk} ${local}`),
  see('/courses/{courseId}/people', course('running', '/people'), `${desk} ${local}`),
  door('POST /courses', 'addCourse', () => '/courses', courseJson),
  door('PUT /courses/{courseId}', 'changeCourse', course('planned'), () => ({ ...courseJson(), title: 'Tên khác', version: 1 })),
  door('POST /courses/{courseId}/open', 'openCourse', course('planned', '/open')),
  door('POST /courses/{courseId}/start', 'startCourse', course('open', '/start')),
  door('POST /courses/{courseId}/hold', 'holdCourse', course('running', '/hold'), () => ({ result: '' })),
  door('POST /courses/{courseId}/cancel', 'cancelCourse', course('open', '/cancel'), reason),
  door('POST /courses/{courseId}/sessions', 'addSession', course('sessioned', '/sessions'), () => ({
    heldOn: '2026-09-15',
    title: 'Chiều',
  })),
  door('DELETE /courses/{courseId}/sessions/{sessionId}', 'removeSession', (given) =>
    course('sessioned', `/sessions/${given.training.sessionId}`)(given),
  ),
  door('POST /courses/{courseId}/people', 'addPerson', course('running', '/people'), () => ({ personName: 'Trần Thị Mới', role: 'other' })),
  door(
    'POST /courses/{courseId}/people/{personId}/remove',
    'removePerson',
    (given) => course('running', `/people/${given.training.running.personId}/remove`)(given),
    reason,
  ),
  door('POST /courses/{courseId}/registrations', 'registerPerson', course('open', '/registrations'), () => ({ personName: 'Người mới' })),
  door('DELETE /courses/{courseId}/registrations/{personId}', 'withdrawPerson', (given) =>
    course('open', `/registrations/${given.training.open.personId}`)(given),
  ),
  door('POST /courses/{courseId}/code', 'openCode', course('running', '/code'), () => ({ minutes: 30 })),
  door('DELETE /courses/{courseId}/code', 'closeCode', course('running', '/code')),
  door('POST /courses/{courseId}/attend', 'attendByCode', course('running', '/attend'), () => ({ code: 'ZZZZZZ' })),
  door('POST /courses/{courseId}/presence', 'tickPresence', course('running', '/presence'), () => ({ shown: [], present: [] })),
  door('POST /courses/{courseId}/certificates', 'issueTrainingCertificates', course('ended', '/certificates'), () => signer),
]

const promotion: Row[] = [
  see('/activities', () => '/activities?month=2026-09', `${desk} ${local} otherOffice`),
  see('/events', () => '/events', `${desk} ${local} otherOffice`),
  see('/events/{eventId}', event('open'), `${desk} ${local}`),
  door('POST /events', 'addEvent', () => '/events', eventJson),
  door('PUT /events/{eventId}', 'changeEvent', event('planned'), () => ({ ...eventJson(), title: 'Tên khác', version: 1 })),
  door('POST /events/{eventId}/open', 'openEvent', event('planned', '/open')),
  door('POST /events/{eventId}/hold', 'holdEvent', event('open', '/hold'), () => ({ visitors: 10 })),
  door('POST /events/{eventId}/cancel', 'cancelEvent', event('open', '/cancel'), reason),
  door('POST /events/{eventId}/products', 'askForPart', event('open', '/products'), (given) => ({
    productId: given.promotion.freeProductId,
  })),
  door('POST /events/{eventId}/invitations', 'invitePart', event('open', '/invitations'), (given) => ({
    product: given.promotion.freeProductId,
  })),
  door('POST /events/{eventId}/products/{partId}/settle', 'settlePart', part('open', '/settle'), () => ({ to: 'taken' })),
  door('POST /events/{eventId}/products/{partId}/answer', 'answerPart', part('open', '/answer'), () => ({ to: 'declined' })),
  door('PUT /events/{eventId}/products/{partId}/result', 'recordPartResult', part('held', '/result'), () => ({ revenue: 0 })),
  door('PUT /events/{eventId}/stalls', 'giveStall', event('held', '/stalls'), (given) => ({
    producerId: given.world.producers.own,
    stall: 'A12',
  })),
]

const salesPoint: Row[] = [
  see('/where-to-buy', () => '/where-to-buy', everyone),
  see('/sales-points', () => '/sales-points', `${desk} ${local} otherOffice`),
  see('/sales-points/months', () => '/sales-points/months', `${desk} ${local} otherOffice`),
  see('/sales-points/criteria', () => '/sales-points/criteria', 'office otherOffice', 'leader advisor'),
  see('/sales-points/{pointId}', point('running'), `${desk} producer officer communeLeader bodyOfficer`),
  door('POST /sales-points', 'addPoint', () => '/sales-points', pointJson('Điểm mới')),
  door('PUT /sales-points/{pointId}', 'changePoint', point('planned'), () => ({ ...pointJson('Tên khác')(), version: 1 })),
  door('PUT /sales-points/{pointId}/criteria', 'judgeCriteria', point('planned', '/criteria'), () => allMet),
  door('POST /sales-points/{pointId}/open', 'openPoint', point('planned', '/open'), () => ({
    decisionNumber: '1/QĐ',
    openedOn: '05/06/2026',
  })),
  door('POST /sales-points/{pointId}/suspend', 'suspendPoint', point('running', '/suspend'), reason),
  door('POST /sales-points/{pointId}/close', 'closePoint', point('running', '/close'), () => ({
    reason: 'Hết hạn thuê.',
    closedOn: '10/09/2026',
  })),
  door('POST /sales-points/{pointId}/products', 'addPointProduct', point('running', '/products'), (given) => ({
    product: given.salesPoint.productId,
    since: '10/06/2026',
  })),
  door('DELETE /sales-points/{pointId}/products/{productId}', 'endPointProduct', (given) =>
    point('running', `/products/${given.salesPoint.productId}`)(given),
  ),
  door('PUT /sales-points/{pointId}/months/{month}', 'fileMonth', point('running', '/months/2026-08'), () => monthInput),
  door('POST /sales-points/{pointId}/months/{month}/judge', 'judgeMonth', point('running', '/months/2026-07/judge'), () => ({
    verdict: 'accepted',
  })),
]

export const activityApiRows: Row[] = [...training, ...promotion, ...salesPoint]
