// The permission matrix of what stands around a result: rows of the pages.
import { labRequest, ministryAnswer, ministryRequest, visitPlan } from './after-states.ts'
import { paperPdf } from './files.ts'
import { press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string | readonly string[]>) => ({ form: fields })
const readers = 'leader clerk advisor'
const visits = (given: Given) => `/tinh/ho-so/${given.proposed}/kiem-tra-thuc-te`
const visit = (given: Given) => `/tinh/kiem-tra-thuc-te/${given.after.visitId}`
const lab = (given: Given) => `/tinh/kiem-nghiem/${given.after.labTestId}`
const objection = (which: 'filed' | 'received' | 'deciding') => (given: Given) => `/tinh/kien-nghi/${given.after[which]}`

const recall = (which: 'recallable' | 'draftedCertificate') => (given: Given) => `/tinh/chung-nhan/${given.after[which]}/thu-hoi-cong-nhan`
export const visitRecord = {
  visitedOn: '15/09/2026',
  producerSide: 'Ông Trần Văn Vạn',
  findings: 'Đúng như hồ sơ.',
  conclusion: 'Đủ điều kiện chấm điểm.',
  'v.1.1': 'matches',
}
export const labResult = { resultNumber: '12/KQ', resultOn: '15/09/2026', verdict: 'meets', summary: 'Histamin 80 mg/kg.' }
export const signing = { numberKind: 'next', issuedOn: '15/09/2026', signerName: 'Nguyễn Minh Khôi', signerPost: 'CHÁNH VĂN PHÒNG' }

export const afterPageRows: Row[] = [
  press(
    'after/visits.page.tsx planVisit',
    visits,
    (given) => form({ deed: 'plan', ...visitPlan, place: 'Khu phố 4', members: [given.world.accounts.office] }),
    'office',
    readers,
  ),
  press('after/visits.page.tsx askLabTest', visits, form({ deed: 'ask', ...labRequest, what: 'Chì' }), 'office', readers),
  press(
    'after/visit.page.tsx recordVisit',
    visit,
    (given) =>
      form({
        deed: 'record',
        ...visitRecord,
        present: [given.world.accounts.office],
        _version: '1',
      }),
    'office',
    readers,
  ),
  press('after/visit.page.tsx cancelVisit', visit, form({ deed: 'cancel', reason: 'Hoãn vì mưa bão.' }), 'office', readers),
  press(
    'after/lab-test.page.tsx receiveLabResult',
    lab,
    {
      form: {
        deed: 'receive',
        ...labResult,
        files: paperPdf(),
        _version: '1',
      },
    },
    'office',
    readers,
  ),
  press('after/lab-test.page.tsx cancelLabTest', lab, form({ deed: 'cancel', reason: 'Không còn cần.' }), 'office', readers),
  press(
    'after/own-objection.page.tsx fileObjection',
    (given) => `/ho-so/${given.after.toldDossier}/kien-nghi`,
    form({ deed: 'file', wants: 'Đề nghị xem lại tiêu chí 3.5.' }),
    'producer',
  ),
  press(
    'after/own-objection.page.tsx withdrawObjection',
    (given) => `/ho-so/${given.after.objectedDossier}/kien-nghi`,
    form({ deed: 'withdraw', reason: 'Đã rõ kết quả.' }),
    'producer',
  ),
  press('after/objection.page.tsx receiveObjection', objection('filed'), form({ deed: 'receive' }), 'office', 'leader clerk'),
  press(
    'after/objection.page.tsx nameDeciders',
    objection('received'),
    (given) => form({ deed: 'name', deciders: [given.world.accounts.office], _version: '2' }),
    'leader',
    'office clerk',
  ),
  press(
    'after/objection.page.tsx answerObjection',
    objection('deciding'),
    form({
      deed: 'answer',
      outcome: 'kept',
      answer: 'Đã đối chiếu minh chứng, giữ nguyên kết quả.',
      ...signing,
    }),
    'office',
    'leader clerk',
  ),
  press(
    'after/request-new.page.tsx recordMinistryRequest',
    (given) => `/tinh/ho-so/${given.after.decidedDossier}/yeu-cau-cua-bo`,
    { form: { ...ministryRequest, files: paperPdf() } },
    'office',
    readers,
  ),
  press(
    'after/request.page.tsx answerByReassessment',
    (given) => `/tinh/yeu-cau-cua-bo/${given.after.reassessRequest}`,
    form({ deed: 'reassess', reason: 'Theo văn bản của Bộ.' }),
    'office',
    'leader clerk',
  ),
  press(
    'after/ministry-answer.page.tsx recordMinistryAnswer',
    (given) => `/tinh/ho-so/${given.after.sentDossier}/tra-loi-cua-bo`,
    { form: { ...ministryAnswer, files: paperPdf() } },
    'office',
    readers,
  ),
  press(
    'after/recall.page.tsx prepareRecall',
    recall('recallable'),
    form({ deed: 'prepare', reason: 'Sai thẩm quyền.' }),
    'office',
    'leader clerk',
  ),
  press(
    'after/recall.page.tsx issueRecall',
    recall('draftedCertificate'),
    (given) => form({ deed: 'issue', recallId: given.after.recallId, _version: '1', ...signing }),
    'leader',
    'office clerk',
  ),
  press(
    'after/recall.page.tsx cancelRecall',
    recall('draftedCertificate'),
    (given) => form({ deed: 'cancel', recallId: given.after.recallId, reason: 'Ghi lại.' }),
    'office leader',
    'clerk',
  ),
]
