// The API's rows of what stands around a result. A verb takes its line from the pages' table: one right, two doors.
import { labRequest, ministryAnswer, ministryRequest, visitPlan } from './after-states.ts'
import { paperPdf } from './files.ts'
import { afterPageRows, labResult, signing, visitRecord } from './permissions.after.ts'
import { look, press, type Given, type Outcome, type Row } from './permissions.row.ts'

/** `path` as the API names it; `at` fills its one place. A body with a file is sent as a form. */
function door(
  verb: string,
  path: string,
  page: string,
  at: (given: Given) => string,
  sends: (given: Given) => Record<string, unknown> | undefined = () => undefined,
): Row {
  const row = afterPageRows.find((one) => one.verb.endsWith(` ${page}`))
  if (!row) throw new Error(`no page row for ${page}`)
  const body = (given: Given) => {
    const sent = sends(given)
    const hasFile = Object.values(sent ?? {}).some((value) => value instanceof File)
    return { method: verb, ...(sent === undefined ? {} : hasFile ? { form: sent as Record<string, File> } : { json: sent }) }
  }
  const address = (given: Given) => `/api/v1${path.replace(/\{\w+\}/, () => at(given))}`
  return press(`${verb} ${path}`, address, body, row.allowed.join(' '), row.forbidden.join(' '), { others: row.others })
}

function see(path: string, at: (given: Given) => string, may: string, others: Outcome = 'notFound'): Row {
  return look(`GET ${path}`, (given) => `/api/v1${path.replace(/\{\w+\}/, () => at(given))}`, may, '', others)
}

const staff = 'office leader clerk advisor'
const deciders = 'office leader clerk'
const desks = 'office otherOffice leader clerk'
const proposed = (given: Given) => given.proposed
const visit = (given: Given) => given.after.visitId
const lab = (given: Given) => given.after.labTestId
const pdf = paperPdf()

export const afterApiRows: Row[] = [
  see('/dossiers/{dossierId}/checks', proposed, staff),
  see('/visits/{visitId}', visit, staff),
  see('/lab-tests/{labTestId}', lab, staff),
  see('/dossiers/{dossierId}/objection', (given) => given.after.objectedDossier, 'producer'),
  see('/objections', () => '', desks),
  see('/objections/{objectionId}', (given) => given.after.filed, deciders),
  see('/ministry-requests', () => '', desks),
  see('/ministry-requests/{requestId}', (given) => given.after.recallRequest, deciders),
  see('/dossiers/{dossierId}/ministry-answers', (given) => given.after.sentDossier, staff),
  see('/certificates/{certificateId}/recall', (given) => given.after.recallable, deciders),
  door('POST', '/dossiers/{dossierId}/visits', 'planVisit', proposed, (given) => ({
    ...visitPlan,
    place: 'Khu phố 4',
    members: [given.world.accounts.office],
  })),
  door('POST', '/visits/{visitId}/record', 'recordVisit', visit, (given) => ({
    ...visitRecord,
    version: '1',
    present: given.world.accounts.office,
  })),
  door('POST', '/visits/{visitId}/cancel', 'cancelVisit', visit, () => ({ reason: 'Hoãn.' })),
  door('POST', '/dossiers/{dossierId}/lab-tests', 'askLabTest', proposed, () => ({ ...labRequest, what: 'Chì' })),
  door('POST', '/lab-tests/{labTestId}/result', 'receiveLabResult', lab, () => ({ ...labResult, version: '1', file: pdf })),
  door('POST', '/lab-tests/{labTestId}/cancel', 'cancelLabTest', lab, () => ({ reason: 'Thôi.' })),
  door(
    'POST',
    '/dossiers/{dossierId}/objection',
    'fileObjection',
    (given) => given.after.toldDossier,
    () => ({ wants: 'Đề nghị xem lại.', file: pdf }),
  ),
  door(
    'POST',
    '/dossiers/{dossierId}/objection/withdraw',
    'withdrawObjection',
    (given) => given.after.objectedDossier,
    () => ({ reason: 'Đã rõ.' }),
  ),
  door('POST', '/objections/{objectionId}/receive', 'receiveObjection', (given) => given.after.filed),
  door(
    'PUT',
    '/objections/{objectionId}/deciders',
    'nameDeciders',
    (given) => given.after.received,
    (given) => ({ deciders: [given.world.accounts.office], version: 2 }),
  ),
  door(
    'POST',
    '/objections/{objectionId}/answer',
    'answerObjection',
    (given) => given.after.deciding,
    () => ({ ...signing, outcome: 'kept', answer: 'Giữ nguyên.' }),
  ),
  door(
    'POST',
    '/dossiers/{dossierId}/ministry-requests',
    'recordMinistryRequest',
    (given) => given.after.decidedDossier,
    () => ({ ...ministryRequest, number: '99/BNNMT', file: pdf }),
  ),
  door(
    'POST',
    '/ministry-requests/{requestId}/reassess',
    'answerByReassessment',
    (given) => given.after.reassessRequest,
    () => ({ reason: 'Theo Bộ.' }),
  ),
  door(
    'POST',
    '/dossiers/{dossierId}/ministry-answers',
    'recordMinistryAnswer',
    (given) => given.after.sentDossier,
    () => ({ ...ministryAnswer, file: pdf }),
  ),
  door(
    'POST',
    '/certificates/{certificateId}/recall',
    'prepareRecall',
    (given) => given.after.recallable,
    () => ({ reason: 'Sai.' }),
  ),
  door(
    'POST',
    '/recalls/{recallId}/cancel',
    'cancelRecall',
    (given) => given.after.recallId,
    () => ({ reason: 'Sai.' }),
  ),
  door(
    'POST',
    '/recalls/{recallId}/issue',
    'issueRecall',
    (given) => given.after.recallId,
    () => ({ ...signing, version: 1 }),
  ),
]
