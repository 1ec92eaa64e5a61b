// The API's rows of ideas and business plans. A verb takes its line from the pages' table: one right, two doors.
import { ideaPageRows } from './permissions.ideas.ts'
import { look, press, type Given, type Outcome, type Row } from './permissions.row.ts'

const all = 'producer otherProducer officer otherOfficer communeLeader otherCommuneLeader office otherOffice advisor leader'
const signing = { issuedOn: '15/09/2026', signerName: 'A', signerPost: 'B' }

/** `path` as the API names it; `at` fills its places in order. */
function door(
  verb: string,
  path: string,
  page: string,
  at: (given: Given) => readonly string[],
  sends: (given: Given) => unknown = () => undefined,
): Row {
  const row = ideaPageRows.find((one) => one.verb.endsWith(` ${page}`))
  if (!row) throw new Error(`no page row for ${page}`)
  const address = (given: Given) => {
    const places = [...at(given)]
    return `/api/v1${path.replace(/\{\w+\}/g, () => places.shift() ?? '')}`
  }
  const body = (given: Given) => {
    const json = sends(given)
    return { method: verb, ...(json === undefined ? {} : { json }) }
  }
  return press(`${verb} ${path}`, address, body, row.allowed.join(' '), row.forbidden.join(' '), {
    others: row.others,
    ...(row.ends === undefined ? {} : { ends: row.ends }),
  })
}

function see(path: string, at: (given: Given) => string, may: string, not = '', others: Outcome = 'notFound'): Row {
  return look(`GET ${path}`, (given) => `/api/v1${at(given)}`, may, not, others)
}

const one =
  (which: keyof Given['idea']) =>
  (given: Given): readonly string[] => [given.idea[which]]

export const ideaApiRows: Row[] = [
  see('/ideas', () => '/ideas', all, '', 'forbidden'),
  see('/ideas/{ideaId}', (given) => `/ideas/${given.idea.submitted}`, 'producer officer communeLeader office advisor leader'),
  see('/idea-calls', () => '/idea-calls', 'office otherOffice advisor leader', '', 'forbidden'),
  see('/plans', () => '/plans', all, '', 'forbidden'),
  see('/plans/{planId}', (given) => `/plans/${given.idea.planSubmitted}`, 'producer officer communeLeader office advisor leader'),
  see('/plans/{planId}/prefill', (given) => `/plans/${given.idea.planApproved}/prefill`, 'producer'),
  see('/dossiers/{dossierId}/missing', (given) => `/dossiers/${given.idea.failedDossier}/missing`, 'producer'),
  door(
    'POST',
    '/producers/{producerId}/ideas',
    'addIdea',
    (given) => [given.world.producers.own],
    () => ({ kind: 'new', name: 'Mắm' }),
  ),
  door('PUT', '/ideas/{ideaId}', 'editIdea', one('draft'), () => ({ kind: 'new', name: 'Mắm', version: 1 })),
  door('POST', '/ideas/{ideaId}/submit', 'submitIdea', one('draft'), (given) => ({ callId: given.idea.callId, declared: true })),
  door('POST', '/ideas/{ideaId}/take-back', 'takeBackIdea', one('submitted')),
  door('POST', '/ideas/{ideaId}/withdraw', 'withdrawIdea', one('draft'), () => ({ reason: 'Đổi hướng.' })),
  door('POST', '/ideas/{ideaId}/confirm', 'confirmIdea', one('submitted'), () => ({})),
  door('POST', '/ideas/{ideaId}/return', 'returnIdea', one('submitted'), () => ({ reason: 'Thiếu.' })),
  door('POST', '/ideas/{ideaId}/undo-confirmation', 'undoConfirmation', one('confirmed')),
  door('POST', '/ideas/{ideaId}/judge', 'judgeIdea', one('confirmed'), () => ({ outcome: 'selected', reason: 'Khả thi.' })),
  door('POST', '/ideas/{ideaId}/undo-judgement', 'undoJudgement', one('judged')),
  door('POST', '/ideas/{ideaId}/plan', 'startPlan', one('listed')),
  door(
    'POST',
    '/idea-calls',
    'planCall',
    () => [],
    () => ({ name: 'Đợt', opensOn: '01/10/2026', closesOn: '31/10/2026' }),
  ),
  door('PUT', '/idea-calls/{callId}', 'changeCall', one('plannedCall'), () => ({
    name: 'Đợt',
    opensOn: '01/10/2026',
    closesOn: '31/10/2026',
    version: 1,
  })),
  door('POST', '/idea-calls/{callId}/open', 'openCall', one('plannedCall')),
  door('POST', '/idea-calls/{callId}/list', 'sendIdeaList', one('endedCall'), () => signing),
  door('POST', '/dossiers/{dossierId}/register-again', 'registerAgain', one('failedDossier')),
  door('POST', '/dossiers/{dossierId}/reopen', 'reopenAfter', one('failedDossier')),
  door('PUT', '/plans/{planId}', 'savePlan', one('planDraft'), () => ({ goals: 'Đạt 3 sao', version: 1 })),
  door('POST', '/plans/{planId}/submit', 'submitPlan', one('planFull')),
  door('POST', '/plans/{planId}/take-back', 'takeBackPlan', one('planSubmitted')),
  door('POST', '/plans/{planId}/stop', 'stopPlan', one('planDraft'), () => ({ reason: 'Thiếu vốn.' })),
  door('POST', '/plans/{planId}/receive', 'receivePlan', one('planSubmitted')),
  door('POST', '/plans/{planId}/return', 'returnPlan', one('planReceived'), () => ({ goals: 'Ghi số sao.' })),
  door('POST', '/plans/{planId}/approve', 'approvePlan', one('planReceived'), () => ({ ...signing, reason: 'Khả thi.' })),
  door(
    'PUT',
    '/plans/{planId}/milestones/{milestoneId}',
    'reportMilestone',
    (given) => [given.idea.planApproved, given.idea.openMilestone],
    () => ({
      state: 'doing',
      report: 'Đang làm.',
    }),
  ),
  door(
    'POST',
    '/plans/{planId}/milestones/{milestoneId}/confirm',
    'confirmMilestone',
    (given) => [given.idea.planApproved, given.idea.doneMilestone],
    () => ({}),
  ),
  door('PUT', '/plans/{planId}/reports', 'reportHalfYear', one('planApproved'), () => ({
    year: 2026,
    half: 2,
    content: 'Ủ.',
    volume: 1,
    revenue: 1,
    workers: 1,
  })),
  door(
    'POST',
    '/plans/{planId}/reports/{reportId}/confirm',
    'confirmHalfYear',
    (given) => [given.idea.planReported, given.idea.report],
    () => ({}),
  ),
  door('POST', '/plans/{planId}/finish', 'finishPlan', one('planFinished')),
  door('POST', '/plans/{planId}/dossier', 'startDossierFromPlan', one('planApproved'), () => ({ taken: [] })),
]
