// The permission matrix of support and rewards: rows of the pages.
import { paperPdf } from './files.ts'
import { look, press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string | File>) => ({ form: fields })
/** Who reads the desk's money and keeps none of it. */
const readers = 'leader advisor'
const contract = (which: 'asked' | 'approved' | 'running' | 'suspended' | 'done') => (given: Given) => `/ho-tro/${given.support[which]}`
const milestone = (which: 'openMilestone' | 'filedMilestone' | 'acceptedMilestone') => (given: Given) => given.support[which]
const list = (which: 'draft' | 'decided' | 'waiting' | 'paid') => (given: Given) => `/thuong/danh-sach/${given.reward[which]}`
const reason = { reason: 'Theo quy định.' }
/** The desk's office; the producer sees it and may not. */
const byOffice = (verb: string, at: (given: Given) => string, fields: Record<string, string>): Row =>
  press(`support/${verb}`, at, form(fields), 'office', `producer ${readers}`)
export const policy = {
  title: 'Thưởng',
  decisionNumber: 'QĐ 1',
  validFrom: '01/01/2026',
  star3: '10000000',
  upgrade: 'difference',
  renewal: 'none',
}

export const supportPageRows: Row[] = [
  press(
    'support/ask.page.tsx askSupport',
    () => '/ho-tro/moi',
    (given) => form({ producerId: given.world.producers.own, item: 'label', detail: 'In nhãn.', asked: '5000000' }),
    'producer office',
  ),
  press(
    'support/support.page.tsx approveSupport',
    contract('asked'),
    (given) =>
      form({
        deed: 'approve',
        approved: '1000000',
        lineId: given.support.lineId,
        sourceId: given.support.sourceId,
        twinReason: 'Việc khác.',
      }),
    'leader office',
    'producer advisor',
  ),
  press(
    'support/support.page.tsx refuseSupport',
    contract('asked'),
    form({ deed: 'refuse', ...reason }),
    'leader office',
    'producer advisor',
  ),
  byOffice('support.page.tsx addMilestone', contract('approved'), { deed: 'add', title: 'Mốc', dueOn: '31/12/2026', amount: '1' }),
  press(
    'support/support.page.tsx dropMilestone',
    contract('approved'),
    (given) => form({ deed: 'drop', milestone: given.support.milestone }),
    'office',
    `producer ${readers}`,
  ),
  byOffice('support.page.tsx signSupport', contract('approved'), { deed: 'sign', number: '1/HĐ', signedOn: '15/09/2026' }),
  byOffice('support.page.tsx suspendSupport', contract('running'), { deed: 'suspend', ...reason }),
  byOffice('support.page.tsx resumeSupport', contract('suspended'), { deed: 'resume', ...reason }),
  byOffice('support.page.tsx closeSupport', contract('done'), { deed: 'close' }),
  byOffice('support.page.tsx terminateSupport', contract('running'), { deed: 'terminate', ...reason }),
  press(
    'support/milestone.page.tsx fileMilestone',
    milestone('openMilestone'),
    form({ deed: 'file', note: 'Đã in.', files: paperPdf() }),
    'producer',
    `office ${readers}`,
  ),
  byOffice('milestone.page.tsx judgeMilestone', milestone('filedMilestone'), { deed: 'judge', verdict: 'accepted', remark: '' }),
  byOffice('milestone.page.tsx releaseMilestone', milestone('acceptedMilestone'), { deed: 'release' }),
  byOffice('milestone.page.tsx extendMilestone', milestone('openMilestone'), { deed: 'extend', dueOn: '31/12/2026', ...reason }),
  byOffice('milestone.page.tsx missMilestone', milestone('openMilestone'), { deed: 'miss', ...reason }),
  byOffice('receivable.page.tsx receiveMoney', (given) => `/ho-tro/phai-thu/${given.support.receivable}`, {
    deed: 'receive',
    amount: '1000000',
    receivedOn: '15/09/2026',
    paper: 'PT01',
  }),
  // The claim was made by the office of the cast, which does not waive it.
  press(
    'support/receivable.page.tsx waiveReceivable',
    (given) => `/ho-tro/phai-thu/${given.support.receivable}`,
    form({ deed: 'waive', ...reason }),
    'leader',
    'producer office advisor',
  ),
  press('reward/policies.page.tsx addPolicy', () => '/thuong/chinh-sach', form(policy), 'office otherOffice', '', { others: 'forbidden' }),
  press(
    'reward/policy.page.tsx changePolicy',
    (given) => `/thuong/chinh-sach/${given.reward.draftPolicy}`,
    form({ deed: 'change', ...policy, _version: '1' }),
    'office',
    readers,
  ),
  press(
    'reward/policy.page.tsx approvePolicy',
    (given) => `/thuong/chinh-sach/${given.reward.draftPolicy}`,
    form({ deed: 'approve' }),
    'leader',
    'office advisor',
  ),
  press(
    'reward/policy.page.tsx endPolicy',
    (given) => `/thuong/chinh-sach/${given.reward.policy}`,
    form({ deed: 'end' }),
    'office',
    readers,
  ),
  press(
    'reward/rewards.page.tsx draftRewardList',
    () => '/thuong',
    (given) =>
      form({
        policyId: given.reward.policy,
        title: 'Danh sách',
        from: '01/06/2026',
        to: '30/06/2026',
        lineId: given.reward.lineId,
        sourceId: given.reward.sourceId,
      }),
    'office',
    '',
    { others: 'forbidden', except: { otherOffice: 422 } },
  ),
  press(
    'reward/list.page.tsx decideRewardList',
    list('draft'),
    form({ deed: 'decide', numberKind: 'next', reserved: '', irregular: '', issuedOn: '15/09/2026', signerName: 'A', signerPost: 'B' }),
    'leader',
    'office advisor',
  ),
  press('reward/list.page.tsx cancelRewardList', list('draft'), form({ deed: 'cancel', ...reason }), 'office', readers),
  press(
    'reward/list.page.tsx dropReward',
    list('draft'),
    (given) => form({ deed: 'drop', rewardId: given.reward.listed, ...reason }),
    'office',
    readers,
  ),
  press('reward/list.page.tsx payRewards', list('decided'), form({ deed: 'pay' }), 'office', readers),
  press('reward/list.page.tsx approveRewardPayments', list('waiting'), form({ deed: 'approve' }), 'leader', 'office advisor'),
  press(
    'reward/list.page.tsx claimReward',
    list('paid'),
    (given) => form({ deed: 'claim', rewardId: given.reward.gone, dueOn: '31/12/2026', decisionNumber: '7/QĐ' }),
    'office',
    readers,
  ),
]

