// The permission matrix of records of the past and of bodies that end.
import { csvOf } from '../src/programme/import/import.fixture.ts'
import { press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string>) => ({ form: fields })
const reason = 'Đối chiếu bản giấy.'
const batch = (id: 'importChecked' | 'importRunning') => (given: Given) => `/nhap-lieu/${given[id]}`
const question = (id: 'unitQuestion' | 'nearQuestion') => (given: Given) => `/nhap-lieu/can-quyet-dinh/${given[id]}`

export const importPageRows: readonly Row[] = [
  press(
    'import/batches.page.tsx checkImport',
    () => '/nhap-lieu',
    { form: { file: new File([new Uint8Array(csvOf([{ id: 'Z', product: 'Mắm Z' }]))], 'z.csv', { type: 'text/csv' }) } },
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
