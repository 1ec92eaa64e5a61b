// The permission matrix of bodies and of the files under them.
import { SHEET } from './body-states.ts'
import { paperPdf } from './files.ts'
import { look, press, type Given, type Row } from './permissions.row.ts'

const form = (fields: Record<string, string>) => ({ form: fields })
const beside = 'leader clerk advisor'
const readers = `office admin ${beside} bodyOfficer`
const body = (given: Given) => `/co-quan/${given.world.bodies.departments[1]}`

export const bodyPageRows: readonly Row[] = [
  press(
    'body/bodies.page.tsx addBody',
    () => '/co-quan',
    form({ name: 'Hội Phụ nữ tỉnh', shortName: 'HPN', kind: 'association' }),
    'office otherOffice admin',
    beside,
  ),
  press('body/body.page.tsx addBodyPapers', body, { form: { files: [paperPdf()], caption: '' } }, 'office admin', `${beside} bodyOfficer`),
  press(
    'body/body.page.tsx removeBodyPaper',
    body,
    (given) => form({ deed: 'removeFile', file: given.attachmentId }),
    'office admin',
    `${beside} bodyOfficer`,
  ),
]

const sheet = (given: Given) => `/nhap-bang/lo/${given.sheetId}`

export const sheetPageRows: readonly Row[] = [
  press(
    'sheet/sheet.page.tsx checkSheet',
    () => '/nhap-bang/co-quan',
    { form: { file: new File([SHEET], 'co-quan.csv', { type: 'text/csv' }) } },
    'office otherOffice admin',
    beside,
  ),
  press('sheet/batch.page.tsx confirmSheet', sheet, form({ deed: 'confirm' }), 'office admin', beside),
  press(
    'sheet/batch.page.tsx chooseUnit',
    (given) => `/nhap-bang/lo/${given.programmePlan.moneySheet}`,
    form({ deed: 'unit', unit: 'million' }),
    'office',
    'advisor leader',
  ),
  press('sheet/batch.page.tsx cancelSheet', sheet, form({ deed: 'cancel' }), 'office admin', beside),
]

export const attachmentRows: readonly Row[] = [
  look('GET /nhap-bang/lo/:id/dong-loi.xlsx', (given) => `${sheet(given)}/dong-loi.xlsx`, 'office admin', beside),
  look('GET /nhap-bang/:kind/mau.xlsx', () => '/nhap-bang/co-quan/mau.xlsx', 'office otherOffice admin', beside),
  { ...look('GET /dinh-kem/:id', (given) => `/dinh-kem/${given.attachmentId}`, readers), except: { stranger: 'notFound' } },
]
