// The permission matrix of inspections: rows of the pages.
import { addDays, plainDateOf } from '#/platform/calendar/plain-date.ts'
import { formatDate } from '#/platform/text/format.ts'
import { look, press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string | readonly string[]>) => ({ form: fields as Record<string, string> })
const local = 'producer officer communeLeader bodyOfficer'
const others = 'otherProducer otherOfficer otherCommuneLeader'
const readers = 'leader advisor'
const at =
  (which: 'planned' | 'recorded' | 'unannounced', tail = '') =>
  (given: Given) =>
    `/hau-kiem/${given.inspection[which]}${tail}`
const violation = (which: 'open' | 'answered' | 'proposed') => (given: Given) => `/hau-kiem/vi-pham/${given.inspection[which]}`
const plan =
  (which: 'draft' | 'ranked' | 'issued', tail = '') =>
  (given: Given) =>
    `/hau-kiem/ke-hoach/${given.inspection[which]}${tail}`
const page = (verb: string) => `inspection/inspection.page.tsx ${verb}`
const found = (verb: string) => `inspection/violation.page.tsx ${verb}`
const planPage = (verb: string) => `inspection/plan.page.tsx ${verb}`
/** A day of the running world, n days from now. */
export const dayOf = (given: Given, days: number) => formatDate(addDays(plainDateOf(given.world.services.clock.now()), days))
const desk = `${readers} ${local}`

export const newInspection = (given: Given) => ({
  kind: 'periodic',
  site: 'producer',
  producer: '2801234567',
  products: '',
  place: 'Xưởng mới',
  plannedOn: dayOf(given, 9),
  lead: given.world.accounts.advisor,
})
export const newPlan = (given: Given) => ({
  title: 'Kiểm tra cuối năm',
  fromOn: dayOf(given, 1),
  toOn: dayOf(given, 60),
  wanted: '3',
  leadBodyId: given.world.bodies.departments[0],
  content: '',
})
export const newViolation = (given: Given) => ({
  kind: 'label',
  severity: 'minor',
  what: 'Nhãn thiếu ngày sản xuất.',
  remedy: 'fix',
  ordered: 'In lại nhãn.',
  dueOn: dayOf(given, 10),
})
export const newSample = (given: Given) => ({ what: 'Độ đạm', quantity: '1 chai', laboratory: 'Trung tâm 1', dueOn: dayOf(given, 10) })
export const newProposal = (given: Given) => ({ ground: 'd', reason: 'In sai sao.', conclusion: '', concludedOn: dayOf(given, 0) })

