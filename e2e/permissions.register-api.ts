// The API's rows of registers and yearly figures. A verb takes its line from the pages' table: one right, two doors.
import { doorsOf, look, type Given, type Outcome, type Row } from './permissions.row.ts'
import { producerYearPageRows } from './permissions.producer-year.ts'
import { registerPageRows } from './permissions.register.ts'
import { channelInput } from './register-states.ts'

const doors = doorsOf([...registerPageRows, ...producerYearPageRows])
const door = (method: string, path: string, page: string, at: (given: Given) => string, json?: (given: Given) => unknown): Row =>
  doors(`${method} ${path}`, page, at, json)

function see(path: string, at: (given: Given) => string, may: string, not = '', others: Outcome = 'notFound'): Row {
  return look(`GET ${path}`, (given) => `/api/v1${at(given)}`, may, not, others)
}

const record = '/registers/{register}/records/{recordId}'
const year = '/producers/{producerId}/years/{year}'
const channel =
  (tail = '') =>
  (given: Given) =>
    `/registers/kenh-ban/records/${given.register.channel}${tail}`
const yearAt =
  (which: 'draft' | 'filed', tail = '') =>
  (given: Given) =>
    `/producers/${given.world.producers.own}/years/${given.producerYear[which]}${tail}`
const local = 'officer otherOfficer communeLeader otherCommuneLeader'
const desk = 'office otherOffice leader advisor'
const around = 'producer office leader advisor officer communeLeader'
const channelJson = (given: Given) => ({ ...channelInput, name: 'Gian hàng mới', producerId: given.world.producers.own })

export const registerApiRows: Row[] = [
  see('/registers', () => '/registers', `${desk} ${local} producer otherProducer`, '', 'forbidden'),
  see('/registers/{register}/records', () => '/registers/kenh-ban/records', `${desk} ${local} producer otherProducer`),
  see(record, channel(), around),
  door('POST', '/registers/{register}/records', 'addRecord', () => '/registers/kenh-ban/records', channelJson),
  door('PUT', record, 'changeRecord', channel(), (given) => ({ version: 1, fields: channelJson(given) })),
  door('POST', `${record}/end`, 'endRecord', channel('/end'), () => ({ endedOn: '15/09/2026', reason: 'Đã đóng.' })),
  door(
    'POST',
    `${record}/reopen`,
    'reopenRecord',
    (given) => `/registers/kenh-ban/records/${given.register.ended}/reopen`,
    () => ({ reason: 'Kết thúc nhầm.' }),
  ),
  door('POST', `${record}/check`, 'checkRecord', channel('/check'), () => ({ version: 1 })),
  see('/producer-years', () => '/producer-years?year=2025', `${desk} ${local}`, '', 'forbidden'),
  see(year, yearAt('filed'), around),
  door(
    'PUT',
    '/producer-years/{year}/due',
    'moveYearTerm',
    () => '/producer-years/2025/due',
    () => ({ dueOn: '31/12/2026', reason: 'Mưa lũ.' }),
  ),
  door('PUT', year, 'saveYear', yearAt('draft'), () => ({ version: 1, figures: { workers: 9 } })),
  door('POST', `${year}/file`, 'fileYear', yearAt('draft', '/file'), () => ({})),
  door('POST', `${year}/take-back`, 'takeBackYear', yearAt('filed', '/take-back')),
  door('POST', `${year}/check`, 'checkYear', yearAt('filed', '/check'), () => ({})),
  door('POST', `${year}/return`, 'returnYear', yearAt('filed', '/return'), () => ({ reason: 'Xem lại doanh thu.' })),
]
