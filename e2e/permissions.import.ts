// The permission matrix of records of the past and of bodies that end.
import { csvOf } from '../src/programme/import/import.fixture.ts'
import { look, press, type Given, type Outcome, type Row } from './permissions.row.ts'

const table = () => new File([new Uint8Array(csvOf([{ id: 'Z', product: 'Mắm Z' }]))], 'z.csv', { type: 'text/csv' })
const form = (fields: Record<string, string>) => ({ form: fields })
const reason = 'Đối chiếu bản giấy.'
const batch = (id: 'importChecked' | 'importRunning') => (given: Given) => `/nhap-lieu/${given[id]}`
const question = (id: 'unitQuestion' | 'nearQuestion') => (given: Given) => `/nhap-lieu/can-quyet-dinh/${given[id]}`

export const importPageRows: readonly Row[] = [
  press(
    'import/batches.page.tsx checkImport',
    () => '/nhap-lieu',
    () => ({ form: { file: table() } }),
    'office otherOffice admin',
  ),
  press('import/batch.page.tsx confirmImport', batch('importChecked'), form({ deed: 'confirm' }), 'office admin'),
  press('import/batch.page.tsx cancelImport', batch('importChecked'), form({ deed: 'cancel' }), 'office admin'),
  press('import/batch.page.tsx resumeImport', batch('importRunning'), form({ deed: 'resume' }), 'office admin'),
  press(
    'import/question.page.tsx assignUnit',
    question('unitQuestion'),
    form({ deed: 'assign', place: 'e2023:38', reason }),
    'office admin',
  ),
  press('import/question.page.tsx leaveUnknown', question('unitQuestion'), form({ deed: 'leave', reason }), 'office admin'),
  press('import/question.page.tsx keepSeparate', question('nearQuestion'), form({ deed: 'separate', reason }), 'office admin'),
  press(
    'import/question.page.tsx mergeInto',
    question('nearQuestion'),
    (given) => form({ deed: 'merge', recordId: given.nearRecord, reason }),
    'office admin',
  ),
  press('import/question.page.tsx rejectRow', question('nearQuestion'), form({ deed: 'reject', reason }), 'office admin'),
  press(
    'import/passing.page.tsx passDuties',
    () => '/nhap-lieu/dia-gioi',
    ({ world }) => form({ bodyId: world.bodies.samSon, successorId: world.bodies.hauLoc, lastDay: '30/09/2026', reason }),
    'admin',
  ),
]

/** The same right as on the page, by the other door. */
function door(path: string, page: string, at: (given: Given) => string, body?: (given: Given) => unknown): Row {
  const row = importPageRows.find((one) => one.verb.endsWith(` ${page}`))
  if (!row) throw new Error(`no page row for ${page}`)
  const send = (given: Given) => ({ method: 'POST', ...(body === undefined ? {} : { json: body(given) }) })
  return press(`POST ${path}`, (given) => `/api/v1${at(given)}`, send, row.allowed.join(' '), '', { others: row.others })
}

const see = (path: string, at: (given: Given) => string, may: string, others: Outcome) =>
  look(`GET ${path}`, (given) => `/api/v1${at(given)}`, may, '', others)
const file =
  (id: 'importChecked' | 'importRunning', tail = '') =>
  (given: Given) =>
    `/imports/${given[id]}${tail}`
const asked =
  (id: 'unitQuestion' | 'nearQuestion', tail = '') =>
  (given: Given) =>
    `/import-questions/${given[id]}${tail}`
const why = () => ({ reason })

export const importApiRows: readonly Row[] = [
  see('/imports', () => '/imports', 'office otherOffice admin', 'forbidden'),
  press(
    'POST /imports',
    () => '/api/v1/imports',
    () => ({ method: 'POST', form: { file: table() } }),
    'office otherOffice admin',
    '',
    {
      others: 'forbidden',
    },
  ),
  see('/imports/{importId}', file('importRunning'), 'office admin', 'notFound'),
  see('/imports/{importId}/rows', file('importChecked', '/rows'), 'office admin', 'notFound'),
  door('/imports/{importId}/confirm', 'confirmImport', file('importChecked', '/confirm')),
  door('/imports/{importId}/cancel', 'cancelImport', file('importChecked', '/cancel')),
  door('/imports/{importId}/resume', 'resumeImport', file('importRunning', '/resume')),
  see('/import-questions', () => '/import-questions', 'office otherOffice admin', 'forbidden'),
  door('/import-questions/{questionId}/unit', 'assignUnit', asked('unitQuestion', '/unit'), () => ({ place: 'e2023:38', reason })),
  door('/import-questions/{questionId}/unknown', 'leaveUnknown', asked('unitQuestion', '/unknown'), why),
  door('/import-questions/{questionId}/separate', 'keepSeparate', asked('nearQuestion', '/separate'), why),
  door('/import-questions/{questionId}/merge', 'mergeInto', asked('nearQuestion', '/merge'), (given) => ({
    recordId: given.nearRecord,
    reason,
  })),
  door('/import-questions/{questionId}/reject', 'rejectRow', asked('nearQuestion', '/reject'), why),
]
