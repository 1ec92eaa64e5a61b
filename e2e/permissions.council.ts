// The permission matrix of a council's composition, substitutes, invitations, presentations and own papers: pages, and their doors in the API.
import { press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string>) => ({ form: fields })
const council = (given: Given, tail: string) => `/tinh/hoi-dong/${given.meeting.councilId}/${tail}`
const prepared = (given: Given) => council(given, `ky-hop/${given.plannedMeetingId}/chuan-bi`)
const staff = 'advisor leader clerk admin'
const seatedNotChair = 'viceChair member conflicted secretary'

export const councilPageRows: readonly Row[] = [
  press(
    'office/council-composition.page.tsx setComposition',
    (given) => `/tinh/hoi-dong/${given.newCouncilId}/thanh-phan`,
    form({ regulationId: 'qd-26-2026', sizeMin: '', sizeMax: '', chairDelegation: '', _version: '1' }),
    'office',
    staff,
  ),
  press(
    'office/council-rules-paper.page.tsx saveCouncilRulesText',
    (given) => council(given, 'van-ban-quy-che'),
    form({ _do: 'save', text: 'Điều 1.', _version: '0' }),
    'office chair',
    `${staff} ${seatedNotChair}`,
  ),
  press(
    'office/council-rules-paper.page.tsx issueCouncilRules',
    (given) => council(given, 'van-ban-quy-che'),
    form({ _do: 'issue', number: '', date: '31/02/2026', signer: 'Nguyễn Văn Chủ' }),
    'office chair',
    `${staff} ${seatedNotChair}`,
    { ends: 409 },
  ),
  press(
    'office/council-session.page.tsx issueInvitation',
    prepared,
    form({ _do: 'invite', number: '', date: '15/09/2026', signer: 'Nguyễn Văn Chủ', signerPost: 'Chủ tịch', content: 'Họp.', guests: '' }),
    'office chair',
    seatedNotChair,
  ),
  press(
    'office/council-session.page.tsx nameSubstitute',
    prepared,
    (given) =>
      form({
        _do: 'substitute',
        memberId: given.meeting.members.seat8,
        accountId: given.world.accounts.advisor,
        bodyId: '',
        post: 'Phó Trưởng phòng',
        mandateNumber: '45/SYT',
        mandateDate: '14/09/2026',
      }),
    'office',
  ),
  press(
    'office/council-session.page.tsx withdrawSubstitute',
    prepared,
    form({ _do: 'withdraw', memberId: '00000000-0000-7000-8000-000000000000', reason: 'Dự được.' }),
    '',
  ),
  press(
    'office/council-session.page.tsx setPresentation',
    prepared,
    (given) => form({ _do: 'slot', itemId: given.plannedItemId, from: '08:00', to: '08:15' }),
    'office',
  ),
  press(
    'council/invitation.page.tsx openInvitation',
    (given) => `/hoi-dong/ky-hop/${given.plannedMeetingId}/giay-moi`,
    form({ _do: 'open' }),
    '',
  ),
  press(
    'council/report.page.tsx saveCouncilReport',
    (given) => `/hoi-dong/ky-hop/${given.meeting.meetingId}/bao-cao`,
    form({ _do: 'save', text: 'Báo cáo.', _version: '0' }),
    'office chair secretary',
    'viceChair member conflicted',
    { ends: 409 },
  ),
  press(
    'council/report.page.tsx issueCouncilReport',
    (given) => `/hoi-dong/ky-hop/${given.meeting.meetingId}/bao-cao`,
    form({ _do: 'issue', number: '', date: '15/09/2026', signer: 'Nguyễn Văn Chủ' }),
    'office chair',
    'viceChair member conflicted secretary',
    { ends: 409 },
  ),
]

/** The same right through the API: `page` names the verb's row above. */
function door(verb: string, path: string, page: string, at: (given: Given) => readonly string[], json?: (given: Given) => unknown): Row {
  const row = councilPageRows.find((one) => one.verb.endsWith(` ${page}`))
  if (!row) throw new Error(`no page row for ${page}`)
  const address = (given: Given) => {
    const places = [...at(given)]
    return `/api/v1${path.replace(/\{\w+\}/g, () => places.shift() ?? '')}`
  }
  const call = (given: Given) => ({ method: verb, ...(json ? { json: json(given) } : {}) })
  return press(`${verb} ${path}`, address, call, row.allowed.join(' '), row.forbidden.join(' '), {
    others: row.others,
    ...(row.ends === undefined ? {} : { ends: row.ends }),
  })
}

const own = (given: Given) => [given.meeting.councilId]
const plan = (given: Given) => [given.plannedMeetingId]
const running = (given: Given) => [given.meeting.meetingId]
const nobody = '00000000-0000-7000-8000-000000000000'
const signing = { number: '', date: '15/09/2026', signer: 'Nguyễn Văn Chủ' }

export const councilApiRows: readonly Row[] = [
  door(
    'PUT',
    '/councils/{councilId}/composition',
    'setComposition',
    (given) => [given.newCouncilId],
    () => ({
      regulationId: 'qd-26-2026',
      version: 1,
    }),
  ),
  door('PUT', '/councils/{councilId}/rules-paper', 'saveCouncilRulesText', own, () => ({ text: 'Điều 1.', version: 0 })),
  door('POST', '/councils/{councilId}/rules-paper/issue', 'issueCouncilRules', own, () => signing),
  door('POST', '/meetings/{meetingId}/invitation', 'issueInvitation', plan, () => ({
    ...signing,
    signerPost: 'Chủ tịch',
    content: 'Họp.',
  })),
  door('POST', '/meetings/{meetingId}/invitation/open', 'openInvitation', plan),
  door('POST', '/meetings/{meetingId}/substitutes', 'nameSubstitute', plan, (given) => ({
    memberId: given.meeting.members.seat8,
    accountId: given.world.accounts.advisor,
    post: 'Phó Trưởng phòng',
    mandateNumber: '45/SYT',
    mandateDate: '14/09/2026',
  })),
  door(
    'POST',
    '/meetings/{meetingId}/substitutes/{memberId}/withdraw',
    'withdrawSubstitute',
    (given) => [given.plannedMeetingId, nobody],
    () => ({
      reason: 'Dự được.',
    }),
  ),
  door(
    'PUT',
    '/items/{itemId}/presentation',
    'setPresentation',
    (given) => [given.plannedItemId],
    () => ({ from: '08:00', to: '08:15' }),
  ),
  door('PUT', '/meetings/{meetingId}/report', 'saveCouncilReport', running, () => ({ text: 'Báo cáo.', version: 0 })),
  door('POST', '/meetings/{meetingId}/report/issue', 'issueCouncilReport', running, () => signing),
]
