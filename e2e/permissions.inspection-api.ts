// The API's rows of inspections. A verb takes its line from the pages' table: one right, two doors.
import { dayOf, inspectionPageRows, newInspection, newPlan, newProposal, newSample, newViolation } from './permissions.inspection.ts'
import { look, press, type Given, type Row } from './permissions.row.ts'

type Inspection = Given['inspection']
type Name = { [Key in keyof Inspection]: Inspection[Key] extends string ? Key : never }[keyof Inspection]

const to =
  (base: string, which: Name, tail = '') =>
  (given: Given) =>
    `/${base}/${given.inspection[which]}${tail}`

function door(path: string, verb: string, at: (given: Given) => string, json?: (given: Given) => unknown): Row {
  const row = inspectionPageRows.find((one) => one.verb.endsWith(` ${verb}`))
  if (!row) throw new Error(`no page row for ${verb}`)
  const send = (given: Given) => ({ method: 'POST', ...(json === undefined ? {} : { json: json(given) }) })
  return press(`POST ${path}`, (given) => `/api/v1${at(given)}`, send, row.allowed.join(' '), row.forbidden.join(' '), {
    others: row.others,
    except: row.except,
  })
}
const see = (path: string, at: (given: Given) => string, may: string): Row => look(`GET ${path}`, (given) => `/api/v1${at(given)}`, may)
const list = (path: string, may: string): Row => see(path, () => path, may)

const desk = 'office leader advisor'
const seers = `${desk} producer officer communeLeader bodyOfficer`
const everyone = `${seers} otherOffice otherProducer otherOfficer otherCommuneLeader`
const reason = () => ({ reason: 'Theo quy định.' })

export const inspectionApiRows: Row[] = [
  list('/inspections', everyone),
  list('/violations', everyone),
  list('/mark-rights', everyone),
  list('/inspection-plans', `${desk} otherOffice bodyOfficer`),
  see('/inspections/{inspectionId}', to('inspections', 'planned'), seers),
  see('/violations/{violationId}', to('violations', 'open'), seers),
  see('/inspection-plans/{inspectionPlanId}', to('inspection-plans', 'issued'), `${desk} bodyOfficer`),
  door(
    '/inspections',
    'planInspection',
    () => '/inspections',
    (given) => ({ ...newInspection(given), members: [given.world.accounts.advisor] }),
  ),
  door('/inspections/{inspectionId}/cancel', 'cancelInspection', to('inspections', 'planned', '/cancel'), reason),
  door('/inspections/{inspectionId}/record', 'recordInspection', to('inspections', 'planned', '/record'), (given) => ({
    doneOn: dayOf(given, 0),
    metBy: 'Trần Văn Vạn',
    findings: 'Sạch.',
    conclusion: 'Đạt.',
    answers: [{ item: 'producing', verdict: 'good' }],
    present: given.inspection.present,
    version: 1,
  })),
  door('/inspections/{inspectionId}/sign', 'signRecord', to('inspections', 'recorded', '/sign'), () => ({ answer: '' })),
  door('/inspections/{inspectionId}/refuse', 'refuseRecord', to('inspections', 'recorded', '/refuse'), reason),
  door('/inspections/{inspectionId}/signing', 'noteSigning', to('inspections', 'recorded', '/signing'), () => ({ signing: 'signed' })),
  door('/inspections/{inspectionId}/samples', 'takeSample', to('inspections', 'recorded', '/samples'), newSample),
  door('/inspections/{inspectionId}/violations', 'addViolation', to('inspections', 'recorded', '/violations'), newViolation),
  door('/violations/{violationId}/answer', 'answerViolation', to('violations', 'open', '/answer'), () => ({ text: 'Đã thay nhãn.' })),
  door('/violations/{violationId}/judge', 'judgeAnswer', to('violations', 'answered', '/judge'), () => ({ verdict: 'enough' })),
  door('/violations/{violationId}/extend', 'extendViolation', to('violations', 'open', '/extend'), (given) => ({
    dueOn: dayOf(given, 40),
    reason: 'Chờ in nhãn.',
  })),
  door('/violations/{violationId}/close', 'closeViolation', to('violations', 'open', '/close'), () => ({
    to: 'settled',
    reason: 'Đã thay.',
  })),
  door('/violations/{violationId}/propose', 'proposeWithdrawal', to('violations', 'open', '/propose'), newProposal),
  door('/withdrawal-proposals/{proposalId}/decide', 'decideProposal', to('withdrawal-proposals', 'proposal', '/decide'), () => ({
    agree: 'no',
    reason: 'Đã khắc phục.',
  })),
  door('/inspection-plans', 'addInspectionPlan', () => '/inspection-plans', newPlan),
  door('/inspection-plans/{inspectionPlanId}/rank', 'rankInspectionPlan', to('inspection-plans', 'draft', '/rank')),
  door('/inspection-plans/{inspectionPlanId}/choose', 'chooseForInspection', to('inspection-plans', 'ranked', '/choose'), (given) => ({
    productId: given.inspection.rankedProduct,
    chosen: 'no',
    note: 'Mới kiểm tra.',
  })),
  door('/inspection-plans/{inspectionPlanId}/issue', 'issueInspectionPlan', to('inspection-plans', 'ranked', '/issue'), (given) => ({
    number: '9/KH',
    issuedOn: dayOf(given, 0),
  })),
  door('/inspection-plans/{inspectionPlanId}/cancel', 'cancelInspectionPlan', to('inspection-plans', 'draft', '/cancel'), reason),
]
