// The permission matrix of reports from the public: rows of the pages. Sending one needs no right and stands outside (see `outside`).
import { everyone, look, press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string>) => ({ form: fields })
const readers = 'leader advisor'
const at = (which: 'received' | 'spam' | 'toJoin' | 'joined') => (given: Given) => {
  const report = given.publicReport[which]
  return `/tinh/phan-anh/${typeof report === 'string' ? report : report.id}`
}
const caseAt = (given: Given) => `/tinh/phan-anh/vu-viec/${given.publicReport.caseId}`
const page = (verb: string) => `public-report/report.page.tsx ${verb}`
const answer = { deed: 'answer', outcome: 'answered', answer: 'Đã xử lý.' }

export const publicReportPageRows: Row[] = [
  press(page('readReporter'), at('received'), form({ deed: 'reporter' }), 'office', readers),
  press(page('noteOnReport'), at('received'), form({ deed: 'note', note: 'Gọi lại.' }), 'office', readers),
  press(
    page('assignReport'),
    at('received'),
    (given) => form({ deed: 'assign', assignee: given.world.accounts.office }),
    'office',
    readers,
  ),
  press(page('linkReport'), at('received'), (given) => form({ deed: 'link', producer: given.world.producers.own }), 'office', readers),
  press(page('setSpam'), at('received'), form({ deed: 'spam' }), 'office', readers),
  press(page('restoreReport'), at('spam'), form({ deed: 'restore' }), 'office', readers),
  press(page('joinCase'), at('toJoin'), form({ deed: 'join' }), 'office', readers),
  press(page('answerReport'), at('joined'), form(answer), 'office', readers, { ends: 409 }),
  press(page('leaveCase'), at('joined'), form({ deed: 'leave' }), 'office', readers),
  press('public-report/case.page.tsx tellHolder', caseAt, form({ deed: 'tell', words: 'Rà soát nhãn.' }), 'office', readers),
  press('public-report/case.page.tsx answerCase', caseAt, form(answer), 'office', readers),
]

const hidden = (row: Row): Row => ({ ...row, except: { stranger: 'notFound' } })

/** Reads: the desk. The code opens the answer to whoever has it; a holder reads what it was told. */
export const publicReportReadRows: Row[] = [
  look('see the form of reports', () => '/phan-anh', everyone),
  look('see the answer to a report', (given) => `/phan-anh/${given.publicReport.received.code}`, everyone),
  ...['/tinh/phan-anh', '/tinh/phan-anh.xlsx'].map((path) => look(`see ${path}`, () => path, `office otherOffice ${readers}`)),
  look('see a report from the public', at('received'), `office ${readers}`),
  look('see a case of reports', caseAt, `office ${readers}`),
  look('see what a holder was told', (given) => `/thong-bao-phan-anh/${given.publicReport.message}`, `office ${readers} producer`),
  hidden(look('see the original of a photo', (given) => `/dinh-kem/${given.publicReport.original}`, 'office')),
  hidden(look('see a photo of a report', (given) => `/dinh-kem/${given.publicReport.photo}`, `office ${readers}`)),
]
