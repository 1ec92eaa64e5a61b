// The API's rows of programme plans and their work. A verb takes its line from the pages' table: one right, two doors.
import { issueForm } from '#/programme/programme-plan/plan.fixture.ts'
import { planPageRows, taskPageRows } from './permissions.plan.ts'
import { look, press, type Given, type Outcome, type Row } from './permissions.row.ts'

const pages = [...planPageRows, ...taskPageRows]
const communes = 'officer otherOfficer communeLeader otherCommuneLeader'
const readers = `office advisor leader bodyOfficer ${communes}`

/** `others`: where the page is not found at all by whom the call is forbidden. */
function door(path: string, page: string, at: (given: Given) => string, json?: unknown, others?: Outcome): Row {
  const row = pages.find((one) => one.verb.endsWith(` ${page}`))
  if (!row) throw new Error(`no page row for ${page}`)
  const send = () => ({ method: 'POST', ...(json === undefined ? {} : { json }) })
  return press(`POST ${path}`, (given) => `/api/v1${at(given)}`, send, row.allowed.join(' '), row.forbidden.join(' '), {
    others: others ?? row.others,
    except: row.except,
  })
}

function see(path: string, at: (given: Given) => string, may: string): Row {
  return look(`GET ${path}`, (given) => `/api/v1${at(given)}`, may)
}

const plan =
  (which: 'draft' | 'submitted' | 'issued', tail = '') =>
  (given: Given) =>
    `/programme-plans/${given.programmePlan[which]}${tail}`
const work =
  (which: 'bodyWork' | 'doneWork', tail = '') =>
  (given: Given) =>
    `/works/${given.programmePlan[which]}${tail}`

export const planApiRows: Row[] = [
  see('/programme-plans', () => '/programme-plans', `${readers} otherOffice`),
  see('/programme-plans/{planId}', plan('issued'), readers),
  see('/programme-plans/{planId}/targets', plan('issued', '/targets'), readers),
  door('/programme-plans/load', 'loadPlan', () => '/programme-plans/load', { plan: 'luc-nam-2020' }, 'forbidden'),
  door('/programme-plans/{planId}/submit', 'submitPlan', plan('draft', '/submit')),
  door('/programme-plans/{planId}/issue', 'issuePlan', plan('submitted', '/issue'), issueForm),
  see('/works', () => '/works', `${readers} otherOffice`),
  see('/works/{workId}', work('bodyWork'), 'office advisor leader bodyOfficer'),
  door('/works/{workId}/reports', 'reportWork', work('bodyWork', '/reports'), { state: 'done', content: 'Đã xong.', version: 1 }),
  door('/works/{workId}/extend', 'extendWork', work('bodyWork', '/extend'), { dueOn: '31/12/2026', reason: 'Mưa bão.' }),
  door('/works/{workId}/reopen', 'reopenWork', work('doneWork', '/reopen'), { reason: 'Chưa đủ.' }),
]
