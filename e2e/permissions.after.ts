// The permission matrix of visits, laboratory tests and objections: rows of the pages.
import { labRequest, visitPlan } from './after-states.ts'
import { paperPdf } from './files.ts'
import { press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string | readonly string[]>) => ({ form: fields })
const readers = 'leader clerk advisor'
const visits = (given: Given) => `/tinh/ho-so/${given.proposed}/kiem-tra-thuc-te`
const visit = (given: Given) => `/tinh/kiem-tra-thuc-te/${given.after.visitId}`
const lab = (given: Given) => `/tinh/kiem-nghiem/${given.after.labTestId}`
const objection = (which: 'filed' | 'received' | 'deciding') => (given: Given) => `/tinh/kien-nghi/${given.after[which]}`

export const afterPageRows: Row[] = [
  press(
    'after/visits.page.tsx planVisit',
    visits,
    (given) => form({ deed: 'plan', ...visitPlan, members: [given.world.accounts.office] }),
    'office',
    readers,
  ),
  press('after/visits.page.tsx askLabTest', visits, form({ deed: 'ask', ...labRequest }), 'office', readers),
  press(
    'after/visit.page.tsx recordVisit',
    visit,
    (given) =>
      form({
        deed: 'record',
        visitedOn: '15/09/2026',
        producerSide: 'Ông Trần Văn Vạn',
        findings: 'Đúng như hồ sơ.',
        conclusion: 'Đủ điều kiện chấm điểm.',
        'v.1.1': 'matches',
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
        resultNumber: '12/KQ',
        resultOn: '15/09/2026',
        verdict: 'meets',
        summary: 'Histamin 80 mg/kg.',
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
    (given) => form({ deed: 'name', deciders: [given.world.accounts.office] }),
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
      numberKind: 'next',
      issuedOn: '15/09/2026',
      signerName: 'Nguyễn Minh Khôi',
      signerPost: 'CHÁNH VĂN PHÒNG',
    }),
    'office',
    'leader clerk',
  ),
]
