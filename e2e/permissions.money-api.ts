// The API's rows of money, support and rewards. A verb takes its line from the pages' table: one right, two doors.
import { paperPdf } from './files.ts'
import { moneyPageRows } from './permissions.money.ts'
import { look, press, type Given, type Outcome, type Row } from './permissions.row.ts'
import { policy, supportPageRows } from './permissions.support.ts'

const pages = [...moneyPageRows, ...supportPageRows]
const desk = 'office otherOffice leader advisor'
const readers = 'office leader advisor'

/** `verb`: "POST /address" as the API names it. A body with a file is sent as a form. */
function door(verb: string, page: string, at: (given: Given) => string, sends?: (given: Given) => Record<string, unknown>): Row {
  const row = pages.find((one) => one.verb.endsWith(` ${page}`))
  if (!row) throw new Error(`no page row for ${page}`)
  const [method = ''] = verb.split(' ')
  const send = (given: Given) => {
    const sent = sends?.(given)
    const hasFile = Object.values(sent ?? {}).some((value) => value instanceof File)
    return { method, ...(sent === undefined ? {} : hasFile ? { form: sent as Record<string, File> } : { json: sent }) }
  }
  return press(verb, (given) => `/api/v1${at(given)}`, send, row.allowed.join(' '), row.forbidden.join(' '), {
    others: row.others,
    except: row.except,
  })
}

function see(path: string, at: (given: Given) => string, may: string, others: Outcome = 'notFound'): Row {
  return look(`GET ${path}`, (given) => `/api/v1${at(given)}`, may, '', others)
}

const entry = (given: Given) => `/money/entries/${given.money.waiting}`
const line = (tail: string) => (given: Given) => `/money/lines/${given.money.lineId}${tail}`
const support = (which: 'asked' | 'approved' | 'running' | 'suspended' | 'done', tail: string) => (given: Given) =>
  `/supports/${given.support[which]}${tail}`
const milestone = (which: 'openMilestone' | 'filedMilestone' | 'acceptedMilestone', tail: string) => (given: Given) =>
  given.support[which].replace('/ho-tro/', '/supports/').replace('/moc/', '/milestones/') + tail
const list =
  (which: 'draft' | 'decided' | 'waiting' | 'paid', tail = '') =>
  (given: Given) =>
    `/reward-lists/${given.reward[which]}${tail}`
const reason = () => ({ reason: 'Theo quy định.' })

