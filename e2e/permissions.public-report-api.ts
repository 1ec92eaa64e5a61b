// The API's rows of reports from the public. A verb takes its line from the pages' table: one right, two doors.
import { publicReportPageRows } from './permissions.public-report.ts'
import { everyone, look, press, type Given, type Outcome, type Row } from './permissions.row.ts'
import { reportInput } from '#/programme/public-report/public-report.fixture.ts'

function door(path: string, page: string, at: (given: Given) => string, json?: (given: Given) => unknown): Row {
  const row = publicReportPageRows.find((one) => one.verb.endsWith(` ${page}`))
  if (!row) throw new Error(`no page row for ${page}`)
  const send = (given: Given) => ({ method: 'POST', ...(json === undefined ? {} : { json: json(given) }) })
  return press(`POST ${path}`, (given) => `/api/v1${at(given)}`, send, row.allowed.join(' '), row.forbidden.join(' '), {
    others: row.others,
    except: row.except,
    ...(row.ends === undefined ? {} : { ends: row.ends }),
  })
}

const see = (path: string, at: (given: Given) => string, may: string, others: Outcome = 'notFound') =>
  look(`GET ${path}`, (given) => `/api/v1${at(given)}`, may, '', others)

const desk = 'office leader advisor'
const report = '/misuse-reports/{misuseId}'
const oneCase = '/misuse-cases/{caseId}'
const received =
  (tail = '') =>
  (given: Given) =>
    `/misuse-reports/${given.publicReport.received.id}${tail}`
const caseAt =
  (tail = '') =>
  (given: Given) =>
    `/misuse-cases/${given.publicReport.caseId}${tail}`
const answer = () => ({ outcome: 'answered', answer: 'Đã xử lý.' })

export const publicReportApiRows: Row[] = [
  press('POST /misuse-reports', () => '/api/v1/misuse-reports', { method: 'POST', json: reportInput }, everyone),
  see('/misuse-reports/answers/{code}', (given) => `/misuse-reports/answers/${given.publicReport.received.code}`, everyone),
  see('/misuse-reports', () => '/misuse-reports', `${desk} otherOffice`),
  see(report, received(), desk),
  door(`${report}/assign`, 'assignReport', received('/assign'), (given) => ({ assignee: given.world.accounts.office })),
  door(`${report}/notes`, 'noteOnReport', received('/notes'), () => ({ note: 'Gọi lại.' })),
  door(`${report}/join`, 'joinCase', (given) => `/misuse-reports/${given.publicReport.toJoin}/join`),
  door(`${report}/answer`, 'answerReport', (given) => `/misuse-reports/${given.publicReport.joined}/answer`, answer),
  see(oneCase, caseAt(), desk),
  door(`${oneCase}/tell-holder`, 'tellHolder', caseAt('/tell-holder'), () => ({ words: 'Rà soát nhãn.' })),
  door(`${oneCase}/answer`, 'answerCase', caseAt('/answer'), answer),
]
