// The API's rows of money, support and rewards. A verb takes its line from the pages' table: one right, two doors.
import { moneyPageRows } from './permissions.money.ts'
import { look, press, type Given, type Outcome, type Row } from './permissions.row.ts'
import { supportPageRows } from './permissions.support.ts'

const pages = [...moneyPageRows, ...supportPageRows]
const desk = 'office otherOffice leader advisor'
const readers = 'office leader advisor'

function door(path: string, page: string, at: (given: Given) => string, json?: (given: Given) => unknown): Row {
  const row = pages.find((one) => one.verb.endsWith(` ${page}`))
  if (!row) throw new Error(`no page row for ${page}`)
  const send = (given: Given) => ({ method: 'POST', ...(json === undefined ? {} : { json: json(given) }) })
  return press(`POST ${path}`, (given) => `/api/v1${at(given)}`, send, row.allowed.join(' '), row.forbidden.join(' '), {
    others: row.others,
    except: row.except,
  })
}

function see(path: string, at: (given: Given) => string, may: string, others: Outcome = 'notFound'): Row {
  return look(`GET ${path}`, (given) => `/api/v1${at(given)}`, may, '', others)
}

const entry = (given: Given) => `/money/entries/${given.money.waiting}`
const support = (which: 'asked' | 'approved' | 'running', tail: string) => (given: Given) => `/supports/${given.support[which]}${tail}`
const milestone = (which: 'filedMilestone' | 'acceptedMilestone', tail: string) => (given: Given) =>
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
    '/money/sources',
    'addSource',
    () => '/money/sources',
    () => ({ kind: 'province', name: 'Ngân sách' }),
  ),
  door(
    '/money/lines',
    'addLine',
    () => '/money/lines',
    () => ({ title: 'Khoản', year: 2026, itemCategory: 'training' }),
  ),
  door(
    '/money/lines/{lineId}/entries',
    'enterMoney',
    (given) => `/money/lines/${given.money.lineId}/entries`,
    (given) => ({ kind: 'disbursement', sourceId: given.money.sourceId, amount: 5, onDay: '15/09/2026', payee: 'Công ty In' }),
  ),
  door('/money/entries/{entryId}/approve', 'approveEntry', (given) => `${entry(given)}/approve`),
  door('/money/entries/{entryId}/refuse', 'refuseEntry', (given) => `${entry(given)}/refuse`, reason),
  door('/money/entries/{entryId}/take-back', 'takeBackEntry', (given) => `${entry(given)}/take-back`),
  see('/supports', () => '/supports', `${desk} producer otherProducer`, 'forbidden'),
  see('/supports/{supportId}', support('running', ''), `${readers} producer`),
  door(
    '/producers/{producerId}/supports',
    'askSupport',
    (given) => `/producers/${given.world.producers.own}/supports`,
    () => ({ item: 'label', detail: 'In nhãn.', asked: 5_000_000 }),
  ),
  door('/supports/{supportId}/approve', 'approveSupport', support('asked', '/approve'), (given) => ({
    approved: 1_000_000,
    lineId: given.support.lineId,
    sourceId: given.support.sourceId,
    twinReason: 'Việc khác.',
  })),
  door('/supports/{supportId}/refuse', 'refuseSupport', support('asked', '/refuse'), reason),
  door('/supports/{supportId}/milestones', 'addMilestone', support('approved', '/milestones'), () => ({
    title: 'Mốc',
    dueOn: '31/12/2026',
    amount: 1,
  })),
  door('/supports/{supportId}/sign', 'signSupport', support('approved', '/sign'), () => ({ number: '1/HĐ', signedOn: '15/09/2026' })),
  door('/supports/{supportId}/milestones/{milestoneId}/judge', 'judgeMilestone', milestone('filedMilestone', '/judge'), () => ({
    verdict: 'accepted',
  })),
  door('/supports/{supportId}/milestones/{milestoneId}/release', 'releaseMilestone', milestone('acceptedMilestone', '/release')),
  see('/receivables', () => '/receivables', `${desk} producer otherProducer`, 'forbidden'),
  see('/receivables/{receivableId}', (given) => `/receivables/${given.support.receivable}`, `${readers} producer`),
  door(
    '/receivables/{receivableId}/receipts',
    'receiveMoney',
    (given) => `/receivables/${given.support.receivable}/receipts`,
    () => ({ amount: 1_000_000, receivedOn: '15/09/2026', paper: 'PT01' }),
  ),
  see('/reward-policies', () => '/reward-policies', desk, 'forbidden'),
  see('/reward-lists', () => '/reward-lists', desk, 'forbidden'),
  see('/reward-lists/{listId}', list('paid'), readers),
  door(
    '/reward-lists',
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
  door('/reward-lists/{listId}/decide', 'decideRewardList', list('draft', '/decide'), () => ({
    issuedOn: '15/09/2026',
    signerName: 'A',
    signerPost: 'B',
  })),
  door('/reward-lists/{listId}/pay', 'payRewards', list('decided', '/pay')),
  door('/reward-lists/{listId}/approve-payments', 'approveRewardPayments', list('waiting', '/approve-payments')),
]
