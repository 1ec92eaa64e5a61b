// The permission matrix of promotion: rows of the pages.
import { look, press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string>) => ({ form: fields })
const readers = 'leader advisor'
const local = 'producer otherProducer officer otherOfficer communeLeader otherCommuneLeader bodyOfficer'
const at = (which: 'planned' | 'open' | 'held') => (given: Given) => `/xuc-tien/${given.promotion[which].eventId}`
const event = { kind: 'fair', title: 'Hội chợ mới', reach: 'province', startsOn: '20/09/2026', endsOn: '21/09/2026' }
const page = (verb: string) => `promotion/event.page.tsx ${verb}`
const not = `${readers} ${local}`

export const promotionPageRows: Row[] = [
  press('promotion/event-new.page.tsx addEvent', () => '/xuc-tien/them', form(event), 'office otherOffice', readers),
  press(
    'promotion/event-edit.page.tsx changeEvent',
    (given) => `${at('planned')(given)}/sua`,
    form({ ...event, title: 'Tên khác', _version: '1' }),
    'office',
    readers,
  ),
  press(page('openEvent'), at('planned'), form({ deed: 'open' }), 'office', readers),
  press(page('holdEvent'), at('open'), form({ deed: 'hold', visitors: '10', result: '' }), 'office', not),
  press(page('cancelEvent'), at('open'), form({ deed: 'cancel', reason: 'Bão.' }), 'office', not),
  press(
    page('askForPart'),
    at('open'),
    (given) => form({ deed: 'ask', productId: given.promotion.freeProductId }),
    'producer',
    `office ${readers} officer otherOfficer communeLeader otherCommuneLeader bodyOfficer`,
  ),
  press(page('invitePart'), at('open'), (given) => form({ deed: 'invite', product: given.promotion.freeProductId }), 'office', not),
  press(page('settlePart'), at('open'), (given) => form({ deed: 'settle', part: given.promotion.open.partId, to: 'taken' }), 'office', not),
  press(
    page('giveStall'),
    at('held'),
    (given) => form({ deed: 'stall', producerId: given.world.producers.own, stall: 'A12' }),
    'office',
    not,
  ),
  press(
    page('answerPart'),
    at('open'),
    (given) => form({ deed: 'answer', part: given.promotion.open.partId, to: 'declined' }),
    'producer',
    `office ${readers}`,
  ),
  press(
    page('recordPartResult'),
    at('held'),
    (given) => form({ deed: 'result', part: given.promotion.held.partId, revenue: '0', contracts: '', contractValue: '' }),
    'office producer',
    readers,
  ),
]

export const promotionReadRows: Row[] = [
  ...['/xuc-tien', '/xuc-tien.xlsx', '/lich-hoat-dong'].map((path) => look(`see ${path}`, () => path, `office otherOffice ${not}`)),
  look('see a planned event', at('planned'), `office ${readers}`),
  look('see an event', at('open'), `office ${not}`),
  look('take the products of an event as Excel', (given) => `${at('open')(given)}/danh-sach.xlsx`, `office ${readers}`),
]
