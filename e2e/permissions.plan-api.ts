// The API's rows of programme plans and their work. A verb takes its line from the pages' table: one right, two doors.
import { headInput, issueForm, submissionForm, targetInput } from '#/programme/programme-plan/plan.fixture.ts'
import { planPageRows, taskPageRows } from './permissions.plan.ts'
import { look, press, type Given, type Outcome, type Row } from './permissions.row.ts'

const pages = [...planPageRows, ...taskPageRows]
const communes = 'officer otherOfficer communeLeader otherCommuneLeader'
const readers = `office advisor leader bodyOfficer ${communes}`

/** `others`: where the page is not found at all by whom the call is forbidden. */
function door(path: string, page: string, at: (given: Given) => string, json?: unknown, others?: Outcome, method = 'POST'): Row {
  const row = pages.find((one) => one.verb.endsWith(` ${page}`))
  if (!row) throw new Error(`no page row for ${page}`)
  const send = () => ({ method, ...(json === undefined ? {} : { json }) })
  return press(`${method} ${path}`, (given) => `/api/v1${at(given)}`, send, row.allowed.join(' '), row.forbidden.join(' '), {
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

/** The version of a draft from the fixture. */
const seen = { version: 8 }

export const planApiRows: Row[] = [
  see('/programme-plans', () => '/programme-plans', `${readers} otherOffice`),
  see('/programme-plans/{planId}', plan('issued'), readers),
  see('/programme-plans/{planId}/targets', plan('issued', '/targets'), readers),
  door('/programme-plans/load', 'loadPlan', () => '/programme-plans/load', { plan: 'luc-nam-2020' }, 'forbidden'),
  door('/programme-plans', 'startPlan', () => '/programme-plans', headInput(), 'forbidden'),
  door('/programme-plans/{planId}', 'editHead', plan('draft'), { ...headInput(), ...seen }, undefined, 'PUT'),
  door('/programme-plans/{planId}/words', 'editWords', plan('draft', '/words'), { basis: 'Căn cứ', ...seen }, undefined, 'PUT'),
  door('/programme-plans/{planId}/parts/{kind}', 'savePart', plan('draft', '/parts/target'), { ...targetInput, ...seen }),
  door(
    '/programme-plans/{planId}/parts/{kind}/{key}',
    'savePart',
    plan('draft', '/parts/target/T01'),
    { ...targetInput, ...seen },
    undefined,
    'PUT',
  ),
  door('/programme-plans/{planId}/parts/{kind}/{key}/remove', 'removePart', plan('draft', '/parts/product/1/remove'), seen),
  door('/programme-plans/{planId}/submission', 'submitWithPaper', plan('draft', '/submission'), { ...submissionForm, ...seen }),
  door('/programme-plans/{planId}/return', 'returnPlan', plan('submitted', '/return'), { reason: 'Thiếu.' }),
  door('/programme-plans/{planId}/cancel', 'cancelPlan', plan('draft', '/cancel'), { reason: 'Thôi.' }),
  door('/programme-plans/{planId}/adjust', 'adjustPlan', plan('issued', '/adjust'), { reason: 'Thêm.' }),
  door('/programme-plans/{planId}/submit', 'submitPlan', plan('draft', '/submit')),
  door('/programme-plans/{planId}/issue', 'issuePlan', plan('submitted', '/issue'), issueForm),
  see('/works', () => '/works', `${readers} otherOffice`),
  see('/works/{workId}', work('bodyWork'), 'office advisor leader bodyOfficer'),
  door('/works/{workId}/reports', 'reportWork', work('bodyWork', '/reports'), { state: 'done', content: 'Đã xong.', version: 1 }),
  door('/works/{workId}/extend', 'extendWork', work('bodyWork', '/extend'), { dueOn: '31/12/2026', reason: 'Mưa bão.' }),
  door('/works/{workId}/reopen', 'reopenWork', work('doneWork', '/reopen'), { reason: 'Chưa đủ.' }),
]
