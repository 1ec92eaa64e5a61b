// The permission matrix of programme plans and their tasks.
import { issueForm, submissionForm, targetInput, taskInput } from '#/programme/programme-plan/plan.fixture.ts'
import { look, press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string>) => ({ form: fields })
type Which = keyof Given['programmePlan']
const at =
  (which: Which, tail = '') =>
  (given: Given) =>
    `/ke-hoach/${given.programmePlan[which]}${tail}`
/** Who works beside the office and reads its drafts. */
const beside = 'advisor leader'
const communes = 'officer otherOfficer communeLeader otherCommuneLeader'
/** Who reads what was issued, beside the office. */
const readers = `${beside} bodyOfficer ${communes}`
const head = { title: 'Kế hoạch', kind: 'year', startsOn: '01/01/2026', endsOn: '31/12/2026' }
const draft = { _version: '8' }

export const planPageRows: readonly Row[] = [
  press('plan/new.page.tsx startPlan', () => '/ke-hoach/them', form({ deed: 'start', ...head }), `office otherOffice ${communes}`),
  press('plan/new.page.tsx loadPlan', () => '/ke-hoach/them', form({ deed: 'load', plan: 'luc-nam-2020' }), 'office otherOffice', communes),
  press('plan/head.page.tsx editHead', at('draft', '/ten'), form({ ...head, ...draft }), 'office', beside),
  press('plan/words.page.tsx editWords', at('draft', '/loi-van'), form({ basis: 'Căn cứ', ...draft }), 'office', beside),
  press(
    'plan/part.page.tsx savePart',
    at('draft', '/muc/chi-tieu/them'),
    form({ ...targetInput, deed: 'save', ...draft }),
    'office',
    beside,
  ),
  press('plan/part.page.tsx removePart', at('draft', '/muc/san-pham/1'), form({ deed: 'remove', ...draft }), 'office', beside),
  press(
    'plan/product.page.tsx linkProduct',
    (given) => `/ke-hoach/${given.programmePlan.issued}/san-pham/${given.programmePlan.productRow}`,
    form({ productId: '' }),
    'office',
    readers,
  ),
  press('plan/plan.page.tsx submitPlan', at('draft'), form({ deed: 'submit' }), 'office', beside),
  press('plan/submission.page.tsx submitWithPaper', at('draft', '/to-trinh'), form({ ...submissionForm, ...draft }), 'office', beside),
  press('plan/plan.page.tsx askOpinions', at('draft'), form({ deed: 'ask' }), 'office', beside),
  press('plan/plan.page.tsx takeBackToDraft', at('opinion'), form({ deed: 'back' }), 'office', `${beside} bodyOfficer`),
  press(
    'plan/plan.page.tsx giveOpinion',
    at('opinion'),
    form({ deed: 'opinion', verdict: 'agree', bodyName: 'Hội Nông dân' }),
    'office bodyOfficer',
    beside,
  ),
  press(
    'plan/plan.page.tsx answerOpinion',
    at('opinion'),
    (given) => form({ deed: `answer:${given.programmePlan.opinionId}`, answer: 'Đã tiếp thu.' }),
    'office',
    `${beside} bodyOfficer`,
  ),
  press('plan/plan.page.tsx cancelPlan', at('draft'), form({ deed: 'cancel', reason: 'Thôi.' }), 'office', beside),
  press('plan/plan.page.tsx returnPlan', at('submitted'), form({ deed: 'return', reason: 'Thiếu.' }), 'leader', 'advisor', {
    except: { office: 409 },
  }),
  press('plan/plan.page.tsx issuePlan', at('submitted'), form({ ...issueForm, deed: 'issue' }), 'leader', 'office advisor'),
  press('plan/plan.page.tsx adjustPlan', at('issued'), form({ deed: 'adjust', reason: 'Thêm.' }), 'office', readers),
  press('plan/plan.page.tsx numberPlan', at('conditional'), form({ deed: 'number', number: '62/KH-UBND' }), 'office', readers),
  press(
    'plan/plan.page.tsx settleCondition',
    at('conditional'),
    form({ deed: 'condition:T03', state: 'met', reason: 'Có tiền.' }),
    'office',
    readers,
  ),
  press(
    'plan/plan.page.tsx linkName',
    at('issued'),
    (given) => form({ deed: 'link:Liên minh Hợp tác xã tỉnh', bodyId: given.world.bodies.departments[2] }),
    'office',
    readers,
  ),
]

const work = (which: 'bodyWork' | 'doneWork') => (given: Given) => `/nhiem-vu/${given.programmePlan[which]}`
const done = { deed: 'report', state: 'done', content: 'Đã xong.', _version: '1' }

export const taskPageRows: readonly Row[] = [
  press('task/work.page.tsx reportWork', work('bodyWork'), form(done), 'bodyOfficer', `office ${beside}`),
  press(
    'task/work.page.tsx extendWork',
    work('bodyWork'),
    form({ deed: 'extend', dueOn: '31/12/2026', reason: 'Mưa bão.' }),
    'office',
    `bodyOfficer ${beside}`,
  ),
  press(
    'task/work.page.tsx reopenWork',
    work('doneWork'),
    form({ deed: 'reopen', reason: 'Chưa đủ.' }),
    'office',
    `officer communeLeader ${beside}`,
  ),
  press(
    'task/add.page.tsx addTask',
    at('issued', '/giao-viec'),
    (given) => form({ ...taskInput, code: 'N90', _version: given.programmePlan.issuedVersion }),
    'office',
    readers,
  ),
]

export const planFileRows: readonly Row[] = [
  look('GET /ke-hoach.xlsx', () => '/ke-hoach.xlsx', `office otherOffice ${readers}`),
  look('GET /nhiem-vu/tat-ca.xlsx', () => '/nhiem-vu/tat-ca.xlsx', `office otherOffice ${beside} ${communes}`),
]