export const inspectionPageRows: Row[] = [
  press(
    'inspection/inspection-new.page.tsx planInspection',
    () => '/hau-kiem/them',
    (given) => form({ deed: 'plan', ...newInspection(given), members: given.world.accounts.advisor }),
    'office',
    `otherOffice ${desk} ${others}`,
    { except: { otherOffice: 422 } },
  ),
  press(
    'inspection/plan-new.page.tsx addInspectionPlan',
    () => '/hau-kiem/ke-hoach/them',
    (given) => form({ deed: 'add', ...newPlan(given) }),
    'office',
    `otherOffice ${readers} bodyOfficer`,
    { except: { otherOffice: 422 } },
  ),
  press(planPage('rankInspectionPlan'), plan('draft'), form({ deed: 'rank' }), 'office', readers),
  press(
    planPage('chooseForInspection'),
    plan('ranked'),
    (given) => form({ deed: 'choose', productId: given.inspection.rankedProduct, chosen: 'no', note: 'Mới kiểm tra.' }),
    'office',
    readers,
  ),
  press(
    planPage('issueInspectionPlan'),
    plan('ranked'),
    (given) => form({ deed: 'issue', number: '9/KH', issuedOn: dayOf(given, 0) }),
    'office',
    readers,
  ),
  press(planPage('cancelInspectionPlan'), plan('draft'), form({ deed: 'cancel', reason: 'Thôi.' }), 'office', readers),
  press(
    'inspection/record.page.tsx recordInspection',
    at('planned', '/bien-ban'),
    (given) => form({ ...given.inspection.form, present: given.inspection.present[0] ?? '', _version: '1' }),
    'office bodyOfficer',
    `${readers} producer officer communeLeader`,
  ),
  press(page('cancelInspection'), at('planned'), form({ deed: 'cancel', reason: 'Bão.' }), 'office', desk),
  press(
    page('signRecord'),
    at('recorded'),
    form({ deed: 'sign', answer: '' }),
    'producer',
    `office ${readers} officer communeLeader bodyOfficer`,
  ),
  press(
    page('refuseRecord'),
    at('recorded'),
    form({ deed: 'refuse', reason: 'Không đúng.' }),
    'producer',
    `office ${readers} officer communeLeader bodyOfficer`,
  ),
  press(page('noteSigning'), at('recorded'), form({ deed: 'note', signing: 'signed', answer: '' }), 'office', desk),
  press(
    page('takeSample'),
    at('recorded'),
    (given) => form({ deed: 'sample', ...newSample(given) }),
    'office bodyOfficer',
    `${readers} producer officer communeLeader`,
  ),
  press(
    page('receiveSampleResult'),
    at('recorded'),
    form({ deed: 'result', sampleId: '' }),
    'office bodyOfficer',
    `${readers} producer officer communeLeader`,
    { ends: 422 },
  ),
  press(page('addViolation'), at('recorded'), (given) => form({ deed: 'violation', ...newViolation(given) }), 'office', desk),
  press(
    found('answerViolation'),
    violation('open'),
    form({ deed: 'answer', text: 'Đã thay nhãn.' }),
    'producer',
    `office ${readers} officer communeLeader bodyOfficer`,
  ),
  press(found('judgeAnswer'), violation('answered'), form({ deed: 'judge', verdict: 'enough', remark: '', dueOn: '' }), 'office', desk),
  press(
    found('extendViolation'),
    violation('open'),
    (given) => form({ deed: 'extend', dueOn: dayOf(given, 40), reason: 'Chờ in nhãn.' }),
    'office',
    desk,
  ),
  press(found('closeViolation'), violation('open'), form({ deed: 'close', to: 'settled', reason: 'Đã thay.' }), 'office', desk),
  press(found('proposeWithdrawal'), violation('open'), (given) => form({ deed: 'propose', ...newProposal(given) }), 'office', desk),
  press(
    found('decideProposal'),
    violation('proposed'),
    (given) => form({ deed: 'decide', proposal: given.inspection.proposal, agree: 'no', reason: 'Đã khắc phục.' }),
    'leader',
    `office advisor ${local}`,
  ),
]

const everyReader = `office otherOffice ${desk} ${others}`
export const inspectionReadRows: Row[] = [
  ...[
    '/hau-kiem',
    '/hau-kiem.xlsx',
    '/hau-kiem/vi-pham',
    '/hau-kiem/vi-pham.xlsx',
    '/hau-kiem/bieu-trung',
    '/hau-kiem/bieu-trung.xlsx',
  ].map((path) => look(`see ${path}`, () => path, everyReader)),
  look('see the plans of inspection', () => '/hau-kiem/ke-hoach', `office otherOffice ${readers} bodyOfficer`),
  look('see the own inspections', () => '/hau-kiem-cua-toi', 'producer otherProducer'),
  look('see a draft plan of inspection', plan('ranked'), `office ${readers}`),
  look('see an issued plan of inspection', plan('issued'), `office ${readers} bodyOfficer`),
  look('take the products of a plan as Excel', plan('issued', '/danh-sach.xlsx'), `office ${readers} bodyOfficer`),
  look('see an inspection', at('planned'), `office ${desk}`),
  look('see an unannounced inspection', at('unannounced'), `office ${readers} bodyOfficer`),
  look('see a violation', violation('open'), `office ${desk}`),
]
