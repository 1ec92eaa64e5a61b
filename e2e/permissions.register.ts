// The permission matrix of registers: the same pages, seen through one that producers keep and one that communes keep.
import { press, type Given, type Row } from './permissions.row.ts'
import { channelInput, villageInput } from './register-states.ts'

const form = (fields: Record<string, string>) => ({ form: fields })
const readers = 'leader advisor'
const local = 'officer communeLeader'
const channel = (given: Given) => `/so-theo-doi/kenh-ban/${given.register.channel}`
const village = (given: Given) => `/so-theo-doi/lang-nghe/${given.register.village}`
const ending = { deed: 'end', endedOn: '15/09/2026', reason: 'Đã đóng gian hàng.' }

export const registerPageRows: readonly Row[] = [
  press(
    'register/record-new.page.tsx addRecord',
    () => '/so-theo-doi/kenh-ban/them',
    (given) => form({ ...channelInput, name: 'Gian hàng mới', producerId: given.world.producers.own }),
    'office producer',
    `${readers} ${local} otherOfficer otherCommuneLeader`,
    // They enter channels too, of other producers.
    { except: { otherProducer: 422, otherOffice: 422 } },
  ),
  press(
    'register/record-new.page.tsx addRecord',
    () => '/so-theo-doi/lang-nghe/them',
    form({ ...villageInput, name: 'Làng nghề mới' }),
    `office ${local}`,
    readers,
    { except: { otherOfficer: 422, otherCommuneLeader: 422, otherOffice: 422 } },
  ),
  press(
    'register/record-edit.page.tsx changeRecord',
    (given) => `${channel(given)}/sua`,
    (given) => form({ ...channelInput, name: 'Tên mới', producerId: given.world.producers.own, _version: '1' }),
    'office producer',
    `${readers} ${local}`,
  ),
  press(
    'register/record-edit.page.tsx changeRecord',
    (given) => `${village(given)}/sua`,
    form({ ...villageInput, name: 'Tên mới', _version: '1' }),
    `office ${local}`,
    readers,
  ),
  press('register/record.page.tsx endRecord', channel, form(ending), 'office producer', `${readers} ${local}`),
  press('register/record.page.tsx endRecord', village, form(ending), `office ${local}`, readers),
  press(
    'register/record.page.tsx reopenRecord',
    (given) => `/so-theo-doi/kenh-ban/${given.register.ended}`,
    form({ deed: 'reopen', reason: 'Kết thúc nhầm.' }),
    'office producer',
    `${readers} ${local}`,
  ),
  press('register/record.page.tsx checkRecord', channel, form({ deed: 'check', version: '1' }), 'office', `producer ${readers} ${local}`),
]