/** A producer reads its own; another producer has an own list without it. */
export const supportReadRows: Row[] = [
  ...['/ho-tro', '/ho-tro.xlsx', '/ho-tro/phai-thu', '/ho-tro/phai-thu.xlsx', '/thuong'].map((at) =>
    look(`see ${at}`, () => at, 'office otherOffice leader advisor producer otherProducer'),
  ),
  look('see the form of /ho-tro/moi', () => '/ho-tro/moi', 'office otherOffice producer otherProducer'),
  look('see a support', contract('running'), 'office leader advisor producer'),
  look('see a milestone of support', milestone('filedMilestone'), 'office leader advisor producer'),
  look('see a receivable', (given) => `/ho-tro/phai-thu/${given.support.receivable}`, 'office leader advisor producer'),
  ...['/thuong.xlsx', '/thuong/chinh-sach', '/thuong/chinh-sach.xlsx'].map((at) =>
    look(`see ${at}`, () => at, 'office otherOffice leader advisor'),
  ),
  look('see a reward policy', (given) => `/thuong/chinh-sach/${given.reward.policy}`, 'office leader advisor'),
  look('see a reward list', list('paid'), 'office leader advisor'),
  look('see a reward list as a workbook', (given) => `${list('paid')(given)}/bang.xlsx`, 'office leader advisor'),
]