export const moneyApiRows: Row[] = [
  see('/money/sources', () => '/money/sources', desk, 'forbidden'),
  see('/money/years/{year}', () => '/money/years/2026', desk, 'forbidden'),
  see('/money/lines/{lineId}', (given) => `/money/lines/${given.money.lineId}`, readers),
  see('/money/entries', () => '/money/entries', desk, 'forbidden'),
  see('/money/entries/{entryId}', entry, readers),
  door(
    'POST /money/sources',
    'addSource',
    () => '/money/sources',
    () => ({ kind: 'province', name: 'Ngân sách' }),
  ),
  door(
    'POST /money/lines',
    'addLine',
    () => '/money/lines',
    () => ({ title: 'Khoản', year: 2026, itemCategory: 'training' }),
  ),
  door(
    'POST /money/lines/{lineId}/entries',
    'enterMoney',
    (given) => `/money/lines/${given.money.lineId}/entries`,
    (given) => ({ kind: 'disbursement', sourceId: given.money.sourceId, amount: 5, onDay: '15/09/2026', payee: 'Công ty In' }),
  ),
  door('POST /money/entries/{entryId}/approve', 'approveEntry', (given) => `${entry(given)}/approve`),
  door('POST /money/entries/{entryId}/refuse', 'refuseEntry', (given) => `${entry(given)}/refuse`, reason),
  door('POST /money/entries/{entryId}/take-back', 'takeBackEntry', (given) => `${entry(given)}/take-back`),
  door(
    'POST /money/entries/{entryId}/papers',
    'addEntryPapers',
    (given) => `${entry(given)}/papers`,
    () => ({
      files: paperPdf(),
      caption: '',
    }),
  ),
  door('DELETE /money/entries/{entryId}/papers/{paperId}', 'removeEntryPaper', (given) => `${entry(given)}/papers/${given.money.paperId}`),
  door('POST /money/sources/{sourceId}/end', 'endSource', (given) => `/money/sources/${given.money.sourceId}/end`),
  door('PUT /money/lines/{lineId}', 'changeLine', line(''), () => ({ title: 'Khoản', year: 2026, itemCategory: 'training', version: 1 })),
  door('POST /money/lines/{lineId}/end', 'endLine', line('/end')),
  door('POST /money/lines/{lineId}/reopen', 'endLine', line('/reopen')),
  see('/money/plans/{familyId}', (given) => `/money/plans/${given.money.plan}`, readers),
  door(
    'POST /money/plans/{familyId}/lines',
    'openPlanLines',
    (given) => `/money/plans/${given.money.plan}/lines`,
    () => ({ year: 2026, categories: { K1: 'training' } }),
  ),
  see('/supports', () => '/supports', `${desk} producer otherProducer`, 'forbidden'),
  see('/supports/{supportId}', support('running', ''), `${readers} producer`),
  door(
    'POST /producers/{producerId}/supports',
    'askSupport',
    (given) => `/producers/${given.world.producers.own}/supports`,
    () => ({ item: 'label', detail: 'In nhãn.', asked: 5_000_000 }),
  ),
  door('POST /supports/{supportId}/approve', 'approveSupport', support('asked', '/approve'), (given) => ({
    approved: 1_000_000,
    lineId: given.support.lineId,
    sourceId: given.support.sourceId,
    twinReason: 'Việc khác.',
  })),
  door('POST /supports/{supportId}/refuse', 'refuseSupport', support('asked', '/refuse'), reason),
  door('POST /supports/{supportId}/milestones', 'addMilestone', support('approved', '/milestones'), () => ({
    title: 'Mốc',
    dueOn: '31/12/2026',
    amount: 1,
  })),
  door('POST /supports/{supportId}/sign', 'signSupport', support('approved', '/sign'), () => ({ number: '1/HĐ', signedOn: '15/09/2026' })),
  door('POST /supports/{supportId}/milestones/{milestoneId}/judge', 'judgeMilestone', milestone('filedMilestone', '/judge'), () => ({
    verdict: 'accepted',
  })),
  door('POST /supports/{supportId}/milestones/{milestoneId}/release', 'releaseMilestone', milestone('acceptedMilestone', '/release')),
  door(
    'DELETE /supports/{supportId}/milestones/{milestoneId}',
    'dropMilestone',
    (given) => `/supports/${given.support.approved}/milestones/${given.support.milestone}`,
  ),
  door('POST /supports/{supportId}/milestones/{milestoneId}/file', 'fileMilestone', milestone('openMilestone', '/file'), () => ({
    note: 'Đã in.',
    files: paperPdf(),
  })),
  door('POST /supports/{supportId}/milestones/{milestoneId}/extend', 'extendMilestone', milestone('openMilestone', '/extend'), () => ({
    dueOn: '31/12/2026',
    ...reason(),
  })),
  door('POST /supports/{supportId}/milestones/{milestoneId}/miss', 'missMilestone', milestone('openMilestone', '/miss'), reason),
  door('POST /supports/{supportId}/suspend', 'suspendSupport', support('running', '/suspend'), reason),
  door('POST /supports/{supportId}/resume', 'resumeSupport', support('suspended', '/resume'), reason),
  door('POST /supports/{supportId}/close', 'closeSupport', support('done', '/close')),
  door('POST /supports/{supportId}/terminate', 'terminateSupport', support('running', '/terminate'), reason),
  see('/receivables', () => '/receivables', `${desk} producer otherProducer`, 'forbidden'),
  see('/receivables/{receivableId}', (given) => `/receivables/${given.support.receivable}`, `${readers} producer`),
  door(
    'POST /receivables/{receivableId}/receipts',
    'receiveMoney',
    (given) => `/receivables/${given.support.receivable}/receipts`,
    () => ({ amount: 1_000_000, receivedOn: '15/09/2026', paper: 'PT01' }),
  ),
  door('POST /receivables/{receivableId}/waive', 'waiveReceivable', (given) => `/receivables/${given.support.receivable}/waive`, reason),
  see('/reward-policies', () => '/reward-policies', desk, 'forbidden'),
  see('/reward-policies/{policyId}', (given) => `/reward-policies/${given.reward.policy}`, readers),
  door(
    'POST /reward-policies',
    'addPolicy',
    () => '/reward-policies',
    () => policy,
  ),
  door(
    'PUT /reward-policies/{policyId}',
    'changePolicy',
    (given) => `/reward-policies/${given.reward.draftPolicy}`,
    () => ({
      ...policy,
      version: 1,
    }),
  ),
  door('POST /reward-policies/{policyId}/approve', 'approvePolicy', (given) => `/reward-policies/${given.reward.draftPolicy}/approve`),
  door('POST /reward-policies/{policyId}/end', 'endPolicy', (given) => `/reward-policies/${given.reward.policy}/end`),
  see('/reward-lists', () => '/reward-lists', desk, 'forbidden'),
  see('/reward-lists/{listId}', list('paid'), readers),
  door(
    'POST /reward-lists',
    'draftRewardList',
    () => '/reward-lists',
    (given) => ({
      policyId: given.reward.policy,
      title: 'Danh sách',
      from: '01/06/2026',
      to: '30/06/2026',
      lineId: given.reward.lineId,
      sourceId: given.reward.sourceId,
    }),
  ),
  door('POST /reward-lists/{listId}/decide', 'decideRewardList', list('draft', '/decide'), () => ({
    issuedOn: '15/09/2026',
    signerName: 'A',
    signerPost: 'B',
  })),
  door('POST /reward-lists/{listId}/cancel', 'cancelRewardList', list('draft', '/cancel'), reason),
  door(
    'POST /reward-lists/{listId}/rewards/{rewardId}/drop',
    'dropReward',
    (given) => `${list('draft')(given)}/rewards/${given.reward.listed}/drop`,
    reason,
  ),
  door(
    'POST /reward-lists/{listId}/rewards/{rewardId}/claim',
    'claimReward',
    (given) => `${list('paid')(given)}/rewards/${given.reward.gone}/claim`,
    () => ({ dueOn: '31/12/2026', decisionNumber: '7/QĐ' }),
  ),
  door('POST /reward-lists/{listId}/pay', 'payRewards', list('decided', '/pay')),
  door('POST /reward-lists/{listId}/approve-payments', 'approveRewardPayments', list('waiting', '/approve-payments')),
]
