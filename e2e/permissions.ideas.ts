// The permission matrix of ideas and business plans: rows of the pages, and their doors in the API.
import { press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string>) => ({ form: fields })
const owner = 'producer'
const own = (which: keyof Given['idea']) => (given: Given) => `/y-tuong/${given.idea[which]}`
const commune = (which: keyof Given['idea']) => (given: Given) => `/xa/y-tuong/${given.idea[which]}`
const office = (which: keyof Given['idea']) => (given: Given) => `/tinh/y-tuong/${given.idea[which]}`
const plan =
  (which: keyof Given['idea'], tail = '') =>
  (given: Given) =>
    `/phuong-an/${given.idea[which]}${tail}`
/** Who sees a sent idea or plan but may not do this. */
const readers = 'advisor leader'
const local = 'officer communeLeader'

export const ideaPageRows: Row[] = [
  press(
    'idea/idea-new.page.tsx addIdea',
    () => '/y-tuong/them',
    (given) => form({ kind: 'new', name: 'Mắm', producerId: given.world.producers.own }),
    owner,
  ),
  press('idea/idea.page.tsx editIdea', own('draft'), form({ deed: 'save', kind: 'new', name: 'Mắm', _version: '1' }), owner),
  press('idea/idea.page.tsx submitIdea', own('draft'), (given) => form({ deed: 'send', callId: given.idea.callId, declared: '1' }), owner),
  press('idea/idea.page.tsx takeBackIdea', own('submitted'), form({ deed: 'takeBack' }), owner, `${local} office ${readers}`),
  press('idea/idea.page.tsx withdrawIdea', own('draft'), form({ deed: 'withdraw', reason: 'Đổi hướng.' }), owner),
  press('idea/idea.page.tsx startPlan', own('listed'), form({ deed: 'plan' }), owner, `${local} office ${readers}`),
  press('idea/plan.page.tsx savePlan', plan('planDraft'), form({ deed: 'save', goals: 'Đạt 3 sao', _version: '1' }), owner),
  press('idea/plan.page.tsx submitPlan', plan('planFull'), form({ deed: 'send' }), owner),
  press('idea/plan.page.tsx takeBackPlan', plan('planSubmitted'), form({ deed: 'takeBack' }), owner, `${local} office ${readers}`),
  press('idea/plan.page.tsx stopPlan', plan('planDraft'), form({ deed: 'stop', reason: 'Thiếu vốn.' }), owner),
  press('idea/plan.page.tsx finishPlan', plan('planFinished'), form({ deed: 'finish' }), owner, `${local} office ${readers}`),
  press(
    'idea/milestone.page.tsx reportMilestone',
    (given) => `/phuong-an/${given.idea.planApproved}/moc/${given.idea.openMilestone}`,
    form({ state: 'doing', report: 'Đang làm.' }),
    owner,
    `${local} office ${readers}`,
  ),
  press(
    'idea/half-year.page.tsx reportHalfYear',
    plan('planApproved', '/bao-cao'),
    form({ year: '2026', half: '2', content: 'Ủ.', volume: '1', revenue: '1', workers: '1' }),
    owner,
    `${local} office ${readers}`,
    // The half-year of these figures is confirmed already: what is tested is who may press at all.
    { ends: 409 },
  ),
  press('idea/start.page.tsx startDossierFromPlan', plan('planApproved', '/mo-ho-so'), form({}), owner, `${local} office ${readers}`),
  press('idea/again.page.tsx registerAgain', (given) => `/ho-so/${given.idea.failedDossier}/dang-ky-lai`, form({ deed: 'idea' }), owner),
  press('idea/again.page.tsx reopenAfter', (given) => `/ho-so/${given.idea.failedDossier}/dang-ky-lai`, form({ deed: 'dossier' }), owner),
  press(
    'idea/commune-idea.page.tsx confirmIdea',
    commune('submitted'),
    form({ deed: 'confirm', remark: '' }),
    'communeLeader',
    `officer producer office ${readers}`,
  ),
  press(
    'idea/commune-idea.page.tsx returnIdea',
    commune('submitted'),
    form({ deed: 'return', reason: 'Thiếu.' }),
    local,
    `producer office ${readers}`,
  ),
  press(
    'idea/commune-idea.page.tsx undoConfirmation',
    commune('confirmed'),
    form({ deed: 'undo' }),
    'communeLeader',
    `officer producer office ${readers}`,
  ),
  press(
    'idea/commune-plan.page.tsx confirmMilestone',
    (given) => `/xa/phuong-an/${given.idea.planApproved}`,
    (given) => form({ deed: `milestone:${given.idea.doneMilestone}`, remark: '' }),
    local,
    `producer office ${readers}`,
  ),
  press(
    'idea/commune-plan.page.tsx confirmHalfYear',
    (given) => `/xa/phuong-an/${given.idea.planReported}`,
    (given) => form({ deed: `report:${given.idea.report}`, remark: '' }),
    local,
    `producer office ${readers}`,
  ),
  press(
    'idea/office-idea.page.tsx judgeIdea',
    office('confirmed'),
    form({ deed: 'judge', outcome: 'selected', reason: 'Khả thi.' }),
    'office',
    `producer ${local} ${readers}`,
  ),
  press('idea/office-idea.page.tsx undoJudgement', office('judged'), form({ deed: 'undo' }), 'office', `producer ${local} ${readers}`),
  press(
    'idea/calls.page.tsx planCall',
    () => '/tinh/dot-y-tuong',
    form({ name: 'Đợt', opensOn: '01/10/2026', closesOn: '31/10/2026' }),
    'office otherOffice',
    '',
    { others: 'forbidden' },
  ),
  press('idea/call.page.tsx openCall', (given) => `/tinh/dot-y-tuong/${given.idea.plannedCall}`, form({ deed: 'open' }), 'office', readers),
  press(
    'idea/call.page.tsx changeCall',
    (given) => `/tinh/dot-y-tuong/${given.idea.plannedCall}`,
    form({ deed: 'change', name: 'Đợt', opensOn: '01/10/2026', closesOn: '31/10/2026', _version: '1' }),
    'office',
    readers,
  ),
  press(
    'idea/call.page.tsx sendIdeaList',
    (given) => `/tinh/dot-y-tuong/${given.idea.endedCall}`,
    form({ deed: 'list', numberKind: 'next', reserved: '', irregular: '', issuedOn: '15/09/2026', signerName: 'A', signerPost: 'B' }),
    'office',
    readers,
  ),
  press(
    'idea/office-plan.page.tsx receivePlan',
    (given) => `/tinh/phuong-an/${given.idea.planSubmitted}`,
    form({ deed: 'receive' }),
    'office',
    `producer ${local} ${readers}`,
  ),
  press(
    'idea/office-plan.page.tsx returnPlan',
    (given) => `/tinh/phuong-an/${given.idea.planReceived}`,
    form({ deed: 'return', goals: 'Ghi số sao.' }),
    'office',
    `producer ${local} ${readers}`,
  ),
  press(
    'idea/office-plan.page.tsx approvePlan',
    (given) => `/tinh/phuong-an/${given.idea.planReceived}`,
    form({
      deed: 'approve',
      reason: 'Khả thi.',
      numberKind: 'next',
      reserved: '',
      irregular: '',
      issuedOn: '15/09/2026',
      signerName: 'A',
      signerPost: 'B',
    }),
    'office',
    `producer ${local} ${readers}`,
  ),
]
